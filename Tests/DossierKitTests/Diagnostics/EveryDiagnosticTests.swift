import Testing

@testable import DossierKit

/// One dossier for each code that there is, so that none can be added without one.
@Suite("Every diagnostic") struct EveryDiagnosticTests {
  @Test("names its place", arguments: Diagnostic.Code.allCases)
  func namesItsPlace(_ code: Diagnostic.Code) async throws {
    let (dossier, message) = code.example
    let mark: Character? = code.hasNoPlace ? nil : "1️⃣"
    try await expect(dossier, says: [Expectation(mark, code, message)])
  }
}

extension Diagnostic.Code {
  /// Whether it concerns the dossier as a whole.
  fileprivate var hasNoPlace: Bool { [.outputInContent, .foreignFile].contains(self) }

  /// A dossier in which it is the only thing wrong, at the mark 1️⃣, and a part of the message.
  fileprivate var example: (MarkedDossier, String) {
    switch self {
    case .invalidUTF8:
      (
        MarkedDossier(
          ["content/places/b.yaml": "name: B\n"],
          bytes: ["content/places/a.yaml": Array("name: ".utf8) + [0xFF]],
          marks: ["1️⃣": ("content/places/a.yaml", 6)]), "byte"
      )
    case .unexpectedFile: (MarkedDossier(["content/places/minsk.txt": "1️⃣Minsk"]), "minsk.txt")
    case .unknownFolder: (MarkedDossier(["content/place/minsk.yaml": "1️⃣name: Minsk"]), "'place'")
    case .linkLeavesContent:
      (
        MarkedDossier(
          [:], links: ["content/places/secret.yaml": "/etc/passwd"],
          marks: ["1️⃣": ("content/places/secret.yaml", 0)]), "secret.yaml"
      )
    case .fileTooLarge:
      (
        MarkedDossier(
          [:],
          bytes: [
            "content/places/a.yaml": [UInt8](repeating: 0x23, count: SourceTree.largestText + 1)
          ],
          marks: ["1️⃣": ("content/places/a.yaml", 0)]),
        "a.yaml"
      )
    case .yamlSyntax: (place("name: Minsk\nvenue: 1️⃣'open"), "")
    case .duplicateKey: (place("name: Minsk\n1️⃣name: Mensk"), "'name'")
    case .yamlTab: (place("name: Minsk\nlinks:\n1️⃣\t- url: https://example.org"), "tab")
    case .yamlAlias: (place("name: 1️⃣&m Minsk"), "")
    case .yamlDepth:
      (place("name: Minsk\nextra: \(String(repeating: "[", count: 31))1️⃣[[["), "deep")
    case .hiddenText: (place("name: Minsk 1️⃣#1"), "a comment")
    case .frontMatter: (article(whole: "1️⃣Text without front matter"), "front matter")
    case .unknownKey: (place("name: Minsk\n1️⃣contry: belarus"), "'contry'")
    case .unclearVisibility: (place("name: Minsk\n1️⃣draft: true"), "'draft'")
    case .wrongShape: (place("name: Minsk\nsummary: [a, 1️⃣b]"), "'summary'")
    case .missingField: (place("1️⃣summary: A city"), "'name'")
    case .invalidID: (place("id: 1️⃣Minsk City\nname: Minsk"), "'Minsk City'")
    case .duplicateID:
      (
        MarkedDossier([
          "content/places/a.yaml": "id: minsk\nname: Minsk",
          "content/places/b.yaml": "id: 1️⃣minsk\nname: Mensk",
        ]), "'minsk'"
      )
    case .invalidDate: (article("", date: "2023-02-1️⃣30"), "")
    case .invalidValue: (place("name: Minsk\ngeo: {lat: 1️⃣530, lon: 27}"), "530")
    case .unknownValue: (place("name: Minsk\nvisibility: 1️⃣drfat"), "drfat")
    case .emptyName: (place("name: 1️⃣'...'"), "'...'")
    case .missingMedia: (article("1️⃣![a](x.jpg)"), "x.jpg")
    case .snapshotMissing:
      (source("snapshots: [{file: 1️⃣a.pdf, sha256: \(SHA256Tests.empty)}]"), "a.pdf")
    case .snapshotChanged:
      (
        source("snapshots: [{file: a.pdf, sha256: 1️⃣\(SHA256Tests.empty)}]", file: "a.pdf"),
        "not the file"
      )
    case .snapshotUnhashed: (source("snapshots: [{file: 1️⃣a.pdf}]", file: "a.pdf"), "no hash")
    case .invalidKind:
      (
        MarkedDossier(["content/site.yaml": "title: T\nkinds: {vessel: {plural: 1️⃣Vessels!}}"]),
        "plural"
      )
    case .unknownKind:
      (
        MarkedDossier([
          "content/site.yaml":
            "title: T\nkinds: {vessel: {plural: vessels, fields: {flag: {type: ref, to: [1️⃣contry]}}}}"
        ]), "'contry'"
      )
    case .danglingReference: (place("name: Minsk\ncountry: 1️⃣belarus"), "'belarus'")
    case .wrongKind: (place("name: Minsk\ncountry: 1️⃣minsk"), "a country")
    case .ambiguousName:
      (
        article(
          "See [[1️⃣Springfield]].",
          and: [
            "content/places/a.yaml": "name: Springfield\nnames: []\ndisambiguation: one",
            "content/places/b.yaml": "name: Springfield\ndisambiguation: two",
          ]), "'a' and 'b'"
      )
    case .unpublishedReference:
      (
        article(
          "See [[1️⃣minsk]].",
          and: ["content/places/minsk.yaml": "name: Minsk\nvisibility: draft"]), "'minsk'"
      )
    case .ambiguousMention:
      (
        MarkedDossier([
          "content/places/a.yaml": "1️⃣name: Port Arthur",
          "content/places/b.yaml": "name: Port Arthur",
        ]), "'Port Arthur'"
      )
    case .rawHTML: (article("A 1️⃣<br> word"), "<br>")
    case .openComment: (article("A word 1️⃣<!-- not -- a comment -->"), "<!-- not")
    case .unsafeLink: (article("1️⃣[a](javascript:alert)"), "javascript")
    case .brokenLink: (article("1️⃣[a](nowhere.md)"), "nowhere.md")
    case .invalidMarkup: (article("See 1️⃣[[]]."), "names nothing")
    case .unknownNote: (article("A word.1️⃣[^n]"), "'n'")
    case .unusedNote: (article("A word.\n\n[^1️⃣n]: A note."), "'n'")
    case .addressConflict:
      (
        MarkedDossier([
          "content/pages/places.md": "---\n1️⃣title: P\n---\n", "content/places/a.yaml": "name: A",
        ]), "/places/"
      )
    case .template:
      (MarkedDossier(["templates/home.mustache": "{{1️⃣nothing}}"]), "nothing")
    case .outputInContent:
      {
        var dossier = MarkedDossier([:])
        dossier.output = "/dossier/content/out"
        return (dossier, "output")
      }()
    case .foreignFile: (MarkedDossier([:], bytes: ["public/index.html": [0x41]]), "index.html")
    }
  }

  private func place(_ text: String) -> MarkedDossier {
    MarkedDossier(["content/places/minsk.yaml": text])
  }

  /// A source, and an empty file of that name below `content/media/`.
  private func source(_ text: String, file: String? = nil) -> MarkedDossier {
    MarkedDossier(
      ["content/sources/wire.yaml": "title: The wire\n\(text)"],
      bytes: file.map { ["content/media/\($0)": [0x61]] } ?? [:])
  }

  private func article(whole text: String) -> MarkedDossier {
    MarkedDossier(["content/articles/talks.md": text])
  }

  private func article(
    _ body: String, date: String = "2023-05-20",
    and others: [String: String] = [:]
  ) -> MarkedDossier {
    var files = others
    files["content/articles/talks.md"] = "---\ntitle: Talks\ndate: \(date)\n---\n\(body)\n"
    return MarkedDossier(files)
  }
}
