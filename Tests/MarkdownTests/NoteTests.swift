import Testing

@testable import Markdown

@Suite("Citations, annotations and footnotes")
struct NoteTests {
  private func html(_ text: String) -> String {
    Document(text).html(delegate: NumberingDelegate())
  }

  private func mark(_ number: Int, _ id: String? = nil) -> String {
    "<sup class=\"note\"><a href=\"#_n\(number)\" id=\"_r\(id ?? "\(number)")\">\(number)</a></sup>"
  }

  private func cite(_ number: Int, _ id: String? = nil) -> String {
    "<sup class=\"cite\"><a href=\"#_s\(number)\" id=\"_c\(id ?? "\(number)")\">[\(number)]</a></sup>"
  }

  // MARK: Citations

  @Test("reads each item of a citation with its places")
  func readsCitations() throws {
    let document = Document("Said so [@belta-2019, p. 3; see @ddc, pp. 4;\n 5-6].")
    #expect(document.citations == [Citation(items: 0..<2)])
    #expect(document.slices(.citation) == ["[@belta-2019, p. 3; see @ddc, pp. 4;\n 5-6]"])
    let items = document.citationItems
    try #require(items.count == 2)
    #expect(document.text(items[0].source) == "belta-2019")
    #expect(document.slice(items[0].sourceRange) == "belta-2019")
    #expect(document.text(items[0].locator) == "p. 3")
    #expect(document.text(items[0].prefix) == "")
    #expect(document.text(items[1].source) == "ddc")
    #expect(document.text(items[1].prefix) == "see")
    #expect(document.text(items[1].locator) == "pp. 4; 5-6")
    #expect(document.slice(items[1].locatorRange) == "pp. 4;\n 5-6")
    #expect(document.misplacements == [])
  }

  @Test("numbers citations as the page says")
  func numbersCitations() {
    #expect(
      html("a[@x] b[@y; @x]") == "<p>a\(cite(1)) b\(cite(2))\(cite(1, "1-2"))</p>\n")
  }

  @Test("shows one mark for several places in one source, with a spot for each")
  func showsOneMarkForASource() {
    #expect(
      html("a [@x, p. 1; @x, p. 2; @y; @x] b")
        == "<p>a<span id=\"_c1-2\"><span id=\"_c1-3\">\(cite(1))</span></span>\(cite(2)) b</p>\n")
    #expect(html("a[@x, p. 1][@x, p. 2]") == "<p>a\(cite(1))\(cite(1, "1-2"))</p>\n")
  }

  @Test(
    "leaves alone what is no citation",
    arguments: [
      "mail a@b.org", "[@]", "[@ x]", "[x@y]", "[@a!b]", "`[@x]`", #"\[@x]"#, "[@x", "[@a *b*]",
      "[@a, [b]]",
    ])
  func leavesOthersAlone(_ text: String) {
    #expect(Document(text).citations.isEmpty)
  }

  // MARK: Annotations

  @Test("wraps what an annotation is said of")
  func annotates() {
    func span(_ text: String, _ number: Int, id: Int? = nil) -> String {
      "<span class=\"annotation\" id=\"_a\(id ?? number)\">\(text)</span>\(mark(number))"
    }
    #expect(html("a [b c]{^k1} d") == "<p>a \(span("b c", 1)) d</p>\n")
    #expect(
      html("[a *b* and [[id]]]{^k}")
        == "<p>\(span(#"a <em>b</em> and <a href="/id">‹id›</a>"#, 1))</p>\n")
    #expect(html("[[id]]{^k}.") == "<p>\(span(#"<a href="/id">‹id›</a>"#, 1)).</p>\n")
    #expect(html("[t](u){^k}.") == "<p>\(span(#"<a href="u">t</a>"#, 1)).</p>\n")
    #expect(html("[a]{^k}{^l}") == "<p>\(span(span("a", 1), 2))</p>\n")
    #expect(html("[a [b]{^k} c]{^l}") == "<p>\(span("a \(span("b", 1)) c", 2))</p>\n")
    #expect(html("[a\nb]{^k}") == "<p>\(span("a\nb", 1))</p>\n")
    #expect(html("*a*{^k} b") == "<p>\(span("<em>a</em>", 1)) b</p>\n")
    #expect(html("**a *b***{^k}") == "<p>\(span("<strong>a <em>b</em></strong>", 1))</p>\n")
    #expect(html("a `b`{^k}") == "<p>a \(span("<code>b</code>", 1))</p>\n")
    #expect(html("~~a~~{^k}{^l}") == "<p>\(span(span("<del>a</del>", 1), 2))</p>\n")
    #expect(html("[*a*{^k} b]{^l}") == "<p>\(span("\(span("<em>a</em>", 1)) b", 2))</p>\n")
    #expect(html("~~[a]{^k}~~") == "<p><del>\(span("a", 1))</del></p>\n")
    #expect(html("[a ~~b]{^k} c~~") == "<p>\(span("a ~~b", 1)) c~~</p>\n")
  }

  @Test(
    "leaves alone what is no annotation",
    arguments: [
      "a]{^k}", "[a] {^k}", "[@a]{^k}", "*a* {^k}", "`{^k}`", "[a]{k}", "[a]{^}", "[a]{^k k}",
      "*[a*]{^k}", "[a]{^k", "{^k}",
    ])
  func leavesOtherBracesAlone(_ text: String) {
    let document = Document(text)
    #expect(document.annotations.isEmpty)
    #expect(document.misplacements == [])
  }

  @Test("knows key and span of an annotation")
  func knowsTheSpan() throws {
    let document = Document("[some *text*]{^my_key}")
    let annotation = try #require(document.annotations.first)
    #expect(document.text(annotation.key) == "my_key")
    #expect(document.slice(annotation.keyRange) == "my_key")
    #expect(document.slice(annotation.span) == "some *text*")
    #expect(document.slices(.annotation) == ["[some *text*]{^my_key}"])
  }

  // MARK: Footnotes

  @Test("keeps a footnote's blocks for wherever the page shows them")
  func keepsFootnotes() throws {
    let document = Document(
      """
      Text[^n] and *more*[^long].
      [^n]: word
      [^long]: First *paragraph*
      goes on.

          - a list

          Last [[id]] [link].

      After.

      [link]: url
      """)
    #expect(
      document.html(delegate: NumberingDelegate())
        == "<p>Text\(mark(1)) and <em>more</em>\(mark(2)).</p>\n<p>After.</p>\n")
    #expect(document.problems == [])
    #expect(document.misplacements == [])
    func note(_ index: Int, unwrapped: Bool = false) -> String {
      var bytes: [UInt8] = []
      var delegate = PlainDelegate()
      document.renderHTML(
        events: document.footnotes[index].events, unwrapped: unwrapped, delegate: &delegate,
        into: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
    try #require(document.footnotes.count == 2)
    #expect(note(0) == "<p>word</p>\n")
    #expect(note(0, unwrapped: true) == "word")
    #expect(
      note(1) == """
        <p>First <em>paragraph</em>
        goes on.</p>
        <ul>
        <li>a list</li>
        </ul>
        <p>Last id <a href="url">link</a>.</p>

        """)
    #expect(document.slices(.text).contains("goes on."))
    #expect(document.slices(.footnoteDefinition).first == "[^n]: word")
  }

  @Test("reports footnotes without a definition, without a reference, and defined twice")
  func reportsFootnotes() {
    let document = Document("a[^none] b[^two]\n\n[^two]: x\n\n[^two]: y\n\n[^three]: z\n")
    #expect(
      document.problems.map(\.kind) == [.undefinedFootnote, .duplicateFootnote, .unusedFootnote])
    #expect(document.problems.map(\.text) == ["none", "two", "three"])
    #expect(
      document.problems.map {
        document.slice(UInt32($0.range.lowerBound)..<UInt32($0.range.upperBound))
      } == ["[^none]", "two", "three"])
    #expect(document.html == "<p>a[^none] b</p>\n")
  }

  @Test(
    "takes footnotes off the tape that no text shows",
    arguments: [
      ("a\n\n[^b]: x [[y]]", ["b"], []), ("a[^b]\n\n[^b]: x [[y]]", [], ["y"]),
      ("a[^b]\n\n[^b]: x[^c]\n\n[^c]: [[y]]", [], ["y"]),
      ("a\n\n[^b]: x[^c]\n\n[^c]: [[y]]", ["b", "c"], []),
      ("a\n\n[^b]: x[^b] [[y]]", ["b"], []),
      ("a[^d]\n\n[^b]: [[x]][^c]\n\n[^c]: [[y]][^b]\n\n[^d]: *[[z]]*", ["b", "c"], ["z"]),
      ("a[^b]\n\n[^b]: [[x]]\n\n[^b]: [[y]]\n\n[^d]: e", ["b", "d"], ["x"]),
    ])
  func takesOffUnusedFootnotes(_ text: String, _ reported: [String], _ shown: [String]) throws {
    let document = Document(text)
    #expect(document.problems.map(\.text) == reported)
    #expect(
      document.events.filter { $0.kind == .wikiLink && !$0.leaves }.map {
        String(decoding: document.bytes(document.wikiLinks[$0.index].target), as: UTF8.self)
      } == shown)
    for link in document.wikiLinks {
      let target = String(decoding: document.bytes(link.target), as: UTF8.self)
      #expect(document.isUnseen(link.targetRange.lowerBound) == !shown.contains(target))
    }
    for (index, note) in document.footnotes.enumerated() where !note.events.isEmpty {
      let edges = [note.events.lowerBound - 1, note.events.upperBound].map { document.events[$0] }
      #expect(edges.allSatisfy { $0.kind == .footnoteDefinition && $0.index == index })
    }
  }

  @Test("takes no definition out of code, quotes or the middle of a line")
  func takesNoDefinitionOutOfCode() {
    let code = "```\n[^n]: code\n```\n"
    #expect(Document(code).html == "<pre><code>[^n]: code\n</code></pre>\n")
    #expect(Document("    [^n]: code\n").html == "<pre><code>[^n]: code\n</code></pre>\n")
    #expect(Document("a [^n]: b\n").footnotes.isEmpty)
  }

  @Test("finds the definition behind code that a quote or list cuts off")
  func findsDefinitionsBehindOpenCode() {
    for text in ["> ```\n> a\n[^n]: x\n\nb[^n]", "- ```\n  a\n[^n]: x\n\nb[^n]"] {
      let document = Document(text)
      #expect(document.footnotes.count == 1)
      #expect(document.problems == [])
      #expect(document.misplacements == [])
    }
  }

  @Test("ends a list, a quote and a paragraph with a definition")
  func endsOtherBlocks() {
    let document = Document("> quote[^a]\n[^a]: note\n> other\n\n- item\n[^b]: note\n- item[^b]\n")
    #expect(
      document.html == """
        <blockquote>
        <p>quote</p>
        </blockquote>
        <blockquote>
        <p>other</p>
        </blockquote>
        <ul>
        <li>item</li>
        </ul>
        <ul>
        <li>item</li>
        </ul>

        """)
    #expect(document.misplacements == [])
  }
}
