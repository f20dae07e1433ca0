import Testing

@testable import DossierKit

@Suite("A source on the web") struct UnarchivedSourceTests {
  @Test("is kept elsewhere too", arguments: right)
  func isKept(_ row: Row) async throws { try await row.check(heeding: [.unarchivedSource]) }

  private static let right = [
    Row(
      "in an archive",
      source("a", "url: https://example.org/1\narchives: [{url: 'https://archive.example/1'}]")),
    Row("or was never there", source("a")),
    Row("or has an address that nobody knows", source("a", "url: unknown")),
    Row(
      "or had another",
      source("a", "url: {value: 'https://example.org/1', status: rejected, note: Wrong.}")),
  ]

  @Test func isKeptAsASnapshot() async throws {
    let dossier = MarkedDossier(
      source("a", "url: https://example.org/1\nsnapshots: [{file: snapshots/a.html}]"),
      bytes: ["content/media/snapshots/a.html": [0x41]])
    let report = try await dossier.build()
    #expect(!report.diagnostics.contains { $0.code == .unarchivedSource })
  }

  @Test(
    "is said to have no copy, which a dead address can no longer give",
    arguments: [
      ("", "have a web archive keep it"), ("url_status: live", "have a web archive keep it"),
      ("url_status: unfit", "have a web archive keep it"),
      ("url_status: dead", "look in web archives for a copy from before"),
      ("url_status: usurped", "look in web archives for a copy from before"),
      ("url_status: [{value: live}, {value: dead}]", "or keep the copy that you have"),
    ])
  func isSaidToHaveNoCopy(_ status: String, _ help: String) async throws {
    let dossier = MarkedDossier(source("a", "url: 1️⃣https://example.org/1\n\(status)"))
    let report = try await dossier.build()
    let diagnostic = try #require(report.diagnostics.first { $0.code == .unarchivedSource })
    #expect(diagnostic.message == "there is no copy of 'https://example.org/1'")
    #expect(diagnostic.help?.contains(help) == true)
    #expect(diagnostic.help?.contains("snapshots: [{file: …}]") == true)
    #expect(diagnostic.location?.range.lowerBound == dossier.marks["1️⃣"]?.offset)
  }
}
