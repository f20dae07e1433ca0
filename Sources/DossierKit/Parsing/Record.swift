package import EDTF

/// How far a record has come: what its references and its texts are by then.
package protocol Stage: Sendable {
  associatedtype Reference: Sendable
  associatedtype Text: Sendable
  associatedtype Passage: Sendable
}

/// As its author wrote it.
package enum Written: Stage {
  package typealias Reference = WrittenReference
  package typealias Text = MarkdownText
  package typealias Passage = QuoteAnchor
}

/// With every reference checked, and nothing in it that is not published.
package enum Resolved: Stage {
  package typealias Reference = RecordID
  package typealias Text = LinkedText
  /// In the source of the body.
  package typealias Passage = Range<UInt32>
}

/// One article, page or entity at a stage of the build.
package final class Record<S: Stage>: Sendable {
  /// Empty if that could not be read: then nothing is made of it, and what is wrong in it is said all the same.
  package let id: String
  package let kind: KindID
  /// Where its id stands, or its file does.
  package let location: Location
  /// Its name or title; empty if that could not be read, and of what was removed.
  package let name: String
  /// Where the name stands; where the record does if it could not be read.
  package let nameLocation: Location
  /// What was said of the name: what supports it, and its rivals. Empty of a plain value.
  package let nameFacts: [Fact<S>]
  /// In the order of the schema, each at most once, without empty ones.
  package let fields: [FieldEntry<S>]
  package let body: S.Text?
  /// What the record as a whole rests on.
  package let citations: [Citation<S>]
  /// Numbers of the sources that it rests on as well, and that are not published.
  let withheld: [Int]
  package let visibility: Visibility
  /// Ids that it had before, with their places.
  package let formerly: [(id: String, location: Location)]
  package let annotations: [Annotation<S>]
  package let mentionRules: MentionRules<S>
  /// Files that fields name which are never published.
  package let privateFiles: [String]
  /// Free data of the author's, for templates.
  package let extra: [(key: String, value: String)]
  /// Keys of which not everything could be read.
  package let unread: UnreadKeys

  init(
    id: String, kind: KindID, location: Location, name: String,
    nameLocation: Location? = nil, nameFacts: [Fact<S>] = [], fields: [FieldEntry<S>],
    body: S.Text?, citations: [Citation<S>], withheld: [Int] = [], visibility: Visibility,
    formerly: [(id: String, location: Location)], annotations: [Annotation<S>],
    mentionRules: MentionRules<S>, privateFiles: [String], extra: [(key: String, value: String)],
    unread: UnreadKeys = UnreadKeys()
  ) {
    self.id = id
    self.kind = kind
    self.location = location
    self.name = name
    self.nameLocation = nameLocation ?? location
    self.nameFacts = nameFacts
    self.fields = fields
    self.body = body
    self.citations = citations
    self.withheld = withheld
    self.visibility = visibility
    self.formerly = formerly
    self.annotations = annotations
    self.mentionRules = mentionRules
    self.privateFiles = privateFiles
    self.extra = extra
    self.unread = unread
  }

  /// The facts of a field that nobody has found wrong, nor keeps back.
  package func standing(_ field: Int) -> [Fact<S>] {
    facts(field).filter { $0.support?.status != .rejected && $0.support?.status != .draft }
  }

  /// The facts of a field; none if it is absent.
  package func facts(_ field: Int) -> [Fact<S>] {
    fields.first { $0.field == field }?.facts ?? []
  }
}

/// Who may see a record.
package enum Visibility: Sendable, Hashable {
  case `public`
  /// Published, and absent from sitemap, feeds and search.
  case noindex
  /// Shown by `--drafts` alone: marked as a draft, or under an embargo that has not passed.
  case draft
  /// Only its address is left.
  case redacted

  /// Whether lists and feeds that are made of what many pages say may repeat it. Robots read those, and
  /// `noindex` asks them to stay away.
  var isGathered: Bool { self == .public || self == .draft }
}

/// A field and what was said of it.
package struct FieldEntry<S: Stage>: Sendable {
  /// Index in the kind's, or the group's, ``FieldSet``.
  package let field: Int
  package let facts: [Fact<S>]
}

/// A value, and what supports it.
package struct Fact<S: Stage>: Sendable {
  package let value: FieldValue<S>
  /// Nil of a plain value.
  package let support: Support<S>?
  package let location: Location
}

/// What a fact says.
package indirect enum FieldValue<S: Stage>: Sendable {
  /// As ``Absence`` tells them apart.
  case unknown
  case none
  /// Texts, addresses, languages, numbers, values of an enumeration, files and keys.
  case text(String)
  case markdown(S.Text)
  case date(EDTFDate)
  case instant(Instant)
  case flag(Bool)
  case geo(GeoPoint)
  case reference(S.Reference)
  case group([FieldEntry<S>])
  case map([(key: String, value: MapValue)])
}

/// What is said where there is no value.
package enum Absence: String, Sendable {
  /// "Not known", which differs from absence.
  case unknown
  /// "Known to have none".
  case none

  /// As a reader sees it.
  var words: String { self == .unknown ? "not known" : "none" }

  /// `Credit not known`, where no label stands before it.
  func words(of label: String) -> String {
    self == .unknown ? "\(label) \(words)" : "\(label): \(words)"
  }
}

/// What stands under a free key.
package enum MapValue: Sendable {
  case text(String)
  case absent(Absence)

  var words: String {
    switch self {
    case .text(let text): text
    case .absent(let absence): absence.words
    }
  }
}

extension FieldValue {
  /// What it says instead of a value; nil of a value.
  var absence: Absence? {
    switch self {
    case .unknown: .unknown
    case .none: Absence.none
    default: nil
    }
  }
}

/// A position in WGS 84.
package struct GeoPoint: Sendable, Hashable {
  /// Degrees, as written.
  package let latitude: String
  package let longitude: String
  /// Radius of the circle that it lies in, in metres, as written.
  package let precision: String?
}

/// What supports a fact, and how surely.
package final class Support<S: Stage>: Sendable {
  package let citations: [Citation<S>]
  package let confidence: Confidence?
  package let status: FactStatus
  package let note: S.Text?
  /// The source's own words.
  package let asStated: String?
  /// BCP 47 tag of the value.
  package let language: String?
  /// Numbers of the sources that support it and are not published.
  let withheld: [Int]

  init(
    citations: [Citation<S>], confidence: Confidence?, status: FactStatus,
    note: S.Text?, asStated: String?, language: String?, withheld: [Int] = []
  ) {
    self.withheld = withheld
    self.citations = citations
    self.confidence = confidence
    self.status = status
    self.note = note
    self.asStated = asStated
    self.language = language
  }
}

package enum Confidence: String, Sendable, CaseIterable {
  case confirmed, likely, possible, doubtful
}

package enum FactStatus: String, Sendable, CaseIterable {
  case accepted, disputed, rejected, draft
}

/// A source, where in it, and how it bears on what cites it.
package struct Citation<S: Stage>: Sendable {
  package let source: S.Reference
  package let locator: String?
  package let bearing: Bearing
  package let quotation: Quotation?
  package let location: Location
}

/// How a source bears on what cites it.
package enum Bearing: String, Sendable, CaseIterable {
  case direct, inferred, context, contradicts

  /// Whether what cites the source rests on it.
  var supports: Bool { self == .direct || self == .inferred }
}

/// The words of a source, in its language and perhaps in the reader's.
package final class Quotation: Sendable {
  package let text: String
  /// BCP 47 tag of ``text``.
  package let language: String?
  package let translation: String?

  init(text: String, language: String?, translation: String?) {
    self.text = text
    self.language = language
    self.translation = translation
  }
}

/// A note on a span of an article's text, from its front matter.
package struct Annotation<S: Stage>: Sendable {
  package let key: String
  package let location: Location
  package let text: S.Text?
  /// Whether it tells what somebody said, rather than what the dossier notes.
  package let isClaim: Bool
  /// A claim kept on an entity, as `entity#claim`.
  package let claim: (entity: S.Reference, key: String)?
  package let about: [S.Reference]
  /// Whom it is attributed to.
  package let speakers: [S.Reference]
  /// What is said of the speaker instead of a name.
  package let unnamed: Absence?
  package let quotation: Quotation?
  /// Nil of a bare text.
  package let support: Support<S>?
  /// The words that it is anchored to, where no span in the text names its key.
  package let passage: S.Passage?

  package var citations: [Citation<S>] { support?.citations ?? [] }
}

/// A place in a text, named by the words that stand there (W3C Web Annotation Data Model, section 4.2.4).
package struct QuoteAnchor: Sendable {
  package let exact: String
  /// What stands directly before and behind the words.
  package let prefix: String?
  package let suffix: String?
  /// Where `exact` is written.
  package let location: Location
}

/// What one article says of the names in it.
package struct MentionRules<S: Stage>: Sendable {
  /// In this article, this text means this entity.
  package let pins: [(form: String, entity: S.Reference, location: Location)]
  /// Texts that are not linked in this article.
  package let never: [String]
}

/// A reference as its author wrote it.
package struct WrittenReference: Sendable {
  package let id: String
  package let location: Location
}
