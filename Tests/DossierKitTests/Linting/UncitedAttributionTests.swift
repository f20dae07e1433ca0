import Testing

@testable import DossierKit

@Suite("A paragraph that says who is said to say so") struct UncitedAttributionTests {
  private static let wire = source("wire")

  @Test("may stand", arguments: right)
  func mayStand(_ row: Row) async throws { try await row.check() }

  private static let right = [
    Row("with a citation", article("According to the agency, they met [@wire].") + wire),
    Row("with one in another sentence", article("They met [@wire]. Reportedly, twice.") + wire),
    Row("with a footnote", article("Reportedly, they met.[^a]\n\n[^a]: Says she.")),
    Row("with an annotation", article("[They met]{^a}, reportedly.", "annotations: {a: B}")),
    Row(
      "with an anchored one",
      article(
        "They met,\nreportedly.", "annotations: {a: {on: {exact: 'They met, reportedly'}, text: B}}"
      )),
    Row("with a link", article("According to [them](https://example.org), they met.")),
    Row("with a page", article("According to [[minsk]], they met.") + place("")),
    Row("in a quotation", article("> According to some, they met.")),
    Row("in a heading", article("# According to some")),
    Row("in code", article("`reportedly`\n\n    according to\n")),
    Row("according to plan", article("All went according to plan.\nNone according\nto schedule.")),
    Row("of a word within another", article("Unreportedly, they reported.")),
    Row(
      "of words that are not neighbours", article("It is. Reported by none. According, to none.")),
    Row("of a page without any", ["content/pages/a.md": "---\ntitle: A\n---\nThey met."]),
  ]

  @Test(
    "accords with what says nothing",
    arguments: [
      "All went according to plan.", "All went according to the plan, and on time.",
      "None came according\nto schedule", "It was held according to the schedule.",
      "According to the law, a visit needs consent.", "According to law they may.",
      "Dressed according to their rank, they stood in line.", "They sat according to rank.",
      "Sorted according to age and size.", "According to the rules of the game, nobody may.",
      "It was done according to its own rules.", "According to *the* plan they left.",
      "According to international law they may not.", "ACCORDING TO PLAN!",
      "All went according to plan; all had been asked.",
      "It went according to the same original plan (of 2021).",
    ])
  func accordsWithRules(_ text: String) async throws { try await Row("", article(text)).check() }

  @Test(
    "has somebody who said it",
    arguments: [
      "1️⃣According to the ministry, they met.", "1️⃣According to Revenko, all went to plan.",
      "1️⃣According to the law firm, they met.", "1️⃣According to law enforcement they met.",
      "1️⃣According to the plan's authors, they met.", "1️⃣According to the plan’s authors, they met.",
      "1️⃣According to law-makers, they met.", "1️⃣According to the rules committee, they met.",
      "1️⃣According to the planners, they met.", "1️⃣According to its own officials, they met.",
      "1️⃣According to the, they met.", "1️⃣According to", "1️⃣According to the \"law\" paper, they met.",
      "All went according to plan, 1️⃣according to the ministry.",
      "According to plan and 1️⃣according to Revenko.", "They 1️⃣reportedly plan to meet.",
      "They 1️⃣allegedly rule alone.",
    ])
  func hasSomebody(_ text: String) async throws {
    try await Row("", article(text), .uncitedAttribution).check()
  }

  @Test("says it of nobody", arguments: wrong)
  func saysItOfNobody(_ row: Row) async throws { try await row.check() }

  private static let wrong = [
    Row(
      "in an article", article("They met, 1️⃣according to insiders."), .uncitedAttribution,
      "'according to' rests on nothing", help: "[@source-id]"),
    Row(
      "at the start", article("1️⃣According to insiders, they met."), .uncitedAttribution,
      "'According to'"),
    Row(
      "over a line's end", article("They met, 1️⃣it\nis reported."), .uncitedAttribution,
      "'it is reported'"),
    Row("at the end", article("They met 1️⃣reportedly"), .uncitedAttribution),
    Row("with emphasis", article("1️⃣According *to* some."), .uncitedAttribution),
    Row("in a list", article("- They met, 1️⃣sources said."), .uncitedAttribution),
    Row("in a table", article("| a | b |\n|---|---|\n| x | 1️⃣allegedly |"), .uncitedAttribution),
    Row(
      "where the next paragraph cites", article("1️⃣Reportedly.\n\nThey met [@wire].") + wire,
      .uncitedAttribution),
    Row(
      "where the last one did", article("They met [@wire].\n\n1️⃣Reportedly.") + wire,
      .uncitedAttribution),
    Row("once for a paragraph", article("1️⃣Reportedly, and reportedly."), .uncitedAttribution),
    Row(
      "on a page", ["content/pages/a.md": "---\ntitle: A\n---\n1️⃣Reportedly."], .uncitedAttribution),
    Row(
      "in the body of an entity",
      place("body: |\n  They met.\n\n  Later, 1️⃣it was reported, they met."),
      .uncitedAttribution),
    Row("of sources", article("Then, 1️⃣sources say, they met."), .uncitedAttribution),
    Row("of reports", article("1️⃣It has been reported."), .uncitedAttribution),
    Row("in a word of other scripts", article("É 1️⃣reportedly é."), .uncitedAttribution),
  ]
}
