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

  @Test("are none", arguments: silent)
  func areNone(_ body: String) async throws {
    try await expect(MarkedDossier(article(body) + Self.sources), says: [])
  }

  private static let silent = [
    "Write to (@somebody) or a@wire, or to (press@wire.example).", "See (@wire.example) there.",
    "Look for (@wire_desk), (@wire/desk) and (@wired).", "Code: `(@wire, p. 3)`.",
    "    (@wire, p. 3)", "Shown: (\\@wire) and \\[@wire].", "A [@wire, pp. 3; 5].",
    "A [@wire, p. 3; @crane-contract, item 7].", "A [@wire, p. 3; also a].", "The @wire says.",
    "A [@wire, mail to desk@crane-contract].",
  ]

  @Test("are told from a place in a field")
  func areToldInFields() async throws {
    try await Row(
      "cite", official("born: {value: 1970, cite: 1️⃣'wire, item 4'}") + Self.sources,
      .danglingReference, help: "write 'wire#item 4'"
    ).check()
  }
}
