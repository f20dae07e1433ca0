/// Writes events as HTML; without extensions, the very bytes that libcmark's own renderer writes.
struct HTMLRenderer {
  let document: Document
  let overlays: [Overlay]
  let headingOffset: Int
  var buffer: [UInt8]
  /// Where this rendering begins in the buffer.
  let start: Int

  /// Tables so far: each has a name of its own for those who hear the page.
  var tables = 0
  var nextOverlay = 0
  var openOverlay: Int?
  /// How what is open closes, of the events whose end depends on their beginning.
  var closers: [Closer] = []
  var anchorDepth = 0

  /// Whether a note's text goes behind its first mark, rather than where the page lists it.
  let opensNotes: Bool
  /// Notes whose mark has come up where their text cannot stand.
  var waitingNotes: [OpeningNote] = []
  /// Emphasis and the like around the place at hand, outermost first, and how many of them are open: a
  /// note's text closes all, and what follows opens them again.
  var styles: [Style] = []
  var openStyles = 0
  var isInHeading = false
  var isInCaption = false
  /// Where the tag of the paragraph at hand begins, as long as it holds no text of a note.
  var paragraphStart: Int?
  var quotes: QuoteSpans

  enum Closer { case none, anchor, span }

  init(
    document: Document, overlays: [Overlay], quotes: [QuoteSpan], headingOffset: Int,
    opensNotes: Bool, start: Int
  ) {
    self.document = document
    self.overlays = overlays
    self.quotes = QuoteSpans(quotes)
    self.headingOffset = headingOffset
    self.opensNotes = opensNotes
    self.start = start
    buffer = []
  }

  mutating func render(
    _ range: Range<Int>, unwrapped: Bool, asking delegate: inout some HTMLDelegate
  ) {
    if let first = range.first { skipOverlays(before: document.events[first].lower) }
    let leavesOut = unwrapped && isSingleParagraph(range)
    var index = range.lowerBound
    while index < range.upperBound {
      let event = document.events[index]
      if event.kind == .footnoteDefinition, event.enters {
        index = document.footnotes[event.index].events.upperBound + 1
        continue
      }
      if event.kind != .text, event.kind != .replacement, event.kind != .softBreak {
        closeOverlay(asking: &delegate)
      }
      if event.kind == .image, event.enters {
        index = image(event, at: index, asking: &delegate)
      } else if event.kind.isInline {
        inline(event, at: index, asking: &delegate)
      } else if !(leavesOut && event.kind == .paragraph) {
        block(event, asking: &delegate)
      }
      index += 1
    }
    closeOverlay(asking: &delegate)
    openNotes(asking: &delegate)
  }

  /// Whether there is one paragraph and nothing else, footnote definitions aside.
  private func isSingleParagraph(_ range: Range<Int>) -> Bool {
    var paragraphs = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let event = document.events[index]
      switch event.kind {
      case .footnoteDefinition where event.enters:
        index = document.footnotes[event.index].events.upperBound
      case .paragraph: paragraphs += event.enters ? 1 : 0
      case _ where event.kind.isInline: break
      default: return false
      }
      index += 1
    }
    return paragraphs == 1
  }

  // MARK: Bytes

  mutating func write(_ text: String) { buffer.append(text) }

  /// Begins a new line, if this one is not new.
  mutating func newLine() {
    if buffer.count > start, buffer.last != UInt8(ascii: "\n") { buffer.append(UInt8(ascii: "\n")) }
  }

  mutating func write(_ number: Int) { buffer.append(contentsOf: String(number).utf8) }

  mutating func attribute(_ name: String, _ value: [UInt8]?) {
    guard let value else { return }
    write(" ")
    write(name)
    write("=\"")
    buffer.appendEscaped(value[...])
    write("\"")
  }
}

extension Document {
  /// Appends the HTML of the events in `range`, or of all, without footnote definitions.
  ///
  /// To write a note, give the events that its ``Footnote`` names.
  ///
  /// - Parameters:
  ///   - overlays: names found in the text; sorted by start, not overlapping.
  ///   - headingOffset: how much lower each heading stands than it was written, 6 being the lowest.
  ///   - quotes: passages that notes are about, by their words.
  ///   - unwrapped: leaves out the `<p>` where the events are a single paragraph.
  ///   - opensNotes: has each note's text written where it is first referred to. A paragraph with
  ///     such a note is a `<div class="p">`, since `<p>` may not hold blocks.
  package func renderHTML(
    events range: Range<Int>? = nil, overlays: [Overlay] = [], quotes: [QuoteSpan] = [],
    headingOffset: Int = 0, unwrapped: Bool = false, opensNotes: Bool = false,
    delegate: inout some HTMLDelegate, into buffer: inout [UInt8]
  ) {
    var renderer = HTMLRenderer(
      document: self, overlays: overlays, quotes: quotes, headingOffset: headingOffset,
      opensNotes: opensNotes, start: buffer.count)
    // Handed over and taken back, so that the buffer is never copied.
    swap(&renderer.buffer, &buffer)
    renderer.render(range ?? 0..<events.count, unwrapped: unwrapped, asking: &delegate)
    swap(&renderer.buffer, &buffer)
  }
}
