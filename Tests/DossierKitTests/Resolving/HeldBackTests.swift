import Testing

@testable import DossierKit

/// What is not published leaves no trace: each dossier holds the word `canary` in what is held back alone.
@Suite("What is held back") struct HeldBackTests {
  @Test(
    "leaves no byte in the output",
    arguments: [
      Case(
        "the key of a draft post",
        [
          "content/officials/ana.yaml":
            "name: Ana Pérez\nposts: [{id: canary, title: A, status: draft}, {title: B}]",
          "content/events/fair.yaml": "name: Fair\nparticipants: [{who: ana, as: canary}]",
        ]),
      Case(
        "the key of a draft claim, in a link",
        [
          "content/officials/ana.yaml":
            "name: Ana Pérez\nclaims: [{id: canary, text: A, status: draft}]\nbody: See [[ivan#canary|it]].",
          "content/officials/ivan.yaml":
            "name: Ivan Sokolov\nclaims: [{id: canary, text: A, status: draft}]",
        ]),
      Case(
        "the sources of a claim whose words are a draft",
        [
          "content/officials/ana.yaml":
            "name: Ana Pérez\nclaims: [{text: {value: A, status: draft}, cite: wire#canary}]",
          "content/sources/wire.yaml": "title: Wire",
        ]),
      Case(
        "a claim whose only subject is a draft, which would read as one about its page",
        [
          "content/officials/ana.yaml":
            "name: Ana Pérez\nclaims: [{text: canary, about: {value: bob, status: draft}}]",
          "content/officials/bob.yaml": "name: Bob Dee",
        ]),
      Case(
        "an annotation about a draft",
        [
          "content/officials/nobody.yaml": "name: N\nvisibility: draft",
          "content/articles/talks.md":
            "---\ntitle: T\ndate: 2023-05-20\nannotations: {n: {text: canary, about: [nobody]}}\n---\n[A]{^n}",
        ]),
      Case(
        "a draft annotation",
        [
          "content/articles/talks.md":
            "---\ntitle: T\ndate: 2023-05-20\nannotations: {n: {text: canary, status: draft}}\n---\n[A]{^n}"
        ]),
      Case(
        "the former id of what was removed",
        [
          "content/officials/gone.yaml":
            "name: N\nvisibility: redacted\nupdated: 2023-05-01\nformerly: [canary]"
        ]),
      Case(
        "what was removed before its day",
        [
          "content/officials/canary.yaml":
            "name: N\nvisibility: redacted\nembargo: 2099-01-01T00:00:00Z\nupdated: 2023-05-01"
        ]),
      Case(
        "a link to where a draft claim would stand, on its own page",
        [
          "content/officials/ana.yaml":
            "name: Ana Pérez\nclaims: [{id: canary, text: A, status: draft}]\nbody: '[A](#_claims_canary) [b](#canary)'"
        ]),
      Case(
        "comments in a text",
        [
          "content/places/minsk.yaml":
            "name: Minsk\nbody: |\n  A <!-- canary --> b.\n\n  <!--\n  canary\n\n  canary -->"
        ]),
      Case(
        "comments that are definitions of links",
        [
          "content/places/minsk.yaml":
            "name: Minsk\nbody: |\n  [//]: # (canary)\n\n  [//] or [a][Comment].\n\n  [comment]: <canary>"
        ]),
    ])
  func leavesNoByte(_ example: Case) async throws {
    for (path, text) in try await MarkedDossier(example.files).pages() {
      #expect(!path.contains("canary"), "\(path)")
      #expect(!text.contains("canary"), "\(path)")
    }
  }

  @Test("goes alone where the rest of a claim stands without it, so that a text still leads there")
  func keepsClaimsOfSpeakersHeldBack() async throws {
    let pages = try await MarkedDossier([
      "content/officials/ana.yaml":
        "name: Ana Pérez\nclaims: [{id: calls, text: A, attributed_to: [{value: ivan, status: draft}]}]",
      "content/officials/ivan.yaml": "name: Ivan Sokolov\nbody: See [[ana#calls|it]].",
    ]).pages()
    #expect(pages["officials/ivan/index.html"]?.contains("#_claims_calls") == true)
  }

  @Test("does not tell on a tombstone when a draft says it was removed")
  func keepsDraftDatesOffTombstones() async throws {
    let pages = try await MarkedDossier([
      "content/officials/gone.yaml":
        "name: N\nvisibility: redacted\nupdated: {value: 2021-02-03, status: draft}"
    ]).pagesWithWarnings()
    #expect(pages["officials/gone/index.html"]?.contains("2021") == false)
  }

  @Test("keeps media behind that only drafts show, and no other")
  func withholdsMedia() async throws {
    let dossier = MarkedDossier(
      [
        "content/officials/ana.yaml": "name: A\nimages: [shown.jpg]",
        "content/officials/ivan.yaml":
          "name: I\nvisibility: draft\nimages: [canary.jpg, shown.jpg]",
        "content/articles/talks.md":
          "---\ntitle: T\ndate: 2023-05-20\nvisibility: draft\n---\n![c](media/text-canary.jpg)",
      ],
      bytes: [
        "content/media/shown.jpg": [1], "content/media/canary.jpg": [2],
        "content/media/text-canary.jpg": [3], "content/media/unnamed.pdf": [4],
      ])
    let media = try await dossier.pages().keys.filter { $0.hasPrefix("media/") }.sorted()
    #expect(media == ["media/shown.jpg", "media/unnamed.pdf"])
  }

  @Test(
    "keeps media behind that a draft names in whatever way, if nothing else does",
    arguments: [
      ("extra: {scan: [a.pdf]}", "", true), ("# see media/a.pdf.", "", true),
      ("internal: 'a.pdf'", "", true), ("body: '<img src=\"media/a.pdf\">'", "", true),
      ("summary: See a.pdf", "body: It is at https://a.example/media/a.pdf today.", false),
      ("summary: See aa.pdf or a.pdfx", "", false),
    ])
  func withholdsWhatDraftsName(_ draft: String, _ other: String, _ isKept: Bool) async throws {
    let dossier = MarkedDossier(
      [
        "content/officials/ana.yaml": "name: A\nvisibility: draft\n\(draft)",
        "content/officials/ivan.yaml": "name: I\n\(other)",
      ], bytes: ["content/media/a.pdf": [1]])
    let media = try await dossier.pagesWithWarnings().keys.filter { $0.hasPrefix("media/") }
    #expect(media.isEmpty == isKept)
  }

  @Test(
    "keeps media behind whose names are several words",
    arguments: [
      ("the (leaked) memo.pdf", "see media/the (leaked) memo.pdf.", "", true),
      ("the (leaked) memo.pdf", "see the (leaked) memo.pdf", "the (leaked) memo.pdf", false),
      ("the (leaked) memo.pdf", "see the%20(leaked)%20memo.pdf", "", true),
      ("the memo.pdf", "see the%20memo.pdf", "", true), ("the memo.pdf", "see memo.pdf", "", false),
      ("a, b.pdf", "b.pdf, b.pdf. A, b.pdf: a, b.pdf", "", true), ("memo.", "the memo.", "", true),
    ])
  func withholdsNamesOfWords(
    _ name: String, _ draft: String, _ other: String, _ isKept: Bool
  ) async throws {
    let dossier = MarkedDossier(
      [
        "content/officials/ana.yaml": "name: A\nvisibility: draft\ninternal: '\(draft)'",
        "content/officials/ivan.yaml": "name: I\nsummary: '\(other)'",
      ], bytes: ["content/media/\(name)": [1]])
    let media = try await dossier.pagesWithWarnings().keys.filter { $0.hasPrefix("media/") }
    #expect(media.isEmpty == isKept)
  }

  @Test("publishes media that a note of an annotation links to")
  func publishesMediaOfNotes() async throws {
    let files = article("[A]{^n}", "annotations: {n: {text: B, note: '[C](media/a.pdf)'}}")
    for (visibility, isShown) in [("public", true), ("draft", false)] {
      var dossier = MarkedDossier(files, bytes: ["content/media/a.pdf": [1]])
      let path = "content/articles/talks.md"
      dossier.files[path] = Array(
        String(decoding: dossier.files[path] ?? [], as: UTF8.self)
          .replacing("title:", with: "visibility: \(visibility)\ntitle:").utf8)
      #expect(try await (dossier.pages()["media/a.pdf"] != nil) == isShown)
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let files: [String: String]

    init(_ name: String, _ files: [String: String]) {
      testDescription = name
      self.files = files
    }
  }
}
