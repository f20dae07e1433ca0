import Testing

@testable import DossierKit

/// A site whose `.dossier/` was deleted is known by its own first page.
@Suite struct AdoptionTests {
  static let mark = "<!DOCTYPE html><meta name=\"generator\" content=\"dossier\">"
  static let site: TestSite = [
    "index.html": "\(mark)home", "articles/a/index.html": "\(mark)A",
    "officials/b/index.html": "\(mark)B", "robots.txt": "R",
  ]

  let fileSystem = FileSystem.memory(["/d/content/site.yaml": []])

  @Test func findsItsOwnSiteUnchanged() throws {
    try write(Self.site, with: fileSystem)
    let before = try fileSystem.status("/d/public/articles/a/index.html")
    try fileSystem.forget()
    #expect(try write(Self.site, with: fileSystem) == .init(unchanged: 4))
    #expect(try fileSystem.status("/d/public/articles/a/index.html") == before)
    // From now on it is remembered, and nothing is read.
    let operations = Operations()
    #expect(
      try write(Self.site, with: fileSystem.counting(operations)) == .init(unchanged: 4))
    #expect(operations.count(of: "readStart") == 0)
  }

  @Test func replacesWhatDiffersAndMakesWhatIsMissing() throws {
    try write(Self.site, with: fileSystem)
    try fileSystem.forget()
    var next = Self.site
    next["officials/b/index.html"] = "\(Self.mark)C"
    next["robots.txt"] = "RR"
    next["officials/new/index.html"] = "\(Self.mark)N"
    #expect(try write(next, with: fileSystem) == .init(written: 3, unchanged: 2))
    #expect(try contents(of: "/d/public", in: fileSystem) == next)
  }

  @Test func namesPagesThatAreNoLongerPartOfTheSiteAndLeavesThemAlone() throws {
    var first = Self.site
    first["officials/gone/index.html"] = "\(Self.mark)G"
    first["articles/gone/index.html"] = "\(Self.mark)G"
    first["old.txt"] = "\(Self.mark)"
    first["media/mine.html"] = "mine"
    first["media/late.html"] = String(repeating: " ", count: 2048) + Self.mark
    first[".git/x.html"] = "\(Self.mark)"
    try write(first, with: fileSystem)
    try fileSystem.forget()
    let summary = try write(Self.site, with: fileSystem)
    #expect(summary.unchanged == 4)
    #expect(summary.removed == 0)
    #expect(
      summary.orphans.map(\.string) == ["articles/gone/index.html", "officials/gone/index.html"])
    #expect(try contents(of: "/d/public", in: fileSystem) == first)
    // They are not dossier's by that: the next build does not remove them.
    #expect(try write(Self.site, with: fileSystem).removed == 0)
    #expect(try contents(of: "/d/public", in: fileSystem) == first)
  }

  @Test("adopts only what bears the mark", arguments: [nil, "", "home", "dossier", "late"])
  func refusesUnmarkedFolder(home: String?) throws {
    var first = Self.site
    first["index.html"] = home == "late" ? String(repeating: " ", count: 2030) + Self.mark : home
    try write(first, with: fileSystem)
    try fileSystem.forget()
    var log = DiagnosticLog()
    #expect(try write(Self.site, with: fileSystem, log: &log) == nil)
    #expect(log.entries.map(\.code) == [.foreignFile])
    #expect(try contents(of: "/d/public", in: fileSystem) == first)
  }

  @Test(
    "adopts regular files alone",
    arguments: ["articles/a/index.html/x", "officials"])
  func refusesWhatIsNoFile(standing: String) throws {
    let own = FileSystem.memory([
      "/d/content/site.yaml": [], "/d/public/index.html": Array(Self.mark.utf8),
      "/d/public/\(standing)": [],
    ])
    var log = DiagnosticLog()
    #expect(try write(Self.site, with: own, log: &log) == nil)
    #expect(log.entries.map(\.code) == [.foreignFile])
  }

  @Test func takesADamagedManifestForNone() throws {
    try write(Self.site, with: fileSystem)
    let state = try fileSystem.openDirectory("/d/.dossier/outputs")
    let name = try #require(try fileSystem.entries(state).first?.name)
    try fileSystem.place("damaged", at: "/d/.dossier/outputs/\(name)")
    #expect(try write(Self.site, with: fileSystem) == .init(unchanged: 4))
  }

  @Test func adoptsNothingOfWhichItRemembersSomething() throws {
    try write(Self.site, with: fileSystem)
    try fileSystem.place("mine", at: "/d/public/about.html")
    var next = Self.site
    next["about.html"] = "about"
    var log = DiagnosticLog()
    #expect(try write(next, with: fileSystem, log: &log) == nil)
    #expect(log.entries.map(\.code) == [.foreignFile])
  }

  /// `git clean -fdx` leaves of both folders only what git keeps.
  @Test func buildsAnewWhenOutputAndMemoryWereBothCleaned() throws {
    let own = FileSystem.memory([
      "/d/content/site.yaml": [], "/d/public/.gitignore": Array("*".utf8),
    ])
    #expect(try write(Self.site, with: own) == .init(written: 4))
  }

  @Test func sweepsAfterAForgottenBuildThatWasKilled() throws {
    try write(Self.site, with: fileSystem)
    try fileSystem.place("half", at: "/d/public/.dossier-1")
    try fileSystem.place("half", at: "/d/public/articles/a/.dossier-1")
    try fileSystem.forget()
    try write(Self.site.mapValues { $0 + "!" }, with: fileSystem)
    #expect(
      try contents(of: "/d/public", in: fileSystem) == Self.site.mapValues { $0 + "!" })
  }

  @Test func survivesEveryMomentOfAnAdoption() throws {
    let next = Self.site.mapValues { $0 + "!" }
    var moment = 1
    var died = true
    while died {
      let own = FileSystem.memory(["/d/content/site.yaml": []])
      try write(Self.site, with: own)
      try own.forget()
      do {
        try write(next, with: own.counting(Operations(killedAt: moment)))
        died = false
      } catch let error as FileSystemError {
        #expect(error.reason == FileSystemError.killed.reason)
      }
      try write(next, with: own)
      #expect(try contents(of: "/d/public", in: own) == next, "at \(moment)")
      moment += 1
    }
    #expect(moment > 20)
  }
}

extension FileSystem {
  /// As if `.dossier` had been deleted.
  func forget() throws {
    let state = try openDirectory("/d/.dossier/outputs")
    for entry in try entries(state) { _ = try removeFile(state, entry.name) }
  }
}
