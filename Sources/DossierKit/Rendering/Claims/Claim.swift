/// Something said, and by whom: reported speech, which is never the dossier's own assertion.
///
/// It is kept in the `claims` of a record, or in an annotation of the text that tells of it.
struct Claim: Sendable {
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

  /// What a claim says, and of whom, each with what supports it.
  struct Parts: Sendable {
    /// What was said, in the words of whoever keeps the dossier.
    let texts: [Fact<Resolved>]
    let about: [Fact<Resolved>]
    let speakers: [Fact<Resolved>]

    /// The supports of those that nobody has found wrong.
    fileprivate static func standing(_ facts: [Fact<Resolved>]) -> [Support<Resolved>] {
      facts.compactMap(\.support).filter { $0.status != .rejected }
    }
  }

  init(
    record: RecordID, isNote: Bool, fragment: String?, about: [RecordID], speakers: [RecordID],
    parts: Parts, span: [UInt8]?, quotation: Quotation?, support: Support<Resolved>?,
    hasRivals: Bool
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
    let stated = Self.marks(support, parts).compactMap(\.confidence)
    confidence = Confidence.allCases.last { stated.contains($0) }
    citations =
      (support?.citations ?? [])
      + Parts.standing((hasRivals ? [] : parts.texts) + parts.about).flatMap(\.citations)
  }

  /// Before the words of a claim of which nobody is named.
  static func unattributed(_ unnamed: Absence?) -> String {
    unnamed.map { "Attributed to: \($0.words)" } ?? "Attributed to nobody named"
  }

  /// What is said of the speaker instead of a name.
  var unnamed: Absence? {
    parts.speakers.lazy.filter { $0.support?.status != .rejected }.compactMap(\.value.absence).first
  }

  /// Whether it was found wrong as a whole.
  var isRejected: Bool {
    support?.status == .rejected
      || !parts.texts.isEmpty && parts.texts.allSatisfy { $0.support?.status == .rejected }
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
      + Parts.standing(parts.texts + parts.about + parts.speakers)
  }

  /// Whether what it does not rest on as a whole supports one of its words, or that it was this speaker.
  var isSupportedInPart: Bool {
    Parts.standing(parts.texts + parts.speakers).contains {
      $0.citations.contains { $0.bearing.supports }
    }
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
