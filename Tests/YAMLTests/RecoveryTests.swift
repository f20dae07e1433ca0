import Testing

@testable import YAML

@Suite("What is left behind an error of syntax")
struct RecoveryTests {
  /// YAML with the place of each problem marked, and what is read of it.
  struct Case: CustomTestStringConvertible {
    let yaml: String
    let outline: String
    var testDescription: String { yaml.debugDescription }

    init(_ yaml: String, _ outline: String) {
      self.yaml = yaml
      self.outline = outline
    }
  }

  @Test(
    "is all but the entry that the error is in",
    arguments: [
      Case("a: 1\nb: c⟦:⟧ d\ne: 2\n", "{‹a›: ‹1›, ‹e›: ‹2›}"),
      Case("a: b⟦:⟧ c\nd: 1\n", "{‹d›: ‹1›}"),
      Case("d: 1\na: b⟦:⟧ c", "{‹d›: ‹1›}"),
      // The place is where that began which is not closed, not where it was missed.
      Case("a: ⟦\"⟧b\nc: 1\nd: [2]\n", "{‹c›: ‹1›, ‹d›: [‹2›]}"),
      Case("a: ⟦\"⟧b\nc: \"x\"\nd: 1\n", "{‹c›: ‹\"x\"=x›, ‹d›: ‹1›}"),
      Case("a: ⟦[⟧b, c\nd: 1\ne: 2\n", "{‹d›: ‹1›, ‹e›: ‹2›}"),
      Case("a: ⟦{⟧b: 1\nd: 2\n", "{‹d›: ‹2›}"),
      Case("a:\n  b: ⟦[⟧c\n  d: 1\ne: 2\n", "{‹e›: ‹2›}"),
      Case("я: ёж\nb: ж⟦:⟧ ш\nё: ⟦'⟧ж\nд: 2\n", "{‹я›: ‹ёж›, ‹д›: ‹2›}"),
      // Lists may stand as far left as their key, and so may closing brackets.
      Case("a:\n- b: c⟦:⟧ d\n- e\nf: 1\n", "{‹f›: ‹1›}"),
      Case("a: ⟦[⟧\n  b}\n]\nc: 1\n", "{‹c›: ‹1›}"),
      Case("a:\n    b: 1\n  ⟦c⟧: 2\nd: 3\n", "{‹d›: ‹3›}"),
      Case("a:\n⟦\t⟧b: 1\nc: 2\n", "{‹c›: ‹2›}"),
      // What begins a line and is no entry takes none with it.
      Case("a: 1\n⟦foo bar⟧\nb: 2\n", "{‹a›: ‹1›, ‹b›: ‹2›}"),
      Case("a: 1\n⟦-⟧ b\nc: 2\n", "{‹a›: ‹1›, ‹c›: ‹2›}"),
      Case("  a: 1\n⟦b⟧: 2\n", "{‹a›: ‹1›}"),
      Case("  a: 1\n  b: c⟦:⟧ d\n  e: 2\n", "{‹a›: ‹1›, ‹e›: ‹2›}"),
      Case("foo bar\n⟦a⟧: 1\nb: 2\n", "{‹a›: ‹1›, ‹b›: ‹2›}"),
      Case(" a: 1\n⟦b⟧: 2\nc: 3\n", "{‹b›: ‹2›, ‹c›: ‹3›}"),
      Case("  a: 1\n⟦b⟧: 2\n  c: 3\n", "{‹a›: ‹1›, ‹c›: ‹3›}"),
      // Several of them, with other mistakes between.
      Case("a: b⟦:⟧ c\nd: ⟦&e⟧ f\ng: ⟦'⟧h\ni: 1\n⟦i⟧: 2\n", "{‹d›: ‹&e f=f›, ‹i›: ‹1›, ‹i›: ‹2›}"),
      Case("a: 1\r\nb: c⟦:⟧ d\r\ne: 2\r\n", "{‹a›: ‹1›, ‹e›: ‹2›}"),
      Case("\u{FEFF}a: b⟦:⟧ c\nd: 1\n", "{‹d›: ‹1›}"),
      // Documents, each for itself.
      Case("a: 1\n---\nb: c⟦:⟧ d\ne: 2\n---\nf: 3\n", "{‹a›: ‹1›} --- {‹e›: ‹2›} --- {‹f›: ‹3›}"),
      Case("a: ⟦'⟧b\nc: 1\n---\nd: 2\n", "{‹c›: ‹1›} --- {‹d›: ‹2›}"),
      Case("a: ⟦[⟧b\n---\nd: 2\n", "{‹d›: ‹2›}"),
      Case("--- {a: [b⟦}⟧\n---\nd: 2\n", "‹› --- {‹d›: ‹2›}"),
      Case("a: x⟦\u{1}⟧y\nb: 1\n---\nc: 2\n", "{‹b›: ‹1›} --- {‹c›: ‹2›}"),
    ])
  func isAllButTheEntry(_ test: Case) {
    let marked = MarkedText(test.yaml)
    let stream = Stream(parsing: marked.bytes)
    #expect(stream.problems.map(\.range) == marked.ranges, "\(stream.problems.map(\.message))")
    let read = stream.documents.map { outline($0, in: marked.bytes) }.joined(separator: " --- ")
    #expect(read == test.outline)
  }

  @Test("names what was passed over, by document")
  func namesWhatWasPassedOver() {
    let yaml = "id: a\nb: c: d\n---\nid: 'x\n\"e\": @\n---\nid: f\n- g\n"
    let stream = Stream(parsing: Array(yaml.utf8))
    #expect(stream.documentCount == 3)
    #expect(stream.gaps.map(\.key) == ["b", "id", "e", nil])
    #expect(stream.gaps.map(\.value) == ["c", "x", nil, nil])
    #expect(stream.lostValues(of: "id") == ["x"])
    #expect(stream.documents.first.map { stream.gaps(in: $0).map(\.key) } == ["b"])
    #expect(stream.documents.last.map { stream.gaps(in: $0).map(\.key) } == [nil])
  }

  @Test("ends after some rounds, and says what the rest would have been")
  func endsAfterSomeRounds() {
    let yaml = (0..<100).map { "id: x\($0)\na: b: c\n---\n" }.joined()
    let stream = Stream(parsing: Array(yaml.utf8))
    #expect(stream.problems.count == 20)
    #expect(stream.lostValues(of: "id").contains("x99"))
  }

  @Test(
    "takes time linear in the length of what is hostile", .timeLimit(.minutes(2)),
    arguments: [
      "a: b: c\n", "a: 'b\n", "a: [b\n", "- a: b: c\n", "---\na: [\n", "я: [ё\n", "\tx\n", "}\n",
      "a: 1\n b: 2\n", "@\n", "a: \"\\q\"\n", "? [\n", "\u{1}\n",
    ])
  func takesLinearTime(line: String) {
    let bytes = Array(String(repeating: line, count: 2_000_000 / line.utf8.count).utf8)
    let stream = Stream(parsing: bytes)
    #expect(!stream.problems.isEmpty && stream.problems.count <= 20)
  }
}
