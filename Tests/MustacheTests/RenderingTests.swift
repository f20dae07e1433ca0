import Testing

@testable import Mustache

@Suite("Rendering typed values")
struct RenderingTests {
  @Test(
    "Escapes what means something in markup, in runs",
    arguments: [
      ("", ""), ("plain", "plain"), ("&", "&amp;"), ("a<b>c", "a&lt;b&gt;c"),
      ("\"'", "&quot;&#39;"), ("é & ü", "é &amp; ü"), ("&&&", "&amp;&amp;&amp;"),
      ("ends with <", "ends with &lt;"), ("> begins", "&gt; begins"), ("a\u{0}b", "a\u{FFFD}b"),
      ("\u{1}\u{1F}\u{7F}<", "\u{FFFD}\u{FFFD}\u{7F}&lt;"), ("\t\r\n", "\t\r\n"),
    ])
  func escapes(_ text: String, _ expected: String) throws {
    #expect(try render("[{{title}}]", PageView(title: text)) == "[\(expected)]")
  }

  @Test("Puts markup out as it is, and addresses escaped")
  func putsOutMarkup() throws {
    #expect(try render("{{{body}}}{{&body}}") == "<p>text</p><p>text</p>")
    let page = PageView(home: "../?a=1&b=2")
    #expect(try render("<a href=\"{{home}}\">", page) == "<a href=\"../?a=1&amp;b=2\">")
  }

  @Test(
    "Takes what is absent or empty for false",
    arguments: [
      (PageView(), "no yes no yes no yes no yes"),
      (PageView(summary: ""), "no yes no yes no yes no yes"),
      (PageView(summary: "s"), "yes s no no yes no yes no yes"),
      (PageView(isDraft: true), "no yes yes no no yes no yes"),
      (PageView(quotes: [QuoteView()]), "no yes no yes yes no no yes"),
      (PageView(place: PlaceView(name: "Minsk")), "no yes no yes no yes yes no"),
    ])
  func decidesSections(_ page: PageView, _ expected: String) throws {
    let template = [
      "{{#summary}}yes {{.}}{{/summary}}{{^summary}}no{{/summary}}",
      "{{#summary}}no{{/summary}}{{^summary}}yes{{/summary}}",
      "{{#isDraft}}yes{{/isDraft}}{{^isDraft}}no{{/isDraft}}",
      "{{#isDraft}}no{{/isDraft}}{{^isDraft}}yes{{/isDraft}}",
      "{{#quotes}}yes{{/quotes}}{{^quotes}}no{{/quotes}}",
      "{{#quotes}}no{{/quotes}}{{^quotes}}yes{{/quotes}}",
      "{{#place}}yes{{/place}}{{^place}}no{{/place}}",
      "{{#place}}no{{/place}}{{^place}}yes{{/place}}",
    ].joined(separator: " ")
    #expect(try render(template, page) == expected)
  }

  @Test("Tests and counts a list by its length, without going through it")
  func countsLists() throws {
    let template =
      "{{#quotes.length}}{{quotes.length}}:{{#quotes}}{{text}},{{/quotes}}{{/quotes.length}}"
    let quotes = [QuoteView(text: "a"), QuoteView(text: "b")]
    #expect(try render(template, PageView(quotes: quotes)) == "2:a,b,")
    #expect(try render(template) == "")
    #expect(try render("{{^quotes.length}}none{{/quotes.length}}") == "none")
  }

  @Test("Leaves the context alone in the section of a flag or length")
  func keepsContext() throws {
    let page = PageView(isDraft: true, tags: ["a", "b"])
    #expect(
      try render(
        "{{#tags}}{{#isDraft}}{{#tags.length}}{{.}}{{/tags.length}}{{/isDraft}}{{/tags}}", page)
        == "ab")
  }

  @Test("Finds names in the sections around, the innermost first")
  func findsNames() throws {
    let page = PageView(
      title: "T",
      quotes: [QuoteView(text: "q", speaker: SpeakerView(name: "S")), QuoteView(text: "r")],
      place: PlaceView(name: "P"))
    #expect(
      try render(
        "{{#place}}{{name}}{{#quotes}}{{title}}{{text}}{{speaker.name}}{{#speaker}}{{name}}{{/speaker}}{{name}} {{/quotes}}{{/place}}",
        page) == "PTqSSP TrP ")
  }

  @Test("Walks a tree by a partial that includes itself, and indents each level")
  func walksTrees() throws {
    let tree = PlaceView(
      name: "a",
      places: [
        PlaceView(name: "b", places: [PlaceView(name: "c")]), PlaceView(name: "d"),
      ])
    let page = PageView(place: tree)
    let node = "{{name}}\n{{#places}}\n  {{>node}}\n{{/places}}\n"
    #expect(
      try render("{{#place}}\n {{>node}}\n{{/place}}\nend", with: ["node": node], page)
        == " a\n   b\n     c\n   d\nend")
    #expect(
      try render(
        "{{#place}}{{>node}}{{/place}}",
        with: ["node": "{{name}}({{#places}}{{>node}}{{/places}})"], page)
        == "a(b(c())d())")
  }

  @Test("Indents the lines of a partial alone on its line, and of no other")
  func indentsPartials() throws {
    let partials = [
      "outer": "a\n{{#isDraft}}b\n{{/isDraft}}({{>inline}})\n{{>below}}\n",
      "inline": "c\nd\n {{>below}}\n",
      "below": "e\n\n{{title}}\n",
    ]
    let page = PageView(title: "1\n2", isDraft: true)
    #expect(
      try render("  {{>outer}}\nend", with: partials, page)
        == "  a\n  b\n  (c\nd\n e\n \n 1\n2\n)\n  e\n  \n  1\n2\nend")
    #expect(
      try render("{{>outer}}", with: partials, page) == "a\nb\n(c\nd\n e\n \n 1\n2\n)\ne\n\n1\n2\n")
  }

  @Test("Goes as deep as the data without the stack of the machine")
  func goesDeep() throws {
    var tree = PlaceView(name: "x")
    for _ in 0..<2_000 { tree = PlaceView(name: "x", places: [tree]) }
    let output = try render(
      "{{#place}}{{>node}}{{/place}}", with: ["node": "{{name}}{{#places}}{{>node}}{{/places}}"],
      PageView(place: tree))
    #expect(output == String(repeating: "x", count: 2_001))
  }

  @Test("Keeps each context when a partial calls another about something deeper")
  func keepsRegisters() throws {
    let page = PageView(
      title: "T", quotes: [QuoteView(text: "q", speaker: SpeakerView(name: "S"))],
      place: PlaceView(name: "P"))
    #expect(
      try render(
        "{{#quotes}}{{>quote}}{{text}}{{/quotes}}{{title}}",
        with: [
          "quote": "{{#speaker}}{{>speaker}}{{/speaker}}{{text}}",
          "speaker": "{{name}}{{text}}{{title}}{{place.name}}",
        ],
        page) == "SqTPqqT")
  }

  @Test("Fills the blocks of a layout, through partials too")
  func fillsBlocks() throws {
    let layout = "<title>{{$title}}Site{{/title}}</title>\n{{>main}}\n"
    let main = "<main>\n  {{$main}}\n  empty\n  {{/main}}\n</main>\n"
    let page =
      "{{<layout}}\n  {{$title}}{{title}}{{/title}}\n  {{$main}}\n    <h1>{{title}}</h1>\n    {{{body}}}\n  {{/main}}\n{{/layout}}\n"
    #expect(
      try render(page, with: ["layout": layout, "main": main])
        == "<title>A &amp; B</title>\n<main>\n  <h1>A &amp; B</h1>\n  <p>text</p>\n</main>\n")
    #expect(
      try render("{{<layout}}{{/layout}}", with: ["layout": layout, "main": main])
        == "<title>Site</title>\n<main>\n  empty\n</main>\n")
  }

  @Test("Takes a value of another shape than promised for absent")
  func survivesWrongValues() throws {
    let library = library([
      "page": "[{{title}}{{place.name}}{{#quotes}}{{text}}{{/quotes}}{{{body}}}{{quotes.length}}]"
    ])
    var problems: [Problem] = []
    let template = try #require(library.compile("page", for: PageView.shape, problems: &problems))
    let wrong: [(inout ValueTree) -> Value] = [
      { _ in .absent }, { $0.object([]) }, { $0.text("x") }, { $0.list([.absent]) },
      { $0.object(Array(repeating: .flag(true), count: 8)) },
    ]
    for make in wrong {
      var tree = ValueTree()
      let value = make(&tree)
      var output: [UInt8] = []
      template.render(value, of: tree, into: &output)
      #expect(String(decoding: output, as: UTF8.self) == "[]")
    }
  }

  @Test("Names a file by its path")
  func namesFiles() throws {
    #expect(try render("{{>parts/head}}", with: ["parts/head": "h"]) == "h")
  }

  @Test("Describes a shape for the template reference")
  func describesShapes() throws {
    guard case .object(let object) = PageView.shape else { throw UnexpectedShape() }
    #expect(object.name == "PageView")
    #expect(object.members.first?.name == "title")
    #expect(object.members.first?.summary == "the page's title")
  }

  struct UnexpectedShape: Error {}

  @Test("Compiles against a shape that is known only at run time and contains itself")
  func compilesDynamicShapes() throws {
    let shape = ObjectShape("kind") { kind in
      [.init("label", "", .text), .init("parts", "", .list(.object(kind)))]
    }
    let library = library(["kind": "{{label}}{{#parts}}{{>kind}}{{/parts}}"])
    var problems: [Problem] = []
    let template = library.compile("kind", for: .object(shape), problems: &problems)
    var output: [UInt8] = []
    var tree = ValueTree()
    let part = tree.object([tree.text("b"), tree.list([])])
    let kind = tree.object([tree.text("a"), tree.list([part])])
    try #require(template).render(kind, of: tree, into: &output)
    #expect(String(decoding: output, as: UTF8.self) == "ab")
  }

  @Test("Makes page after page in one tree")
  func reusesTrees() throws {
    let text = "{{title}}{{#tags}} {{.}}{{/tags}}{{#place}} {{name}}{{/place}}"
    let library = library(["page": text])
    var problems: [Problem] = []
    let template = try #require(library.compile("page", for: PageView.shape, problems: &problems))
    var tree = ValueTree()
    var pages: [String] = []
    for view in [
      PageView(title: "one", tags: ["a", "b"], place: PlaceView(name: "Minsk")),
      PageView(title: "2"),
    ] {
      tree.removeAll()
      let value = view.place(in: &tree)
      var output: [UInt8] = []
      template.render(value, of: tree, into: &output)
      pages.append(String(decoding: output, as: UTF8.self))
    }
    #expect(pages == ["one a b Minsk", "2"])
  }
}
