import Testing

@testable import DossierKit

@Suite("A relation") struct SelfRelationTests {
  @Test(
    "stands between two",
    arguments: [
      Row(
        "to itself", official("relations: [{type: associate-of, to: 1️⃣milian}]"), .selfRelation,
        "'milian' stands in a relation to itself"),
      Row(
        "to itself that was rejected",
        official("relations: [{type: associate-of, to: milian, status: rejected, note: A slip.}]")),
    ])
  func standsBetweenTwo(_ row: Row) async throws { try await row.check(heeding: [.selfRelation]) }
}
