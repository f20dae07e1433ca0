import Testing

@testable import DossierKit

@Suite("The name of what was removed") struct RedactedNameTests {
  private static let removed = official(
    "names: [M. Milian Gómez, {text: Milian}]\nvisibility: redacted\nupdated: 2023-05-01")

  @Test("is found where readers see it", arguments: seen)
  func isFound(_ row: Row) async throws { try await row.check() }

  private static let seen = [
    Row(
      "in a text", article("Then 1️⃣MONICA Milián came.") + removed, .redactedName,
      "'MONICA Milián' is a name of 'milian', which was removed", help: "take it out"),
    Row("in a heading", article("## 1️⃣Monica Milian") + removed, .redactedName),
    Row("across markup", article("1️⃣Monica **Milian** came.") + removed, .redactedName),
    Row("as the words of a link", article("[[milian|1️⃣Monica Milian]]") + removed, .redactedName),
    Row("alone beside a link", article("[[milian|She]] is 1️⃣Milian.") + removed, .redactedName),
    Row("under another name", article("1️⃣M. Milian Gómez") + removed, .redactedName),
    Row("in a field", place("summary: 1️⃣Home of Monica Milian") + removed, .redactedName),
    Row(
      "in an entry", place("links: [{url: 'https://a.org', title: 1️⃣Monica Milian}]") + removed,
      .redactedName),
    Row(
      "in a title", ["content/pages/a.md": "---\ntitle: 1️⃣Monica Milian\n---\n"] + removed,
      .redactedName),
    Row(
      "in a note",
      article("[A]{^n}", "annotations: {1️⃣n: Monica Milian said so.}") + removed, .redactedName),
  ]

  @Test("is passed over elsewhere", arguments: unseen)
  func isPassedOver(_ row: Row) async throws { try await row.check() }

  private static let unseen = [
    Row("a single word by itself", article("The Milian is a kite.") + removed),
    Row("what nobody sees", article("Text. <!-- Monica Milian -->") + removed),
    Row("what is no draft's", article("Monica Milian", "visibility: draft") + removed),
    Row(
      "a name that another bears",
      article("Monica Milian came.") + removed + [
        "content/officials/other.yaml": "name: Monica Milian"
      ]),
    Row(
      "where somebody said why",
      article(
        "Monica Milian", "lint: {ignore: [{code: redacted-name, reason: Court record.}]}") + removed
    ),
  ]

  @Test func isToldOnceForEachPage() async throws {
    let dossier = MarkedDossier(
      article(String(repeating: "Monica Milian.\n\n", count: 9)) + Self.removed
        + ["content/countries/cuba.yaml": "name: Cuba\nsummary: Home of Monica Milian"])
    let found = try await dossier.build().diagnostics.filter { $0.code == .redactedName }
    #expect(found.map(\.notes.count) == [5, 0])
    #expect(found[0].help?.contains("8 other places") == true)
  }
}
