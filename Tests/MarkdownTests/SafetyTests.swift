import Testing

@testable import Markdown

@Suite("What a page must not hold")
struct SafetyTests {
  @Test("shows raw HTML as text, and says so")
  func showsRawHTML() {
    let document = Document("a <b onclick=\"x\">c</b>\n\n<script>\nalert(1)\n</script>\n")
    #expect(
      document.html == """
        <p>a &lt;b onclick=&quot;x&quot;&gt;c&lt;/b&gt;</p>
        <p>&lt;script&gt;
        alert(1)
        &lt;/script&gt;</p>

        """)
    #expect(document.problems.map(\.kind) == [.rawHTML, .rawHTML, .rawHTML])
    #expect(document.problems.map(\.text) == ["<b onclick=\"x\">", "</b>", "<script>"])
    #expect(document.problems[0].range == 2..<17)
  }

  @Test(
    "shows only the text of links that lead to no page",
    arguments: [
      "javascript:alert(1)", "JavaScript:x", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
      "//host/x", "/\\\\host/x", "\\\\\\\\host", "java&#x09;script:x", "&#106;avascript:x",
      "javascript&colon;x", "<java\tscript:x>", "&nbsp;javascript:x", "&#1;javascript:x",
      "jav&#x0A;ascript:x", "< javascript:x>", "tel:+1", "x:y",
    ])
  func refusesUnsafeLinks(_ address: String) {
    let link = Document("a [text](\(address)) b")
    #expect(link.html == "<p>a text b</p>\n")
    #expect(link.problems.map(\.kind) == [.unsafeLink])
    #expect(link.problems.first?.range == 2..<link.source.count - 2)
    let image = Document("a ![text](\(address)) b")
    #expect(image.html == "<p>a text b</p>\n")
    let reference = Document("a [text] b\n\n[text]: \(address)\n")
    #expect(reference.html == "<p>a text b</p>\n")
  }

  @Test("refuses an autolink with another scheme")
  func refusesAutolinks() {
    #expect(Document("<javascript:alert(1)>").html == "<p>javascript:alert(1)</p>\n")
  }

  @Test(
    "leaves safe links alone",
    arguments: [
      "http://a.b/c", "HTTPS://a.b", "mailto:a@b.c", "other.md", "../x/y.yaml#z", "#anchor",
      "?q=a:b",
      "/root", "a/b:c", "", "<my file.md>", "./10:30.md",
    ])
  func leavesSafeLinks(_ address: String) {
    let document = Document("[text](\(address))")
    #expect(document.problems == [])
    #expect(document.html.contains("<a href="))
  }

  @Test("puts no link into a link")
  func putsNoLinkIntoALink() {
    let document = Document("[see <https://a.b> here](u)")
    #expect(document.html == "<p><a href=\"u\">see https://a.b here</a></p>\n")
    #expect(document.slices(.link) == ["[see <https://a.b> here](u)"])
    #expect(document.misplacements == [])
  }

  @Test("reads autolinks of addresses and of mail")
  func readsAutolinks() {
    let document = Document("<https://a.b/?c&amp;d> <a@b.c>")
    #expect(
      document.html
        == "<p><a href=\"https://a.b/?c&amp;d\">https://a.b/?c&amp;d</a> <a href=\"mailto:a@b.c\">a@b.c</a></p>\n"
    )
    #expect(document.slices(.link) == ["<https://a.b/?c&amp;d>", "<a@b.c>"])
    #expect(document.problems == [])
  }

  // MARK: Comments as link definitions

  @Test(
    "reports what is meant to be a comment and defines nothing",
    arguments: [
      ("A line\n[//]: # (SEC)", "[//]: # (SEC)"),
      ("> A quote\n[comment]: <> (SEC8)", "[comment]: <> (SEC8)"),
      ("[//]: # SEC no quotes", "[//]: # SEC no quotes"),
      ("[Comment]: # \"SEC\" more", "[Comment]: # \"SEC\" more"),
      ("# [//]: # (SEC)", "[//]: # (SEC)"), ("| a |\n|---|\n[//]: # (SEC)", "[//]: # (SEC)"),
      ("a[^n]\n\n[^n]: b\n[//]: # (SEC)", "[//]: # (SEC)"),
      ("[//]: # (one)\n\nA line\n[//]: # (SEC)\nmore", "[//]: # (SEC)"),
      ("[//]: # (one)\n[//]: # SEC no quotes", "[//]: # SEC no quotes"),
      ("<p>\n[//]: # (SEC)\n</p>", "[//]: # (SEC)"),
    ])
  func reportsOpenDefinitions(_ text: String, _ expected: String) {
    let document = Document(text)
    #expect(document.problems.filter { $0.kind == .openComment }.map(\.text) == [expected])
  }

  @Test(
    "reports what a word processor or a tired hand made of a comment",
    arguments: [
      ("a ‹!— b —>", "‹!— b —>"), ("<!- b ->", "<!- b ->"), ("< !-- b -->", "< !-- b -->"),
      ("‹!-- b --›", "‹!-- b --›"), ("a <-- b --> c", "<-- b --> c"), ("a <— b —>", "<— b —>"),
      ("a {>> b <<}", "{>> b <<}"), ("- a\n\n      %% b %%", "    %% b %%"),
      ("    <!-- b -->", "    <!-- b -->"), ("    a\n\t[//]: # (b)", "    [//]: # (b)"),
    ])
  func reportsMistypedComments(_ text: String, _ expected: String) {
    let document = Document(text)
    #expect(document.problems.filter { $0.kind == .openComment }.map(\.text) == [expected])
  }

  @Test(
    "reports no signs and arrows",
    arguments: [
      "a <- b, a <-> b -> c, a <-- b, 5 < !x, ‹a – b›", "```\n<!-- a -->\n```", "    a <!-- b -->",
      "{a} {> b}", "\\<-- b -->",
    ])
  func reportsNoSigns(_ text: String) { #expect(Document(text).problems == []) }

  @Test(
    "reports comments where there are none",
    arguments: [
      ("[a](b \"c <!-- d -->\")", "<!-- d -->"), ("a ![b](c \"<!-- d -->\")", "<!-- d -->"),
      ("![b](c \"<!-- d -->\")", "<!-- d -->"), ("[a](b<!--c-->)", "<!--c-->"),
      ("```<!--a-->\nb\n```", "<!--a-->"),
    ])
  func reportsShownComments(_ text: String, _ expected: String) {
    let document = Document(text)
    #expect(document.problems.filter { $0.kind == .openComment }.map(\.text) == [expected])
  }

  @Test("passes over what is shown nowhere")
  func passesOverUnseen() {
    let document = Document("```swift <!-- a -->\nb\n```\n\n`<!-- c -->`")
    #expect(document.problems == [])
  }

  @Test(
    "shows nothing of a definition that is a comment",
    arguments: [
      ("[//]: # (SEC)\n\nA [//] b", "<p>A [//] b</p>\n"),
      (
        "[comment]: # (SEC)\n\nA [*Comment*][comment] b", "<p>A [<em>Comment</em>][comment] b</p>\n"
      ),
      ("[Comment]: x (SEC)\n\n[ comment ][] [COMMENT]", "<p>[ comment ][] [COMMENT]</p>\n"),
      ("[//]: javascript:a 'SEC'\n\n![a][//] [][//]", "<p>![a][//] [][//]</p>\n"),
      ("[//]: # (SEC)\n\n\\[//]: # `[//]: #`", "<p>[//]: # <code>[//]: #</code></p>\n"),
      (
        "[a]: # (title)\n\n[a] [comment](b)",
        "<p><a href=\"#\" title=\"title\">a</a> <a href=\"b\">comment</a></p>\n"
      ),
    ])
  func showsNoDefinition(_ text: String, _ expected: String) {
    let document = Document(text)
    #expect(document.html == expected)
    #expect(document.problems == [])
    #expect(document.misplacements == [])
  }
}
