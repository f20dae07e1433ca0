/// A place in the text of one leaf block, line by line, past the prefixes of the blocks around it.
///
/// It moves through what libcmark's inline parser saw: the block's lines without quote marks and
/// indentation, joined by line feeds. `content` counts in that text; libcmark's columns are such counts.
struct BlockCursor {
  enum Container { case quote, item }

  let fed: [UInt8]
  let table: LineTable
  /// What the block stands in, outermost first.
  let containers: [Container]
  /// The last line of the block.
  let lastLine: Int

  private(set) var line: Int
  var position: Int
  private(set) var lineEnd: Int
  /// `content` minus `position`.
  private var shift: Int
  /// How many quote marks were taken off this line, and whether nothing of it was read yet.
  private(set) var quoteMarks = 0
  private(set) var lineStart: Int

  init(
    fed: [UInt8], table: LineTable, containers: [Container], line: Int, lastLine: Int, column: Int
  ) {
    self.fed = fed
    self.table = table
    self.containers = containers
    let line = min(max(0, line), table.lines.count - 1)
    self.line = line
    self.lastLine = min(lastLine, table.lines.count - 1)
    lineEnd = table.lines[line].end
    position = min(table.lines[line].start + max(0, column), lineEnd)
    lineStart = position
    shift = -position
  }

  /// The place in the text that libcmark's inline parser saw.
  var content: Int { position + shift }

  /// The place in the source.
  var source: UInt32 { table.source(position, line: line) }

  var isAtLineEnd: Bool { position >= lineEnd }

  /// The byte here, nil at the end of the line.
  var byte: UInt8? { position < lineEnd ? fed[position] : nil }

  func byte(ahead distance: Int) -> UInt8? {
    position + distance < lineEnd ? fed[position + distance] : nil
  }

  /// Counts from here: the definitions before it were taken out of the block.
  mutating func restartContent() { shift = -position }

  /// Moves past one byte; a zero is three bytes to libcmark.
  mutating func advance() {
    if fed[position] == 0 { shift += 2 }
    position += 1
  }

  mutating func advance(by count: Int) {
    for _ in 0..<count where position < lineEnd { advance() }
  }

  mutating func skipSpaces() {
    while let byte, byte.isSpaceOrTab { position += 1 }
  }

  /// Moves to the text of the next line; false at the end of the block.
  mutating func nextLine() -> Bool {
    guard line < lastLine else { return false }
    let content = lineEnd + shift + 1
    line += 1
    lineEnd = table.lines[line].end
    stripPrefix(marks: .max)
    shift = content - position
    return true
  }

  /// Takes one quote mark fewer off this line: it was text. False if none was taken.
  mutating func takeBackQuoteMark() -> Bool {
    guard position == lineStart, quoteMarks > 0 else { return false }
    let content = content
    stripPrefix(marks: quoteMarks - 1)
    shift = content - position
    return true
  }

  private mutating func stripPrefix(marks: Int) {
    position = table.lines[line].start
    quoteMarks = 0
    var isInItem = false
    for container in containers {
      guard container == .quote else {
        isInItem = true
        continue
      }
      guard quoteMarks < marks else { break }
      var mark = position
      while mark < lineEnd, fed[mark].isSpaceOrTab, isInItem || mark - position < 4 { mark += 1 }
      guard mark < lineEnd, fed[mark] == UInt8(ascii: ">") else { break }
      position = mark + 1
      // One space behind the mark belongs to it.
      if position < lineEnd, fed[position] == UInt8(ascii: " ") { position += 1 }
      quoteMarks += 1
      isInItem = false
    }
    skipSpaces()
    lineStart = position
  }
}
