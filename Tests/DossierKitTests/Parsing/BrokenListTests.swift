import Testing

@testable import DossierKit

/// `- x` with a deeper ` - y` below it is one text to YAML, and so is `-x`.
@Suite("A list that is a text") struct BrokenListTests {
  @Test("is named", arguments: named)
  func isNamed(_ row: Row) async throws { try await row.check() }

  private static let named = [
    Row(
      "an item that is indented further", place("tags:\n  - a\n   1️⃣- b"), .brokenList,
      "'- b' is a part of the text above", help: "line its '-' up"),
    Row(
      "several", place("tags:\n - a\n   1️⃣- b\n   - c\n - d"), .brokenList, help: "line its '-' up"),
    Row(
      "of free data", place("extra:\n  a:\n    - b\n      1️⃣- c"), .brokenList),
    Row("a dash without a space", place("tags:\n  1️⃣-a\n  -b"), .brokenList, help: "write '- a'"),
    Row("names", place("names: 1️⃣-Mensk"), .brokenList, help: "write '- Mensk'"),
    Row(
      "a list below a value", place("tags: a\n  1️⃣- b"), .brokenList, "'tags' no list",
      help: "on a line of its own"),
    Row(
      "an entry that is indented further",
      official("posts:\n  - title: A\n   1️⃣- title: B"), .yamlSyntax,
      "'- title: B' is indented otherwise", help: "line its '-' up"),
    Row(
      "one dash without a space", place("tags:\n  - a\n  1️⃣-b"), .yamlSyntax, help: "write '- b'"),
    Row(
      "of references",
      article("A", "about:\n  1️⃣-minsk\n  -talks") + place(""), .danglingReference,
      help: "'[minsk, talks]'"),
  ]

  @Test("is not what is none", arguments: right)
  func isNotWhatIsNone(_ row: Row) async throws { try await row.check() }

  private static let right = [
    Row("a list", place("tags:\n  - a\n  - b\nnames:\n- C d\n- E f")),
    Row("text in quotes", place("tags:\n  - \"a\n   - b\"\n  - '-c'")),
    Row("text below a mark", official("ranks:\n  - rank: >\n      a\n      - b")),
    Row("several lines", place("tags:\n  - a\n    b-c\n    -d e")),
    Row("a summary", place("summary: They met\n  - and left.")),
    Row("a list of lists of free data", place("extra:\n  a:\n    - - b\n      - c")),
    Row("what is less than nothing", place("names: -5 Club")),
  ]
}

@Suite("A value without its key") struct KeylessValueTests {
  @Test("is named once, with the key", arguments: rows)
  func isNamed(_ row: Row) async throws { try await row.check() }

  private static let wire = ["content/sources/wire.yaml": "title: W"]

  private static let rows = [
    Row(
      "an address", ["content/sources/wire.yaml": "title: W\narchives: [{1️⃣https://a.example/b}]"],
      .splitValue, "has no key", help: "write 'url: https://a.example/b'"),
    Row(
      "beside others",
      ["content/sources/wire.yaml": "title: W\narchives: [{1️⃣https://a.example/b, at: 2020-01-01}]"],
      .splitValue, help: "write 'url: https://a.example/b'"),
    Row("a name", place("names: [{1️⃣Mensk, lang: be}]"), .splitValue, help: "write 'text: Mensk'"),
    Row(
      "of which the key is not known", official("posts: [{1️⃣Minister, start: 2020}]"), .splitValue,
      help: "put its key before it"),
    Row(
      "the place in a source",
      official("born: {value: 1970, cite: wire, 1️⃣p. 3}") + wire, .splitValue,
      help: "write 'cite: \"wire#p. 3\"'"),
    Row(
      "a text for a correction", place("corrections: 1️⃣We were wrong"), .wrongShape,
      help: "write 'corrections: [{date: …, what: …}]'"),
    Row(
      "two sources in one", official("cite: {source: wire, 1️⃣cite: wire}") + wire, .unknownKey,
      help: "cite each source by itself"),
  ]
}
