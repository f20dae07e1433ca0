import Testing

@testable import YAML

@Suite("Hostile and large input")
struct HostileTests {
  @Test(
    "ends with an answer when nested 10,000 deep",
    arguments: ["[", "{a: ", "- ", "? ", "[\n", "a: {b: ["])
  func survivesDepth(unit: String) {
    let stream = Stream(parsing: Array(String(repeating: unit, count: 10_000).utf8))
    #expect(stream.problems.count == 1)
  }

  @Test("ends with an answer when indented 2,000 deep")
  func survivesIndentation() {
    let yaml = (0..<2_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(Stream(parsing: Array(yaml.utf8)).problems.map(\.kind) == [.tooDeep])
  }

  /// Inputs that a quadratic step anywhere would need hours for.
  @Test(
    "reads large documents in linear time",
    .timeLimit(.minutes(2)),
    arguments: [
      ("- ё: [a, b]\n", 100_000, 0), ("a, ", 200_000, 0), ("[&x я, &b c], ", 100_000, 1000),
      ("k: v\n", 100_000, 1000), ("\n", 500_000, 0), ("- |\n  я\n\n", 200_000, 0),
      ("---\n", 200_000, 0), ("'", 300_001, 1), ("x ", 300_000, 0), ("@", 200_000, 1),
      ("a:b\n", 100_000, 0), ("? ", 100_000, 1), ("[a]: b\n", 100_000, 1000),
    ])
  func readsLarge(unit: String, count: Int, problems: Int) {
    let isFlow = unit.hasSuffix(", ")
    let text = String(repeating: unit, count: count)
    let stream = Stream(parsing: Array((isFlow ? "[\(text)]" : text).utf8))
    #expect(stream.problems.count == problems)
  }

  @Test("answers for every prefix and every broken byte of a document")
  func survivesDamage() {
    let yaml =
      "\u{FEFF}я: [a, 'б', \"\\u044f\"]\r\nb:\n  - {c: &d e, f: !g h}\n  - |\n    ж\n\n  - >-\n    i\n"
    let bytes = Array(yaml.utf8)
    for end in bytes.indices {
      check(Array(bytes[..<end]))
      for replacement: UInt8 in [
        0x00, 0x09, 0x0A, 0x22, 0x27, 0x3A, 0x5B, 0x7D, 0x80, 0xFF, 0x25, 0x2D,
      ] {
        var damaged = bytes
        damaged[end] = replacement
        check(damaged)
      }
    }
  }

  /// Every range lies in the file, and every part in its whole.
  private func check(_ bytes: [UInt8]) {
    let stream = Stream(parsing: bytes)
    for problem in stream.problems {
      #expect(problem.range.upperBound <= bytes.count)
      #expect(problem.related.map { $0.range.upperBound <= bytes.count } ?? true)
      #expect(!problem.message.contains("\n"))
    }
    for document in stream.documents { check(document, within: 0..<bytes.count, of: bytes) }
  }

  private func check(_ node: Node, within range: Range<Int>, of bytes: [UInt8]) {
    #expect(range.lowerBound <= node.range.lowerBound && node.range.upperBound <= range.upperBound)
    for item in node.items ?? [] { check(item, within: node.range, of: bytes) }
    for pair in node.pairs ?? [] {
      check(pair.key, within: node.range, of: bytes)
      check(pair.value, within: node.range, of: bytes)
    }
    for offset in 0...(node.text?.utf8.count ?? 0) {
      let place = node.sourceOffset(ofTextOffset: offset, in: bytes)
      #expect(node.range.lowerBound <= place && place <= node.range.upperBound)
    }
  }
}
