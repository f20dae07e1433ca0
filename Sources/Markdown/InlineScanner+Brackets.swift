extension InlineScanner {
  /// What the `]` at `place` closes; returns where to go on.
  mutating func closeBracket(_ place: Place) -> UInt32 {
    guard brackets.count > floor.brackets, let opener = brackets.popLast() else {
      return place.offset + 1
    }
    if !opener.hasBracket {
      if let end = wikiLink(opener, closedAt: place) { return end }
      switch byte(opener.place, ahead: 1) {
      case UInt8(ascii: "@") where extensions.contains(.citations):
        if let end = citation(opener.place, closedAt: place) { return end }
      case UInt8(ascii: "^") where extensions.contains(.footnotes):
        if let end = footnote(opener.place, closedAt: place) { return end }
      default: break
      }
    }
    let next = Place(event: place.event, offset: place.offset + 1)
    guard let (key, end) = annotationKey(next) else { return next.offset }
    dropTildes(after: opener.place)
    let index = store(key: key, span: opener.place.offset + 1..<place.offset)
    let range = opener.place.offset..<end
    cut(opener.place, length: 1, Event(.annotation, .enter, range, number: index))
    cut(place, length: end - place.offset, Event(.annotation, .leave, range, number: index))
    lastSpan = (opener.place, end)
    return end
  }

  // MARK: {^key}

  /// Annotates what ends where the `{` at `place` stands; returns where to go on.
  mutating func annotateLastSpan(_ place: Place) -> UInt32 {
    guard let span = lastSpan, span.end == place.offset, let (key, end) = annotationKey(place)
    else { return place.offset + 1 }
    let index = store(key: key, span: span.start.offset..<span.end)
    let range = span.start.offset..<end
    cut(span.start, length: 0, Event(.annotation, .enter, range, number: index))
    cut(place, length: end - place.offset, Event(.annotation, .leave, range, number: index))
    lastSpan = (span.start, end)
    return end
  }

  private func annotationKey(_ place: Place) -> (key: Range<UInt32>, end: UInt32)? {
    guard extensions.contains(.annotations), byte(place) == UInt8(ascii: "{"),
      byte(place, ahead: 1) == UInt8(ascii: "^")
    else { return nil }
    var length: UInt32 = 2
    while let byte = byte(place, ahead: length), !byte.isSpace, !"[]{}^".utf8.contains(byte) {
      length += 1
    }
    guard length > 2, byte(place, ahead: length) == UInt8(ascii: "}") else { return nil }
    return (place.offset + 2..<place.offset + length, place.offset + length + 1)
  }

  private mutating func store(key: Range<UInt32>, span: Range<UInt32>) -> UInt32 {
    tape.annotations.append(
      Annotation(
        key: tape.store(source[Int(key.lowerBound)..<Int(key.upperBound)]), keyRange: key,
        span: span))
    return UInt32(tape.annotations.count - 1)
  }

  /// Tildes that wait inside of what closes now find no other half any more.
  private mutating func dropTildes(after place: Place) {
    while tildes.count > floor.tildes, let last = tildes.last, last.offset > place.offset {
      tildes.removeLast()
    }
  }

  // MARK: [^n]

  private mutating func footnote(_ open: Place, closedAt close: Place) -> UInt32? {
    gather(from: open.offset + 1, open, to: close)
    let label = content.bytes.dropFirst()
    guard content.isPlain, !label.isEmpty, !label.contains(where: \.isSpace) else { return nil }
    let range = open.offset..<close.offset + 1
    guard let index = footnotes[Aligner.key(label)] else {
      tape.report(
        .undefinedFootnote, Int(range.lowerBound)..<Int(range.upperBound), label)
      return nil
    }
    replace(open, close, Event(.footnoteReference, .leaf, range, number: UInt32(index)))
    return range.upperBound
  }

  // MARK: [@source, p. 3; see @other]

  private mutating func citation(_ open: Place, closedAt close: Place) -> UInt32? {
    gather(from: open.offset + 1, open, to: close)
    guard content.isPlain, let items = CitationParser(content).items() else { return nil }
    let range = open.offset..<close.offset + 1
    let first = tape.citationItems.count
    for item in items {
      tape.citationItems.append(
        CitationItem(
          source: tape.store(folding: content.bytes[item.source]),
          sourceRange: content.range(item.source),
          prefix: tape.store(folding: content.bytes[item.prefix]),
          prefixRange: content.range(item.prefix),
          locator: tape.store(folding: content.bytes[item.locator]),
          locatorRange: content.range(item.locator)))
    }
    tape.citations.append(Citation(items: first..<tape.citationItems.count))
    replace(
      open, close, Event(.citation, .leaf, range, number: UInt32(tape.citations.count - 1)))
    return range.upperBound
  }

  private mutating func replace(_ open: Place, _ close: Place, _ event: Event) {
    dropTildes(after: open)
    var end = close
    end.offset += 1
    cuts.append(Cut(from: open, to: end, result: event))
  }

  // MARK: [[id#claim|text]]

  private mutating func wikiLink(_ inner: Opener, closedAt close: Place) -> UInt32? {
    guard extensions.contains(.wikiLinks), byte(close, ahead: 1) == UInt8(ascii: "]"),
      brackets.count > floor.brackets, let open = brackets.last?.place,
      open.event == inner.place.event, open.offset + 1 == inner.place.offset
    else { return nil }
    gather(from: open.offset + 2, open, to: close)
    let range = open.offset..<close.offset + 2
    guard !content.hasLink else { return nil }

    if content.bytes.first == UInt8(ascii: "!"), byte(open, ahead: 2) == UInt8(ascii: "!") {
      if content.trimmed(1..<content.bytes.count).isEmpty, content.isPlain {
        reportEmpty(range)
        return nil
      }
      cut(open, length: 3, Event(.noLink, .enter, range))
      cut(close, length: 2, Event(.noLink, .leave, range))
    } else {
      guard content.isTargetPlain else { return nil }
      let whole = 0..<(content.pipe ?? content.bytes.count)
      let hash = content.bytes[whole].firstIndex(of: UInt8(ascii: "#"))
      let target = content.trimmed(0..<(hash ?? whole.upperBound))
      guard !target.isEmpty else {
        reportEmpty(range)
        return nil
      }
      let claim = hash.map { content.trimmed($0 + 1..<whole.upperBound) } ?? 0..<0
      let text = content.pipe.map { $0 + 1..<content.bytes.count } ?? 0..<0
      let hasText = !content.trimmed(text).isEmpty || (content.pipe != nil && !content.isPlain)
      let index = UInt32(tape.wikiLinks.count)
      tape.wikiLinks.append(
        WikiLink(
          target: tape.store(folding: content.bytes[target]), targetRange: content.range(target),
          claim: claim.isEmpty ? nil : tape.store(folding: content.bytes[claim]),
          claimRange: content.range(claim), hasText: hasText))
      let textStart = hasText ? content.pipeEnd ?? close : close
      cuts.append(
        Cut(from: open, to: textStart, result: Event(.wikiLink, .enter, range, number: index)))
      cut(close, length: 2, Event(.wikiLink, .leave, range, number: index))
    }
    brackets.removeLast()
    dropTildes(after: open)
    lastSpan = (open, range.upperBound)
    return range.upperBound
  }

  private mutating func reportEmpty(_ range: Range<UInt32>) {
    let range = Int(range.lowerBound)..<Int(range.upperBound)
    tape.report(.emptyWikiLink, range, source[range])
  }

  // MARK: Content

  /// The text between two brackets; `start` is where it begins, in the event of `open`.
  private mutating func gather(from start: UInt32, _ open: Place, to close: Place) {
    content.reset(start: start)
    for index in open.event...close.event {
      let event = events[index]
      switch event.kind {
      case .text:
        let lower = index == open.event ? start : event.lower
        let upper = index == close.event ? close.offset : event.upper
        for offset in lower..<max(lower, upper) {
          content.append(source[Int(offset)], at: offset..<offset + 1, in: index)
        }
      case .replacement:
        for byte in tape.literals[Int(event.literalLower)..<Int(event.literalUpper)] {
          content.append(byte, at: event.range, in: index)
        }
      case .softBreak: content.append(32, at: event.range, in: index)
      default:
        content.noteMarkup(isLink: event.kind == .link || event.kind == .image)
      }
    }
  }
}
