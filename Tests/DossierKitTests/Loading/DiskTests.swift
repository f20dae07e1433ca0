import Foundation
import Testing

@testable import DossierKit

/// What only the real disk does.
@Suite struct DiskTests {
  @Test func readsWhatIsThereAndNothingElse() async throws {
    try await withTemporaryFolder { folder in
      try folder.write("content/articles/a.md", "first")
      try folder.write("content/empty.md", "")
      try folder.write("content/media/big.bin", String(repeating: "x", count: 300_000))
      try folder.makePipe("content/pipe.md")
      try folder.link("content/etc", to: "/etc")
      try folder.link("content/pages", to: "articles")
      var log = DiagnosticLog()
      let tree = try await SourceTree.load(
        folder.path, from: .disk, jobs: 4, theme: [], into: &log)
      #expect(
        tree.files.map { "\($0.path)=\(String(decoding: $0.bytes, as: UTF8.self))" } == [
          "content/articles/a.md=first", "content/empty.md=", "content/pages/a.md=first",
        ])
      #expect(tree.assets.map(\.size) == [300_000])
      #expect(log.entries.map(\.code) == [.linkLeavesContent, .unexpectedFile])
    }
  }

  @Test func reportsNamesThatAreNotUTF8() async throws {
    try await withTemporaryFolder { folder in
      try folder.write("content/a.md", "")
      try folder.makeFile(namedBy: [0xFF, 0x2E, 0x6D, 0x64], in: "content")
      var log = DiagnosticLog()
      let tree = try await SourceTree.load(
        folder.path, from: .disk, jobs: 1, theme: [], into: &log)
      #expect(tree.files.map(\.path) == ["content/a.md"])
      #expect(log.entries.map(\.message) == ["the name 'content/\u{FFFD}.md' is not UTF-8"])
    }
  }

  @Test func takesNamesByTheirBytes() async throws {
    try await withTemporaryFolder { folder in
      // Each is one character less to Swift than to the disk.
      try folder.write("content/media/\u{301}x.png", "")
      try folder.write("content/\u{600}.md", "")
      var log = DiagnosticLog()
      let tree = try await SourceTree.load(
        folder.path, from: .disk, jobs: 1, theme: [], into: &log)
      #expect(log.entries == [])
      #expect(tree.files.count == 1)
      #expect(tree.assets.count == 1)
    }
  }

  @Test func endsOnFoldersNestedDeeperThanFilesMayBeOpen() async throws {
    try await withTemporaryFolder { folder in
      let deep = "content/" + String(repeating: "d/", count: 1500)
      try folder.write(deep + "a.md", "deep")
      var log = DiagnosticLog()
      let tree = try await SourceTree.load(
        folder.path, from: .disk, jobs: 1, theme: [], into: &log)
      #expect(tree.files.map(\.bytes) == [Array("deep".utf8)])
    }
  }

  @Test func refusesWhatIsNoRegularFile() async throws {
    try await withTemporaryFolder { folder in
      try folder.makePipe("pipe")
      try folder.write("file", "12345")
      try folder.link("link", to: "file")
      let reasons: [(String, FileSystemError.Reason)] = [
        ("pipe", .special), ("link", .link), ("", .isDirectory), ("file/x", .notDirectory),
        ("file", .tooLarge(limit: 4)),
      ]
      for (name, reason) in reasons {
        let path = folder.path(name)
        #expect(throws: FileSystemError(.read, path, reason)) {
          try FileSystem.disk.read(path, 4)
        }
      }
      #expect(try FileSystem.disk.read(folder.path("nothing"), 4) == nil)
      #expect(try FileSystem.disk.read(folder.path("file"), 5)?.count == 5)
    }
  }

  @Test func readsAFileWholeWhileItGrows() async throws {
    try await withTemporaryFolder { folder in
      let path = folder.path("grows")
      try folder.write("grows", "")
      let handle = try #require(FileHandle(forWritingAtPath: path))
      let writer = Task.detached {
        for _ in 0..<300 { try handle.write(contentsOf: Data("0123456789".utf8)) }
      }
      // Whatever moment it is caught at, what is read is what stood there: no gap and no garbage.
      for _ in 0..<300 {
        guard let bytes = try? FileSystem.disk.read(path, 1 << 20) else { continue }
        for (index, byte) in bytes.enumerated() { #expect(byte == 0x30 + UInt8(index % 10)) }
      }
      try await writer.value
    }
  }
}
