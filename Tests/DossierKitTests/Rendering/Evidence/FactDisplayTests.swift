import Testing

@testable import DossierKit

@Suite("Facts on pages") struct FactDisplayTests {
  private static let sources = [
    "content/sources/wire.yaml": "title: The wire",
    "content/sources/daily.yaml": "title: Daily\nbased_on: wire",
    "content/sources/gazette.yaml": "title: Gazette\nbased_on: wire",
    "content/sources/other.yaml": "title: Other",
    "content/countries/cuba.yaml": "name: Cuba",
    "content/officials/revenko.yaml": "name: Valery Revenko",
  ]

  private func pages(_ files: [String: String]) async throws -> [String: String] {
    try await MarkedDossier(Self.sources + files).pagesWithWarnings()
  }

  private func page(_ fields: String) async throws -> String {
    try #require(try await pages(official(fields))["officials/milian/index.html"])
  }

  // MARK: Counting sources

  @Test(
    "count independent sources",
    arguments: [
      ("[wire, other]", "2 independent sources", nil as String?),
      ("[daily, gazette]", "2 sources of one origin", "of one origin: The wire"),
      ("[daily, gazette, other]", "3 sources, 2 of them independent", nil),
      ("[wire, 'wire#p. 3']", "", nil),
      ("[wire, {source: other, supports: contradicts}]", "", nil),
    ])
  func countSources(_ cite: String, _ words: String, _ origin: String?) async throws {
    let page = try await page(
      "born: {value: 1970, cite: \(cite)}\nposts: [{title: Head, cite: \(cite)}]")
    let count = words.isEmpty ? 0 : page.matches(of: try Regex(">\(words)[<:]")).count
    #expect(count == (words.isEmpty ? 0 : 2))
    #expect(page.contains("class=\"independent\"") == !words.isEmpty)
    #expect(ShownPage.words(page[...]).contains("of one origin:") == (origin != nil))
    if let origin { #expect(ShownPage.words(page[...]).contains(origin)) }
  }

  // MARK: Rivals, and what was found wrong

  @Test(
    "show rival dates in the order of time, and say once that they are disputed",
    arguments: [
      (
        "[{value: 1971, status: disputed, cite: wire}, {value: unknown, status: disputed}, {value: 1970~, status: disputed, cite: other}]",
        "disputed: sources differ about 1970[1] 1971[2] not known"
      ),
      (
        "[{value: 1971, cite: wire}, {value: 1970, status: disputed, cite: other}]",
        "disputed: sources differ 1970 disputed[1] 1971[2]"
      ),
    ])
  func showRivalDates(_ born: String, _ words: String) async throws {
    let page = try await page("born: \(born)\nnationality: [{value: cuba, cite: wire}]")
    let shown = try #require(
      page.firstMatch(of: /<dt>Born<\/dt>(.*?)<\/div>\n<div>/.dotMatchesNewlines()))
    #expect(ShownPage.words(shown.1) == words)
  }

  @Test("show rivals side by side as disputed, and fold away what was rejected, with the reason")
  func showRivals() async throws {
    let page = try await page(
      """
      born: [{value: 1970, cite: wire}, {value: 1971, cite: other}, {value: 1950, status: rejected, note: A misprint.}]
      nationality: [{value: cuba, cite: wire}]
      """)
    let born = try #require(
      page.firstMatch(of: /<dt>Born<\/dt>(.*?)<\/div>\n<div>/.dotMatchesNewlines()))
    let words = ShownPage.words(born.1)
    #expect(words.hasPrefix("disputed: sources differ 1970"), "\(words)")
    let folded = try #require(born.1.firstMatch(of: /<details.*<\/details>/.dotMatchesNewlines()))
    #expect(
      folded.0.contains("<s>") && folded.0.contains("1950") && folded.0.contains("A misprint."))
    #expect(!folded.0.contains("1970"))
    #expect(page.matches(of: /sources differ/).count == 1)
  }

  @Test("take a value in two languages for one")
  func takeTwoLanguagesForOne() async throws {
    let pages = try await pages([
      "content/countries/cuba.yaml":
        "name: Cuba\nofficial_name: [{value: República de Cuba, lang: es, cite: wire}, Republic of Cuba]"
    ])
    let page = try #require(pages["countries/cuba/index.html"])
    #expect(page.contains("República de Cuba") && page.contains("Republic of Cuba"))
    #expect(!page.contains("sources differ"))
  }

  @Test(
    "fold rejected entries away",
    arguments: [
      "posts: [{title: Head}, {title: Wrongly said, status: rejected, note: Because.}]",
      "posts: [{title: Wrongly said, status: rejected, note: Because.}]",
      "ranks: [{rank: Wrongly said, status: rejected, note: Because.}]",
      "names: [{text: Wrongly said, status: rejected, note: Because.}]",
      "relations: [{type: represents, to: cuba, as_stated: Wrongly said, status: rejected, note: Because.}]",
      "links: [{url: https://x.example/, title: Wrongly said, status: rejected, note: Because.}]",
      "summary: [{value: Right.}, {value: Wrongly said, status: rejected, note: Because.}]",
      "posts: [{title: Head, how: acting, organization: none, country: [{value: cuba, note: Right.}, {value: unknown, as_stated: Wrongly said, status: rejected, note: Because.}]}]",
    ])
  func foldRejected(_ fields: String) async throws {
    let page = try await page(fields)
    let folded = page.matches(of: /<details class="folded">.*?<\/details>/.dotMatchesNewlines())
    #expect(folded.count == 1)
    #expect(folded.first?.0.contains("Wrongly said") == true)
    #expect(folded.first?.0.contains("Because.") == true)
    #expect(page.matches(of: /Wrongly said/).count == 1)
  }

  @Test("show what an entry rests on apart from what its values do, here and on the other page")
  func showSupportOfEntriesApart() async throws {
    let pages = try await pages(
      official(
        """
        posts:
        - title: [{value: Head, cite: other}, {value: Chief, cite: daily}]
          country: cuba
          cite: wire
          confidence: likely
        - {title: Guard, status: rejected, note: Because., cite: wire}
        ranks: [{rank: [{value: Colonel, cite: other}, {value: General, cite: daily}], cite: wire}]
        nationality: cuba
        """))
    for (path, heading) in [("officials/milian", "Posts"), ("countries/cuba", "Officials")] {
      let page = try #require(pages["\(path)/index.html"])
      let table = try #require(
        page.firstMatch(
          of: try Regex("(?s)<h2[^>]*>\(heading)</h2>.*?</section>")))
      let html = page[table.range]
      #expect(html.contains("<th scope=\"col\">Basis</th>"))
      let row = try #require(
        html.firstMatch(of: /<tr(?: id="[^"]*")?>\n<th.*?<\/tr>/.dotMatchesNewlines()))
      let cells = row.0.split(separator: "</td>").map { ShownPage.words($0) }
      let last = try #require(cells.last { !$0.isEmpty })
      #expect(last.hasPrefix("Basis likely[") && !last.contains("Head"), "\(path): \(last)")
      // Of the row's source, the cell of the rivals says nothing.
      let rivals = try #require(cells.first { $0.contains("Chief") })
      #expect(!rivals.contains("likely") && rivals.matches(of: /\[/).count == 2, "\(rivals)")
    }
    let page = try #require(pages["officials/milian/index.html"])
    // A list would have it behind the last of two.
    #expect(page.firstMatch(of: /<table aria-labelledby="_f_ranks">/) != nil)
    let rejected = try #require(
      page.firstMatch(of: /<tr class="rejected".*?<\/tr>/.dotMatchesNewlines()))
    #expect(ShownPage.words(rejected.0).contains("Basis rejected"))
    #expect(!(try #require(pages["officials/revenko/index.html"])).contains("Basis"))
  }

  @Test("show what a name rests on, and its rivals")
  func showRivalsOfNames() async throws {
    let pages = try await pages([
      "content/officials/milian.yaml": """
      name:
      - {value: Monica Milian, cite: 'wire#p. 1', confidence: likely}
      - {value: Mónica Milián, cite: other, note: In other papers.}
      - {value: Monika, status: rejected, note: A typing error.}
      """
    ])
    let page = try #require(pages["officials/milian/index.html"])
    #expect(page.contains(#"<h1 dir="auto">Monica Milian</h1>"#))
    let words = ShownPage.words(page[...])
    for part in [
      "sources differ", "likely", "Mónica Milián", "In other papers.", "p. 1", "A typing error.",
    ] {
      #expect(words.contains(part), "\(part)")
    }
    #expect(page.contains("<s>Monika</s>"))
  }

  @Test("bring the support of an entry and of what it says to the other page")
  func bringSupport() async throws {
    let pages = try await pages(
      official(
        """
        posts: [{title: {value: Attaché, cite: 'daily#p. 5'}, accredited_to: {value: cuba, cite: 'other#p. 7'}, cite: 'wire#p. 1', confidence: possible}]
        relations: [{type: associate-of, to: {value: revenko, cite: 'gazette#p. 2'}, note: So they say., cite: wire}]
        """)
        + [
          "content/events/talks.yaml":
            "name: Talks\nparticipants: [{who: {value: milian, cite: 'other#p. 9'}, role: {value: Guest, confidence: doubtful}, cite: wire}]"
        ])
    for (path, parts) in [
      ("countries/cuba", ["Attaché", "possible", "p. 1", "p. 5", "p. 7"]),
      ("officials/revenko", ["So they say.", "p. 2", "The wire"]),
      ("officials/milian", ["Guest", "doubtful", "p. 9", "The wire"]),
    ] {
      let page = try #require(pages["\(path)/index.html"])
      for part in parts { #expect(page.contains(part), "\(path): \(part)") }
    }
  }

  // MARK: Every field

  /// A value for each type of field, as YAML.
  private func example(_ field: Field) -> String? {
    switch field.type {
    case .text: field.name == "sha256" ? nil : "Canary \(field.name)"
    case .markdown: "Canary *\(field.name)*"
    case .date: "2001-02-03"
    case .datetime: "2001-02-03T04:05:06Z"
    case .reference(let kinds, _):
      kinds.isEmpty || kinds.contains("country") ? "cuba" : "\(kinds[0])-one"
    case .url: "https://\(field.name.replacing("_", with: "-")).example/"
    case .language: "sr-Latn"
    case .number: "42"
    case .flag: "true"
    case .enumeration(let values): values[0]
    case .geo: "{lat: 1.5, lon: 2.5}"
    case .file: "a.png"
    case .map: "{wikidata: Q184}"
    case .key, .entry, .group: nil
    }
  }

  @Test("take the fact form in every field of every kind, and lose nothing of it")
  func takeTheFactFormEverywhere() async throws {
    let schema = SchemaReader.builtInSchema
    for kind in schema.kinds {
      var files = [
        "content/sources/wire.yaml": "title: The wire", "content/countries/cuba.yaml": "name: Cuba",
      ]
      for other in ["organization", "place", "event", "official", "equipment", "source"] {
        let index = try #require(schema.kind(named: other))
        files["content/\(schema.kinds[index].plural)/\(other)-one.yaml"] =
          "\(schema.kinds[index].nameKey): One \(other)"
      }
      var lines = ["\(kind.nameKey): {value: The one, note: Remark name, cite: 'wire#p. name'}"]
      var remarks = ["name"]
      func fact(_ field: Field, _ name: String) -> String? {
        guard let value = example(field) else { return nil }
        remarks.append(name)
        return "{value: \(value), note: Remark \(name), cite: 'wire#p. \(name)'}"
      }
      for field in kind.fields.fields {
        if case .group(let inner) = field.type {
          let parts = inner.fields.compactMap { part -> String? in
            if field.name == "relations", part.name == "type" { return "type: represents" }
            if part.name == "link" { return nil }
            return fact(part, "\(field.name)-\(part.name)").map { "\(part.name): \($0)" }
          }
          remarks.append(field.name)
          lines.append(
            "\(field.name): [{\(parts.joined(separator: ", ")), note: Remark \(field.name), cite: 'wire#p. \(field.name)'}]"
          )
        } else if let value = fact(field, field.name) {
          lines.append("\(field.name): \(value)")
        }
      }
      let text = lines.joined(separator: "\n")
      files["content/\(kind.plural)/the-one.\(kind.role == .entity ? "yaml" : "md")"] =
        kind.role == .entity ? text : "---\n\(text)\n---\nText.\n"
      let dossier = MarkedDossier(files, bytes: ["content/media/a.png": [0x61]])
      let pages = try await dossier.pagesWithWarnings()
      let address = kind.role == .page ? "the-one" : "\(kind.plural)/the-one"
      let page = try #require(pages["\(address)/index.html"])
      for remark in remarks {
        #expect(page.contains("Remark \(remark)<"), "\(kind.name): the note on '\(remark)'")
        #expect(page.contains(">p. \(remark)<"), "\(kind.name): the source of '\(remark)'")
      }
    }
  }

  @Test(
    "of what a name is and a relation leads to stands beside its rivals, and is struck if it was found wrong"
  )
  func standsWithinNamesAndRelations() async throws {
    let files =
      official(
        """
        names:
        - text: [{value: Mona, status: rejected, note: A slip.}, {value: Moni, status: disputed, cite: a}, {value: Monika, status: disputed, cite: b}]
        relations:
        - type: [{value: represents, status: rejected, note: No.}, {value: trains, status: disputed}, {value: supplies, status: disputed}]
          to: [{value: cuba, status: disputed}, {value: peru, status: disputed}]
        """) + [
        "content/countries/cuba.yaml": "name: Cuba", "content/countries/peru.yaml": "name: Peru",
      ] + source("a") + source("b")
    let pages = try await MarkedDossier(files).pages()
    let page = ShownPage.words(try #require(pages["officials/milian/index.html"])[...])
    for part in [
      "Moni / Monika disputed[1][2] 1 rejected Mona rejectedA slip.",
      "Trains or supplies",
      "disputed: sources differCuba disputedPeru disputed1 rejectedrepresents rejectedNo.",
    ] { #expect(page.contains(part), "\(part) in \(page)") }
    #expect(!page.contains("Represents"))
    for country in ["cuba", "peru"] {
      let page = ShownPage.words(try #require(pages["countries/\(country)/index.html"])[...])
      #expect(page.contains("Trained by or supplied by"), "\(page)")
      #expect(!page.contains("epresented"))
    }
  }
}
