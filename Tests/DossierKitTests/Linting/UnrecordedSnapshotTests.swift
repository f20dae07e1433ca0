import Testing

@testable import DossierKit

@Suite("A snapshot") struct UnrecordedSnapshotTests {
  private func found(_ files: [String: String], at path: String) async throws -> [String] {
    let dossier = MarkedDossier(files, bytes: ["content/media/\(path)": [0x41]])
    let report = try await dossier.build()
    return report.diagnostics.filter { $0.code == .unrecordedSnapshot }.map { diagnostic in
      diagnostic.location.map { report.sources[$0.file].path } ?? ""
    }
  }

  @Test func belongsToASource() async throws {
    let snapshot = "snapshots: [{file: snapshots/2023/a.html}]"
    #expect(try await found(source("a", snapshot), at: "snapshots/2023/a.html").isEmpty)
    #expect(try await found([:], at: "a.html").isEmpty, "it is no snapshot")
    let draft = source("a", snapshot + "\nvisibility: draft")
    #expect(try await found(draft, at: "snapshots/2023/a.html").isEmpty, "it is held back")
  }

  @Test func isNamedIfItBelongsToNone() async throws {
    let path = "content/media/snapshots/a.html"
    #expect(try await found(source("a"), at: "snapshots/a.html") == [path])
    let shown = article("See [it](../media/snapshots/a.html).")
    #expect(try await found(shown, at: "snapshots/a.html") == [path])
  }
}

@Suite("A file of media") struct UnusedMediaTests {
  private func found(_ files: [String: String]) async throws -> [String] {
    let report = try await MarkedDossier(files, bytes: ["content/media/a b.pdf": [0x41]]).build()
    return report.diagnostics.filter { $0.code == .unusedMedia }.map { diagnostic in
      diagnostic.location.map { report.sources[$0.file].path } ?? ""
    }
  }

  @Test func isNamedSomewhere() async throws {
    #expect(try await found([:]) == ["content/media/a b.pdf"])
    for files in [
      article("See [it](../media/a%20b.pdf)."),
      article("[A]{^n}", "annotations: {n: '[B](../media/a%20b.pdf)'}"),
      official("images: [{file: a b.pdf, alt: A}]"), official("extra: {scan: media/a b.pdf}"),
      official("images: [{file: a b.pdf, alt: A}]\nvisibility: draft"),
      [
        "content/site.yaml":
          "title: T\nlint: {ignore: [{code: unused-media, reason: Others link to it.}]}"
      ],
    ] { #expect(try await found(files).isEmpty) }
  }
}
