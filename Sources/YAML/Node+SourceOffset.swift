extension Node {
  /// The byte offset in the file of a byte offset in the scalar's text.
  ///
  /// Exact for plain and quoted text, escapes and folded lines included, and for literal blocks; the nearest byte
  /// for white space that folding has made. Offsets past either end give that end of the node, and a
  /// sequence or mapping gives its start. Walks the scalar, so it is for diagnostics alone.
  package func sourceOffset(ofTextOffset offset: Int, in source: [UInt8]) -> Int {
    guard case .scalar(let text) = value, range.upperBound <= source.count else {
      return range.lowerBound
    }
    var walk = ScalarWalk(text: Array(text.utf8), source: source, at: range, style: style)
    return walk.advance(to: min(max(offset, 0), walk.text.count))
  }
}

/// Walks a scalar's text and its source side by side.
private struct ScalarWalk {
  let text: [UInt8]
  let source: [UInt8]
  let style: Node.Style
  /// Where the source ends: before the closing quote.
  let end: Int
  let quote: UInt8?
  var place: Int
  var index = 0

  init(text: [UInt8], source: [UInt8], at range: Range<Int>, style: Node.Style) {
    self.text = text
    self.source = source
    self.style = style
    var start = range.lowerBound
    var end = range.upperBound
    switch style {
    case .quoted:
      quote = range.isEmpty ? nil : source[start]
      start = min(start + 1, end)
      end = max(start, end - 1)
    case .literal, .folded:
      quote = nil
      // The header: everything on the line of `|` or `>`.
      start = source[start..<end].firstIndex(of: 0x0A).map { $0 + 1 } ?? end
    default:
      quote = nil
    }
    place = start
    self.end = end
  }

  mutating func advance(to target: Int) -> Int {
    style == .literal ? advanceLiteral(to: target) : advanceFolded(to: target)
  }

  /// Line by line: each line of the text is a line of the source without its indentation.
  private mutating func advanceLiteral(to target: Int) -> Int {
    let indent = literalIndent()
    while place < end {
      var skipped = 0
      while skipped < indent, place < end, source[place] == 0x20 {
        place += 1
        skipped += 1
      }
      let textEnd = text[index...].firstIndex(of: 0x0A) ?? text.count
      if target <= textEnd { return min(place + target - index, end) }
      index = textEnd + 1
      place = source[place..<end].firstIndex(of: 0x0A).map { $0 + 1 } ?? end
    }
    return end
  }

  /// How many spaces of each line are not part of the text, told by the first line that has any text.
  private func literalIndent() -> Int {
    var line = place
    var textLine = 0
    while line < end, textLine < text.count {
      let lineEnd = source[line..<end].firstIndex(of: 0x0A) ?? end
      let textEnd = text[textLine...].firstIndex(of: 0x0A) ?? text.count
      let own = text[textLine..<textEnd].prefix { $0 == 0x20 }.count
      if textLine + own < textEnd {
        return max(0, source[line..<lineEnd].prefix { $0 == 0x20 }.count - own)
      }
      line = min(lineEnd + 1, end)
      textLine = textEnd + 1
    }
    return 0
  }

  /// Byte by byte: escapes count as what they mean, and a run of white space around a line end as one.
  private mutating func advanceFolded(to target: Int) -> Int {
    if style == .folded { skipWhiteSpace() }
    while place < end {
      let byte = source[place]
      if byte == 0x5C, quote == 0x22 {
        let (width, meaning) = escape()
        if meaning > 0, index + meaning > target { return place }
        place += width
        index += meaning
        if meaning == 0 { skipWhiteSpace() }
      } else if index >= target {
        return place
      } else if byte == 0x27, quote == 0x27 {
        place += 2
        index += 1
      } else if byte.isBlankOrBreak, breaksLine() {
        let start = place
        skipWhiteSpace()
        let folded = index
        while index < text.count, text[index].isBlankOrBreak { index += 1 }
        if target < index { return min(start + target - folded, place) }
      } else {
        place += 1
        index += 1
      }
    }
    return min(place, end)
  }

  private mutating func skipWhiteSpace() {
    while place < end, source[place].isBlankOrBreak { place += 1 }
  }

  /// Whether the run of white space here holds a line end.
  private func breaksLine() -> Bool {
    source[place..<end].prefix { $0.isBlankOrBreak }.contains { $0.isBreak }
  }

  /// The bytes of the escape here, and of what it means in UTF-8.
  private func escape() -> (width: Int, meaning: Int) {
    guard place + 1 < end else { return (1, 1) }
    let digits =
      switch source[place + 1] {
      case UInt8(ascii: "x"): 2
      case UInt8(ascii: "u"): 4
      case UInt8(ascii: "U"): 8
      case UInt8(ascii: "N"), UInt8(ascii: "_"): -2  // U+0085 and U+00A0
      case UInt8(ascii: "L"), UInt8(ascii: "P"): -3  // U+2028 and U+2029
      case 0x0A, 0x0D: -1
      default: 0
      }
    if digits == -1 { return (1, 0) }
    if digits < 0 { return (2, -digits) }
    guard digits > 0 else { return (2, 1) }
    let code = source[place + 2..<min(place + 2 + digits, end)]
    let scalar = UInt32(String(decoding: code, as: UTF8.self), radix: 16).flatMap(
      Unicode.Scalar.init)
    return (2 + digits, scalar.map { UTF8.width($0) } ?? 1)
  }
}
