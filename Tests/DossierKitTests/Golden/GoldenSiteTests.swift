import Foundation
import Testing

@testable import DossierKit

/// Small dossiers in, folders out: `Golden/<case>/content` and what stands in `Golden/<case>/expected`.
///
/// They are shown through the bare templates in `Golden/theme`, which hide nothing. With `RECORD=1` in the
/// environment the folders are written anew, and the test fails once, so that they are looked at.
@Suite("Golden sites") struct GoldenSiteTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  @Test("are what was expected", arguments: ["Talks", "Kinds"])
  func areWhatWasExpected(_ name: String) async throws {
    let site = try await Self.build(name)
    let expected = Self.folder.appending(path: "\(name)/expected")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try? FileManager.default.removeItem(at: expected)
      for (path, text) in site {
        let file = expected.appending(path: path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
      }
      Issue.record("'\(name)' was written anew; look at it, and run the tests again")
      return
    }
    let golden = try Self.files(below: expected)
    #expect(site.keys.sorted() == golden.keys.sorted())
    for (path, text) in site.sorted(by: { $0.key < $1.key }) {
      #expect(text == golden[path], "\(path)")
    }
  }

  /// What is written, but for the style sheet, which has no data in it.
  static func build(_ name: String) async throws -> [String: String] {
    var texts = try files(below: folder.appending(path: "\(name)/content"), as: "content/")
    texts.merge(try files(below: folder.appending(path: "theme"), as: "templates/")) { $1 }
    return try await MarkedDossier(texts).pages().filter { !$0.key.hasPrefix("assets/") }
  }

  static func files(below folder: URL, as prefix: String = "") throws -> [String: String] {
    var files: [String: String] = [:]
    let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    for case let file as URL in try #require(walk) where !file.hasDirectoryPath {
      let path = file.path(percentEncoded: false).dropFirst(
        folder.path(percentEncoded: false).count + 1)
      files[prefix + path] = try String(contentsOf: file, encoding: .utf8)
    }
    return files
  }
}
