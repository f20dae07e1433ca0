/// Goes over the events once, and leaves some out.
struct Omission {
  let document: Document
  private let citations: [Bool]
  private var annotations: [Bool]
  var footnotes: [Bool]

  private(set) var events: [Event] = []
  /// Text before this place is left out.
  var skipped: UInt32 = 0
  /// Whether what follows begins a line, so that its spaces go.
  private var trims = false
  /// How many events there were when something was left out last, and what it was.
  private var emptiedAt = -1
  private var lastGap: Range<UInt32> = 0..<0

  init(_ document: Document, citations: [Bool], annotations: [Bool]) {
    self.document = document
    self.citations = citations
    self.annotations = annotations
    footnotes = [Bool](repeating: false, count: document.footnotes.count)
  }

  mutating func run() -> Document {
    events = []
    events.reserveCapacity(document.events.count)
    skipped = 0
    trims = false
    emptiedAt = -1
    var notes = document.footnotes
    for (index, event) in document.events.enumerated() {
      switch event.kind {
      case .annotation where annotations[event.index]: break
      case .text: append(event)
      case .softBreak where trims || event.lower < skipped: break
      case .footnoteDefinition:
        if event.enters {
          notes[event.index].events = events.count + 1..<events.count + 1
        } else {
          notes[event.index].events = notes[event.index].events.lowerBound..<events.count
        }
        events.append(event)
      case _ where isOmitted(event): omit(event, at: index)
      case .tableRow where event.leaves && isEmptiedRow: takeBackRow()
      case _ where isEmptied(event): takeBack(event, at: index)
      default:
        events.append(event)
        trims = trims && event.kind == .annotation
      }
    }
    numberAnnotations()
    return Document(
      document, events: events,
      annotations: document.annotations.indices.filter { !annotations[$0] }
        .map { document.annotations[$0] }, footnotes: notes)
  }

  private mutating func numberAnnotations() {
    guard annotations.contains(true) else { return }
    var kept: UInt32 = 0
    let numbers = annotations.map { isOmitted in
      defer { kept += isOmitted ? 0 : 1 }
      return kept
    }
    for index in events.indices where events[index].kind == .annotation {
      events[index].number = numbers[events[index].index]
    }
  }

  func isOmitted(_ event: Event) -> Bool {
    switch event.kind {
    case .citation: citations[event.index]
    case .footnoteReference: footnotes[event.index]
    default: false
    }
  }

  // MARK: What holds nothing any more

  /// Whether all that something held has been left out, and it is left.
  private func isEmptied(_ event: Event) -> Bool {
    guard event.leaves, event.kind.isNothingEmpty, events.count == emptiedAt else { return false }
    return events.last.map { $0.enters && $0.kind == event.kind } ?? false
  }

  private mutating func takeBack(_ event: Event, at index: Int) {
    events.removeLast()
    // A note on words that are gone.
    if event.kind == .annotation { annotations[event.index] = true }
    if event.kind.isInline {
      close(event.lower..<event.upper, at: index)
    } else {
      emptiedAt = events.count
    }
  }

  /// Whether a row of a table that is left has had something, and has only empty cells.
  private var isEmptiedRow: Bool {
    let start = events.lastIndex { $0.kind != .tableCell } ?? 0
    return emptiedAt > start && events[start].kind == .tableRow && events[start].enters
      && !events[start + 1 < events.count ? start + 1 : start].isHeader
  }

  private mutating func takeBackRow() {
    while events.last?.kind == .tableCell { events.removeLast() }
    events.removeLast()
    emptiedAt = events.count
  }

  // MARK: Text

  private mutating func append(_ event: Event) {
    var event = event
    event.lower = max(event.lower, min(skipped, event.upper))
    while trims, event.lower < event.upper, document.source[Int(event.lower)].isSpace {
      event.lower += 1
    }
    guard event.lower < event.upper else { return }
    trims = false
    events.append(event)
  }

  private mutating func omit(_ event: Event, at index: Int) {
    guard event.lower >= skipped else { return }
    var end = event.upper
    if let last = events.last, last.kind == .text, last.upper == event.lower,
      document.source[Int(last.upper) - 1] == UInt8(ascii: "("),
      let bracket = closingBracket(behind: index, from: end)
    {
      end = bracket
      skipped = end
      shortenLast()
    }
    close(event.lower..<end, at: index)
  }

  /// Where the bracket ends that closes behind what is left out, if nothing else stands before it.
  private func closingBracket(behind index: Int, from start: UInt32) -> UInt32? {
    for event in document.events[(index + 1)...] {
      if isOmitted(event) || event.kind == .softBreak { continue }
      guard event.kind == .text else { return nil }
      for place in max(event.lower, min(start, event.upper))..<event.upper {
        let byte = document.source[Int(place)]
        if byte == UInt8(ascii: ")") { return place + 1 }
        guard byte.isSpace || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",") else {
          return nil
        }
      }
    }
    return nil
  }

  /// Closes the gap that something leaves.
  private mutating func close(_ gap: Range<UInt32>, at index: Int) {
    var gap = gap
    takeBackSpace(before: gap.upperBound)
    if emptiedAt == events.count { gap = min(lastGap.lowerBound, gap.lowerBound)..<gap.upperBound }
    while let taken = takeSigns(around: gap, at: index) {
      gap = taken
      takeBackSpace(before: gap.upperBound)
    }
    trims = events.last.map { $0.kind == .lineBreak || $0.enters } ?? false
    emptiedAt = events.count
    lastGap = gap
  }

  /// Takes back the space before what is left out, unless a word follows directly.
  private mutating func takeBackSpace(before end: UInt32) {
    guard !document.isWord(at: end) else { return }
    while let last = events.last {
      if last.kind == .softBreak {
        events.removeLast()
      } else if last.kind == .text, document.source[Int(last.upper) - 1].isSpace {
        shortenLast()
      } else {
        break
      }
    }
  }

  /// Takes bytes from the end of the last text.
  mutating func shortenLast(by count: Int = 1) {
    events[events.count - 1].upper -= UInt32(count)
    if events[events.count - 1].range.isEmpty { events.removeLast() }
  }
}

extension Event.Kind {
  /// Whether it is nothing without what it holds.
  fileprivate var isNothingEmpty: Bool {
    switch self {
    case .paragraph, .heading, .blockQuote, .alert, .bulletList, .orderedList, .item, .emphasis,
      .strong, .strikethrough, .annotation:
      true
    default: false
    }
  }
}

extension Document {
  /// Whether a letter or digit stands at a place of the source.
  func isWord(at place: UInt32) -> Bool {
    guard
      let scalar = String(decoding: source[Int(place)...].prefix(4), as: UTF8.self)
        .unicodeScalars.first
    else { return false }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
