import Testing

@testable import DossierKit

@Suite("The list of sources of a page") struct CitationListTests {
  private static let sources = [
    "content/organizations/agency.yaml": "name: News Agency",
    "content/sources/wire.yaml": """
    title: The wire
    authors: [A. Writer, B. Writer]
    publisher: agency
    published: 2023-05-18
    accessed: 2023-06-01
    lang: es
    url: https://wire.example/1
    url_status: dead
    archives: [{url: "https://archive.example/wire", at: 2023-05-19, service: Archive}]
    """,
    "content/sources/note.yaml":
      "title: A note\npublisher_name: unknown\nurl: https://note.example/",
    "content/sources/log.yaml": "title: A log",
    "content/sources/gone.yaml": "title: Gone\nvisibility: redacted\nurl: https://gone.example/",
  ]

  private func page(_ fields: String) async throws -> String {
    let pages = try await MarkedDossier(Self.sources + official(fields)).pagesWithWarnings()
    return try #require(pages["officials/milian/index.html"])
  }

  /// The list, without what stands before and behind it.
  private func list(_ page: String) throws -> Substring {
    let start = try #require(page.firstRange(of: "<h2 id=\"_citations\">")).lowerBound
    let rest = page[start...]
    return rest[..<(try #require(rest.firstRange(of: "</section>")).lowerBound)]
  }

  @Test("says who published what and when, with the archived copy before the address")
  func saysWhoPublished() async throws {
    let page = try await page("born: {value: 1970, cite: wire}")
    let list = try list(page)
    let words = ShownPage.words(list)
    for part in [
      "The wire", "A. Writer, B. Writer", "News Agency", "18 May 2023", "language: Spanish",
      "read 1 June 2023", "Archive, 19 May 2023", "dead",
    ] { #expect(words.contains(part), "\(part) in \(words)") }
    for link in [
      "../../sources/wire/", "../../organizations/agency/", "https://archive.example/wire",
      "https://wire.example/1",
    ] { #expect(list.contains("href=\"\(link)\""), "\(link)") }
    let archive = try #require(list.firstRange(of: "https://archive.example/wire"))
    let address = try #require(list.firstRange(of: "https://wire.example/1"))
    #expect(archive.lowerBound < address.lowerBound)
  }

  @Test(
    "names the language of a source, unless it is the dossier's own",
    arguments: [
      ("en", nil), ("de", "German"), ("sr-Latn", "Serbian (sr-Latn)"), ("gsw", "gsw"),
      ("en-GB", "English (en-GB)"),
    ])
  func namesLanguages(tag: String, name: String?) async throws {
    let pages = try await MarkedDossier(
      ["content/sources/wire.yaml": "title: The wire\nlang: \(tag)"]
        + official("born: {value: 1970, cite: wire}")
    ).pagesWithWarnings()
    let page = try #require(pages["officials/milian/index.html"])
    let words = ShownPage.words(try list(page))
    #expect(words.contains("language:") == (name != nil))
    #expect(name.map { words.contains("The wire, language: \($0)") } != false, "\(words)")
  }

  @Test("is numbered in the order in which the page shows what it supports")
  func isNumberedAsShown() async throws {
    let page = try await page(
      """
      names: [{text: M. M., cite: note}, {text: M., status: rejected, note: Wrong., cite: gone}]
      ranks: [{rank: Colonel, cite: log}]
      posts: [{title: Attaché, cite: wire}]
      body: "Known [@log]."
      """)
    let end = try #require(page.firstRange(of: "<h2 id=\"_citations\">")).lowerBound
    let numbers = page[..<end].matches(of: /\[(\d)\]<\/a><\/sup>/).compactMap { Int($0.1) }
    #expect(numbers == [1, 2, 3, 4, 3], "\(numbers)")
  }

  @Test("names each source once, and each citation of it with its place, bearing and words")
  func namesEachSourceOnce() async throws {
    let page = try await page(
      """
      born: {value: 1970, cite: 'wire#p. 3'}
      died: {value: 2020, cite: [{source: wire, at: p. 4, supports: inferred, quote: Murió, quote_lang: es, translation: He died}, note]}
      gender: {value: male, cite: {source: note, supports: contradicts}}
      """)
    let list = try list(page)
    #expect(list.matches(of: /<li id="_s/).count == 2)
    let words = ShownPage.words(list)
    for part in [
      "↩1 p. 3", "↩2 p. 4 inferred", "Murió", "He died", "contradicts", "publisher not known",
    ] {
      #expect(words.contains(part), "\(part) in \(words)")
    }
    #expect(list.contains("lang=\"es\">Murió"))
    // Beside the fact itself a word says how the source bears on it.
    #expect(page.contains("<span class=\"bearing\">inferred</span>"))
    // Every way back leads somewhere.
    for match in list.matches(of: /href="#([^"]*)"/) {
      #expect(page.contains("id=\"\(match.1)\""), "\(match.1)")
    }
  }

  @Test("says nothing of a source that was removed")
  func saysNothingOfRemoved() async throws {
    let page = try await page("born: {value: 1970, cite: gone}")
    let words = ShownPage.words(try list(page))
    #expect(words.contains("removed"))
    #expect(!page.contains("gone.example") && !page.contains("Gone"))
  }

  @Test("lists what the page as a whole, its name and an article's 'sources' rest on")
  func listsWhatTheWholeRestsOn() async throws {
    let dossier = MarkedDossier(
      Self.sources + article("Text.", "sources: [wire]\ncite: 'note#p. 1'")
        + [
          "content/officials/milian.yaml": "name: {value: M. Milian, cite: 'wire#p. 9'}\ncite: note"
        ])
    let pages = try await dossier.pagesWithWarnings()
    let article = ShownPage.words(try list(try #require(pages["articles/talks/index.html"])))
    #expect(article.contains("The wire") && article.contains("A note") && article.contains("p. 1"))
    let page = try #require(pages["officials/milian/index.html"])
    let official = ShownPage.words(try list(page))
    #expect(official.contains("p. 9") && official.contains("A note"))
    #expect(page.contains("id=\"_cite\"") && page.contains("id=\"_name_1\""))
  }
}

extension MarkedDossier {
  /// What is written, whatever else an editor would like to know.
  func pagesWithWarnings() async throws -> [String: String] {
    let fileSystem = self.fileSystem
    let report = try await build(on: fileSystem)
    let errors = report.diagnostics.filter { $0.severity == .error }
    try #require(errors.isEmpty, "\(errors.map(\.message))")
    return try pages(on: fileSystem)
  }
}
