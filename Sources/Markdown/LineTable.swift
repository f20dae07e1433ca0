/// The lines of what libcmark was fed, and where their bytes stand in the source.
///
/// Most documents are fed as they are: one line of the source, one line here. A table or a footnote
/// definition is fed rewritten (`Feed`), and then a line begins with bytes that the source lacks.
struct LineTable {
  struct Line {
    /// The first byte, and the end before the line ending, of what is fed.
    var start: Int
    var end: Int
    /// How many of the fed bytes before the first one that is the source's own.
    var synthetic: Int32 = 0
    /// The table cell that is fed as this line, by its index in ``Feed/cells``.
    var cell: Int?
    /// The footnote definition that begins here and is fed as a block quote, by its index in the
    /// feed.
    var footnote: Int?
    /// Where the first own byte stands in the source, and where the own bytes end.
    var source: Int
    var sourceEnd: Int
  }

  var lines: [Line] = []

  init() {}

  /// The lines of a source that is fed as it stands, from `range`.
  init(_ bytes: [UInt8], in range: Range<Int>) {
    lines.reserveCapacity(range.count / 40)
    var start = range.lowerBound
    let end = range.upperBound
    // libcmark skips a byte order mark; columns of the first line count from behind it.
    if range.count >= 3, bytes[start] == 0xEF, bytes[start + 1] == 0xBB, bytes[start + 2] == 0xBF {
      start += 3
    }
    var index = start
    while index < end {
      let byte = bytes[index]
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else {
        index += 1
        continue
      }
      lines.append(Line(start: start, end: index, source: start, sourceEnd: index))
      index += 1
      if byte == UInt8(ascii: "\r"), index < end, bytes[index] == UInt8(ascii: "\n") {
        index += 1
      }
      start = index
    }
    if start < end || lines.isEmpty {
      lines.append(Line(start: start, end: end, source: start, sourceEnd: end))
    }
  }

  /// Where a fed position of that line stands in the source.
  func source(_ position: Int, line index: Int) -> UInt32 {
    guard let line = lines.isEmpty ? nil : lines[min(max(0, index), lines.count - 1)] else {
      return 0
    }
    let offset = line.source + position - line.start - Int(line.synthetic)
    return UInt32(min(max(line.source, offset), line.sourceEnd))
  }
}
