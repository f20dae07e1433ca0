/// Rewrites footnote definitions at the left margin into block quotes.
///
///     [^n]: Text                  > Text
///         and more of it,    →    > and more of it,
///                                 >
///         a second paragraph      > a second paragraph
struct FootnoteFeed {
  let source: [UInt8]
  let table: LineTable
  /// Lines of code and raw HTML outside of quotes and lists, in which nothing is a definition.
  let verbatimLines: [ClosedRange<Int>]

  /// Nil if the source defines no footnote.
  static func rewrite(_ source: [UInt8], _ table: LineTable, _ tree: RawTree) -> FedText? {
    // A line at the margin ends every quote and list, with the code in it; only outer blocks count.
    var depth = 0
    var verbatim: [ClosedRange<Int>] = []
    for node in tree.nodes {
      switch node.kind {
      case .blockQuote, .item: depth += node.phase == .enter ? 1 : -1
      case .codeBlock, .htmlBlock:
        guard depth == 0 else { continue }
        let first = Int(node.startLine) - 1
        verbatim.append(first...max(first, Int(node.endLine) - 1))
      default: break
      }
    }
    return FootnoteFeed(source: source, table: table, verbatimLines: verbatim).rewritten()
  }

  /// Whether any line begins like a definition; most texts have none.
  static func isNeeded(_ source: [UInt8], _ table: LineTable) -> Bool {
    table.lines.contains {
      $0.end - $0.start > 4 && source[$0.start] == UInt8(ascii: "[")
        && source[$0.start + 1] == UInt8(ascii: "^")
    }
  }

  private func rewritten() -> FedText? {
    var fed = FedText()
    fed.bytes.reserveCapacity(source.count + 256)
    var index = 0
    var verbatim = verbatimLines[...]
    while index < table.lines.count {
      while let next = verbatim.first, next.upperBound < index { verbatim.removeFirst() }
      let line = table.lines[index]
      if verbatim.first?.contains(index) != true, let label = label(of: line) {
        append(definition: label, from: &index, to: &fed)
      } else {
        fed.append(line, of: source)
        index += 1
      }
    }
    return fed.feed.footnotes.isEmpty ? nil : fed
  }

  /// Where `n` stands in a line that begins `[^n]:`
  private func label(of line: LineTable.Line) -> Range<Int>? {
    let start = line.start
    guard line.end - start > 4, source[start] == UInt8(ascii: "["),
      source[start + 1] == UInt8(ascii: "^")
    else { return nil }
    var end = start + 2
    while end < line.end, !source[end].isSpace, source[end] != 0,
      source[end] != UInt8(ascii: "["), source[end] != UInt8(ascii: "]")
    {
      end += 1
    }
    guard end > start + 2, end + 1 < line.end, source[end] == UInt8(ascii: "]"),
      source[end + 1] == UInt8(ascii: ":")
    else { return nil }
    return start + 2..<end
  }

  private func append(definition label: Range<Int>, from index: inout Int, to fed: inout FedText) {
    let first = table.lines[index]
    // A quote before it is another quote.
    fed.appendBlank(at: first.source)
    let text = label.upperBound + 2
    fed.append(
      prefix: "> ".utf8, source[text..<first.end], at: text..<first.end,
      footnote: fed.feed.footnotes.count)
    fed.feed.footnotes.append(
      Feed.FootnoteDefinition(
        label: UInt32(label.lowerBound)..<UInt32(label.upperBound), start: UInt32(first.source)))
    index += 1

    while index < table.lines.count {
      var next = index
      while next < table.lines.count, isBlank(table.lines[next]) { next += 1 }
      guard next < table.lines.count else { break }
      let line = table.lines[next]
      if let start = indented(line) {
        for blank in table.lines[index..<next] {
          fed.append(prefix: ">".utf8, [], at: blank.source..<blank.source)
        }
        fed.append(prefix: "> ".utf8, source[start..<line.end], at: start..<line.end)
        index = next + 1
      } else if next == index, isPlainText(line) {
        // The paragraph goes on at the margin.
        fed.append(line, of: source)
        index += 1
      } else {
        break
      }
    }
    if index < table.lines.count { fed.appendBlank(at: table.lines[index].source) }
  }

  private func isBlank(_ line: LineTable.Line) -> Bool {
    source[line.start..<line.end].allSatisfy(\.isSpaceOrTab)
  }

  /// Where the text of a line begins that is indented by four columns.
  private func indented(_ line: LineTable.Line) -> Int? {
    var column = 0
    var index = line.start
    while column < 4, index < line.end, source[index].isSpaceOrTab {
      column += source[index] == UInt8(ascii: "\t") ? 4 : 1
      index += 1
    }
    return column >= 4 ? index : nil
  }

  /// Whether a line at the margin can only go on with a paragraph.
  private func isPlainText(_ line: LineTable.Line) -> Bool {
    guard let byte = source[line.start..<line.end].first(where: { !$0.isSpaceOrTab }) else {
      return false
    }
    if byte == UInt8(ascii: "["), label(of: line) != nil { return false }
    return !byte.isASCIIDigit && !"#>-+*=~`<|".utf8.contains(byte)
  }
}
