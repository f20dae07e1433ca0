import Testing

@testable import DossierKit

@Suite("What is current") struct EndedYetCurrentTests {
  @Test("has not ended", arguments: rows)
  func hasNotEnded(_ row: Row) async throws { try await row.check() }

  /// Today is 1 June 2023.
  private static let rows = [
    Row("without an end", official("posts: [{title: A, state: current}]")),
    Row("with an end to come", official("posts: [{title: A, state: current, end: 2024}]")),
    Row("with an end this year", official("posts: [{title: A, state: current, end: 2023}]")),
    Row(
      "with one that is not certain", official("posts: [{title: A, state: current, end: 2020?}]")),
    Row(
      "with an end yesterday that is over", official("posts: [{title: A, state: ended, end: 2020}]")
    ),
    Row(
      "with an end that is disputed",
      official("posts: [{title: A, state: current, end: {value: 2020, status: disputed}}]")),
    Row(
      "with an end that is doubtful",
      official("posts: [{title: A, state: current, end: {value: 2020, confidence: doubtful}}]")),
    Row(
      "possibly",
      official("posts: [{title: A, state: {value: current, confidence: possible}, end: 2020}]")),
    Row(
      "of a post that is doubtful",
      official("posts: [{title: A, state: 1️⃣current, end: 2020, confidence: doubtful}]"),
      .endedYetCurrent),
    Row(
      "with an end that was found wrong",
      official(
        "posts: [{title: A, state: current, end: {value: 2020, status: rejected, note: N.}}]")),
    Row(
      "by one source of two",
      official(
        "posts: [{title: A, state: [{value: current, status: disputed}, {value: ended, status: disputed}], end: 2020}]"
      )),
    Row(
      "with an end yesterday", official("posts: [{title: A, state: 1️⃣current, end: 2023-05-31}]"),
      .endedYetCurrent, "'state' is 'current', and 'end' is '2023-05-31', which has passed",
      help: "write 'state: ended', or correct 'end'"),
  ]
}
