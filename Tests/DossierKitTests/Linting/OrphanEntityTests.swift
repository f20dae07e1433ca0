import Testing

@testable import DossierKit

@Suite("An entity") struct OrphanEntityTests {
  @Test("is spoken of", arguments: right)
  func isSpokenOf(_ row: Row) async throws { try await row.check(heeding: [.orphanEntity]) }

  private static let right = [
    Row("by name", article("Monica Milian came.") + official("")),
    Row("by a link", article("See [[milian|her]].") + official("")),
    Row(
      "by an annotation",
      article("[A]{^n}", "annotations: {n: {text: B, about: [milian]}}") + official("")),
    Row("as a subject", article("They met.", "about: [milian]") + official("")),
    Row(
      "by a field",
      article("[[minsk]]") + place("country: cuba") + ["content/countries/cuba.yaml": "name: Cuba"]),
    Row(
      "by a field that has no other side",
      article("[[aurora]]") + [
        "content/site.yaml":
          "title: T\nkinds: {ship: {plural: ships, fields: {master: {type: ref, to: [official]}}}}",
        "content/ships/aurora.yaml": "name: Aurora\nmaster: milian",
      ] + official("")),
    Row(
      "as what another is not",
      article("[[cuba]]") + official("") + [
        "content/countries/cuba.yaml": "name: Cuba\ndifferent_from: milian"
      ]),
    Row("once it is published", official("visibility: draft")),
    Row("though it is gone", official("visibility: redacted\nupdated: 2023-05-01")),
    Row("or is no entity", ["content/pages/a.md": "---\ntitle: A\n---\n"] + article("Text.")),
  ]

  @Test("is an orphan", arguments: wrong)
  func isAnOrphan(_ row: Row) async throws { try await row.check(heeding: [.orphanEntity]) }

  private static let wrong = [
    Row(
      "alone", ["content/places/minsk.yaml": "1️⃣name: Minsk"], .orphanEntity,
      "nothing mentions 'Minsk', and nothing refers to it", help: "[[minsk]]"),
    Row(
      "though it refers to others",
      article("[[cuba]]") + ["content/countries/cuba.yaml": "name: Cuba"]
        + ["content/places/minsk.yaml": "1️⃣name: Minsk\ncountry: cuba"], .orphanEntity),
    Row(
      "though it speaks of itself",
      ["content/places/minsk.yaml": "1️⃣name: Minsk\nbody: Minsk is [[minsk|it]]."],
      .orphanEntity),
  ]
}
