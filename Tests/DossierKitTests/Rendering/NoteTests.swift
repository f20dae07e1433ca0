import Testing

@testable import DossierKit

@Suite("Notes on a page") struct NoteTests {
  private func page(_ files: [String: String]) async throws -> String {
    try #require(try await MarkedDossier(files).pages()["articles/talks/index.html"])
  }

  @Test("that only other notes refer to follow those, each once")
  func followOthers() async throws {
    let page = try await page(
      article(
        "A.[^a] B.[^d]\n\n[^a]: See[^b] and[^b].\n\n[^b]: And[^c].\n\n[^c]: Back[^a].\n\n[^d]: D."))
    let opened = page.matches(of: /<div class="note-text" id="_n(\d)">/).map { "\($0.1)" }
    // The first is followed by those that only it leads to, and they are numbered as a reader meets them.
    #expect(opened == ["1", "2", "3", "4"])
    #expect(page.matches(of: /class="sidenote apart"/).count == 2)
    #expect(page.matches(of: ##/<a href="#_n1"/##).count == 1 + 1)
    let ids = page.matches(of: /\ id="([^"]+)"/).map { "\($0.1)" }
    #expect(Set(ids).count == ids.count, "\(ids)")
  }

  @Test("may lead from one to the next without end")
  func leadOn() async throws {
    let count = 10_000
    let notes = (0..<count).map { "\n\n[^\($0)]: x[^\(($0 + 1) % count)]" }.joined()
    let page = try await page(article("A.[^0]" + notes))
    #expect(page.utf8.count < count * 1_000)
    #expect(page.firstRange(of: "id=\"_n\(count)\"") != nil)
  }

  @Test("of a text that is not the page's own stand in the list, on a screen as well")
  func standInTheList() async throws {
    let page = try await page([
      "content/articles/talks.md":
        "---\ntitle: T\ndate: 2023-05-20\nsummary: \"In short.[^s]\\n\\n[^s]: Of the summary.\"\n---\nText.[^t]\n\n[^t]: Of the text.\n"
    ])
    #expect(page.contains(#"<li id="_n1" value="1"><div class="note-text">Of the summary.</div>"#))
    #expect(page.contains(#"<li class="on-paper" value="2">"#))
    #expect(page.contains(##"<a href="#_n1" id="_r1">1</a>"##))
    #expect(page.contains("<section class=\"block notes\""))
  }

  @Test("are on paper alone in the list, if all open in the text")
  func areOnPaper() async throws {
    let page = try await page(article("Text.[^t]\n\n[^t]: Of the text."))
    #expect(page.contains("<section class=\"block notes on-paper\""))
  }

  @Test("say that they tell what somebody said, and on what that rests")
  func sayWhatTheyAre() async throws {
    let page = try await page(
      article(
        "[Words]{^c}",
        "annotations: {c: {type: claim, about: [wire], text: So., cite: wire, confidence: likely, quote: Así, quote_lang: es, translation: Thus}}"
      ) + ["content/sources/wire.yaml": "title: W"])
    #expect(page.contains(#"<details class="sidenote is-claim">"#))
    let kind = #"<span class="note-kind">Claim</span> "#
    #expect(
      page.contains(kind + #"<span class="speaker">Attributed to nobody named:</span> So."#))
    #expect(page.contains(#"<q dir="auto" lang="es">Así</q> (Thus)"#))
    #expect(page.contains(#"<span class="sign sign-likely">likely</span>"#))
  }

  private static let papers = [
    "content/sources/agency.yaml": "title: Agency",
    "content/sources/wire.yaml": "title: Wire\nbased_on: agency",
    "content/sources/paper.yaml": "title: Paper\nbased_on: agency",
  ]

  @Test(
    "show all that supports them",
    arguments: [
      ("cite: {source: wire, supports: contradicts}", " [1] contradicts"),
      ("cite: {source: wire, supports: inferred}", " [1] inferred"),
      ("cite: wire, as_stated: last Thursday", "[1]as stated: last Thursday"),
      (
        "cite: [wire, paper]", "[1][2] 2 sources of one origin: Agency"
      ),
    ])
  func showTheirSupport(_ support: String, _ words: String) async throws {
    let note = "annotations: {n: {text: So it is., \(support)}}"
    let page = try #require(
      try await MarkedDossier(article("[Words]{^n}", note) + Self.papers)
        .pagesWithWarnings()["articles/talks/index.html"])
    let start = try #require(page.firstRange(of: #"<a class="note-number""#)).lowerBound
    let end = try #require(page[start...].firstRange(of: "</details>")).lowerBound
    #expect(ShownPage.words(page[start..<end]) == "1 So it is.\(words)")
  }

  @Test("look as the theme says")
  func lookAsTheThemeSays() async throws {
    let page = try await page(
      article("[Words]{^n}", "annotations: {n: So it is.}") + [
        "templates/partials/annotation.mustache": "<i>{{{annotation.html}}}</i>"
      ])
    #expect(page.contains("<i>So it is.</i></div></details>"))
  }

  @Test("cite sources in the order in which a reader meets them")
  func citeInOrder() async throws {
    let page = try #require(
      try await MarkedDossier(
        [
          "content/articles/talks.md": """
          ---
          title: {value: Talks, cite: paper}
          date: 2023-05-20
          summary: {value: "In short [@wire].", cite: agency}
          annotations: {n: "Noted [@note]."}
          ---
          [Words]{^n} [@late], and more.
          """, "content/sources/note.yaml": "title: Note",
          "content/sources/late.yaml": "title: Late",
        ] + Self.papers
      ).pagesWithWarnings()["articles/talks/index.html"])
    let numbers = page.matches(of: /\[(\d)\]<\/a><\/sup>/).map { "\($0.1)" }
    #expect(numbers.prefix(5) == ["1", "2", "3", "4", "5"], "\(numbers)")
  }

  @Test("that no text refers to are nowhere, nor is what they mention")
  func thatNothingRefersToAreNowhere() async throws {
    let dossier = MarkedDossier([
      "content/officials/ana.yaml": "name: Ana Bee\nclaims: [{id: c, text: A claim}]\n",
      "content/sources/wire.yaml": "title: Wire\n",
      "content/media/a.pdf": "PDF",
      "content/articles/draft.md": """
      ---
      {title: D, date: 2023-05-20, visibility: draft}
      ---
      [a](../media/a.pdf)
      """,
      "content/articles/talks.md": """
      ---
      title: Talks
      date: 2023-05-20
      ---
      Nothing here.

      [^b]: SECRETNOTE about Ana Bee, [[ana#c|her]], [a file](../media/a.pdf) [@wire, p. 9].[^c]

      [^c]: SECRETNOTE on [her again](../officials/ana.yaml)[^b]
      """,
    ])
    let fileSystem = dossier.fileSystem
    let report = try await dossier.build(on: fileSystem)
    let unused = report.diagnostics.filter { $0.code == .unusedNote }
    #expect(unused.map(\.message).contains { $0.contains("'c'") })
    #expect(unused.count == 2)
    #expect(!report.diagnostics.contains { $0.code.severity == .error })
    let pages = try dossier.pages(on: fileSystem)
    for (path, page) in pages { #expect(!page.contains("SECRETNOTE"), "\(path)") }
    #expect(pages["media/a.pdf"] == nil)
    let official = try #require(pages["officials/ana/index.html"])
    #expect(!official.contains("articles/talks"), "\(official)")
    let source = try #require(pages["sources/wire/index.html"])
    #expect(!source.contains("p. 9") && !source.contains("articles/talks"), "\(source)")
    let article = try #require(pages["articles/talks/index.html"])
    #expect(!article.contains("officials/ana"), "\(article)")
  }

  @Test("that no text refers to are no place for an annotation")
  func thatNothingRefersToHoldNoAnnotation() async throws {
    try await expect(
      MarkedDossier([
        "content/articles/talks.md": """
        ---
        {title: Talks, date: 2023-05-20, annotations: {1️⃣k: A remark}}
        ---
        Nothing here.

        [^2️⃣b]: [Words]{^k}
        """
      ]),
      says: [Expectation("1️⃣", .unusedAnnotation, "'k'"), Expectation("2️⃣", .unusedNote, "'b'")])
  }

  @Test(
    "of claims begin with whose word it is",
    arguments: [
      (
        "attributed_to: ana, ",
        #"<span><a href="../../officials/ana/">Ana Pérez</a></span> said:"#
      ),
      ("", "Attributed to nobody named:"),
    ])
  func beginWithSpeaker(_ speaker: String, _ words: String) async throws {
    let pages = try await MarkedDossier([
      "content/officials/ana.yaml": "name: Ana Pérez\n",
      "content/sources/wire.yaml": "title: Wire\n",
      "content/articles/talks.md": """
      ---
      title: Talks
      date: 2023-05-20
      annotations:
        c: {type: claim, about: ana, \(speaker)confidence: likely, cite: wire, text: They agreed.}
      ---
      [They agreed]{^c} on nothing.
      """,
    ]).pages()
    let page = try #require(pages["articles/talks/index.html"])
    #expect(page.contains("<span class=\"speaker\">\(words)</span> They agreed."))
  }
}
