import Foundation
import Testing

@testable import DossierKit

/// What only the real disk does.
@Suite struct OutputOnDiskTests {
  let site: TestSite = ["index.html": "home", "articles/a/index.html": "A"]

  @Test func neverWritesThroughALink() async throws {
    try await withTemporaryFolder { folder in
      try folder.write("content/site.yaml", "")
      try folder.write("elsewhere/a/index.html", "mine")
      try folder.write("public/x", "")
      try folder.link("public/articles", to: "../elsewhere")
      var log = DiagnosticLog()
      let summary = try write(
        site, to: folder.path("public"), root: folder.path, with: .disk, log: &log)
      #expect(summary == nil)
      #expect(log.entries.map(\.code) == [.foreignFile])
      #expect(try folder.contents(of: "elsewhere") == ["a/index.html": Array("mine".utf8)])
    }
  }

  @Test func neverWritesThroughALinkThatReplacedAFolder() async throws {
    try await withTemporaryFolder { folder in
      try folder.write("content/site.yaml", "")
      try write(site, to: folder.path("public"), root: folder.path, with: .disk)
      try FileManager.default.removeItem(atPath: folder.path("public/articles"))
      try folder.write("elsewhere/a/index.html", "mine")
      try folder.link("public/articles", to: "../elsewhere")
      #expect(throws: FileSystemError(.open, folder.path("public/articles"), .link)) {
        try write(site, to: folder.path("public"), root: folder.path, with: .disk)
      }
      // Nor removes anything behind it.
      try write(["index.html": "home"], to: folder.path("public"), root: folder.path, with: .disk)
      #expect(try folder.contents(of: "elsewhere") == ["a/index.html": Array("mine".utf8)])
    }
  }

  @Test func neverConfusesSpellingsOfOneLetter() async throws {
    try await withTemporaryFolder { folder in
      try folder.write("content/site.yaml", "")
      let paths = try ["e\u{301}/\u{301}x", "e\u{301}/b", "\u{E9}/a", "\u{E9}/\u{301}x"].map {
        try #require(OutputPath($0))
      }
      var log = DiagnosticLog()
      let output = try #require(
        try OutputFolder.open(
          at: folder.path("public"), root: folder.path, planned: paths.sorted(),
          fileSystem: .disk, into: &log))
      var writer = output.writer()
      for path in paths { try writer.put(Array(path.string.utf8), at: path) }
      #expect(try output.finish([writer.finish()]).written == 4)
      for path in paths {
        let bytes = try FileSystem.disk.read(folder.path("public/\(path)"), 100)
        #expect(bytes == Array(path.string.utf8))
      }
    }
  }

  @Test func replacesALinkThatStandsWhereAPageWas() async throws {
    try await withTemporaryFolder { folder in
      try folder.write("content/site.yaml", "")
      try write(site, to: folder.path("public"), root: folder.path, with: .disk)
      try FileManager.default.removeItem(atPath: folder.path("public/index.html"))
      try folder.write("elsewhere", "mine")
      try folder.link("public/index.html", to: "../elsewhere")
      try write(site, to: folder.path("public"), root: folder.path, with: .disk)
      #expect(folder.read("elsewhere") == Array("mine".utf8))
      #expect(try folder.contents(of: "public")["index.html"] == Array("home".utf8))
    }
  }

  @Test func repairsAnEditThatKeepsTheSize() async throws {
    try await withTemporaryFolder { folder in
      try folder.write("content/site.yaml", "")
      try write(site, to: folder.path("public"), root: folder.path, with: .disk)
      try await Task.sleep(for: .milliseconds(20))
      try folder.write("public/index.html", "HOME")
      let summary = try write(site, to: folder.path("public"), root: folder.path, with: .disk)
      #expect(summary == .init(written: 1, unchanged: 1))
      #expect(folder.read("public/index.html") == Array("home".utf8))
    }
  }

  @Test func saysWhatTheDiskRefuses() async throws {
    try await withTemporaryFolder { folder in
      try folder.write("content/site.yaml", "")
      try folder.write("file", "")
      #expect(throws: FileSystemError(.open, folder.path("file"), .notDirectory)) {
        try write(site, to: folder.path("file"), root: folder.path, with: .disk)
      }
      #expect(throws: FileSystemError.self) {
        try write(site, to: folder.path("file/below"), root: folder.path, with: .disk)
      }
      try folder.link("dangling", to: "nowhere")
      #expect(throws: FileSystemError(.open, folder.path("dangling"), .link)) {
        try write(site, to: folder.path("dangling"), root: folder.path, with: .disk)
      }
      try write(site, to: folder.path("public"), root: folder.path, with: .disk)
      try FileManager.default.removeItem(atPath: folder.path("public/index.html"))
      try folder.write("public/index.html/x", "")
      #expect(throws: FileSystemError(.write, folder.path("public/index.html"), .isDirectory)) {
        try write(site, to: folder.path("public"), root: folder.path, with: .disk)
      }
      #expect(try folder.contents(of: "public").keys.allSatisfy { !$0.contains(".dossier") })
    }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "no /dev/full here"))
  func saysThatTheDiskIsFull() async throws {
    var full = FileSystem.disk
    full.createFile = { parent, name, _ throws(FileSystemError) in
      throw FileSystemError(.write, parent.path(of: name), .full)
    }
    try await withTemporaryFolder { folder in
      try folder.write("content/site.yaml", "")
      try write(site, to: folder.path("public"), root: folder.path, with: .disk)
      var changed = site
      changed["index.html"] = "changed"
      let error = #expect(throws: FileSystemError.self) {
        try write(changed, to: folder.path("public"), root: folder.path, with: full)
      }
      #expect(error?.description.hasSuffix(": no space left on the disk") == true)
      #expect(folder.read("public/index.html") == Array("home".utf8))
    }
  }

  @Test func keepsASecondProcessOut() async throws {
    try await withTemporaryFolder { folder in
      try folder.write("content/site.yaml", "")
      var log = DiagnosticLog()
      let open = try OutputFolder.open(
        at: folder.path("public"), root: folder.path, planned: [], fileSystem: .disk, into: &log)
      #expect(throws: FileSystemError(.lock, folder.path("public"), .locked)) {
        try write(site, to: folder.path("public"), root: folder.path, with: .disk)
      }
      withExtendedLifetime(open) {}
    }
  }

  @Test func copiesLargeFilesWhole() async throws {
    try await withTemporaryFolder { folder in
      let text = String(repeating: "0123456789abcdef", count: 60_000) + "end"
      try folder.write("content/media/large.bin", text)
      let status = try #require(try FileSystem.disk.status(folder.path("content/media/large.bin")))
      let asset = AssetFile(
        outputPath: try #require(OutputPath("media/large.bin")),
        origin: .disk(folder.path("content/media/large.bin")), size: status.size,
        modified: status.modified)
      try write([:], to: folder.path("public"), root: folder.path, assets: [asset], with: .disk)
      #expect(folder.read("public/media/large.bin") == Array(text.utf8))
    }
  }

  @Test func writesFromManyTasksAtOnce() async throws {
    try await withTemporaryFolder { folder in
      try folder.write("content/site.yaml", "")
      let paths = try (0..<2_000).map { try #require(OutputPath("p/\($0 % 7)/\($0)/index.html")) }
        .sorted()
      var log = DiagnosticLog()
      let output = try #require(
        try OutputFolder.open(
          at: folder.path("public"), root: folder.path, planned: paths, fileSystem: .disk,
          into: &log))
      let batches = try await withThrowingTaskGroup(of: OutputWriter.Batch.self) { group in
        for task in 0..<8 {
          group.addTask {
            var writer = output.writer()
            for index in stride(from: task, to: paths.count, by: 8) {
              try writer.put(Array(paths[index].string.utf8), at: paths[index])
            }
            return writer.finish()
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(try output.finish(batches) == .init(written: 2_000))
      let contents = try folder.contents(of: "public")
      #expect(
        contents
          == Dictionary(uniqueKeysWithValues: paths.map { ($0.string, Array($0.string.utf8)) }))
    }
  }
}
