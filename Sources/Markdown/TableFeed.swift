/// Rewrites tables: each cell becomes a heading of its own line.
///
///     | a | b *c |          # a #
///     |---|------|    →     # b *c #
///     | d | e*   |          # d #
///                           # e* #
struct TableFeed {
  let fed: [UInt8]
  let table: LineTable
  /// Cells that short rows lack are made up, but not without end.
  private var paddingLeft = 100_000

  private struct Found {
    /// What stands before the paragraph on its first line: marks of quotes and lists.
    var prefix: Range<Int>
    var isAtParagraphStart: Bool
    var header: Int
    var rows: [Range<Int>]
    var alignments: [Event.Alignment]
    var headerCells: [Range<Int>]
    var end: Int
  }

  /// Every cell repeats the marks around its table; where these are longer, nothing is taken for a
  /// table.
  private static let longestPrefix = 400

  /// Nil if there is no table, or if the cells would be more than libcmark can take.
  static func rewrite(_ text: FedText, _ tree: RawTree) -> FedText? {
    var feed = TableFeed(fed: text.bytes, table: text.table)
    let tables = feed.find(in: tree)
    guard !tables.isEmpty else { return nil }
    return feed.write(tables, footnotes: text.feed.footnotes)
  }

  private init(fed: [UInt8], table: LineTable) {
    self.fed = fed
    self.table = table
  }

  // MARK: Finding

  private func find(in tree: RawTree) -> [Found] {
    var found: [Found] = []
    var containers = ContainerStack()
    for node in tree.nodes {
      switch (node.kind, node.phase) {
      case (.blockQuote, .enter), (.item, .enter): containers.push(node, fed, table)
      case (.blockQuote, .leave), (.item, .leave): containers.pop()
      case (.paragraph, .enter) where node.endLine > node.startLine:
        if let table = findTable(node, containers.containers) { found.append(table) }
      default: break
      }
    }
    return found
  }

  private func findTable(_ node: RawTree.Node, _ containers: [Container]) -> Found? {
    var cursor = BlockCursor(
      fed: fed, table: table, containers: containers, line: Int(node.startLine) - 1,
      lastLine: Int(node.endLine) - 1, column: Int(node.startColumn) - 1)
    let prefix = table.lines[cursor.line].start..<cursor.position
    guard prefix.count <= TableFeed.longestPrefix else { return nil }
    let paragraph = cursor.line
    var previous = cursor.position..<cursor.lineEnd
    while cursor.nextLine() {
      cursor.skipSpaces()
      let row = cursor.position..<cursor.lineEnd
      defer { previous = row }
      guard let byte = cursor.byte, "|-:".utf8.contains(byte),
        fed[previous].contains(UInt8(ascii: "|")) || fed[row].contains(UInt8(ascii: "|")),
        let alignments = TableScanner.alignments(fed, row)
      else { continue }
      let header = TableScanner.cells(fed, previous)
      guard header.count == alignments.count else { continue }
      var rows = [previous]
      let first = cursor.line - 1
      while cursor.nextLine() {
        cursor.skipSpaces()
        rows.append(cursor.position..<cursor.lineEnd)
      }
      return Found(
        prefix: prefix, isAtParagraphStart: first == paragraph, header: first, rows: rows,
        alignments: alignments, headerCells: header, end: cursor.line + 1)
    }
    return nil
  }

  // MARK: Writing

  private mutating func write(
    _ tables: [Found], footnotes: [Feed.FootnoteDefinition]
  ) -> FedText? {
    var result = FedText()
    result.bytes.reserveCapacity(fed.count + fed.count / 4)
    result.feed.footnotes = footnotes
    var index = 0
    for found in tables {
      while index < found.header {
        result.append(table.lines[index], of: fed)
        index += 1
      }
      guard write(found, to: &result) else { return nil }
      index = found.end
    }
    while index < table.lines.count {
      result.append(table.lines[index], of: fed)
      index += 1
    }
    return result
  }

  /// False if it would be too long.
  private mutating func write(_ found: Found, to result: inout FedText) -> Bool {
    let headerLine = table.lines[found.header]
    // In the lines that follow, a list marker is the space that it took.
    let prefix = fed[found.prefix].map { $0 == UInt8(ascii: ">") || $0.isSpaceOrTab ? $0 : 32 }
    let firstPrefix = found.isAtParagraphStart ? Array(fed[found.prefix]) : prefix
    let columns = found.alignments.count
    let firstCell = result.feed.cells.count
    let tableStart = source(found.rows[0].lowerBound, found.header)
    var tableEnd = tableStart
    for (row, range) in found.rows.enumerated() {
      guard result.bytes.count + fed.count < RawTree.limit else { return false }
      let line = row == 0 ? found.header : found.header + row + 1
      var cells = row == 0 ? found.headerCells : TableScanner.cells(fed, range)
      while cells.count < columns, paddingLeft > 0 {
        paddingLeft -= 1
        cells.append(range.upperBound..<range.upperBound)
      }
      let rowRange = source(range.lowerBound, line)..<source(range.upperBound, line)
      tableEnd = rowRange.upperBound
      let count = min(columns, cells.count)
      for (column, cell) in cells.prefix(count).enumerated() {
        let place = Int(source(cell.lowerBound, line))..<Int(source(cell.upperBound, line))
        let isFirst = row == 0 && column == 0
        result.append(
          prefix: (isFirst ? firstPrefix : prefix) + Array("# ".utf8), fed[cell], at: place,
          suffix: " #", cell: result.feed.cells.count,
          footnote: isFirst ? headerLine.footnote : nil)
        result.feed.cells.append(
          Feed.Cell(
            row: row, column: column, alignment: found.alignments[column],
            isLastInRow: column == count - 1, isLastInTable: false,
            range: UInt32(place.lowerBound)..<UInt32(place.upperBound), rowRange: rowRange,
            tableRange: tableStart..<tableStart))
      }
    }
    result.feed.cells[result.feed.cells.count - 1].isLastInTable = true
    result.feed.cells[firstCell].tableRange = tableStart..<max(tableStart, tableEnd)
    return true
  }

  private func source(_ position: Int, _ line: Int) -> UInt32 {
    table.source(position, line: line)
  }
}
