/// Reads the rows of pipe tables.
enum TableScanner {
  /// The cells of a row, trimmed.
  ///
  /// As on GitHub, every pipe parts them that has no backslash before it, in code as well; but none in `[[…]]`.
  static func cells(_ bytes: [UInt8], _ row: Range<Int>) -> [Range<Int>] {
    let row = trim(bytes, row)
    var cells: [Range<Int>] = []
    var index = row.lowerBound
    if index < row.upperBound, bytes[index] == UInt8(ascii: "|") { index += 1 }
    var start = index
    // What has no end in the rest of the row is not looked for again.
    var hasLinkEnd = true
    while index < row.upperBound {
      let isEscaped = index > row.lowerBound && bytes[index - 1] == UInt8(ascii: "\\")
      switch bytes[index] {
      case UInt8(ascii: "|") where !isEscaped:
        cells.append(trim(bytes, start..<index))
        index += 1
        start = index
      case UInt8(ascii: "[")
      where hasLinkEnd && !isEscaped && index + 1 < row.upperBound
        && bytes[index + 1] == UInt8(ascii: "["):
        let end = linkEnd(bytes, index + 2..<row.upperBound)
        if let end { index = end } else { index += 2 }
        hasLinkEnd = end != nil
      default: index += 1
      }
    }
    if start < row.upperBound || cells.isEmpty {
      cells.append(trim(bytes, start..<max(start, row.upperBound)))
    }
    return cells
  }

  /// The alignments that a delimiter row such as `|:--|--:|` gives; nil if it is none.
  static func alignments(_ bytes: [UInt8], _ row: Range<Int>) -> [Event.Alignment]? {
    for byte in bytes[row]
    where !byte.isSpaceOrTab && byte != UInt8(ascii: "|") && byte != UInt8(ascii: "-")
      && byte != UInt8(ascii: ":")
    {
      return nil
    }
    var alignments: [Event.Alignment] = []
    for cell in cells(bytes, row) {
      var dashes = bytes[cell]
      let left = dashes.first == UInt8(ascii: ":")
      if left { dashes.removeFirst() }
      let right = dashes.last == UInt8(ascii: ":")
      if right { dashes.removeLast() }
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
      alignments.append(left ? (right ? .center : .left) : right ? .right : .none)
    }
    return alignments
  }

  /// In a table's code `\|` is a pipe.
  static func unescapePipes(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\\"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "|")
      {
        continue
      }
      result.append(byte)
    }
    return result
  }

  static func trim(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, bytes[lower].isSpaceOrTab { lower += 1 }
    while upper > lower, bytes[upper - 1].isSpaceOrTab { upper -= 1 }
    return lower..<upper
  }

  private static func linkEnd(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index + 1 < range.upperBound {
      if bytes[index] == UInt8(ascii: "["), bytes[index + 1] == UInt8(ascii: "[") {
        return index  // the first was none; look again from here
      }
      if bytes[index] == UInt8(ascii: "]"), bytes[index + 1] == UInt8(ascii: "]") {
        return index + 2
      }
      index += 1
    }
    return nil
  }
}
