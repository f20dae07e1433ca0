import Testing

@testable import DossierKit

@Suite("What somebody did") struct OutsideLifeTests {
  private static let dead = official("born: 1950\ndied: 2000")

  @Test("may lie within the life", arguments: right)
  func mayLieWithin(_ row: Row) async throws { try await row.check() }

  private static let right = [
    Row(
      "between birth and death",
      official("born: 1950\ndied: 2000\nposts: [{title: A, start: 1980, end: 1990}]")),
    Row("of one of whom neither is said", official("posts: [{title: A, start: 1980}]")),
    Row("in the year of birth", official("born: 1950-12\nranks: [{rank: A, seen: 1950}]")),
    Row("in the year of death", official("died: 2000-01-01\nposts: [{title: A, start: 2000}]")),
    Row("perhaps", official("died: 2000?\nposts: [{title: A, start: 2010}]")),
    Row("about then", official("born: 1950\nposts: [{title: A, start: 1940~}]")),
    Row(
      "and the post ended with the paper", official("died: 2000\nposts: [{title: A, end: 2001}]")),
    Row(
      "seen for years, to the last", official("died: 2000\nposts: [{title: A, seen: 1990/2005}]")),
    Row("at an event", event("date: 1999\nparticipants: [{who: milian}]") + dead),
    Row(
      "when invited",
      event("date: 2023-05-18\nparticipants: [{who: milian, presence: invited}]") + dead),
    Row(
      "when listed",
      event("date: 2023-05-18\nparticipants: [{who: milian, presence: listed}]") + dead),
    Row(
      "when it is disputed who was there",
      event("date: 2023-05-18\nparticipants: [{who: milian, presence: photo, status: disputed}]")
        + dead),
    Row(
      "doubtfully",
      event("date: 2023-05-18\nparticipants: [{who: {value: milian, confidence: doubtful}}]") + dead
    ),
    Row(
      "in a post that is disputed",
      official("died: 2000\nposts: [{title: A, start: 2001, status: disputed}]")),
    Row("at an event without a date", event("participants: [{who: milian}]") + dead),
  ]

  @Test("lies outside of it", arguments: wrong)
  func liesOutside(_ row: Row) async throws { try await row.check() }

  private static let wrong = [
    Row(
      "a post after death", official("died: 2000\nposts: [{title: A, start: 1️⃣2001}]"),
      .outsideLife, "'start' in 'posts' is '2001', after '2000', the death of 'Monica Milian'",
      help: "'1970~'"),
    Row(
      "a post that ended before birth", official("born: 1950\nposts: [{title: A, end: 1️⃣1949}]"),
      .outsideLife, "before '1950', the birth of 'Monica Milian'"),
    Row(
      "a rank that was seen", official("died: 2000\nranks: [{rank: A, seen: 1️⃣2001/2003}]"),
      .outsideLife),
    Row(
      "a presence after death",
      event("date: 2023-05-18\nparticipants: [{who: 1️⃣milian, presence: photo}]") + dead,
      .outsideLife,
      "'Monica Milian' takes part on '2023-05-18', after '2000', the death"),
    Row(
      "a presence before birth",
      event("date: 1949\nparticipants: [{who: 1️⃣milian}]") + dead, .outsideLife, "before '1950'"),
  ]

  @Test func pointsAtTheDeathAndTheDay() async throws {
    let dossier = MarkedDossier(
      official("died: 2️⃣2000") + event("date: 3️⃣2023-05-18\nparticipants: [{who: milian}]"))
    let report = try await dossier.build()
    let diagnostic = try #require(report.diagnostics.first { $0.code == .outsideLife })
    #expect(
      diagnostic.notes.map(\.location.range.lowerBound)
        == [dossier.marks["3️⃣"]?.offset, dossier.marks["2️⃣"]?.offset])
  }
}
