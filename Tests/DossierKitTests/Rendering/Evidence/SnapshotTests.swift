import Testing

@testable import DossierKit

@Suite("Snapshots") struct SnapshotTests {
  private static let hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

  private func dossier(_ fields: String, file: String = "snapshots/a.html") -> MarkedDossier {
    MarkedDossier(
      ["content/sources/wire.yaml": "title: The wire\n\(fields)"]
        + official("born: {value: 1970, cite: wire}"),
      bytes: ["content/media/\(file)": Array("abc".utf8)])
  }

  @Test("are shown with hash, date and tool, and a link to the file")
  func areShown() async throws {
    let pages = try await dossier(
      "snapshots: [{file: snapshots/a.html, sha256: \(Self.hash), captured: 2023-05-19T13:00:00+03:00, tool: wget}]"
    ).pagesWithWarnings()
    let page = try #require(pages["sources/wire/index.html"])
    for part in [
      Self.hash, "wget", "href=\"../../media/snapshots/a.html\"",
      "<time datetime=\"2023-05-19T10:00:00Z\">19 May 2023, 13:00 (UTC+03:00)</time>",
    ] { #expect(page.contains(part), "\(part)") }
    #expect(pages["media/snapshots/a.html"] == "abc")
  }

  @Test("are named in the list of sources of a page, with a link to the file")
  func areNamedInLists() async throws {
    let pages = try await dossier(
      "snapshots: [{file: snapshots/a.html, sha256: \(Self.hash), captured: 2023-05-19T13:00:00Z}]"
    ).pagesWithWarnings()
    let page = try #require(pages["officials/milian/index.html"])
    #expect(page.contains("<a href=\"../../media/snapshots/a.html\">snapshots/a.html</a>"))
    #expect(ShownPage.words(page[...]).contains("Copy kept here snapshots/a.html, 19 May 2023"))
  }

  @Test("may be written in capitals")
  func mayBeInCapitals() async throws {
    _ = try await dossier(
      "snapshots: [{file: snapshots/a.html, sha256: \(Self.hash.uppercased())}]"
    )
    .pagesWithWarnings()
  }

  @Test("say which hash to write")
  func sayWhichHash() async throws {
    let unhashed = try await dossier("snapshots: [{file: snapshots/a.html}]").build()
    let warning = try #require(unhashed.diagnostics.first { $0.code == .snapshotUnhashed })
    #expect(warning.help == "add 'sha256: \(Self.hash)'")
    let changed = try await dossier(
      "snapshots: [{file: snapshots/a.html, sha256: \(SHA256Tests.empty)}]"
    ).build()
    let error = try #require(changed.diagnostics.first { $0.code == .snapshotChanged })
    #expect(error.help?.contains(Self.hash) == true)
    #expect(changed.hasErrors)
  }

  @Test("are those of any kind that has a file with a hash beside it")
  func areOfAnyKind() async throws {
    let report = try await MarkedDossier(
      [
        "content/site.yaml": """
        title: T
        kinds: {vessel: {plural: vessels, fields: {papers: {type: group, many: true, fields: {scan: {type: file}, sha256: {type: text}}}}}}
        """,
        "content/vessels/a.yaml": "name: A\npapers: [{scan: a.pdf, sha256: \(SHA256Tests.empty)}]",
      ], bytes: ["content/media/a.pdf": [0x61]]
    ).build()
    #expect(report.diagnostics.map(\.code).contains(.snapshotChanged))
  }

  @Test("that were found wrong are kept, and so are still what they were")
  func rejectedAreKept() async throws {
    let report = try await dossier(
      "snapshots: [{file: snapshots/a.html, sha256: \(SHA256Tests.empty), status: rejected, note: Another page.}]"
    ).build()
    #expect(report.diagnostics.map(\.code).contains(.snapshotChanged))
  }
}
