import Testing

@testable import Markdown

@Suite("Wiki links")
struct WikiLinkTests {
  struct Case: CustomTestStringConvertible {
    var text: String
    var html: String
    var testDescription: String { text }
    init(_ text: String, _ html: String) {
      self.text = text
      self.html = html
    }
  }

  @Test(
    "are recognised, or left as text",
    arguments: [
      Case("[[milex-2023]]", #"<a href="/milex-2023">‹milex-2023›</a>"#),
      Case("[[milex|the fair]]", #"<a href="/milex">the fair</a>"#),
      Case(
        "[[a_b_c]] and [[d_e_f]]", #"<a href="/a_b_c">‹a_b_c›</a> and <a href="/d_e_f">‹d_e_f›</a>"#
      ),
      Case("[[two\nlines]]", #"<a href="/two%20lines">‹two lines›</a>"#),
      Case("[[id|two\nlines]]", "<a href=\"/id\">two\nlines</a>"),
      Case("[[id|with *emphasis*]]", #"<a href="/id">with <em>emphasis</em></a>"#),
      Case("*[[id]]*", #"<em><a href="/id">‹id›</a></em>"#),
      Case("[[A &amp; B]]", #"<a href="/A%20&amp;%20B">‹A &amp; B›</a>"#),
      Case("[[[id]]]", #"[<a href="/id">‹id›</a>]"#),
      Case("[[ id ]]", #"<a href="/id">‹id›</a>"#),
      Case("[[id|]]", #"<a href="/id">‹id›</a>"#),
      Case("[[open", "[[open"),
      Case("[[one]", "[[one]"),
      Case("[[a [[b]]", #"[[a <a href="/b">‹b›</a>"#),
      Case("[[a [b] c]]", "[[a [b] c]]"),
      Case("[[*a*]]", "[[<em>a</em>]]"),
      Case("*[[a* b]]", "<em>[[a</em> b]]"),
      Case("`[[code]]`", "<code>[[code]]</code>"),
      Case(#"\[[escaped]]"#, "[[escaped]]"),
      Case(#"[\[escaped]]"#, "[[escaped]]"),
      Case("[[!Cuba]] libre", "Cuba libre"),
      Case("[[!**Cuba**]]", "<strong>Cuba</strong>"),
      Case("[see [[id]]](u)", #"<a href="u">see [[id]]</a>"#),
      Case("![see [[id]]](u) x", #"<img src="u" alt="see [[id]]" /> x"#),
    ])
  func recognises(_ example: Case) {
    let document = Document(example.text)
    #expect(document.html(delegate: NumberingDelegate()) == "<p>\(example.html)</p>\n")
    #expect(document.misplacements == [])
  }

  @Test("know their target, claim and text with their places")
  func knowsTheParts() throws {
    let document = Document("x [[ revenko # training | he said]] y")
    let link = try #require(document.wikiLinks.first)
    #expect(document.text(link.target) == "revenko")
    #expect(document.slice(link.targetRange) == "revenko")
    #expect(link.claim.map(document.text) == "training")
    #expect(document.slice(link.claimRange) == "training")
    #expect(link.hasText)
    #expect(document.slices(.wikiLink) == ["[[ revenko # training | he said]]"])
    #expect(document.slices(.text) == ["x ", " he said", " y"])
  }

  @Test(
    "without a target are problems",
    arguments: ["[[]]", "[[ ]]", "[[#claim]]", "[[|text]]", "[[!]]"])
  func reportsEmptyOnes(_ text: String) {
    let document = Document("a \(text) b")
    #expect(
      document.problems == [
        Problem(kind: .emptyWikiLink, range: 2..<2 + text.utf8.count, text: text)
      ])
    #expect(document.html == "<p>a \(text) b</p>\n")
  }
}
