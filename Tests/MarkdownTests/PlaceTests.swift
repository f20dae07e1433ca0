import Testing

@testable import Markdown

@Suite("Places in the source, where libcmark's are wrong")
struct PlaceTests {
  /// The text, and the slices of every event in it that names something.
  struct Case: CustomTestStringConvertible, Sendable {
    var text: String
    var kind: Event.Kind
    var slices: [String]
    var testDescription: String { text }
    init(_ text: String, _ kind: Event.Kind, _ slices: [String]) {
      self.text = text
      self.kind = kind
      self.slices = slices
    }
  }

  @Test(
    "are found again",
    arguments: [
      // Continuation lines with leading spaces.
      Case("one\n    *two*\n  three `four`", .text, ["one", "two", "three "]),
      Case("one\n    *two*\n  three `four`", .emphasis, ["*two*"]),
      Case("one\n    *two*\n  three `four`", .code, ["`four`"]),
      Case("one\n\t\t[a](b)", .link, ["[a](b)"]),
      // Definitions at the start of a paragraph.
      Case("[a]: /x\n[b]:\n  /y\n  'title'\nsee [a] and *b*", .text, ["see ", "a", " and ", "b"]),
      Case("[a]: /x\n[a] *a*", .link, ["[a]"]),
      Case("[a]: /x\n[a]: no definition\n", .text, ["a", ": no definition"]),
      Case("[a]: /x\n\"not\" a title\n", .text, ["\"not\" a title"]),
      Case("[a]: <x y>\nHeading [a]\n===\n", .heading, ["Heading [a]\n==="]),
      // Links over several lines.
      Case("[a\nb](c) *d*", .link, ["[a\nb](c)"]),
      Case("[a](\n  c\n  'd'\n) *e* [f](g)", .link, ["[a](\n  c\n  'd'\n)", "[f](g)"]),
      Case("x\n  [a\n  b][c\n  d] *e*\n\n[c d]: u", .link, ["[a\n  b][c\n  d]"]),
      Case("x\n  [a\n  b][c\n  d] *e*\n\n[c d]: u", .emphasis, ["*e*"]),
      Case("[a *b\nc* ![d\ne](f) g](h) i", .link, ["[a *b\nc* ![d\ne](f) g](h)"]),
      Case("[a *b\nc* ![d\ne](f) g](h) i", .image, ["![d\ne](f)"]),
      Case("![a](b \"c\") [d][] [e](<f g>)\n\n[d]: x", .link, ["[d][]", "[e](<f g>)"]),
      Case("[a]() [b][a] [a]\n\n[a]: x", .link, ["[a]()", "[b][a]", "[a]"]),
      // Quotes and lists, with lazy lines.
      Case("> a *b*\n> c *d*\n*e*", .emphasis, ["*b*", "*d*", "*e*"]),
      Case("> > a\n> b\nc\n", .text, ["a", "b", "c"]),
      Case("> a\n>     > b\n", .text, ["a", "> b"]),
      Case("- a\n  b\n - c\n   d *e*\nf", .text, ["a", "b", "c", "d ", "e", "f"]),
      Case("1. > a [b](c\n   > d) [e](f)", .link, ["[e](f)"]),
      Case("-\ta\n\tb *c*", .text, ["a", "b ", "c"]),
      // Code and HTML over several lines.
      Case("`` a\n  b ` c`` *d*", .code, ["`` a\n  b ` c``"]),
      Case("`` a\n  b ` c`` *d*", .emphasis, ["*d*"]),
      Case("> `a\n> b` *c*", .emphasis, ["*c*"]),
      Case("a <b\n  c=\"d\"> *e*", .rawHTML, ["<b\n  c=\"d\">"]),
      Case("a <b\n  c=\"d\"> *e*", .emphasis, ["*e*"]),
      // Escapes, entities, zeros.
      Case(
        #"a \* b &amp; c &copy; &#x41; \a &no; d"#, .replacement,
        [#"\*"#, "&amp;", "&copy;", "&#x41;"]),
      Case(#"a \* b &amp; c &copy; \a &no; d"#, .text, ["a ", " b ", " c ", #" \a &no; d"#]),
      Case("&amp;amp; *x*", .text, ["amp; ", "x"]),
      Case("a\0b [c](d)", .replacement, ["\0"]),
      Case("a\0b [c](d)", .link, ["[c](d)"]),
      Case("[a\0b](c\0) *d*", .link, ["[a\0b](c\0)"]),
      // Line endings and breaks.
      Case("a  \nb\\\nc\r\nd", .lineBreak, ["  \n", "\\\n"]),
      Case("a  \nb\\\nc\r\n  d", .softBreak, ["\r\n  "]),
      Case("\u{FEFF}a *b*", .emphasis, ["*b*"]),
      // Emphasis with what is left of its marks.
      Case("***a** b* **c", .strong, ["**a**"]),
      Case("***a** b* **c", .emphasis, ["***a** b*"]),
      Case("**a*", .text, ["*", "a"]),
      // Headings.
      Case("##  a *b*  ##\n", .emphasis, ["*b*"]),
      Case("a\n  *b*\n---\nc", .heading, ["a\n  *b*\n---"]),
      Case("a\n  *b*\n---\nc", .paragraph, ["c"]),
      // A fence without an end, ended by its parent.
      Case("> ```\n> a\nb", .codeBlock, ["```\n> a"]),
    ])
  func areFoundAgain(_ example: Case) {
    for extensions in [Extensions.all, []] {
      let document = Document(example.text, extensions: extensions)
      #expect(document.slices(example.kind) == example.slices)
      #expect(document.misplacements == [])
    }
    let plain = Document(example.text, extensions: [])
    let libcmark = LibcmarkReference.html(plain.source)
    #expect(plain.html == String(decoding: libcmark, as: UTF8.self))
  }

  @Test("are in the whole file, where the text begins behind front matter")
  func areInTheWholeFile() {
    let text = "---\ntitle: *no*\n---\n[a]: x\n[a]\n  *b*\n\n| c |\n|---|\n| d |\n"
    let source = Array(text.utf8)
    let document = Document(parsing: source, in: 20..<source.count)
    #expect(document.slices(.link) == ["[a]"])
    #expect(document.slices(.emphasis) == ["*b*"])
    #expect(document.slices(.tableCell) == ["c", "d"])
    #expect(document.misplacements == [])
  }
}
