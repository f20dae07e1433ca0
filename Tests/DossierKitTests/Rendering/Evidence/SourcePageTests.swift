import Testing

@testable import DossierKit

@Suite("Pages of sources") struct SourcePageTests {
  private static let files = [
    "content/sources/agency.yaml": "title: Agency",
    "content/sources/daily.yaml": "title: Daily\nbased_on: agency",
    "content/sources/gazette.yaml": "title: Gazette\nbased_on: daily",
    "content/sources/other.yaml": "title: Other",
    "content/countries/cuba.yaml": "name: {value: Cuba, cite: other}",
    "content/officials/milian.yaml": """
    name: Monica Milian
    born: {value: 1970, cite: 'daily#p. 2'}
    died: {value: 2020, status: rejected, note: A slip., cite: agency}
    gender: {value: female, cite: [agency, other]}
    posts:
    - {id: attache, title: {value: Military attaché, cite: gazette}, country: cuba, cite: [daily, gazette]}
    ranks:
    - {rank: Colonel, cite: {source: agency, supports: context}}
    """,
    "content/articles/whole.md":
      "---\ntitle: Whole\ndate: 2020-01-01\nsources: [daily, gazette]\n---\nText.\n",
    "content/articles/two.md":
      "---\ntitle: Two\ndate: 2020-01-01\nsources: [daily]\ncite: other\n---\nText.\n",
    "content/articles/rejected.md":
      "---\ntitle: Rest\ndate: 2020-01-01\nsources: [daily, {value: other, status: rejected, note: No.}]\n---\nText.\n",
    "content/pages/about.md": "---\ntitle: About\nsources: [gazette]\n---\nText.\n",
    "content/pages/cited.md": "---\ntitle: Cited\ncite: gazette\n---\nText.\n",
    "content/articles/old.md":
      "---\ntitle: Old\ndate: 2021-01-01\nsources: [agency]\n---\nText.\n",
    "content/articles/new.md":
      "---\ntitle: New\ndate: 2023-01-01\nannotations: {n: {text: A note., cite: agency}}\n---\nShe came [@agency, p. 1; @other; @agency, p. 7]. [It]{^n} ended.\n",
  ]

  private func page(_ id: String) async throws -> (html: String, all: [String: String]) {
    let pages = try await MarkedDossier(Self.files).pagesWithWarnings()
    return (try #require(pages["sources/\(id)/index.html"]), pages)
  }

  @Test(
    "say in words what is written as a code",
    arguments: [
      ("reliability: A", "Reliability A, reliable"),
      ("reliability: C", "Reliability C, fairly reliable"),
      ("reliability: F", "Reliability F, cannot be judged"),
      ("lang: en", "Language English"), ("lang: pt-BR", "Language Portuguese (pt-BR)"),
    ])
  func useWords(field: String, words: String) async throws {
    let pages = try await MarkedDossier(["content/sources/a.yaml": "title: A\n\(field)"]).pages()
    let page = try #require(pages["sources/a/index.html"])
    #expect(ShownPage.words(page[...]).contains(words))
  }

  private func section(_ name: String, of page: String) throws -> Substring {
    let rest = page[try #require(page.firstRange(of: "aria-labelledby=\"\(name)\"")).lowerBound...]
    // Sections of pages stand within it.
    let end = rest.firstRange(of: "</section>\n</section>")?.lowerBound ?? rest.endIndex
    return rest[..<end]
  }

  @Test("show everything that cites them, the newest article first, with field, sentence and place")
  func showWhatCites() async throws {
    let (html, all) = try await page("agency")
    let citing = try section("_citing", of: html)
    let titles = citing.matches(of: /<h3><a href="[^"]*">([^<]*)</).map { String($0.1) }
    #expect(titles == ["New", "Old", "Monica Milian"])
    let words = ShownPage.words(citing)
    for part in [
      "She came", "at p. 1", "at p. 7", "Note: A note.", "Sources", "Died: 2020 rejected",
      "Gender: female", "Ranks · Colonel".replacing(" · ", with: ": "), "context",
    ] { #expect(words.contains(part), "\(part) in \(words)") }
    for match in citing.matches(of: /href="\.\.\/\.\.\/([^"#]*)#([^"]*)"/) {
      let target = try #require(all["\(match.1)index.html"])
      #expect(target.contains("id=\"\(match.2)\""), "\(match.1)#\(match.2)")
    }
    #expect(citing.contains("href=\"../../officials/milian/#_v_gender_1\""))
  }

  @Test(
    "show what rests on them alone",
    arguments: [
      // Both sources of the post, and the one of the birth, lead to the agency.
      (
        "agency",
        [
          "Old", "Whole", "Rest", "About", "Cited", "Born: 1970", "Posts: Military attaché",
          "Note: A note.",
        ]
      ),
      // As does the one of the title, by way of the daily.
      (
        "daily", ["Whole", "Rest", "About", "Cited", "Born: 1970", "Posts: Military attaché"]
      ),
      ("gazette", ["About", "Cited", "Posts: Military attaché"]),
      ("other", ["Name: Cuba"]),
    ])
  func showWhatRestsOnThemAlone(_ id: String, _ expected: [String]) async throws {
    let (html, all) = try await page(id)
    let alone = try section("_alone", of: html)
    let rest = alone.prefix(
      upTo: alone.firstRange(of: "id=\"_citing\"")?.lowerBound ?? alone.endIndex)
    let words = ShownPage.words(rest)
    for part in expected { #expect(words.contains(part), "\(part) in \(words)") }
    for match in rest.matches(of: /href="\.\.\/\.\.\/([^"#]*)#([^"]*)"/) {
      let target = try #require(all["\(match.1)index.html"])
      #expect(target.contains("id=\"\(match.2)\""), "\(match.1)#\(match.2)")
    }
    // What has two sources rests on neither alone.
    #expect(!words.contains("Two"))
    for part in ["Gender", "Died", "Ranks"] { #expect(!words.contains(part), "\(part)") }
  }

  @Test("tell a claim as its speaker's, wherever it is kept")
  func nameSpeakers() async throws {
    let pages = try await MarkedDossier([
      "content/sources/a.yaml": "title: A",
      "content/officials/ana.yaml": """
      name: Ana
      claims:
        - {text: She left., attributed_to: [kari, ivan], cite: a}
        - {text: She came., attributed_to: unknown, cite: a}
        - text: {value: She stayed., cite: a}
          attributed_to:
            - {value: kari, status: disputed}
            - {value: ivan, status: disputed}
            - {value: ana, status: rejected, note: Not she.}
      """,
      "content/officials/kari.yaml": "name: Kari",
      "content/officials/ivan.yaml": "name: Ivan",
      "content/articles/song.md": """
      ---
      title: Song
      date: 2023-05-20
      annotations: {n: {type: claim, about: ivan, attributed_to: kari, text: He sang., cite: a}}
      ---
      [He sang]{^n}.
      """,
    ]).pages()
    let page = try #require(pages["sources/a/index.html"])
    for name in ["_alone", "_citing"] {
      let words = ShownPage.words(try section(name, of: page))
      for part in [
        "Claim by Kari and Ivan: She left.", "Claim: She came.",
        "Claim by Kari or Ivan: She stayed.", "Claim by Kari: He sang.",
      ] { #expect(words.contains(part), "\(part) in \(words)") }
    }
  }

  @Test("call what cites them by what stands, and say how sure it is")
  func callByWhatStands() async throws {
    let pages = try await MarkedDossier([
      "content/sources/a.yaml": "title: A",
      "content/officials/bob.yaml": "name: Bob",
      "content/officials/cyr.yaml": """
      name: Cyr
      relations:
        - {type: subordinate-to, to: [{value: bob, status: rejected, note: No.}, ana], cite: a}
      """,
      "content/officials/ana.yaml": """
      name: Ana
      born: {value: 1970, confidence: doubtful, cite: a}
      posts: [{title: Head, start: {value: 2001, cite: a}, confidence: possible}]
      """,
      "content/events/talks.yaml": """
      name: Talks
      participants: [{who: [{value: bob, status: rejected, note: No.}, cyr], cite: a}]
      """,
    ]).pages()
    let page = try #require(pages["sources/a/index.html"])
    for name in ["_alone", "_citing"] {
      let words = ShownPage.words(try section(name, of: page))
      for part in [
        "Relations: subordinate to Ana", "Participants: Cyr", "Born: 1970 doubtful",
        "Posts · Head · From: 2001 possible",
      ] { #expect(words.contains(part), "\(part) in \(words)") }
      #expect(!words.contains("Bob"))
    }
  }

  @Test("show where they go back to, and what goes back to them")
  func showOrigins() async throws {
    let (gazette, _) = try await page("gazette")
    #expect(ShownPage.words(try section("_origins", of: gazette)).contains("Agency"))
    let (daily, _) = try await page("daily")
    // What it is based on says it already.
    #expect(!daily.contains("_origins"))
    #expect(daily.contains("Based on") && daily.contains("Basis of"))
  }

  @Test("say nothing of drafts")
  func sayNothingOfDrafts() async throws {
    var files = Self.files
    files["content/officials/hidden.yaml"] =
      "name: Hidden\nvisibility: draft\nborn: {value: 1901, cite: other}"
    files["content/countries/belarus.yaml"] =
      "name: Belarus\niso2: {value: BY, status: draft, cite: other}"
    let pages = try await MarkedDossier(files).pagesWithWarnings()
    let page = try #require(pages["sources/other/index.html"])
    #expect(!page.contains("Hidden") && !page.contains("1901") && !page.contains("BY"))
  }

  /// A chain, and a comb: each source is based on the one before and on another, and something rests on each.
  private static func sources(_ count: Int, isComb: Bool) -> [String: String] {
    var files = [
      "content/sources/s0.yaml": "title: Source 0"
    ]
    for index in 1...count {
      files["content/sources/s\(index).yaml"] =
        "title: Source \(index)\nbased_on: [s\(index - 1)\(isComb ? ", t\(index)" : "")]"
      if isComb { files["content/sources/t\(index).yaml"] = "title: Tooth \(index)" }
      files["content/countries/c\(index).yaml"] =
        "name: {value: Country c\(index), cite: s\(index)}"
    }
    return files
  }

  @Test("say how much more rests on them, and to what more they go back, than they show")
  func sayHowMuchMore() async throws {
    let pages = try await MarkedDossier(Self.sources(120, isComb: false)).pagesWithWarnings()
    let first = try #require(pages["sources/s0/index.html"])
    #expect(ShownPage.words(first[...]).contains("Resting on it alone 120"))
    #expect(ShownPage.words(first[...]).contains("And 20 more"))
    let last = try #require(pages["sources/s20/index.html"])
    #expect(ShownPage.words(last[...]).contains("Resting on it alone 101"))
    #expect(ShownPage.words(last[...]).contains("And 1 more"))

    let comb = try await MarkedDossier(Self.sources(260, isComb: true)).pagesWithWarnings()
    func origins(_ id: String) throws -> String {
      ShownPage.words(try section("_origins", of: try #require(comb["sources/\(id)/index.html"])))
    }
    // Itself goes back to the first and one tooth for each since.
    #expect(try origins("s19").contains("Source 0") && !origins("s19").contains("more:"))
    #expect(try origins("s20").contains("And 1 more:"))
    #expect(try origins("s260").contains("And more than 236 more:"))
  }
}
