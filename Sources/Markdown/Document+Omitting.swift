extension Document {
  /// The text as if some of its notes had never been written.
  ///
  /// A citation goes with the space before it, with brackets that would stand empty, and with what holds nothing
  /// else, such as a paragraph or a footnote with its marks; an annotation leaves the words that it is about. Places
  /// stay as they are.
  /// - Parameters:
  ///   - citation: whether to leave out one of ``citations``.
  ///   - annotation: whether to leave out one of ``annotations``; the others are numbered anew.
  package func omitting(
    citation: (Int) -> Bool, annotation: (Int) -> Bool
  ) -> Document {
    let citations = citations.indices.map(citation)
    let annotations = annotations.indices.map(annotation)
    guard citations.contains(true) || annotations.contains(true) else { return self }
    var omission = Omission(self, citations: citations, annotations: annotations)
    let document = omission.run()
    // A footnote that has nothing left to say.
    let emptied = footnotes.indices.map {
      !footnotes[$0].events.isEmpty && document.footnotes[$0].events.isEmpty
    }
    guard emptied.contains(true) else { return document }
    omission.footnotes = emptied
    return omission.run()
  }
}

/// Goes over the events once, and leaves some out.
private struct Omission {
  private let document: Document
  private let citations: [Bool]
  private let annotations: [Bool]
  var footnotes: [Bool]

  private var events: [Event] = []
  /// Text before this place is left out.
  private var skipped: UInt32 = 0
  /// Whether what follows begins a line, so that its spaces go.
  private var trims = false
  /// How many events there were when something was left out last.
  private var emptiedAt = -1

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
    var kept = 0
    let numbers = annotations.map { isOmitted in
      defer { kept += isOmitted ? 0 : 1 }
      return UInt32(kept)
    }
    var notes = document.footnotes
    for (index, event) in document.events.enumerated() {
      switch event.kind {
      case .annotation:
        if annotations[event.index] { continue }
        events.append(event)
        events[events.count - 1].number = numbers[event.index]
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
      case _ where isEmptied(event):
        events.removeLast()
        if event.kind.isInline { close(before: event.upper) } else { emptiedAt = events.count }
      default:
        events.append(event)
        trims = false
      }
    }
    return Document(
      document, events: events,
      annotations: document.annotations.indices.filter { !annotations[$0] }
        .map { document.annotations[$0] }, footnotes: notes)
  }

  private func isOmitted(_ event: Event) -> Bool {
    switch event.kind {
    case .citation: citations[event.index]
    case .footnoteReference: footnotes[event.index]
    default: false
    }
  }

  /// Whether all that something held has been left out, and it is left.
  private func isEmptied(_ event: Event) -> Bool {
    guard event.leaves, event.kind.isNothingEmpty, events.count == emptiedAt else { return false }
    return events.last.map { $0.enters && $0.kind == event.kind } ?? false
  }

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
    close(before: end)
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

  /// Takes back the space before what is left out, unless a word follows directly.
  private mutating func close(before end: UInt32) {
    if !document.isWord(at: end) {
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
    if let last = events.last, last.kind == .lineBreak || last.enters && !last.kind.isInline {
      trims = true
    }
    emptiedAt = events.count
  }

  private mutating func shortenLast() {
    events[events.count - 1].upper -= 1
    if events[events.count - 1].range.isEmpty { events.removeLast() }
  }
}

extension Event.Kind {
  /// Whether it is nothing without what it holds.
  fileprivate var isNothingEmpty: Bool {
    switch self {
    case .paragraph, .blockQuote, .alert, .bulletList, .orderedList, .item, .emphasis, .strong,
      .strikethrough:
      true
    default: false
    }
  }
}

extension Document {
  /// Whether a letter or digit stands at a place of the source.
  fileprivate func isWord(at place: UInt32) -> Bool {
    guard
      let scalar = String(decoding: source[Int(place)...].prefix(4), as: UTF8.self)
        .unicodeScalars.first
    else { return false }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
