import Testing

@testable import DossierKit

@Suite("Characters that nobody sees") struct InvisibleCharacterTests {
  @Test(
    "are errors in Markdown if no text may hold them",
    arguments: [
      ("\0", "U+0000"), ("\u{1B}", "U+001B"), ("\u{0B}", "U+000B"), ("\u{0C}", "U+000C"),
      ("\u{7F}", "U+007F"), ("\u{85}", "U+0085"), ("\u{9F}", "U+009F"),
    ])
  func areErrors(_ character: String, _ name: String) async throws {
    for text in [
      "A 1️⃣\(character)b\(character).\tC", "`1️⃣\(character)`", "[a](#top '1️⃣\(character)')",
    ] {
      try await expect(
        article(text), says: [Expectation("1️⃣", .controlCharacter, name, help: "delete it")])
    }
  }

  @Test func areFoundOnEachLine() async throws {
    try await expect(
      article("A 1️⃣\u{1}\u{2}\r\nb 2️⃣\u{3}\n\n©\u{A0}é\tZ"),
      says: [Expectation("1️⃣", .controlCharacter), Expectation("2️⃣", .controlCharacter)])
  }

  @Test(
    "are warned of if they turn words round",
    arguments: ["\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{2066}", "\u{2069}"])
  func turnWords(_ character: Character) async throws {
    let scalar = try #require(character.unicodeScalars.first)
    let name = "U+\(scalar.hexadecimal) \(try #require(scalar.properties.name))"
    for dossier in [
      article("A 1️⃣\(character)b\(character)"), article("A 1️⃣&#x\(scalar.hexadecimal);b"),
      MarkedDossier(["content/places/minsk.yaml": "name: Mi1️⃣\(character)nsk"]),
      MarkedDossier(["content/places/minsk.yaml": "name: 1️⃣\"Mi\\u\(scalar.hexadecimal)nsk\""]),
      MarkedDossier(["content/places/minsk.yaml": "name: Minsk\nsummary: A 1️⃣\(character)b"]),
      MarkedDossier(["content/site.yaml": "title: T1️⃣\(character)"]),
    ] {
      try await expect(dossier, says: [Expectation("1️⃣", .directionControl, name)])
    }
  }

  @Test func areNoneOfTheOthers() async throws {
    try await expect(
      article("‘a’ “b” – … \u{200E}c\u{200D}d\u{2060} ⁂ שלום"), says: [])
  }

  private func article(_ body: String) -> MarkedDossier {
    MarkedDossier(["content/articles/talks.md": "---\ntitle: T\ndate: 2023-05-20\n---\n\(body)"])
  }
}
