import Testing

@testable import DossierKit

/// Whatever cites leads back from the source's page to the very spot, whichever field it stands in.
@Suite("Links to what cites a source") struct AnchorTests {
  @Test("lead to ids that exist, and leave nothing out")
  func leadToIDs() async throws {
    let pages = try await MarkedDossier(Self.dossier, bytes: Self.media).pagesWithWarnings()
    var count = 0
    for (path, html) in pages.sorted(by: { $0.key < $1.key }) where path.hasSuffix(".html") {
      let folder = path.split(separator: "/").dropLast()
      for match in html.matches(of: /href="([^":#]*)#([^"]+)"/) {
        var target = folder
        for step in match.1.split(separator: "/") {
          if step == ".." { target.removeLast() } else { target.append(step) }
        }
        let address =
          match.1.isEmpty ? path : (target + ["index.html"]).joined(separator: "/")
        let page = try #require(pages[address], "\(address) on \(path)")
        #expect(page.contains("id=\"\(match.2)\""), "\(match.1)#\(match.2) on \(path)")
        count += 1
      }
    }
    #expect(count > 200)
  }

  @Test("show every citation there is")
  func showEveryCitation() async throws {
    let pages = try await MarkedDossier(Self.dossier, bytes: Self.media).pagesWithWarnings()
    let page = try #require(pages["sources/wire/index.html"])
    let words = ShownPage.words(page[...])
    for number in 1...Self.citations {
      #expect(
        words.contains("at n. \(number) ") || words.contains("[n. \(number)]"), "n. \(number)")
    }
  }

  private static let media = [
    "content/media/a.svg": Array("<svg/>".utf8), "content/media/b.svg": Array("<svg/>".utf8),
  ]

  /// How many citations ``dossier`` has: each is of another place in the source, from 1 on.
  private static let citations = numbered.count

  private static let dossier = numbered.files

  /// The dossier with `@` numbered: `CITE` as a citation in YAML, `[@]` as one in a text.
  private static let numbered: (files: [String: String], count: Int) = {
    var files: [String: String] = [:]
    var count = 0
    for (path, text) in written.sorted(by: { $0.key < $1.key }) {
      var rest = text[...]
      var result = ""
      while let mark = rest.firstRange(of: /CITE|\[@\]/) {
        count += 1
        result += rest[..<mark.lowerBound]
        result += rest[mark] == "CITE" ? "cite: 'wire#n. \(count)'" : "[@wire, n. \(count)]"
        rest = rest[mark.upperBound...]
      }
      files[path] = result + rest
    }
    return (files, count)
  }()

  /// What fields of every kind may hold.
  private static func common(_ name: String, _ number: Int) -> String {
    """
    \(name): [{value: Ana, CITE, note: 'Of [[cuba]] [@].'}, {value: Anna, CITE, status: rejected, note: 'A slip [@]'}]
    CITE
    names:
    - {text: Anita, CITE}
    - {text: {value: Nita, CITE}, lang: {value: es, CITE}, note: 'As [[cuba]] has it [@]'}
    - {text: Ania, type: misspelling, CITE}
    - {text: Ana, link: never, CITE}
    - {text: Nana, CITE, status: rejected, note: 'No.'}
    disambiguation: {value: the first, CITE}
    summary:
    - {value: 'Rejected', CITE, status: rejected, note: 'No'}
    - {value: 'She *was* in [[cuba]] [@]', CITE, note: 'Or not [@]'}
    - {value: 'Rival of it [@]', CITE}
    tags: [{value: one, CITE}, {value: two, CITE, status: rejected, note: No.}]
    identifiers:
    - {value: {wikidata: Q\(number), other: Two \(number)}, CITE}
    - {value: {isni: Q2\(number)}, CITE, status: rejected, note: No.}
    - {value: unknown, CITE}
    links:
    - {url: "https://a.example/", CITE}
    - {url: {value: "https://b.example/", CITE}, title: {value: B, CITE}}
    - {url: "https://c.example/", CITE, status: rejected, note: No.}
    images:
    - {file: a.svg, alt: A, caption: 'In [[cuba]] [@]', CITE}
    - {file: b.svg, alt: {value: B, CITE}, CITE, status: rejected, note: No.}
    relations:
    - {type: related-to, to: cuba, CITE, note: 'It is [@]'}
    - {type: related-to, to: {value: cuba, CITE}, start: {value: 2020, CITE}}
    - {type: related-to, to: cuba, CITE, status: rejected, note: No.}
    claims:
    - {id: key, text: 'Said of [[cuba]] [@]', about: {value: cuba, CITE}, CITE, note: 'So [@]'}
    - {text: {value: Said, CITE}, about: cuba, attributed_to: {value: perez, CITE}, CITE}
    - {text: Not said, about: cuba, CITE, status: rejected, note: 'No [@]'}
    corrections:
    - {date: 2023-01-01, what: 'What [@]', was: {value: Was, CITE}, now: 'Now [[cuba]]', CITE}
    - {date: {value: 2023-01-01, CITE}, what: {value: What, CITE}, CITE, note: 'So [@]'}
    - {date: 2023-01-02, what: 'Not what', CITE, status: rejected, note: 'No [@]'}
    reply: {sought: {value: 2023-01-01, CITE}, status: received, text: 'In [[cuba]] [@]', CITE}
    different_from: [{value: perez, CITE}]
    created: {value: 2020-01-01, CITE}
    updated: {value: 2020-01-02, CITE}

    """
  }

  private static let written = [
    "content/site.yaml": """
    title: T
    kinds:
      thing:
        plural: things
        fields:
          f_text: text
          f_markdown: markdown
          f_date: date
          f_datetime: datetime
          f_ref: {type: ref, to: [country], inverse: Things}
          f_refs: {type: ref, to: [country], many: true, inverse: Many things}
          f_url: url
          f_lang: lang
          f_number: number
          f_bool: bool
          f_enum: {type: enum, values: [a]}
          f_geo: geo
          f_file: file
          f_many: {type: text, many: true}
          f_group: {type: group, many: true, fields: {a: text, b: markdown, c: {type: ref, to: [country], inverse: Groups}, start: date}}
    """,
    "content/sources/wire.yaml": "title: Wire\n",
    "content/countries/cuba.yaml": "name: Cuba\n",
    "content/officials/perez.yaml": """
    name: {value: Pérez, CITE}
    posts:
    - {id: key, title: {value: Clerk, CITE}, start: {value: 2020, CITE}, CITE}
    - {title: Chief, CITE, note: 'In [[cuba]] [@]'}
    - {title: Boss, CITE, status: rejected, note: No.}
    summary: {value: unknown, CITE}
    """,
    "content/events/fair.yaml": """
    name: Fair
    date: {value: 2023-01-01, CITE}
    participants:
    - {who: perez, role: {value: Guest, CITE}, as: {value: key, CITE}, CITE}
    - {who: {value: perez, CITE}}
    """,
    "content/things/one.yaml": common("name", 1) + """
      f_text: [{value: A, CITE}, {value: B, CITE}, {value: C, CITE, status: rejected, note: 'No [@]'}]
      f_markdown: {value: 'In [[cuba]] [@]', CITE, note: 'So [@]'}
      f_date: {value: 2020, CITE}
      f_datetime: {value: "2020-01-01T00:00:00Z", CITE}
      f_ref: {value: cuba, CITE}
      f_refs: [{value: cuba, CITE}, {value: cuba, CITE}]
      f_url: {value: "https://d.example/", CITE}
      f_lang: {value: es, CITE}
      f_number: {value: 3, CITE}
      f_bool: {value: true, CITE}
      f_enum: {value: a, CITE}
      f_geo: {value: {lat: 1.5, lon: 3}, CITE}
      f_file: {value: a.svg, CITE}
      f_many: [{value: A, CITE}, {value: none, CITE}]
      f_group:
      - {a: {value: A, CITE}, b: 'In [[cuba]] [@]', c: {value: cuba, CITE}, start: {value: 2020, CITE}, CITE}
      - {a: A, b: {value: B, CITE, status: rejected, note: 'No [@]'}, CITE, status: disputed}
      - {a: A, CITE, status: rejected, note: 'No [@]'}
      body: "In [[cuba]] [@]\\n\\n# It [@]\\n\\n- One [@]\\n\\n> Two [@]\\n\\n| a | b |\\n|-|-|\\n| c | d [@] |\\n"
      """,
    "content/articles/talks.md": "---\n" + common("title", 3) + article + body,
    "content/pages/about.md": "---\n" + common("title", 2).replacing("Ana", with: "Page")
      + "sources: [{value: wire, CITE}]\nabout: [{value: cuba, CITE}]\n---\nIn [[cuba]] [@]\n",
    "content/articles/bare.md":
      "---\ntitle: Bare\ndate: 2023-01-01\nsources: [wire]\nsummary: In [[cuba]] [@]\nannotations:\n"
      + "  n: In [[cuba]] [@]\n  q: {on: {exact: said so}, text: 'Yes [@]'}\n---\n[Text]{^n} said so\n",
  ]

  private static let article = """
    date: {value: 2023-01-01, CITE}
    lang: {value: en, CITE}
    authors: [{value: A, CITE}, {value: B, CITE, status: rejected, note: No.}]
    sources: [{value: wire, CITE}, {value: wire, status: rejected, note: No., CITE}]
    about: [{value: cuba, CITE}]
    annotations:
      n1: {text: 'In [[cuba]] [@]', CITE, note: 'So [@]'}
      n2: {type: claim, text: 'In [[cuba]] [@]', about: cuba, CITE}
      n3: {claim: perez2#key, CITE}
      q1: {on: {exact: in the text}, text: 'There [[cuba]] [@]', CITE}
      q2: {on: {exact: another spot}, type: claim, about: cuba, CITE}
      q3: {on: {exact: rejected}, text: Gone, CITE, status: rejected, note: No.}

    """.replacing("perez2#key", with: "one#key")

  private static let body = """
    ---
    # In [[cuba]] [@]

    [It]{^n1} and [so]{^n2} is [this]{^n3} in the text, and another spot rejected.[^a] [@] [@]

    [^a]: In [[cuba]] [@]

    """
}
