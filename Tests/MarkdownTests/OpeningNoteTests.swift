import Testing

@testable import Markdown

@Suite("Notes that open in the text")
struct OpeningNoteTests {
  private let footnote = "\n\n[^a]: A note."

  @Test(
    "stand behind their mark, whatever is around it",
    arguments: [
      ("Word[^a] on.", #"<div class="p">Word⟨1⟩ on.</div>"#),
      ("Word [^a].", #"<div class="p">Word⟨1⟩.</div>"#),
      // Emphasis is closed before the note and opened again behind it.
      (
        "*a[^a] b*", #"<div class="p"><em>a</em>⟨1⟩<em> b</em></div>"#
      ),
      ("*a[^a]* b", #"<div class="p"><em>a</em>⟨1⟩ b</div>"#),
      (
        "**a *b[^a] c* d**",
        #"<div class="p"><strong>a <em>b</em></strong>⟨1⟩<strong><em> c</em> d</strong></div>"#
      ),
      (
        "~~a[^a]~~ `b`",
        #"<div class="p"><del>a</del>⟨1⟩ <code>b</code></div>"#
      ),
      ("> a[^a]", "<blockquote>\n<div class=\"p\">a⟨1⟩</div>\n</blockquote>"),
      ("- a[^a]\n- b", "<ul>\n<li>a⟨1⟩</li>\n<li>b</li>\n</ul>"),
      (
        "- a[^a]\n\n- b",
        "<ul>\n<li>\n<div class=\"p\">a⟨1⟩</div>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>"
      ),
      // A heading holds no block: its mark is a link, and the note follows.
      (
        "# a[^a] b",
        ##"<h1 id="a-b">a<sup class="note"><a href="#_n1" id="_r1">1</a></sup> b</h1>"##
          + "\n⟨1 apart⟩"
      ),
      // The second reference is a link.
      (
        "a[^a] b[^a]",
        ##"<div class="p">a⟨1⟩ b<sup class="note"><a href="#_n1" id="_r1-2">1</a></sup></div>"##
      ),
      (
        "[a b]{^k} c",
        #"<div class="p"><span class="annotation" id="_a1">a b</span>⟨1⟩ c</div>"#
      ),
      (
        "[a [b]{^k} c]{^l}",
        #"<div class="p"><span class="annotation" id="_a2">a <span class="annotation" id="_a1">b</span></span>⟨1⟩<span class="annotation"> c</span>⟨2⟩</div>"#
      ),
      (
        "*[a]{^k}*.",
        #"<div class="p"><em><span class="annotation" id="_a1">a</span></em>⟨1⟩.</div>"#
      ),
      ("No note.", "<p>No note.</p>"),
    ])
  func standBehindTheirMark(text: String, html: String) {
    let document = Document(text + (text.contains("[^a]") ? footnote : ""))
    let found = document.htmlOpeningNotes()
    #expect(found == html + (html.hasSuffix("⟩") ? "" : "\n"))
  }

  @Test("open in a cell of a table")
  func openInTables() {
    let document = Document("| a[^a] | b |\n|---|---|\n| c | [d]{^k} |\n\n[^a]: x")
    let html = document.htmlOpeningNotes()
    #expect(html.contains("<th scope=\"col\">a⟨1⟩</th>"))
    #expect(html.contains("<span class=\"annotation\" id=\"_a1\">d</span>⟨2⟩</td>"))
  }

  @Test("show nothing of an annotation that is not published")
  func showNothingOfOthers() {
    #expect(
      Document("[a *b*]{^k} c").htmlOpeningNotes(delegate: PlainDelegate())
        == "<p>a <em>b</em> c</p>\n")
  }

  // MARK: Passages

  /// The HTML with passages on the words between `«` and `»`, or `‹` and `›`, which may overlap.
  private func quoted(_ text: String, names: [String] = []) -> String {
    var plain: [UInt8] = []
    var quotes: [Range<UInt32>] = []
    var open: [Character: UInt32] = [:]
    for character in text {
      switch character {
      case "«", "‹": open[character] = UInt32(plain.count)
      case "»": quotes.append((open["«"] ?? 0)..<UInt32(plain.count))
      case "›": quotes.append((open["‹"] ?? 0)..<UInt32(plain.count))
      default: plain += Array(String(character).utf8)
      }
    }
    quotes.sort { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }
    let overlays = names.compactMap { name in
      plain.firstRange(of: Array(name.utf8)).map {
        Overlay(range: UInt32($0.lowerBound)..<UInt32($0.upperBound), href: Array("/x".utf8))
      }
    }
    let html = Document(parsing: plain).htmlOpeningNotes(overlays: overlays, quotes: quotes)
    return html.replacing(#"<div class="p">"#, with: "").replacing(
      "</div>\n", with: "")
  }

  private func span(_ text: String, _ id: String? = nil) -> String {
    "<span class=\"annotation\"\(id.map { " id=\"\($0)\"" } ?? "")>\(text)</span>"
  }

  @Test("are on passages that cross emphasis, links and lines")
  func crossEverything() {
    #expect(quoted("a «b c» d") == "a \(span("b c", "q0"))⟨100⟩ d")
    #expect(
      quoted("a «b *c» d*")
        == "a \(span("b ", "q0"))<em>\(span("c"))</em>⟨100⟩<em> d</em>")
    #expect(
      quoted("a «b [c» d](u) e")
        == "a \(span("b ", "q0"))<a href=\"u\">\(span("c")) d</a>⟨100⟩ e")
    #expect(quoted("«a\nb»") == "\(span("a", "q0"))\n\(span("b"))⟨100⟩")
    #expect(
      quoted("«a &amp; `b`»")
        == "\(span("a ", "q0"))\(span("&amp;"))\(span(" "))\(span("<code>b</code>"))⟨100⟩")
    #expect(
      quoted("«[[id]] c»") == "<a href=\"/id\">\(span("‹id›", "q0"))</a>\(span(" c"))⟨100⟩")
  }

  @Test("are on passages that overlap, begin or end together")
  func overlap() {
    #expect(
      quoted("«a ‹b» c› d")
        == "\(span("a ", "q0"))\(span("b", "q1"))⟨100⟩\(span(" c"))⟨101⟩ d")
    #expect(quoted("«‹a» b› c") == "\(span(span("a", "q1"), "q0"))⟨101⟩\(span(" b"))⟨100⟩ c")
    #expect(quoted("«a ‹b»›") == "\(span("a ", "q0"))\(span("b", "q1"))⟨100⟩⟨101⟩")
    // A name in the text may not be cut.
    #expect(
      quoted("«a Cuba» b", names: ["Cuba"])
        == "\(span("a ", "q0"))<a href=\"/x\">\(span("Cuba"))</a>⟨100⟩ b")
    #expect(
      quoted("«a Cu»ba b", names: ["Cuba"])
        == "\(span("a ", "q0"))<a href=\"/x\">\(span("Cu"))ba</a>⟨100⟩ b")
  }

  @Test("are many, in time")
  func areMany() {
    let count = 10_000
    let text = (0..<count).map { "word\($0)" }.joined(separator: " ")
    let document = Document(text)
    let middle = UInt32(text.utf8.count / 2)
    // All overlap in the middle.
    let quotes = (0..<count).map { index in
      (middle - UInt32(count - index))..<(middle + UInt32(index) + 1)
    }
    let html = document.htmlOpeningNotes(quotes: quotes)
    #expect(html.count < 200 * count)
    #expect(html.matches(of: /⟨/).count == count)

    let notes = (0..<count).map { "[^\($0)] " }.joined()
    let definitions = (0..<count).map { "\n\n[^\($0)]: x[^\($0 + 1)]" }.joined()
    #expect(Document("*a " + notes + "b*" + definitions).htmlOpeningNotes().contains("⟨\(count)⟩"))
  }
}
