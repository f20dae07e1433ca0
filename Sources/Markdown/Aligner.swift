/// Turns libcmark's tree into events, giving each its true place in the source.
///
/// libcmark 0.30.2 has right positions for blocks, but not for inlines: a continuation line with
/// leading spaces, definitions at the start of a paragraph, and links that span lines throw its
/// columns off. So the text of each block is read along with its inlines, in step; what does not
/// match is searched for further on in the block, and only once, so that the whole stays linear.
struct Aligner {
  var tape: Tape
  let tree: RawTree
  let fed: [UInt8]
  let table: LineTable
  let feed: Feed
  let extensions: Extensions

  var cursor: BlockCursor
  var entities = EntityReader()
  /// Whether text could not be found in this block; then it is not searched for again.
  var isLost = false
  var isInAutolink = false
  var isInCell = false

  /// The events that are open, by index; nil for those left out because they nest too deep.
  var open: [Int?] = []
  /// The blocks around, as libcmark has them.
  var blocks: [(kind: RawTree.Kind, isTight: Bool, isShown: Bool)] = []
  var containers = ContainerStack()
  var depth = 0
  var inlineDepth = 0
  var reportedDepth = false
  /// Nothing that follows may start before this.
  var floor: UInt32

  /// Where the content of the open links and images begins.
  var openLinks: [OpenLink] = []
  /// How many links are open, images aside.
  var anchorDepth = 0
  /// The place, as libcmark counts, behind the last line break that it took for one.
  var lastBreak = 0
  var breaks = 0
  /// How many bytes of the next text were written already, for the rest of a tab.
  var spacesOfTab = 0
  /// Where libcmark begins to count columns in this block.
  var blockColumn = 0

  var anchors = AnchorNames()
  /// How many events of a table are open: table, head or body, row.
  var openTableParts = 0
  var currentCell: Feed.Cell?
  var scanner: InlineScanner

  struct OpenLink {
    let content: Int
    let breaks: Int
    let isAutolink: Bool
    let startColumn: Int
    let endColumn: Int
  }

  init(tape: Tape, tree: RawTree, text: FedText, extensions: Extensions) {
    self.tape = tape
    self.tree = tree
    fed = text.bytes
    table = text.table
    feed = text.feed
    self.extensions = extensions
    scanner = InlineScanner(source: tape.source, extensions: extensions)
    cursor = BlockCursor(fed: fed, table: table, containers: [], line: 0, lastLine: 0, column: 0)
    floor = table.source(0, line: 0)
    self.tape.events.reserveCapacity(tree.nodes.count + tree.nodes.count / 4)
    self.tape.literals.reserveCapacity(256)
  }

  mutating func run() {
    declareFootnotes()
    for (index, node) in tree.nodes.enumerated() {
      switch node.kind {
      case .blockQuote, .bulletList, .orderedList, .item: container(node)
      case .codeBlock, .htmlBlock, .thematicBreak: leafBlock(node, at: index)
      case .paragraph, .heading: textBlock(node, at: index)
      default: inline(node)
      }
    }
    closeTable()
    removeUnusedFootnotes()
  }
}

// MARK: The tape

extension Aligner {
  mutating func enter(_ kind: Event.Kind, _ range: Range<UInt32>, number: UInt32 = 0) {
    let lower = max(range.lowerBound, floor)
    floor = lower
    open.append(tape.events.count)
    tape.events.append(
      Event(kind, .enter, lower..<max(lower, range.upperBound), number: number))
  }

  /// Leaves what was entered last; it ends at `upper` or where its content does.
  mutating func leave(at upper: UInt32 = 0) {
    guard let last = open.popLast(), let index = last else { return }
    let event = tape.events[index]
    let end = max(upper, floor, event.kind.isInline ? 0 : event.upper)
    tape.events[index].upper = end
    floor = end
    tape.events.append(
      Event(event.kind, .leave, event.lower..<end, number: event.number, literal: event.literal))
  }

  mutating func leaf(
    _ kind: Event.Kind, _ lower: UInt32, _ upper: UInt32, number: UInt32 = 0,
    literal: Literal = 0..<0
  ) {
    let lower = max(lower, floor)
    let upper = max(lower, upper)
    floor = upper
    tape.events.append(Event(kind, .leaf, lower..<upper, number: number, literal: literal))
  }

  /// The place of a block in the source, as libcmark says.
  func range(of node: RawTree.Node) -> Range<UInt32> {
    let lower = source(line: node.startLine, column: node.startColumn - 1)
    return lower..<max(lower, source(line: node.endLine, column: node.endColumn))
  }

  func source(line: Int32, column: Int32) -> UInt32 {
    let index = min(max(0, Int(line) - 1), table.lines.count - 1)
    return table.source(table.lines[index].start + Int(max(0, column)), line: index)
  }

  /// The line on which a block begins.
  func firstLine(of node: RawTree.Node) -> LineTable.Line {
    table.lines[min(max(0, Int(node.startLine) - 1), table.lines.count - 1)]
  }

  func pool(_ range: Range<UInt32>) -> ArraySlice<UInt8> {
    tree.pool[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  mutating func store(_ range: Range<UInt32>) -> Literal {
    tape.store(pool(range))
  }

  /// Says once that something nests too deep.
  mutating func reportDepth(at range: Range<UInt32>) {
    guard !reportedDepth else { return }
    reportedDepth = true
    tape.report(.nestingTooDeep, Int(range.lowerBound)..<Int(range.upperBound), [])
  }
}

extension Event.Kind {
  var isInline: Bool { rawValue >= Event.Kind.text.rawValue }
}
