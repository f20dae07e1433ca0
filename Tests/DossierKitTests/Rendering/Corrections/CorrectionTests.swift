import Testing

@testable import DossierKit

@Suite("Corrections") struct CorrectionTests {
  private static let files = [
    "content/site.yaml":
      "title: The dossier\nurl: https://example.org/ties\nauthors: [A. Writer]\n",
    "content/officials/ana.yaml": """
    name: Ana Pérez
    corrections:
    - {date: 2023-03-02, what: The year, was: "*1970*", now: 1971, why: A misreading, severity: fact}
    - {date: 2023-03-02, what: A letter, severity: typo}
    - {date: 2023-04, what: canary, status: draft}
    """,
    "content/articles/talks.md":
      "---\ntitle: Talks & more\ndate: 2023-05-20\ncorrections: [{date: 2023-05-22, what: All of it, severity: retraction}]\n---\n",
    "content/articles/quiet.md":
      "---\ntitle: Quiet\ndate: 2023-05-20\nvisibility: noindex\ncorrections: [{date: 2023-05-21, what: Silence}]\n---\n",
    "content/articles/later.md":
      "---\ntitle: Draft matter\ndate: 2023-05-20\nvisibility: draft\ncorrections: [{date: 2023-05-23, what: Unseen}]\n---\n",
  ]
  private static let dossier = MarkedDossier(files)

  @Test("stand on their page, each with an anchor that its day gives it")
  func standOnTheirPage() async throws {
    let page = try #require(try await Self.dossier.pages()["officials/ana/index.html"])
    #expect(
      page.matches(of: /<li id="(_correction[^"]*)">/).map { "\($0.1)" }
        == ["_correction-2023-03-02", "_correction-2023-03-02_2"])
    for part in ["<em>1970</em>", "1971", "A misreading", "fact", "typo"] {
      #expect(page.contains(part), "\(part)")
    }
  }

  @Test("that were found wrong are struck, with the reason, and stand nowhere else")
  func areStruck() async throws {
    let pages = try await MarkedDossier(
      official(
        """
        deceased: true
        corrections:
        - {date: 2023-01-01, what: "Spelled [@wire] wrong", was: Ana, now: Anna, status: rejected, note: It was right., cite: wire, severity: retraction}
        - {date: 2023-01-01, what: The year}
        """) + source("wire")
    ).pages()
    let page = try #require(pages["officials/milian/index.html"])
    let words = ShownPage.words(page[...])
    for part in [
      "Corrections 1 rejectedDate: 1 January 2023What: Spelled wrongWas: AnaNow: Anna",
      "Severity: retraction rejected", "It was right.",
    ] { #expect(words.contains(part), "\(part) in \(words)") }
    #expect(!page.contains("Retracted"))
    #expect(page.matches(of: /<li id="_correction/).count == 1)
    let wire = try #require(pages["sources/wire/index.html"])
    #expect(wire.contains("officials/milian/#_v_corrections_1\""))
    #expect(page.contains("id=\"_v_corrections_1\""))
    #expect(pages["corrections/index.html"]?.contains("Spelled") == false)
  }

  @Test(
    "of a fact are told of beside the date of an article, and no others",
    arguments: [
      ("{date: 2023-05-22, what: A, severity: fact}", "2023-05-22"),
      (
        "{date: 2023-05-31, what: B, severity: fact}, {date: 2023-05-22, what: A, severity: fact}, {date: 2023-06-01, what: C, severity: typo}",
        "2023-05-31"
      ),
      ("{date: 2023-05-22, what: A, severity: typo}", nil),
      ("{date: 2023-05-22, what: A}", nil),
    ])
  func areToldOfAtTheTop(corrections: String, day: String?) async throws {
    let pages = try await MarkedDossier([
      "content/articles/talks.md":
        "---\ntitle: Talks\ndate: 2023-05-20\ncorrections: [\(corrections)]\n---\n"
    ]).pages()
    let page = try #require(pages["articles/talks/index.html"])
    let told = page.firstMatch(
      of: /<a href="#(_correction-[^"]*)">Corrected <time datetime="([^"]*)">/)
    #expect(told.map { "\($0.1) \($0.2)" } == day.map { "_correction-\($0) \($0)" })
  }

  @Test("are collected, the newest first, and lead to their places")
  func areCollected() async throws {
    let pages = try await Self.dossier.pages()
    let page = try #require(pages["corrections/index.html"])
    #expect(
      page.matches(of: /<h2><time datetime="([^"]*)">/).map { "\($0.1)" }
        == ["2023-05-22", "2023-03-02"])
    #expect(
      page.matches(of: /<p class="entry-title"><a href="([^"]*)">([^<]*)</).map {
        "\($0.1) \($0.2)"
      } == [
        "../articles/talks/#_correction-2023-05-22 Talks &amp; more",
        "../officials/ana/#_correction-2023-03-02 Ana Pérez",
        "../officials/ana/#_correction-2023-03-02_2 Ana Pérez",
      ])
    // What asks robots to stay away says it on its own page.
    #expect(!page.contains("Silence"))
    #expect(pages["articles/quiet/index.html"]?.contains("Silence") == true)
    #expect(pages["index.html"]?.contains(#"<a href="corrections/">Corrections</a>"#) == true)
    #expect(
      pages["sitemap.xml"]?.contains("<loc>https://example.org/ties/corrections/</loc>") == true)
    #expect(!pages.values.contains { $0.contains("canary") || $0.contains("Unseen") })
  }

  @Test("have a feed, in which each has the address of its place")
  func haveAFeed() async throws {
    let pages = try await Self.dossier.pages()
    let feed = try #require(pages["corrections.xml"])
    #expect(
      feed.matches(of: /<entry>\n<title>([^<]*)<\/title>\n<id>([^<]*)<\/id>/).map {
        "\($0.1) \($0.2)"
      } == [
        "Retraction: Talks &amp; more https://example.org/ties/articles/talks/#_correction-2023-05-22",
        "Correction: Ana Pérez https://example.org/ties/officials/ana/#_correction-2023-03-02",
        "Typo corrected: Ana Pérez https://example.org/ties/officials/ana/#_correction-2023-03-02_2",
      ])
    for part in [
      "<title>The dossier: corrections</title>",
      "<id>https://example.org/ties/corrections.xml</id>",
      "<updated>2023-05-22T00:00:00Z</updated>", "<name>A. Writer</name>",
      "This page has been retracted.\nWhat: All of it",
      "What: The year\nWas: 1970\nNow: 1971\nWhy: A misreading",
    ] { #expect(feed.contains(part), "\(part)") }
    // What asks robots to stay away is not told of.
    #expect(!feed.contains("Silence"))
    for (path, page) in pages where path.hasSuffix("/index.html") {
      #expect(page.contains("corrections.xml"), "\(path)")
    }
  }

  @Test("say in their feed how exact a day is, which its moment cannot")
  func sayHowExact() async throws {
    let pages = try await MarkedDossier([
      "content/site.yaml": "title: T\nurl: https://example.org/\n",
      "content/officials/ana.yaml": """
      name: Ana
      corrections:
      - {date: 2023-03~, what: A sum, was: none, now: unknown}
      - {date: 2023-02-01, what: A name}
      """,
    ]).pages()
    let feed = try #require(pages["corrections.xml"])
    #expect(feed.contains("What: A sum\nWas: none\nNow: not known\nWhen: about March 2023<"))
    #expect(feed.contains("What: A name<"))
  }

  @Test("of drafts are in a preview, marked")
  func areInAPreview() async throws {
    let pages = try await Self.dossier.pages { $0.drafts = true }
    #expect(pages["corrections.xml"]?.contains("<title>Draft: Correction: Draft matter") == true)
    #expect(
      pages["corrections/index.html"]?.contains(
        #"Draft matter</a> <span class="draft">draft</span>"#) == true)
  }

  @Test("that take a page back are said at its head")
  func areSaidAtTheHead() async throws {
    let pages = try await Self.dossier.pages()
    let page = try #require(pages["articles/talks/index.html"])
    let banner = try #require(page.firstRange(of: "<strong>Retracted.</strong>"))
    let heading = try #require(page.firstRange(of: "<h1 "))
    #expect(banner.lowerBound < heading.lowerBound)
    #expect(page.contains(##"<a href="#_correction-2023-05-22">What was wrong</a>"##))
    #expect(page.contains(#"<li id="_correction-2023-05-22">"#))
    #expect(pages["officials/ana/index.html"]?.contains("Retracted") == false)
  }

  @Test(
    "have neither page nor feed where there are none",
    arguments: [
      ("name: Ana", false, false),
      ("name: Ana\ncorrections: [{date: 2023-01-01, what: A}]", true, true),
      ("name: Ana\nvisibility: noindex\ncorrections: [{date: 2023-01-01, what: A}]", false, false),
      (
        "name: Ana\nvisibility: redacted\nupdated: 2023-05-01\ncorrections: [{date: 2023-01-01, what: A}]",
        false, false
      ),
    ])
  func haveNeither(official: String, hasPage: Bool, hasFeed: Bool) async throws {
    let pages = try await MarkedDossier([
      "content/site.yaml": "title: T\nurl: https://example.org\n",
      "content/officials/ana.yaml": official,
    ]).pages()
    #expect((pages["corrections/index.html"] != nil) == hasPage)
    #expect((pages["corrections.xml"] != nil) == hasFeed)
    #expect(pages["index.html"]?.contains("Corrections</a>") == hasPage)
    #expect(pages["index.html"]?.contains("corrections.xml") == hasFeed)
  }

  @Test("have no feed where the dossier has no address")
  func haveNoFeed() async throws {
    let pages = try await MarkedDossier([
      "content/officials/ana.yaml": "name: Ana\ncorrections: [{date: 2023-01-01, what: A}]"
    ]).pages()
    #expect(pages["corrections.xml"] == nil && pages["corrections/index.html"] != nil)
  }
}
