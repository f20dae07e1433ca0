/// A place in the text of one leaf block, line by line, past the prefixes of the blocks around it.
///
/// It moves through what libcmark's inline parser saw: the block's lines without quote marks and
/// indentation, joined by line feeds. `content` counts in that text; libcmark's columns are such
/// counts.
struct BlockCursor {
  let fed: [UInt8]
  let table: LineTable
  /// What the block stands in, outermost first.
  let containers: [Container]
  /// The last line of the block.
  let lastLine: Int

  private(set) var line: Int
  var position: Int
  private(set) var lineEnd: Int
  /// Spaces that libcmark made of the rest of a tab, on a lazy line; the tab is passed over.
  private(set) var restOfTab = 0
  /// `content` minus `position`.
  private var shift: Int

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
  ///
  /// libcmark takes the spaces off a line that all containers go on in; of a lazy one it leaves
  /// them.
  mutating func nextLine() -> Bool {
    guard line < lastLine else { return false }
    let content = lineEnd + shift + 1
    line += 1
    lineEnd = table.lines[line].end
    var prefix = LinePrefix(fed, table.lines[line])
    let isLazy = !containers.allSatisfy { prefix.take($0) }
    position = isLazy ? prefix.position : prefix.firstNonspace.position
    shift = content - position
    restOfTab = isLazy ? prefix.restOfTab : 0
    if restOfTab > 0 {
      shift += restOfTab - 1
      position += 1
    }
    return true
  }
}
