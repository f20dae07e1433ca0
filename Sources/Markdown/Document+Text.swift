extension Document {
  /// Appends escaped text of the events overlapping `range`, white space folded, `marked` within
  /// `<mark>`.
  ///
  /// Notes, citation marks and images are left out. Of a citation that is itself marked, the locator of the item that
  /// is meant stands in brackets.
  /// - Parameters:
  ///   - eventIndex: an event at or before the start of `range`.
  ///   - shownText: what a wiki link without a text of its own shows; nil: its target.
  ///   - item: the citation item that is meant, of a citation that is marked.
  package func appendExcerpt(
    of range: Range<UInt32>, marking marked: Range<UInt32>, startingAt eventIndex: Int,
    into buffer: inout [UInt8], shownText: (WikiLink) -> [UInt8]? = { _ in nil },
    citing item: Int? = nil
  ) {
    var excerpt = Excerpt(
      range: range, marked: marked, text: FoldedText(start: buffer.count, escapes: true))
    // Handed over and taken back, so that the buffer is never copied.
    swap(&excerpt.text.buffer, &buffer)
    var index = eventIndex
    while index < events.count, events[index].leaves || events[index].lower < range.upperBound {
      visit(&index, shownText) { piece, event in
        if case .note = piece, event.range == marked {
          excerpt.markNote(item.map { bytes(citationItems[$0].locator) } ?? [])
        } else {
          excerpt.append(piece, event)
        }
      }
    }
    excerpt.finish()
    swap(&excerpt.text.buffer, &buffer)
  }

  /// The text of the events, unescaped, white space folded, a line feed between blocks.
  ///
  /// Notes, citation marks and images are left out.
  package func plainText(
    events range: Range<Int>? = nil, shownText: (WikiLink) -> [UInt8]? = { _ in nil }
  ) -> [UInt8] {
    var text = FoldedText(escapes: false)
    let range = range ?? 0..<events.count
    var index = range.lowerBound
    while index < range.upperBound {
      visit(&index, shownText) { piece, _ in
        switch piece {
        case .bytes(let bytes): text.append(bytes)
        case .space: text.space()
        case .cellEnd: text.separator()
        case .blockEnd: text.lineFeed()
        case .note: text.skipMark()
        }
      }
    }
    return text.buffer
  }

  private enum Piece {
    case bytes(ArraySlice<UInt8>)
    case space
    case cellEnd
    case blockEnd
    case note
  }

  /// Hands on what the event at `index` shows, and moves to the next one to be looked at.
  private func visit(
    _ index: inout Int, _ shownText: (WikiLink) -> [UInt8]?, _ body: (Piece, Event) -> Void
  ) {
    let event = events[index]
    index += 1
    switch event.kind {
    case .text, .replacement, .code, .codeBlock: body(.bytes(bytes(of: event)), event)
    case .rawHTML, .htmlBlock:
      if event.isShownAsText { body(.bytes(bytes(of: event)), event) }
    case .softBreak, .lineBreak: body(.space, event)
    case .wikiLink:
      let link = wikiLinks[event.index]
      if event.enters, !link.hasText {
        body(.bytes(shownText(link)?[...] ?? bytes(link.target)), event)
      }
    case .citation, .footnoteReference: body(.note, event)
    case .image where event.enters: index = end(of: index - 1) + 1
    case .footnoteDefinition where event.enters:
      index = max(index, footnotes[event.index].events.upperBound + 1)
    default: break
    }
    if !event.kind.isInline, !event.enters {
      body(event.kind == .tableCell ? .cellEnd : .blockEnd, event)
    }
  }

  /// Where what is entered at `index` is left.
  package func end(of index: Int) -> Int {
    var depth = 0
    for other in index..<events.count {
      if events[other].enters { depth += 1 }
      if events[other].leaves { depth -= 1 }
      if depth == 0 { return other }
    }
    return events.count - 1
  }

  /// An excerpt in the making.
  private struct Excerpt {
    let range: Range<UInt32>
    let marked: Range<UInt32>
    var text: FoldedText
    private var mark = Mark.before

    private enum Mark { case before, open, done }

    init(range: Range<UInt32>, marked: Range<UInt32>, text: FoldedText) {
      self.range = range
      self.marked = marked
      self.text = text
    }

    mutating func append(_ piece: Piece, _ event: Event) {
      guard event.range.overlaps(range) || event.leaves else { return }
      switch piece {
      case .space, .blockEnd: text.space()
      case .cellEnd: text.separator()
      case .note: text.skipMark()
      case .bytes(let bytes) where event.kind == .text:
        // Split where the excerpt and the mark begin and end.
        var lower = max(event.lower, range.lowerBound)
        let upper = min(event.upper, range.upperBound)
        while lower < upper {
          var end = upper
          for bound in [marked.lowerBound, marked.upperBound] where lower < bound && bound < end {
            end = bound
          }
          let first = bytes.startIndex + Int(lower - event.lower)
          append(bytes[first..<first + Int(end - lower)], at: lower)
          lower = end
        }
      case .bytes(let bytes): append(bytes, at: event.lower)
      }
    }

    mutating func markNote(_ words: ArraySlice<UInt8>) {
      text.space()
      text.appendMarkup("<mark>", afterSpace: true)
      text.append(Array((words.isEmpty ? "[source]" : "[").utf8)[...])
      if !words.isEmpty {
        text.append(words[...])
        text.append(Array("]".utf8)[...])
      }
      text.appendMarkup("</mark>", afterSpace: false)
      mark = .done
    }

    private mutating func append(_ bytes: ArraySlice<UInt8>, at place: UInt32) {
      if mark == .before, marked.contains(place) {
        text.appendMarkup("<mark>", afterSpace: true)
        mark = .open
      } else if mark == .open, place >= marked.upperBound {
        finish()
      }
      text.append(bytes)
    }

    mutating func finish() {
      guard mark == .open else { return }
      text.appendMarkup("</mark>", afterSpace: false)
      mark = .done
    }
  }
}
