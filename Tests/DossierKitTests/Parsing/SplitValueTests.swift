import Testing

@testable import DossierKit

/// `{translation: We got it, and cheaply}`
@Suite("A comma within { }") struct SplitValueTests {
  private static let wire = ["content/sources/wire.yaml": "title: W"]

  @Test("cuts off nothing unnoticed", arguments: split)
  func cutsOffNothing(_ row: Row) async throws { try await row.check() }

  private static let split = [
    Row(
      "of a translation",
      official("cite: {source: wire, quote: A, translation: We got it, 1️⃣and cheaply}") + wire,
      .splitValue, "a comma ends a value within '{ }'",
      help: "write 'translation: \"We got it, and cheaply\"'"),
    Row(
      "of a place", official("cite: {source: wire, at: pp. 2, 1️⃣8}") + wire, .splitValue,
      help: "write 'at: \"pp. 2, 8\"'"),
    Row(
      "several times", official("cite: {source: wire, at: pp. 2, 1️⃣8, 9}") + wire, .splitValue,
      help: "write 'at: \"pp. 2, 8, 9\"'"),
    Row(
      "of a fact", official("born: {value: 1970, note: A, 1️⃣or so}"), .splitValue,
      help: "write 'note: \"A, or so\"'"),
    Row(
      "of an entry", official("posts: [{title: Minister of Trade, 1️⃣Industry and Ports}]"),
      .splitValue, help: "Trade, Industry and Ports"),
    Row(
      "without a colon", official("posts: [{title: Minister, 1️⃣start 2020}]"), .splitValue,
      help: "write 'start: 2020'"),
    Row(
      "behind quotes", official("posts: [{title: \"Minister\", 1️⃣of trade}]"), .splitValue,
      help: "put the whole value in quotes"),
    Row("of an annotation", article("[A]{^n}", "annotations: {n: A note, 1️⃣cut off}"), .splitValue),
    Row(
      "of an annotation's text", article("[A]{^n}", "annotations: {n: {text: A note, 1️⃣cut off}}"),
      .splitValue),
    Row(
      "of the words that a note is on",
      article("A word, and more.", "annotations: {n: {text: A, on: {exact: A word, 1️⃣and more}}}"),
      .splitValue),
    Row(
      "of a reason",
      place("lint: {ignore: [{code: orphan-entity, reason: It is new, 1️⃣and small}]}"), .splitValue),
    Row("of an identifier", place("identifiers: {wikidata: Q1, 1️⃣Q2}"), .splitValue),
    Row(
      "of a label", ["content/site.yaml": "title: T\nkinds: {a: {plural: b, label: {one: A, 1️⃣b}}}"],
      .splitValue),
  ]

  @Test("is told from other slips", arguments: others)
  func isTold(_ row: Row) async throws { try await row.check() }

  private static let others = [
    Row("a key that has its colon", official("posts: [{title: A, 1️⃣titel: }]"), .unknownKey),
    Row("a key that is declared", official("posts: [{title: A, start}]")),
    Row("what was to keep it back", official("born: {value: 1970, 1️⃣draft}"), .unclearVisibility),
    Row("quotes", official("posts: [{title: 'A, b'}]")),
  ]
}
