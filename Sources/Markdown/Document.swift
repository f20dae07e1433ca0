/// A parsed text: events in document order over the bytes it was read from.
///
/// It holds no pointer and no tree: a tape to be read from front to back, with lists beside it for
/// what does not fit an event. `source` is shared with whoever read the file. A class because it is
/// handed on for every excerpt that is cut from it.
package final class Document: Sendable {
  package let source: [UInt8]
  package let events: [Event]
  /// Footnotes that nothing shown refers to, and which are on no page. What they hold is in the lists below.
  package let unseen: [Event]
  /// Where they stand, in order.
  private let unseenRanges: [Range<UInt32>]
  /// Text that is not verbatim in the source: destinations, titles, decoded entities, anchors,
  /// keys.
  package let literals: [UInt8]
  package let problems: [Problem]

  package let links: [Link]
  package let wikiLinks: [WikiLink]
  package let citations: [Citation]
  package let citationItems: [CitationItem]
  package let annotations: [Annotation]
  package let footnotes: [Footnote]
  /// The info strings of code blocks; an empty one stands first, for blocks without.
  package let infoStrings: [Literal]
  /// The ids of the headings, sorted by their bytes.
  private let anchors: [Literal]

  /// How deep blocks and inlines may nest where ``Extensions/safety`` is on.
  package static let nestingLimit = 100

  /// Parses the text in `range` of `source`; positions are in the whole of `source`.
  package init(
    parsing source: [UInt8], in range: Range<Int>? = nil, extensions: Extensions = .all
  ) {
    let range = (range ?? 0..<source.count).clamped(to: 0..<source.count)
    var tape = Tape(source: source)
    tape.parse(range, extensions: extensions)
    self.source = source
    events = tape.events
    unseen = tape.unseen
    unseenRanges = tape.unseenRanges
    literals = tape.literals
    problems = tape.problems
    links = tape.links
    wikiLinks = tape.wikiLinks
    citations = tape.citations
    citationItems = tape.citationItems
    annotations = tape.annotations
    footnotes = tape.footnotes
    infoStrings = tape.infoStrings
    anchors = tape.anchors
  }

  /// The same text with other events.
  init(
    _ document: Document, events: [Event], annotations: [Annotation], footnotes: [Footnote]
  ) {
    source = document.source
    self.events = events
    unseen = document.unseen
    unseenRanges = document.unseenRanges
    literals = document.literals
    problems = document.problems
    links = document.links
    wikiLinks = document.wikiLinks
    citations = document.citations
    citationItems = document.citationItems
    self.annotations = annotations
    self.footnotes = footnotes
    infoStrings = document.infoStrings
    anchors = document.anchors
  }
}

extension Document {
  /// Whether what stands at a place is on no page, since nothing refers to the footnote around it.
  package func isUnseen(_ place: UInt32) -> Bool {
    guard !unseenRanges.isEmpty else { return false }
    var (low, high) = (0, unseenRanges.count)
    while low < high {
      let middle = (low + high) / 2
      if unseenRanges[middle].upperBound <= place { low = middle + 1 } else { high = middle }
    }
    return low < unseenRanges.count && unseenRanges[low].contains(place)
  }

  /// Whether a heading has this id.
  package func hasAnchor(_ id: String) -> Bool {
    let id = Array(id.utf8)
    var (low, high) = (0, anchors.count)
    while low < high {
      let middle = (low + high) / 2
      if bytes(anchors[middle]).lexicographicallyPrecedes(id) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < anchors.count && bytes(anchors[low]).elementsEqual(id)
  }

  /// The id of the heading that has these words, or else some of those there are, to find one near.
  package func anchors(near words: String) -> [String] {
    let slug = String(decoding: AnchorNames.slug(Array(words.utf8)), as: UTF8.self)
    return hasAnchor(slug)
      ? [slug] : anchors.prefix(100).map { String(decoding: bytes($0), as: UTF8.self) }
  }

  /// The bytes of a literal.
  package func bytes(_ literal: Literal) -> ArraySlice<UInt8> { literals[literal] }

  /// The text of a leaf: verbatim from the source, or its literal.
  package func bytes(of event: Event) -> ArraySlice<UInt8> {
    event.kind == .text
      ? source[Int(event.lower)..<Int(event.upper)] : bytes(event.literal)
  }
}
