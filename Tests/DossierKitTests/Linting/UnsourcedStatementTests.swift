import Testing

@testable import DossierKit

@Suite("Statements on the living") struct UnsourcedStatementTests {
  @Test("are let pass", arguments: right)
  func areLetPass(_ row: Row) async throws { try await row.check() }

  private static let right = [
    Row("with a source", agent("cover: {value: attaché, cite: wire}") + source("wire")),
    Row(
      "with an inference",
      agent("cover: {value: attaché, cite: {source: wire, supports: inferred}}") + source("wire")),
    Row("of a record that has a source", agent("cite: wire\ncover: attaché") + source("wire")),
    Row("with a source of the entry", agent("papers: [{number: 12, cite: wire}]") + source("wire")),
    Row(
      "with a source of the value in an entry",
      agent("papers: [{number: {value: 12, cite: wire}}]") + source("wire")),
    Row("in a field that nobody marked", agent("papers: [{issued: Minsk}]")),
    Row("that are never published", agent("home: Minsk")),
    Row("that were rejected", agent("cover: {value: attaché, status: rejected, note: Wrong.}")),
    Row("that are drafts", agent("cover: {value: attaché, status: draft}")),
    Row("that say nothing", agent("cover: unknown")),
    Row("of one who died", agent("cover: attaché\ndied: 2001")),
    Row("of one who died on a day not known", agent("cover: attaché\ndied: [2001..2004]")),
    Row("of one who is said to be dead", agent("cover: attaché\ndeceased: true")),
    Row("of what never lived", agent("") + ["content/ships/a.yaml": "name: Aurora\ncargo: arms"]),
    Row("of a draft", agent("cover: attaché\nvisibility: draft")),
  ]

  @Test("need a source", arguments: wrong)
  func needASource(_ row: Row) async throws { try await row.check() }

  private static let wrong = [
    Row(
      "of a plain value", agent("cover: 1️⃣attaché"), .unsourcedStatement,
      "'cover' of the living needs a source, and of 'Ann Lee' it has none", help: "deceased"),
    Row(
      "of a fact", agent("cover: 1️⃣{value: attaché, confidence: likely}"), .unsourcedStatement),
    Row(
      "that says it",
      agent("cover: 1️⃣{value: attaché, cite: {source: wire, supports: contradicts}}")
        + source("wire"), .unsourcedStatement),
    Row(
      "whose source was removed",
      agent("cover: 1️⃣{value: attaché, cite: wire}")
        + source("wire", "visibility: redacted\nupdated: 2023-05-01"), .unsourcedStatement),
    Row("of what is disputed", agent("cover: 1️⃣{value: a, status: disputed}"), .unsourcedStatement),
    Row("of 'none'", agent("cover: 1️⃣none"), .unsourcedStatement),
    Row(
      "of a value in an entry", agent("papers: [{number: 1️⃣12}]"), .unsourcedStatement, "'number'"),
    Row("of an entry", agent("aliases: [1️⃣{text: A}]"), .unsourcedStatement, "'aliases'"),
    Row("of one who may have died", agent("cover: 1️⃣a\ndied: 2001?"), .unsourcedStatement),
    Row("of one who dies this year", agent("cover: 1️⃣a\ndied: 2023"), .unsourcedStatement),
    Row(
      "of one whose death is disputed",
      agent("cover: 1️⃣a\ndied: [{value: 2001, status: disputed}, {value: 2024, status: disputed}]"),
      .unsourcedStatement),
    Row(
      "of one said to have died", agent("cover: 1️⃣a\ndied: {value: 2001, status: disputed}"),
      .unsourcedStatement),
    Row(
      "of one doubtfully dead", agent("cover: 1️⃣a\ndeceased: {value: true, confidence: doubtful}"),
      .unsourcedStatement),
    Row("of one who is said to live", agent("cover: 1️⃣a\ndeceased: false"), .unsourcedStatement),
  ]

  @Test func countsTheLivingByTheTimeOfTheBuild() async throws {
    let dossier = MarkedDossier(agent("cover: attaché\ndied: 2023-06-02"))
    let before = try await dossier.build()
    #expect(before.diagnostics.contains { $0.code == .unsourcedStatement })
    let after = try await dossier.build { $0.now += 5 * 86_400 }
    #expect(!after.diagnostics.contains { $0.code == .unsourcedStatement })
  }

  @Test func looksAtDraftsWhereTheyAreShown() async throws {
    let dossier = MarkedDossier(agent("cover: attaché\nvisibility: draft"))
    let report = try await dossier.build { $0.drafts = true }
    #expect(report.diagnostics.contains { $0.code == .unsourcedStatement })
  }
}
