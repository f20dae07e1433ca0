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
    if node.kind == .blockQuote || node.kind == .item { containers.push(node, fed, table) }
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
    if node.kind == .blockQuote || node.kind == .item { containers.pop() }
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
      if extensions.contains(.safety) { return shownHTML(pool(node.literal), in: range) }
      leaf(
        .htmlBlock, range.lowerBound, range.upperBound, number: rawHTMLNumber,
        literal: store(node.literal))
    }
  }

  /// A block of HTML as text, without the comments in it.
  private mutating func shownHTML(_ html: ArraySlice<UInt8>, in range: Range<UInt32>) {
    let place = Int(range.lowerBound)..<Int(range.upperBound)
    guard let shown = Comment.stripped(from: html) else {
      return tape.report(.openComment, place, html.prefix { $0 != UInt8(ascii: "\n") })
    }
    guard shown.contains(where: { !$0.isSpace }) else { return }
    leaf(
      .htmlBlock, range.lowerBound, range.upperBound, number: rawHTMLNumber,
      literal: tape.store(shown))
    tape.report(
      .rawHTML, place, shown.drop(while: \.isSpace).prefix { $0 != UInt8(ascii: "\n") })
  }

  /// The place of a leaf. Where a fence has no end, libcmark counts the line that ended it in; it
  /// is not.
  private func range(ofLeaf node: RawTree.Node, at index: Int) -> Range<UInt32> {
    let range = range(of: node)
    guard let next = firstBlock(behind: index),
      next.startLine > node.startLine, next.startLine <= node.endLine
    else { return range }
    let end = source(line: next.startLine - 1, column: .max)
    return range.lowerBound..<min(range.upperBound, max(range.lowerBound, end))
  }

  private func firstBlock(behind index: Int) -> RawTree.Node? {
    tree.nodes[(index + 1)...].first { $0.phase != .leave && !$0.kind.isInline }
  }

  /// The line of the underline of a heading. libcmark counts the line in that made it see the end.
  private func underline(of node: RawTree.Node, at index: Int) -> Int32 {
    guard firstBlock(behind: index).map({ $0.startLine > node.endLine }) ?? true else {
      return node.endLine - 1
    }
    let last = table.lines[min(max(0, Int(node.endLine) - 1), table.lines.count - 1)]
    let mark = fed[last.start..<last.end].last { !$0.isSpaceOrTab }
    let isUnderline =
      (mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-"))
      && fed[last.start..<last.end].allSatisfy {
        $0 == mark || $0.isSpaceOrTab || $0 == UInt8(ascii: ">")
      }
    return isUnderline ? node.endLine : node.endLine - 1
  }

  mutating func textBlock(_ node: RawTree.Node, at index: Int) {
    if node.phase == .enter { enterTextBlock(node, at: index) } else { leaveTextBlock(node) }
  }

  private mutating func enterTextBlock(_ node: RawTree.Node, at index: Int) {
    var node = node
    let isUnderlined = node.kind == .heading && node.startLine < node.endLine
    var end: UInt32?
    if isUnderlined, firstLine(of: node).cell == nil {
      node.endLine = underline(of: node, at: index)
      end = source(line: node.endLine, column: .max)
    }
    var range = range(of: node)
    range = range.lowerBound..<(end ?? range.upperBound)
    cursor = BlockCursor(
      fed: fed, table: table, containers: containers.containers, line: Int(node.startLine) - 1,
      lastLine: Int(node.endLine) - (isUnderlined ? 2 : 1), column: Int(node.startColumn) - 1)
    isLost = false
    isInCell = false
    inlineDepth = 0
    openLinks.removeAll(keepingCapacity: true)
    anchorDepth = 0
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
      if isUnderlined {
        cursor.skipReferenceDefinitions()
        range = cursor.source..<range.upperBound
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

  private mutating func skipHeadingMark() {
    while cursor.byte == UInt8(ascii: "#") { cursor.position += 1 }
    cursor.skipSpaces()
    cursor.restartContent()
  }

  private mutating func leaveTextBlock(_ node: RawTree.Node) {
    guard let last = open.last, let first = last else { return }
    if extensions.contains(.figures), tape.events[first].kind == .paragraph, !isInCell {
      recogniseFigure(first)
    }
    recogniseInlines(after: first)
    if isInCell {
      leave()
      leaveCell()
      return
    }
    switch tape.events[first].kind {
    case .heading:
      if extensions.contains(.anchors) { nameHeading(first) }
    case .paragraph:
      if extensions.contains(.alerts), recogniseAlert(first) { return }
    default: break
    }
    leave()
  }
}
