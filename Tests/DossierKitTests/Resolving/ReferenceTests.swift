import Testing

@testable import DossierKit

@Suite("References") struct ReferenceTests {
  private static let cuba = ["content/countries/cuba.yaml": "name: Cuba\nnames: [Republic of Cuba]"]
  private static let ministry = [
    "content/organizations/minfar.yaml": "name: Ministry of the Armed Forces"
  ]
  private static let revenko = [
    "content/officials/revenko.yaml":
      "name: Valery Revenko\nposts: [{id: head, title: Head}, {id: deputy, title: Deputy}]"
  ]
  private static func event(_ fields: String) -> [String: String] {
    ["content/events/fair.yaml": "name: Fair\n\(fields)\n"]
  }

  @Test("lead to what a file declares", arguments: right)
  func lead(_ row: Row) async throws { try await row.check() }

  private static let right = [
    Row("of the right kind", place("country: cuba") + cuba),
    Row("of one of several kinds", official("birth_place: cuba") + cuba),
    Row("by many", official("nationality: [cuba]") + cuba),
    Row(
      "as rivals",
      official("birth_place: [{value: cuba}, {value: minsk, status: disputed}]") + cuba + place("")),
    Row(
      "of an entry", event("participants: [{who: revenko, as: head, for: cuba}]") + revenko + cuba),
    Row("of a former colleague", official("posts: [{title: A, predecessor: revenko}]") + revenko),
    Row(
      "to a document of a stream",
      place("country: b") + ["content/countries/all.yaml": "id: a\nname: A\n---\nid: b\nname: B"]),
    Row(
      "to what is written later",
      ["content/articles/a.md": "---\ntitle: A\ndate: 2023-01-01\nabout: [cuba]\n---\n"] + cuba),
    Row(
      "to a draft, and are left out",
      place("country: cuba") + ["content/countries/cuba.yaml": "name: C\nvisibility: draft"]),
    Row(
      "to what was redacted",
      place("country: cuba") + [
        "content/countries/cuba.yaml": "name: C\nvisibility: redacted\nupdated: 2023-05-01"
      ]),
    Row(
      "by a claim",
      article("[Words]{^c1}", "annotations: {c1: {claim: 'minsk#c'}}")
        + place("claims: [{id: c, text: A}]")),
    Row("by a pin", article("Milian came.", "mentions: {pin: {Milian: milian}}") + official("")),
  ]

  @Test("say where else they might lead", arguments: wrong)
  func sayWhere(_ row: Row) async throws { try await row.check() }

  private static let wrong = [
    Row(
      "to a near id", place("country: 1️⃣cbua") + cuba, .danglingReference,
      "'country' refers to 'cbua', which no file declares", help: "did you mean 'cuba'?"),
    Row(
      "to nothing like it", official("nationality: 1️⃣elsewhere"), .danglingReference,
      help: "make a file for it, 'elsewhere.yaml'"),
    Row(
      "to an older id",
      place("country: 1️⃣kuba") + [
        "content/countries/cuba.yaml": "name: Cuba\nformerly: [kuba]",
        "content/countries/kubas.yaml": "name: Kubas",
      ], .danglingReference, "'kuba'", help: "that was the id of 'cuba'; write 'cuba'"),
    Row(
      "to an older id, in a text",
      place("body: See [[1️⃣mensk]].\nformerly: mensk"), .danglingReference, "'[[mensk]]'",
      help: "write 'minsk'"),
    Row("to nothing near", place("country: 1️⃣belarus") + cuba, .danglingReference, "'belarus'"),
    Row(
      "by name", place("country: 1️⃣Cuba") + cuba, .danglingReference, "'Cuba'", help: "write 'cuba'"),
    Row(
      "by another name", place("country: 1️⃣Republic of Cuba") + cuba, .danglingReference,
      help: "write 'cuba'"),
    Row(
      "by a name that two bear",
      event("countries: [1️⃣Congo]") + [
        "content/countries/a.yaml": "name: Congo\ndisambiguation: one\nnames: []",
        "content/countries/b.yaml": "name: Congo A\nnames: [{text: Congo, link: never}]",
      ], .danglingReference, help: "write 'a' or 'b'"),
    Row(
      "by a name that nobody bears", place("country: 1️⃣Atlantis Ltd."), .danglingReference,
      help: "the file's name without its ending"),
    Row(
      "of many, the second", official("nationality: [cuba, 1️⃣cubaa]") + cuba, .danglingReference,
      "'cubaa'", help: "'cuba'"),
    Row(
      "of a fact", place("country: {value: 1️⃣cubaa, confidence: likely}") + cuba, .danglingReference,
      help: "'cuba'"),
    Row(
      "of an entry", event("participants: [{who: 1️⃣revenco}]") + revenko, .danglingReference,
      "'who' refers to 'revenco'", help: "'revenko'"),
    Row(
      "as what somebody took part, in words",
      event("participants: [{who: revenko, as: 1️⃣Harbour master}]") + revenko, .invalidID,
      "'Harbour master' cannot be an id", help: "give one of the posts of 'who' an 'id'"),
    Row(
      "as what somebody took part", event("participants: [{who: revenko, as: 1️⃣haed}]") + revenko,
      .unknownEntry, "'revenko' has no entry 'haed' in its 'posts'", help: "'head'"),
    Row(
      "as what somebody without posts took part",
      event("participants: [{who: minfar, as: 1️⃣head}]") + ministry, .unknownEntry,
      "'minfar' has no entry 'head'"),
    Row(
      "to another kind", place("country: 1️⃣minfar") + ministry, .wrongKind,
      "'country' needs a country, and 'minfar' is an organization"),
    Row(
      "to another than two kinds", event("participants: [{who: 1️⃣cuba}]") + cuba, .wrongKind,
      "'who' needs an official or an organization, and 'cuba' is a country"),
    Row(
      "to another kind that is a draft",
      place("country: 1️⃣minfar") + [
        "content/organizations/minfar.yaml": "name: M\nvisibility: draft"
      ], .wrongKind, "a country"),
    Row(
      "to an article for a source", article("", "sources: [1️⃣talks]"), .wrongKind,
      "'talks' is an article"),
    Row(
      "of the whole record's sources", place("cite: [1️⃣wire]"), .danglingReference,
      "'cite' refers to 'wire'"),
    Row(
      "of an annotation", article("[A]{^a}", "annotations: {a: {text: B, about: [1️⃣nobody]}}"),
      .danglingReference, "'about' refers to 'nobody'"),
    Row(
      "of an annotation's source", article("[A]{^a}", "annotations: {a: {text: B, cite: 1️⃣wire}}"),
      .danglingReference, "'wire'"),
    Row(
      "to a claim that is not there",
      article("[A]{^c}", "annotations: {c: {claim: 1️⃣'minsk#grwoth'}}")
        + place("claims: [{id: growth, text: A}]"), .unknownClaim,
      "'minsk' has no claim 'grwoth'", help: "'growth'"),
    Row(
      "to something that is no claim",
      article("[A]{^c}", "annotations: {c: {claim: 1️⃣minsk}}") + place(""), .invalidClaim,
      "'minsk' does not name a claim", help: "'#'"),
    Row(
      "of a pin", article("A.", "mentions: {pin: {Milian: 1️⃣milain}}") + official(""),
      .danglingReference, "'milain'", help: "'milian'"),
    Row(
      "in the text of a field",
      place("summary: 'Near [[1️⃣mosow]]'") + ["content/places/moscow.yaml": "name: Moscow"],
      .danglingReference, "'[[mosow]]'", help: "'moscow'"),
    Row(
      "in the note of a fact", official("born: {value: 1970, note: 'As [[1️⃣nobody]] says'}"),
      .danglingReference, "nobody"),
  ]

  @Test("of relations lead where their type allows", arguments: relations)
  func ofRelations(_ row: Row) async throws { try await row.check() }

  private static let commands = [
    "content/site.yaml":
      "title: T\nrelations: {commands: {inverse: led by, from: [official], to: [organization]}}"
  ]

  private static let relations = [
    Row("between any two", place("relations: [{type: trains, to: cuba}]") + cuba),
    Row(
      "between the right two",
      commands + official("relations: [{type: commands, to: minfar}]") + ministry),
    Row(
      "of a near type", place("relations: [{type: 1️⃣trians, to: cuba}]") + cuba, .unknownRelation,
      "'trians' is not a relation", help: "did you mean 'trains'"),
    Row(
      "of no type", place("relations: [{type: 1️⃣hosts, to: cuba}]") + cuba, .unknownRelation,
      "'hosts'",
      help: "trains"),
    Row(
      "to nobody", place("relations: [{type: trains, to: 1️⃣cubaa}]") + cuba, .danglingReference,
      "'to' refers to 'cubaa'", help: "'cuba'"),
    Row(
      "from another kind",
      commands + place("relations: [{type: 1️⃣commands, to: minfar}]") + ministry, .wrongRelationEnd,
      "'commands' leads from an official, and this is a place"),
    Row(
      "to another kind", commands + official("relations: [{type: commands, to: 1️⃣cuba}]") + cuba,
      .wrongRelationEnd, "'commands' leads to an organization, and this is a country"),
  ]

  private static let talks = [
    "content/events/talks.yaml": """
    name: Talks
    place: hall
    countries: [cuba, secret-land]
    participants:
    - {who: revenko, role: Speaker}
    - {who: secret-man, role: Listener}
    - {who: milian, role: Guest, for: secret-land}
    - {who: gone-man, role: Chair}
    """,
    "content/officials/milian.yaml": """
    name: Monica Milian
    birth_place: hall
    posts: [{title: Attaché, country: secret-land}, {title: Colonel, country: cuba}]
    relations: [{type: trains, to: secret-man}, {type: relative-of, to: gone-man}]
    """,
    "content/officials/secret-man.yaml": "name: Hidden Man\nvisibility: draft",
    "content/officials/gone-man.yaml":
      "name: Vanished Man\nvisibility: redacted\nupdated: 2023-05-01\nborn: 1970",
    "content/places/hall.yaml": "name: Hidden Hall\nembargo: 2030-01-01T00:00:00Z",
    "content/countries/secret-land.yaml": "name: Hidden Land\nvisibility: draft",
  ]

  @Test("to what is not published leave no trace; to what was redacted, 'removed'")
  func leaveNoTrace() async throws {
    let pages = try await MarkedDossier(Self.talks + Self.cuba + Self.revenko).pages()
    for (path, text) in pages {
      for word in [
        "Hidden", "secret-", "Vanished", "Listener", "Guest", "Attaché", "hall", "Hall", "1970",
      ] {
        #expect(!path.contains(word) && !text.contains(word), "\(path): \(word)")
      }
    }
    let event = try #require(pages["events/talks/index.html"])
    #expect(event.contains("Speaker") && event.contains("Valery Revenko") && event.contains("Cuba"))
    #expect(event.contains("Chair") && event.contains("removed"))
    let milian = try #require(pages["officials/milian/index.html"])
    #expect(milian.contains("Colonel") && !milian.contains("Trains"))
    #expect(milian.contains("Relative of") && milian.contains("removed"))
    let tombstone = try #require(pages["officials/gone-man/index.html"])
    #expect(tombstone.contains("gone-man") && !tombstone.contains("Speaker"))
    #expect(pages["officials/secret-man/index.html"] == nil)
  }

  @Test("to drafts stand in the preview")
  func standInThePreview() async throws {
    let pages = try await MarkedDossier(Self.talks + Self.cuba + Self.revenko)
      .pages { $0.drafts = true }
    let event = try #require(pages["events/talks/index.html"])
    for word in ["Hidden Man", "Listener", "Guest", "Hidden Land", "Hidden Hall"] {
      #expect(event.contains(word), "\(word)")
    }
    #expect(!event.contains("Vanished"))
  }
}
