import Testing

@testable import DossierKit

/// A build that dies at any of its calls to the disk leaves whole files, and the next one repairs the rest.
@Suite struct KilledBuildTests {
  static let first: TestSite = [
    "index.html": "home", "articles/a/index.html": "A", "articles/gone/index.html": "G",
    "tags/t": "T", "officials/c/index.html": "C", "robots.txt": "R",
  ]
  static let second: TestSite = [
    "index.html": "home, changed", "articles/a/index.html": "A", "articles/new/index.html": "N",
    "tags/t/index.html": "T", "officials/c": "C", "robots.txt": "R", "countries/x/index.html": "X",
  ]

  @Test func survivesEveryMomentInMemory() throws {
    for start in [TestSite?.none, Self.first] {
      try killEverywhere(startingWith: start) { body in
        try body("/d", FileSystem.memory(["/d/content/site.yaml": []]))
      }
    }
  }

  @Test func survivesEveryMomentOnTheDisk() async throws {
    // The folders are made before, for the body is not asynchronous.
    try await withTemporaryFolder { folder in
      var number = 0
      for start in [TestSite?.none, Self.first] {
        try killEverywhere(startingWith: start) { body in
          number += 1
          try folder.write("\(number)/content/site.yaml", "")
          try body(folder.path("\(number)"), .disk)
        }
      }
    }
  }

  /// For every k: builds `start`, then dies at the k-th call of building `second`, then builds it again.
  private func killEverywhere(
    startingWith start: TestSite?, in world: ((String, FileSystem) throws -> Void) throws -> Void
  ) throws {
    var moment = 1
    var died = true
    while died {
      try world { root, fileSystem in
        let output = "\(root)/public"
        try FileSystem.prepare(fileSystem, root: root)
        if let start { try write(start, to: output, root: root, with: fileSystem) }
        let operations = Operations(killedAt: moment)
        do {
          try write(
            Self.second, to: output, root: root, with: fileSystem.counting(operations))
          died = false
        } catch let error as FileSystemError {
          #expect(error.reason == FileSystemError.killed.reason)
        }
        // What stands there, hidden work aside, is whole: a file of the old site or of the new.
        if try fileSystem.resolve(output) != nil {
          for (path, text) in try contents(of: output, in: fileSystem)
          where !path.contains("/.dossier-") && !path.hasPrefix(".dossier-") && !path.hasSuffix("/")
          {
            if path == "CNAME" { continue }
            #expect(
              text == start?[path] || text == Self.second[path], "\(path) at \(moment): \(text)")
          }
        }
        // Twice, for the second build may be killed as well; then left to end.
        _ = try? write(
          Self.second, to: output, root: root,
          with: fileSystem.counting(Operations(killedAt: moment / 2 + 1)))
        var log = DiagnosticLog()
        try write(Self.second, to: output, root: root, with: fileSystem, log: &log)
        #expect(log.entries == [], "at \(moment)")
        #expect(
          try contents(of: output, in: fileSystem) == Self.second.merging(["CNAME": "mine"]) { $1 },
          "at \(moment)")
        let again = try write(Self.second, to: output, root: root, with: fileSystem)
        #expect(again == .init(unchanged: Self.second.count))
      }
      moment += 1
    }
    // The build has calls enough that this was worth doing.
    #expect(moment > 40)
  }
}

extension FileSystem {
  /// Makes the output folder with a file of somebody else's in it.
  fileprivate static func prepare(_ fileSystem: FileSystem, root: String) throws {
    _ = try fileSystem.makeDirectory(fileSystem.openDirectory(root), "public")
    try fileSystem.place("mine", at: "\(root)/public/CNAME")
  }
}
