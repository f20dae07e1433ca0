/// A document in the making.
struct Tape {
  let source: [UInt8]
  var events: [Event] = []
  var unseen: [Event] = []
  var unseenRanges: [Range<UInt32>] = []
  var literals: [UInt8] = []
  var problems: [Problem] = []
  var links: [Link] = []
  var wikiLinks: [WikiLink] = []
  var citations: [Citation] = []
  var citationItems: [CitationItem] = []
  var annotations: [Annotation] = []
  var footnotes: [Footnote] = []
  var infoStrings: [Literal] = [0..<0]
  var anchors: [Literal] = []

  init(source: [UInt8]) { self.source = source }

  /// Parses `range` of the source: once as it is, and again with footnotes and tables rewritten if
  /// there are any.
  mutating func parse(_ range: Range<Int>, extensions: Extensions) {
    guard range.count <= RawTree.limit, range.upperBound <= Int(UInt32.max) else {
      report(.textTooLong, range.lowerBound..<range.lowerBound, [])
      return
    }
    if parsePlainLine(range) { return }
    parseMarkdown(range, extensions: extensions)
  }

  /// The same of any text.
  mutating func parseMarkdown(_ range: Range<Int>, extensions: Extensions) {
    var text = FedText()
    text.bytes = source
    text.table = LineTable(source, in: range)
    var tree = RawTree(parsing: source.span.extracting(range))
    if extensions.contains(.footnotes), FootnoteFeed.isNeeded(source, text.table),
      let rewritten = FootnoteFeed.rewrite(source, text.table, tree),
      rewritten.bytes.count <= RawTree.limit
    {
      text = rewritten
      tree = RawTree(parsing: text.bytes.span)
    }
    if extensions.contains(.tables), let rewritten = TableFeed.rewrite(text, tree) {
      text = rewritten
      tree = RawTree(parsing: text.bytes.span)
    }
    var aligner = Aligner(tape: self, tree: tree, text: text, extensions: extensions)
    aligner.run()
    self = aligner.tape
    if extensions.contains(.safety) {
      reportOpenComments()
      reportDirectionControls()
    }
    let names = literals
    anchors.sort { names[$0].lexicographicallyPrecedes(names[$1]) }
    problems.sort {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
  }
}

extension [UInt8] {
  subscript(literal: Literal) -> ArraySlice<UInt8> {
    self[Int(literal.lowerBound)..<Int(literal.upperBound)]
  }
}

extension Tape {
  mutating func store(_ bytes: some Collection<UInt8>) -> Literal {
    let start = UInt32(literals.count)
    literals.append(contentsOf: bytes)
    return start..<UInt32(literals.count)
  }

  /// Stores bytes with each run of white space as one space.
  mutating func store(folding bytes: ArraySlice<UInt8>) -> Literal {
    let start = literals.count
    for byte in bytes {
      if !byte.isSpace {
        literals.append(byte)
      } else if literals.count == start || literals[literals.count - 1] != 32 {
        literals.append(32)
      }
    }
    return UInt32(start)..<UInt32(literals.count)
  }

  mutating func report(_ kind: Problem.Kind, _ range: Range<Int>, _ text: some Sequence<UInt8>) {
    var shown = Array(text.prefix(81))
    if shown.count > 80 {
      // Cut before the character that would not be whole.
      var end = 80
      while end > 0, shown[end] & 0xC0 == 0x80 { end -= 1 }
      shown.removeSubrange(end...)
    }
    problems.append(
      Problem(kind: kind, range: range, text: String(decoding: shown, as: UTF8.self)))
  }
}
