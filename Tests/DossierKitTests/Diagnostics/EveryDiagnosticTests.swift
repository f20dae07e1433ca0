import Markdown
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
  fileprivate var hasNoPlace: Bool {
    [.outputInContent, .foreignFile, .changedFile, .overwrittenFile, .leftAlone].contains(self)
  }

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
    case .yamlTag: (place("name: 1️⃣!m Minsk"), "'!m'")
    case .yamlKey: (place("name: Minsk\n1️⃣[a]: b"), "a key")
    case .controlCharacter: (place("name: Minsk\nsummary: 1️⃣\"a\\x07\""), "U+0007")
    case .directionControl: (place("name: Mi1️⃣\u{202E}nsk"), "U+202E RIGHT-TO-LEFT OVERRIDE")
    case .yamlDepth:
      (place("name: Minsk\nextra: \(String(repeating: "[", count: 31))1️⃣[[["), "deep")
    case .hiddenText: (place("name: Minsk 1️⃣#1"), "a comment")
    case .brokenList: (place("name: Minsk\ntags:\n  1️⃣-towns"), "'-towns'")
    case .commaList: (place("name: Minsk\ntags: 1️⃣towns, harbours"), "'towns, harbours'")
    case .redactedName:
      (
        article(
          "1️⃣Monica Milian came.",
          and: [
            "content/officials/milian.yaml":
              "name: Monica Milian\nvisibility: redacted\nupdated: 2023-05-01"
          ]), "'Monica Milian'"
      )
    case .unusedMedia:
      (
        MarkedDossier(
          [:], bytes: ["content/media/a.pdf": [0x41]],
          marks: ["1️⃣": ("content/media/a.pdf", 0)]), "'media/a.pdf'"
      )
    case .selfRelation:
      (place("name: Minsk\nrelations: [{type: related-to, to: 1️⃣minsk}]"), "'minsk'")
    case .splitValue: (place("name: Minsk\nlinks: [{url: 'https://a.org', title: A, 1️⃣b}]"), "'b'")
    case .frontMatter: (article(whole: "1️⃣Text without front matter"), "front matter")
    case .unclosedFrontMatter: (article(whole: "1️⃣---\ntitle: Talks"), "does not end")
    case .emptyFile: (place("1️⃣"), "empty")
    case .noFields: (place("1️⃣- Minsk"), "a list")
    case .bodyTwice:
      (
        MarkedDossier(["content/places/minsk.md": "---\nname: Minsk\nbody: 1️⃣A city\n---\nA city"]),
        "'body'"
      )
    case .unknownKey: (place("name: Minsk\n1️⃣contry: belarus"), "'contry'")
    case .unclearVisibility: (place("name: Minsk\n1️⃣draft: true"), "'draft'")
    case .undatedRemoval: (place("name: Minsk\nvisibility: 1️⃣redacted"), "'minsk'")
    case .unpublishedSupport:
      (
        article(
          "They signed [@1️⃣wire].",
          and: ["content/sources/wire.yaml": "title: W\nvisibility: draft"]), "'wire'"
      )
    case .heldBackMark:
      (
        article(
          "See 1️⃣[[wire for it.",
          and: ["content/sources/wire.yaml": "title: W\nvisibility: draft"]), "'wire'"
      )
    case .heldBackFile:
      (
        MarkedDossier(
          [
            "content/sources/wire.yaml": "title: W\nvisibility: draft\nsnapshots: [a.pdf]",
            "content/articles/talks.md":
              "---\ntitle: Talks\ndate: 2023-05-20\n---\nSee 1️⃣[it](media/a.pdf).",
          ], bytes: ["content/media/a.pdf": [0x61]]), "'a.pdf'"
      )
    case .wrongShape: (place("name: Minsk\nsummary: [1️⃣[a]]"), "'summary'")
    case .missingField: (place("name: Minsk\nlinks: [1️⃣{title: A}]"), "'url'")
    case .missingName: (place("1️⃣summary: A city"), "'name'")
    case .factWithoutValue: (place("name: Minsk\nsummary: 1️⃣{confidence: likely}"), "'summary'")
    case .severalValues: (place("name: Minsk\nsummary: [a, 1️⃣b]"), "'summary'")
    case .rejectedWithoutNote:
      (place("name: Minsk\nsummary: {value: A, status: 1️⃣rejected}"), "'note'")
    case .citationWithoutSource: (place("name: Minsk\ncite: 1️⃣{at: p. 3}"), "'source'")
    case .claimAboutNobody:
      (article("[A]{^c}", front: "annotations: {1️⃣c: {type: claim, text: B}}"), "'c'")
    case .emptyAnnotation:
      (article("[A]{^n}", front: "annotations: {1️⃣n: {type: note}}"), "'n' says nothing")
    case .speakerWithoutClaim:
      (
        article("[A]{^n}", front: "annotations: {n: {text: B, attributed_to: 1️⃣talks}}"), "'n'"
      )
    case .missingID: (place("id: a\nname: A\n---\n1️⃣name: B"), "'id'")
    case .duplicateEntryID:
      (place("name: A\nclaims: [{id: a, text: A}, {id: 1️⃣a, text: B}]"), "'a' is taken")
    case .invalidID: (place("id: 1️⃣Minsk City\nname: Minsk"), "'Minsk City'")
    case .duplicateID:
      (
        MarkedDossier([
          "content/places/a.yaml": "id: minsk\nname: Minsk",
          "content/places/b.yaml": "id: 1️⃣minsk\nname: Mensk",
        ]), "'minsk'"
      )
    case .invalidDate: (article("", date: "2023-02-1️⃣30"), "")
    case .spanAsBound:
      (place("name: A\nrelations: [{type: trains, to: minsk, start: 1️⃣2019/2020}]"), "'start'")
    case .notADay: (article("", date: "1️⃣2023-02"), "a day")
    case .invalidTime: (place("name: Minsk\nembargo: 1️⃣2023-02-01"), "2023-02-01")
    case .invalidLanguage: (article("", front: "lang: 1️⃣English"), "'English'")
    case .invalidNumber:
      (
        MarkedDossier(["content/equipment/gun.yaml": "name: Gun\noperators: [{quantity: 1️⃣few}]"]),
        "'few'"
      )
    case .invalidFlag:
      (MarkedDossier(["content/officials/m.yaml": "name: M\ndeceased: 1️⃣maybe"]), "'deceased'")
    case .invalidAddress: (place("name: Minsk\nlinks: 1️⃣example.org"), "'example.org'")
    case .invalidPosition: (place("name: Minsk\ngeo: {lat: 1️⃣530, lon: 27}"), "530")
    case .invalidFileName: (place("name: Minsk\nimages: 1️⃣../a.jpg"), "'../a.jpg'")
    case .unknownValue: (place("name: Minsk\nvisibility: 1️⃣drfat"), "drfat")
    case .emptyName: (place("name: 1️⃣'...'"), "'...'")
    case .emptyTag: (place("name: Minsk\ntags: 1️⃣'!!!'"), "'!!!'")
    case .longName:
      (place("name: A\nnames: [1️⃣\(String(repeating: "long ", count: 1000))]"), "1000 words")
    case .longDisambiguation:
      (
        place("name: A\ndisambiguation: 1️⃣" + String(repeating: "a", count: 91)), "91"
      )
    case .missingMedia: (article("1️⃣![a](x.jpg)"), "x.jpg")
    case .invalidHash:
      (source("snapshots: [{file: a.pdf, sha256: 1️⃣0815}]", file: "a.pdf"), "'0815'")
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
    case .invalidField: (kind("imo: 1️⃣{label: IMO}"), "'imo'")
    case .unknownFieldType: (kind("imo: 1️⃣txet"), "'txet'")
    case .invalidRelation:
      (
        MarkedDossier(["content/site.yaml": "title: T\nrelations: {commands: 1️⃣{label: A}}"]),
        "'inverse'"
      )
    case .linkForID: (place("name: Minsk\ncountry: 1️⃣[[belarus]]"), "'country'")
    case .unknownEntry:
      (
        MarkedDossier([
          "content/officials/m.yaml": "name: M",
          "content/events/e.yaml": "name: E\nparticipants: [{who: m, as: 1️⃣head}]",
        ]), "'head'"
      )
    case .unknownClaim: (place("name: Minsk\nbody: A [[minsk#1️⃣a]]."), "'a'")
    case .invalidClaim: (article("[A]{^c}", front: "annotations: {c: {claim: 1️⃣talks}}"), "'talks'")
    case .unknownRelation: (place("name: A\nrelations: [{type: 1️⃣tranis, to: minsk}]"), "'tranis'")
    case .wrongRelationEnd:
      (
        MarkedDossier([
          "content/site.yaml": "title: T\nrelations: {leads: {inverse: led by, from: [official]}}",
          "content/places/minsk.yaml": "name: Minsk\nrelations: [{type: 1️⃣leads, to: minsk}]",
        ]), "'leads' leads from an official"
      )
    case .undatedRelation:
      (place("name: A\nrelations: [{type: relative-of, to: minsk, start: 1️⃣2020}]"), "no dates")
    case .referenceCycle: (place("name: A\nwithin: 1️⃣minsk"), "'within'")
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
          "content/places/a.yaml": "name: 1️⃣Port Arthur\ndifferent_from: b",
          "content/places/b.yaml": "name: Port Arthur",
        ]), "'Port Arthur'"
      )
    case .pinnedTwice:
      (
        MarkedDossier([
          "content/places/a.yaml": "name: Port Arthur",
          "content/articles/talks.md":
            "---\ntitle: Talks\ndate: 2023-05-20\nmentions: {pin: {Arthur: a, 1️⃣arthur: talks}}\n---\n",
        ]), "'arthur'"
      )
    case .rawHTML: (article("A 1️⃣<br> word"), "<br>")
    case .openComment: (article("A word 1️⃣<!-- not -- a comment -->"), "<!-- not")
    case .unsafeLink: (article("1️⃣[a](javascript:alert)"), "javascript")
    case .brokenLink: (article("1️⃣[a](nowhere.md)"), "nowhere.md")
    case .brokenAnchor: (article("1️⃣[a](#nowhere)"), "'#nowhere'")
    case .foreignMarkup: (article("A 1️⃣==word== b."), "'==word=='")
    case .unfinishedMarkup: (article("A 1️⃣**word b."), "'**'")
    case .unintendedCode: (article("    1️⃣A word."), "'A word.'")
    case .foreignImage: (article("1️⃣![a](https://a.org/b.jpg)"), "another host")
    case .emptyLink: (article("See 1️⃣[[]]."), "names nothing")
    case .brokenCitation:
      (
        article("A 1️⃣(@wire, p. 3).", and: ["content/sources/wire.yaml": "title: W"]),
        "'wire' is a source"
      )
    case .duplicateNote: (article("A.[^n]\n\n[^n]: B.\n\n[^1️⃣n]: C."), "'n'")
    case .markdownLimit:
      (article(String(repeating: "> ", count: Document.nestingLimit) + "1️⃣> deep"), "nested")
    case .unknownNote: (article("A word.1️⃣[^n]"), "'n'")
    case .unusedNote: (article("A word.\n\n[^1️⃣n]: A note."), "'n'")
    case .literalCitation:
      (
        article("A 1️⃣[see @wire].", and: ["content/sources/wire.yaml": "title: W"]), "'@wire'"
      )
    case .misplacedMark: (article("A [b 1️⃣[^n]](https://a.example/)."), "'[^n]'")
    case .unknownAnnotation: (article("[A]{^1️⃣n}"), "'n'")
    case .unusedAnnotation: (article("A word.", front: "annotations: {1️⃣n: A note}"), "'n'")
    case .quoteNotFound:
      (
        article("The words.", front: "annotations: {q: {text: A, on: {exact: 1️⃣a word}}}"),
        "'a word'"
      )
    case .quoteAmbiguous:
      (
        article("A word, a word.", front: "annotations: {q: {text: A, on: {exact: 1️⃣word}}}"),
        "twice"
      )
    case .addressConflict:
      (
        MarkedDossier([
          "content/pages/places.md": "---\n1️⃣title: P\n---\n", "content/places/a.yaml": "name: A",
        ]), "/places/"
      )
    case .template:
      (MarkedDossier(["templates/home.mustache": "{{1️⃣nothing}}"]), "nothing")
    case .unusedTemplate:
      (MarkedDossier(["templates/officials.mustache": "1️⃣{{nothing}}"]), "'officials'")
    case .outputInContent:
      {
        var dossier = MarkedDossier([:])
        dossier.output = "/dossier/content/out"
        return (dossier, "output")
      }()
    case .foreignFile: (MarkedDossier([:], bytes: ["public/index.html": [0x41]]), "index.html")
    case .leftAlone:
      (MarkedDossier([:], bytes: ["public/old/index.html": [0x41]]), "'old' in '/dossier/public'")
    case .overwrittenFile:
      {
        let record = OutputPath("index.html").map {
          OutputRecord(path: $0, fingerprint: Fingerprint([0x42]), size: 1, modified: -1)
        }
        let manifest = Manifest(output: "/dossier/public", records: record.map { [$0] } ?? [])
        let name = Fingerprint(Array("/dossier/public".utf8)).hexadecimal
        return (
          MarkedDossier(
            [:],
            bytes: [
              "public/index.html": [0x41],
              ".dossier/outputs/\(name)": manifest.bytes,
            ]), "'index.html' in '/dossier/public' was changed"
        )
      }()
    case .changedFile:
      {
        let output = "/dossier/public"
        let record = OutputPath("old.html").map {
          OutputRecord(path: $0, fingerprint: Fingerprint([0x42]), size: 1, modified: -1)
        }
        let manifest = Manifest(output: output, records: record.map { [$0] } ?? [])
        let name = Fingerprint(Array(output.utf8)).hexadecimal
        return (
          MarkedDossier(
            [:],
            bytes: ["public/old.html": [0x41], ".dossier/outputs/\(name)": manifest.bytes]),
          "old.html"
        )
      }()
    case .unsourcedStatement:
      (
        MarkedDossier([
          "content/site.yaml":
            """
          title: T
          kinds: {agent: {plural: agents, fields: {died: date, cover: {type: text, sensitive: challenge}}}}
          """,
          "content/agents/a.yaml": "name: Ann Lee\ncover: 1️⃣trade attaché",
        ]), "'cover' of the living needs a source"
      )
    case .reversedDates:
      (
        official("posts: [{title: Head, start: 2020, end: 1️⃣2019}]"),
        "'end' is '2019', which is before 'start', '2020'"
      )
    case .outsideLife:
      (official("born: 1970\nranks: [{rank: Colonel, seen: 1️⃣1969}]"), "before '1970', the birth")
    case .endedYetCurrent:
      (
        official("posts: [{title: Head, end: 2020, state: 1️⃣current}]"),
        "'end' is '2020', which has passed"
      )
    case .futureDate:
      (
        official("reply: {sought: 1️⃣2030-01-01, status: pending}"),
        "'sought' in 'reply' is '2030-01-01', which is yet to come"
      )
    case .missingAlt:
      (
        MarkedDossier([
          "content/places/minsk.yaml": "name: Minsk\nimages: [1️⃣{file: a.jpg}]",
          "content/media/a.jpg": "J",
        ]), "'a.jpg' has no words"
      )
    case .emptyCorrection:
      (official("corrections: [1️⃣{date: 2023-01-01}]"), "a correction says 'what'")
    case .postNotHeld:
      (
        MarkedDossier([
          "content/officials/milian.yaml":
            "name: Monica Milian\nposts: [{id: head, title: Head, end: 2020}]",
          "content/events/fair.yaml":
            "name: Fair\ndate: 2023-05-18\nparticipants: [{who: milian, as: 1️⃣head}]",
        ]), "as 'head', a post that ends '2020'"
      )
    case .citedTooEarly:
      (
        MarkedDossier([
          "content/events/fair.yaml":
            "name: Fair\ndate: {value: 2023-05-18, cite: 1️⃣wire}\noutcomes: Much.",
          "content/sources/wire.yaml": "title: Wire\npublished: 2023-05-17",
        ]), "'wire' was published on '2023-05-17'"
      )
    case .competingValues:
      (
        official("gender: [{value: female}, 1️⃣{value: woman}]"),
        "'gender' holds one value, and two are accepted, 'female' and 'woman'"
      )
    case .falseCorroboration:
      (
        MarkedDossier([
          "content/officials/milian.yaml":
            "name: Monica Milian\nborn: {value: 1970, cite: [a, 1️⃣b]}",
          "content/sources/a.yaml": "title: A\nbased_on: wire",
          "content/sources/b.yaml": "title: B\nbased_on: wire",
          "content/sources/wire.yaml": "title: Wire",
        ]), "'b' adds nothing to 'a': both go back to 'wire'"
      )
    case .uncitedAttribution: (article("1️⃣Reportedly, they met."), "'Reportedly'")
    case .unarchivedSource:
      (
        MarkedDossier([
          "content/sources/wire.yaml": "title: Wire\nurl: 1️⃣https://example.org/1"
        ]), "'https://example.org/1'"
      )
    case .unusedSource: (MarkedDossier(["content/sources/wire.yaml": "1️⃣title: Wire"]), "'wire'")
    case .orphanEntity: (place("1️⃣name: Minsk"), "'Minsk'")
    case .duplicateIdentifier:
      (
        MarkedDossier([
          "content/places/a.yaml": "name: Minsk\nidentifiers: {wikidata: Q2280}",
          "content/places/b.yaml": "name: Mensk\nidentifiers: {wikidata: 1️⃣Q2280}",
        ]), "'wikidata: Q2280' is also the identifier of 'a'"
      )
    case .possibleDuplicate:
      (
        MarkedDossier([
          "content/officials/a.yaml": "name: Monica Milian",
          "content/officials/b.yaml": "name: 1️⃣Milián Mónica",
        ]), "'b' may be 'a'"
      )
    case .unrecordedSnapshot:
      (
        MarkedDossier(
          [:], bytes: ["content/media/snapshots/a.html": [0x41]],
          marks: ["1️⃣": ("content/media/snapshots/a.html", 0)]), "'snapshots/a.html'"
      )
    case .notIgnorable:
      (place("name: Minsk\nlint: {ignore: [{code: 1️⃣yaml-syntax, reason: R}]}"), "no lint")
    case .unusedIgnore:
      (
        place("name: Minsk\nlint: {ignore: [{code: 1️⃣reversed-dates, reason: R}]}"),
        "'reversed-dates' is ignored here"
      )
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

  private func kind(_ field: String) -> MarkedDossier {
    MarkedDossier([
      "content/site.yaml": "title: T\nkinds: {vessel: {plural: vessels, fields: {\(field)}}}"
    ])
  }

  private func official(_ fields: String) -> MarkedDossier {
    MarkedDossier(["content/officials/milian.yaml": "name: Monica Milian\n\(fields)"])
  }

  private func article(whole text: String) -> MarkedDossier {
    MarkedDossier(["content/articles/talks.md": text])
  }

  private func article(
    _ body: String, date: String = "2023-05-20", front: String = "",
    and others: [String: String] = [:]
  ) -> MarkedDossier {
    var files = others
    files["content/articles/talks.md"] =
      "---\ntitle: Talks\ndate: \(date)\n\(front)\n---\n\(body)\n"
    return MarkedDossier(files)
  }
}
