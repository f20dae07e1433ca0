import Testing

@testable import DossierKit

/// `cite: minutes #item 4`
@Suite("What a # hides") struct HiddenTextTests {
  private static let wire = ["content/sources/wire.yaml": "title: W"]

  @Test("is told of wherever there is a value", arguments: hidden)
  func isToldOf(_ row: Row) async throws { try await row.check() }

  private static let hidden = [
    Row(
      "in a citation", official("cite: wire 1️⃣#item 4") + wire, .hiddenText,
      help: "write '\"wire#item 4\"'"),
    Row(
      "in one of several", official("born:\n  value: 1970\n  cite:\n  - wire 1️⃣#item 4") + wire,
      .hiddenText, help: "write '\"wire#item 4\"'"),
    Row("in a field", official("gender: The No. 1️⃣#1 port"), .hiddenText, help: "in quotes"),
    Row("in a note", official("born:\n  value: 1970\n  note: No. 1️⃣#1"), .hiddenText),
    Row("in nothing else", official("gender: 1️⃣#1"), .hiddenText),
    Row("in an annotation", article("[A]{^n}", "annotations:\n  n: No. 1️⃣#1"), .hiddenText),
    Row(
      "in a reason", place("lint:\n  ignore:\n  - code: orphan-entity\n    reason: See 1️⃣#5"),
      .hiddenText),
    Row("in the settings", ["content/site.yaml": "title: No. 1️⃣#1"], .hiddenText),
    Row("in free data", place("extra:\n  a: No. 1️⃣#1"), .hiddenText),
    Row("in a flag", official("deceased: true 1️⃣#yes"), .hiddenText),
    Row("in a comment that is meant", official("gender: a # b\ninternal: ask #5")),
  ]
}
