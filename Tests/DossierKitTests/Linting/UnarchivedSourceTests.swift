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

  @Test func isSaidToHaveNoCopy() async throws {
    try await Row(
      "", source("a", "url: 1️⃣https://example.org/1\nurl_status: dead"), .unarchivedSource,
      "there is no copy of 'https://example.org/1'", help: "archives"
    ).check()
  }
}
