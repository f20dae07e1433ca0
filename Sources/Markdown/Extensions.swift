/// What a text may hold beyond CommonMark. Empty: CommonMark as libcmark reads and renders it.
package struct Extensions: OptionSet, Sendable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// `[[id]]`, `[[id|text]]`, `[[id#claim]]`, `[[!never linked]]`
  package static let wikiLinks = Extensions(rawValue: 1 << 0)
  /// `[@source, p. 3; see @other]`
  package static let citations = Extensions(rawValue: 1 << 1)
  /// `[span]{^key}`
  package static let annotations = Extensions(rawValue: 1 << 2)
  /// `[^n]` and `[^n]: …`
  package static let footnotes = Extensions(rawValue: 1 << 3)
  /// Pipe tables as GitHub reads them.
  package static let tables = Extensions(rawValue: 1 << 4)
  /// `~~struck~~`
  package static let strikethrough = Extensions(rawValue: 1 << 5)
  /// `> [!NOTE]`
  package static let alerts = Extensions(rawValue: 1 << 6)
  /// An image alone in a paragraph.
  package static let figures = Extensions(rawValue: 1 << 7)
  /// An anchor for each heading.
  package static let anchors = Extensions(rawValue: 1 << 8)
  /// Raw HTML is shown as text, unsafe links as their text, and nesting has a limit.
  package static let safety = Extensions(rawValue: 1 << 9)

  package static let all: Extensions = [
    .wikiLinks, .citations, .annotations, .footnotes, .tables, .strikethrough, .alerts, .figures,
    .anchors, .safety,
  ]
}
