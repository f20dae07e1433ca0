import Testing

@testable import DossierKit

@Suite struct OutputFolderTests {
  let fileSystem = FileSystem.memory([
    "/d/content/site.yaml": [], "/d/templates/x.mustache": [], "/d/.dossier/x": [],
  ])
  let site: TestSite = [
    "index.html": "home", "articles/a/index.html": "A", "articles/b/index.html": "B",
    "officials/c/index.html": "C", "media/x/y/z.txt": "Z",
  ]

  @Test("writes what is planned", arguments: [1, 3])
  func writesEverything(writers: Int) throws {
    let summary = try write(site, with: fileSystem, writers: writers)
    #expect(summary == .init(written: 5))
    #expect(try contents(of: "/d/public", in: fileSystem) == site)
  }

  @Test func leavesUnchangedFilesUntouched() throws {
    try write(site, with: fileSystem)
    let before = try fileSystem.status("/d/public/index.html")
    var changed = site
    changed["articles/a/index.html"] = "AA"
    let summary = try write(changed, with: fileSystem)
    #expect(summary == .init(written: 1, unchanged: 4))
    #expect(try fileSystem.status("/d/public/index.html") == before)
    #expect(try contents(of: "/d/public", in: fileSystem) == changed)
  }

  @Test func looksAtEachPageOnceWhenNothingChanged() throws {
    try write(site, with: fileSystem)
    let operations = Operations()
    let summary = try write(site, with: fileSystem.counting(operations))
    #expect(summary == .init(unchanged: 5))
    // Five pages, and whether git is told.
    #expect(operations.count(of: "statusBelow") == 6)
    // The journal alone.
    #expect(operations.count(of: "createFile") == 1)
    #expect(operations.count(of: "makeDirectory") == 0)
  }

  @Test func makesEachFolderOnce() throws {
    let operations = Operations()
    let pages = (0..<100).map { ("articles/\($0)/index.html", "\($0)") }
    try write(
      Dictionary(uniqueKeysWithValues: pages), with: fileSystem.counting(operations))
    // public, outputs, articles, and one for each page.
    #expect(operations.count(of: "makeDirectory") == 103)
    #expect(operations.count(of: "statusBelow") == 1)
  }

  @Test func repairsWhatWasDamaged() throws {
    try write(site, with: fileSystem)
    try fileSystem.place("by hand", at: "/d/public/index.html")
    let folder = try fileSystem.openDirectory("/d/public/articles/a")
    _ = try fileSystem.removeFile(folder, "index.html")
    var log = DiagnosticLog()
    let summary = try write(site, with: fileSystem, log: &log)
    #expect(summary == .init(written: 2, unchanged: 3))
    #expect(log.entries.map(\.code) == [.overwrittenFile])
    #expect(try contents(of: "/d/public", in: fileSystem) == site)
  }

  @Test func removesWhatIsNoLongerPlannedAndFoldersLeftEmpty() throws {
    try write(site, with: fileSystem)
    try fileSystem.place("mine", at: "/d/public/media/x/mine.txt")
    let next = ["index.html": "home", "articles/b/index.html": "B"]
    let summary = try write(next, with: fileSystem)
    #expect(summary == .init(unchanged: 2, removed: 3))
    #expect(
      try contents(of: "/d/public", in: fileSystem)
        == next.merging(["media/x/mine.txt": "mine"]) { $1 })
    var log = DiagnosticLog()
    try write(next, with: fileSystem, log: &log)
    #expect(
      log.entries.map(\.message) == [
        "'media' in '/d/public' is none of dossier's files, and was left alone"
      ])
  }

  @Test("names what somebody changed and it writes anew", arguments: ["B", "by hand"])
  func namesWhatItOverwrites(words: String) throws {
    try write(["a.html": "b", "b.html": "b", "c.html": "c"], with: fileSystem)
    try fileSystem.place(words, at: "/d/public/a.html")
    // Written once more, as a copy of the folder does.
    try fileSystem.place("b", at: "/d/public/b.html")
    let site = ["a.html": "b", "b.html": "b", "c.html": "c"]
    var log = DiagnosticLog()
    #expect(try write(site, with: fileSystem, isStrict: true, log: &log) == nil)
    #expect(try contents(of: "/d/public", in: fileSystem)["a.html"] == words)
    log = DiagnosticLog()
    try write(site, with: fileSystem, log: &log)
    #expect(
      log.entries.map(\.message) == [
        "'a.html' in '/d/public' was changed since dossier wrote it, and is written anew"
      ])
    #expect(try contents(of: "/d/public", in: fileSystem) == site)
    try write(site, with: fileSystem)
  }

  @Test("leaves alone and names what changed since it was written", arguments: [false, true])
  func leavesChangedFiles(sameSize: Bool) throws {
    try write(site, with: fileSystem)
    let words = sameSize ? "b" : "by hand"
    try fileSystem.place(words, at: "/d/public/articles/b/index.html")
    // Written once more, as a copy of the folder does.
    try fileSystem.place("C", at: "/d/public/officials/c/index.html")
    let next = ["index.html": "home"]
    var log = DiagnosticLog()
    #expect(try write(next, with: fileSystem, isStrict: true, log: &log) == nil)
    #expect(try contents(of: "/d/public", in: fileSystem).count == 5)
    #expect(log.entries.map(\.code) == [.changedFile])
    #expect(
      log.entries.first?.message.hasPrefix("'/d/public/articles/b/index.html' is no longer") == true
    )
    log = DiagnosticLog()
    #expect(try write(next, with: fileSystem, log: &log)?.removed == 3)
    #expect(log.entries.map(\.code) == [.changedFile])
    #expect(
      try contents(of: "/d/public", in: fileSystem)
        == next.merging(["articles/b/index.html": words]) { $1 })
    #expect(try write(next, with: fileSystem) == .init(unchanged: 1))
  }

  @Test func refusesToTurnAChangedFileIntoAFolder() throws {
    try write(["a": "1"], with: fileSystem)
    try fileSystem.place("by hand", at: "/d/public/a")
    var log = DiagnosticLog()
    #expect(try write(["a/b": "2"], with: fileSystem, log: &log) == nil)
    #expect(log.entries.map(\.code) == [.foreignFile])
    #expect(try contents(of: "/d/public", in: fileSystem) == ["a": "by hand"])
  }

  @Test func leavesAloneWhatItDidNotWrite() throws {
    let foreign = [
      "CNAME": "example.org", ".nojekyll": "", "old/x.html": "x", "google.html": "proof",
    ]
    let own = FileSystem.memory(
      Dictionary(uniqueKeysWithValues: foreign.map { ("/d/public/\($0)", Array($1.utf8)) })
        .merging(["/d/content/site.yaml": []]) { $1 })
    var log = DiagnosticLog()
    #expect(try write(site, with: own, isStrict: true, log: &log)?.written == 5)
    #expect(log.entries.map(\.code) == [.leftAlone])
    #expect(
      log.entries.first?.message
        == "'google.html' and 'old' in '/d/public' are none of dossier's files, and were left alone"
    )
    #expect(try contents(of: "/d/public", in: own) == site.merging(foreign) { $1 })
    #expect(try write([:], with: own).removed == 5)
    #expect(try contents(of: "/d/public", in: own) == foreign)
  }

  @Test func namesTheFirstOfManyFilesThatItLeavesAlone() throws {
    for name in ["g", "f", "e", "d", "c", "b", "a"] {
      try write(["x": ""], to: "/d/public/\(name)", with: fileSystem)
    }
    var log = DiagnosticLog()
    try write(site, with: fileSystem, log: &log)
    #expect(
      log.entries.first?.message.hasPrefix("'a', 'b', 'c', 'd', 'e' and 2 more in '/d/public' are")
        == true)
  }

  @Test(
    "refuses to write over what it did not write",
    arguments: [
      (["index.html"], "'/d/public/index.html' stands"),
      (["articles"], "'/d/public/articles' stands"),
      (["articles/a/index.html"], "'/d/public/articles/a/index.html' stands"),
      (["articles/b"], "'/d/public/articles/b' stands"),
      (["index.html/x"], "'/d/public/index.html' stands"),
    ])
  func refusesForeignFile(foreign: [String], words: String) throws {
    let own = FileSystem.memory(
      Dictionary(uniqueKeysWithValues: foreign.map { ("/d/public/\($0)", Array("mine".utf8)) })
        .merging(["/d/content/site.yaml": []]) { $1 })
    var log = DiagnosticLog()
    #expect(try write(site, with: own, log: &log) == nil)
    #expect(log.entries.map(\.code) == [.foreignFile])
    #expect(log.entries.first?.message.hasPrefix(words) == true)
    #expect(log.hasErrors)
    #expect(
      try contents(of: "/d/public", in: own)
        == Dictionary(uniqueKeysWithValues: foreign.map { ($0, "mine") }))
  }

  @Test func countsForeignFilesInOneDiagnostic() throws {
    try write(site, with: fileSystem)
    // As if `.dossier` had been deleted.
    let state = try fileSystem.openDirectory("/d/.dossier/outputs")
    for entry in try fileSystem.entries(state) { _ = try fileSystem.removeFile(state, entry.name) }
    var log = DiagnosticLog()
    #expect(try write(site, with: fileSystem, log: &log) == nil)
    #expect(log.entries.count == 1)
    #expect(log.entries.first?.message.hasSuffix(", and 4 more like it") == true)
  }

  @Test(
    "refuses an output folder that would mix with the sources",
    arguments: [
      ("/d/content", "is 'content/' itself"), ("/d/content/site", "lies inside 'content/'"),
      ("/d/content/a/../b", nil), ("/d", "holds 'content/'"), ("/", "holds 'content/'"),
      ("/d/link/site", "lies inside 'content/'"), ("/d/templates/out", "lies inside 'templates/'"),
      ("/d/.dossier/out", "lies inside '.dossier/'"), ("d/content/x/y/", "lies inside 'content/'"),
    ])
  func refusesOutputAmongSources(output: String, words: String?) throws {
    let own = FileSystem.memory(
      ["/d/content/site.yaml": [], "/d/templates/x.mustache": [], "/d/.dossier/x": []],
      links: ["/d/link": "content"])
    let before = try contents(of: "/", in: own)
    var log = DiagnosticLog()
    if let words {
      #expect(try write(site, to: output, with: own, log: &log) == nil)
      #expect(log.entries.map(\.code) == [.outputInContent])
      #expect(log.entries.first?.message == "the output folder '\(output)' \(words)")
    } else {
      #expect(throws: FileSystemError.self) {
        try write(site, to: output, with: own, log: &log)
      }
    }
    #expect(try contents(of: "/", in: own) == before)
  }

  @Test(
    "takes an output folder beside the sources", arguments: ["/d/content-site", "/e/f/g", "/d/x"])
  func acceptsOutput(output: String) throws {
    try write(site, to: output, with: fileSystem)
    #expect(try contents(of: output, in: fileSystem) == site)
  }

  @Test func remembersEachOutputFolderForItself() throws {
    try write(site, to: "/a", with: fileSystem)
    try write(["x.html": "x"], to: "/b", with: fileSystem)
    #expect(try write(site, to: "/a", with: fileSystem) == .init(unchanged: 5))
    #expect(try write(["x.html": "x"], to: "/b", with: fileSystem) == .init(unchanged: 1))
  }

  @Test(
    "turns files into folders and back",
    arguments: [
      (["a": "1"], ["a/b/c": "2"]), (["a/b/c": "1"], ["a": "2"]), (["a/b/c": "1"], ["a/b": "2"]),
      (["a/b": "1", "a/c/d": "2"], ["a/c": "3"]),
    ] as [(TestSite, TestSite)])
  func turns(first: TestSite, second: TestSite) throws {
    try write(first, with: fileSystem)
    try write(second, with: fileSystem)
    #expect(try contents(of: "/d/public", in: fileSystem) == second)
  }

  @Test func keepsASecondBuildOut() throws {
    var log = DiagnosticLog()
    let folder = try OutputFolder.open(
      at: "/d/public", root: "/d", planned: [], fileSystem: fileSystem, into: &log)
    #expect(throws: FileSystemError(.lock, "/d/public", .locked)) {
      try write(site, with: fileSystem)
    }
    withExtendedLifetime(folder) {}
    try write(site, to: "/d/other", with: fileSystem)
  }

  @Test func letsTheNextBuildIn() throws {
    for _ in 0..<3 { try write(site, with: fileSystem) }
  }

  @Test("takes a damaged memory for none", arguments: ["", "x", "cut", "bit"])
  func ignoresDamagedManifest(damage: String) throws {
    try write(["a.html": "a"], with: fileSystem)
    let state = try fileSystem.openDirectory("/d/.dossier/outputs")
    let entries = try fileSystem.entries(state)
    let name = try #require(entries.first?.name)
    #expect(entries.count == 1)
    let path = "/d/.dossier/outputs/\(name)"
    let text = try #require(try fileSystem.read(path, 1 << 20)).map { Character(.init($0)) }
    switch damage {
    case "cut": try fileSystem.place(String(text.dropLast(10)), at: path)
    case "bit": try fileSystem.place(String(text.map { $0 == "a" ? "b" : $0 }), at: path)
    default: try fileSystem.place(damage, at: path)
    }
    // The file is nobody's now, and stays.
    let summary = try write(["b.html": "b"], with: fileSystem)
    #expect(summary == .init(written: 1))
  }

  @Test func copiesAssetsAndKnowsThemAgain() throws {
    let own = FileSystem.memory(["/d/content/media/p.jpg": Array("photo".utf8)])
    func assets() throws -> [AssetFile] {
      let status = try #require(try own.status("/d/content/media/p.jpg"))
      return [
        AssetFile(
          outputPath: try #require(OutputPath("assets/s.css")), origin: .builtIn(Array("css".utf8)),
          size: 3, modified: 0),
        AssetFile(
          outputPath: try #require(OutputPath("media/p.jpg")),
          origin: .disk("/d/content/media/p.jpg"), size: status.size, modified: status.modified),
      ]
    }
    #expect(try write([:], assets: assets(), with: own) == .init(written: 2))
    #expect(
      try contents(of: "/d/public", in: own) == ["assets/s.css": "css", "media/p.jpg": "photo"])
    #expect(try write([:], assets: assets(), with: own) == .init(unchanged: 2))
    try own.place("PHOTO", at: "/d/content/media/p.jpg")
    #expect(try write([:], assets: assets(), with: own) == .init(written: 1, unchanged: 1))
    try own.place("hand!", at: "/d/public/media/p.jpg")
    #expect(try write([:], assets: assets(), with: own) == .init(written: 1, unchanged: 1))
    #expect(try contents(of: "/d/public", in: own)["media/p.jpg"] == "PHOTO")
  }
}
