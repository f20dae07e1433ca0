/// What `number` means for each kind.
extension Event {
  private static let tightBit: UInt32 = 1 << 31

  /// 1 to 6, of a heading.
  package var headingLevel: Int { Int(number) }

  /// The first number of an ordered list.
  package var listStart: Int { Int(number & ~Event.tightBit) }

  /// Whether a list is tight, or a paragraph stands in a tight list and so gets no `<p>`.
  package var isTight: Bool { number & Event.tightBit != 0 }

  static func listNumber(start: Int32, tight: Bool) -> UInt32 {
    UInt32(max(0, start)) | (tight ? tightBit : 0)
  }

  /// How the cells of a table's column stand.
  package enum Alignment: UInt32, Sendable { case none, left, center, right }

  /// The alignment of a table cell.
  package var alignment: Alignment { Alignment(rawValue: number & 3) ?? .none }

  /// Whether a table cell is a header.
  package var isHeader: Bool { number & 4 != 0 }

  static func cellNumber(_ alignment: Alignment, header: Bool) -> UInt32 {
    alignment.rawValue | (header ? 4 : 0)
  }

  /// The five alerts that GitHub knows.
  package enum AlertType: UInt32, Sendable, CaseIterable {
    case note, tip, important, warning, caution
  }

  /// The type of an alert.
  package var alertType: AlertType { AlertType(rawValue: number) ?? .note }

  /// Whether raw HTML is to be shown as text.
  package var isShownAsText: Bool { number == 1 }

  /// The place of a link, image, wiki link, citation, annotation or footnote in the document's list
  /// of them.
  package var index: Int { Int(number) }
}
