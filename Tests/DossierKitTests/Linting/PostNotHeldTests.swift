import Testing

@testable import DossierKit

@Suite("Who takes part as the holder of a post") struct PostNotHeldTests {
  private static func fair(_ date: String, _ post: String, as key: String = "head") -> [String:
    String]
  {
    event("date: \(date)\nparticipants: [{who: milian, as: \(key)}]")
      + official("posts: [{id: head, title: Head, \(post)}]")
  }

  @Test("may have held it", arguments: right)
  func mayHaveHeldIt(_ row: Row) async throws { try await row.check() }

  private static let right = [
    Row("in its time", fair("2020-05-18", "start: 2019, end: 2021")),
    Row("without an end", fair("2020-05-18", "start: 2019")),
    Row("in its last year", fair("2020-05-18", "end: 2020")),
    Row("on its first day", fair("2020-05-18", "start: 2020-05-18")),
    Row("when the day is not certain", fair("2020-05-18?", "end: 2019")),
    Row("when the end is not certain", fair("2020-05-18", "end: 2019~")),
    Row("when it was only seen", fair("2020-05-18", "seen: 2010")),
    Row(
      "when that is disputed",
      fair("2020-05-18", "start: 2022", as: "{value: head, status: disputed}")),
    Row("when the fair went on into it", fair("2020-05-18/2020-05-20", "start: 2020-05-19")),
  ]

  @Test("certainly did not", arguments: wrong)
  func certainlyDidNot(_ row: Row) async throws { try await row.check() }

  private static let wrong = [
    Row(
      "after its end", fair("2020-05-18", "end: 2019", as: "1️⃣head"), .postNotHeld,
      "'Monica Milian' takes part on '2020-05-18' as 'head', a post that ends '2019'",
      help: "on that day"),
    Row(
      "before its start", fair("2020-05-18", "start: 2020-06", as: "1️⃣head"), .postNotHeld,
      "a post that begins '2020-06'"),
    Row(
      "before any of its days", fair("2020-05-18", "start: '[2020-06..2021]'", as: "1️⃣head"),
      .postNotHeld),
  ]

  @Test(
    "says how they stand on the list",
    arguments: [
      ("invited", "is invited for"), ("listed", "is listed for"), ("photo", "takes part on"),
      ("none", "is missing on"), ("unknown", "takes part on"),
    ])
  func saysHowTheyStand(_ presence: String, _ words: String) async throws {
    try await Row(
      presence,
      event("date: 2020-05-18\nparticipants: [{who: milian, as: 1️⃣head, presence: \(presence)}]")
        + official("posts: [{id: head, title: Head, end: 2019}]"),
      .postNotHeld, "'Monica Milian' \(words) '2020-05-18' as 'head', a post that ends '2019'"
    ).check()
  }

  @Test func pointsAtThePost() async throws {
    let dossier = MarkedDossier(Self.fair("2️⃣2020-05-18", "end: 3️⃣2019"))
    let report = try await dossier.build()
    let diagnostic = try #require(report.diagnostics.first { $0.code == .postNotHeld })
    #expect(
      diagnostic.notes.map(\.location.range.lowerBound)
        == [dossier.marks["3️⃣"]?.offset, dossier.marks["2️⃣"]?.offset])
  }
}
