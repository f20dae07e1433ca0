import Testing

@testable import DossierKit

@Suite("A source that is not published") struct UnpublishedSourceTests {
  private static let sources = [
    "content/sources/leaked.yaml":
      "title: Canary\nvisibility: draft\nsnapshots: [{file: mou.pdf, sha256: \(hash)}]",
    "content/sources/wire.yaml": "title: Wire",
    "content/countries/cuba.yaml": "name: Cuba",
  ]
  /// Of the one byte 0x61.
  private static let hash = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"

  private func page(_ files: [String: String]) async throws -> String {
    try #require(
      try await dossier(files).pagesWithWarnings()["articles/talks/index.html"])
  }

  private static func dossier(_ files: [String: String]) -> MarkedDossier {
    MarkedDossier(files + sources, bytes: ["content/media/mou.pdf": [0x61]])
  }

  private func dossier(_ files: [String: String]) -> MarkedDossier { Self.dossier(files) }

  @Test(
    "takes the mark of an annotation with it that says nothing else",
    arguments: ["cite: leaked", "cite: [leaked, leaked], about: cuba", "cite: leaked, type: note"])
  func takesMarks(_ annotation: String) async throws {
    let page = try await page(article("[Words]{^n} here.", "annotations: {n: {\(annotation)}}"))
    #expect(page.contains(">Words here.<"))
    #expect(!page.contains("note-text"))
    let quoted = try await self.page(
      article("Words here.", "annotations: {n: {\(annotation), on: {exact: Words}}}"))
    #expect(quoted.contains("<p>Words here.</p>"))
  }

  @Test(
    "leaves the mark of an annotation that says something",
    arguments: [
      "cite: [leaked, wire]", "cite: leaked, quote: Q", "cite: leaked, confidence: likely",
      "cite: leaked, note: N", "cite: leaked, as_stated: S", "cite: leaked, status: disputed",
      "type: claim, about: cuba, cite: leaked",
    ])
  func leavesMarks(_ annotation: String) async throws {
    let page = try await page(article("[Words]{^n} here.", "annotations: {n: {\(annotation)}}"))
    #expect(page.contains("note-text"))
  }

  @Test(
    "leaves no space where a text cites it",
    arguments: [
      ("They signed [@leaked, p. 2].", "They signed."),
      ("They signed [@leaked] and left.", "They signed and left."),
      ("They *signed* [@leaked], it is said.", "They <em>signed</em>, it is said."),
      ("They signed\n[@leaked; @leaked, p. 2].", "They signed."),
      ("They signed[@leaked].", "They signed."),
      ("They signed [@leaked] [@leaked, p. 2].", "They signed."),
    ])
  func leavesNoSpace(_ text: String, _ shown: String) async throws {
    #expect(try await page(article(text)).contains("<p>\(shown)</p>"))
  }

  @Test(
    "leaves the site as if it had never been cited, and a note that is kept back",
    arguments: [
      ("They signed ([@leaked]) in Cuba [@leaked].", "They signed in Cuba."),
      ("Of [Cuba]{^secret} [they]{^n} wrote.", "Of Cuba [they]{^n} wrote."),
      ("[They [sign]{^n}]{^secret}[^a].\n\n[^a]: ([@leaked])", "They [sign]{^n}."),
      ("Old [*Cuba*]{^secret} signed\n[@leaked]\n\n[@leaked]", "Old *Cuba* signed"),
      ("The Republic [of Cuba]{^secret} [@wire], again.", "The Republic of Cuba [@wire], again."),
      (
        "Cuba — [@leaked] — signed, [@leaked], in \"[@leaked]\" May, [@leaked].",
        "Cuba — signed, in May."
      ),
      ("\n\n1. They\n2. [@leaked]\n3. signed", "\n\n1. They\n2. signed"),
      ("\n\n## [@leaked]\n\nThey signed.", "\n\nThey signed."),
      ("They signed[ [@leaked]]{^gone}.", "They signed."),
    ])
  func leavesNoTrace(_ text: String, _ without: String) async throws {
    let site = { (body: String, notes: String) in
      try await dossier(
        article("So [it]{^n} is again. " + body, "annotations: {n: {text: B, about: cuba}\(notes)}")
          + ["content/countries/cuba.yaml": "name: Cuba\nnames: [Republic of Cuba]"]
      ).pagesWithWarnings()
    }
    let secret = text.contains("secret") ? ", secret: {text: A, status: draft}" : ""
    let gone = text.contains("gone") ? ", gone: {type: claim, text: D, about: cuba}" : ""
    let pages = try await site(
      text, secret + gone + ", q: {text: C, status: draft, on: {exact: again}}")
    let others = try await site(without, "")
    #expect(pages.keys.sorted() == others.keys.sorted())
    for (path, page) in pages { #expect(page == others[path], "\(path)") }
  }

  @Test(
    "is counted, so that nothing is said to rest alone on another that does not",
    arguments: [
      ("born: {value: 1970, cite: wire}", true),
      ("born: {value: 1970, cite: [wire, leaked]}", false),
      ("cite: [leaked, wire]", false), ("posts: [{title: Head, cite: [wire, leaked]}]", false),
      ("born: {value: 1970, cite: [wire, copy]}", false),
      ("born: {value: 1970, cite: [wire, {source: leaked, supports: context}]}", true),
    ])
  func isCounted(_ fields: String, _ isAlone: Bool) async throws {
    let copy = ["content/sources/copy.yaml": "title: Canary\nvisibility: draft\nbased_on: wire"]
    let dossier = dossier(official(fields) + copy)
    let published = try await dossier.pagesWithWarnings()
    #expect(published["sources/wire/index.html"]?.contains("_alone") == isAlone)
    for (path, text) in published { #expect(!text.contains("Canary"), "\(path)") }
  }

  @Test(
    "is counted among the sources of an article",
    arguments: [
      ("sources: [wire]", true), ("sources: [wire, leaked]", false),
      ("sources: [wire]\ncite: leaked", false),
      ("sources: [wire, {value: leaked, status: rejected, note: N.}]", true),
    ])
  func isCountedInArticles(_ fields: String, _ isAlone: Bool) async throws {
    let pages = try await dossier(article("Text.", fields)).pagesWithWarnings()
    #expect(pages["sources/wire/index.html"]?.contains("_alone") == isAlone)
  }

  @Test("is missed where nothing else supports a statement", arguments: missed)
  func isMissed(_ row: Row) async throws { try await dossier(row).check() }

  /// With the sources, and the file that is kept of one.
  private func dossier(_ row: Row) -> Row {
    Row(row.testDescription, dossier: Self.merged(row.dossier), says: row.says)
  }

  private static func merged(_ dossier: MarkedDossier) -> MarkedDossier {
    var merged = dossier
    for (path, bytes) in Self.dossier([:]).files where merged.files[path] == nil {
      merged.files[path] = bytes
    }
    return merged
  }

  private static let missed = [
    Row(
      "under a fact", official("born: {value: 1970, cite: 1️⃣leaked}"), .unpublishedSupport,
      "readers see this without a source: 'leaked' is not published", help: "'status: draft'"),
    Row(
      "under an entry",
      official(
        "posts: [{title: Head, cite: [{source: 1️⃣leaked}, {source: wire, supports: context}]}]"),
      .unpublishedSupport),
    Row(
      "where its claim is kept back",
      article("[She stole]{^z}.", "annotations: {1️⃣z: {claim: milian#c}}")
        + official("claims: [{id: c, text: A, status: draft}]"), .unpublishedSupport,
      "the dossier's own", help: "whose they are"),
    Row("under a record", official("cite: 1️⃣leaked"), .unpublishedSupport),
    Row(
      "under an annotation", article("[A]{^n}", "annotations: {n: {text: B, cite: 1️⃣leaked}}"),
      .unpublishedSupport),
    Row(
      "in a text", article("They signed [@1️⃣leaked, p. 2]."), .unpublishedSupport,
      help: "take the words out"),
    Row("in a note", article("A.[^n]\n\n[^n]: So [@1️⃣leaked]."), .unpublishedSupport),
    Row("beside another", official("born: {value: 1970, cite: [leaked, wire]}")),
    Row("beside another in a text", article("They signed [@leaked; @wire].")),
    Row("as a context", official("born: {value: 1970, cite: {source: leaked, supports: context}}")),
    Row("under a draft", official("visibility: draft\nborn: {value: 1970, cite: leaked}")),
    Row("under a draft's text", article("They signed [@leaked].", "visibility: draft")),
    Row(
      "under a fact that is a draft",
      official("born: {value: 1970, cite: leaked, status: draft}")),
    Row(
      "within an entry that is left out",
      official(
        "claims: [{text: {value: A, cite: leaked}, about: secret, cite: leaked}]")
        + ["content/places/secret.yaml": "name: S\nvisibility: draft"]),
  ]

  @Test("is not missed when drafts are shown")
  func isNotMissedInPreview() async throws {
    _ = try await dossier(article("They signed [@leaked].")).pages { $0.drafts = true }
  }

  @Test("keeps its snapshots", arguments: kept)
  func keepsItsSnapshots(_ row: Row) async throws { try await dossier(row).check() }

  private static let kept = [
    Row(
      "from links", article("See 1️⃣[the memo](media/mou.pdf)."), .heldBackFile,
      "'mou.pdf' is a snapshot of 'leaked', and that is not published",
      help: "until 'leaked' is published"),
    Row("from pictures", article("1️⃣![A](media/mou.pdf)"), .heldBackFile),
    Row("from fields", official("images: [{file: 1️⃣mou.pdf}]"), .heldBackFile),
    Row("from drafts not", article("See [it](media/mou.pdf).", "visibility: draft")),
    Row(
      "from sources of its own not",
      article("See [it](media/mou.pdf).")
        + ["content/sources/b.yaml": "title: B\nsnapshots: [{file: mou.pdf, sha256: \(hash)}]"]),
    Row(
      "that are drafts themselves",
      article("See 1️⃣[it](media/note.pdf).") + [
        "content/media/note.pdf": "a",
        "content/sources/b.yaml":
          "title: B\nsnapshots: [{file: note.pdf, sha256: \(hash), status: draft}]",
      ], .heldBackFile, "'note.pdf' is a snapshot of 'b'"),
  ]
}
