import Testing

@testable import DossierKit

@Suite("Files") struct FileTests {
  @Test("are read however they were saved", arguments: saved)
  func areRead(_ row: Row) async throws { try await row.check() }

  private static let saved = [
    Row("no final newline", ["content/places/minsk.yaml": "name: Minsk"]),
    Row("a byte order mark", ["content/places/minsk.yaml": "\u{FEFF}name: Minsk\n"]),
    Row(
      "a byte order mark before front matter",
      ["content/pages/about.md": "\u{FEFF}---\ntitle: About\n---\nText"]),
    Row("CRLF", ["content/places/minsk.yaml": "name: Minsk\r\ngeo: {lat: 1, lon: 2}\r\n"]),
    Row(
      "CRLF in front matter",
      ["content/pages/about.md": "---\r\ntitle: About\r\n---\r\nText\r\n"]),
    Row(
      "a place behind a mark and CRLF",
      ["content/places/minsk.yaml": "\u{FEFF}name: Minsk\r\n1️⃣contry: none\r\n"],
      .unknownKey, "'contry'"),
    Row(
      "a place in a text behind a mark and CRLF",
      ["content/pages/about.md": "\u{FEFF}---\r\ntitle: A\r\n---\r\nSee [[1️⃣nobody]].\r\n"],
      .danglingReference, "nobody"),
    Row("front matter that ends the file", ["content/pages/about.md": "---\ntitle: About\n---"]),
    Row(
      "hidden files",
      [
        "content/.DS_Store": "", "content/places/.minsk.yaml.swp": "", "content/.git/config": "",
        "content/places/minsk.yaml~": "name: [",
      ]),
    Row("a '.yml' file", ["content/places/minsk.yml": "name: Minsk"]),
    Row("an entity in Markdown", ["content/places/minsk.md": "---\nname: Minsk\n---\nA city."]),
    Row("anything below media", ["content/media/notes.txt": "A", "content/media/a/b.csv": "1"]),
    Row(
      "another ending", ["content/places/minsk.json": "1️⃣{}"], .unexpectedFile,
      "minsk.json' is passed over"),
    Row(
      "a folder of no kind", ["content/place/minsk.yaml": "1️⃣name: M"], .unknownFolder, "'place'",
      help: "'places'"),
    Row(
      "a file in no folder", ["content/minsk.yaml": "1️⃣name: M"], .unknownFolder, "'minsk.yaml'",
      help: "move it"),
    Row("an empty file", ["content/places/minsk.yaml": "1️⃣"], .emptyFile, "empty", help: "name"),
    Row(
      "only a comment", ["content/places/minsk.yaml": "1️⃣# later\n"], .emptyFile, "empty"),
    Row(
      "a text instead of fields", ["content/places/minsk.yaml": "1️⃣Minsk"], .noFields, "a text",
      help: "name:"),
    Row(
      "a list instead of fields", ["content/places/minsk.yaml": "1️⃣- name: Minsk"], .noFields,
      "a list"),
  ]

  @Test("begin with front matter, if they are Markdown", arguments: frontMatter)
  func beginWithFrontMatter(_ row: Row) async throws { try await row.check() }

  private static let frontMatter = [
    Row(
      "none", ["content/articles/talks.md": "1️⃣# Talks"], .frontMatter, "does not begin",
      help: "'title: …'"),
    Row(
      "none, of an entity", ["content/places/minsk.md": "1️⃣A city."], .frontMatter,
      help: "'name: …'"),
    Row(
      "without its first line",
      ["content/articles/talks.md": "1️⃣title: Talks\ndate: 2023-05-20\n---\nText."], .frontMatter,
      help: "put '---' on a line of its own above 'title:'"),
    Row(
      "of a word processor's dash",
      ["content/articles/talks.md": "1️⃣—\ntitle: Talks\n—\nText."], .frontMatter,
      help: "write three dashes, '---', for '—'"),
    Row(
      "of four dashes", ["content/articles/talks.md": "1️⃣----\ntitle: Talks\n----\n"],
      .frontMatter, help: "write three dashes, '---', for '----'"),
    Row(
      "as other programs have it", ["content/articles/talks.md": "1️⃣+++\ntitle = \"Talks\"\n+++\n"],
      .frontMatter, help: "write '---' for '+++'"),
    Row(
      "closed with four dashes", ["content/articles/talks.md": "1️⃣---\ntitle: Talks\n----\n\nText"],
      .unclosedFrontMatter, help: "write three dashes, '---', for '----'"),
    Row(
      "with '=' for ':'", ["content/articles/talks.md": "---\n1️⃣title = Talks\n---\n"],
      .noFields, help: "with a colon for the '='"),
    Row(
      "with '=' for one ':'",
      ["content/articles/talks.md": "---\ntitle: Talks\n1️⃣date = 2023-01-01\n---\n"],
      .yamlSyntax, help: "write 'date: 2023-01-01'"),
    Row(
      "not closed", ["content/articles/talks.md": "1️⃣---\ntitle: Talks\n\nText"],
      .unclosedFrontMatter,
      "does not end", help: "'---'"),
    Row("an empty file", ["content/articles/talks.md": "1️⃣"], .frontMatter, "does not begin"),
    Row(
      "empty", ["content/pages/about.md": "---\n1️⃣---\nText"], .missingName, "'title'",
      help: "title: …"),
    Row(
      "without a title", ["content/pages/about.md": "---\n1️⃣lang: en\n---\n"], .missingName,
      "'about' needs 'title'"),
    Row(
      "'name' for 'title'", ["content/pages/about.md": "---\n1️⃣name: About\n---\n"],
      .missingName, "'title'", help: "write 'title' for 'name'"),
    Row(
      "'title' for 'name'", ["content/places/minsk.yaml": "1️⃣title: Minsk"],
      .missingName, "'name'", help: "write 'name' for 'title'"),
    Row(
      "an article without a date",
      ["content/articles/talks.md": "---\n1️⃣title: Talks\n---\n"], .missingField, "'date'",
      help: "date: …"),
    Row(
      "an article dated by month",
      ["content/articles/talks.md": "---\ntitle: Talks\ndate: 1️⃣2023-05\n---\n"], .notADay,
      "a day", help: "2023-05-20"),
    Row(
      "a source without a title", ["content/sources/belta.yaml": "1️⃣type: post"], .missingName,
      "'title'"),
    Row(
      "a text given twice",
      ["content/places/minsk.md": "---\nname: Minsk\nbody: 1️⃣A city.\n---\nA city.\n"],
      .bodyTwice, "'body'", help: "delete"),
  ]

  @Test("hold several documents, each with its id", arguments: streams)
  func holdSeveralDocuments(_ row: Row) async throws { try await row.check() }

  private static let streams = [
    Row("two with ids", ["content/events/2023.yaml": "id: a\nname: A\n---\nid: b\nname: B\n"]),
    Row("one without an id", ["content/events/fair.yaml": "---\nname: Fair\n"]),
    Row("an empty one behind", ["content/events/fair.yaml": "name: Fair\n---\n"]),
    Row(
      "the second without", ["content/events/2023.yaml": "id: a\nname: A\n---\n1️⃣name: B\n"],
      .missingID, "'id'", help: "add 'id: …'"),
    Row(
      "none with", ["content/events/2023.yaml": "1️⃣name: A\n---\n2️⃣name: B\n"],
      says: [Expectation("1️⃣", .missingID, "'id'"), Expectation("2️⃣", .missingID, "'id'")]),
  ]

  @Test("names the byte that is not UTF-8")
  func namesTheByte() async throws {
    let dossier = MarkedDossier(
      [:], bytes: ["content/places/a.yaml": Array("name: Mi".utf8) + [0xC3, 0x28]],
      marks: ["1️⃣": ("content/places/a.yaml", 8)])
    try await expect(dossier, says: [Expectation("1️⃣", .invalidUTF8, "8")])
  }

  @Test("are all checked in one run, in the order of paths and places")
  func areAllChecked() async throws {
    let dossier = MarkedDossier([
      "content/sources/wire.yaml": "title: Wire\n9️⃣typ: post",
      "content/articles/talks.md": """
      ---
      title: Talks
      date: 2023-05-20
      updated: 1️⃣18.05.2023
      2️⃣contry: belarus
      ---
      [[3️⃣nobody]] and 4️⃣<br>
      """,
      "content/places/minsk.yaml": "name: Minsk\ncountry: 8️⃣nowhere",
      "content/officials/milian.yaml": "name: M\nborn: 6️⃣soon\nnationality: [7️⃣cubaa]",
      "content/countries/cuba.yaml": "name: Cuba\niso2: [CU, 5️⃣CUB]",
    ])
    try await expect(
      dossier,
      says: [
        Expectation("1️⃣", .invalidDate), Expectation("2️⃣", .unknownKey),
        Expectation("3️⃣", .danglingReference), Expectation("4️⃣", .rawHTML),
        Expectation("5️⃣", .severalValues), Expectation("6️⃣", .invalidDate),
        Expectation("7️⃣", .danglingReference, help: "'cuba'"),
        Expectation("8️⃣", .danglingReference), Expectation("9️⃣", .unknownKey, help: "'type'"),
      ])
  }
}
