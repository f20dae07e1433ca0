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
    Row("in a field", place("summary: Home of 1️⃣Monica Milian") + removed, .redactedName),
    Row(
      "in an entry", place("links: [{url: 'https://a.org', title: 1️⃣Monica Milian}]") + removed,
      .redactedName),
    Row(
      "in a title", ["content/pages/a.md": "---\ntitle: 1️⃣Monica Milian\n---\n"] + removed,
      .redactedName),
    Row(
      "in a note",
      article("[A]{^n}", "annotations: {n: So 1️⃣Monica Milian said.}") + removed, .redactedName),
    Row("in code", article("As `1️⃣Monica Milian` says.") + removed, .redactedName),
    Row("in a block of code", article("As in:\n\n    To: 1️⃣Monica Milian") + removed, .redactedName),
    Row(
      "in the title of a link", article("[A](https://a.org \"1️⃣Monica Milian\")") + removed,
      .redactedName, "'Monica Milian'"),
    Row(
      "in an address", article("[A](https://a.org/1️⃣monica-milian)") + removed, .redactedName,
      "'monica-milian'"),
    Row(
      "in an address of a field",
      place("links: ['https://a.org/1️⃣monica_milian.html']") + removed, .redactedName),
    Row(
      "in an id",
      article("A") + removed
        + ["content/pages/monica-milian-case.md": "---\n1️⃣title: A\n---\nB"], .redactedName),
    Row(
      "in an identifier", place("identifiers: {a: '1️⃣Monica Milian'}") + removed, .redactedName),
    Row(
      "in a place of a source",
      article("A [@wire, letter of 1️⃣Monica Milian].") + removed
        + ["content/sources/wire.yaml": "title: W"], .redactedName),
    Row(
      "in a place of a source under a field",
      place("summary: {value: A, cite: 'wire#1️⃣Monica Milian, p. 2'}") + removed
        + ["content/sources/wire.yaml": "title: W"], .redactedName),
    Row("in the order of an index", article("See 1️⃣Milian, Monica.") + removed, .redactedName),
    Row(
      "in that order with two surnames", article("See 1️⃣Milian Gómez, M.") + removed,
      .redactedName),
    Row("with a hyphen", article("The 1️⃣Monica-Milian affair") + removed, .redactedName),
    Row("with an initial", article("1️⃣Monica A. Milian came.") + removed, .redactedName),
    Row("with two of them", article("1️⃣Monica A B Milian came.") + removed, .redactedName),
    Row("in capitals", article("1️⃣MONICA MILIAN came.") + removed, .redactedName),
    Row(
      "in the settings",
      article("A") + removed + ["content/site.yaml": "title: T\ndescription: Of 1️⃣Monica Milian"],
      .redactedName),
    Row(
      "among the authors",
      article("A") + removed + ["content/site.yaml": "title: T\nauthors: [A, 1️⃣Monica Milian]"],
      .redactedName),
  ]

  @Test("is found in the name of a file")
  func isFoundInFileName() async throws {
    let dossier = MarkedDossier(
      article("![A](media/monica-milian.jpg)") + Self.removed,
      bytes: ["content/media/monica-milian.jpg": [1], "content/media/other.jpg": [1]])
    let report = try await dossier.build()
    let found = report.diagnostics.filter { $0.code == .redactedName }
    #expect(found.contains { $0.message.contains("'media/monica-milian.jpg'") })
    let places = found.compactMap { $0.location.map { report.sources[$0.file].path } }
    #expect(places == ["content/articles/talks.md", "content/media/monica-milian.jpg"])
  }

  @Test("is passed over elsewhere", arguments: unseen)
  func isPassedOver(_ row: Row) async throws { try await row.check() }

  private static let unseen = [
    Row(
      "words without its capitals",
      article("They may hope, or may-be hope; May came. Hope stays.") + [
        "content/officials/may.yaml": "name: May Hope\nvisibility: redacted\nupdated: 2023-05-01"
      ]),
    Row("two sentences", article("Then came Monica. Milian left.") + removed),
    Row("a list of names", article("Monica, Milian and others.") + removed),
    Row(
      "a source that is not published",
      article("B [@wire; @leaked, Monica Milian].") + removed + [
        "content/sources/wire.yaml": "title: W",
        "content/sources/leaked.yaml": "title: L\nvisibility: draft",
      ]),
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
