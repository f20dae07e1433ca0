import Testing

@testable import DossierKit

@Suite("Ids") struct IdentifierTests {
  private static let longest = String(repeating: "a", count: 64)

  @Test(
    "are taken from the file's name or from 'id:'",
    arguments: [
      ("content/places/minsk.yaml", "", "minsk"),
      ("content/places/a.yaml", "", "a"),
      ("content/places/4-2.yml", "", "4-2"),
      ("content/places/\(longest).yaml", "", longest),
      ("content/places/Minsk City.yaml", "id: minsk", "minsk"),
      ("content/places/belarus/2023/minsk.yaml", "", "minsk"),
      ("content/places/x.yaml", "id: \(longest)", longest),
    ])
  func areTaken(path: String, id: String, address: String) async throws {
    let pages = try await MarkedDossier([path: "name: Minsk\n\(id)\n"]).pages()
    #expect(pages["places/\(address)/index.html"] != nil, "\(pages.keys.sorted())")
  }

  @Test("cannot be any text", arguments: wrong)
  func cannotBeAnyText(_ row: Row) async throws { try await row.check() }

  private static let wrong = [
    Row(
      "a file's name with a space and upper case",
      ["content/places/Minsk City.yaml": "1️⃣name: Minsk"], .invalidID, "'Minsk City'",
      help: "'minsk-city'"),
    Row(
      "a file's name with diacritics", ["content/places/mińsk.yaml": "1️⃣name: Minsk"],
      .invalidID, "'mińsk'", help: "'minsk'"),
    Row(
      "a file's name in Cyrillic", ["content/places/минск.yaml": "1️⃣name: Minsk"],
      .invalidID, "'минск'", help: "add 'id:'"),
    Row(
      "a text's file name", ["content/pages/About.md": "---\n1️⃣title: About\n---\n"],
      .invalidID, "'About'", help: "'about'"),
    Row("upper case", place("id: 1️⃣MINSK"), .invalidID, "'MINSK'", help: "write 'minsk'"),
    Row("an underscore", place("id: 1️⃣old_minsk"), .invalidID, help: "write 'old-minsk'"),
    Row("a hyphen before", place("id: 1️⃣-minsk"), .invalidID, help: "write 'minsk'"),
    Row("a hyphen after", place("id: 1️⃣minsk-"), .invalidID, help: "write 'minsk'"),
    Row("nothing an id could hold", place("id: 1️⃣'!'"), .invalidID, help: "64 at most"),
    Row(
      "65 characters", place("id: 1️⃣\(longest)b"), .invalidID, "cannot be an id",
      help: "write '\(longest)'"),
    Row("a list", place("id: 1️⃣[minsk]"), .wrongShape, "'id'"),
    Row("a former id", place("formerly: [mensk, 1️⃣Mensk]"), .invalidID, help: "write 'mensk'"),
  ]

  @Test("are unique, and both places are shown", arguments: taken)
  func areUnique(_ row: Row) async throws {
    try await row.check()
    let report = try await row.dossier.build()
    let note = try #require(report.diagnostics.first?.notes.first)
    let first = try #require(row.dossier.marks["2️⃣"])
    #expect(report.sources[note.location.file].path == first.path)
    #expect(note.location.range.lowerBound == first.offset)
  }

  private static let taken = [
    Row(
      "of two files of one kind",
      ["content/places/a/minsk.yaml": "2️⃣name: A", "content/places/b/minsk.yaml": "1️⃣name: B"],
      .duplicateID, "'minsk' is taken", help: "another"),
    Row(
      "across kinds",
      ["content/countries/georgia.yaml": "2️⃣name: A", "content/places/georgia.yaml": "1️⃣name: B"],
      .duplicateID, "'georgia'"),
    Row(
      "of an article and an entity",
      [
        "content/articles/milex.md": "---\n2️⃣title: A\ndate: 2023-05-20\n---\n",
        "content/events/milex.yaml": "1️⃣name: B",
      ], .duplicateID, "'milex'"),
    Row(
      "of a page and an 'id:'",
      [
        "content/pages/about.md": "---\n2️⃣title: A\n---\n",
        "content/places/minsk.yaml": "id: 1️⃣about\nname: B",
      ], .duplicateID, "'about'"),
    Row(
      "of two documents of a file",
      ["content/events/2023.yaml": "id: 2️⃣fair\nname: A\n---\nid: 1️⃣fair\nname: B\n"],
      .duplicateID, "'fair'"),
    Row(
      "of a document and a file",
      [
        "content/events/2023.yaml": "id: 2️⃣fair\nname: A\n---\nid: visit\nname: B\n",
        "content/events/fair.yaml": "1️⃣name: C",
      ], .duplicateID, "'fair'"),
    Row(
      "of two posts of an official",
      official("posts:\n- {id: 2️⃣head, title: A}\n- {id: 1️⃣head, title: B}"),
      .duplicateEntryID, "'head'"),
    Row(
      "of a key in a mapping", place("2️⃣country: unknown\n1️⃣country: none"),
      .duplicateKey, "'country'"),
    Row(
      "of a key of front matter", article("", "2️⃣lang: en\n1️⃣lang: es"), .duplicateKey, "'lang'"),
    Row(
      "of a key in a fact", official("born: {2️⃣value: 1970, 1️⃣value: 1971}"),
      .duplicateKey, "'value'"),
  ]
}
