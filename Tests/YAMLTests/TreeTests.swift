import Testing

@testable import YAML

@Suite("Trees")
struct TreeTests {
  @Test(
    "keeps scalars as the text that stands there",
    arguments: [
      "NO", "on", "yes", "1e3", "0777", "0x1F", "2023-05-18", "12:30:45", "~", "null", ".inf", "<<",
      "=",
      "a#b", "http://x/y", "C:\\path", "it's", "5%",
    ])
  func keepsText(scalar: String) throws {
    let stream = Stream(parsing: Array("key: \(scalar)\n".utf8))
    #expect(stream.problems.isEmpty)
    #expect(stream.documents.first?["key"]?.text == scalar)
  }

  @Test(
    "reads every form of value, with the range of its content",
    arguments: [
      ("a: b", "{‹a›: ‹b›}"),
      ("a: b # c\n# d\ne:\n\n# f\n", "{‹a›: ‹b›, ‹e›: ‹›}"),
      ("a: [b, {c: d}, 'e''f']\n", "{‹a›: [‹b›, {‹c›: ‹d›}, ‹'e''f'=e'f›]}"),
      ("a:\n- b\n- c: d\n  e: f\n-\n", "{‹a›: [‹b›, {‹c›: ‹d›, ‹e›: ‹f›}, ‹›]}"),
      ("a: |\n  b\n\n  c\n\n\nd: e\n", "{‹a›: ‹|\n  b\n\n  c=b\n\nc\n›, ‹d›: ‹e›}"),
      ("a: >-\n  b\n  c\n", "{‹a›: ‹>-\n  b\n  c=b c›}"),
      ("a: b\n  c\n", "{‹a›: ‹b\n  c=b c›}"),
      ("a: \"b\\n\\u044F\"\n", "{‹a›: ‹\"b\\n\\u044F\"=b\nя›}"),
      ("a: [[id]]\n", "{‹a›: [[‹id›]]}"),
      ("я: Ё\nж: 🇨🇺!\n", "{‹я›: ‹Ё›, ‹ж›: ‹🇨🇺!›}"),
      ("a: я\r\nb: |\r\n  ё\r\n  ж\r\nc: d", "{‹a›: ‹я›, ‹b›: ‹|\r\n  ё\r\n  ж=ё\nж\n›, ‹c›: ‹d›}"),
      ("\u{FEFF}a: я\nb: c", "{‹a›: ‹я›, ‹b›: ‹c›}"),
      ("\u{FEFF}a: b\nb: c", "{‹a›: ‹b›, ‹b›: ‹c›}"),
      ("a: \"я\n  ж\"\nb: {c: я, d}\n", "{‹a›: ‹\"я\n  ж\"=я ж›, ‹b›: {‹c›: ‹я›, ‹d›: ‹›}}"),
      ("? a\n: b\n", "{‹a›: ‹b›}"),
      ("just text\n", "‹just text›"),
    ])
  func readsForms(yaml: String, expected: String) {
    #expect(outline(yaml) == expected)
    #expect(Stream(parsing: Array(yaml.utf8)).problems.isEmpty)
  }

  @Test(
    "reads a stream of documents",
    arguments: [
      ("", ""), ("\n# nothing\n", ""), ("\u{FEFF}", ""),
      ("---\n", "‹›"),
      ("---\n---\na: b\n...\n---\nя\n", "‹› --- {‹a›: ‹b›} --- ‹я›"),
      ("a: 1\n--- # next\nb: 2\n", "{‹a›: ‹1›} --- {‹b›: ‹2›}"),
    ])
  func readsDocuments(yaml: String, expected: String) {
    #expect(outline(yaml) == expected)
  }

  @Test("gives collections the range of their content")
  func rangesOfCollections() throws {
    let yaml = "a: { b: c }\nd:\n  - я\n  - [f]  # g\n\n# h\ni:\n  j:\n\n"
    let bytes = Array(yaml.utf8)
    let root = try #require(Stream(parsing: bytes).documents.first)
    func source(_ node: Node?) -> String? {
      node.map { String(decoding: bytes[$0.range], as: UTF8.self) }
    }
    #expect(source(root["a"]) == "{ b: c }")
    #expect(source(root["d"]) == "- я\n  - [f]")
    #expect(source(root["d"]?.items?.last) == "[f]")
    #expect(source(root["i"]) == "j:")
    #expect(source(root) == yaml.dropLast(2).description)
  }

  @Test("reads only the given part, with ranges of the whole file")
  func readsFrontMatter() throws {
    let file = Array("\u{FEFF}---\nя: ё\nb: c\n---\n@ not: yaml: at all\n".utf8)
    let front = 7..<19
    let stream = Stream(parsing: file, in: front)
    #expect(stream.problems.isEmpty)
    #expect(stream.documents.map { outline($0, in: file) } == ["{‹я›: ‹ё›, ‹b›: ‹c›}"])
    #expect(stream.documents.first?.range.lowerBound == 7)
  }

  @Test("puts a range that is larger than the file right")
  func clampsRange() {
    #expect(Stream(parsing: Array("a: b".utf8), in: 0..<100).documents.count == 1)
    #expect(Stream(parsing: [], in: 5..<9).documents.isEmpty)
  }

  @Test(
    "tells nothing given from text",
    arguments: [
      ("", true), ("~", true), ("null", true), ("''", false), ("'~'", false), ("\"null\"", false),
      ("none", false), ("[]", false), ("{}", false), ("|\n", false),
    ])
  func tellsEmpty(value: String, isEmpty: Bool) throws {
    let root = try #require(Stream(parsing: Array("key: \(value)\n".utf8)).documents.first)
    #expect(root["key"]?.isEmpty == isEmpty)
  }

  @Test("finds values by key, and nothing where there is none")
  func findsByKey() throws {
    let root = try #require(Stream(parsing: Array("a: {b: c}\nd: [e]\n".utf8)).documents.first)
    #expect(root["a"]?["b"]?.text == "c")
    #expect(root["x"] == nil)
    #expect(root["d"]?["e"] == nil)
    #expect(root["d"]?.items?.count == 1)
    #expect(root["d"]?.pairs == nil)
    #expect(root.pairs?.map(\.key.text) == ["a", "d"])
    #expect(root.text == nil)
  }

  @Test("knows how each value is written")
  func knowsStyles() throws {
    let yaml =
      "a: b\nc: 'd'\ne: \"f\"\ng: |\n  h\ni: >\n  j\nk: [l]\nm:\n  - n\no: {p: q}\nr:\n  s: t\n"
    let root = try #require(Stream(parsing: Array(yaml.utf8)).documents.first)
    #expect(
      root.pairs?.map(\.value.style) == [
        .plain, .quoted, .quoted, .literal, .folded, .flow, .block, .flow, .block,
      ])
  }
}
