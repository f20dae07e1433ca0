import Testing

@testable import DossierKit

@Suite("Corrections and replies") struct CorrectionLintTests {
  @Test("say what was corrected", arguments: empty)
  func sayWhat(_ row: Row) async throws { try await row.check() }

  private static let empty = [
    Row("in one of four texts", official("corrections: [{date: 2023-01-01, now: B}]")),
    Row("as nothing that is known", official("corrections: [{date: 2023-01-01, was: unknown}]")),
    Row(
      "not at all", official("corrections: [{date: 2023-01-02, why: A}, 1️⃣{date: 2023-01-01}]"),
      .emptyCorrection, help: "add 'what: …', or 'was: …' and 'now: …'"),
    Row(
      "as what nobody knows",
      official("corrections: [1️⃣{date: 2023-01-01, what: unknown, why: none}]"),
      .emptyCorrection),
    Row(
      "by their kind alone",
      official("corrections: [1️⃣{date: 2023-01-01, severity: retraction}]"), .emptyCorrection),
    Row(
      "in words that are kept back",
      official("corrections: [1️⃣{date: 2023-01-01, what: {value: A, status: draft}}]"),
      .emptyCorrection),
    Row("in no draft", official("corrections: [{date: 2023-01-01, status: draft}]")),
    Row(
      "where they stand",
      official("corrections: [{date: 2023-01-01, status: rejected, note: N.}]")),
  ]

  @Test("are of a day that has come", arguments: future)
  func areOfADayThatHasCome(_ row: Row) async throws { try await row.check() }

  /// Today is 1 June 2023.
  private static let future = [
    Row(
      "today", official("corrections: [{date: 2023-06-01, what: A}]\nreply: {sought: 2023-06-01}")),
    Row("this year", official("corrections: [{date: 2023, what: A}]\nreply: {sought: 2023}")),
    Row("perhaps", official("reply: {sought: '2024?'}")),
    Row(
      "with the page that has yet to come",
      official("corrections: [{date: 2024-01-01, what: A}]\nembargo: 2024-01-01T00:00:00Z")),
    Row(
      "of a correction", official("corrections: [{date: 1️⃣2023-06-02, what: A}]"), .futureDate,
      "'date' in 'corrections' is '2023-06-02'", help: "status: draft"),
    Row(
      "of a question", official("reply: {sought: 1️⃣2024, status: pending}"), .futureDate,
      "'sought' in 'reply' is '2024', which is yet to come", help: "leave it out until then"),
  ]

  @Test("of a page under an embargo are of the day when it ends")
  func mayBeOfTheEmbargo() async throws {
    let dossier = MarkedDossier(
      official("corrections: [{date: 2024-01-01, what: A}]\nembargo: 2024-01-01T00:00:00Z"))
    _ = try await dossier.pages { $0.drafts = true }
  }
}
