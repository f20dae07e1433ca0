import Testing

@testable import Markdown

@Suite("Tables, alerts, figures, headings, struck text")
struct BlockExtensionTests {
  // MARK: Tables

  @Test("writes a table with its header, alignments and the cells that a row lacks")
  func writesTables() {
    let document = Document(
      """
      | Name | Rank | *Seen* |
      |:-----|:----:|-------:|
      | [[a_b|A. B.]] | `x\\|y` \\| z | 1 |
      | only one
      | a | b | c | too many |

      After.
      """)
    #expect(
      document.html(delegate: NumberingDelegate()) == """
        <div class="scroll" role="region" aria-label="Table 1" tabindex="0">
        <table>
        <thead>
        <tr>
        <th scope="col" class="left">Name</th>
        <th scope="col" class="center">Rank</th>
        <th scope="col" class="right"><em>Seen</em></th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td class="left"><a href="/a_b">A. B.</a></td>
        <td class="center"><code>x|y</code> | z</td>
        <td class="right">1</td>
        </tr>
        <tr>
        <td class="left">only one</td>
        <td class="center"></td>
        <td class="right"></td>
        </tr>
        <tr>
        <td class="left">a</td>
        <td class="center">b</td>
        <td class="right">c</td>
        </tr>
        </tbody>
        </table>
        </div>
        <p>After.</p>

        """)
    #expect(document.misplacements == [])
    #expect(document.slices(.tableCell).contains("[[a_b|A. B.]]"))
    #expect(document.slices(.tableRow).contains("| only one"))
    #expect(document.slices(.text).contains("A. B."))
  }

  @Test(
    "parts cells where GitHub does",
    arguments: [
      ("| c | `p|q` |", ["c", "`p"]), (#"| c | `p\|q` |"#, ["c", #"`p\|q`"#]),
      (#"| `a\` | b |"#, [#"`a\`"#, "b"]), (#"a \\| b | c"#, [#"a \\| b"#, "c"]),
      (#"\| a | b"#, [#"\| a"#, "b"]), ("| [[a|b]] | c |", ["[[a|b]]", "c"]),
      (#"| \[[a|b]] | c |"#, [#"\[[a"#, "b]]"]), ("| ``a`|`b`` | c |", ["``a`", "`b``"]),
    ])
  func partsCells(_ row: String, _ expected: [String]) {
    let document = Document("| h | i |\n|---|---|\n\(row)\n")
    #expect(document.slices(.tableCell) == ["h", "i"] + expected)
    #expect(document.misplacements == [])
  }

  @Test("keeps what CommonMark would read as blocks in its cell")
  func keepsBlocksInCells() {
    let document = Document(
      """
      | # a | - b | > c |
      |---|---|---|
      | 1. d | *e | f* # |
      | [l] | `\\|` | ## |

      [l]: url
      """)
    let cells = document.events.indices.filter {
      document.events[$0].kind == .tableCell && document.events[$0].enters
    }
    let texts = cells.map { index -> String in
      var bytes: [UInt8] = []
      var delegate = PlainDelegate()
      document.renderHTML(
        events: index + 1..<document.end(of: index), delegate: &delegate, into: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
    #expect(
      texts == [
        "# a", "- b", "&gt; c", "1. d", "*e", "f* #", #"<a href="url">l</a>"#, "<code>|</code>",
        "##",
      ])
    #expect(document.misplacements == [])
  }

  @Test(
    "reads tables in quotes and lists, behind a paragraph, and in a footnote",
    arguments: [
      "> | a | b |\n> |---|---|\n> | c | d |\n",
      "- | a | b |\n  |---|---|\n  | c | d |\n- next\n",
      "1. > | a | b |\n   > |---|---|\n   > | c | d |\n",
      "Paragraph\n| a | b |\n|---|---|\n| c | d |\n",
      "x[^n]\n\n[^n]: Note\n\n    | a | b |\n    |---|---|\n    | c | d |\n",
      "a | b\n--|--\nc | d\n\nEnd\n",
      "|a|b|\r\n|-|-|\r\n|c|d|\r\n",
      "[^n]: | a | b |\n    |---|---|\n    | c | d |\n\nText[^n]",
    ])
  func readsTablesAnywhere(_ text: String) {
    let document = Document(text)
    #expect(document.slices(.tableCell) == ["a", "b", "c", "d"])
    #expect(document.misplacements == [])
    #expect(document.problems == [])
  }

  @Test(
    "takes no other text for a table",
    arguments: [
      "a | b\n", "| a | b |\n|---|\n", "| a |\n| b |\n", "```\n| a |\n|---|\n```\n", "a\n---\n",
      "| a |\n|:-:-|\n", "    | a |\n    |---|\n",
    ])
  func takesNoOtherText(_ text: String) {
    let document = Document(text)
    #expect(document.slices(.table).isEmpty)
    #expect(document.misplacements == [])
  }

  // MARK: Alerts

  @Test("makes alerts of the five types that GitHub knows")
  func makesAlerts() {
    let document = Document("> [!NOTE]\n> Text\n> more.\n>\n> Second.\n")
    #expect(
      document.html == """
        <div class="alert note" role="note">
        <p class="alert-title">Note</p>
        <p>Text
        more.</p>
        <p>Second.</p>
        </div>

        """)
    #expect(document.misplacements == [])
    for (type, title) in [
      ("tip", "Tip"), ("IMPORTANT", "Important"), ("Warning", "Warning"), ("CAUTION", "Caution"),
    ] {
      let html = Document("> [!\(type)]\n>\n> x").html
      #expect(html.contains("<p class=\"alert-title\">\(title)</p>\n<p>x</p>"), "\(html)")
    }
  }

  @Test(
    "leaves other quotes alone",
    arguments: [
      "> [!OTHER]\n> x", "> [!NOTE] x", "[!NOTE]\nx", "> a\n>\n> [!NOTE]\n> x", "> \\[!NOTE]\n> x",
    ])
  func leavesOtherQuotesAlone(_ text: String) {
    #expect(Document(text).slices(.alert).isEmpty)
  }

  // MARK: Figures

  @Test("makes a figure of an image alone in its paragraph")
  func makesFigures() {
    #expect(
      Document("![The *alt*](media/x.jpg \"A \\\"caption\\\"\")\n").html == """
        <figure>
        <img src="media/x.jpg" alt="The alt" />
        <figcaption>A &quot;caption&quot;</figcaption>
        </figure>

        """)
    #expect(
      Document("![a](x.jpg)").html == "<figure>\n<img src=\"x.jpg\" alt=\"a\" />\n</figure>\n")
    #expect(
      Document("![a](x.jpg \"t\") text").html
        == "<p><img src=\"x.jpg\" alt=\"a\" title=\"t\" /> text</p>\n")
    #expect(Document("![a](x)![b](y)").slices(.figure).isEmpty)
    let caption = Document("> ![a](x 'b &amp; *c* [@wire, p. 3]\n> d')")
    #expect(caption.html.contains("<figcaption>b &amp; *c* [@wire, p. 3]\nd</figcaption>"))
    let cited = Document("![a](x (b \\) [@wire][^n] [[id]]))\n\n[^n]: y")
    #expect(cited.slices(.citation) == ["[@wire]"])
    #expect(cited.slices(.footnoteReference) == ["[^n]"])
    #expect(cited.slices(.wikiLink) == ["[[id]]"])
    #expect(cited.misplacements == [])
    #expect(Document("![a]\n\n[a]: x 'b'").html.contains("<figcaption>b</figcaption>"))
    #expect(Document("- ![a](x)\n- b\n").misplacements == [])
  }

  // MARK: Headings

  @Test("gives every heading an anchor of its own")
  func givesAnchors() {
    let document = Document(
      """
      # What *they* said: `x_y`
      ## Müller’s Größe
      ## Привет, Мир — 2023
      ## Привет мир 2023
      ## ???
      ## !
      ## A
      ## A 2
      ## A
      Underlined
      and long
      ---
      ## [[some-id]]
      """)
    let anchors = document.events.filter { $0.kind == .heading && $0.enters }.map {
      document.text($0.literal)
    }
    #expect(
      anchors == [
        "what-they-said-x-y", "müllers-größe", "привет-мир-2023", "привет-мир-2023-2", "section",
        "section-2", "a", "a-2", "a-3", "underlined-and-long", "some-id",
      ])
    #expect(Document("# A & B").html == "<h1 id=\"a-b\">A &amp; B</h1>\n")
    #expect(document.slices(.heading).contains("Underlined\nand long\n---"))
  }

  // MARK: Struck text

  @Test(
    "strikes text between two tildes",
    arguments: [
      ("~~a~~ b", "<del>a</del> b"), ("~~*a*~~", "<del><em>a</em></del>"),
      ("*~~a~~*", "<em><del>a</del></em>"), ("*a ~~b* c~~", "<em>a ~~b</em> c~~"),
      ("~~a\nb~~", "<del>a\nb</del>"), ("~a~", "~a~"), ("~~~a~~~b", "~~~a~~~b"),
      ("~~ a~~", "~~ a~~"),
      ("~~a ~~", "~~a ~~"), ("~~a", "~~a"), (#"\~~a~~"#, "~~a~~"), ("a~~b~~c", "a<del>b</del>c"),
      ("[~~a~~](u)", #"<a href="u"><del>a</del></a>"#), ("~~a~~~~b~~", "<del>a~~~~b</del>"),
    ])
  func strikes(_ text: String, _ html: String) {
    let document = Document("x " + text)
    #expect(document.html == "<p>x \(html)</p>\n")
    #expect(document.misplacements == [])
  }
}
