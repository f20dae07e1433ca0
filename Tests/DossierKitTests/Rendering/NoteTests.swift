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
    // The first is followed by those that only it leads to; the numbers are those of the marks.
    #expect(opened == ["1", "3", "4", "2"])
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
    #expect(page.contains(#"<q lang="es">Así</q> (Thus)"#))
    #expect(page.contains(#"<span class="sign sign-likely">likely</span>"#))
  }

  @Test(
    "of claims begin with whose word it is",
    arguments: [
      ("attributed_to: ana, ", #"<a href="../../officials/ana/">Ana Pérez</a> said:"#),
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
