import Testing

@testable import YAML

@Suite("Problems")
struct ProblemTests {
  /// YAML with the place of its one problem marked, the kind, and what message and help must hold.
  struct Case: CustomTestStringConvertible {
    let yaml: String
    let kind: Problem.Kind
    let message: String
    let help: String
    var testDescription: String { yaml.debugDescription }

    init(_ yaml: String, _ message: String, _ help: String) {
      self.init(yaml, .syntax, message, help)
    }

    init(_ yaml: String, _ kind: Problem.Kind, _ message: String, _ help: String) {
      self.yaml = yaml
      self.kind = kind
      self.message = message
      self.help = help
    }
  }

  @Test(
    "names the place and the way out",
    arguments: [
      Case(
        "title: Cuba⟦:⟧ a visit", "text with ': ' in it needs quotes",
        #"write title: "Cuba: a visit""#),
      Case(
        "я: Ещё⟦:⟧ \"раз\"", "text with ': ' in it needs quotes", #"write я: 'Ещё: "раз"'"#),
      Case("a: [x: y⟦:⟧ z]", "needs quotes", "between the commas"),
      Case(
        "a: 1\n  ⟦born⟧: 2", "'born' is indented so that it continues the value of 'a'",
        "line it up"),
      Case("a: 1\n⟦foo bar⟧\nb: 2", "'foo bar' is neither a key", "add ':'"),
      Case("a: 1\n⟦b:2⟧\nc: 3", "a key ends with ':' and a space", "write b: 2"),
      Case("a: 1\n⟦https://x.org⟧\nb: 2", "is no key", "put a key before it"),
      Case("a: ⟦\"⟧abc\nb: 2\n", "not closed", #"\" for a quote inside"#),
      Case("a: ⟦\"⟧abc\nb: \"x\"\n", "not closed", "end the text with \""),
      Case("a: ⟦'⟧abc\n---\nb: 2\n", "not closed", "'' for an apostrophe inside"),
      Case("a: 'it'⟦s⟧ ok'", "goes on after its closing quote", #"write a: "it's ok""#),
      Case("a: \"x\" ⟦y⟧", "goes on after its closing quote", #"write a: '"x" y'"#),
      Case("a: [[id]] ⟦m⟧et", "text that starts with '[' needs quotes", #"write a: "[[id]] met""#),
      Case("a: ⟦[⟧b, c\nd: 1", "'[' is not closed", "add ']'"),
      Case("a: ⟦{⟧b: 1\nd: 2", "'{' is not closed", "add '}'"),
      Case("a: ⟦[⟧\n", "'[' is not closed", "add ']'"),
      Case("a: [b⟦}⟧", "a ',' or ']' is missing before '}'", "quotes"),
      Case("a: [b,⟦,⟧c]", "nothing stands between two commas", "remove one"),
      Case("a:\n    b: 1\n  ⟦c⟧: 2", "the indentation of 'c' fits no line above", "line it up"),
      Case("  a: 1\n⟦b⟧: 2", "'b' does not belong to what stands above", "line up all keys"),
      Case(
        "- a\n⟦b⟧: 1", "'b: 1' stands where the next '- ' of a list should be",
        "'- ' begins another entry"
      ),
      Case("a: 1\n  ⟦cite⟧: b", "it continues the value of 'a'", "write 'a: {value: 1, cite: b}'"),
      Case("a: 1, 2\n  ⟦cite⟧: b", "it continues the value of 'a'", "line it up"),
      Case("a: 1\n⟦-⟧ b", "a '- ' stands where the next key should be", "indent its items"),
      Case("a: ⟦-⟧ b", "a list cannot begin on the line of its key", "begin it on the next line"),
      Case("a: ⟦@⟧x", "text that starts with '@' needs quotes", #"write a: "@x""#),
      Case("a: ⟦`⟧x", "text that starts with '`' needs quotes", #"write a: "`x""#),
      Case("a: ⟦%⟧x", "text that starts with '%' needs quotes", #"write a: "%x""#),
      Case("⟦%⟧x: 1", "a line that starts with '%'", "quotes"),
      Case("a: ⟦*⟧*bold**", "text that starts with '*' needs quotes", #"write a: "**bold**""#),
      Case("a: ⟦&⟧ b", "text that starts with '&' needs quotes", #"write a: "& b""#),
      Case("a: ⟦>⟧ text", "text after '>' begins on the next line", #"write a: "> text""#),
      Case("a: ⟦,⟧ b", "text that starts with ',' needs quotes", #"write a: ", b""#),
      Case("a: ⟦?⟧ b", "text that starts with '?' needs quotes", #"write a: "? b""#),
      Case(#"a: "C:⟦\p⟧ath""#, #"'\p' means nothing between double quotes"#, "single quotes"),
      Case("a:\n⟦\t⟧b: 1", .tab, "a tab stands in the indentation", "use spaces"),
      Case("a: 1\n⟦\t\t⟧b: 1", .tab, "a tab stands in the indentation", "use spaces"),
      Case("a: |\n⟦\t⟧b", .tab, "a tab stands in the indentation", "use spaces"),
      Case("я: ё\nb: ⟦&x⟧ y", .anchor, "'&x' is a YAML anchor", "quotes"),
      Case("я: ё\nb: ⟦*x⟧", .alias, "'*x' is a YAML alias", "quotes"),
      Case("b: ⟦!x⟧ y", .tag, "'!x' is a YAML tag", "quotes"),
      Case("[⟦&a⟧,b]", .anchor, "'&a' is", "quotes"),
      Case("⟦[a, b]⟧: c", .nonScalarKey, "a key must be text", "quotes"),
      Case("a: {⟦{x}⟧}", .nonScalarKey, "a key must be text", "quotes"),
      Case("a: x⟦\u{1}⟧y", .controlCharacter, "character U+0001 at byte 4", "delete it"),
    ])
  func namesPlaceAndWayOut(_ test: Case) throws {
    let marked = MarkedText(test.yaml)
    let problems = Stream(parsing: marked.bytes).problems
    let problem = try #require(problems.first)
    #expect(problems.count == 1)
    #expect(problem.kind == test.kind)
    #expect(problem.range == marked.ranges.first)
    #expect(problem.message.contains(test.message), "\(problem.message)")
    #expect(problem.help?.contains(test.help) == true, "\(problem.help ?? "no help")")
  }

  @Test(
    "names both places of each duplicate key, in small mappings and in large ones",
    arguments: [0, 40])
  func namesBothPlaces(others: Int) throws {
    let filling = (0..<others).map { "k\($0): v\n" }.joined()
    let marked = MarkedText("⟦ж⟧: 1\n\(filling)⟦ж⟧: 2\n'b': {}\n⟦ж⟧: 3\n")
    let stream = Stream(parsing: marked.bytes)
    #expect(stream.problems.map(\.kind) == [.duplicateKey, .duplicateKey])
    #expect(stream.problems.map(\.range) == Array(marked.ranges.dropFirst()))
    #expect(stream.problems.allSatisfy { $0.related?.range == marked.ranges.first })
    #expect(stream.documents.first?["ж"]?.text == "1")
  }

  @Test("does not take equal keys of different mappings for duplicates")
  func keepsMappingsApart() {
    #expect(Stream(parsing: Array("a: {a: 1}\nb: {a: 1}\n---\na: 1\n".utf8)).problems.isEmpty)
  }

  @Test("allows 32 levels and no more", arguments: [32, 33])
  func capsDepth(levels: Int) {
    let brackets = String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    let kinds = Stream(parsing: Array(brackets.utf8)).problems.map(\.kind)
    #expect(kinds == (levels > 32 ? [.tooDeep] : []))
    let dashes = Array(String(repeating: "- ", count: levels).utf8)
    #expect(Stream(parsing: dashes).problems.map(\.kind) == (levels > 32 ? [.tooDeep] : []))
  }

  @Test("keeps the documents before and behind a broken one")
  func keepsDocumentsAround() {
    let stream = Stream(parsing: Array("a: 1\n---\nb: 2\nb: 3\n---\nc: d: e\n---\nf: 4\n".utf8))
    #expect(stream.documents.compactMap { $0.pairs?.first?.key.text } == ["a", "b", "f"])
    #expect(stream.problems.map(\.kind) == [.duplicateKey, .syntax])
    #expect(stream.documentCount == 4)
  }

  @Test("names the offset of bytes that are no UTF-8")
  func namesInvalidBytes() throws {
    let bytes = Array("я: ".utf8) + [0xFF, 0x0A]
    let problem = try #require(Stream(parsing: bytes).problems.first)
    #expect(problem.kind == .invalidEncoding)
    #expect(problem.range == 4..<5)
    #expect(problem.message == "the byte at offset 4 is not UTF-8")
    let cut = Array("a: ".utf8) + [0xD0]
    #expect(Stream(parsing: cut).problems.first?.range == 3..<4)
    let utf16: [UInt8] = [0xFF, 0xFE, 0x61, 0x00]
    #expect(Stream(parsing: utf16).problems.first?.message.contains("UTF-16") == true)
  }

  @Test("offers repairs that YAML reads as the text meant")
  func offersReadableRepairs() throws {
    for value in ["a: b", "it's: ok", #"say: "x""#, #"it's "x": y\z"#, "- x", "@y", "[a] b"] {
      let help = try #require(Stream(parsing: Array("key: \(value)".utf8)).problems.first?.help)
      let start = try #require(help.firstRange(of: "key: "))
      let repaired = Stream(parsing: Array(help[start.lowerBound...].utf8))
      #expect(repaired.problems.isEmpty)
      #expect(repaired.documents.first?["key"]?.text == value)
    }
  }
}
