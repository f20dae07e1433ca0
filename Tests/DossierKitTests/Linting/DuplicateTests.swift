import Testing

@testable import DossierKit

@Suite("Two records") struct DuplicateTests {
  private static func two(_ a: String, _ b: String, kind: String = "officials") -> [String: String]
  {
    ["content/officials/a.yaml": a, "content/\(kind)/b.yaml": b]
  }
  private static let heeded: Set<Diagnostic.Code> = [.possibleDuplicate, .duplicateIdentifier]

  @Test("are two", arguments: right)
  func areTwo(_ row: Row) async throws { try await row.check(heeding: Self.heeded) }

  private static let right = [
    Row("with two names", two("name: Ann Lee", "name: Ann Leigh")),
    Row("with a word more", two("name: Ann Lee", "name: Ann Lee Smith")),
    Row("of two kinds", two("name: Ann Lee", "name: Lee Ann", kind: "organizations")),
    Row("told apart by one", two("name: Ann Lee", "name: Lee Ann\ndifferent_from: [a]")),
    Row("told apart by the other", two("name: Ann Lee\ndifferent_from: b", "name: Lee Ann")),
    Row(
      "with a misspelling",
      two("name: Ann Lee", "name: B\nnames: [{text: Lee Ann, type: misspelling}]")),
    Row("with a weak name", two("name: Ann Lee", "name: B\nnames: [{text: Lee Ann, type: weak}]")),
    Row(
      "with two numbers",
      two("name: A\nidentifiers: {imo: 1, wikidata: Q1}", "name: B\nidentifiers: {imo: 2, mmsi: 1}")
    ),
    Row("of which one is a draft", two("name: Ann Lee", "name: Lee Ann\nvisibility: draft")),
  ]

  @Test("may be one", arguments: wrong)
  func mayBeOne(_ row: Row) async throws { try await row.check(heeding: Self.heeded) }

  private static let wrong = [
    Row(
      "with one name in another order", two("name: Ann Lee", "name: 1️⃣Lee Ann"), .possibleDuplicate,
      "'b' may be 'a': 'Lee Ann' and 'Ann Lee' are the same words", help: "different_from: [a]"),
    Row(
      "but for accents, case and hyphens", two("name: José Díaz-Canel", "name: 1️⃣DIAZ Canel, Jose"),
      .possibleDuplicate),
    Row("by another name", two("name: Ann Lee", "name: B\nnames: [1️⃣Lee Ann]"), .possibleDuplicate),
    Row(
      "by several, once",
      two("name: Ann Lee\nnames: [Annie Lee]", "name: 1️⃣Lee Ann\nnames: [Lee Annie]"),
      .possibleDuplicate),
    Row(
      "though each is told apart from another",
      two("name: Ann Lee\ndifferent_from: c", "name: 1️⃣Lee Ann\ndifferent_from: c")
        + ["content/officials/c.yaml": "name: C"], .possibleDuplicate),
    Row(
      "by a number", two("name: A\nidentifiers: {imo: 12}", "name: B\nidentifiers: {imo: 1️⃣12}"),
      .duplicateIdentifier, "'imo: 12' is also the identifier of 'a'", help: "formerly"),
    Row(
      "by a number, in another kind",
      two(
        "name: A\nidentifiers: {IMO: 12}", "name: B\nidentifiers:\n  x: 1\n  imo: 1️⃣12",
        kind: "places"),
      .duplicateIdentifier),
    Row(
      "by a number, though told apart",
      two("name: A\nidentifiers: {imo: 12}", "name: B\ndifferent_from: a\nidentifiers: {imo: 1️⃣12}"),
      .duplicateIdentifier),
  ]

  @Test func areComparedWithTheFirstThatTheyMayBe() async throws {
    let dossier = MarkedDossier([
      "content/officials/a.yaml": "name: Ann Lee",
      "content/officials/b.yaml": "name: Ann Lee\ndifferent_from: a",
      "content/officials/c.yaml": "name: Lee Ann\ndifferent_from: a",
    ])
    let report = try await dossier.build()
    let found = report.diagnostics.filter { $0.code == .possibleDuplicate }
    #expect(found.count == 1)
    #expect(found.first?.message.hasPrefix("'c' may be 'b'") == true)
  }

  @Test func pointAtEachOther() async throws {
    let dossier = MarkedDossier(
      Self.two("name: A\nidentifiers: {imo: 2️⃣12}", "name: B\nidentifiers: {imo: 12}"))
    let report = try await dossier.build()
    let diagnostic = try #require(report.diagnostics.first { $0.code == .duplicateIdentifier })
    #expect(diagnostic.notes.map(\.location.range.lowerBound) == [dossier.marks["2️⃣"]?.offset])
  }
}
