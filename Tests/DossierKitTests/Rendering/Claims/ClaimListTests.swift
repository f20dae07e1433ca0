import Testing

@testable import DossierKit

@Suite("Lists of claims") struct ClaimListTests {
  /// Four claims: accepted and likely, disputed and likely, disputed, rejected and doubtful.
  private static let files = [
    "content/site.yaml": "title: T\nurl: https://example.org/\n",
    "content/officials/ana.yaml": """
    name: Ana Pérez
    deceased: true
    claims:
    - {text: One, confidence: likely}
    - {text: Two, status: disputed, confidence: likely}
    - {text: Three, status: disputed}
    """,
    "content/officials/bo.yaml":
      "name: Bo\ndeceased: true\nclaims: [{text: Four, status: rejected, confidence: doubtful, note: No.}]",
  ]

  @Test(
    "show the claims of a status, of a confidence, or of both",
    arguments: [
      ("", ["One", "Two", "Three", "Four"]), ("accepted/", ["One"]),
      ("disputed/", ["Two", "Three"]), ("rejected/", ["Four"]), ("likely/", ["One", "Two"]),
      ("not-stated/", ["Three"]), ("doubtful/", ["Four"]), ("accepted-likely/", ["One"]),
      ("disputed-likely/", ["Two"]), ("disputed-not-stated/", ["Three"]),
      ("rejected-doubtful/", ["Four"]),
    ])
  func showSome(slug: String, texts: [String]) async throws {
    let pages = try await MarkedDossier(Self.files).pages()
    let page = try #require(pages["claims/\(slug)index.html"])
    let shown = ShownPage(page).claims
    #expect(shown.count == texts.count)
    for (claim, text) in zip(shown, texts) { #expect(claim.contains(text), "\(claim)") }
    #expect(page.contains(#"<span class="count">\#(texts.count)</span></h1>"#))
  }

  @Test("leave out what pages say that robots are asked to stay away from")
  func leaveOutWhatIsNotIndexed() async throws {
    var files = Self.files
    files["content/officials/quiet.yaml"] = """
      name: Quiet
      deceased: true
      visibility: noindex
      claims: [{id: c, text: Silence, about: [ana, quiet], confidence: possible}]
      """
    files["content/articles/quiet-too.md"] =
      "---\ntitle: Hush\ndate: 2023-01-01\nvisibility: noindex\nannotations: {c: {type: claim, text: Silence, about: ana}}\n---\n[It]{^c}.\n"
    let pages = try await MarkedDossier(files).pages()
    for (path, text) in pages where path.hasPrefix("claims/") {
      #expect(!text.contains("Silence"), "\(path)")
    }
    #expect(pages["claims/possible/index.html"] == nil)
    let list = try #require(pages["claims/index.html"])
    #expect(list.contains(#"<span class="count">4</span></h1>"#))
    // Where they belong, they stay.
    for path in ["officials/quiet", "officials/ana", "articles/quiet-too"] {
      #expect(pages["\(path)/index.html"]?.contains("Silence") == true, "\(path)")
    }
  }

  @Test("are not there where all claims stand on such pages")
  func areNotThereForThose() async throws {
    let pages = try await MarkedDossier([
      "content/officials/quiet.yaml":
        "name: Quiet\ndeceased: true\nvisibility: noindex\nclaims: [{text: Silence}]"
    ]).pages()
    #expect(!pages.keys.contains { $0.hasPrefix("claims/") })
    #expect(pages["index.html"]?.contains(">Claims<") == false)
  }

  @Test("are there only where there are claims")
  func areOnlyWhereClaimsAre() async throws {
    let pages = try await MarkedDossier(Self.files).pages()
    let lists = pages.keys.filter { $0.hasPrefix("claims/") }
    #expect(
      lists.sorted()
        == [
          "", "accepted-likely/", "accepted/", "disputed-likely/", "disputed-not-stated/",
          "disputed/", "doubtful/", "likely/", "not-stated/", "rejected-doubtful/", "rejected/",
        ].map { "claims/\($0)index.html" }.sorted())
  }

  @Test("lead to each other, with their numbers and the one at hand marked")
  func leadToEachOther() async throws {
    let pages = try await MarkedDossier(Self.files).pages()
    let page = try #require(pages["claims/disputed-likely/index.html"])
    let filters = page.matches(of: /<nav class="claim-filters"[\s\S]*?<\/nav>/).map { $0.0 }
    let options = try #require(filters.only).matches(of: /<li>(.*?)<\/li>/).map { "\($0.1)" }
    func link(_ slug: String, _ label: String, _ count: Int, isCurrent: Bool = false) -> String {
      "<a href=\"../../claims/\(slug)\"\(isCurrent ? " aria-current=\"true\"" : "")>\(label)</a>"
        + " <span class=\"count\">\(count)</span>"
    }
    #expect(
      options == [
        link("likely/", "any", 2), link("accepted-likely/", "no dispute recorded", 1),
        link("disputed-likely/", "disputed", 1, isCurrent: true),
        #"<span class="no-page">rejected</span> <span class="count">0</span>"#,
        link("disputed/", "any", 2), link("disputed-likely/", "likely", 1, isCurrent: true),
        #"<span class="no-page">doubtful</span> <span class="count">0</span>"#,
        link("disputed-not-stated/", "not stated", 1),
      ])
  }

  @Test("stand in the navigation and in the sitemap, if there are any")
  func standInTheNavigation() async throws {
    let pages = try await MarkedDossier(Self.files).pages()
    #expect(pages["index.html"]?.contains(#"<a href="claims/">Claims</a>"#) == true)
    #expect(
      pages["claims/likely/index.html"]?.contains(
        #"<a href="../../claims/" aria-current="true">Claims</a>"#) == true)
    #expect(pages["sitemap.xml"]?.contains("<loc>https://example.org/claims/likely/</loc>") == true)
    let none = try await MarkedDossier(["content/officials/ana.yaml": "name: Ana"]).pages()
    #expect(!none.values.contains { $0.contains(">Claims<") })
    #expect(!none.keys.contains { $0.hasPrefix("claims/") })
  }

  @Test("of many claims are cut into pages")
  func areCut() async throws {
    let claims = (1...201).map { "- {text: Claim \($0)., confidence: likely}" }
    let pages = try await MarkedDossier([
      "content/officials/ana.yaml":
        "name: Ana\ndeceased: true\nclaims:\n\(claims.joined(separator: "\n"))"
    ]).pages()
    let parts = try ["", "page-2/", "page-3/"].map {
      ShownPage(try #require(pages["claims/likely/\($0)index.html"]))
    }
    #expect(parts.map(\.claims.count) == [100, 100, 1])
    #expect(pages["claims/likely/page-4/index.html"] == nil)
    #expect(parts[1].html.contains("Page 2 of 3"))
    #expect(parts[1].html.contains(#"<a href="../../../claims/likely/">Previous</a>"#))
    #expect(parts[1].html.contains(#"<a href="../../../claims/likely/page-3/">Next</a>"#))
    #expect(parts[2].claims.only?.contains("Claim 201.") == true)
  }

  @Test("begin with what was told last")
  func beginWithTheNewest() async throws {
    func article(_ date: String) -> String {
      "---\ntitle: Of \(date)\ndate: \(date)\nannotations: {c: {type: claim, about: bo, text: T}}\n---\n[A]{^c}"
    }
    let pages = try await MarkedDossier(
      Self.files.merging([
        "content/articles/a.md": article("2023-05-20"),
        "content/articles/b.md": article("2023-05-21"),
      ]) { $1 }
    ).pages()
    let claims = ShownPage(try #require(pages["claims/index.html"])).claims
    let places = ["Of 2023-05-21", "Of 2023-05-20", "One", "Two", "Three", "Four"]
    #expect(claims.count == places.count)
    for (claim, place) in zip(claims, places) { #expect(claim.contains(place)) }
  }

  @Test("are shown by a template of the author's")
  func areShownByAnOwnTemplate() async throws {
    let pages = try await MarkedDossier(
      Self.files.merging([
        "templates/claims.mustache":
          "{{claims.title}}:{{#claims.claims}}{{#texts.values}} {{{html}}}{{/texts.values}}{{/claims.claims}}"
      ]) { $1 }
    ).pages()
    #expect(pages["claims/disputed/index.html"] == "Claims: disputed: Two Three")
  }

  @Test("keep their addresses", arguments: rows)
  func keepTheirAddresses(_ row: Row) async throws {
    try await row.check()
  }

  private static let rows = [
    Row(
      "a page called claims",
      [
        "content/pages/claims.md": "---\n1️⃣title: A\n---\n",
        "content/officials/a.yaml": "name: A\ndeceased: true\nclaims: [{text: B}]",
      ], .addressConflict, "a page of dossier's own, stands at '/claims/'", help: "another id"),
    Row(
      "a page called corrections",
      [
        "content/pages/corrections.md": "---\n1️⃣title: A\n---\n",
        "content/officials/a.yaml": "name: A\ncorrections: [{date: 2023-01-01, what: B}]",
      ], .addressConflict, "a page of dossier's own, stands at '/corrections/'"),
    Row(
      "a kind with the folder of claims",
      ["content/site.yaml": "title: T\nkinds: {allegation: {plural: 1️⃣claims}}"], .invalidKind,
      "the folder 'claims' is taken"),
    Row(
      "a kind with the folder of corrections",
      ["content/site.yaml": "title: T\nkinds: {erratum: {plural: 1️⃣corrections}}"], .invalidKind,
      "the folder 'corrections' is taken"),
  ]
}
