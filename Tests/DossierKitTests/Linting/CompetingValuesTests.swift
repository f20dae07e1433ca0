import Testing

@testable import DossierKit

@Suite("Several values of a field that holds one") struct CompetingValuesTests {
  private static func vessel(_ fields: String) -> [String: String] {
    [
      "content/site.yaml":
        "title: T\nkinds: {ship: {plural: ships, fields: {flag: {type: group, fields: {name: text, start: date, end: date}}}}}",
      "content/ships/a.yaml": "name: Aurora\n\(fields)",
    ]
  }

  @Test("may stand side by side", arguments: right)
  func mayStand(_ row: Row) async throws { try await row.check() }

  private static let right = [
    Row(
      "as rivals",
      official("born: [{value: 1970, status: disputed}, {value: 1971, status: disputed}]")),
    Row(
      "one accepted, one disputed",
      official("born: [{value: 1970}, {value: 1971, status: disputed}]")),
    Row(
      "one accepted, one rejected",
      official("born: [{value: 1970}, {value: 1971, status: rejected, note: A slip.}]")),
    Row(
      "in two languages",
      [
        "content/countries/a.yaml":
          "name: Cuba\nofficial_name: [{value: República de Cuba, lang: es}, {value: Republic of Cuba, lang: en}]"
      ]),
    Row(
      "when they are the same", official("born: [{value: 1970, confidence: likely}, {value: 1970}]")
    ),
    Row(
      "as two names in two languages",
      ["content/places/a.yaml": "name: [{value: Lüshun, lang: zh}, {value: Port Arthur, lang: en}]"]
    ),
    Row("one after the other", vessel("flag: [{name: A, end: 2010}, {name: B, start: 2011}]")),
    Row("of a field that holds many", place("tags: [a, b]")),
  ]

  @Test("compete", arguments: wrong)
  func compete(_ row: Row) async throws { try await row.check() }

  private static let wrong = [
    Row(
      "if both are accepted", official("born: [{value: 1970}, 1️⃣{value: 1971}]"), .competingValues,
      "'born' holds one value, and two are accepted, '1970' and '1971'", help: "disputed"),
    Row(
      "if one of three is accepted too",
      official("born: [{value: 1970}, {value: 1969, status: disputed}, 1️⃣{value: 1971}]"),
      .competingValues,
      "'1970' and '1971'"),
    Row(
      "in an entry", official("posts: [{title: [{value: Head}, 1️⃣{value: Chief}]}]"),
      .competingValues,
      "'Head' and 'Chief'"),
    Row(
      "if one is not known", official("gender: [{value: female}, 1️⃣{value: unknown}]"),
      .competingValues),
    Row(
      "of a name",
      ["content/places/a.yaml": "name: [{value: Lüshun}, 1️⃣{value: Port Arthur}]"],
      .competingValues, "'Lüshun' and 'Port Arthur'"),
    Row(
      "of references",
      [
        "content/countries/a.yaml":
          "name: Arcadia\ncapital: [{value: minsk}, 1️⃣{value: brest}]",
        "content/places/brest.yaml": "name: Brest",
      ] + place(""), .competingValues, "'minsk' and 'brest'"),
    Row(
      "of positions", place("geo: [{value: {lat: 1, lon: 2}}, 1️⃣{value: {lat: 1, lon: 2.5}}]"),
      .competingValues, "'1, 2' and '1, 2.5'"),
    Row(
      "of texts", place("summary: [{value: A *port*.}, 1️⃣{value: A town.}]"), .competingValues,
      "'A *port*.' and 'A town.'"),
    Row(
      "at times that may overlap", vessel("flag: [{name: A, end: 2011}, 1️⃣{name: B, start: 2011}]"),
      .competingValues),
    Row("at times that are not said", vessel("flag: [{name: A}, 1️⃣{name: B}]"), .competingValues),
  ]
}
