import Testing

@testable import DossierKit

/// `unknown` and `none` are values of every field: a page says so, or the check says that they make no sense there.
@Suite("What is not known, or known not to be") struct AbsenceTests {
  private static let schema = SchemaReader.builtInSchema

  /// A field of a kind, or of a group in it, that was given one of the two words.
  private struct Given {
    let field: String
    let name: String
    let yaml: String
  }

  private static let others = [
    "content/sources/wire.yaml": "title: The wire",
    "content/officials/other.yaml": "name: Other\nposts: [{id: head, title: Head}]",
  ]

  /// What the required fields of a group need beside the one that is looked at.
  private static func required(_ fields: FieldSet, of group: String, beside name: String) -> String
  {
    fields.fields.filter { $0.isRequired && $0.name != name }.map { field in
      let value =
        switch (group, field.name) {
        case ("relations", "type"): "associate-of"
        case ("names", _): "Somename"
        case (_, "url"): "https://x.example/"
        case (_, "file"): "a.png"
        case (_, "date"): "2023-01-01"
        case (_, "to"), (_, "who"): "other"
        default: "Something"
        }
      return "\(field.name): \(value), "
    }.joined()
  }

  private static func given(_ kind: Kind, _ word: String) -> [Given] {
    kind.fields.fields.flatMap { field -> [Given] in
      var all: [Given] = []
      func add(_ name: String, _ yaml: String) {
        all.append(Given(field: field.name, name: name, yaml: yaml))
      }
      add(field.name, "\(field.name): \(word)")
      add(field.name, "\(field.name): {value: \(word), cite: wire}")
      if field.isMany { add(field.name, "\(field.name): [\(word)]") }
      if case .group(let inner) = field.type {
        for part in inner.fields {
          var others = required(inner, of: field.name, beside: part.name)
          // What a text keeps is about nobody, unless it says so.
          if field.name == "claims", kind.role != .entity, part.name != "about" {
            others += "about: other, "
          }
          add(part.name, "\(field.name): {\(others)\(part.name): \(word)}")
          add(part.name, "\(field.name): {\(others)\(part.name): {value: \(word), cite: wire}}")
        }
      }
      return all
    }
  }

  /// What a reader sees of it.
  private static func words(_ name: String, _ word: String) -> [String] {
    switch (name, word) {
    case ("start", "none"): ["no start", "none"]
    case ("end", "none"): ["no end", "none"]
    case ("seen", "none"): ["never seen", "none"]
    case ("state", "none"): ["no state"]
    case ("state", _): ["not known whether"]
    case ("date", "none"): ["none", "Date not known"]
    case ("attributed_to", "none"): ["Attributed to nobody:"]
    case ("attributed_to", _): ["Speaker not known:"]
    default: [word == "none" ? "none" : "not known"]
    }
  }

  @Test(
    "is said on the page, or refused, for every field of every kind",
    arguments: schema.kinds.indices, ["unknown", "none"])
  func isSaid(_ index: Int, _ word: String) async throws {
    let kind = Self.schema.kinds[index]
    let all = Self.given(kind, word)
    #expect(!all.isEmpty)
    let isText = kind.role != .entity
    func path(_ number: Int) -> String {
      "content/\(kind.plural)/r\(number).\(isText ? "md" : "yaml")"
    }
    func text(_ number: Int, _ yaml: String) -> String {
      let date = kind.role == .article && !yaml.hasPrefix("date:") ? "date: 2023-05-20\n" : ""
      let fields = "\(kind.nameKey): Abc\(number)\n\(date)\(yaml)"
      return isText ? "---\n\(fields)\n---\nText.\n" : fields
    }
    func dossier(_ numbers: [Int]) -> MarkedDossier {
      var files = Self.others
      for number in numbers { files[path(number)] = text(number, all[number].yaml) }
      return MarkedDossier(files, bytes: ["content/media/a.png": [0x61]])
    }
    let report = try await dossier(Array(all.indices)).build()
    var refused: Set<String> = []
    for diagnostic in report.diagnostics
    where !diagnostic.code.isOfSmallDossiers
      && ![.snapshotUnhashed, .emptyCorrection].contains(diagnostic.code)
    {
      #expect(diagnostic.help != nil, "\(diagnostic.message)")
      let location = try #require(diagnostic.location)
      refused.insert(report.sources[location.file].path)
    }
    let shown = all.indices.filter { !refused.contains(path($0)) }
    let pages = try await dossier(shown).pagesWithWarnings()
    for number in shown {
      let address = kind.role == .page ? "r\(number)" : "\(kind.plural)/r\(number)"
      let page = try #require(pages["\(address)/index.html"])
      let given = all[number]
      let main = page.prefix(upTo: page.firstRange(of: "<footer")?.lowerBound ?? page.endIndex)
      let words = ShownPage.words(main[...])
      #expect(
        Self.words(given.name, word).contains(where: words.contains), "\(kind.name): \(given.yaml)")
      if given.yaml.contains("cite") {
        #expect(words.contains("[1]"), "\(kind.name): \(given.yaml)")
      }
    }
    // What cannot be left open, such as the address of a link, and nothing else.
    let names = Set(
      all.indices.filter { refused.contains(path($0)) }.map { number in
        all[number].field == all[number].name
          ? all[number].name : "\(all[number].field).\(all[number].name)"
      })
    #expect(names.isSubset(of: Self.definite), "\(names.subtracting(Self.definite))")
  }

  private static let definite: Set<String> = [
    "names.lang", "names.type", "names.link", "links.url", "links.title", "images.file",
    "images.alt", "images.caption", "relations.type", "claims.id", "claims.text", "claims.about",
    "corrections.severity", "reply.status", "reply.text", "archives.url", "snapshots.file",
    "posts.id", "date",
  ]

  @Test(
    "is refused where something has to be said, with a way out",
    arguments: [
      Row("of a name", official("").mapValues { _ in "name: 1️⃣none" }, .missingName, help: "quotes"),
      Row("of a body", official("body: 1️⃣none"), .unknownValue, "'body'", help: "leave it out"),
      Row("of an older id", official("formerly: 1️⃣none"), .unknownValue, help: "leave it out"),
      Row(
        "of a speaker in a note",
        article("They [met]{^c}.", "annotations: {c: {text: T, attributed_to: 1️⃣unknown}}"),
        .speakerWithoutClaim, help: "add 'type: claim' and 'about: [some-id]'"),
      Row(
        "of whose post it is", event("participants: [{who: unknown, as: 1️⃣head}]"), .unknownEntry,
        "'who' is 'unknown'", help: "leave it out"),
      Row("of the key of an entry", official("posts: [{id: 1️⃣unknown, title: A}]"), .unknownValue),
      Row(
        "of how a name is linked", official("names: [{text: A, link: 1️⃣none}]"), .unknownValue,
        "'link' cannot be 'none'"),
    ])
  func isRefused(_ row: Row) async throws { try await row.check() }

  @Test("stands before the words of a claim, with what it rests on, no source of the words")
  func standsBeforeTheWords() async throws {
    let pages = try await MarkedDossier(
      Self.others
        + official(
          """
          claims:
          - {id: c, text: It was so., attributed_to: {value: unknown, cite: wire}, cite: own}
          """
        )
        + article("They [met]{^c}.", "annotations: {c: {claim: milian#c}}") + source("own")
    ).pagesWithWarnings()
    let page = try #require(pages["officials/milian/index.html"])
    let claim = try #require(ShownPage(page).claims.only)
    #expect(claim.hasPrefix("Speaker not known: [1] It was so. 1 source"), "\(claim)")
    let article = try #require(pages["articles/talks/index.html"])
    #expect(article.contains("Speaker not known:"))
  }

  @Test("is said of the speaker of a note as well")
  func isSaidInNotes() async throws {
    let note = "{type: claim, about: cuba, attributed_to: unknown, text: It was so.}"
    let pages = try await MarkedDossier(
      ["content/countries/cuba.yaml": "name: Cuba"]
        + article("They [met]{^c}.", "annotations: {c: \(note)}")
    ).pages()
    for path in ["articles/talks", "countries/cuba", "claims"] {
      #expect(pages["\(path)/index.html"]?.contains("Speaker not known:") == true, "\(path)")
    }
  }

  @Test("is ordinary text in quotes, and the author's own where a field has it among its values")
  func isText() async throws {
    let pages = try await MarkedDossier(
      official("names: [\"None\", \"none\"]\nposts: [{title: A, state: unknown}]")
    ).pagesWithWarnings()
    let page = try #require(pages["officials/milian/index.html"])
    #expect(
      page.contains(#"<span dir="auto">none</span>"#) && page.contains("not known whether it ended")
    )
  }

  @Test("makes nobody the same as somebody else")
  func makesNobodyTheSame() async throws {
    try await expect(
      MarkedDossier(
        official("identifiers: {wikidata: none}") + [
          "content/officials/revenko.yaml": "name: Valery Revenko\nidentifiers: {wikidata: none}"
        ]), says: [])
  }
}
