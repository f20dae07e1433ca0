extension Aligner {
  mutating func inline(_ node: RawTree.Node) {
    switch node.kind {
    case .text: text(node.literal)
    case .softBreak: lineBreak(.softBreak)
    case .lineBreak: lineBreak(.lineBreak)
    case .code: code(node.literal)
    case .htmlInline: html(node.literal)
    case .emphasis: emphasis(.emphasis, marks: 1, node.phase)
    case .strong: emphasis(.strong, marks: 2, node.phase)
    case .link, .image:
      if node.phase == .enter { enterLink(node) } else { leaveLink(node) }
    default: break
    }
  }

  // MARK: Text

  /// Splits text into runs that are verbatim in the source and what stands for something else
  /// there.
  private mutating func text(_ literal: Range<UInt32>) {
    var index = Int(literal.lowerBound) + spacesOfTab
    spacesOfTab = 0
    let end = Int(literal.upperBound)
    var run = cursor.source
    func isEscape(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "&") || byte == 0
    }
    while index < end {
      // The common case, and the hot loop.
      let lineEnd = cursor.lineEnd
      var position = cursor.position
      while index < end, position < lineEnd {
        let byte = fed[position]
        guard byte == tree.pool[index], !isEscape(byte) else { break }
        position += 1
        index += 1
      }
      cursor.position = position
      if index == end { break }

      if position < lineEnd, isEscape(fed[position]) {
        if let (length, bytes) = replacement(matching: index..<end) {
          flush(&run)
          let start = cursor.source
          if fed[position] == 0 { cursor.advance() } else { cursor.position += length }
          leaf(.replacement, start, cursor.source, literal: tape.store(bytes))
          run = cursor.source
          index += bytes.count
          continue
        }
        if fed[position] == tree.pool[index] {
          cursor.position += 1
          index += 1
          continue
        }
      }
      flush(&run)
      if find(index..<end) {
        run = cursor.source
        continue
      }
      // Nowhere to be found: shown all the same, without a place of its own.
      leaf(
        .replacement, cursor.source, cursor.source, literal: tape.store(tree.pool[index..<end]))
      run = cursor.source
      break
    }
    flush(&run)
  }

  private mutating func flush(_ run: inout UInt32) {
    let here = cursor.source
    if here > run { leaf(.text, run, here) }
    run = here
  }

  /// The escape, entity or zero at the cursor, if the text goes on with what it stands for.
  private mutating func replacement(matching text: Range<Int>) -> (Int, [UInt8])? {
    switch cursor.byte {
    case UInt8(ascii: "\\"):
      guard !isInAutolink, let next = cursor.byte(ahead: 1), next.isASCIIPunctuation,
        tree.pool[text.lowerBound] == next
      else { return nil }
      return (2, [next])
    case UInt8(ascii: "&"):
      guard
        let entity = entities.entity(in: fed, at: cursor.position, before: cursor.lineEnd),
        tree.pool[text].starts(with: entity.bytes)
      else { return nil }
      return (entity.length, entity.bytes)
    default:
      let mark: [UInt8] = [0xEF, 0xBF, 0xBD]
      return tree.pool[text].starts(with: mark) ? (1, mark) : nil
    }
  }

  /// Moves to where the text goes on, further on in the block. Fails once in a block.
  private mutating func find(_ text: Range<Int>) -> Bool {
    guard !isLost else { return false }
    let wanted = tree.pool[text].prefix(8).prefix {
      $0 != UInt8(ascii: "&") && $0 != UInt8(ascii: "\\")
    }
    var probe = cursor
    while !wanted.isEmpty {
      while probe.position < probe.lineEnd {
        if fed[probe.position] == wanted.first,
          fed[probe.position..<probe.lineEnd].starts(with: wanted)
        {
          cursor = probe
          return true
        }
        probe.advance()
      }
      guard probe.nextLine() else { break }
    }
    isLost = true
    return false
  }

  /// Moves to one of two bytes, at the cursor or further on in its line.
  private mutating func seek(_ byte: UInt8, or other: UInt8) -> Bool {
    var position = cursor.position
    while position < cursor.lineEnd {
      if fed[position] == byte || fed[position] == other {
        cursor.advance(by: position - cursor.position)
        return true
      }
      if isLost { return false }
      position += 1
    }
    isLost = true
    return false
  }

  // MARK: Breaks

  private mutating func lineBreak(_ kind: Event.Kind) {
    let start = cursor.source
    let isBackslash = kind == .lineBreak && cursor.byte == UInt8(ascii: "\\")
    cursor.advance(by: cursor.lineEnd - cursor.position)
    _ = cursor.nextLine()
    if !isBackslash {
      // Behind a backslash libcmark neither begins to count anew nor passes over spaces.
      lastBreak = cursor.content
      breaks += 1
      cursor.skipSpaces()
    }
    let isAtTab = isBackslash && cursor.restOfTab > 0
    leaf(kind, start, cursor.source - (isAtTab ? 1 : 0))
    if isAtTab {
      // These spaces are the beginning of the text that follows.
      spacesOfTab = cursor.restOfTab
      leaf(
        .replacement, cursor.source - 1, cursor.source,
        literal: tape.store(repeatElement(32, count: spacesOfTab)))
    }
  }

  // MARK: Code and HTML

  private mutating func code(_ literal: Range<UInt32>) {
    let tick = UInt8(ascii: "`")
    _ = seek(tick, or: tick)
    let start = cursor.source
    var marks = 0
    while cursor.byte == tick {
      marks += 1
      cursor.position += 1
    }
    scan: while marks > 0 {
      var run = 0
      while let byte = cursor.byte {
        if byte == tick {
          run += 1
          cursor.position += 1
        } else {
          if run == marks { break scan }
          run = 0
          cursor.advance()
        }
      }
      if run == marks || !cursor.nextLine() { break }
    }
    var bytes = Array(pool(literal))
    if isInCell, bytes.contains(UInt8(ascii: "\\")) { bytes = TableScanner.unescapePipes(bytes) }
    leaf(.code, start, cursor.source, literal: tape.store(bytes))
  }

  /// Whether raw HTML is shown as text, as the event says it.
  var rawHTMLNumber: UInt32 { extensions.contains(.safety) ? 1 : 0 }

  private mutating func html(_ literal: Range<UInt32>) {
    _ = seek(UInt8(ascii: "<"), or: UInt8(ascii: "<"))
    let start = cursor.source
    let end = cursor.content + literal.count
    moveTo(content: end)
    if extensions.contains(.safety), pool(literal).starts(with: Comment.opening) { return }
    leaf(.rawHTML, start, cursor.source, number: rawHTMLNumber, literal: store(literal))
    if extensions.contains(.safety) {
      tape.report(.rawHTML, Int(start)..<Int(max(start, cursor.source)), pool(literal))
    }
  }

  /// Moves forward to a place as libcmark counts.
  private mutating func moveTo(content end: Int) {
    while cursor.content < end {
      if cursor.isAtLineEnd {
        guard cursor.nextLine() else { return }
      } else {
        cursor.advance()
      }
    }
  }

  // MARK: Emphasis and links

  private mutating func emphasis(_ kind: Event.Kind, marks: Int, _ phase: Event.Phase) {
    _ = seek(UInt8(ascii: "*"), or: UInt8(ascii: "_"))
    let start = cursor.source
    cursor.advance(by: marks)
    if phase == .enter {
      enterInline(kind, start, number: 0)
    } else {
      leaveInline()
    }
  }

  private mutating func enterInline(_ kind: Event.Kind, _ start: UInt32, number: UInt32) {
    inlineDepth += 1
    if extensions.contains(.safety), inlineDepth > Document.nestingLimit {
      reportDepth(at: start..<cursor.source)
      open.append(nil)
    } else {
      enter(kind, start..<cursor.source, number: number)
      // What it holds begins behind its mark.
      floor = max(floor, cursor.source)
    }
  }

  private mutating func leaveInline() {
    inlineDepth -= 1
    leave(at: cursor.source)
  }

  private mutating func enterLink(_ node: RawTree.Node) {
    let isImage = node.kind == .image
    let mark = UInt8(ascii: isImage ? "!" : "[")
    _ = seek(mark, or: isImage ? mark : UInt8(ascii: "<"))
    isInAutolink = cursor.byte == UInt8(ascii: "<")
    openLinks.append(
      OpenLink(
        content: cursor.content, breaks: breaks, isAutolink: isInAutolink,
        startColumn: Int(node.startColumn), endColumn: Int(node.endColumn)))
    let start = cursor.source
    cursor.advance(by: isImage ? 2 : 1)
    if !isImage { anchorDepth += 1 }
    if extensions.contains(.safety), !isImage, anchorDepth > 1 {
      // CommonMark allows an autolink in a link; HTML allows no link in a link.
      inlineDepth += 1
      open.append(nil)
      return
    }
    let index = UInt32(tape.links.count)
    tape.links.append(
      Link(
        destination: store(node.literal), title: store(node.title),
        isSafe: !extensions.contains(.safety) || LinkAddress.isSafe(pool(node.literal))))
    enterInline(isImage ? .image : .link, start, number: index)
  }

  private mutating func leaveLink(_ node: RawTree.Node) {
    guard let link = openLinks.popLast() else { return }
    if node.kind == .link { anchorDepth -= 1 }
    isInAutolink = false
    if link.isAutolink {
      _ = seek(UInt8(ascii: ">"), or: UInt8(ascii: ">"))
      cursor.advance(by: 1)
    } else {
      _ = seek(UInt8(ascii: "]"), or: UInt8(ascii: "]"))
      // libcmark's columns are the distance from the last break that it knows of, and so give the
      // end.
      let end =
        link.breaks == breaks
        ? link.content + link.endColumn - link.startColumn + 1
        : link.endColumn - blockColumn + lastBreak
      cursor.advance(by: 1)
      moveTo(content: end)
    }
    let index = open.last ?? nil
    leaveInline()
    if let index {
      let event = tape.events[index]
      let link = tape.links[event.index]
      if extensions.contains(.safety), isComment(event) {
        showAsWritten(index)
      } else if !link.isSafe {
        tape.report(
          .unsafeLink, Int(event.lower)..<Int(event.upper),
          tape.literals[Int(link.destination.lowerBound)..<Int(link.destination.upperBound)])
      }
    }
  }

  // MARK: Comments

  /// Whether a link refers to a definition that is there for the sake of its words: `[//]: # (words)`.
  private func isComment(_ link: Event) -> Bool {
    Comment.label(endingReference: tape.source[Int(link.lower)..<Int(link.upper)]) != nil
  }

  /// Makes text of the brackets of the link that was entered at `index` and has just been left.
  private mutating func showAsWritten(_ index: Int) {
    let link = tape.events[index]
    let mark: UInt32 = link.kind == .image ? 2 : 1
    tape.links[link.index] = Link(destination: 0..<0, title: 0..<0, isSafe: true)
    tape.events[index] = Event(.text, .leaf, link.lower..<link.lower + mark)
    let last = tape.events.count - 1
    let end = max(link.lower + mark, tape.events[last - 1].upper)
    tape.events[last] = Event(.text, .leaf, end..<link.upper)
    // No definition is a link, so this one was meant to be one and is none.
    if tape.source[Int(link.upper)...].first == UInt8(ascii: ":") {
      tape.report(
        .openComment, Int(link.lower)..<Int(link.upper),
        tape.source[Int(link.lower)...].prefix { $0 != UInt8(ascii: "\n") })
    }
  }
}
