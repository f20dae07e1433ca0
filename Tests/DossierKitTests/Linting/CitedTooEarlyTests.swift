import Testing

@testable import DossierKit

@Suite("What a source is cited for") struct CitedTooEarlyTests {
  private static let wire = source("wire", "published: 2023-05-17")
  private static let later = source("later", "published: 2023-06-01")
  private static let was = "participants: [{who: milian, presence: confirmed}]"

  @Test("may have been known to it", arguments: right)
  func mayHaveBeenKnown(_ row: Row) async throws { try await row.check() }

  private static let right = [
    Row("on the day", official("died: {value: 2023-05-17, cite: wire}") + wire),
    Row("in the same month", official("died: {value: 2023-05, cite: wire}") + wire),
    Row("in a month that is not certain", official("died: {value: 2023-06?, cite: wire}") + wire),
    Row("without a day", official("died: {value: 2023-05-18, cite: wire}") + source("wire")),
    Row(
      "as something announced",
      official("died: {value: 2023-05-18, cite: {source: wire, supports: inferred}}") + wire),
    Row(
      "as its background",
      official("died: {value: 2023-05-18, cite: {source: wire, supports: context}}") + wire),
    Row(
      "as wrong",
      official("died: {value: 2023-05-18, cite: wire, status: rejected, note: N.}") + wire),
    Row("as an event to come", event("date: {value: 2024, cite: wire}") + wire),
    Row("as an event to come, as a whole", event("date: 2024\ncite: wire") + wire),
    Row(
      "as an event to come, with those who were asked",
      event(
        "date: {value: 2024, cite: wire}\nparticipants: [{who: milian, presence: invited, cite: wire}, {who: b, cite: wire}]"
      ) + official("") + ["content/officials/b.yaml": "name: B"] + wire),
    Row(
      "as an event that came, if another source is from then",
      event("date: {value: 2023-05-18, cite: [wire, later]}\n\(was)") + official("") + wire + later),
    Row(
      "as an event that came, as a whole",
      event("date: 2023-05-18\ncite: [wire, later]\n\(was)")
        + official("") + wire + later),
    Row(
      "where it stands in what does not happen on a day",
      event("date: 2023-05-18\nvenue: {value: Hall, cite: wire}\n\(was)") + official("") + wire),
    Row(
      "of a post that is to begin",
      official("posts: [{title: A, start: 2023-06, cite: wire}]") + wire),
    Row(
      "in the start of a post",
      official("posts: [{title: A, start: {value: 2023-06, cite: wire}}]") + wire),
    Row(
      "of a post that is to end",
      official("posts: [{title: A, end: {value: 2024, cite: wire}, cite: wire}]") + wire),
    Row(
      "of a firm that is to close",
      ["content/organizations/o.yaml": "name: O\ndissolved: {value: 2024, cite: wire}"] + wire),
    Row(
      "of a post that began before it",
      official("posts: [{title: A, start: 2020, seen: 2023-06, cite: wire}]") + wire),
    Row(
      "of a post that another saw",
      official("posts: [{title: A, seen: 2023-06-01, cite: [wire, later]}]") + wire + later),
    Row(
      "of what was seen twice",
      official("posts: [{title: A, seen: 2023-05-01/2023-06-01, cite: wire}]") + wire),
    Row("by an article", article("They met [@wire].", "sources: [wire]") + wire),
  ]

  @Test("happened after it", arguments: wrong)
  func happenedAfter(_ row: Row) async throws { try await row.check() }

  private static let wrong = [
    Row(
      "in a death", official("died: {value: 2023-05-18, cite: [later, 1️⃣wire]}") + wire + later,
      .citedTooEarly, "'wire' was published on '2023-05-17', before 'died', '2023-05-18'",
      help: "supports: inferred"),
    Row(
      "in a birth", official("born: {value: 2023-06, cite: 1️⃣wire}") + wire, .citedTooEarly, "'born'"
    ),
    Row(
      "on the day of an event that came",
      event("date: {value: 2023-05-18, cite: 1️⃣wire}\n\(was)") + official("") + wire,
      .citedTooEarly, "'wire' was published on '2023-05-17', before 'date', '2023-05-18'"),
    Row(
      "on the day of an event with outcomes",
      event("date: {value: 2023-05-18, cite: 1️⃣wire}\noutcomes: Much.") + wire, .citedTooEarly),
    Row(
      "and nothing else is cited",
      event("date: 2023-05-18\ncite: 1️⃣wire\n\(was)") + official("")
        + wire, .citedTooEarly),
    Row(
      "in what came of an event",
      event("date: 2023-05-18\noutcomes: {value: Much., cite: 1️⃣wire}") + wire, .citedTooEarly),
    Row(
      "when somebody was there",
      event("date: 2023-05-18\nparticipants: [{who: milian, presence: photo, cite: 1️⃣wire}]")
        + official("") + wire,
      .citedTooEarly),
    Row(
      "in a post that was seen",
      official("posts: [{title: A, seen: 2023-05-18, cite: 1️⃣wire}]") + wire,
      .citedTooEarly, "'seen'"),
    Row(
      "in what was seen of a post",
      official("posts: [{title: A, start: 2019, seen: {value: 2023-05-18, cite: 1️⃣wire}}]") + wire,
      .citedTooEarly, "'seen'"),
    Row(
      "in a relation that was seen",
      official("relations: [{type: associate-of, to: b, seen: 2023-06, cite: 1️⃣wire}]")
        + ["content/officials/b.yaml": "name: B"] + wire, .citedTooEarly),
  ]
}
