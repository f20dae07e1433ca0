import Testing

@testable import DossierKit

@Suite("Addresses") struct AddressTests {
  private static let files = [
    "content/articles/talks.md":
      "---\ntitle: Talks\ndate: 2023-05-20\nsummary: What was *said*.\ntags: [a]\n---\nText\n",
    "content/articles/quiet.md":
      "---\ntitle: Quiet matter\ndate: 2023-05-21\nvisibility: noindex\n---\nText\n",
    "content/articles/later.md":
      "---\ntitle: Later matter\ndate: 2023-05-22\nembargo: 2023-06-01T12:00:01Z\n---\nText\n",
    "content/pages/about.md": "---\ntitle: About\nformerly: [imprint]\n---\nText\n",
    "content/places/minsk.yaml": "name: Minsk\nformerly: [mensk, miensk]\nupdated: 2023-04-01",
    "content/places/gone.yaml": "name: Vanished\nvisibility: redacted\nupdated: 2023-05-01",
  ]
  private static let site = "title: The dossier\ndescription: On ties\nauthors: [A. Writer]\n"
  private static let dossier = MarkedDossier(files + ["content/site.yaml": site])
  private static let addressed = MarkedDossier(
    files + ["content/site.yaml": site + "url: https://example.org/ties\n"])

  @Test("without a canonical one there is neither sitemap nor feed")
  func haveNeitherSitemapNorFeed() async throws {
    let pages = try await Self.dossier.pages()
    #expect(pages["sitemap.xml"] == nil && pages["feed.xml"] == nil)
    #expect(pages["robots.txt"] == "User-agent: *\nAllow: /\n")
    for (path, text) in pages {
      #expect(!text.contains("rel=\"canonical\"") && !text.contains("feed.xml"), "\(path)")
    }
  }

  @Test("stand in the sitemap, if they are public")
  func standInTheSitemap() async throws {
    let sitemap = try #require(try await Self.addressed.pages()["sitemap.xml"])
    let listed = sitemap.matches(of: /<loc>([^<]*)<\/loc>/).map { String($0.1) }
    #expect(
      listed.sorted()
        == [
          "", "about/", "articles/", "articles/talks/", "places/", "places/minsk/", "tags/",
          "tags/a/",
        ].map { "https://example.org/ties/" + $0 })
    #expect(sitemap.contains("<lastmod>2023-05-20</lastmod>"))
    #expect(sitemap.contains("<lastmod>2023-04-01</lastmod>"))
  }

  @Test("of public articles stand in the feed, the newest first")
  func standInTheFeed() async throws {
    let feed = try #require(try await Self.addressed.pages()["feed.xml"])
    #expect(feed.matches(of: /<entry>/).count == 1)
    for part in [
      "<title>The dossier</title>", "<subtitle>On ties</subtitle>", "<name>A. Writer</name>",
      "<id>https://example.org/ties/articles/talks/</id>", "<title>Talks</title>",
      "<published>2023-05-20T00:00:00Z</published>", "<summary>What was said.</summary>",
      "<category term=\"a\"/>",
    ] { #expect(feed.contains(part), "\(part)") }
    #expect(!feed.contains("Quiet") && !feed.contains("Later"))
  }

  @Test("tell robots of the sitemap, and pages of their own address")
  func tellRobots() async throws {
    let pages = try await Self.addressed.pages()
    #expect(pages["robots.txt"]?.contains("Sitemap: https://example.org/ties/sitemap.xml") == true)
    #expect(
      pages["places/minsk/index.html"]?.contains(
        #"<link rel="canonical" href="https://example.org/ties/places/minsk/">"#) == true)
    #expect(
      pages["index.html"]?.contains(
        #"<link rel="canonical" href="https://example.org/ties/">"#) == true)
  }

  @Test("may be given for one build")
  func mayBeGiven() async throws {
    let pages = try await Self.addressed.pages { $0.baseURL = "https://preview.example.org/" }
    #expect(pages["sitemap.xml"]?.contains("<loc>https://preview.example.org/</loc>") == true)
    #expect(!pages.values.contains { $0.contains("https://example.org/") })
  }

  @Test(
    "ask robots to stay away from what is not for them",
    arguments: [
      ("articles/quiet/index.html", true), ("places/gone/index.html", true), ("404.html", true),
      ("places/mensk/index.html", true), ("articles/talks/index.html", false),
      ("index.html", false), ("tags/a/index.html", false), ("about/index.html", false),
    ])
  func askRobotsToStayAway(path: String, isHidden: Bool) async throws {
    let page = try #require(try await Self.addressed.pages()[path])
    #expect(page.contains(#"<meta name="robots" content="noindex">"#) == isHidden)
  }

  @Test(
    "of former ids lead on",
    arguments: [
      ("places/mensk/index.html", "../../places/minsk/", "places/minsk/"),
      ("places/miensk/index.html", "../../places/minsk/", "places/minsk/"),
      ("imprint/index.html", "../about/", "about/"),
    ])
  func leadOn(path: String, link: String, address: String) async throws {
    let page = try #require(try await Self.addressed.pages()[path])
    #expect(page.contains("http-equiv=\"refresh\""))
    #expect(page.contains("href=\"\(link)\""))
    #expect(page.contains("href=\"https://example.org/ties/\(address)\""))
  }

  @Test(
    "on the page for any address begin at the root",
    arguments: [
      (nil, "/"), ("https://example.org", "/"), ("https://example.org/ties", "/ties/"),
      ("https://example.org/a/b/", "/a/b/"),
    ])
  func beginAtTheRoot(url: String?, root: String) async throws {
    let site = "title: T\n" + (url.map { "url: \($0)\n" } ?? "")
    let pages = try await MarkedDossier(Self.files + ["content/site.yaml": site]).pages()
    let page = try #require(pages["404.html"])
    #expect(page.contains("href=\"\(root)\"") && page.contains("href=\"\(root)assets/style.css\""))
    #expect(page.contains("href=\"\(root)places/\""))
    #expect(!page.contains("href=\"../") && !page.contains("href=\"assets"))
  }

  @Test("are each wanted by one page alone", arguments: conflicts)
  func areWantedByOne(_ row: Row) async throws { try await row.check() }

  private static func page(_ text: String = "title: A") -> String { "---\n\(text)\n---\n" }

  private static let conflicts = [
    Row(
      "a page and the list of a kind",
      ["content/pages/places.md": page("1️⃣title: A"), "content/places/minsk.yaml": "name: M"],
      .addressConflict, "'/places/'", help: "another id"),
    Row("a page and the list of a kind without pages", ["content/pages/places.md": page()]),
    Row(
      "a page and the list of tags",
      ["content/pages/tags.md": page("1️⃣title: A\ntags: [a]")], .addressConflict, "'/tags/'"),
    Row(
      "a former id and a page of its kind",
      [
        "content/places/minsk.yaml": "name: M\nformerly: [1️⃣mensk]",
        "content/places/mensk.yaml": "name: N",
      ],
      .addressConflict, "two pages want the address '/places/mensk/'"),
    Row(
      "two former ids",
      [
        "content/places/a.yaml": "name: Abc\nformerly: [old]",
        "content/places/b.yaml": "name: Bcd\nformerly: [1️⃣old]",
      ], .addressConflict, "'/places/old/'"),
    Row(
      "former ids of two kinds",
      [
        "content/places/a.yaml": "name: Abc\nformerly: [old]",
        "content/countries/b.yaml": "name: Bcd\nformerly: [old]",
      ]),
  ]

  /// Those of its files that are HTML and no redirects, of whatever type a dossier can have.
  @Test func countsThePagesThatAReaderStaysOn() async throws {
    let dossier = MarkedDossier([
      "content/site.yaml": "title: T\nurl: https://example.org/\nlanguage: en",
      "content/places/minsk.yaml":
        "name: Minsk\nformerly: mensk\ntags: [towns]\ncorrections: [{date: 2023-05-20, what: A slip}]",
      "content/places/gone.yaml": "visibility: redacted\nname: G\nupdated: 2023-05-20",
      "content/articles/talks.md":
        "---\ntitle: T\ndate: 2023-05-20\n"
        + "claims: [{id: a, text: A, about: minsk}]\n---\nIn Minsk.\n",
    ])
    let fileSystem = dossier.fileSystem
    let report = try await dossier.build(on: fileSystem)
    let pages = try dossier.pages(on: fileSystem)
    let redirects = pages.filter { $0.value.contains("http-equiv=\"refresh\"") }
    #expect(redirects.count == 1 && pages["sitemap.xml"] != nil && pages["robots.txt"] != nil)
    #expect(report.pages == pages.count { $0.key.hasSuffix(".html") } - redirects.count)
  }
}
