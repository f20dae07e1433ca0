import Testing

@testable import DossierKit

@Suite("The summary") struct SummaryTests {
  private func pages(_ summary: String) async throws -> [String: String] {
    try await MarkedDossier(
      ["content/site.yaml": "title: T\nurl: https://example.org/\n"]
        + article("Text.", "summary: \(summary)") + source("wire") + source("daily")
    ).pages()
  }

  private static let rivals = """
    [{value: A general., status: disputed, cite: wire}, {value: A trader., status: disputed, cite: daily}, \
    {value: A spy., status: rejected, note: No.}]
    """

  @Test("of rivals stands side by side below the title, and in no list")
  func standsSideBySide() async throws {
    let pages = try await pages(Self.rivals)
    let page = try #require(pages["articles/talks/index.html"])
    let words = ShownPage.words(page[...])
    #expect(
      words.contains("disputed: sources differ A general. [1] A trader. [2]"),
      "\(words)")
    #expect(words.contains("Summary 1 rejectedA spy. rejectedNo."), "\(words)")
    for (path, text) in pages
    where path != "articles/talks/index.html" && !path.hasPrefix("sources/") {
      #expect(!text.contains("A general.") && !text.contains("A trader."), "\(path)")
    }
    #expect(!page.contains(#"content="A general."#))
  }

  @Test(
    "stands on other pages where nobody doubts it",
    arguments: [
      ("A general.", true), ("{value: A general., confidence: likely}", true),
      ("{value: A general., confidence: doubtful}", false),
      ("{value: A general., status: disputed}", false),
      ("[{value: A general.}, {value: Ein General., lang: de}]", true),
    ])
  func standsOnOtherPages(_ summary: String, _ isShown: Bool) async throws {
    let pages = try await pages(summary)
    for path in ["articles/index.html", "index.html", "feed.xml"] {
      #expect(pages[path]?.contains("A general.") == isShown, "\(path)")
    }
    #expect(pages["articles/talks/index.html"]?.contains(">A general.</p>") == true)
  }
}
