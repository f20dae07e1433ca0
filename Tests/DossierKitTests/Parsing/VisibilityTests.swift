import Testing

@testable import DossierKit

@Suite("What is kept back") struct VisibilityTests {
  @Test("is never published over a slip of the pen", arguments: slips)
  func isNotPublished(_ row: Row) async throws {
    try await row.check()
    let fileSystem = row.dossier.fileSystem
    _ = try await row.dossier.build(on: fileSystem)
    #expect(throws: (any Error).self, "an error stops the build") {
      try row.dossier.pages(on: fileSystem)
    }
  }

  private static let slips = [
    Row(
      "draft: true", place("1️⃣draft: true"), .unclearVisibility, "'draft' keeps nothing back",
      help: "write 'visibility: draft'"),
    Row(
      "draft: true of an article", article("", "1️⃣draft: true"), .unclearVisibility,
      help: "write 'visibility: draft'"),
    Row("anonymous: true", place("1️⃣anonymous: true"), .unclearVisibility),
    Row("a stage", place("1️⃣stage: draft"), .unclearVisibility, help: "'visibility: draft'"),
    Row(
      "published: false", place("1️⃣published: false"), .unclearVisibility,
      help: "'visibility: draft'"),
    Row("private: yes", place("1️⃣private: yes"), .unclearVisibility, help: "'visibility: draft'"),
    Row(
      "the key in upper case", place("1️⃣Visibility: draft"), .unclearVisibility,
      help: "'visibility: draft'"),
    Row(
      "the key misspelled", place("1️⃣visibilty: draft"), .unclearVisibility,
      help: "'visibility: draft'"),
    Row(
      "status of a page", article("", "1️⃣status: draft"), .unclearVisibility,
      help: "'visibility: draft'"),
    Row(
      "noindex: true", place("1️⃣noindex: true"), .unclearVisibility,
      help: "write 'visibility: noindex'"),
    Row(
      "redacted: true", place("1️⃣redacted: true"), .unclearVisibility,
      help: "write 'visibility: redacted'"),
    Row(
      "embargo_until", place("1️⃣embargo_until: 2024-01-01"), .unclearVisibility, help: "embargo: "),
    Row(
      "embargo misspelled", place("1️⃣embarg: 2024-01-01T00:00:00Z"), .unclearVisibility,
      help: "embargo: "),
    Row(
      "the value misspelled", place("visibility: 1️⃣drfat"), .unknownValue,
      "'visibility' cannot be 'drfat'", help: "did you mean 'draft'"),
    Row(
      "the value far from any", place("visibility: 1️⃣secret"), .unknownValue,
      help: "public, noindex, draft, redacted"),
    Row(
      "a fact's", official("born: {value: 1970, 1️⃣draft: true}"), .unclearVisibility,
      help: "write 'status: draft'"),
    Row(
      "within a position", place("geo: {lat: 11.5, lon: 12.5, 1️⃣status: draft}"),
      .unclearVisibility, "'status' keeps nothing back here", help: "of the fact or the entry"),
    Row(
      "within a citation",
      official("born: {value: 1970, cite: [{source: s, 1️⃣status: draft}]}")
        + ["content/sources/s.yaml": "title: S"],
      .unclearVisibility, help: "beside its 'value'"),
    Row(
      "within what an annotation is on",
      article("x y", "annotations: {k: {on: {exact: x y, 1️⃣internal: no}, text: T}}"),
      .unclearVisibility, help: "write 'internal' beside the fields of the page"),
    Row(
      "among identifiers", official("identifiers: {wikidata: Q1, 1️⃣internal: call Ana}"),
      .unclearVisibility, help: "write 'internal' beside the fields of the page"),
    Row(
      "the status of an identifier", official("identifiers: {wikidata: Q1, 1️⃣status: draft}"),
      .unclearVisibility, help: "beside its 'value'"),
    Row(
      "among free data", official("extra: {1️⃣internal: SECRET}"), .unclearVisibility,
      help: "write 'internal' beside the fields of the page"),
    Row(
      "a fact's key misspelled", official("born: {value: 1970, 1️⃣statuss: draft}"),
      .unclearVisibility, help: "'status: draft'"),
    Row(
      "a fact's value misspelled", official("born: {value: 1970, status: 1️⃣drafft}"), .unknownValue,
      help: "'draft'"),
    Row(
      "an entry's", official("posts: [{title: A, 1️⃣visibility: draft}]"), .unclearVisibility,
      help: "write 'status: draft'"),
    Row(
      "an embargo without a time", place("embargo: 1️⃣2024-01-01"), .invalidTime, "'2024-01-01'",
      help: "2024-01-01T12:00:00Z"),
    Row(
      "an embargo without an offset", place("embargo: 1️⃣2024-01-01T06:00:00"), .invalidTime,
      help: "offset"),
    Row("an embargo in words", place("embargo: 1️⃣next week"), .invalidTime, "'next week'"),
    Row(
      "draft: false", article("", "1️⃣draft: false"), .unclearVisibility, help: "delete the line"),
    Row("draft: no", place("1️⃣draft: no"), .unclearVisibility, help: "delete the line"),
    Row(
      "published: true", place("1️⃣published: true"), .unclearVisibility, help: "delete the line"),
    Row(
      "status: publish", article("", "1️⃣status: publish"), .unclearVisibility,
      help: "delete the line"),
    Row(
      "embargo_until a day", place("1️⃣embargo_until: 2030-01-01"), .unclearVisibility,
      help: "write 'embargo: 2030-01-01T00:00:00Z', with the hour"),
    Row(
      "embargo_until a moment", place("1️⃣embargo_until: 2030-01-01 06:00:00+02:00"),
      .unclearVisibility, help: "write 'embargo: 2030-01-01T06:00:00+02:00'"),
    Row("embargoed", place("1️⃣embargoed: true"), .unclearVisibility, help: "write 'embargo: …'"),
    Row(
      "a day to publish it on", article("", "1️⃣publishDate: 2030-01-01"), .unclearVisibility,
      help: "write 'embargo: 2030-01-01T00:00:00Z'"),
    Row(
      "a day to publish it on, in other letters", place("1️⃣publish_date: 2030-01-01T06:00:00Z"),
      .unclearVisibility, help: "write 'embargo: 2030-01-01T06:00:00Z'"),
    Row(
      "published on a day to come", article("", "1️⃣published: 2030-01-01"), .unclearVisibility,
      help: "write 'embargo: 2030"),
    Row(
      "a day to take it down on", article("", "1️⃣expiryDate: 2024-01-01"), .unclearVisibility,
      help: "nothing expires"),
    Row(
      "confidential", place("1️⃣confidential: true"), .unclearVisibility,
      help: "write 'visibility: draft'"),
    Row("secret", place("1️⃣secret: true"), .unclearVisibility, help: "'visibility: draft'"),
    Row(
      "unlisted", article("", "1️⃣unlisted: true"), .unclearVisibility,
      help: "write 'visibility: noindex'"),
    Row(
      "private, with words", place("1️⃣private: Ask again"), .unclearVisibility,
      help: "write 'internal'"),
    Row(
      "state: draft", article("", "1️⃣state: draft"), .unclearVisibility,
      help: "'visibility: draft'"),
    Row(
      "build: {render: never}", article("", "1️⃣build: {render: never}"), .unclearVisibility,
      help: "'visibility: draft'"),
    Row(
      "the status of a source's address",
      ["content/sources/wire.yaml": "title: W\n1️⃣status: deleted"], .unclearVisibility,
      help: "write 'url_status: dead'"),
    Row(
      "drafts in the settings", ["content/site.yaml": "title: T\n1️⃣drafts: true"],
      .unclearVisibility, help: "'--drafts' shows them"),
    Row(
      "visibility in the settings", ["content/site.yaml": "title: T\n1️⃣visibility: draft"],
      .unclearVisibility, help: "in the files that are drafts"),
    Row(
      "a folder of drafts",
      ["content/articles/drafts/talks.md": "---\n1️⃣title: Talks\ndate: 2023-05-20\n---\n"],
      .unclearVisibility, "the folder 'drafts' keeps nothing back",
      help: "add 'visibility: draft'"),
    Row(
      "a folder within", ["content/places/eu/_private/north/minsk.yaml": "1️⃣name: Minsk"],
      .unclearVisibility, "'_private'"),
    Row(
      "a folder with several in a file",
      ["content/places/WIP/all.yaml": "id: a\nname: A\nvisibility: draft\n---\n1️⃣id: b\nname: B"],
      .unclearVisibility, "'WIP'"),
  ]

  @Test("is known where a file in such a folder says who may see it, and where days have come")
  func isKnown() async throws {
    for fields in ["visibility: draft", "visibility: public", "embargo: 2022-01-01T00:00:00Z"] {
      _ = try await MarkedDossier(["content/places/drafts/minsk.yaml": "name: Minsk\n" + fields])
        .pages()
    }
    try await expect(
      MarkedDossier(article("", "1️⃣publishDate: 2020-01-01")),
      says: [Expectation("1️⃣", .unknownKey, help: "'date'")])
    try await expect(
      MarkedDossier(article("", "1️⃣published: 2020-01-01")),
      says: [Expectation("1️⃣", .unknownKey, help: "write 'date'")])
  }

  @Test("says when it was taken down", arguments: removals)
  func saysWhenItWasTakenDown(_ row: Row) async throws { try await row.check() }

  private static let removals = [
    Row("with a date", place("visibility: redacted\nupdated: 2023-05-01")),
    Row("with a month", place("visibility: redacted\nupdated: {value: 2023-05, note: So.}")),
    Row(
      "without a date", place("visibility: 1️⃣redacted"), .undatedRemoval,
      "'minsk' was taken down, and nothing says when", help: "add 'updated: YYYY-MM-DD'"),
    Row(
      "with other dates", article("", "visibility: 1️⃣redacted\ncreated: 2020-01-01"),
      .undatedRemoval),
    Row(
      "on a day that is not known", place("visibility: 1️⃣redacted\nupdated: unknown"),
      .undatedRemoval),
    Row(
      "on a day that was rejected",
      place("visibility: 1️⃣redacted\nupdated: {value: 2023, status: rejected, note: No.}"),
      .undatedRemoval),
    Row("with a wrong date", place("visibility: redacted\nupdated: 1️⃣May"), .invalidDate),
    Row("as a draft", place("visibility: draft")),
  ]

  @Test(
    "depends on the moment of the build, noon of 1 June 2023 in UTC",
    arguments: [
      ("embargo: 2023-06-01T12:00:00Z", true),
      ("embargo: 2023-06-01T12:00:01Z", false),
      ("embargo: 2023-06-01T15:00:00+03:00", true),
      ("embargo: 2023-06-01T15:00:01+03:00", false),
      ("embargo: 2023-06-01T11:59:59-01:00", false),
      ("embargo: 2023-06-02T01:30:00+14:00", true),
      ("embargo: 2023-05-31T23:59:59-12:00", true),
      ("embargo: 2022-01-01T00:00:00Z\nvisibility: draft", false),
      ("embargo: 2022-01-01T00:00:00Z\nvisibility: noindex", true),
      ("visibility: public", true),
      ("visibility: draft", false),
      ("visibility: noindex", true),
      ("visibility: redacted\nupdated: 2023-05-01", true),
    ])
  func dependsOnTheMoment(fields: String, isPublished: Bool) async throws {
    let dossier = MarkedDossier(place(fields))
    let pages = try await dossier.pages()
    #expect((pages["places/minsk/index.html"] != nil) == isPublished)
    #expect((pages["places/index.html"] != nil) == isPublished)
    if !isPublished {
      for (path, text) in pages {
        #expect(!path.contains("minsk") && !text.contains("minsk") && !text.contains("Minsk"))
      }
    }
    #expect(try await dossier.pages { $0.drafts = true }["places/minsk/index.html"] != nil)
  }
}
