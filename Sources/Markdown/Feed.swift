/// What of a rewritten feed is something else than CommonMark makes of it.
///
/// libcmark knows neither tables nor footnotes. It is fed each cell of a table as a heading of its
/// own, so that emphasis cannot leave its cell, and each footnote definition as a block quote, so
/// that it may hold blocks and is not taken for a link reference definition. Link definitions
/// elsewhere count in both.
struct Feed {
  struct Cell {
    var row: Int
    var column: Int
    var alignment: Event.Alignment
    var isLastInRow: Bool
    var isLastInTable: Bool
    /// In the source.
    var range: Range<UInt32>
    var rowRange: Range<UInt32>
    var tableRange: Range<UInt32>
  }

  struct FootnoteDefinition {
    /// In the source.
    var label: Range<UInt32>
    var start: UInt32
  }

  var cells: [Cell] = []
  var footnotes: [FootnoteDefinition] = []
}

/// Bytes to be fed, with their lines.
struct FedText {
  var bytes: [UInt8] = []
  var table = LineTable()
  var feed = Feed()

  /// Appends a line as it was fed before.
  mutating func append(_ line: LineTable.Line, of old: [UInt8]) {
    var copy = line
    copy.start = bytes.count
    bytes.append(contentsOf: old[line.start..<line.end])
    copy.end = bytes.count
    table.lines.append(copy)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Appends a line that the source lacks, at a place of it.
  mutating func appendBlank(at source: Int) {
    table.lines.append(
      LineTable.Line(start: bytes.count, end: bytes.count, source: source, sourceEnd: source))
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Appends a line of `prefix`, own bytes from `start` to `end` of the source, and `suffix`.
  mutating func append(
    prefix: some Collection<UInt8>, _ own: ArraySlice<UInt8>, at source: Range<Int>,
    suffix: String = "", cell: Int? = nil, footnote: Int? = nil
  ) {
    let start = bytes.count
    bytes.append(contentsOf: prefix)
    bytes.append(contentsOf: own)
    table.lines.append(
      LineTable.Line(
        start: start, end: bytes.count, synthetic: Int32(prefix.count), cell: cell,
        footnote: footnote, source: source.lowerBound, sourceEnd: source.upperBound))
    bytes.append(contentsOf: suffix.utf8)
    bytes.append(UInt8(ascii: "\n"))
  }
}
