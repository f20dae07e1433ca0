import Testing

@testable import DossierKit

@Suite("Dates of a beginning and an end") struct ReversedDatesTests {
  @Test("may stand", arguments: right)
  func mayStand(_ row: Row) async throws { try await row.check() }

  private static let right = [
    Row("in their order", official("posts: [{title: Head, start: 2019, end: 2020}]")),
    Row("in one year", official("posts: [{title: Head, start: 2019, end: 2019}]")),
    Row(
      "in one year, one more exact", official("posts: [{title: Head, start: 2019-08, end: 2019}]")),
    Row("with a doubt", official("posts: [{title: Head, start: 2020, end: 2019?}]")),
    Row("about a year", official("posts: [{title: Head, start: 2020~, end: 2019}]")),
    Row(
      "that may be either way", official("posts: [{title: Head, start: '[2018..2021]', end: 2019}]")
    ),
    Row("with one of them unknown", official("posts: [{title: Head, start: unknown, end: 2019}]")),
    Row(
      "with a sighting between them",
      official("posts: [{title: A, start: 2019, seen: 2020, end: 2020}]")),
    Row(
      "with sightings of which one is between them",
      official("posts: [{title: A, start: 2019, seen: 2019/2021, end: 2020}]")),
    Row(
      "of which one was rejected",
      official("born: 1970\ndied: {value: 1960, status: rejected, note: A slip.}")),
    Row(
      "of which one rival fits",
      official(
        "born: 1970\ndied: [{value: 1960, status: disputed}, {value: 1990, status: disputed}]")),
  ]

  @Test("are reversed", arguments: wrong)
  func areReversed(_ row: Row) async throws { try await row.check() }

  private static let wrong = [
    Row(
      "of a post", official("posts: [{title: Head, start: 2020-02, end: 1️⃣2020-01}]"),
      .reversedDates, "'end' is '2020-01', which is before 'start', '2020-02'", help: "'2019?'"),
    Row("of a rank", official("ranks: [{rank: Colonel, start: 2020, end: 1️⃣2019}]"), .reversedDates),
    Row("of a life", official("born: 1970\ndied: 1️⃣1969"), .reversedDates, "'died' is '1969'"),
    Row(
      "within a range", official("posts: [{title: Head, start: '[2020..2021]', end: 1️⃣2019}]"),
      .reversedDates),
    Row(
      "of a body",
      ["content/organizations/a.yaml": "name: Board\nfounded: 1990\ndissolved: 1️⃣1989"],
      .reversedDates),
    Row(
      "of what was seen before it began", official("posts: [{title: A, start: 2020, seen: 1️⃣2019}]"),
      .reversedDates, "'seen' is '2019', which is before 'start', '2020'"),
    Row(
      "of what was seen when it was over",
      official("ranks: [{rank: A, seen: 2021, end: 1️⃣2020}]"), .reversedDates,
      "'end' is '2020', which is before 'seen', '2021'"),
    Row(
      "of a relation",
      place("") + official("relations: [{type: associate-of, to: minsk, start: 2020, end: 1️⃣2019}]"),
      .reversedDates),
    Row(
      "of a source", source("wire", "published: 2023-05-18\naccessed: 1️⃣2023-05-17"), .reversedDates),
    Row(
      "of a group of one's own",
      [
        "content/site.yaml":
          "title: T\nkinds: {ship: {plural: ships, fields: {calls: {type: group, many: true, fields: {start: date, end: date}}}}}",
        "content/ships/a.yaml": "name: Aurora\ncalls: [{start: 2020, end: 1️⃣2019}]",
      ], .reversedDates),
  ]

  @Test func pointsAtTheBeginning() async throws {
    let dossier = MarkedDossier(official("born: 2️⃣1970\ndied: 1969"))
    let report = try await dossier.build()
    let diagnostic = try #require(report.diagnostics.first { $0.code == .reversedDates })
    #expect(diagnostic.notes.map(\.location.range.lowerBound) == [dossier.marks["2️⃣"]?.offset])
  }
}
