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
    foreign("a key without its sign", "[A]1️⃣{n}" + kept, help: "write '[words]{^n}'"),
    foreign("a key behind a link", "[A](#)1️⃣{n}" + kept, help: "write '[words]{^n}'"),
    foreign("a class", "[A]1️⃣{.small} b." + kept, help: "leave it out"),
    foreign("an anchor", "## A 1️⃣{#here}" + kept, help: "leave it out"),
    foreign("a short code", "A 1️⃣{{< ref \"b\" >}} c." + kept, help: "'\\{{'"),
    foreign("another", "1️⃣{{% note %}} c." + kept, help: "'\\{{'"),
    foreign("a tag", "1️⃣{% include b %}" + kept, help: "'\\{%'"),
    foreign("a variable", "A 1️⃣{{title}} b." + kept, help: "'\\{{'"),
    foreign("a list of headings", "1️⃣[TOC]" + kept, help: "leave it out"),
    foreign("tasks", "- 1️⃣[ ] A\n- [x] B" + kept, help: "'☐' or '☑'"),
    foreign("bullets", "1️⃣• A\n• B" + kept, help: "'- '"),
    foreign("bullets below a line", "A\n1️⃣•B\n•C" + kept, help: "'- '"),
    foreign("marked words of a sentence", "A ==b. C 1️⃣==d== e." + kept, help: "write '**words**'"),
    foreign("one word as a note", "A 1️⃣^[Ibid.] b." + kept, help: "write '[^n]'"),
  ]

  @Test(
    "is not what is none",
    arguments: [
      "Code: `a^[b] ==c== {^n}`.", "A\n\n    ==a== ^[b]", "Shown: \\^[b], \\==c==, \\{^n}.",
      "Where a == b and c == d.", "If x==1 and y==2.", "A ===b=== c.", "CO^2 and 5^th.", "x{^}",
      "> Words [!quote]", "> \\[!quote] Name", "> [!NOTE]\n> Words", "Title\n==\n\n=a=",
      "[A]{^n}", "*a*{^n} `b`{^n} ~~c~~{^n}", "A ==b\n\nc== d", "If a ==b here. Then c== d.",
      "2^[3], ^[a-z]+ and ^[a b]*.", "> [!sic] A",
      "> [!] A", "A {b} c{d} \\{{e}} \\{% f %} [a-z]{2,3} {} {{}} {{a", "## A {b}\n\nC {#d}",
      "[TOC] A", "A [TOC]", "\\[TOC]", "- \\[ ] A\n- [ ](#)", "[ ] A", "A • b", "&bull; A",
    ])
  func isNotNone(_ body: String) async throws {
    try await expect(
      MarkedDossier(article(body + Self.kept, "annotations: {n: A note}")), says: [])
  }
}

@Suite("Markup that does not end") struct UnfinishedMarkupTests {
  private static let files =
    ["content/sources/wire.yaml": "title: W"] + place("names: [Minsk City]")

  private static func slip(
    _ what: String, _ body: String, _ code: Diagnostic.Code = .unfinishedMarkup, help: String
  ) -> Row {
    Row(what, article(body + "\n\n[A]{^n}", "annotations: {n: A note}") + files, code, help: help)
  }

  @Test("is named", arguments: named)
  func isNamed(_ row: Row) async throws { try await row.check() }

  private static let named = [
    slip("bold words", "A 1️⃣**b *c* d.", help: "'**' directly behind"),
    slip("bold words with a space at the end", "A 1️⃣**b ** d.", help: "'**' directly behind"),
    slip("a link with one bracket", "A [b] 1️⃣[[minsk] c.", help: "write '[[minsk]]'"),
    slip("a link by name", "A 1️⃣[[Minsk City] c.", help: "write '[[Minsk City]]'"),
    slip("a link without a bracket", "A 1️⃣[[minsk and c.", help: "write '[[minsk]]'"),
    slip("a link with words", "A 1️⃣[[minsk|b] c.", help: "write '[[minsk]]'"),
    slip(
      "a footnote in a link's words", "A 1️⃣[[minsk|b[^f]]].\n\n[^f]: C", .misplacedMark,
      help: "behind the link"),
    slip(
      "a citation in a link's words", "A 1️⃣[[minsk|b [@wire]]].", .misplacedMark,
      help: "behind the link"),
    slip(
      "an annotation in a link's words", "A 1️⃣[[minsk|[b]{^n}]].", .misplacedMark,
      help: "behind the link"),
  ]

  @Test(
    "is not what is none",
    arguments: [
      "**A** b. 2**3 f**k Price** 5 ** 6, ***a*** `**b`", "\\*\\*A", "A **", "[[1, 2], [3, 4]]",
      "`[[minsk]`", "\\[[minsk]", "[[minsk|a]][^f]\n\n[^f]: B", "A [[nobody] b",
      "[[[minsk]]]", "[a [[minsk]] b]{^n}",
    ])
  func isNotNone(_ body: String) async throws {
    try await expect(
      MarkedDossier(
        article(body + "\n\n[A]{^n}", "annotations: {n: A note}") + Self.files), says: [])
  }
}

@Suite("Code that was to be text") struct UnintendedCodeTests {
  @Test("is named", arguments: named)
  func isNamed(_ row: Row) async throws { try await row.check() }

  private static func code(_ what: String, _ body: String, help: String) -> Row {
    Row(what, article(body), .unintendedCode, help: help)
  }

  private static let named = [
    code("a first line", "    1️⃣They met.\n    There.\n\nB", help: "delete the spaces"),
    code("behind empty lines", "\n\n    1️⃣They met.", help: "delete the spaces"),
    code("with a tab", "\t1️⃣They met.", help: "delete the spaces"),
    code("with a link", "A\n\n    1️⃣See [[b]].", help: "delete the spaces"),
    code("with a note in a list", "- A\n\n      1️⃣See [^b].", help: "delete the spaces"),
    code("an open fence", "A\n\n1️⃣```\nb\n\nMore [[c]].", help: "put '```' on a line"),
    code("an open fence of tildes", "1️⃣~~~~ x\nb\n~~~\n\nMore.", help: "put '~~~~' on a line"),
    code("in a quotation", "> 1️⃣```\n> b\n\nMore.", help: "put '```' on a line"),
    code("an empty one", "A\n\n1️⃣```", help: "put '```' on a line"),
  ]

  @Test(
    "is not what is code",
    arguments: [
      "A\n\n    a = b", "```\n[[b]]\n```", "~~~~ x\n~~~\n~~~~  \n\nA", "A\n```\n```",
      "> ```\n> [@b]\n> ```\n\nC", "- a\n\n  ```\n  b\n  ```\n- c", "```` md\n```\n````",
      "A\n\n```\n\tb\n\n```\n\n    c",
    ])
  func isNotCode(_ body: String) async throws {
    try await expect(MarkedDossier(article(body)), says: [])
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
    link("with the number of a line", "See 1️⃣[it](#L12).", help: "leave '#L12' out"),
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
