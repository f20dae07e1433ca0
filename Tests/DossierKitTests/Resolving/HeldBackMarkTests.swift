import Testing

@testable import DossierKit

/// Marks that are shown as they were typed: a warning elsewhere, and an error where they would tell of a draft.
@Suite("A mark of what is not published") struct HeldBackMarkTests {
  private static let files = [
    "content/sources/wire.yaml": "title: W",
    "content/sources/leaked.yaml": "title: L\nvisibility: draft",
    "content/places/secret.yaml": "name: S\nvisibility: draft",
    "content/sources/quill-tape.yaml": "title: Q\nvisibility: draft",
    "content/media/a.svg": "<svg/>",
  ]
  private static let note = "annotations: {n: {text: B, status: draft}}"

  @Test("is named where it is shown as it was typed", arguments: keys + ids + besideText)
  func isNamed(_ row: Row) async throws { try await row.check() }

  private static func key(_ what: String, _ body: String) -> Row {
    Row(
      "the key \(what)", article(body + "\n\n[A]{^n}", note) + files, .heldBackMark,
      "the annotation 'n' is not published")
  }

  private static let keys = [
    key("behind a citation", "A [@wire]1️⃣{^n}"),
    key("behind a citation in brackets", "A ([@wire]1️⃣{^n})."),
    key("behind a footnote", "A.[^f]1️⃣{^n}\n\n[^f]: B."),
    key("behind a word", "word1️⃣{^n}"),
    key("behind a space", "[A] 1️⃣{^n}"),
    key("at the start of a line", "A\n1️⃣{^n}"),
    key("in a heading", "## A 1️⃣{^n}"),
    key("in a list", "- A [@wire]1️⃣{^n}\n- B"),
    key("in a cell", "| A |\n|-|\n| B [@wire]1️⃣{^n} |"),
    key("in a caption", "![a](media/a.svg \"A [@wire]1️⃣{^n}\")"),
    key("in a footnote", "A.[^f]\n\n[^f]: B [@wire]1️⃣{^n}"),
    key("in the words of a link", "[A 1️⃣{^n}](https://a.example)"),
    key("in the words for a picture", "![A 1️⃣{^n}](media/a.svg)"),
    key("in the words of a wiki link", "[[wire|A 1️⃣{^n}]]"),
    key("with a space", "[A]1️⃣{^ n}"),
    key("of two words", "[A]1️⃣{^n o}"),
    key("without its end", "[A]1️⃣{^n"),
    Row(
      "the key of one about a draft",
      article("[A]{^n} b1️⃣{^n}", "annotations: {n: {text: B, about: secret}}") + files,
      .heldBackMark, "the annotation 'n' is not published"),
    Row(
      "the key of one whose claim is a draft",
      article("[A]{^n} b1️⃣{^n}", "annotations: {2️⃣n: {claim: milian#c}}")
        + official("claims: [{id: c, text: A, status: draft}]") + files,
      says: [
        Expectation("2️⃣", .unpublishedSupport), Expectation("1️⃣", .heldBackMark),
      ]),
  ]

  private static func id(_ what: String, _ body: String) -> Row {
    Row("the id \(what)", article(body) + files, .heldBackMark, "is not published")
  }

  private static let ids = [
    id("behind a bare @", "1️⃣@leaked says so."),
    id("behind other words", "So 1️⃣[see @leaked, p. 3]."),
    id("in the words of a link", "[A 1️⃣[@leaked]](https://a.example)"),
    id("in the words for a picture", "![A 1️⃣[@leaked]](media/a.svg)"),
    id("of two words, behind a bracket", "See [1️⃣quill-tape, p. 3]."),
    id("of two words, in brackets", "See (cf. 1️⃣quill-tape)."),
    id("of two words, at the end", "See 1️⃣quill-tape."),
    id("of two words, in code", "See `[@1️⃣quill-tape]`."),
    id("of two words, in a block of code", "A\n\n```\n1️⃣quill-tape\n```"),
    id("of two words, in the words of a link", "[1️⃣quill-tape](https://a.example)"),
    id("of a link without its end", "See 1️⃣[[secret for it."),
    id("of a link with half its end", "See 1️⃣[[secret]."),
    id("of a link with half its start", "See 1️⃣[secret]]."),
    id("of a link within a link", "[A 1️⃣[[secret|b]]](https://a.example)"),
    id("of a link for a picture", "![A 1️⃣[[secret|b]]](media/a.svg)"),
  ]

  private static let besideText = [
    Row(
      "in a title", article("1️⃣[A](https://a.example \"of [[secret|b]]\")") + files, .heldBackMark,
      "'secret' is not published"),
    Row(
      "in a place",
      article("A [@wire, 1️⃣p. 3 {^n}]. [A]{^n}", note) + files, .heldBackMark),
    Row(
      "of two words, in a field", official("disambiguation: 1️⃣from quill-tape") + files,
      .heldBackMark, "'quill-tape' is not published"),
    Row("in a field", official("disambiguation: 1️⃣of [[secret|b]]") + files, .heldBackMark),
    Row("in a list", official("tags: [1️⃣'[[secret]]']") + files, .heldBackMark),
    Row(
      "in an entry", official("links: [{url: 'https://a.example', title: 1️⃣'A [@leaked]'}]") + files,
      .heldBackMark, "'leaked' is not published"),
    Row(
      "in the source's own words",
      official("born: 1️⃣{value: 1970, as_stated: 'in [[secret|b]]'}") + files, .heldBackMark),
    Row(
      "in a quotation",
      official("born: {value: 1970, cite: 1️⃣{source: wire, quote: 'A [[secret|b]]'}}") + files,
      .heldBackMark),
  ]

  @Test(
    "is none where it is read as one, in drafts, in code, and behind a backslash",
    arguments: [
      Row("an annotation", article("[A]{^n} *b*{^n} `c`{^n}", note) + files),
      Row("a link", article("[[secret|A]]\n\n![a](media/a.svg \"b [[secret|c]]\")") + files),
      Row("code", article("`[[secret` `{^n}` [A]{^n}", note) + files),
      Row("behind a backslash", article("\\[[secret, \\{^n} [A]{^n}", note) + files),
      Row(
        "a draft",
        article("A {^n} [A]{^n} [[secret. @leaked", note + "\nvisibility: draft") + files,
        says: []),
      Row(
        "a type or a tag that is called as a draft is",
        official("tags: [related-to]\nrelations: [{type: related-to, to: milian}]") + [
          "content/places/related-to.yaml": "name: R\nvisibility: draft"
        ]),
      Row("parts of addresses and of files' names", article("quill-tape.pdf a/quill-tape") + files),
      Row("what is published", article("[[wire and [wire]].") + files),
    ])
  func isNone(_ row: Row) async throws {
    let report = try await row.dossier.build()
    #expect(!report.diagnostics.contains { $0.code == .heldBackMark })
  }
}
