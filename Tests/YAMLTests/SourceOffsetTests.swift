import Testing

@testable import YAML

@Suite("Offsets from a scalar's text to the file")
struct SourceOffsetTests {
  /// Every `$` of the text is found at its `$` of the source.
  @Test(
    "finds every marked byte",
    arguments: [
      "k: я$ж$", "k: '$я$'", "k: 'it''$s''$'", #"k: "$я\u044f$\n\"$\U0001F1E8$\x41$""#,
      "k: |\n  $я\n   $b\n\n  c$d", "k: |+\n\n  $a\n   $b\n", "k: |2\n    $a\n   $b\n",
      "k: |\r\n  a$\r\n  $b\r\n", "k: >\n  $a b$\n  c$d\n\n  e$\n", "k: >-\n  a\n    $b\n  $c\n",
      "k: $a\n  b$c\n  d$e\n", "k: \"a$\n\n  $b c$\"", "- $a\n  $b",
      "k: \"a$\\\n   $b\"", #"k: "\L$\N$\_$\e$""#,
    ])
  func findsMarkedBytes(yaml: String) throws {
    let source = Array(yaml.utf8)
    let stream = Stream(parsing: source)
    try #require(stream.problems.isEmpty)
    let root = try #require(stream.documents.first)
    let node = try #require(root["k"] ?? root.items?.first)
    let text = Array(try #require(node.text).utf8)
    let found = text.indices.filter { text[$0] == UInt8(ascii: "$") }
      .map { node.sourceOffset(ofTextOffset: $0, in: source) }
    #expect(found == source.indices.filter { source[$0] == UInt8(ascii: "$") })
    #expect(!found.isEmpty)
  }

  @Test("maps both ends, and clamps what lies outside")
  func mapsEnds() throws {
    let source = Array("k: 'abc'  \n".utf8)
    let node = try #require(Stream(parsing: source).documents.first?["k"])
    #expect(node.sourceOffset(ofTextOffset: 0, in: source) == 4)
    #expect(node.sourceOffset(ofTextOffset: 3, in: source) == 7)
    #expect(node.sourceOffset(ofTextOffset: 99, in: source) == 7)
    #expect(node.sourceOffset(ofTextOffset: -5, in: source) == 4)
  }

  @Test("gives a list its start")
  func givesListItsStart() throws {
    let source = Array("k: [a]".utf8)
    let node = try #require(Stream(parsing: source).documents.first?["k"])
    #expect(node.sourceOffset(ofTextOffset: 2, in: source) == 3)
  }
}
