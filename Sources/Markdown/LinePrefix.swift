/// A block that others stand in, and what of a line belongs to it.
enum Container: Sendable {
  case quote
  /// Its lines are indented by so many columns.
  case item(indent: Int)
}

/// Reads the beginning of a line as libcmark does: offsets are bytes, indentation is columns.
struct LinePrefix {
  private let fed: [UInt8]
  private(set) var position: Int
  private let end: Int
  private(set) var column = 0
  /// How many columns are left of a tab that was taken in part; `position` is at the tab then.
  private(set) var restOfTab = 0

  init(_ fed: [UInt8], _ line: LineTable.Line) {
    self.fed = fed
    position = line.start
    end = line.end
  }

  private var isAtSpace: Bool { position < end && fed[position].isSpaceOrTab }

  /// The first byte that is no space, and how many columns away it is.
  var firstNonspace: (position: Int, indent: Int) {
    var index = position
    var column = column
    while index < end, fed[index].isSpaceOrTab {
      column += fed[index] == UInt8(ascii: "\t") ? 4 - column % 4 : 1
      index += 1
    }
    return (index, column - self.column)
  }

  mutating func advance(columns: Int) {
    var columns = columns
    while columns > 0, position < end {
      if fed[position] == UInt8(ascii: "\t") {
        let rest = 4 - column % 4
        let step = min(columns, rest)
        column += step
        columns -= step
        restOfTab = rest - step
        if restOfTab == 0 { position += 1 }
      } else {
        restOfTab = 0
        position += 1
        column += 1
        columns -= 1
      }
    }
  }

  /// Takes what of the line belongs to a container that was opened before; false if it does not go
  /// on here.
  mutating func take(_ container: Container) -> Bool {
    let (next, indent) = firstNonspace
    switch container {
    case .quote:
      guard indent <= 3, next < end, fed[next] == UInt8(ascii: ">") else { return false }
      openQuote()
    case .item(let required):
      guard indent >= required else { return false }
      advance(columns: required)
    }
    return true
  }

  /// Takes a quote mark, and the space behind it.
  mutating func openQuote() {
    advance(columns: firstNonspace.indent + 1)
    if isAtSpace { advance(columns: 1) }
  }

  /// Takes a list marker and the space behind it; returns the columns that the item's lines need.
  mutating func openItem() -> Int {
    let indent = firstNonspace.indent
    advance(columns: indent)
    var width = 1
    while position + width <= end, fed[position + width - 1].isASCIIDigit { width += 1 }
    advance(columns: width)
    let behindMarker = self
    while column - behindMarker.column <= 5, isAtSpace { advance(columns: 1) }
    let space = column - behindMarker.column
    if space >= 5 || space < 1 || position >= end {
      self = behindMarker
      if space > 0 { advance(columns: 1) }
      return indent + width + 1
    }
    return indent + width + space
  }
}

/// The containers around a place in libcmark's tree.
struct ContainerStack {
  private(set) var containers: [Container] = []
  private var openings: [(line: Int, behind: LinePrefix)] = []

  mutating func push(_ node: RawTree.Node, _ fed: [UInt8], _ table: LineTable) {
    let line = min(max(0, Int(node.startLine) - 1), table.lines.count - 1)
    var prefix: LinePrefix
    if let last = openings.last, last.line == line {
      prefix = last.behind
    } else {
      prefix = LinePrefix(fed, table.lines[line])
      for container in containers { _ = prefix.take(container) }
    }
    if node.kind == .item {
      containers.append(.item(indent: prefix.openItem()))
    } else {
      prefix.openQuote()
      containers.append(.quote)
    }
    openings.append((line, prefix))
  }

  mutating func pop() {
    containers.removeLast()
    openings.removeLast()
  }
}
