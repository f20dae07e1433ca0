import Testing

@testable import DossierKit

/// Nothing is a part of itself, and no source rests on itself.
@Suite("References that lead in a circle") struct CycleTests {
  @Test("are named once, with their members", arguments: rows)
  func areNamed(_ row: Row) async throws { try await row.check() }

  private static func sources(_ basedOn: [String: String]) -> [String: String] {
    var files: [String: String] = [:]
    for (id, field) in basedOn {
      files["content/sources/\(id).yaml"] = "title: \(id.uppercased())\nbased_on: \(field)"
    }
    return files
  }

  private static let rows = [
    Row(
      "none", sources(["a": "[b, c]", "b": "d", "c": "d"]) + ["content/sources/d.yaml": "title: D"]),
    Row(
      "of one", sources(["a": "1️⃣a"]), .referenceCycle, "'based_on' leads from 'a' to itself",
      help: "leave 'based_on' out"),
    Row(
      "of two", sources(["a": "b", "b": "1️⃣a"]), .referenceCycle,
      "'based_on' leads in a circle: 'a', 'b' and back to 'a'", help: "take away"),
    Row(
      "of three, and one that leads into them",
      sources(["a": "b", "b": "c", "c": "d", "d": "1️⃣b"]), .referenceCycle,
      "'b', 'c', 'd' and back to 'b'"),
    Row(
      "two, apart", sources(["a": "b", "b": "1️⃣a", "c": "d", "d": "2️⃣c"]),
      says: [
        Expectation("1️⃣", .referenceCycle, "'a', 'b'"),
        Expectation("2️⃣", .referenceCycle, "'c', 'd'"),
      ]),
    Row(
      "two, with one member in both", sources(["a": "[b, c]", "b": "1️⃣a", "c": "2️⃣a"]),
      says: [
        Expectation("1️⃣", .referenceCycle, "'a', 'b'"),
        Expectation("2️⃣", .referenceCycle, "'a', 'c'"),
      ]),
    Row(
      "of many",
      sources(["a": "b", "b": "c", "c": "d", "d": "e", "e": "f", "f": "g", "g": "h", "h": "1️⃣a"]),
      .referenceCycle, "'a', 'b', 'c', 'd', 'e', 2 more, 'h' and back to 'a'"),
    Row(
      "of events",
      [
        "content/events/a.yaml": "name: A\npart_of: b\nfollows: b",
        "content/events/b.yaml": "name: B\npart_of: 1️⃣a\nfollows: a",
      ], .referenceCycle, "'part_of'"),
    Row(
      "of organizations",
      [
        "content/organizations/a.yaml": "name: A\nparent: b",
        "content/organizations/b.yaml": "name: B\nparent: 1️⃣a",
      ], .referenceCycle, "'parent'"),
    Row("of places", place("within: 1️⃣minsk"), .referenceCycle, "'within'"),
    Row(
      "of drafts, before their day",
      [
        "content/places/a.yaml": "name: A\nwithin: b\nvisibility: draft",
        "content/places/b.yaml": "name: B\nwithin: 1️⃣a\nvisibility: draft",
      ], .referenceCycle),
    Row(
      "only by what is rejected",
      sources(["a": "b", "b": "{value: a, status: rejected, note: It was the other way round.}"])),
  ]

  @Test("are found in chains of a hundred thousand", .timeLimit(.minutes(2)))
  func areFoundInLongChains() {
    let count = 100_000
    func location(_ index: Int) -> Location { Location(0, index..<index) }
    let schema = SchemaReader.builtInSchema
    guard let kind = schema.kind(named: "place"),
      let within = schema.kinds[kind].fields.index(of: "within")
    else { return }
    var byID: [String: Int] = [:]
    let records = (0..<count).map { index in
      byID["p\(index)"] = index
      let target = WrittenReference(id: "p\((index + 1) % count)", location: location(index))
      let fact = Fact<Written>(value: .reference(target), support: nil, location: location(index))
      return ParsedRecord(
        id: "p\(index)", kind: kind, location: location(index), name: "P",
        fields: [FieldEntry(field: within, facts: [fact])], body: nil, citations: [],
        visibility: .public, formerly: [], annotations: [],
        mentionRules: MentionRules(pins: [], never: []), privateFiles: [], extra: [])
    }
    let diagnostics = ReferenceCycles(records, byID: byID).diagnostics(in: schema)
    #expect(diagnostics.count == 1)
    #expect(diagnostics.first?.message.contains("99994 more") == true)
  }
}
