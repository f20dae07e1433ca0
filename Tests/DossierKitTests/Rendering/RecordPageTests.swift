import Testing

@testable import DossierKit

@Suite("Pages of records") struct RecordPageTests {
  private static let meeting = [
    "content/officials/milian.yaml":
      "name: Monica Milian\nrelations: [{type: subordinate-to, to: revenko, start: 2020, end: 2022, cite: wire}]",
    "content/officials/revenko.yaml":
      "name: Valery Revenko\nposts: [{id: head, title: Head of staff}]",
    "content/countries/cuba.yaml": "name: Cuba",
    "content/sources/wire.yaml": "title: The wire",
    "content/places/hall.yaml": "name: Congress Hall",
    "content/events/first.yaml": """
    name: First meeting
    date: 2021-03-04
    place: hall
    participants:
    - {who: milian, role: Guest, for: cuba, presence: photo, confidence: possible, cite: wire}
    - {who: revenko, role: Host, as: head}
    """,
    "content/events/second.yaml":
      "name: Second meeting\ndate: 2023-05-18\nparticipants: [{who: milian, role: Speaker}]",
    "content/events/third.yaml": "name: Third meeting\nparticipants: [{who: milian, role: Chair}]",
    "content/articles/talks.md": "---\ntitle: Talks\ndate: 2023-05-20\nabout: [cuba]\n---\n",
  ]

  @Test(
    "show what others say of them",
    arguments: [
      (
        "officials/milian",
        [
          "Took part in", "../../events/first/", "2021", "Guest", "../../countries/cuba/", "photo",
          "possible", "#_s1", "The wire", "Subordinate to",
        ]
      ),
      (
        "officials/revenko",
        [
          "Took part in", "Host", "#_posts_head", "Head of staff", "Superior of",
          "../../officials/milian/", "2020", "2022", "The wire",
        ]
      ),
      (
        "countries/cuba",
        [
          "Represented at", "../../events/first/", "Guest", "Main subject of",
          "../../articles/talks/",
        ]
      ),
      ("places/hall", ["Events here", "../../events/first/", "2021"]),
      ("events/first", ["Host", "../../officials/revenko/", "Head of staff", "possible"]),
    ])
  func showWhatOthersSay(page: String, parts: [String]) async throws {
    let pages = try await MarkedDossier(Self.meeting).pages()
    let text = try #require(pages["\(page)/index.html"])
    for part in parts { #expect(text.contains(part), "\(part)") }
  }

  @Test(
    "tell whose word is what no source supports",
    arguments: [
      ("name: Cuba", "No source is cited here. What names no speaker is the word of My desk."),
      (
        "name: Cuba\niso2: {value: CU, cite: wire}",
        "What bears no number and names no speaker is the word of My desk."
      ),
      ("name: Cuba\ncite: wire", nil),
    ])
  func tellWhoseWordItIs(cuba: String, words: String?) async throws {
    let pages = try await MarkedDossier([
      "content/site.yaml": "title: My desk", "content/countries/cuba.yaml": cuba,
      "content/sources/wire.yaml": "title: The wire",
    ]).pages()
    let page = ShownPage.words(try #require(pages["countries/cuba/index.html"])[...])
    #expect(page.contains("the word of") == (words != nil))
    if let words { #expect(page.contains(words), "\(page)") }
  }

  @Test("show it with the newest first, what is undated last")
  func showTheNewestFirst() async throws {
    let pages = try await MarkedDossier(Self.meeting).pages()
    let page = try #require(pages["officials/milian/index.html"])
    let places = try ["Second meeting", "First meeting", "Third meeting"].map {
      try #require(page.firstRange(of: ">\($0)<")).lowerBound
    }
    #expect(places == places.sorted())
  }

  @Test("show rivals beside each other, and how sure each is")
  func showRivals() async throws {
    let pages = try await MarkedDossier(
      official(
        """
        born:
        - {value: 1970, confidence: likely, cite: wire}
        - {value: 1971, status: disputed, note: So says *another*.}
        died: none
        birth_place: unknown
        ranks:
        - {rank: Colonel, start: 2019, as_stated: the colonel}
        - {rank: Sergeant, status: draft}
        """) + ["content/sources/wire.yaml": "title: The wire"]
    ).pages()
    let page = try #require(pages["officials/milian/index.html"])
    for part in [
      "1970", "likely", "1971", "disputed", "So says <em>another</em>.", "The wire", "none",
      "not known", "Colonel", "the colonel",
    ] { #expect(page.contains(part), "\(part)") }
    #expect(!page.contains("Sergeant"))
  }

  @Test("say everywhere that a date is disputed")
  func sayThatDatesAreDisputed() async throws {
    let pages = try await MarkedDossier([
      "content/sources/wire.yaml": "title: Wire",
      "content/officials/ana.yaml": "name: Ana Pérez",
      "content/events/sale.yaml": """
      name: The sale
      date:
      - {value: 2022-03-14, status: disputed, cite: wire}
      - {value: 2022-03-16, status: disputed, cite: wire}
      - {value: 2022-03-20, status: rejected, note: A misprint., cite: wire}
      participants: [{who: ana}]
      """,
    ]).pages()
    for path in ["events", "events/sale", "officials/ana"] {
      let page = try #require(pages["\(path)/index.html"])
      #expect(page.contains("14 March 2022 or 16 March 2022, disputed"), "\(path)")
      #expect(!page.contains("<time datetime=\"2022-03-14\">14 March 2022</time></p>"))
    }
    let source = try #require(pages["sources/wire/index.html"])
    #expect(source.matches(of: /March 2022<\/span> <span class="sign sign-disputed">/).count == 4)
  }

  @Test("say everywhere that a date is not certain, and no more of a place than there is to say")
  func sayThatDatesAreNotCertain() async throws {
    let pages = try await MarkedDossier([
      "content/sources/wire.yaml":
        "title: Wire\npublished: [{value: 2021, cite: other}, {value: 2022, cite: other}]",
      "content/sources/other.yaml": "title: Other\npublished: unknown",
      "content/officials/ana.yaml": "name: Ana Pérez",
      "content/countries/a.yaml": "name: Arcadia\nofficial_name: none",
      "content/events/sale.yaml": """
      name: The sale
      date: {value: 2022-03-14, confidence: possible, cite: [wire, other]}
      place: unknown
      venue: none
      participants: [{who: ana}]
      """,
    ]).pagesWithWarnings()
    for path in ["events", "events/sale", "officials/ana"] {
      let page = try #require(pages["\(path)/index.html"])
      #expect(page.contains("14 March 2022, possible"), "\(path)")
    }
    let event = try #require(pages["events/sale/index.html"])
    let words = ShownPage.words(event[...])
    #expect(
      words.contains("Wire, 2021 or 2022, disputed") && words.contains("Other, date not known"))
    let head = try #require(
      event.firstMatch(of: /<p class="when-where">(.*?)<\/p>/.dotMatchesNewlines()))
    #expect(ShownPage.words(head.1) == "14 March 2022, possible")
    #expect(words.contains("Place not known Venue none") || words.contains("Placenot known"))
    let country = try #require(pages["countries/a/index.html"])
    let top = try #require(
      country.firstMatch(of: /<p class="when-where">(.*?)<\/p>/.dotMatchesNewlines()))
    #expect(ShownPage.words(top.1).isEmpty)
  }

  @Test(
    "have one heading of the first level, and the text's below it",
    arguments: [
      ("# One\n\n## Two", ["<h2 id=\"one\">One", "<h3 id=\"two\">Two"]),
      ("## One\n\n### Two", ["<h2 id=\"one\">One", "<h3 id=\"two\">Two"]),
      ("## Same\n\n## Same", ["<h2 id=\"same\">Same", "<h2 id=\"same-2\">Same"]),
    ])
  func haveOneHeading(body: String, headings: [String]) async throws {
    let page = try #require(
      try await MarkedDossier(article(body)).pages()["articles/talks/index.html"])
    #expect(page.matches(of: /<h1[ >]/).count == 1)
    for heading in headings { #expect(page.contains(heading), "\(heading)") }
  }

  @Test("number notes and sources by first use, each in a series of its own, and list each once")
  func numberNotes() async throws {
    let pages = try await MarkedDossier(
      article(
        """
        One.[^b] Two [@wire]. Three.[^a] [Four]{^n} Again [@wire], and [@wire, p. 3].[^b]

        [^a]: The note a.
        [^b]: The note b.
        """, "annotations: {n: The remark n.}") + ["content/sources/wire.yaml": "title: The wire"]
    ).pages()
    let page = try #require(pages["articles/talks/index.html"])
    let notes = page.matches(
      of:
        /<summary id="_r(\d+)"[^>]*>(\d+)<\/summary><div class="note-text" id="_n\d+"><a[^>]*>\d+<\/a> ([\s\S]*?)<\/div>/
    )
    #expect(notes.map { "\($0.1)" } == ["1", "2", "3"])
    let texts = notes.map { $0.3.replacing(/<[^>]*>/, with: "") }
    #expect(texts == ["The note b.", "The note a.", "The remark n."])
    // Paper has each once more, at the end of the page and without an anchor.
    let listed = page.matches(
      of: /<li class="on-paper" value="(\d)"><div class="note-text">([\s\S]*?)<\/div>/)
    #expect(
      listed.map { "\($0.1) \($0.2)" } == ["1 The note b.", "2 The note a.", "3 The remark n."])
    // Two locators of one source are two citations of one entry.
    #expect(page.matches(of: /<li id="_s/).count == 1)
    #expect(page.matches(of: /href="#_s1" id="[^"]*">\[1\]/).count == 3)
    #expect(page.contains(#"<span class="locator">p. 3</span>"#))
    // The second place that refers to a note leads to where it opens.
    #expect(page.contains(##"<sup class="note"><a href="#_n1" id="_r1-2">1</a></sup>"##))
  }

  @Test("show one mark for two places in a source, list both, and keep the spot of each")
  func showOneMarkForASource() async throws {
    let pages = try await MarkedDossier(
      article("Said so [@wire, p. 1; @wire, p. 2].")
        + ["content/sources/wire.yaml": "title: The wire"]
    ).pages()
    let page = try #require(pages["articles/talks/index.html"])
    #expect(page.matches(of: /href="#_s1" id="[^"]*">\[1\]/).count == 1)
    for place in ["p. 1", "p. 2"] {
      #expect(page.contains("<span class=\"locator\">\(place)</span>"))
    }
    let source = try #require(pages["sources/wire/index.html"])
    let spots = source.matches(of: /articles\/talks\/#([^"]*)"/).map { String($0.1) }
    #expect(Set(spots).count == 2, "\(spots)")
    for spot in spots { #expect(page.contains(" id=\"\(spot)\""), "\(spot)") }
  }

  @Test("of redacted matter keep the address, the id and the date alone")
  func keepTheAddress() async throws {
    let pages = try await MarkedDossier([
      "content/officials/milian.yaml": """
      name: Monica Milian
      born: 1970
      summary: A colonel
      tags: [army]
      updated: 2023-05-30
      visibility: redacted
      """,
      "content/articles/talks.md":
        "---\ntitle: Talks\ndate: 2023-05-20\n---\n[[milian|She]] spoke with [[milian]].\n",
    ]).pages()
    let page = try #require(pages["officials/milian/index.html"])
    #expect(page.contains("<code>milian</code>") && page.contains("2023-05-30"))
    for (path, text) in pages {
      for word in ["Monica", "1970", "colonel", "army"] {
        #expect(!text.contains(word), "\(path): \(word)")
      }
    }
    let article = try #require(pages["articles/talks/index.html"])
    #expect(article.contains("She spoke with removed."))
    #expect(!article.contains("officials/milian"))
  }

  @Test("name the language of a text, and where it is edited")
  func nameTheLanguage() async throws {
    let pages = try await MarkedDossier(
      article("Hola", "lang: es") + [
        "content/site.yaml": "title: T\nlanguage: be\nrepository: https://git.example.org/edit"
      ]
    ).pages()
    let page = try #require(pages["articles/talks/index.html"])
    #expect(page.contains("<html lang=\"es\">"))
    #expect(page.contains("href=\"https://git.example.org/edit/content/articles/talks.md\""))
    #expect(pages["index.html"]?.contains("<html lang=\"be\">") == true)
  }

  @Test("escape what could be markup", arguments: ["name", "summary", "gender", "disambiguation"])
  func escape(field: String) async throws {
    let pages = try await MarkedDossier([
      "content/officials/x.yaml": "\(field == "name" ? "" : "name: X\n")\(field): 'a & \"b\" \\<i>'"
    ]).pages()
    for (path, text) in pages where path.hasSuffix(".html") {
      #expect(!text.contains("<i>"), "\(path)")
    }
    #expect(pages["officials/x/index.html"]?.contains("a &amp; ") == true)
  }

  @Test(
    "of articles name below the title who wrote them, once",
    arguments: [
      ("A. Writer", "By A. Writer 20 May 2023", []), ("[A, B]", "By A and B 20 May 2023", []),
      (
        "[A, {value: B, cite: wire}, {value: C, status: disputed}]",
        "By A, B[1] and C disputed 20 May 2023", []
      ),
      (
        "[A, {value: B, status: rejected, note: No.}]",
        "By A 20 May 2023 1 rejectedB rejectedNo.", []
      ),
      // Alone, these words would say little.
      ("unknown", "Talks 20 May 2023", ["By not known"]),
      ("none", "Talks 20 May 2023", ["By none"]),
    ])
  func nameAuthors(_ authors: String, _ words: String, _ facts: [String]) async throws {
    let pages = try await MarkedDossier(
      article("Text.", "authors: \(authors)") + ["content/sources/wire.yaml": "title: The wire"]
    ).pagesWithWarnings()
    let page = ShownPage.words(try #require(pages["articles/talks/index.html"])[...])
    #expect(page.contains(words), "\(page)")
    #expect(page.matches(of: #/\bBy /#).count == 1, "\(page)")
    for fact in facts { #expect(page.contains("Facts \(fact)"), "\(page)") }
  }

  @Test(
    "run from right to left in the languages that do",
    arguments: [
      ("ar", true), ("he", true), ("fa-IR", true), ("ur", true), ("az-Arab", true), ("en", false),
      ("ar-Latn", false), ("sr-Cyrl", false),
    ])
  func runFromRightToLeft(_ language: String, _ isRightToLeft: Bool) async throws {
    for (path, name) in [("articles/t.md", "article"), ("pages/t.md", "page")] {
      let date = name == "article" ? "date: 2023-05-20\n" : ""
      let pages = try await MarkedDossier([
        "content/\(path)": "---\ntitle: T\n\(date)lang: \(language)\n---\nText.\n"
      ]).pages()
      let page = try #require(
        pages[name == "article" ? "articles/t/index.html" : "t/index.html"])
      let direction = isRightToLeft ? #" dir="rtl""# : ""
      #expect(page.contains(#"<article class="record \#(name)"\#(direction)>"#))
      #expect(page.contains(#"<html lang="\#(language)">"#))
    }
  }

  @Test("of events say in the head that sources differ on the place")
  func sayThatPlaceIsDisputed() async throws {
    let pages = try await MarkedDossier(
      Self.meeting.merging([
        "content/places/club.yaml": "name: Club",
        "content/events/first.yaml":
          "name: First meeting\ndate: [{value: 2021-03-05, status: disputed}, {value: 2021-03-04, status: disputed}]\nplace: [{value: hall, status: disputed}, {value: club, status: disputed}]",
      ]) { $1 }
    ).pages()
    let page = ShownPage.words(try #require(pages["events/first/index.html"])[...])
    #expect(
      page.contains("4 March 2021 or 5 March 2021, disputed Congress Hall Club place disputed"),
      "\(page)")
  }
}
