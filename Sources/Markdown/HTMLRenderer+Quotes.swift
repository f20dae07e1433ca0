/// Passages on their way through a text: which have begun, and which have ended.
struct QuoteSpans {
  /// Sorted by start.
  private let spans: [QuoteSpan]
  /// The indices of the spans, by end.
  private let byEnd: [Int]
  private var next = 0
  private var nextEnd = 0
  /// Where the last of those that have begun ends.
  private var coveredTo: UInt32 = 0

  init(_ spans: [QuoteSpan]) {
    self.spans = spans
    byEnd = spans.indices.sorted {
      (spans[$0].range.upperBound, $0) < (spans[$1].range.upperBound, $1)
    }
  }

  var isEmpty: Bool { spans.isEmpty }

  /// Whether some that have not ended do so up to a place.
  func isEnding(by place: UInt32) -> Bool {
    nextEnd < byEnd.count && spans[byEnd[nextEnd]].range.upperBound <= place
  }

  /// The ids of those that begin before a place and have not begun yet.
  mutating func begin(before place: UInt32) -> [[UInt8]] {
    var ids: [[UInt8]] = []
    while next < spans.count, spans[next].range.lowerBound < place {
      coveredTo = max(coveredTo, spans[next].range.upperBound)
      ids.append(spans[next].id)
      next += 1
    }
    return ids
  }

  func covers(_ place: UInt32) -> Bool { place < coveredTo }

  /// The first place behind `start` at which one begins or ends; `end` if there is none before it.
  func cut(after start: UInt32, before end: UInt32) -> UInt32 {
    var cut = end
    if next < spans.count, spans[next].range.lowerBound > start {
      cut = min(cut, spans[next].range.lowerBound)
    }
    if nextEnd < byEnd.count, spans[byEnd[nextEnd]].range.upperBound > start {
      cut = min(cut, spans[byEnd[nextEnd]].range.upperBound)
    }
    return cut
  }

  /// The next one that ends up to a place.
  mutating func end(by place: UInt32) -> Int? {
    guard isEnding(by: place) else { return nil }
    nextEnd += 1
    return byEnd[nextEnd - 1]
  }
}

// A passage may cross anything and overlap others, so it is written in pieces that hold only text.
extension HTMLRenderer {
  /// Text of the source, cut where a passage begins or ends.
  mutating func pieces(_ range: Range<UInt32>, asking delegate: inout some HTMLDelegate) {
    var place = range.lowerBound
    while place < range.upperBound {
      let ids = quotes.isEmpty ? [] : quotes.begin(before: place + 1)
      let end =
        quotes.isEmpty ? range.upperBound : quotes.cut(after: place, before: range.upperBound)
      piece(place..<end, ids, asking: &delegate) {
        $0.buffer.appendEscaped($0.document.source[Int(place)..<Int(end)])
      }
      place = end
    }
  }

  /// What is shown whole or not at all.
  mutating func piece(
    _ range: Range<UInt32>, asking delegate: inout some HTMLDelegate,
    _ content: (inout HTMLRenderer) -> Void
  ) {
    piece(
      range, quotes.isEmpty ? [] : quotes.begin(before: range.upperBound), asking: &delegate,
      content)
  }

  private mutating func piece(
    _ range: Range<UInt32>, _ ids: [[UInt8]], asking delegate: inout some HTMLDelegate,
    _ content: (inout HTMLRenderer) -> Void
  ) {
    reopen()
    guard quotes.covers(range.lowerBound) else { return content(&self) }
    // One element, however many passages overlap here; but each of their ids needs one where it begins.
    for index in 0..<max(1, ids.count) {
      write("<span class=\"annotation\"")
      attribute("id", index < ids.count ? ids[index] : nil)
      write(">")
    }
    content(&self)
    for _ in 0..<max(1, ids.count) { write("</span>") }
    while let ended = quotes.end(by: range.upperBound) {
      mark(.quote(ended), at: 0, asking: &delegate)
    }
  }
}
