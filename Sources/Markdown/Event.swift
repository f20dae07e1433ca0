/// One step of a parsed text: entering something, leaving it, or a leaf.
///
/// `range` is in bytes of ``Document/source``. The leave event bears the range of its enter event,
/// which covers the whole construct with its markers.
package struct Event: Sendable, Equatable {
  package enum Kind: UInt8, Sendable {
    // Blocks.
    case paragraph, heading, blockQuote, alert, bulletList, orderedList, item
    case codeBlock, thematicBreak, htmlBlock
    case table, tableHead, tableBody, tableRow, tableCell
    case figure, footnoteDefinition
    // Inlines.
    case text, replacement, softBreak, lineBreak, code, rawHTML
    case emphasis, strong, strikethrough, link, image
    case wikiLink, noLink, citation, annotation, footnoteReference
  }

  package enum Phase: UInt8, Sendable { case enter, leave, leaf }

  package let kind: Kind
  package let phase: Phase
  /// What the kind says it is; read it through the properties of `Event+Payload.swift`.
  package var number: UInt32
  package var lower: UInt32
  package var upper: UInt32
  package var literalLower: UInt32
  package var literalUpper: UInt32

  package init(
    _ kind: Kind, _ phase: Phase, _ range: Range<UInt32>, number: UInt32 = 0,
    literal: Range<UInt32> = 0..<0
  ) {
    self.kind = kind
    self.phase = phase
    self.number = number
    lower = range.lowerBound
    upper = range.upperBound
    literalLower = literal.lowerBound
    literalUpper = literal.upperBound
  }

  package var range: Range<UInt32> { lower..<upper }
  /// Where its text lies in ``Document/literals``; empty if the text is the source itself.
  package var literal: Range<UInt32> { literalLower..<literalUpper }
  package var enters: Bool { phase == .enter }
  package var leaves: Bool { phase == .leave }
}
