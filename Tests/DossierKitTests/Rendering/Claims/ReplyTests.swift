import Testing

@testable import DossierKit

@Suite("A right of reply") struct ReplyTests {
  private static func files(_ reply: String) -> [String: String] {
    [
      "content/officials/ana.yaml": """
      name: Ana Pérez
      deceased: true
      claims: [{id: one, text: One, attributed_to: ivan}, {text: Own words, attributed_to: ana}]
      reply: {\(reply)}
      """,
      "content/officials/ivan.yaml": "name: Ivan Sokolov",
      "content/articles/talks.md": """
      ---
      title: Talks
      date: 2023-05-20
      annotations: {c: {claim: ana#one}, d: {type: claim, about: ana, text: D}, n: {text: N, about: ana}}
      ---
      [A]{^c} [b]{^d} [c]{^n}
      """,
    ]
  }

  @Test(
    "says in words what came of it",
    arguments: [
      ("sought: 2023-05-03, status: no-answer", "Asked on 3 May 2023; no answer"),
      ("sought: 2023-05, status: pending", "Asked in May 2023; no answer yet"),
      ("sought: 2023-05-03, status: received", "Asked on 3 May 2023; replied"),
      ("sought: 2023-05-03, status: declined", "Asked on 3 May 2023; declined to comment"),
      ("status: not-sought", "Not asked for a reply"), ("status: no-answer", "Asked; no answer"),
      ("status: pending", "Asked; no answer yet"), ("status: declined", "Declined to comment"),
      ("sought: 2023-05-03", "Asked on 3 May 2023"), ("text: No., status: received", "Replied"),
      ("text: Not so.", "Replied"),
    ])
  func saysWhatCame(reply: String, words: String) async throws {
    let pages = try await MarkedDossier(Self.files(reply)).pages()
    let ana = try #require(pages["officials/ana/index.html"])
    #expect(ana.contains(#"<h2 id="_reply">Right of reply</h2>"#))
    #expect(ana.contains("<strong>\(words).</strong>"))
    for path in ["officials/ana", "officials/ivan", "claims"] {
      let shown = ShownPage(try #require(pages["\(path)/index.html"]))
      let claim = try #require(shown.claims.first { $0.contains("One") })
      #expect(claim.contains("Reply of Ana Pérez. \(words)."), "\(path)")
    }
  }

  @Test("stands beside each claim: in full where claims are read, in short on the speaker's page")
  func standsBesideEachClaim() async throws {
    let pages = try await MarkedDossier(
      Self.files("sought: 2023-05-03, status: received, text: 'It is **not** so.'")
    ).pages()
    func claim(_ path: String) throws -> String {
      let shown = ShownPage(try #require(pages["\(path)/index.html"]))
      return try #require(shown.claims.first { $0.contains("One") })
    }
    #expect(try claim("officials/ana").contains("It is not so."))
    #expect(try claim("claims").contains("It is not so."))
    #expect(try !claim("officials/ivan").contains("It is not so."))
    #expect(
      pages["officials/ivan/index.html"]?.contains(##"<a href="../../officials/ana/#_reply">"##)
        == true)
    // In its own place it keeps its markup.
    #expect(pages["officials/ana/index.html"]?.contains("It is <strong>not</strong> so.") == true)
  }

  @Test("does not answer what was said by whom it is of")
  func doesNotAnswerItself() async throws {
    let pages = try await MarkedDossier(Self.files("status: declined")).pages()
    let shown = ShownPage(try #require(pages["claims/index.html"]))
    let own = try #require(shown.claims.first { $0.contains("Own words") })
    #expect(!own.contains("Reply"))
  }

  @Test("stands at the end of each note that shows a claim")
  func standsInNotes() async throws {
    let pages = try await MarkedDossier(Self.files("sought: 2023-05-03, status: declined")).pages()
    let page = try #require(pages["articles/talks/index.html"])
    let line =
      "Reply of Ana Pérez: asked on 3 May 2023; declined to comment. "
      + ##"<a href="../../officials/ana/#_reply">Right of reply</a></span>"##
    // One of the three notes is none.
    // Each note stands in the text, and once more in the list for paper.
    #expect(page.ranges(of: line).count == 4)
  }

  @Test("that was removed is nowhere")
  func isNowhere() async throws {
    let pages = try await MarkedDossier([
      "content/officials/ana.yaml":
        "name: Ana Pérez\nvisibility: redacted\nupdated: 2023-05-01\nreply: {text: canary}",
      "content/officials/ivan.yaml":
        "name: Ivan Sokolov\ndeceased: true\nclaims: [{text: One, about: ana, attributed_to: ivan}]",
    ]).pages()
    for (path, text) in pages {
      #expect(!text.contains("canary") && !text.contains("_reply"), "\(path)")
    }
  }
}
