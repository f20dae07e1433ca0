import Testing

@testable import DossierKit

@Suite("Kinds and relations of one's own") struct SchemaTests {
  /// A dossier with one kind, `vessel`, and what it declares below `fields:`.
  private static func vessel(_ fields: String, _ files: [String: String] = [:]) -> [String: String]
  {
    [
      "content/site.yaml":
        "title: T\nkinds:\n  vessel:\n    plural: vessels\n    fields: {\(fields)}\n"
    ] + files
  }

  private static func site(_ more: String) -> [String: String] {
    ["content/site.yaml": "title: T\n\(more)\n"]
  }

  @Test("are declared in site.yaml", arguments: right)
  func areDeclared(_ row: Row) async throws { try await row.check() }

  private static let right = [
    Row("a kind without fields", site("kinds: {vessel: {plural: vessels}}")),
    Row("a kind with one label", site("kinds: {vessel: {plural: vessels, label: Ship}}")),
    Row(
      "a kind with both labels",
      site("kinds: {vessel: {plural: vessels, label: {one: Ship, many: Ships}}}")),
    Row("a field in short", vessel("imo: text")),
    Row(
      "every type of field",
      vessel(
        """
        a: {type: text, many: true, required: true, label: A, sensitive: none}, b: {type: markdown},
        c: {type: date}, d: {type: datetime}, e: {type: ref, to: [place, vessel], inverse: E},
        f: {type: url}, g: {type: lang}, h: {type: number, unit: 'km/h', sensitive: challenge},
        i: {type: bool}, j: {type: enum, values: [x, y]}, k: {type: geo}, l: {type: file},
        m: {type: group, many: true, fields: {n: {type: text, required: true}}, sensitive: private}
        """)),
    Row("a reference to any kind", vessel("seen_with: {type: ref}")),
    Row("a relation", site("relations: {commands: {label: commands, inverse: commanded by}}")),
    Row("a relation either way", site("relations: {allied-with: {symmetric: true, dated: true}}")),
    Row(
      "a relation between kinds",
      site("relations: {commands: {inverse: led by, from: [official], to: [organization]}}")),
    Row(
      "a relation of a kind of one's own",
      site(
        "kinds: {vessel: {plural: vessels}}\nrelations: {sails: {inverse: crew, to: [vessel]}}")),
    Row("nothing", site("kinds:\nrelations:")),
  ]

  @Test("say what is wrong with them", arguments: wrong)
  func sayWhatIsWrong(_ row: Row) async throws { try await row.check() }

  private static let wrong = [
    Row(
      "the settings as a list", ["content/site.yaml": "1️⃣- title: T"],
      says: [
        Expectation("1️⃣", .missingField, "no title"),
        Expectation("1️⃣", .wrongShape, "a list", help: "title: …"),
      ]),
    Row(
      "no title", ["content/site.yaml": "1️⃣language: en"], .missingField, "title", help: "title: …"),
    Row(
      "a canonical address that is none", site("url: 1️⃣dossier.example.org"), .invalidAddress,
      help: "write 'https://dossier.example.org'"),
    Row(
      "a canonical address with a query", site("url: 1️⃣https://a.org/?b"), .invalidAddress, "'url'",
      help: "https://example.org/dossier/"),
    Row("a language", site("language: 1️⃣English"), .invalidLanguage, "'English'"),
    Row(
      "which mentions become links", site("mentions: 1️⃣frist"), .unknownValue,
      "'mentions' cannot be 'frist'", help: "'first'"),
    Row(
      "a yes that is none",
      site("kinds: {vessel: {plural: vessels, fields: {imo: {type: text, many: 1️⃣often}}}}"),
      .invalidKind, "'many' is a yes or a no, and this is 'often'", help: "write 'true' or 'yes'"),
    Row("kinds as a list", site("kinds: 1️⃣[vessel]"), .invalidKind, "'kinds' is a group"),
    Row(
      "the name of a kind", site("kinds: {1️⃣Vessel: {plural: vessels}}"), .invalidKind, "lower-case"),
    Row(
      "a kind without its folder", site("kinds: {1️⃣vessel: {label: Ship}}"), .invalidKind,
      "'vessel' needs 'plural'", help: "plural: vessels"),
    Row(
      "a folder that cannot be one", site("kinds: {vessel: {plural: 1️⃣My Vessels}}"), .invalidKind,
      "'plural'", help: "plural: vessels"),
    Row(
      "a kind that is there", site("kinds: {place: 1️⃣{plural: spots}}"), .invalidKind,
      "'place' is already there", help: "another"),
    Row(
      "a folder that is there", site("kinds: {spot: 1️⃣{plural: places}}"), .invalidKind, "'places'",
      help: "another"),
    Row(
      "the folder of images", site("kinds: {medium: {plural: 1️⃣media}}"), .invalidKind,
      "'media' is taken"),
    Row(
      "the folder of tags", site("kinds: {label: {plural: 1️⃣tags}}"), .invalidKind, "'tags' is taken"
    ),
    Row(
      "the folder of style sheets", site("kinds: {asset: {plural: 1️⃣assets}}"), .invalidKind,
      "'assets' is taken"),
    Row(
      "a kind's key", site("kinds: {vessel: {plural: vessels, 1️⃣feilds: {}}}"), .unknownKey,
      "'feilds'", help: "'fields'"),
    Row(
      "a label's key", site("kinds: {vessel: {plural: vessels, label: {one: A, 1️⃣more: B}}}"),
      .unknownKey, "'more'"),
    Row("the name of a field", vessel("1️⃣IMO: text"), .invalidField, "lower-case"),
    Row(
      "a field without a type", vessel("imo: 1️⃣{label: IMO}"), .invalidField, "'imo' needs 'type'",
      help: "type: text"),
    Row(
      "near a type", vessel("imo: {type: 1️⃣txet}"), .unknownFieldType, "'txet' is not a type",
      help: "did you mean 'text'"),
    Row("near a type, in short", vessel("imo: 1️⃣markdwon"), .unknownFieldType, help: "'markdown'"),
    Row(
      "far from any type", vessel("imo: {type: 1️⃣reference}"), .unknownFieldType, "'reference'",
      help: "text, markdown, date"),
    Row(
      "a field's key", vessel("imo: {type: text, 1️⃣lable: IMO}"), .unknownKey, "'lable'",
      help: "'label'"),
    Row(
      "a key of another type", vessel("imo: {type: text, 1️⃣values: [a]}"), .unknownKey, "'values'"),
    Row(
      "how sensitive", vessel("imo: {type: text, sensitive: 1️⃣secret}"), .invalidKind,
      "none, challenge, private"),
    Row(
      "an enumeration of nothing", vessel("state: 1️⃣{type: enum}"), .invalidField,
      "'state' needs 'values'", help: "values: [first, second]"),
    Row(
      "a group of nothing", vessel("calls: 1️⃣{type: group}"), .invalidField, "'calls' needs 'fields'"
    ),
    Row(
      "a group in a group",
      vessel("calls: {type: group, fields: {crew: 1️⃣{type: group, fields: {who: text}}}}"),
      .invalidField, "cannot hold the group 'crew'"),
    Row(
      "a key of every record", vessel("visibility: 1️⃣{type: text}"), .invalidField,
      "'visibility' is a key of every kind"),
    Row(
      "a field of every kind", vessel("summary: 1️⃣{type: text}"), .invalidField,
      "'summary' is a key of every kind"),
    Row(
      "a reference to nothing near", vessel("home: {type: ref, to: [1️⃣harbour]}"), .unknownKind,
      "'harbour' is not a kind"),
    Row(
      "a reference to a near kind", vessel("home: {type: ref, to: [place, 1️⃣contry]}"), .unknownKind,
      "'contry'", help: "'country'"),
    Row(
      "a reference in a group",
      vessel("calls: {type: group, fields: {port: {type: ref, to: 1️⃣plaec}}}"), .unknownKind,
      "'plaec'", help: "'place'"),
    Row(
      "a relation to no kind", site("relations: {commands: {inverse: led by, to: [1️⃣army]}}"),
      .unknownKind, "'army'"),
    Row(
      "a relation from no kind", site("relations: {commands: {inverse: led by, from: [1️⃣offical]}}"),
      .unknownKind, help: "'official'"),
    Row(
      "a relation without its inverse", site("relations: {commands: 1️⃣{label: commands}}"),
      .invalidRelation, "'commands' needs 'inverse'", help: "symmetric: true"),
    Row(
      "a relation's key", site("relations: {commands: {inverse: led by, 1️⃣labl: A}}"), .unknownKey,
      "'labl'", help: "'label'"),
    Row(
      "the name of a relation", site("relations: {1️⃣Commands: {inverse: led by}}"), .invalidRelation,
      "lower-case"),
  ]

  @Test("check what is written of them as they check the built-in ones", arguments: written)
  func checkWhatIsWritten(_ row: Row) async throws { try await row.check() }

  private static func aurora(
    _ fields: String, _ text: String, _ files: [String: String] = [:]
  ) -> [String: String] {
    vessel(fields, ["content/vessels/aurora.yaml": "name: Aurora\n\(text)\n"] + files)
  }

  private static let written = [
    Row("a text", aurora("imo: text", "imo: 0777")),
    Row(
      "facts",
      aurora("imo: text", "imo: [{value: 1, confidence: likely}, {value: 2, status: disputed}]")),
    Row("not known", aurora("imo: number", "imo: unknown")),
    Row(
      "the fields of every kind",
      aurora("imo: text", "names: [Avrora]\ntags: [ship]\nsummary: A *ship*.")),
    Row(
      "a date", aurora("laid: {type: date}", "laid: 1️⃣13.05.1900"), .invalidDate, help: "1900-05-13"),
    Row("a moment", aurora("seen_at: datetime", "seen_at: 1️⃣2023-05-18"), .invalidTime, help: "Z'"),
    Row("an address", aurora("site: url", "site: 1️⃣a.org"), .invalidAddress, help: "https://a.org"),
    Row("a language", aurora("speaks: lang", "speaks: 1️⃣Russian"), .invalidLanguage, "language tag"),
    Row(
      "a number", aurora("speed: {type: number, unit: km/h}", "speed: 1️⃣40 km/h"), .invalidNumber,
      help: "'40'"),
    Row("a flag", aurora("armed: bool", "armed: 1️⃣partly"), .invalidFlag, "'armed'"),
    Row(
      "an enumeration", aurora("state: {type: enum, values: [afloat, sunk]}", "state: 1️⃣aflot"),
      .unknownValue, help: "'afloat'"),
    Row(
      "a position", aurora("berth: geo", "berth: {lat: 1️⃣100, lon: 3}"), .invalidPosition, "'100'"),
    Row("a file", aurora("plan: file", "plan: 1️⃣plan.pdf"), .missingMedia, "'plan.pdf'"),
    Row("one value", aurora("imo: text", "imo: [a, 1️⃣b]"), .severalValues, "'imo' holds one value"),
    Row("many values", aurora("imo: {type: text, many: true}", "imo: [a, b]")),
    Row(
      "a required field",
      aurora("imo: {type: text, required: true}", "").mapValues {
        $0.replacing("name: Aurora", with: "1️⃣name: Aurora")
      }, .missingField, "'aurora' needs 'imo'", help: "imo: …"),
    Row(
      "a required field of an entry",
      aurora(
        "calls: {type: group, many: true, fields: {port: {type: ref, to: [place], required: true}, date: date}}",
        "calls: [1️⃣{date: 2023}]"), .missingField, "'calls' needs 'port'"),
    Row(
      "a bare text for an entry",
      aurora(
        "calls: {type: group, many: true, fields: {port: {type: ref, to: [place], required: true}, date: date}}",
        "calls: [minsk]", place(""))),
    Row(
      "an entry's key", aurora("calls: {type: group, fields: {port: text}}", "calls: {1️⃣prot: A}"),
      .unknownKey, help: "'port'"),
    Row(
      "a key", aurora("flag_state: text", "1️⃣flag_sate: A"), .unknownKey, "'flag_sate'",
      help: "'flag_state'"),
    Row(
      "a reference nowhere",
      aurora(
        "flag: {type: ref, to: [country]}", "flag: 1️⃣cbua",
        ["content/countries/cuba.yaml": "name: Cuba"]), .danglingReference, "'cbua'", help: "'cuba'"
    ),
    Row(
      "a reference to another kind",
      aurora("flag: {type: ref, to: [country]}", "flag: 1️⃣minsk", place("")), .wrongKind,
      "'flag' needs a country, and 'minsk' is a place"),
    Row(
      "a link for an id", aurora("flag: {type: ref, to: [country]}", "flag: 1️⃣[[cuba]]"),
      .linkForID, help: "'cuba'"),
    Row(
      "the folder", vessel("imo: text", ["content/vesels/aurora.yaml": "1️⃣name: Aurora"]),
      .unknownFolder, "'vesels'", help: "'vessels'"),
    Row(
      "the id", vessel("imo: text", ["content/vessels/Aurora.yaml": "1️⃣name: Aurora"]), .invalidID,
      help: "'aurora'"),
  ]

  private static let fleet = MarkedDossier([
    "content/site.yaml": """
    title: T
    kinds:
      vessel:
        plural: vessels
        label: {one: Ship, many: Ships}
        fields:
          imo: {type: text, label: IMO number}
          flag: {type: ref, to: [country], label: Flag, inverse: Vessels under its flag}
          speed: {type: number, unit: km/h}
          log: {type: text, sensitive: private}
          calls: {type: group, many: true, label: Port calls, fields: {port: {type: ref, to: [place], label: Port, inverse: Calls}, date: {type: date, label: Day}}}
    relations:
      sails: {label: sails on, inverse: crew, from: [official], to: [vessel], dated: true}
    """,
    "content/vessels/aurora.yaml": """
    name: Aurora
    imo: 0042
    flag: cuba
    speed: 35
    log: hidden words
    calls:
    - {port: minsk, date: 2023-05-18, confidence: likely}
    """,
    "content/countries/cuba.yaml": "name: Cuba",
    "content/places/minsk.yaml": "name: Minsk",
    "content/officials/milian.yaml":
      "name: Monica Milian\nrelations: [{type: sails, to: aurora, start: 2021, confidence: possible}]",
    "content/articles/talks.md":
      "---\ntitle: Talks\ndate: 2023-05-20\n---\nThey came on [[aurora]].\n",
  ])

  @Test(
    "have pages as the built-in ones have",
    arguments: [
      ("vessels/index.html", ["<h1>Ships", ">Aurora</a>"]),
      ("index.html", [">Ships</a>"]),
      (
        "vessels/aurora/index.html",
        [
          "IMO number", "0042", "35 km/h", "Flag", "../../countries/cuba/", "Port calls",
          "../../places/minsk/", "likely", "Talks",
        ]
      ),
      ("countries/cuba/index.html", ["Vessels under its flag", "../../vessels/aurora/"]),
      ("places/minsk/index.html", ["Calls", "../../vessels/aurora/", "2023", "likely"]),
      ("officials/milian/index.html", ["Sails on", "../../vessels/aurora/", "2021", "possible"]),
      ("articles/talks/index.html", ["../../vessels/aurora/", ">Aurora</a>"]),
    ])
  func havePages(path: String, parts: [String]) async throws {
    let page = try #require(try await Self.fleet.pages()[path])
    for part in parts { #expect(page.contains(part), "\(part)") }
  }

  @Test("show a relation on both pages, and nothing of what is private")
  func showBothSides() async throws {
    let pages = try await Self.fleet.pages()
    let vessel = try #require(pages["vessels/aurora/index.html"])
    #expect(vessel.contains("Crew") && vessel.contains("../../officials/milian/"))
    #expect(vessel.contains("2021") && vessel.contains("possible"))
    for (path, text) in pages { #expect(!text.contains("hidden words"), "\(path)") }
  }

  @Test("take the place of a relation that comes with dossier")
  func replaceARelation() async throws {
    let pages = try await MarkedDossier(
      Self.site("relations: {trains: {label: teaches, inverse: taught by}}") + [
        "content/officials/milian.yaml": "name: Milian\nrelations: [{type: trains, to: revenko}]",
        "content/officials/revenko.yaml": "name: Revenko",
      ]
    ).pages()
    #expect(pages["officials/milian/index.html"]?.contains("Teaches") == true)
    #expect(pages["officials/revenko/index.html"]?.contains("Taught by") == true)
  }
}
