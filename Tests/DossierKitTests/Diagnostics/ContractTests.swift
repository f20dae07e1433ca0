import Testing

@testable import DossierKit

/// The contract of what authors write, sentence by sentence: whatever it calls wrong has a code of its own.
///
/// A sentence that is quoted here as it stands can be ticked off. What no sentence speaks of is below it.
@Suite("The contract") struct ContractTests {
  /// A sentence, or the part of a table, that promises an error or a warning; and what is wrong by it.
  struct Promise: Sendable, CustomTestStringConvertible {
    let sentence: String
    let code: Diagnostic.Code
    let severity: Diagnostic.Severity
    let dossier: MarkedDossier
    var testDescription: String { "\(code.rawValue): \(sentence)" }

    init(
      _ sentence: String, _ code: Diagnostic.Code, _ files: [String: String],
      _ severity: Diagnostic.Severity = .error
    ) {
      self.init(sentence, code, MarkedDossier(files), severity)
    }

    init(
      _ sentence: String, _ code: Diagnostic.Code, _ dossier: MarkedDossier,
      _ severity: Diagnostic.Severity = .error
    ) {
      self.sentence = sentence
      self.code = code
      self.severity = severity
      self.dossier = dossier
    }
  }

  @Test("is kept, at the place", arguments: promises)
  func isKept(_ promise: Promise) async throws {
    #expect(promise.code.severity == promise.severity)
    try await expect(promise.dossier, says: [Expectation("1️⃣", promise.code)])
  }

  @Test("has one code for each meaning")
  func hasOneCodeForEach() {
    let codes = Self.promises.map(\.code)
    for code in Set(codes) {
      #expect(codes.count { $0 == code } == 1, "'\(code.rawValue)' stands for several sentences")
    }
    let lints = Diagnostic.Code.allCases.filter(\.isLint)
    let known = Set(codes).union(Self.beside).union(lints)
    #expect(Set(codes).isDisjoint(with: Self.beside))
    // Of lints the contract says no more than that those of dates are careful.
    #expect(Diagnostic.Code.allCases.filter { !known.contains($0) && !$0.isLint } == [])
  }

  /// Codes of what no sentence of the contract speaks of: files, templates, the output, and slips that would mislead.
  private static let beside: Set<Diagnostic.Code> = [
    .fileTooLarge, .emptyFile, .noFields, .hiddenText, .unclearVisibility, .wrongShape, .longName,
    .emptyName, .emptyTag, .openComment, .foreignImage, .emptyLink, .duplicateNote, .markdownLimit,
    .unusedNote, .addressConflict, .template, .unusedTemplate, .outputInContent, .foreignFile,
    .leftAlone, .changedFile, .overwrittenFile, .pinnedTwice,
    .bodyTwice, .yamlTag, .invalidHash, .snapshotMissing, .snapshotChanged, .snapshotUnhashed,
    .notIgnorable, .unusedIgnore, .splitValue, .commaList, .brokenList, .brokenCitation,
    .directionControl,
    .unpublishedSupport, .unfinishedMarkup, .unintendedCode,
  ]

  private static let wire = ["content/sources/wire.yaml": "title: Wire"]
  private static let cuba = ["content/countries/cuba.yaml": "name: Cuba"]

  private static func site(_ settings: String) -> [String: String] {
    ["content/site.yaml": "title: T\n\(settings)"]
  }

  private static let promises = files + facts + dates + fields + kinds + texts + settings

  private static let files = [
    Promise(
      "The first folder below content/ decides the kind", .unknownFolder,
      ["content/place/minsk.yaml": "1️⃣name: Minsk"], .warning),
    Promise(
      "front matter is its fields", .frontMatter, ["content/articles/talks.md": "1️⃣Text"]),
    Promise(
      "Markdown with YAML front matter", .unclosedFrontMatter,
      ["content/articles/talks.md": "1️⃣---\ntitle: T\n"]),
    Promise(
      "a YAML stream, each document with its own id:", .missingID,
      ["content/events/2023.yaml": "id: a\nname: A\n---\n1️⃣name: B"]),
    Promise(
      "^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$", .invalidID,
      ["content/places/Minsk.yaml": "1️⃣name: M"]),
    Promise(
      "unique across the whole dossier", .duplicateID,
      ["content/countries/cuba.yaml": "name: A", "content/places/cuba.yaml": "1️⃣name: B"]),
    Promise(
      "invalid UTF-8 is an error naming the byte offset", .invalidUTF8,
      MarkedDossier(
        [:], bytes: ["content/places/a.yaml": Array("name: ".utf8) + [0xFF]],
        marks: ["1️⃣": ("content/places/a.yaml", 6)])),
    Promise("Text is UTF-8", .controlCharacter, place("summary: 1️⃣\"a\\x07b\"")),
    Promise(
      "any other file outside media/ … is a warning", .unexpectedFile,
      ["content/places/minsk.txt": "1️⃣"], .warning),
    Promise(
      "A symbolic link that leaves content/ is an error", .linkLeavesContent,
      MarkedDossier(
        [:], links: ["content/places/secret.yaml": "/etc/passwd"],
        marks: ["1️⃣": ("content/places/secret.yaml", 0)])),
    Promise("YAML is read by libyaml", .yamlSyntax, place("summary: a1️⃣: b")),
    Promise("A duplicate key", .duplicateKey, place("summary: A\n1️⃣summary: B")),
    Promise("a tab in the indentation", .yamlTab, place("links:\n1️⃣\t- https://a.org")),
    Promise("an anchor or alias", .yamlAlias, place("summary: 1️⃣*a")),
    Promise(
      "nesting deeper than 32 is an error", .yamlDepth,
      place("extra: \(String(repeating: "[", count: 31))1️⃣[")),
    Promise("A plain scalar is typed by the field that reads it", .yamlKey, place("1️⃣[a]: b")),
    Promise(
      "A key that the kind does not declare is a warning with the nearest key", .unknownKey,
      place("1️⃣contry: unknown"), .warning),
  ]

  private static let facts = [
    Promise(
      "a fact: the value with what supports it", .factWithoutValue,
      place("summary: 1️⃣{confidence: likely}")),
    Promise(
      "{source, at, quote, …}", .citationWithoutSource,
      official("born: {value: 1970, cite: 1️⃣'#p. 3'}")),
    Promise(
      "confidence: confirmed, likely, possible, doubtful (and every field of a few values)",
      .unknownValue, official("born: {value: 1970, confidence: 1️⃣likley}")),
    Promise(
      "rejected: kept, shown struck, needs a note", .rejectedWithoutNote,
      official("born: {value: 1970, status: 1️⃣rejected}")),
    Promise(
      "lang: BCP 47 tag of the value", .invalidLanguage,
      official("gender: {value: male, lang: 1️⃣English}")),
    Promise(
      "A field declared single-valued may still hold several facts when they are rivals",
      .severalValues, official("gender: [a, 1️⃣b]")),
  ]

  private static let dates = [
    Promise(
      "Anything else gets an error that names the supported way to write it", .invalidDate,
      official("born: 1️⃣18.05.1970")),
    Promise(
      "Times: RFC 3339 with an offset, for embargo and captured alone", .invalidTime,
      place("embargo: 1️⃣2023-05-18")),
    Promise(
      "start, end bound a state", .spanAsBound,
      official("posts: [{title: A, start: 1️⃣2019/2020}]")),
    Promise(
      "title and date (a full date) are required of an article", .notADay,
      article("", "").mapValues { $0.replacing("2023-05-20", with: "1️⃣2023-05") }),
  ]

  private static let fields = [
    Promise("name (required; …)", .missingName, ["content/places/a.yaml": "1️⃣summary: A"]),
    Promise(
      "disambiguation (≤ 90 characters)", .longDisambiguation,
      place("disambiguation: 1️⃣\(String(repeating: "a", count: 91))")),
    Promise("links ({url, title})", .invalidAddress, place("links: 1️⃣example.org")),
    Promise(
      "file below media/", .invalidFileName, place("images: 1️⃣../secret.jpg")),
    Promise(
      "images ({file, alt, caption, credit, license})", .missingMedia, place("images: 1️⃣a.jpg")),
    Promise(
      "types and their inverse labels are declared", .unknownRelation,
      place("relations: [{type: 1️⃣trians, to: minsk}]")),
    Promise(
      "relations: {type, to, start, end, seen, …fact}", .undatedRelation,
      place("relations: [{type: relative-of, to: minsk, start: 1️⃣2020}]")),
    Promise(
      "claims: {id, text, about, attributed_to, …fact}", .duplicateEntryID,
      place("claims: [{id: a, text: A}, {id: 1️⃣a, text: B}]")),
  ]

  private static let kinds = [
    Promise("deceased flag", .invalidFlag, official("deceased: 1️⃣perhaps")),
    Promise(
      "as: a post's id", .unknownEntry,
      official("") + [
        "content/events/fair.yaml": "name: F\nparticipants: [{who: milian, as: 1️⃣head}]"
      ]),
    Promise(
      "geo {lat, lon: WGS 84 degrees; precision: metres}", .invalidPosition,
      place("geo: {lat: 1️⃣91, lon: 0}")),
    Promise(
      "{organization, country, start, end, quantity}", .invalidNumber,
      ["content/equipment/gun.yaml": "name: Gun\noperators: [{quantity: 1️⃣dozens}]"]),
    Promise("A reference is an id", .linkForID, place("country: 1️⃣[[cuba]]") + cuba),
    Promise(
      "a dangling one is an error with the nearest id", .danglingReference,
      place("country: 1️⃣cubaa") + cuba),
    Promise(
      "and so is one of the wrong kind", .wrongKind, place("country: 1️⃣minsk")),
    Promise(
      "part_of → event; parent → organization; within → place; based_on → source", .referenceCycle,
      place("within: 1️⃣minsk")),
  ]

  private static let texts = [
    Promise(
      "n1: Spelled *Milián* in other outlets", .unusedAnnotation,
      article("Text.", "annotations: {1️⃣n1: A note}")),
    Promise(
      "c1: {claim: revenko-milian-meeting#training}", .invalidClaim,
      article("[A]{^c}", "annotations: {c: {claim: 1️⃣talks}}")),
    Promise(
      "c2: {type: claim, about: […], …}", .claimAboutNobody,
      article("[A]{^c}", "annotations: {1️⃣c: {type: claim, text: B}}")),
    Promise(
      "Reported speech is never the dossier's own assertion.", .speakerWithoutClaim,
      cuba + article("[A]{^n}", "annotations: {n: {text: B, attributed_to: 1️⃣cuba}}")),
    Promise(
      "nowhere in the output: not as text, id, address, file name", .heldBackFile,
      article("1️⃣[A](media/a.pdf)") + [
        "content/sources/wire.yaml": "title: W\nvisibility: draft\nsnapshots: [a.pdf]",
        "content/media/a.pdf": "a",
      ]),
    Promise(
      "`status: draft` on a fact … nowhere in the output", .heldBackMark,
      article("[A]{^n}, a word 1️⃣{^n}", "annotations: {n: {text: B, status: draft}}")),
    Promise(
      "n1: … (a string is a note)", .emptyAnnotation, article("[A]{^n}", "annotations: {1️⃣n: }")),
    Promise("[[id#claim]]", .unknownClaim, place("") + article("See [[minsk#1️⃣c]].")),
    Promise(
      "several: an error that lists them", .ambiguousName,
      article("See [[1️⃣Springfield]].") + [
        "content/places/a.yaml": "name: Springfield", "content/places/b.yaml": "name: Springfield",
      ]),
    Promise(
      "[span]{^key} … its text stands in the front matter", .unknownAnnotation,
      article("[A]{^1️⃣n1}")),
    Promise(
      "on: {exact, prefix, suffix} … must match exactly once", .quoteNotFound,
      article("A word.", "annotations: {q: {text: A, on: {exact: 1️⃣words}}}")),
    Promise(
      "else an error that says how often and where", .quoteAmbiguous,
      article("A word, a word.", "annotations: {q: {text: A, on: {exact: 1️⃣word}}}")),
    Promise(
      "[@source], [@source, p. 3; @other]: a citation", .literalCitation,
      article("A 1️⃣[see @wire].") + ["content/sources/wire.yaml": "title: W"], .warning),
    Promise(
      "[span]{^key} … an annotation on the span", .misplacedMark,
      article("[A1️⃣{^n}](https://a.example/)"), .warning),
    Promise(
      "pipe tables, ~~struck~~, > [!NOTE] alerts", .foreignMarkup, article("> 1️⃣[!quote] A"),
      .warning),
    Promise("Every heading has an anchor.", .brokenAnchor, article("1️⃣[A](#b)"), .warning),
    Promise("[^n] and [^n]: …: a footnote", .unknownNote, article("A.1️⃣[^n]")),
    Promise(
      "Raw HTML is shown as text, with a warning", .rawHTML, article("A 1️⃣<br> b"), .warning),
    Promise(
      "anything else (javascript:, data:) is an error", .unsafeLink,
      article("1️⃣[a](javascript:alert)")),
    Promise("[text](other-article.md) … resolve as files", .brokenLink, article("1️⃣[a](b.md)")),
    Promise(
      "A form that belongs to two entities links to neither, and is a warning naming both",
      .ambiguousMention,
      [
        "content/places/a.yaml": "name: 1️⃣Port Arthur", "content/places/b.yaml": "name: Port Arthur",
      ],
      .warning),
    Promise(
      "the bare [[id]] is an error", .unpublishedReference,
      place("visibility: draft") + article("See [[1️⃣minsk]].")),
  ]

  private static let settings = [
    Promise(
      "vessel: plural: vessels", .invalidKind, site("kinds: {vessel: {plural: 1️⃣My Vessels}}")),
    Promise(
      "enum (values), group (fields)", .invalidField,
      site("kinds: {vessel: {plural: vessels, fields: {state: 1️⃣{type: enum}}}}")),
    Promise(
      "Field types: text, markdown, date, …", .unknownFieldType,
      site("kinds: {vessel: {plural: vessels, fields: {imo: 1️⃣txet}}}")),
    Promise(
      "flag: {type: ref, to: [country], …}", .unknownKind,
      site("kinds: {vessel: {plural: vessels, fields: {flag: {type: ref, to: [1️⃣contry]}}}}")),
    Promise(
      "commands: {label: commands, inverse: commanded by, …}", .invalidRelation,
      site("relations: {commands: 1️⃣{label: commands}}")),
    Promise(
      "from: [official], to: [organization]", .wrongRelationEnd,
      site("relations: {commands: {inverse: led by, from: [official]}}")
        + place("relations: [{type: 1️⃣commands, to: minsk}]")),
    Promise(
      "a tombstone page with the id, the date and a neutral sentence", .undatedRemoval,
      place("visibility: 1️⃣redacted"), .warning),
    Promise(
      "Each takes many, required, label", .missingField,
      ["content/articles/talks.md": "---\n1️⃣title: Talks\n---\n"]),
  ]
}
