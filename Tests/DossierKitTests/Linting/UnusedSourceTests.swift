import Testing

@testable import DossierKit

@Suite("A source") struct UnusedSourceTests {
  @Test("is of use", arguments: right)
  func isOfUse(_ row: Row) async throws { try await row.check(heeding: [.unusedSource]) }

  private static let right = [
    Row("to a fact", official("born: {value: 1970, cite: a}") + source("a")),
    Row("to an entry", official("posts: [{title: A, cite: a}]") + source("a")),
    Row("to a record", official("cite: a") + source("a")),
    Row("to a text", article("They met [@a].") + source("a")),
    Row("to a footnote", article("They met.[^n]\n\n[^n]: So says [@a].") + source("a")),
    Row("to a note", official("born: {value: 1970, note: 'See [@a].'}") + source("a")),
    Row(
      "to an annotation", article("[A]{^n}", "annotations: {n: {text: B, cite: a}}") + source("a")),
    Row("to an article", article("They met.", "sources: [a]") + source("a")),
    Row(
      "to another source",
      article("They met [@b].") + source("a") + source("b", "based_on: a")),
    Row("to a link", article("See [[a|there]].") + source("a")),
    Row("once it is published", source("a", "visibility: draft")),
    Row("though it is gone", source("a", "visibility: redacted\nupdated: 2023-05-01")),
  ]

  @Test("is of no use", arguments: wrong)
  func isOfNoUse(_ row: Row) async throws { try await row.check(heeding: [.unusedSource]) }

  private static let wrong = [
    Row(
      "to anybody", ["content/sources/a.yaml": "1️⃣title: A"], .unusedSource,
      "nothing rests on the source 'a'", help: "delete it"),
    Row("to itself", ["content/sources/a.yaml": "1️⃣title: A\ncite: a"], .unusedSource),
    Row(
      "to a draft",
      ["content/sources/a.yaml": "1️⃣title: A"] + official("visibility: draft\ncite: a"),
      .unusedSource),
  ]

  @Test func isNotJudgedWhileSomethingCannotBeRead() async throws {
    let dossier = MarkedDossier(source("a") + place("country: nowhere"))
    let report = try await dossier.build()
    #expect(report.diagnostics.map(\.code) == [.danglingReference])
  }
}
