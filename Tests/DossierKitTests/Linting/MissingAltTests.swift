import Testing

@testable import DossierKit

@Suite("Pictures") struct MissingAltTests {
  @Test("have words for those who do not see them", arguments: rows)
  func haveWords(_ row: Row) async throws { try await row.check(heeding: [.missingAlt]) }

  private static let map = ["content/media/map.png": "P"]

  private static let rows = [
    Row("of a field", place("images: [{file: map.png, alt: A map}]") + map),
    Row(
      "not of a field", place("images: [1️⃣{file: map.png, caption: A}]") + map, .missingAlt,
      "'map.png'", help: "write '{file: map.png, alt: …}'"),
    Row(
      "not of a file alone", place("images: 1️⃣map.png") + map, .missingAlt,
      help: "write '{file: map.png, alt: …}'"),
    Row("that are kept back", place("images: [{file: map.png, status: draft}]") + map),
    Row("in a text", article("![A *map*](media/map.png) ![`b`](media/map.png)") + map),
    Row(
      "not in a text", article("A\n\n1️⃣![](media/map.png \"Caption\")") + map, .missingAlt,
      "'media/map.png'", help: "write '![what it shows](media/map.png)'"),
    Row("not within a line", article("A 1️⃣![](media/map.png) b") + map, .missingAlt),
    Row(
      "unless a file knows better",
      place("images: [{file: map.png}]\nlint: {ignore: [{code: missing-alt, reason: A rule.}]}")
        + map),
  ]
}
