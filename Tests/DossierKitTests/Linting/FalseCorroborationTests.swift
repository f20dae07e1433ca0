import Testing

@testable import DossierKit

@Suite("Several sources for one thing") struct FalseCorroborationTests {
  private static let papers =
    source("a", "based_on: wire") + source("b", "based_on: wire") + source("wire") + source("own")

  @Test("may back each other up", arguments: right)
  func mayBackEachOther(_ row: Row) async throws { try await row.check() }

  private static let right = [
    Row("if they have two origins", official("born: {value: 1970, cite: [a, own]}") + papers),
    Row(
      "if one is openly the other's origin",
      official("born: {value: 1970, cite: [a, wire]}") + papers),
    Row("if it is one source twice", official("born: {value: 1970, cite: [a, 'a#p. 3']}") + papers),
    Row(
      "if one contradicts",
      official("born: {value: 1970, cite: [a, {source: b, supports: contradicts}]}") + papers),
    Row(
      "if it was rejected",
      official("born: {value: 1970, cite: [a, b], status: rejected, note: Wrong.}") + papers),
    Row(
      "in several brackets of a text",
      article("A [@a] and [@b]; [@a; @own]; [@a, p. 1; @a, p. 2].") + papers),
    Row("for the record as a whole", official("cite: [a, b]") + papers),
  ]

  @Test("have one origin", arguments: wrong)
  func haveOneOrigin(_ row: Row) async throws { try await row.check() }

  private static let wrong = [
    Row(
      "of a fact", official("born: {value: 1970, cite: [a, 1️⃣b]}") + papers, .falseCorroboration,
      "'b' adds nothing to 'a': both go back to 'wire'", help: "cite 'wire' itself"),
    Row(
      "of a name", ["content/places/m.yaml": "name: {value: M, cite: [a, 1️⃣b]}"] + papers,
      .falseCorroboration),
    Row(
      "of an entry", official("posts: [{title: A, cite: [a, 1️⃣b]}]") + papers, .falseCorroboration),
    Row(
      "of a value in an entry", official("posts: [{title: {value: A, cite: [a, 1️⃣b]}}]") + papers,
      .falseCorroboration),
    Row(
      "of a claim", place("claims: [{id: c, text: A, cite: [a, 1️⃣b]}]") + papers, .falseCorroboration
    ),
    Row(
      "of an annotation",
      article("[A]{^n}", "annotations: {n: {text: B, cite: [a, 1️⃣b]}}") + papers, .falseCorroboration
    ),
    Row(
      "of a sentence", article("A [@a; see @1️⃣b, p. 3].") + papers, .falseCorroboration,
      "'b' adds nothing to 'a': both go back to 'wire'", help: "readers see a number for each"),
    Row(
      "over two steps",
      official("born: {value: 1970, cite: [a, 1️⃣c]}") + papers + source("c", "based_on: b"),
      .falseCorroboration, "'c' adds nothing to 'a'"),
    Row(
      "that is not published", official("born: {value: 1970, cite: [a, 1️⃣b]}") + hidden("draft"),
      .falseCorroboration,
      "'b' adds nothing to 'a': both go back to one source that is not published",
      help: "keep one of them"),
    Row(
      "that was removed", official("born: {value: 1970, cite: [a, 1️⃣b]}") + hidden("redacted"),
      .falseCorroboration,
      "'b' adds nothing to 'a': both go back to one source that is not published",
      help: "keep one of them"),
    Row(
      "of three of which no two have the same",
      official("born: {value: 1970, cite: [a, 1️⃣b, c]}")
        + source("a", "based_on: [x, y]") + source("b", "based_on: [y, z]")
        + source("c", "based_on: [x, z]") + source("x") + source("y") + source("z"),
      .falseCorroboration, "'b' adds nothing to 'a': both go back to one source",
      help: "keep one of them"),
  ]

  private static func hidden(_ visibility: String) -> [String: String] {
    source("a", "based_on: wire") + source("b", "based_on: wire")
      + source("wire", "visibility: \(visibility)\nupdated: 2023-05-01")
  }

  @Test func pointsAtTheOriginAndTheFirst() async throws {
    let dossier = MarkedDossier(
      official("born: {value: 1970, cite: [2️⃣a, b]}") + source("a", "based_on: wire")
        + source("b", "based_on: wire") + ["content/sources/wire.yaml": "3️⃣title: W"])
    let report = try await dossier.build()
    let diagnostic = try #require(report.diagnostics.first { $0.code == .falseCorroboration })
    #expect(
      diagnostic.notes.map(\.location.range.lowerBound)
        == [dossier.marks["2️⃣"]?.offset, dossier.marks["3️⃣"]?.offset])
  }
}
