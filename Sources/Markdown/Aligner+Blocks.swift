extension Aligner {
  private var limitsDepth: Bool { extensions.contains(.safety) }

  mutating func container(_ node: RawTree.Node) {
    closeTable()
    guard node.phase == .enter else {
      leaveContainer(node)
      return
    }
    let range = range(of: node)
    var isShown = true
    switch node.kind {
    case .item: isShown = blocks.last?.isShown ?? true
    default:
      isShown = !limitsDepth || depth < Document.nestingLimit
      if !isShown { reportDepth(at: range) }
    }
    blocks.append((node.kind, node.isTight, isShown))
    if node.kind == .blockQuote { containers.append(.quote) }
    if node.kind == .item { containers.append(.item) }
    guard isShown else {
      open.append(nil)
      return
    }
    switch node.kind {
    case .bulletList, .orderedList:
      depth += 1
      enter(
        node.kind == .bulletList ? .bulletList : .orderedList, range,
        number: Event.listNumber(start: node.number, tight: node.isTight))
    case .item: enter(.item, range)
    default:
      depth += 1
      if blocks.count == 1, let index = firstLine(of: node).footnote {
        enterFootnote(index, range)
      } else {
        enter(.blockQuote, range)
      }
    }
  }

  private mutating func leaveContainer(_ node: RawTree.Node) {
    let block = blocks.removeLast()
    if node.kind == .blockQuote || node.kind == .item { containers.removeLast() }
    if block.isShown, node.kind != .item { depth -= 1 }
    let last = open.last ?? nil
    leave()
    if let last, tape.events[last].kind == .footnoteDefinition {
      leaveFootnote(Int(tape.events[last].number), entered: last)
    }
  }

  mutating func leafBlock(_ node: RawTree.Node, at index: Int) {
    closeTable()
    let range = range(ofLeaf: node, at: index)
    switch node.kind {
    case .thematicBreak: leaf(.thematicBreak, range.lowerBound, range.upperBound)
    case .codeBlock:
      var info: UInt32 = 0
      if !node.title.isEmpty {
        info = UInt32(tape.infoStrings.count)
        tape.infoStrings.append(store(node.title))
      }
      leaf(
        .codeBlock, range.lowerBound, range.upperBound, number: info, literal: store(node.literal))
    default:
      leaf(
        .htmlBlock, range.lowerBound, range.upperBound, number: rawHTMLNumber,
        literal: store(node.literal))
      if extensions.contains(.safety) {
        tape.report(
          .rawHTML, Int(range.lowerBound)..<Int(range.upperBound),
          pool(node.literal).prefix { $0 != UInt8(ascii: "\n") })
      }
    }
  }

  /// The place of a leaf. Where a fence has no end, libcmark counts the line that ended it in; it is not.
  private func range(ofLeaf node: RawTree.Node, at index: Int) -> Range<UInt32> {
    let range = range(of: node)
    guard let next = tree.nodes[(index + 1)...].first(where: { $0.phase != .leave }),
      next.startLine > node.startLine, next.startLine <= node.endLine
    else { return range }
    let end = source(line: next.startLine - 1, column: .max)
    return range.lowerBound..<min(range.upperBound, max(range.lowerBound, end))
  }

  mutating func textBlock(_ node: RawTree.Node) {
    if node.phase == .enter { enterTextBlock(node) } else { leaveTextBlock(node) }
  }

  private mutating func enterTextBlock(_ node: RawTree.Node) {
    var range = range(of: node)
    cursor = BlockCursor(
      fed: fed, table: table, containers: containers, line: Int(node.startLine) - 1,
      lastLine: Int(node.endLine) - 1, column: Int(node.startColumn) - 1)
    isLost = false
    isInCell = false
    inlineDepth = 0
    openLinks.removeAll(keepingCapacity: true)
    lastBreak = 0
    breaks = 0
    blockColumn = Int(node.startColumn) - 1

    if let cell = firstLine(of: node).cell {
      isInCell = true
      skipHeadingMark()
      enterCell(cell)
      return
    }
    closeTable()
    if node.kind == .heading {
      // A heading with marks before it; one that is underlined begins like a paragraph.
      isUnderlined = !isMarkedHeading()
      if isUnderlined {
        cursor.skipReferenceDefinitions()
        range = cursor.source..<cursor.source
      } else {
        skipHeadingMark()
      }
      enter(.heading, range, number: UInt32(node.number))
      return
    }
    cursor.skipReferenceDefinitions()
    if cursor.source > range.lowerBound {
      // What libcmark took out of the paragraph is not part of it.
      range = cursor.source..<max(cursor.source, range.upperBound)
    }
    let isTight =
      blocks.last?.kind == .item && blocks.count > 1 && blocks[blocks.count - 2].isTight
    enter(.paragraph, range, number: Event.listNumber(start: 0, tight: isTight))
  }

  private func isMarkedHeading() -> Bool {
    var probe = cursor
    while probe.byte == UInt8(ascii: "#") { probe.position += 1 }
    let marks = probe.position - cursor.position
    return 1...6 ~= marks && (probe.byte?.isSpaceOrTab ?? true) && cursor.lastLine == cursor.line
  }

  private mutating func skipHeadingMark() {
    while cursor.byte == UInt8(ascii: "#") { cursor.position += 1 }
    cursor.skipSpaces()
    cursor.restartContent()
  }

  private mutating func leaveTextBlock(_ node: RawTree.Node) {
    guard let last = open.last, let first = last else { return }
    recogniseInlines(after: first)
    if isInCell {
      leave()
      leaveCell()
      return
    }
    switch tape.events[first].kind {
    case .heading:
      if extensions.contains(.anchors) { nameHeading(first) }
      if isUnderlined {
        // libcmark counts the line behind the underline in; the heading ends with the underline.
        leave(at: source(line: Int32(cursor.line) + 2, column: .max))
        return
      }
    case .paragraph:
      if extensions.contains(.figures) { recogniseFigure(first) }
      if extensions.contains(.alerts), recogniseAlert(first) { return }
    default: break
    }
    leave()
  }
}
