import Testing

@testable import Markdown

@Suite("Hostile input ends with an answer")
struct HostileTests {
  static let repeated: [(String, Int)] = [
    ("[", 100_000), ("]", 100_000), ("![", 100_000), ("[[", 100_000), ("[[a]]", 12_000),
    ("[[a|", 12_000), ("[@", 12_000), ("[@a;", 12_000), ("[^", 12_000), ("~~", 12_000),
    ("~~a ", 12_000),
    ("[a]{^k}", 7_000), ("[a", 12_000), ("{^", 12_000), ("*a **a ", 5_000), ("*a_ ", 12_000),
    ("`", 25_000), ("`a``", 7_000), ("&", 25_000), ("&amp;", 12_000), ("&a;", 12_000),
    ("\\", 25_000), ("\0", 25_000), ("<", 25_000), ("|", 25_000), ("| a ", 7_000),
    ("[a](b", 2_000), ("[a]: b\n", 5_000), ("[^a]: b\n", 5_000), ("[^a]: b\n\n    c\n\n", 2_000),
    ("| a |\n", 5_000), ("|a|\n|-|\n", 5_000), ("# a\n", 5_000), ("- a\n", 5_000),
    ("> a\n\n", 5_000), ("a\n", 12_000), ("a\\\n", 12_000), ("```\n", 20_001), ("é", 25_000),
    ("[a][b] ", 5_000), ("a **b** ", 12_000), ("&#65;", 12_000), ("<b>", 7_000),
    ("![a](b)\n\n", 2_000),
  ]

  @Test("of one thing many times", arguments: repeated)
  func repeats(_ piece: String, _ count: Int) {
    let document = Document(String(repeating: piece, count: count))
    #expect(document.misplacements == [])
    #expect(!document.html.isEmpty || document.events.isEmpty || !document.footnotes.isEmpty)
  }

  @Test(
    "that nests without end is flattened, and says so",
    arguments: [
      String(repeating: ">", count: 20_000) + "a", String(repeating: "- ", count: 5_000) + "a",
      String(repeating: "1) ", count: 5_000) + "a",
      (0..<400).map { String(repeating: "  ", count: $0) + "- a\n" }.joined(),
      String(repeating: "*a **b ", count: 500) + String(repeating: "c** d*", count: 500),
      String(repeating: "> - ", count: 2_000) + "a",
    ])
  func flattens(_ text: String) {
    let document = Document(text)
    var depth = 0
    var deepest = 0
    for event in document.events {
      depth += event.enters ? 1 : event.leaves ? -1 : 0
      deepest = max(deepest, depth)
    }
    #expect(deepest <= 2 * Document.nestingLimit + 2)
    #expect(document.problems.map(\.kind) == [.nestingTooDeep])
    #expect(document.misplacements == [])
    #expect(document.html.contains("a"))
  }

  @Test("of five million bytes in one line")
  func readsALongLine() {
    let piece =
      String(repeating: "many words ", count: 100) + "[[id]] and *more* [@source, p. 3] &amp; "
    let count = 5_000_000 / piece.utf8.count
    let document = Document(String(repeating: piece, count: count))
    #expect(document.wikiLinks.count == count)
    #expect(document.misplacements == [])
  }

  @Test(
    "of nothing, or of nothing to be seen",
    arguments: ["", "\n", " ", "\u{FEFF}", "\r", "\0", "\n\n\n"])
  func readsNothing(_ text: String) {
    let document = Document(text)
    #expect(document.misplacements == [])
    #expect(document.html == (text == "\0" ? "<p>\u{FFFD}</p>\n" : ""))
  }

  @Test("of bytes that are no text")
  func readsAnyBytes() {
    let bytes = (0..<40_000).map { UInt8(truncatingIfNeeded: $0 &* 193 ^ $0 >> 3) }
    let document = Document(parsing: bytes)
    #expect(document.misplacements == [])
    #expect(Document(parsing: bytes, in: 10_000..<90_000).misplacements == [])
    #expect(Document(parsing: [0xFF, 0x5B, 0xC3]).misplacements == [])
  }

  @Test("of a table below marks that every cell would repeat")
  func readsATableInDeepQuotes() {
    let marks = String(repeating: ">", count: 2_000)
    let document = Document(
      marks + String(repeating: "|a", count: 2_000) + "\n" + marks
        + String(repeating: "|-", count: 2_000))
    #expect(document.misplacements == [])
  }

  @Test("of a table whose rows lack nearly all of their cells")
  func readsAWideTable() {
    let wide =
      String(repeating: "|a", count: 5_000) + "|\n" + String(repeating: "|-", count: 5_000) + "|\n"
    let document = Document(wide + String(repeating: "|b\n", count: 5_000))
    #expect(document.events.count { $0.kind == .tableCell && $0.enters } < 200_000)
    #expect(document.misplacements == [])
  }
}
