/// Something said, and by whom: reported speech, which is never the dossier's own assertion.
///
/// It is kept in the `claims` of a record, or in an annotation of the text that tells of it.
struct Claim: Sendable {
  /// How much of what may be any number a page shows that is not the claim's own.
  static let excerptLength = 8

  /// Whose page tells of it.
  let record: RecordID
  /// Whether it is an annotation, which stands as a note beside the text.
  let isNote: Bool
  /// Where it stands on that page; nil if that is the page as a whole.
  let fragment: String?
  /// Whom or what it is about, each once; none that was found wrong.
  let about: [RecordID]
  /// Who said it, each once; none that was found wrong.
  let speakers: [RecordID]
  /// What was given under each of its keys, rivals and what was found wrong included.
  let parts: Parts
  /// The words that the annotation stands at, escaped, of one that has none of its own.
  let span: [UInt8]?
  /// The words of an annotation that names no source for them.
  let quotation: Quotation?
  let support: Support<Resolved>?
  /// Whether its words have rivals.
  let hasRivals: Bool
  /// It is as sure as the least sure of what stands of it.
  let confidence: Confidence?
  /// What supports the claim; not that it was this speaker, nor one of rivals.
  let citations: [Citation<Resolved>]
  /// Whether what it does not rest on as a whole supports one of its words, or that it was this speaker.
  let isSupportedInPart: Bool
  /// What is said of the speaker instead of a name.
  let unnamed: Absence?
  /// Whom it is about and who was asked for a reply; nobody replies to what they said themselves.
  let repliers: [RecordID]

  /// What a claim says, and of whom, each with what supports it.
  struct Parts: Sendable {
    /// What was said, in the words of whoever keeps the dossier.
    let texts: Part
    let about: Part
    let speakers: Part
  }

  /// What was given under one key.
  struct Part: Sendable {
    let standing: [Fact<Resolved>]
    let rejected: [Fact<Resolved>]
    /// Whether one of those that stand is disputed, so that each is another answer.
    let isDisputed: Bool
    /// The places among those that stand of whom they name, where a page may have to look for its own.
    private let places: [RecordID: Int]

    init(_ facts: [Fact<Resolved>]) {
      standing = facts.filter { $0.support?.status != .rejected }
      rejected = facts.filter { $0.support?.status == .rejected }
      isDisputed = standing.contains { $0.support?.status == .disputed }
      var places: [RecordID: Int] = [:]
      if standing.count > excerptLength {
        for (place, fact) in standing.enumerated() {
          if case .reference(let id) = fact.value, places[id] == nil { places[id] = place }
        }
      }
      self.places = places
    }

    /// The first of those that stand, of whom it names many; the one whose page it is among them.
    func excerpt(for subject: RecordID?) -> [Fact<Resolved>] {
      guard standing.count > excerptLength else { return standing }
      var shown = Array(standing.prefix(excerptLength))
      if let place = subject.flatMap({ places[$0] }), place >= excerptLength {
        shown[excerptLength - 1] = standing[place]
      }
      return shown
    }

    fileprivate var supports: [Support<Resolved>] { standing.compactMap(\.support) }
  }

  init(
    record: RecordID, isNote: Bool, fragment: String?, about: [RecordID], speakers: [RecordID],
    parts: Parts, span: [UInt8]?, quotation: Quotation?, support: Support<Resolved>?,
    hasRivals: Bool, repliers: [RecordID]
  ) {
    self.record = record
    self.isNote = isNote
    self.fragment = fragment
    self.about = about
    self.speakers = speakers
    self.parts = parts
    self.span = span
    self.quotation = quotation
    self.support = support
    self.hasRivals = hasRivals
    self.repliers = repliers
    let stated = Self.marks(support, parts).compactMap(\.confidence)
    confidence = Confidence.allCases.last { stated.contains($0) }
    citations =
      (support?.citations ?? [])
      + ((hasRivals ? [] : parts.texts.supports) + parts.about.supports).flatMap(\.citations)
    isSupportedInPart = (parts.texts.supports + parts.speakers.supports).contains {
      $0.citations.contains { $0.bearing.supports }
    }
    unnamed = parts.speakers.standing.lazy.compactMap(\.value.absence).first
  }

  /// Before the words of a claim of which nobody is named.
  static func unattributed(_ unnamed: Absence?) -> String {
    switch unnamed {
    case .unknown: "Speaker not known"
    case Absence.none?: "Attributed to nobody"
    case nil: "Attributed to nobody named"
    }
  }

  /// Whether it was found wrong as a whole.
  var isRejected: Bool {
    support?.status == .rejected
      || parts.texts.standing.isEmpty && !parts.texts.rejected.isEmpty
  }

  /// The one that its marks amount to: of a claim whose speaker is disputed, that.
  var status: FactStatus {
    if isRejected { return .rejected }
    return hasRivals || Self.marks(support, parts).contains { $0.status == .disputed }
      ? .disputed : .accepted
  }

  /// What bears a mark that says something of the whole.
  private static func marks(
    _ support: Support<Resolved>?, _ parts: Parts
  ) -> [Support<Resolved>] {
    (support.map { [$0] } ?? [])
      + parts.texts.supports + parts.about.supports + parts.speakers.supports
  }

  /// What was said in the speaker's own words, and the source that has them.
  var quotations: [(quotation: Quotation, citation: Citation<Resolved>?)] {
    var all: [(quotation: Quotation, citation: Citation<Resolved>?)] = []
    if let quotation { all.append((quotation, nil)) }
    for citation in citations {
      if let quotation = citation.quotation { all.append((quotation, citation)) }
    }
    return all
  }
}
