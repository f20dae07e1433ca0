import Testing

@testable import DossierKit

@Suite("Annotations anchored by words") struct QuoteAnchorTests {
  private static func quote(_ on: String) -> String {
    "annotations: {q: {text: A note., on: {\(on)}}}"
  }

  @Test("say what is wrong with them", arguments: wrong)
  func sayWhatIsWrong(_ row: Row) async throws { try await row.check() }

  private static let wrong = [
    Row(
      "words that are not there", article("They met.", quote("exact: 1️⃣they parted")),
      .quoteNotFound, "'they parted' stands nowhere", help: "as a page shows them"),
    Row(
      "other capitals", article("They met.", quote("exact: 1️⃣they met")), .quoteNotFound,
      "'they met'", help: "capitals and signs"),
    Row(
      "thrice", article("A word, a word, *a* word.", quote("exact: 1️⃣a word")), .quoteAmbiguous,
      "twice", help: "'prefix' or 'suffix'"),
    Row(
      "not behind its prefix", article("A word.", quote("exact: 1️⃣word, prefix: the")),
      .quoteNotFound, "once, but not behind 'the'"),
    Row(
      "twice behind its prefix", article("A word. A word.", quote("exact: 1️⃣word, prefix: A")),
      .quoteAmbiguous, "twice, with what is quoted around it", help: "more of the words"),
    Row(
      "across paragraphs", article("A\n\nword.", quote("exact: 1️⃣A word")), .quoteNotFound),
    Row("no text", article("", quote("exact: 1️⃣word")), .quoteNotFound),
    Row(
      "only in a footnote", article("A.[^n]\n\n[^n]: word", quote("exact: 1️⃣word")),
      .quoteNotFound),
  ]

  @Test("name every other place")
  func nameOtherPlaces() async throws {
    let dossier = MarkedDossier(
      article("A 1️⃣word, a 2️⃣word and a 3️⃣word.", Self.quote("exact: word")))
    let report = try await dossier.build()
    let diagnostic = try #require(report.diagnostics.first)
    #expect(report.diagnostics.count == 1 && diagnostic.message.contains("3 times"))
    #expect(
      diagnostic.notes.map { $0.location.range.lowerBound }
        == ["1️⃣", "2️⃣", "3️⃣"].map { dossier.marks[$0]?.offset })
  }

  @Test("mark the one place, in the words of other pages, and are backlinks")
  func markThePlace() async throws {
    let files =
      article(
        "In *[[minsk]] they\nspoke* of it, and spoke again.",
        """
        annotations:
          q: {on: {exact: Minsk they spoke of}, text: A note., about: [minsk]}
          r: {on: {exact: spoke, suffix: again}, text: Another.}
        """) + ["content/places/minsk.yaml": "name: Minsk"]
    let pages = try await MarkedDossier(files).pages()
    let page = try #require(pages["articles/talks/index.html"])
    #expect(page.contains(#"<span class="annotation" id="_a1">Minsk</span></a>"#), "\(page)")
    #expect(page.contains(#"<span class="annotation" id="_a2">spoke</span><details"#))
    #expect(page.matches(of: /<details class="sidenote">/).count == 2)
    let place = try #require(pages["places/minsk/index.html"])
    #expect(place.contains("In <mark>Minsk they spoke of</mark> it"), "\(place)")
    #expect(place.contains(##"href="../../articles/talks/#_a1""##))
  }

  @Test("leave nothing of what is kept back")
  func leaveNothing() async throws {
    let files =
      article(
        "One word, and [two]{^d}.",
        """
        annotations:
          q: {on: {exact: One word}, text: canary, status: draft}
          d: {text: canary, status: draft}
        """)
    let page = try #require(try await MarkedDossier(files).pages()["articles/talks/index.html"])
    #expect(!page.contains("canary") && !page.contains("annotation") && !page.contains("_a1"))
  }
}
