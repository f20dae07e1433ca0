import Testing

@testable import DossierKit

@Suite("Markup of other programs") struct ForeignMarkupTests {
  @Test("is named", arguments: named)
  func isNamed(_ row: Row) async throws { try await row.check() }

  private static func foreign(
    _ what: String, _ body: String, _ code: Diagnostic.Code = .foreignMarkup, help: String
  ) -> Row {
    Row(what, article(body, "annotations: {n: A note}") + files, code, help: help)
  }

  private static let files = ["content/sources/wire.yaml": "title: W"]
  private static let kept = "\n\n[A]{^n}"

  private static let named = [
    foreign("an inline note", "A word1️⃣^[a note [@wire]]." + kept, help: "write '[^n]'"),
    foreign("marked words", "A 1️⃣==marked *word*== b." + kept, help: "write '**words**'"),
    foreign("a callout", "> 1️⃣[!quote] Name\n> Words" + kept, help: "'[!NOTE]', '[!TIP]'"),
    foreign("a callout alone", "> 1️⃣[!quote]" + kept, help: "'[!NOTE]', '[!TIP]'"),
    foreign(
      "an alert with a title", "> 1️⃣[!note] Name\n> Words" + kept, help: "a line of its own"),
    foreign(
      "a key behind a space", "[A] 1️⃣{^n}" + kept, .misplacedMark, help: "write '[words]{^n}'"),
    foreign(
      "a key behind a citation", "A [@wire]1️⃣{^n}" + kept, .misplacedMark,
      help: "'[words]{^n}'"),
    foreign("a key behind a note", "A.[^f]1️⃣{^n}\n\n[^f]: B." + kept, .misplacedMark, help: "{^n}"),
    foreign("a key behind a word", "word1️⃣{^n}" + kept, .misplacedMark, help: "'\\{^'"),
    foreign("a key of two words", "[A]1️⃣{^n o}" + kept, .misplacedMark, help: "'[words]{^n-o}'"),
    foreign(
      "a key behind a sign and a space", "[A]1️⃣{^ n}" + kept, .misplacedMark,
      help: "'[words]{^n}'"),
    foreign("a key without its end", "[A]1️⃣{^n" + kept, .misplacedMark, help: "'[words]{^"),
  ]

  @Test(
    "is not what is none",
    arguments: [
      "Code: `a^[b] ==c== {^n}`.", "    ==a== ^[b]", "Shown: \\^[b], \\==c==, \\{^n}.",
      "Where a == b and c == d.", "If x==1 and y==2.", "A ===b=== c.", "CO^2 and 5^th.", "x{^}",
      "> Words [!quote]", "> \\[!quote] Name", "> [!NOTE]\n> Words", "Title\n==\n\n=a=",
      "[A]{^n}", "*a*{^n} `b`{^n} ~~c~~{^n}", "A ==b\n\nc== d",
    ])
  func isNotNone(_ body: String) async throws {
    try await expect(
      MarkedDossier(article(body + Self.kept, "annotations: {n: A note}")), says: [])
  }
}

@Suite("Links to places in a page") struct AnchorLinkTests {
  @Test("that it does not have are named", arguments: named)
  func areNamed(_ row: Row) async throws { try await row.check() }

  private static let other = [
    "content/articles/other.md":
      "---\ntitle: O\ndate: 2023-05-20\n---\n## The fair\n\nA\n\n## Была ярмарка\n\nB\n",
    "content/officials/ana.yaml": "name: Ana Bee\n",
  ]

  private static func link(_ what: String, _ body: String, help: String) -> Row {
    Row(what, article("## One day\n\n" + body) + other, .brokenAnchor, help: help)
  }

  private static let named = [
    link("on its own page", "See 1️⃣[it](#two-days).", help: "write '#one-day'"),
    link("with the words of a heading", "See 1️⃣[it](#One%20day).", help: "write '#one-day'"),
    link("on another", "See 1️⃣[it](other.md#the-fare).", help: "did you mean '#the-fair'?"),
    link(
      "where there is no text", "See 1️⃣[it](../officials/ana.yaml#life).", help: "without '#life'"),
  ]

  @Test(
    "that it has are none",
    arguments: [
      "[a](#one-day)", "[a](#)", "[a](#top)", "[a](#_notes)", "[a](other.md#the-fair)",
      "[a](other.md)", "[a](other.md#)", "[a](#ana_1) [[ana]]", "[a](#:~:text=One)",
      "[a](other.md#%D0%B1%D1%8B%D0%BB%D0%B0-ярмарка)", "[a](https://a.example/#b)",
      "[a](../officials/ana.yaml#_facts)",
    ])
  func areNone(_ body: String) async throws {
    try await expect(MarkedDossier(article("## One day\n\n" + body) + Self.other), says: [])
  }
}
