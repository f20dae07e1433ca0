import Testing

@testable import DossierKit

@Suite("Values") struct ValueTests {
  @Test("are read", arguments: right)
  func areRead(_ row: Row) async throws { try await row.check() }

  private static let right = [
    Row("dates", official("born: 1970-05\ndied: 2023?\nupdated: 2023-05-18")),
    Row("dates of level 1", official("born: 194X\ndied: 2004-XX\ncreated: 2004-06~")),
    Row("open intervals", official("posts: [{title: A, seen: 2020/..}, {title: B, seen: 2020/}]")),
    Row("seasons", ["content/events/fair.yaml": "name: Fair\ndate: 2023-22"]),
    Row("some day within, with quotes", official("born: '[1970..1972]'")),
    Row("some day within, without quotes", official("born: [1970..1972]")),
    Row("some day before, without quotes", official("born: [..1972]")),
    Row("some day after, without quotes", official("died: [2004-05..]")),
    Row("some day within, in a fact", official("born: {value: [1970..1972], note: A}")),
    Row("addresses", place("links: ['https://a.org/b?c#d', 'mailto:a@a.org', 'http://a.org']")),
    Row("language tags", place("names: [{text: A, lang: sr-Latn}, {text: B, lang: zh-Hant-TW}]")),
    Row(
      "numbers",
      ["content/equipment/gun.yaml": "name: Gun\noperators: [{quantity: 12}, {quantity: -0.5}]"]
    ),
    Row("flags", official("deceased: true")),
    Row("positions", place("geo: {lat: -53.9, lon: 180, precision: 500}")),
    Row("one of a few", official("posts: [{title: A, how: identified-as}]")),
    Row(
      "bare texts for what an entry requires",
      place("names: [Mensk, Miensk]\nlinks: 'https://a.org'")),
    Row("a bare text for a rank", official("ranks: Colonel")),
    Row(
      "words in quotes that elsewhere say that nothing is known",
      place("summary: 'TBD'\nnames: ['n/a']")),
    Row("one text with a comma, in quotes or in a list", place("tags: 'a, b'\nnames: [C, 'D, E']")),
    Row(
      "an address with a user, and one with '@' in its path",
      place("links: ['https://ann@a.org/', 'https://a.org/b:c@d', 'mailto:a@a.org?subject=b:c']")),
    Row("control characters of white space", place("summary: \"a\\tb\"")),
  ]

  @Test("say how they are written", arguments: wrong)
  func sayHowTheyAreWritten(_ row: Row) async throws { try await row.check() }

  private static let wrong = [
    Row(
      "'present'", official("posts: [{title: A, end: 1️⃣present}]"), .invalidDate, "'present'",
      help: "leave 'end' out"),
    Row(
      "'now'", official("posts: [{title: A, end: 1️⃣now}]"), .invalidDate, "'now'",
      help: "leave 'end' out"),
    Row(
      "'today' of another field", official("updated: 1️⃣today"), .invalidDate, "'today'",
      help: "2023-05-18"),
    Row(
      "'..' of an end", official("posts: [{title: A, end: 1️⃣..}]"), .invalidDate,
      help: "leave 'end' out; write 'state: current'"),
    Row(
      "'..' of a start", official("posts: [{title: A, start: 1️⃣..}]"), .invalidDate,
      help: "leave 'start' out"),
    Row(
      "an open span of an end", official("posts: [{title: A, end: 1️⃣2015/..}]"), .spanAsBound,
      help: "write 'start: 2015' and leave 'end' out"),
    Row(
      "a span of a start", official("posts: [{title: A, start: 1️⃣2015/2019}]"), .spanAsBound,
      help: "write 'start: 2015' and 'end: 2019'"),
    Row(
      "a life as a span", official("born: 1️⃣1961/1963"), .spanAsBound, "'born' is one date",
      help: "for some day within, write '\"[1961..1963]\"'"),
    Row(
      "a life as an open span", official("died: 1️⃣1990/.."), .spanAsBound, "'died' is one date",
      help: "write '\"[1990..]\"'"),
    Row(
      "'n/a'", official("gender: 1️⃣n/a"), .unknownValue, "'gender' cannot be 'n/a'",
      help: "write 'unknown' for what is not known"),
    Row("'TBD' of a date", official("born: 1️⃣TBD"), .unknownValue, help: "write 'unknown'"),
    Row("'--' of a reference", official("nationality: 1️⃣--"), .unknownValue, help: "'unknown'"),
    Row("'TBA' in a list", place("tags: [1️⃣TBA]"), .unknownValue, help: "'unknown'"),
    Row(
      "'n/a' of what cannot be unknown", place("names: [{text: A, type: 1️⃣n/a}]"), .unknownValue,
      help: "leave it out"),
    Row(
      "a list as one text", place("names: 1️⃣Karl, Karlchen"), .commaList,
      "'names' is a list, and 'Karl, Karlchen' is one entry",
      help: "put it in quotes; if it is several, write 'names: [Karl, Karlchen]'"),
    Row("a list of tags as one text", place("tags: 1️⃣a, b"), .commaList, "'tags'"),
    Row(
      "an address with a password", place("links: [1️⃣'https://ann:secret@a.org/b']"), .unsafeLink,
      "holds a password", help: "leave out"),
    Row(
      "an identifier with a password", place("identifiers: {a: 1️⃣'https://ann:secret@a.org'}"),
      .unsafeLink, "holds a password"),
    Row(
      "a link with a password", article("See 1️⃣[it](https://ann:secret@a.org/)."), .unsafeLink,
      "holds a password"),
    Row("a day with points", official("born: 1️⃣18.05.1970"), .invalidDate, help: "1970-05-18"),
    Row("a day with slashes", official("born: 1️⃣1970/05/18"), .invalidDate),
    Row("a day of no calendar", official("born: 1970-02-1️⃣30"), .invalidDate),
    Row("a month of no calendar", official("born: 1970-1️⃣13-01"), .invalidDate),
    Row(
      "a list of dates for one", official("born: [1970, 1️⃣1971]"), .severalValues, "'born'",
      help: "rivals"),
    Row(
      "an address without its scheme", place("links: [{url: 1️⃣a.org/b}]"), .invalidAddress,
      "'a.org/b'", help: "write 'https://a.org/b'"),
    Row(
      "an address that could run", place("links: [{url: 1️⃣'javascript:alert(1)'}]"), .unsafeLink,
      "'javascript:alert(1)'"),
    Row(
      "an address with data", place("links: 1️⃣'data:text/html,a'"), .unsafeLink, "data:",
      help: "or leave it out"),
    Row(
      "a language by its name", article("", "lang: 1️⃣English"), .invalidLanguage,
      "'English' is not a language tag", help: "'en'"),
    Row("a language with '_'", article("", "lang: 1️⃣sr_Latn"), .invalidLanguage, "'sr_Latn'"),
    Row(
      "a number with a unit",
      ["content/equipment/gun.yaml": "name: Gun\noperators: [{quantity: 1️⃣12 pieces}]"],
      .invalidNumber, "'12 pieces' is not a number", help: "write '12'"),
    Row(
      "a number in words",
      ["content/equipment/gun.yaml": "name: Gun\noperators: [{quantity: 1️⃣dozen}]"], .invalidNumber,
      "'dozen'", help: "digits"),
    Row(
      "a flag in doubt", official("deceased: 1️⃣maybe"), .invalidFlag,
      "'deceased' is a yes or a no, and this is", help: "write 'true' or 'yes', 'false' or 'no'"),
    Row(
      "beyond the pole", place("geo: {lat: 1️⃣91, lon: 27}"), .invalidPosition,
      "'91' is not between -90 and 90", help: "latitude comes first"),
    Row(
      "around the world", place("geo: {lat: 53, lon: 1️⃣-181}"), .invalidPosition,
      "'-181' is not between -180 and 180"),
    Row(
      "what is no number, and no longitude", place("geo: 1️⃣{lat: 2️⃣x}"),
      says: [
        Expectation("1️⃣", .invalidPosition, "'geo' is a position, and needs 'lon'"),
        Expectation("2️⃣", .invalidNumber, "'x' is not a number"),
      ]),
    Row(
      "half a position", place("geo: 1️⃣{lat: 53}"), .invalidPosition, "'geo'",
      help: "write '{lat: …, lon: …}', both in decimal degrees"),
    Row(
      "a position in one text", place("geo: 1️⃣41.2, 19.4"), .invalidPosition, "'geo' is a position",
      help: "write '{lat: 41.2, lon: 19.4}'"),
    Row(
      "a position in degrees and minutes", place("geo: {lat: 1️⃣53°12' N, lon: 27}"),
      .invalidNumber, "'53°12' N'", help: "write digits, in decimal degrees"),
    Row(
      "a position with a sign of degrees", place("geo: {lat: 1️⃣5°3, lon: 27}"),
      .invalidNumber, "'5°3'", help: "write digits, in decimal degrees"),
    Row(
      "a position with a decimal comma", place("geo: {lat: 1️⃣\"41,2\", lon: 27}"),
      .invalidNumber, "'41,2'", help: "write '41.2'"),
    Row(
      "a distance in kilometres", place("geo: {lat: 53, lon: 27, precision: 1️⃣1.5 km}"),
      .invalidNumber, "'1.5 km'", help: "write digits, in metres"),
    Row(
      "a number in groups",
      ["content/equipment/gun.yaml": "name: Gun\noperators: [{quantity: 1️⃣'1,200 pieces'}]"],
      .invalidNumber, "'1,200 pieces'", help: "write '1200'"),
    Row(
      "the rest of a sentence with a colon",
      official("born: {value: 1970, note: A, 1️⃣said the Court: guilty, confidence: likely}"),
      .splitValue, "'said the Court' is cut off",
      help: "write 'note: \"A, said the Court: guilty\"'"),
    Row(
      "near one of a few", official("posts: [{title: A, state: 1️⃣curent}]"), .unknownValue,
      "'state' cannot be 'curent'", help: "did you mean 'current'"),
    Row(
      "far from any of a few", official("posts: [{title: A, state: 1️⃣former}]"), .unknownValue,
      "'former'", help: "current, ended, unknown"),
    Row(
      "in another case", official("posts: [{title: A, how: 1️⃣Elected}]"), .unknownValue, "'Elected'",
      help: "'elected'"),
    Row(
      "an entry without what it requires", official("relations: [1️⃣{type: trains}]"), .missingField,
      "'relations' needs 'to'", help: "add 'to: …'"),
    Row(
      "an entry whose required field is empty", official("ranks: [1️⃣{rank: , branch: A}]"),
      .missingField, "'ranks' needs 'rank'"),
    Row(
      "a text for a group that requires more", official("relations: [1️⃣cuba]"), .wrongShape,
      "'relations' is a group", help: "fields below it"),
    Row(
      "a text for a group that requires nothing", official("posts: [1️⃣Minister]"), .wrongShape,
      "'posts' is a group"),
    Row(
      "a mapping for a text", place("disambiguation: 1️⃣{a: b}"), .factWithoutValue,
      "'disambiguation'"),
    Row(
      "a list in a list", place("tags: [1️⃣[a, b]]"), .wrongShape,
      "'tags' is a text, and this is a list"),
    Row(
      "a link for an id", place("country: 1️⃣[[belarus]]"), .linkForID, "'country' is an id",
      help: "write 'belarus' without brackets"),
    Row(
      "a control character", place("summary: 1️⃣\"a\\x07b\""), .controlCharacter, "U+0007",
      help: "delete it"
    ),
    Row("a name without letters", ["content/places/minsk.yaml": "name: 1️⃣'…'"], .emptyName, "'…'"),
    Row(
      "a file outside media", official("images: [{file: 1️⃣../a.jpg}]"), .invalidFileName,
      "'../a.jpg'"),
    Row(
      "identifiers as a list", place("identifiers: [1️⃣Q2280]"), .wrongShape, "'identifiers'",
      help: "wikidata: Q184"),
  ]
}
