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
  /// Whom or what it is about, each once.
  let about: [RecordID]
  /// Who said it, each once.
  let speakers: [RecordID]
  /// What is said of the speaker instead of a name.
  let unnamed: Absence?
  /// What was said, in the words of whoever keeps the dossier.
  let text: LinkedText?
  /// The words that the annotation stands at, escaped, of one that has none of its own.
  let span: [UInt8]?
  /// The words of an annotation that names no source for them.
  let quotation: Quotation?
  let support: Support<Resolved>?
  /// What supports its words, or whom it is about, where that is said apart.
  let innerSupports: [Support<Resolved>]
  /// What supports that it was this speaker.
  let speakerSupports: [Support<Resolved>]

  /// Before the words of a claim of which nobody is named.
  static func unattributed(_ unnamed: Absence?) -> String {
    unnamed.map { "Attributed to: \($0.words)" } ?? "Attributed to nobody named"
  }

  var status: FactStatus { support?.status ?? .accepted }
  var confidence: Confidence? { support?.confidence }
  var supports: [Support<Resolved>] { (support.map { [$0] } ?? []) + innerSupports }
  var citations: [Citation<Resolved>] { supports.flatMap(\.citations) }

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
