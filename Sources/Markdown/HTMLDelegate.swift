/// What the page knows and the text does not: where links lead, and which number a note has.
package protocol HTMLDelegate {
  /// Where the link leads; asked only for links that are safe.
  mutating func destination(of link: Link, at event: Int, in document: Document) -> LinkTarget
  /// Where the image's file is; asked only for safe ones. `.text` leaves its alternative text.
  mutating func destination(ofImage image: Link, at event: Int, in document: Document) -> LinkTarget
  mutating func target(of link: WikiLink, at event: Int, in document: Document) -> WikiTarget
  /// The mark of a note; nil shows none.
  mutating func mark(of note: NoteReference, at event: Int, in document: Document) -> NoteMark?
  /// The id of an annotation's span, unlike any other in the page; nil of one that is not shown.
  mutating func anchor(ofAnnotation index: Int, in document: Document) -> [UInt8]?
  /// Writes the text of a note where it opens.
  mutating func open(_ note: OpeningNote, into buffer: inout [UInt8])
}

/// Where a link leads.
package enum LinkTarget: Sendable, Equatable {
  /// Exactly these bytes, percent-encoded where HTML needs it; a link, not an image, may bear an id.
  case href([UInt8], id: [UInt8]? = nil)
  /// Nowhere: only its text is shown.
  case text
  /// The destination as it was written.
  case asWritten
}

/// What a wiki link becomes.
package struct WikiTarget: Sendable, Equatable {
  /// Nil: text, in a `<span>` if it has an id or a class.
  package var href: [UInt8]?
  package var id: [UInt8]?
  package var className: [UInt8]?
  /// What is shown if the author gave no text; nil shows the target as written.
  package var text: [UInt8]?

  package init(
    href: [UInt8]? = nil, id: [UInt8]? = nil, className: [UInt8]? = nil, text: [UInt8]? = nil
  ) {
    self.href = href
    self.id = id
    self.className = className
    self.text = text
  }
}

/// What a mark in the text refers to.
package enum NoteReference: Sendable, Equatable {
  /// An index into ``Document/footnotes``.
  case footnote(Int)
  /// An index into ``Document/citationItems``.
  case citation(Int)
  /// An index into ``Document/annotations``.
  case annotation(Int)
  /// An index into the passages that are given to the renderer.
  case quote(Int)
}

/// The number of a note, `<sup class="note"><a href="#_n3" id="_r3">3</a></sup>`, or of a source,
/// `<sup class="cite"><a href="#_s1" id="_c1">[1]</a></sup>`.
package struct NoteMark: Sendable, Equatable {
  package var number: Int
  /// What leads back here from the note or the source; unlike any other id in the page.
  package var id: [UInt8]
  /// Whether nothing before has referred to the note.
  package var isFirst: Bool

  package init(number: Int, id: [UInt8], isFirst: Bool = false) {
    self.number = number
    self.id = id
    self.isFirst = isFirst
  }
}

/// A note whose text belongs where the renderer is.
package struct OpeningNote: Sendable, Equatable {
  package let mark: NoteMark
  /// Whether the mark stands in a heading before, as a link. Of others, nothing has been written yet.
  package let isApart: Bool
}

/// A passage that a note is about, by its words. It may cross emphasis and links, and overlap others.
package struct QuoteSpan: Sendable, Equatable {
  /// As ``QuoteFinder`` finds it: within one block, from the first shown character to the last.
  package let range: Range<UInt32>
  package let id: [UInt8]

  package init(range: Range<UInt32>, id: [UInt8]) {
    self.range = range
    self.id = id
  }
}

/// Links lead where they were written to; wiki links are text, and notes have no mark.
package struct PlainDelegate: HTMLDelegate {
  package init() {}
  package func destination(of link: Link, at event: Int, in document: Document) -> LinkTarget {
    .asWritten
  }
  package func destination(
    ofImage image: Link, at event: Int, in document: Document
  ) -> LinkTarget { .asWritten }
  package func target(of link: WikiLink, at event: Int, in document: Document) -> WikiTarget {
    WikiTarget()
  }
  package func mark(of note: NoteReference, at event: Int, in document: Document) -> NoteMark? {
    nil
  }
  package func anchor(ofAnnotation index: Int, in document: Document) -> [UInt8]? { nil }
  package func open(_ note: OpeningNote, into buffer: inout [UInt8]) {}
}

/// A name found in the text: becomes `<a href id class>`, or `<span id class>` without an address.
///
/// Starts and ends in text of the same parent; a soft break or replacement may lie between.
package struct Overlay: Sendable, Equatable {
  package var range: Range<UInt32>
  package var href: [UInt8]?
  package var id: [UInt8]?
  package var className: [UInt8]?

  package init(
    range: Range<UInt32>, href: [UInt8]? = nil, id: [UInt8]? = nil, className: [UInt8]? = nil
  ) {
    self.range = range
    self.href = href
    self.id = id
    self.className = className
  }
}
