import Testing

@testable import DossierKit

/// One run shows every mistake of a file that YAML cannot be made of, and none that only follows from another.
@Suite("A file with an error of syntax") struct RecoveryTests {
  @Test("shows its other mistakes in the same run", arguments: others)
  func showsOthers(_ row: Row) async throws { try await row.check() }

  private static let others = [
    Row(
      "before and behind",
      place("1️⃣contry: none\nsummary: a2️⃣: b\n3️⃣poplation: 5\ncountry: 4️⃣cuba"),
      says: [
        Expectation("1️⃣", .unknownKey), Expectation("2️⃣", .yamlSyntax),
        Expectation("3️⃣", .unknownKey), Expectation("4️⃣", .danglingReference),
      ]),
    Row(
      "with several errors of syntax",
      official("born: 1️⃣[1970\ndied: 2️⃣soon\ngender: 3️⃣@x\ntags: 4️⃣'a"),
      says: [
        Expectation("1️⃣", .yamlSyntax), Expectation("2️⃣", .invalidDate),
        Expectation("3️⃣", .yamlSyntax), Expectation("4️⃣", .yamlSyntax),
      ]),
    Row(
      "in each of several documents",
      [
        "content/events/2023.yaml": """
        id: a
        name: A
        date: 1️⃣soon
        ---
        id: b
        name: B: 2️⃣x
        place: 3️⃣nowhere
        ---
        id: c
        name: C
        4️⃣daet: 2023
        """.replacing("B: 2️⃣", with: "B2️⃣: ")
      ],
      says: [
        Expectation("1️⃣", .invalidDate), Expectation("2️⃣", .yamlSyntax),
        Expectation("3️⃣", .danglingReference), Expectation("4️⃣", .unknownKey),
      ]),
    Row(
      "in front matter and the text below",
      [
        "content/articles/talks.md":
          "---\ntitle: Talks\ndate: 1️⃣soon\nsummary: a2️⃣: b\nabout: [3️⃣nobody]\n---\nSee [[4️⃣nowhere]].\n"
      ],
      says: [
        Expectation("1️⃣", .invalidDate), Expectation("2️⃣", .yamlSyntax),
        Expectation("3️⃣", .danglingReference), Expectation("4️⃣", .danglingReference),
      ]),
    Row(
      "in the settings",
      [
        "content/site.yaml":
          "title: T\nlanguage: 1️⃣English\ndescription: a2️⃣: b\nkinds: {3️⃣Vessel: {plural: vessels}}\n"
      ],
      says: [
        Expectation("1️⃣", .invalidLanguage), Expectation("2️⃣", .yamlSyntax),
        Expectation("3️⃣", .invalidKind),
      ]),
    Row(
      "with a character that no text may hold",
      place("summary: a1️⃣\u{1}b\n2️⃣contry: none"),
      says: [Expectation("1️⃣", .controlCharacter), Expectation("2️⃣", .unknownKey)]),
    Row(
      "nested too deep",
      place("extra: \(String(repeating: "[", count: 31))1️⃣[\n2️⃣contry: none"),
      says: [Expectation("1️⃣", .yamlDepth), Expectation("2️⃣", .unknownKey)]),
    Row(
      "also without a name",
      ["content/places/minsk.yaml": "1️⃣contry: none\ncountry: 2️⃣cuba"],
      says: [
        Expectation("1️⃣", .missingName), Expectation("1️⃣", .unknownKey),
        Expectation("2️⃣", .danglingReference),
      ]),
  ]

  @Test("is said to lack nothing that could not be read", arguments: lacking)
  func lacksNothing(_ row: Row) async throws { try await row.check() }

  private static func syntax(_ what: String, _ files: [String: String]) -> Row {
    Row(what, files, .yamlSyntax)
  }

  private static let ana = "content/officials/ana.yaml"

  private static let lacking = [
    syntax("a name", ["content/places/minsk.yaml": "name: Minsk1️⃣: a city\ntags: [a]"]),
    syntax(
      "a name that others use",
      [
        "content/places/minsk.yaml": "name: Minsk1️⃣: a city",
        "content/officials/milian.yaml": "name: M\nbirth_place: minsk",
      ] + article("See [[minsk]] and [[Minsk]].")),
    syntax(
      "other names",
      ["content/places/minsk.yaml": "name: Minsk\nnames: 1️⃣[Mensk"] + article("See [[Mensk]].")),
    syntax(
      "a title and a date",
      ["content/articles/talks.md": "---\ntitle: 1️⃣'Talks\ndate: 2023-05-20\n---\nText"]),
    syntax(
      "a date",
      article("Text", "date: 2023-05-201️⃣: b").mapValues {
        $0.replacing("date: 2023-05-20\ndate", with: "date")
      }),
    syntax(
      "an id of several",
      [
        "content/events/2023.yaml": "id: a\nname: A\n---\nid: 1️⃣'b\nname: B\n---\nid: c\nname: C",
        "content/events/fair.yaml": "name: Fair\npart_of: b\nfollows: c",
      ]),
    syntax(
      "an id of one", ["content/events/2023.yaml": "id: 1️⃣\"fair\nname: Fair"] + article("[[fair]]")),
    syntax(
      "a document of which nothing is left",
      [
        "content/events/2023.yaml": "id: a\nname: A\n---\n{id: b, name: 1️⃣@}\n---\nid: c\nname: C",
        "content/events/fair.yaml": "name: Fair\nfollows: c",
      ]),
    syntax(
      "posts",
      [
        ana: "name: Ana\nposts:\n- {id: head, title: Head}\n- title: a1️⃣: b",
        "content/events/fair.yaml": "name: Fair\nparticipants: [{who: ana, as: head}]",
      ]),
    syntax(
      "posts under a misspelled key",
      [
        ana: "name: Ana\npsots: 1️⃣[{id: head}",
        "content/events/fair.yaml": "name: Fair\nparticipants: [{who: ana, as: head}]",
      ]),
    syntax(
      "claims",
      [ana: "name: Ana\nclaims: 1️⃣[{id: c, text: A}"] + article("See [[ana#c]].")),
    syntax(
      "annotations",
      article("[A]{^n1}", "annotations:\n  n1: A1️⃣: B")),
    syntax(
      "whom an article means",
      [
        "content/articles/talks.md":
          "---\ntitle: T\ndate: 2023-05-20\nmentions: 1️⃣{pin: {Port Arthur: a}\n---\nPort Arthur.",
        "content/places/a.yaml": "name: Port Arthur", "content/places/b.yaml": "name: Port Arthur",
      ]),
    syntax(
      "how a name is linked",
      [
        "content/places/a.yaml": "name: Port Arthur\nnames: 1️⃣[{text: Port Arthur, link: never}",
        "content/places/b.yaml": "name: Port Arthur",
      ]),
    syntax(
      "kinds",
      [
        "content/site.yaml":
          "title: T\nkinds:\n  vessel: {plural: vessels\nrelations: {sails: {inverse: crew, to: [vessel]}}",
        "content/vessels/aurora.yaml": "name: Aurora",
        "content/officials/ana.yaml": "name: Ana\nrelations: [{type: sails, to: aurora}]",
      ].mapValues { $0.replacing("vessel: {plural", with: "vessel: 1️⃣{plural") }),
    syntax(
      "relations",
      [
        "content/site.yaml": "title: T\nrelations: 1️⃣{sails: {inverse: crew}",
        "content/officials/ana.yaml": "name: Ana\nrelations: [{type: sails, to: ana}]",
      ]),
    syntax(
      "what is indented by mistake",
      ["content/articles/talks.md": "---\ntitle: Talks\n 1️⃣date: 2023-05-20\n---\nText"]),
    syntax(
      "an id in brackets",
      [
        "content/events/2023.yaml": "id: a\nname: A\n---\nid: 1️⃣[b\nname: B",
        "content/events/fair.yaml": "name: Fair\nfollows: b",
      ]),
    syntax("settings", ["content/site.yaml": "title: 1️⃣'T\nlanguage: en"]),
    Row(
      "what was left out for another mistake",
      [
        ana: "name: Ana\nclaims: [1️⃣{id: c}]",
        "content/articles/talks.md":
          "---\ntitle: T\ndate: 2023-05-20\nannotations: {n: 2️⃣[a]}\n---\n[[ana#c]] [A]{^n}",
      ],
      says: [Expectation("2️⃣", .wrongShape), Expectation("1️⃣", .missingField)]),
  ]

  @Test("still shows what others say wrongly of it", arguments: still)
  func stillShows(_ row: Row) async throws { try await row.check() }

  private static let still = [
    Row(
      "a post, where the posts were read",
      [
        ana: "name: Ana\nborn: a1️⃣: b\nposts: [{id: head, title: Head}]",
        "content/events/fair.yaml": "name: Fair\nparticipants: [{who: ana, as: 2️⃣haed}]",
      ],
      says: [Expectation("2️⃣", .unknownEntry), Expectation("1️⃣", .yamlSyntax)]),
    Row(
      "an id that nobody has",
      ["content/places/minsk.yaml": "name: Minsk1️⃣: a city"] + article("See [[2️⃣misk]]."),
      says: [Expectation("2️⃣", .danglingReference), Expectation("1️⃣", .yamlSyntax)]),
  ]

  @Test("has diagnostics of YAML alone, whichever line is broken", arguments: Breakage.allCases)
  func hasDiagnosticsOfYAMLAlone(_ breakage: Breakage) async throws {
    var broken = 0
    for (path, text) in Self.whole {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let last = path.hasSuffix(".md") ? lines.lastIndex(of: "---") ?? 0 : lines.count
      for index in 0..<last where !lines[index].isEmpty && lines[index] != "---" {
        var changed = lines
        changed[index] = breakage.apply(to: lines[index])
        var files = Self.whole
        files[path] = changed.joined(separator: "\n")
        let report = try await MarkedDossier(files).build()
        let codes = Set(report.diagnostics.map(\.code)).filter { !$0.isOfSmallDossiers }
        guard !codes.isDisjoint(with: [.yamlSyntax, .yamlTab]) else { continue }
        broken += 1
        #expect(
          codes.isSubset(of: [.yamlSyntax, .yamlTab, .duplicateKey]),
          "\(path): \(changed[index]) \(report.diagnostics.map(\.message))")
      }
    }
    #expect(broken > 5)
  }

  /// Ways to break a line.
  enum Breakage: CaseIterable {
    case quote, bracket, colon, noColon, tab, indent, sign

    func apply(to line: String) -> String {
      switch self {
      case .quote: line.replacing(": ", with: ": \"", maxReplacements: 1)
      case .bracket: line.replacing(": ", with: ": [", maxReplacements: 1)
      case .colon: line + " x: y: z"
      case .noColon: line.replacing(": ", with: " ", maxReplacements: 1)
      case .tab: "\t" + line
      case .indent: " " + line
      case .sign: line.replacing(": ", with: ": @", maxReplacements: 1)
      }
    }
  }

  /// A dossier in which nothing is wrong, and much hangs together.
  private static let whole = [
    "content/articles/talks.md": """
    ---
    title: Talks
    date: 2023-05-20
    about: [fair]
    mentions: {never: [Head]}
    annotations:
      n1: A note.
    ---
    [Words]{^n1} on [[ana#c]] and [[Annie]] at [[fair]] [@wire].
    """,
    "content/officials/ana.yaml": """
    name: Ana Pérez
    names: [Annie]
    cite: wire
    posts:
    - id: head
      title: Head
    claims:
    - id: c
      text: It was so.
    """,
    "content/events/2023.yaml": """
    id: fair
    name: The Fair
    ---
    id: visit
    name: The Visit
    part_of: fair
    participants:
      - who: ana
        as: head
    """,
    "content/sources/wire.yaml": "title: The Wire",
  ]

  @Test("ends quickly, however large and broken", .timeLimit(.minutes(1)))
  func endsQuickly() async throws {
    let line = "name: a: b\n"
    let dossier = MarkedDossier([
      "content/places/minsk.yaml": String(repeating: line, count: 1_000_000 / line.utf8.count)
    ])
    #expect(try await dossier.build().diagnostics.count == 20)
  }
}
