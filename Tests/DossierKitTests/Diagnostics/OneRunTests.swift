import Testing

@testable import DossierKit

/// What makes a page impossible does not hide what else is wrong with it.
@Suite("One run") struct OneRunTests {
  @Test("shows what else is wrong", arguments: rows)
  func showsTheRest(_ row: Row) async throws { try await row.check() }

  private static let rows = [
    Row(
      "where the id is taken",
      [
        "content/officials/berg.yaml": "name: Kari Berg",
        "content/officials/new/berg.yaml": """
        1️⃣name: Karin Berg
        formerly: 2️⃣Old Berg
        nationality: 3️⃣norwyb
        relations: [{type: 4️⃣relatve-of, to: 5️⃣nobody}]
        different_from: 6️⃣someone
        body: See [[7️⃣nowhere]].
        """,
      ],
      says: [
        Expectation("1️⃣", .duplicateID), Expectation("2️⃣", .invalidID),
        Expectation("3️⃣", .danglingReference), Expectation("4️⃣", .unknownRelation),
        Expectation("5️⃣", .danglingReference), Expectation("6️⃣", .danglingReference),
        Expectation("7️⃣", .danglingReference),
      ]),
    Row(
      "where a draft's id is taken, which may speak of others",
      [
        "content/places/minsk.yaml": "name: Minsk\nvisibility: draft",
        "content/places/new/minsk.yaml": "1️⃣name: Mensk\nvisibility: draft\nbody: See [[minsk]].",
      ],
      says: [Expectation("1️⃣", .duplicateID)]),
    Row(
      "where the file's name is no id",
      ["content/officials/Berg.yaml": "1️⃣name: Kari Berg\nnationality: 2️⃣norwyb"],
      says: [Expectation("1️⃣", .invalidID), Expectation("2️⃣", .danglingReference)]),
    Row(
      "where the id is wrong, but not what refers to it",
      [
        "content/places/minsk.yaml": "id: 1️⃣Minsk City\nname: Minsk\nwithin: 2️⃣nowhere",
        "content/places/b.yaml": "name: B\nwithin: Minsk City",
      ],
      says: [Expectation("1️⃣", .invalidID), Expectation("2️⃣", .danglingReference)]),
    Row(
      "where one of several documents has no id",
      ["content/events/2023.yaml": "id: a\nname: A\n---\n1️⃣name: B\nplace: 2️⃣nowhere"],
      says: [Expectation("1️⃣", .missingID), Expectation("2️⃣", .danglingReference)]),
    Row(
      "where there is no front matter, but not what would stand there",
      ["content/articles/talks.md": "1️⃣See [[2️⃣nowhere]] and [words]{^n}. 3️⃣<br>"],
      says: [
        Expectation("1️⃣", .frontMatter), Expectation("2️⃣", .danglingReference),
        Expectation("3️⃣", .rawHTML),
      ]),
    Row(
      "where the front matter is empty",
      ["content/articles/talks.md": "---\n1️⃣---\nSee [[2️⃣nowhere]]."],
      says: [Expectation("1️⃣", .missingName), Expectation("2️⃣", .danglingReference)]),
  ]

  @Test("shows that the output would mix with the sources, and what is wrong there")
  func showsTheOutputToo() async throws {
    var dossier = MarkedDossier(["content/places/minsk.yaml": "name: Minsk\nwithin: 1️⃣nowhere"])
    dossier.output = "/dossier/content/out"
    try await expect(
      dossier,
      says: [Expectation(nil, .outputInContent), Expectation("1️⃣", .danglingReference)])
  }
}
