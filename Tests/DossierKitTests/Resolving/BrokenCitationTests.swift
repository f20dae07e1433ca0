import Testing

@testable import DossierKit

/// What is nearly a citation, and would be published as it was typed.
@Suite("Broken citations") struct BrokenCitationTests {
  private static let sources = [
    "content/sources/wire.yaml": "title: The wire",
    "content/sources/crane-contract.yaml": "title: The contract",
    "content/sources/5.yaml": "title: Five",
  ]

  @Test("are errors", arguments: broken)
  func areErrors(_ row: Row) async throws { try await row.check() }

  private static func row(_ what: String, _ body: String, help: String) -> Row {
    Row(what, article(body) + sources, .brokenCitation, help: help)
  }

  private static let broken = [
    row(
      "not closed", "A 1️⃣[@crane-contract, p. 3 and so on.",
      help: "write '[@crane-contract, p. 3]'"),
    row("not closed, at the end", "A 1️⃣[@wire", help: "write '[@wire]'"),
    row("with a space", "A 1️⃣[@ wire, p. 3].", help: "write '[@wire, p. 3]'"),
    row("in round brackets", "A 1️⃣(@wire, pp. 3 to 5).", help: "write '[@wire, pp. 3 to 5]'"),
    row("with markup", "A 1️⃣[@wire, *p. 3*].", help: "write '[@wire"),
    row("before a full stop", "A 1️⃣(@wire.", help: "write '[@wire]'"),
    row(
      "of two sources behind a comma", "A [@wire, p. 9, @1️⃣crane-contract, item 7].",
      help: "put ';' and '@' between sources: '[@wire, p. 9; @crane-contract, item 7]'"),
    row(
      "of two sources behind a semicolon", "A [@wire, p. 9; 1️⃣crane-contract, item 7].",
      help: "'[@wire, p. 9; @crane-contract, item 7]'"),
    row("of a place behind a semicolon", "A 1️⃣[@wire; p. 4].", help: "write '[@wire, p. 4]'"),
    row(
      "of two sources behind an id", "A 1️⃣[@wire; crane-contract].",
      help: "write '[@wire; @crane-contract]'"),
    row("of two sources side by side", "A [@wire @1️⃣crane-contract].", help: "; @crane-contract]'"),
    Row(
      "in the text of a field", place("summary: A 1️⃣(@wire) b") + sources, .brokenCitation,
      help: "write '[@wire]'"),
    Row(
      "in a note", article("[A]{^n}", "annotations: {n: A 1️⃣(@wire) b}") + sources, .brokenCitation),
    Row(
      "of a draft",
      article("A 1️⃣(@wire).") + ["content/sources/wire.yaml": "title: W\nvisibility: draft"],
      .brokenCitation),
  ]

  @Test("of other programs are warnings", arguments: habits)
  func areWarnings(_ row: Row) async throws { try await row.check() }

  private static func habit(_ what: String, _ body: String, help: String) -> Row {
    Row(what, article(body) + sources, .literalCitation, help: help)
  }

  private static let habits = [
    habit("behind a word", "A 1️⃣[see @wire].", help: "write 'see [@wire]'"),
    habit(
      "behind a word, with a place", "A 1️⃣[cf. @wire, p. 3].", help: "write 'cf. [@wire, p. 3]'"),
    habit("without the author", "A 1️⃣[-@wire].", help: "write '[@wire]'"),
    habit("bare", "As 1️⃣@wire says, A.", help: "write '[@wire]', or '\\@' to show the sign"),
    habit("before its place", "A 1️⃣@wire [p. 3].", help: "write '[@wire, p. 3]'"),
    habit("before a remark", "A 1️⃣@wire [sic].", help: "write '[@wire]'"),
    habit("at the start", "1️⃣@wire.", help: "write '[@wire]'"),
    habit("behind emphasis", "A [*see* 1️⃣@wire].", help: "write '[@wire]'"),
  ]

  @Test("in links and pictures are warnings", arguments: misplaced)
  func areMisplaced(_ row: Row) async throws { try await row.check() }

  private static func misplaced(_ what: String, _ body: String, help: String) -> Row {
    Row(
      what, article(body + "\n\n[^n]: Note.[^n]") + sources + ["content/media/a.svg": "<svg/>"],
      .misplacedMark, help: help)
  }

  private static let misplaced = [
    misplaced(
      "a citation in a link", "[A 1️⃣[@wire, p. 3]](https://a.example/)[^n]",
      help: "put it behind the link: '[…](…) [@wire, p. 3]'"),
    misplaced("a footnote in a link", "[A1️⃣[^n]](https://a.example/)[^n]", help: "'[…](…) [^n]'"),
    misplaced("an annotation in a link", "[A1️⃣{^k}](https://a.example/)[^n]", help: "'[…](…){^k}'"),
    misplaced("a citation in a picture", "![A 1️⃣[@wire]](media/a.svg)[^n]", help: "caption [@wire]"),
  ]

  @Test("in captions are citations")
  func areCitedInCaptions() async throws {
    let page = try #require(
      try await MarkedDossier(
        article(
          """
          ![A quay](media/a.svg "The quay, \\"new\\" [@wire, p. 3][^n], [[talks|here]]")

          [^n]: Of the picture.
          """) + Self.sources + ["content/media/a.svg": "<svg/>"]
      ).pagesWithWarnings()["articles/talks/index.html"])
    #expect(
      page.contains(##"<figcaption>The quay, &quot;new&quot;<sup class="cite"><a href="#_s1""##))
    #expect(page.contains("Of the picture."))
    #expect(page.contains("p. 3</span>"))
    let fields = try #require(
      try await MarkedDossier(
        place("images: [{file: a.svg, alt: A quay, caption: 'The quay [@wire]'}]") + Self.sources
          + ["content/media/a.svg": "<svg/>"]
      ).pagesWithWarnings()["places/minsk/index.html"])
    #expect(fields.contains(##"<figcaption>The quay<sup class="cite"><a href="#_s1""##))
  }

  @Test("are none", arguments: silent)
  func areNone(_ body: String) async throws {
    try await expect(MarkedDossier(article(body) + Self.sources), says: [])
  }

  private static let silent = [
    "Write to (@somebody) or a@wire, or to (press@wire.example).", "See (@wire.example) there.",
    "Look for (@wire_desk), (@wire/desk) and (@wired).", "Code: `(@wire, p. 3)`.",
    "A\n\n    (@wire, p. 3)", "Shown: (\\@wire) and \\[@wire].", "A [@wire, pp. 3; 5].",
    "A [@wire, p. 3; @crane-contract, item 7].", "A [@wire, p. 3; also a].",
    "A [@wire, mail to desk@crane-contract].", "The @somebody says.", "The \\@wire says.",
    "Mail to desk@wire, or <desk@wire.example>.", "Follow [@wire](https://social.example/@wire).",
    "At /@wire, é@wire and @wire@social.example.", "See [the map [3]](https://a.example/) {^}.",
  ]

  @Test("are told from a place in a field")
  func areToldInFields() async throws {
    try await Row(
      "cite", official("born: {value: 1970, cite: 1️⃣'wire, item 4'}") + Self.sources,
      .danglingReference, help: "write 'wire#item 4'"
    ).check()
  }
}
