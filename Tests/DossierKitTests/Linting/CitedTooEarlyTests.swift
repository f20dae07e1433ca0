import Testing

@testable import DossierKit

@Suite("What a source is cited for") struct CitedTooEarlyTests {
  private static let wire = source("wire", "published: 2023-05-17")
  private static let later = source("later", "published: 2023-06-01")

  @Test("may have been known to it", arguments: right)
  func mayHaveBeenKnown(_ row: Row) async throws { try await row.check() }

  private static let right = [
    Row("on the day", event("date: {value: 2023-05-17, cite: wire}") + wire),
    Row("in the same month", event("date: {value: 2023-05, cite: wire}") + wire),
    Row("in a month that is not certain", event("date: {value: 2023-06?, cite: wire}") + wire),
    Row("without a day", event("date: {value: 2023-05-18, cite: wire}") + source("wire")),
    Row(
      "as something announced",
      event("date: {value: 2023-05-18, cite: {source: wire, supports: inferred}}") + wire),
    Row(
      "as its background",
      event("date: {value: 2023-05-18, cite: {source: wire, supports: context}}") + wire),
    Row(
      "where it stands in what does not happen on a day",
      event("date: 2023-05-18\nvenue: {value: Hall, cite: wire}") + wire),
    Row("beside a later one", event("date: 2023-05-18\ncite: [wire, later]") + wire + later),
    Row(
      "when somebody was invited",
      event("date: 2023-05-18\nparticipants: [{who: milian, presence: invited, cite: wire}]")
        + official("") + wire),
    Row(
      "of a post that began before it",
      official("posts: [{title: A, start: 2020, seen: 2023-06, cite: wire}]") + wire),
    Row("by an article", article("They met [@wire].", "sources: [wire]") + wire),
  ]

  @Test("happened after it", arguments: wrong)
  func happenedAfter(_ row: Row) async throws { try await row.check() }

  private static let wrong = [
    Row(
      "on the day of an event",
      event("date: {value: 2023-05-18, cite: [later, 1️⃣wire]}") + wire + later,
      .citedTooEarly, "'wire' was published on '2023-05-17', before 'date', '2023-05-18'",
      help: "supports: inferred"),
    Row("and nothing else is cited", event("date: 2023-05-18\ncite: 1️⃣wire") + wire, .citedTooEarly),
    Row(
      "when somebody was there",
      event("date: 2023-05-18\nparticipants: [{who: milian, cite: 1️⃣wire}]") + official("") + wire,
      .citedTooEarly),
    Row(
      "in a death", official("died: {value: 2023-05-18, cite: 1️⃣wire}") + wire, .citedTooEarly,
      "'died'"),
    Row(
      "in a post that was seen",
      official("posts: [{title: A, seen: 2023-05-18, cite: 1️⃣wire}]") + wire,
      .citedTooEarly, "'seen'"),
    Row(
      "in a post that began", official("posts: [{title: A, start: 2023-06, cite: 1️⃣wire}]") + wire,
      .citedTooEarly, "'start'"),
    Row(
      "in the start of a post",
      official("posts: [{title: A, start: {value: 2023-06, cite: 1️⃣wire}}]") + wire,
      .citedTooEarly, "'start'"),
  ]
}
