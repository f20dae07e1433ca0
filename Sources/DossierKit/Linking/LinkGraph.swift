/// What the texts of the dossier say of each record, and where.
package struct LinkGraph: Sendable {
  /// What each record mentions: in its body, sorted by place and without overlaps; then in its other texts.
  package let mentions: [[Mention]]
  /// The texts beside the body of each record, which its mentions are counted by.
  let sideTexts: [[SideText]]
  /// Which mentions lead to each record: its backlinks.
  package let backlinks: BacklinkIndex
}

extension LinkGraph {
  /// What the body of a record mentions.
  func inBody(of id: RecordID) -> ArraySlice<Mention> {
    mentions[Int(id.index)].prefix { $0.text == 0 }
  }

  /// The text beside the body that a mention of a record's is in; nil of one in the body.
  func sideText(of mention: Mention, in id: RecordID) -> SideText? {
    mention.text == 0 ? nil : sideTexts[Int(id.index)][Int(mention.text) - 1]
  }
}

/// One place in a text that speaks of a record.
package struct Mention: Sendable, Hashable {
  package enum Kind: UInt8, Sendable {
    /// A name, or a wiki link.
    case mentions
    /// A citation, of a source.
    case cites
    /// An annotation that is about it.
    case annotates
  }

  package let target: RecordID
  package let kind: Kind
  /// Which text of the record it is in: 0 is the body, and others are its ``Record/sideTexts`` from 1 on.
  package let text: UInt32
  /// Bytes of the text's source: the name, the wiki link, the citation, or the annotated span.
  package let range: Range<UInt32>
  /// The sentence around it, cut to a readable length; bytes of the same source.
  package let excerpt: Range<UInt32>
  /// The ends at which the sentence goes on.
  let excerptCuts: Excerpt.Cuts
  /// The first event of the block that holds it.
  package let block: UInt32
  /// The event of that block in which the excerpt begins, or one shortly before it.
  package let event: UInt32
  /// 1 for the first mention of this target in this text: the page's anchors are numbered by it.
  package let number: UInt32
  /// Which of the text's annotations it is; nil of other mentions.
  package let annotation: UInt32?
  /// Which of the text's citation items it is; nil of other mentions.
  package let citation: UInt32?
  /// Whether it was found in the text by its name, rather than written as a link or a note.
  package let isFound: Bool
  /// Whether a reader can follow it: every link, and of names found those that the settings ask for.
  package let isLink: Bool
}

extension Mention {
  typealias Order = (UInt32, UInt32, UInt8, RecordID, UInt32)

  /// By place; what holds others stands before them.
  static func order(
    _ range: Range<UInt32>, _ kind: Kind, _ target: RecordID, citation: UInt32?
  ) -> Order {
    (range.lowerBound, UInt32.max - range.upperBound, kind.rawValue, target, citation ?? 0)
  }

  var order: Order { Mention.order(range, kind, target, citation: citation) }
}
