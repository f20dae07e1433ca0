import Testing

@testable import DossierKit

@Suite("Lists") struct ListTests {
  private static func article(_ id: String, _ fields: String, _ body: String = "")
    -> [String: String]
  {
    ["content/articles/\(id).md": "---\ntitle: The \(id)\n\(fields)\n---\n\(body)\n"]
  }

  private static let articles =
    article("old", "date: 2022-12-31\ntags: [Arms]")
    + article("new", "date: 2023-05-20\ntags: [Arms, Trade]")
    + article("same-a", "date: 2023-05-19") + article("same-b", "date: 2023-05-19")
    + article("unlisted", "date: 2023-05-21\nvisibility: noindex")
    + article("draft", "date: 2023-05-22\nvisibility: draft\ntags: [Hidden]")

  private static let events = [
    "content/events/all.yaml": """
    id: undated
    name: Undated thing
    ---
    id: year
    name: Year thing
    date: 2023
    ---
    id: day
    name: Day thing
    date: 2023-05-18
    ---
    id: about
    name: About thing
    date: 2023-05-18~
    ---
    id: before
    name: Before thing
    date: 2022-06
    ---
    id: not-known
    name: Unknown thing
    date: unknown
    """
  ]

  /// The names in the order in which a page has them.
  private func order(of names: [String], in page: String) -> [String] {
    names.compactMap { name in page.firstRange(of: ">\(name)<").map { (name, $0.lowerBound) } }
      .sorted { $0.1 < $1.1 }.map(\.0)
  }

  @Test("are all on the first page, with their numbers", arguments: ["index.html", "404.html"])
  func areAllOnTheFirstPage(path: String) async throws {
    let files =
      Self.articles + [
        "content/officials/ana.yaml": "name: Ana\nclaims: [{text: So it is.}, {text: Or not.}]",
        "content/pages/about.md": "---\ntitle: About\n---\n",
      ]
    let page = try #require(try await MarkedDossier(files).pagesWithWarnings()[path])
    let start = try #require(page.firstRange(of: "<ul class=\"counted")).upperBound
    let end = try #require(page[start...].firstRange(of: "</ul>")).lowerBound
    let links = page[start..<end].matches(of: /<li><a [^>]*>([^<]*)<\/a> <span[^>]*>([^<]*)</)
    #expect(links.map { "\($0.1) \($0.2)" } == ["Articles 5", "Officials 1", "Claims 2"])
  }

  @Test("have articles with the newest first", arguments: ["index.html", "articles/index.html"])
  func haveTheNewestFirst(path: String) async throws {
    let pages = try await MarkedDossier(Self.articles).pages()
    let page = try #require(pages[path])
    let names = ["The old", "The same-a", "The unlisted", "The new", "The same-b", "The draft"]
    let found = order(of: names, in: page)
    #expect(found.first == "The unlisted" && found.dropFirst().first == "The new")
    #expect(found.last == "The old" && found.count == 5)
  }

  @Test("have what is undated at their end, in a group of its own")
  func haveWhatIsUndatedLast() async throws {
    let pages = try await MarkedDossier(Self.events).pages()
    let page = try #require(pages["events/index.html"])
    let names = [
      "Undated thing", "Year thing", "Day thing", "About thing", "Before thing", "Unknown thing",
    ]
    let found = order(of: names + ["Undated", "2023", "2022"], in: page)
    #expect(found.firstIndex(of: "2023") == 0)
    #expect(Set(found.suffix(3)) == ["Undated", "Undated thing", "Unknown thing"], "\(found)")
    #expect(found.suffix(3).first == "Undated")
    #expect(Array(found.suffix(5).prefix(2)) == ["2022", "Before thing"])
    #expect(Set(found[1...3]) == ["Year thing", "Day thing", "About thing"])
  }

  @Test("have entities by name, without regard to case and accents")
  func haveEntitiesByName() async throws {
    let pages = try await MarkedDossier([
      "content/places/a.yaml": "name: Zürich", "content/places/b.yaml": "name: évora",
      "content/places/c.yaml": "name: Eupen", "content/places/d.yaml": "name: fez",
    ]).pages()
    let page = try #require(pages["places/index.html"])
    #expect(
      order(of: ["Zürich", "évora", "Eupen", "fez"], in: page)
        == ["Eupen", "évora", "fez", "Zürich"])
  }

  @Test("of tags name what bears them, and how many")
  func nameWhatBearsThem() async throws {
    let pages = try await MarkedDossier(
      Self.articles + [
        "content/places/minsk.yaml": "name: Minsk\ntags: [arms, Foreign Trade, Торговля]",
        "content/places/agram.yaml": "name: Zagreb\ntags: [arms]",
        "content/places/gone.yaml":
          "name: Gone\ntags: [arms]\nvisibility: redacted\nupdated: 2023-05-01",
      ]
    ).pages()
    #expect(
      pages.keys.filter { $0.hasPrefix("tags/") }.sorted() == [
        "tags/arms/index.html", "tags/foreign-trade/index.html", "tags/index.html",
        "tags/trade/index.html", "tags/торговля/index.html",
      ])
    let arms = try #require(pages["tags/arms/index.html"])
    #expect(arms.contains("<h1>Arms <span class=\"count\">4</span></h1>"))
    // As the lists of their kinds have them.
    let bearers = ["The new", "The old", "Minsk", "Zagreb"]
    #expect(order(of: bearers, in: arms) == bearers)
    #expect(!arms.contains("gone"))
    #expect(pages["places/minsk/index.html"]?.contains("../../tags/foreign-trade/") == true)
    let all = try #require(pages["tags/index.html"])
    #expect(all.contains(">Arms</a> <span class=\"count\">4</span>"))
  }

  @Test("of tags are of one tag each", arguments: tags)
  func areOfOneTag(_ row: Row) async throws { try await row.check() }

  private static let tags =
    [("C", "C++"), ("C#", "C"), ("a/b", "a b"), (String(repeating: "a", count: 64), nil)].map {
      first, second in
      Row(
        "\(first) and another",
        [
          "content/places/a.yaml": "name: Abc\ntags: ['\(first)', '\(first)']",
          "content/places/b.yaml":
            "name: Bcd\ntags: ['\(first)', 1️⃣'\(second ?? first + "b")']",
        ], .addressConflict, "and '\(first.shortened)' want the address '/tags/")
    } + [
      Row(
        "one tag, in several spellings",
        [
          "content/places/a.yaml": "name: Abc\ntags: [Foreign Trade, Café]",
          "content/places/b.yaml": "name: Bcd\ntags: [foreign-trade, foreign_trade, cafe]",
        ])
    ]
    + ["!!!", ".", "..", "~~"].map {
      Row("none: \($0)", place("tags: [1️⃣'\($0)']"), .emptyTag, "the tag '\($0)'")
    }

  @Test("of what robots are to keep away from are not in the sitemap")
  func areNotInTheSitemap() async throws {
    func sitemap(_ visibility: String) async throws -> String {
      let pages = try await MarkedDossier([
        "content/site.yaml": "title: T\nurl: https://example.org/",
        "content/places/minsk.yaml": "name: Minsk\ntags: [towns]\nvisibility: \(visibility)",
      ]).pages()
      for path in ["tags/towns", "tags", "places"] {
        let page = try #require(pages["\(path)/index.html"])
        let isHidden = page.contains(#"<meta name="robots" content="noindex">"#)
        #expect(isHidden == (visibility == "noindex"), "\(path)")
      }
      return try #require(pages["sitemap.xml"])
    }
    #expect(try await !sitemap("noindex").contains("tags/"))
    #expect(try await !sitemap("noindex").contains("places/"))
    #expect(try await sitemap("public").contains("<loc>https://example.org/places/</loc>"))
    #expect(try await sitemap("public").contains("tags/towns/"))
  }

  @Test("of tags are not there where nobody bears one")
  func areNotThere() async throws {
    let pages = try await MarkedDossier(Self.article("a", "date: 2023-05-20")).pages()
    #expect(!pages.keys.contains { $0.hasPrefix("tags") })
  }

  @Test("count what was not removed, on the pages and on the console alike")
  func countWhatWasNotRemoved() async throws {
    let dossier = MarkedDossier([
      "content/places/a.yaml": "name: Abc",
      "content/places/b.yaml": "name: Bcd",
      "content/places/gone.yaml": "name: Gone\nvisibility: redacted\nupdated: 2023-05-01",
      "content/countries/gone2.yaml": "name: Away\nvisibility: redacted\nupdated: 2023-05-01",
    ])
    let counts = try await dossier.build().counts.map { "\($0.count) \($0.label)" }
    #expect(counts == ["2 Places"])
    let home = try #require(try await dossier.pages()["index.html"])
    #expect(ShownPage.words(home[...]).contains("Places 2"))
  }
}
