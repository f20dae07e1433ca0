/// A place in ``Document/literals``.
package typealias Literal = Range<UInt32>

/// A link or an image.
package struct Link: Sendable, Equatable {
  /// As CommonMark reads it: escapes and entities resolved, not percent-encoded.
  package let destination: Literal
  package let title: Literal
  /// False: its address is none that a page may hold, so only its text is shown.
  package let isSafe: Bool
}

/// `[[target]]`, `[[target|text]]`, `[[target#claim]]`
///
/// Its text, where it has one, stands between its enter and leave events.
package struct WikiLink: Sendable, Equatable {
  /// White space folded, entities and escapes resolved.
  package let target: Literal
  package let targetRange: Range<UInt32>
  package let claim: Literal?
  package let claimRange: Range<UInt32>
  package let hasText: Bool
}

/// `[@source, p. 3; see @other]`: one mark in the text, some ``CitationItem``s.
package struct Citation: Sendable, Equatable {
  /// Where its items lie in ``Document/citationItems``.
  package let items: Range<Int>
}

/// One source that a citation names.
package struct CitationItem: Sendable, Equatable {
  package let source: Literal
  package let sourceRange: Range<UInt32>
  /// What stands before the `@`: "see". White space folded.
  package let prefix: Literal
  package let prefixRange: Range<UInt32>
  /// What stands behind the comma: "p. 3". White space folded.
  package let locator: Literal
  package let locatorRange: Range<UInt32>
}

/// `[span]{^key}`
package struct Annotation: Sendable, Equatable {
  package let key: Literal
  package let keyRange: Range<UInt32>
  /// What it is said of, without the brackets around it.
  package let span: Range<UInt32>
}

/// `[^label]: text`
package struct Footnote: Sendable, Equatable {
  package let label: Literal
  package let labelRange: Range<UInt32>
  /// Its blocks, without the enter and leave events of the definition itself; none of one that
  /// is on no page.
  package internal(set) var events: Range<Int>
}
