import Testing

@testable import DossierKit

@Suite("Claims") struct ClaimTests {
  /// Two sources of one origin, a third of its own, and three who speak or are spoken of.
  private static let base = [
    "content/sources/wire.yaml": "title: The wire",
    "content/sources/daily.yaml": "title: The daily\nbased_on: [wire]",
    "content/sources/log.yaml": "title: The log",
    "content/officials/ana.yaml": "name: Ana Pérez",
    "content/officials/ivan.yaml": "name: Ivan Sokolov",
    "content/countries/cuba.yaml": "name: Cuba",
  ]

  private static func pages(_ files: [String: String]) async throws -> [String: String] {
    try await MarkedDossier(base.merging(files) { $1 }).pages()
  }

  private static func talks(_ annotations: String, _ body: String) -> [String: String] {
    article(body, "annotations:\n  \(annotations.replacing("\n", with: "\n  "))")
  }

  @Test(
    "of an annotation are listed where they are about and by whom they are",
    arguments: [
      ("officials/ivan", "By Ivan Sokolov"), ("officials/ana", "About Ana Pérez"),
      ("countries/cuba", "About Cuba"),
    ])
  func areListedOnBothPages(page: String, group: String) async throws {
    let pages = try await Self.pages(
      Self.talks(
        """
        c: {type: claim, about: [ana, cuba], attributed_to: ivan, confidence: likely,
            cite: [wire, daily], text: They *met*.}
        """, "He said [it]{^c}."))
    let shown = ShownPage(try #require(pages["\(page)/index.html"]))
    #expect(shown.claimGroups == [group])
    let claim = try #require(shown.claims.only)
    #expect(claim.hasPrefix("Ivan Sokolov said: Article: Talks 20 May 2023 They met."))
    for part in ["likely", "[1]", "[2]", "2 sources of one origin"] {
      #expect(claim.contains(part), "\(part)")
    }
    #expect(shown.html.contains(#"href="../../articles/talks/#_a1""#))
    #expect(pages["articles/talks/index.html"]?.contains(#"id="_a1""#) == true)
    // The other side of the reference is shown there, and in no table beside.
    #expect(!shown.html.contains("Claims about it") && !shown.html.contains("Claims by it"))
  }

  @Test("that an entity keeps are about it, if they do not say about whom")
  func areAboutTheirEntity() async throws {
    let pages = try await Self.pages([
      "content/officials/ana.yaml":
        "name: Ana Pérez\ndeceased: true\nclaims: [{text: She met him., attributed_to: ivan}]"
    ])
    let ana = ShownPage(try #require(pages["officials/ana/index.html"]))
    #expect(ana.claimGroups == ["About Ana Pérez"])
    let ivan = ShownPage(try #require(pages["officials/ivan/index.html"]))
    #expect(ivan.claimGroups == ["By Ivan Sokolov"])
    #expect(ivan.claims.only?.hasSuffix("About Ana Pérez") == true)
  }

  @Test("stand once on a page, under what they are to it")
  func standOnce() async throws {
    let pages = try await Self.pages([
      "content/officials/ana.yaml": """
      name: Ana Pérez
      deceased: true
      claims:
      - {text: One, attributed_to: ivan}
      - {text: Two, about: ivan, attributed_to: ana}
      - {text: Three, attributed_to: ana}
      - {text: Four, about: cuba, attributed_to: ivan}
      - {text: Five, about: [ana, ana], attributed_to: [ivan, ivan]}
      """
    ])
    let shown = ShownPage(try #require(pages["officials/ana/index.html"]))
    #expect(
      shown.claimGroups == [
        "About Ana Pérez", "By Ana Pérez", "By Ana Pérez, about Ana Pérez",
        "Also told on this page",
      ])
    let texts = shown.claims.map { claim in
      ["One", "Two", "Three", "Four", "Five"].filter { claim.contains($0) }.joined()
    }
    #expect(texts == ["One", "Five", "Two", "Three", "Four"])
  }

  @Test("have an address, with an id or without one")
  func haveAnAddress() async throws {
    let pages = try await Self.pages([
      "content/officials/ana.yaml": """
      name: Ana Pérez
      deceased: true
      claims:
      - {id: canary, text: Never shown, status: draft}
      - {text: One, attributed_to: ivan}
      - {id: two, text: Two, attributed_to: ivan}
      """
    ])
    let ana = try #require(pages["officials/ana/index.html"])
    let ivan = try #require(pages["officials/ivan/index.html"])
    // Nothing tells that another was left out.
    for anchor in ["_claims-1", "_claims_two"] {
      #expect(ana.contains(#"<li class="claim" id="\#(anchor)">"#), "\(anchor)")
      #expect(ivan.contains(#"href="../../officials/ana/#\#(anchor)""#), "\(anchor)")
    }
  }

  @Test("are pointed at by articles, which they list, each once")
  func arePointedAt() async throws {
    let pages = try await Self.pages([
      "content/officials/ana.yaml":
        "name: Ana Pérez\ndeceased: true\nclaims: [{id: one, text: One, attributed_to: ivan}]",
      "content/articles/talks.md": """
      ---
      title: Talks
      date: 2023-05-20
      annotations: {c: {claim: ana#one}}
      ---
      [[ana]] spoke. [That]{^c} is [[ana#one|a claim]].
      """,
      "content/articles/later.md":
        "---\ntitle: Later\ndate: 2023-05-21\n---\nOn [[ana]]. See [[ana#one|what he said]].",
    ])
    let ana = try #require(pages["officials/ana/index.html"])
    #expect(ShownPage(ana).claims.only?.contains("Quoted in Later and Talks") == true)
    #expect(ana.contains(##"href="../../articles/later/#ana_2">Later"##))
    #expect(ana.contains(##"href="../../articles/talks/#_a1">Talks"##))
    #expect(pages["articles/later/index.html"]?.contains(#"id="ana_2""#) == true)
    #expect(pages["articles/talks/index.html"]?.contains("officials/ana/#_claims_one") == true)
    // What points at a claim is not another one.
    #expect(ShownPage(try #require(pages["claims/index.html"])).claims.count == 1)
  }

  @Test("show a quotation in its language and in translation, with where it stands")
  func showQuotations() async throws {
    let pages = try await Self.pages(
      [
        "content/officials/ana.yaml": """
        name: Ana Pérez
        deceased: true
        claims:
        - text: He refused.
          attributed_to: ivan
          cite:
          - {source: log, at: p. 3, quote: Он <отказался>, quote_lang: ru, translation: He refused & left}
        """
      ].merging(
        Self.talks(
          """
          c: {type: claim, about: ana, attributed_to: ivan, quote: Nunca, quote_lang: es,
              translation: Never}
          """, "[It]{^c}.")
      ) { $1 })
    for path in ["officials/ana", "officials/ivan", "claims"] {
      let page = try #require(pages["\(path)/index.html"])
      for part in [
        #"<blockquote dir="auto" lang="ru"><p>Он &lt;отказался&gt;</p></blockquote>"#,
        "<q>He refused &amp; left</q>", #"The log</a>, p. 3"#,
        #"<blockquote dir="auto" lang="es"><p>Nunca</p></blockquote>"#, "<q>Never</q>",
      ] { #expect(page.contains(part), "\(path): \(part)") }
    }
  }

  @Test("without words of their own show those of the text that they stand at")
  func showTheWordsOfTheText() async throws {
    let pages = try await Self.pages(
      Self.talks(
        """
        c: {type: claim, about: cuba, attributed_to: ivan}
        d: {type: claim, about: cuba, attributed_to: ivan, on: {exact: the very words}}
        """, "He holds that [*much* \\<i> was [[ana]] & others]{^c} in the very words."))
    let claims = ShownPage(try #require(pages["officials/ivan/index.html"])).claims
    #expect(claims.count == 2)
    #expect(claims.first?.contains("much &lt;i&gt; was Ana Pérez &amp; others") == true)
    #expect(claims.last?.contains("the very words") == true)
  }

  @Test(
    "say how many sources they have, and how many on their own feet",
    arguments: [
      ("", "no source"), ("cite: wire", "1 source"), ("cite: [wire, wire#p. 2]", "1 source"),
      ("cite: [wire, log]", "2 independent sources"),
      ("cite: [wire, daily]", "2 sources of one origin: The wire"),
      ("cite: [wire, daily, log]", "3 sources, 2 of them independent"),
      ("cite: [wire, {source: log, supports: contradicts}]", "1 source; 1 source against it"),
      (
        "cite: [log, {source: wire, supports: contradicts}, {source: daily, supports: contradicts}]",
        "1 source; 2 sources of one origin against it"
      ),
      (
        "cite: [wire, daily, {source: log, supports: contradicts}]",
        "2 sources of one origin: The wire; 1 source against it"
      ),
      ("cite: {source: log, supports: context}", "no source"),
    ])
  func sayHowManySources(cite: String, words: String) async throws {
    let claim = ["text: Said", "attributed_to: ivan", cite].filter { !$0.isEmpty }
    let pages = try await Self.pages([
      "content/officials/ana.yaml":
        "name: Ana\ndeceased: true\nclaims: [{\(claim.joined(separator: ", "))}]"
    ])
    let page = try #require(pages["claims/index.html"])
    let shown = try #require(ShownPage(page).claims.only)
    #expect(shown.contains(" Said \(words) confidence not stated"), "\(shown)")
  }

  @Test("are never the dossier's own assertion")
  func areNeverItsOwn() async throws {
    let pages = try await Self.pages([
      "content/officials/ana.yaml": """
      name: Ana Pérez
      deceased: true
      claims:
      - {text: One, attributed_to: [ivan, cuba]}
      - {text: Two}
      """
    ])
    let claims = ShownPage(try #require(pages["officials/ana/index.html"])).claims
    #expect(claims.first?.hasPrefix("Ivan Sokolov and Cuba said: One") == true)
    #expect(claims.last?.hasPrefix("Attributed to nobody named: Two") == true)
    #expect(claims.allSatisfy { $0.contains("confidence not stated") })
  }

  @Test("keep their links on other pages, and leave notes and headings behind")
  func leaveNotesBehind() async throws {
    let pages = try await Self.pages([
      "content/officials/ana.yaml": """
      name: Ana Pérez
      deceased: true
      claims:
      - {text: "See [[cuba]].", attributed_to: ivan}
      - {text: "# Head\\n\\nA word.[^1]\\n\\n[^1]: A note.", attributed_to: ivan}
      """
    ])
    let ivan = try #require(pages["officials/ivan/index.html"])
    #expect(ivan.contains(#"See <a href="../../countries/cuba/">Cuba</a>."#))
    #expect(ivan.contains("A word.") && !ivan.contains("A note.") && !ivan.contains(#"id="head""#))
    #expect(pages["officials/ana/index.html"]?.contains("A note.") == true)
  }

  @Test(
    "are gone with what is not published",
    arguments: [
      "about: [hidden, cuba], attributed_to: ivan", "about: ana, attributed_to: [ivan, hidden]",
      "about: cuba, attributed_to: ivan, status: draft",
    ])
  func areGone(_ keys: String) async throws {
    let files = [
      "content/officials/hidden.yaml": "name: Hidden canary\nvisibility: draft",
      "content/officials/ana.yaml":
        "name: Ana Pérez\ndeceased: true\nclaims: [{id: k, text: canary kept, \(keys)}]",
    ].merging(Self.talks("c: {type: claim, text: canary noted, \(keys)}", "[It]{^c}.")) { $1 }
    let pages = try await MarkedDossier(Self.base.merging(files) { $1 }).pagesWithWarnings()
    for (path, text) in pages {
      #expect(!text.contains("canary") && !path.hasPrefix("claims/"), "\(path)")
      #expect(!text.contains(">Claims<"), "\(path)")
    }
  }

  @Test("set a title off that speaks, since it may read as a sentence")
  func setTitlesOff() async throws {
    let pages = try await Self.pages(
      [
        "content/sources/wire.yaml": "title: Cuba trains <in> Belarus",
        "content/articles/older.md":
          "---\ntitle: Nobody came\ndate: 2020-01-01\nreply: {status: declined}\n---\n",
        "content/officials/gone.yaml": "name: G\nvisibility: redacted\nupdated: 2023-05-01",
        "content/sources/lost.yaml": "title: L\nvisibility: redacted\nupdated: 2023-05-01",
        "content/officials/ana.yaml": """
        name: Ana Pérez
        deceased: true
        claims:
        - {id: c, text: One, about: [ana, older], attributed_to: wire}
        - {text: Two, attributed_to: [older, ivan, lost]}
        """,
      ].merging(
        Self.talks(
          "c: {type: claim, about: older, attributed_to: wire, text: Three}\nd: {claim: ana#c}",
          "[It]{^c} [is]{^d}.")
      ) { $1 })
    let wire = "“Cuba trains &lt;in&gt; Belarus”"
    for path in ["claims", "officials/ana"] {
      let claims = ShownPage(try #require(pages["\(path)/index.html"])).claims
      #expect(claims.contains { $0.hasPrefix("\(wire) said:") }, "\(claims)")
      #expect(
        claims.contains { $0.hasPrefix("“Nobody came”, Ivan Sokolov and removed said:") },
        "\(claims)")
    }
    let article = ShownPage.words(try #require(pages["articles/talks/index.html"])[...])
    #expect(article.contains("\(wire) said: Three") && article.contains("\(wire) said: One"))
    #expect(article.contains("Reply of “Nobody came”: declined"), "\(article)")
    let source = ShownPage(try #require(pages["sources/wire/index.html"]))
    #expect(source.claimGroups == ["By \(wire)"])
    // A list of sources names them without.
    #expect(
      ShownPage(try #require(pages["articles/older/index.html"])).claimGroups == [
        "About “Nobody came”", "By “Nobody came”",
      ])
  }

  @Test("of and about what was removed say so")
  func sayThatItWasRemoved() async throws {
    let pages = try await Self.pages([
      "content/officials/gone.yaml": "name: canary\nvisibility: redacted\nupdated: 2023-05-01",
      "content/officials/ana.yaml":
        "name: Ana Pérez\ndeceased: true\nclaims: [{text: One, about: gone, attributed_to: gone}]",
    ])
    for path in ["claims", "officials/ana"] {
      let page = try #require(pages["\(path)/index.html"])
      #expect(ShownPage(page).claims.only?.hasPrefix("removed said:") == true)
      #expect(!page.contains("officials/gone"))
    }
    #expect(!pages.values.contains { $0.contains("canary") })
  }

  @Test("of drafts are marked in a preview")
  func areMarked() async throws {
    let dossier = MarkedDossier(
      Self.base.merging([
        "content/officials/bo.yaml":
          "name: Bo\ndeceased: true\nvisibility: draft\nclaims: [{text: One, about: ana, attributed_to: ivan}]"
      ]) { $1 })
    #expect(try await dossier.pages()["claims/index.html"] == nil)
    let pages = try await dossier.pages { $0.drafts = true }
    #expect(
      ShownPage(try #require(pages["claims/index.html"])).claims.only?.contains("draft") == true)
  }
}
