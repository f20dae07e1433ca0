/// Takes `@source, p. 3; see @other` apart.
struct CitationParser {
  struct Item {
    var prefix: Range<Int>
    var source: Range<Int>
    var locator: Range<Int>
  }

  let content: BracketContent

  init(_ content: BracketContent) { self.content = content }

  /// Nil if this is no citation.
  func items() -> [Item]? {
    let bytes = content.bytes
    var parts: [Range<Int>] = []
    var start = 0
    for index in 0...bytes.count where index == bytes.count || bytes[index] == UInt8(ascii: ";") {
      let part = start..<index
      // A part without a source belongs to the locator before it: "pp. 3; 5".
      if let last = parts.last, mark(in: part) == nil {
        parts[parts.count - 1] = last.lowerBound..<index
      } else {
        parts.append(part)
      }
      start = index + 1
    }
    var items: [Item] = []
    for part in parts {
      guard let item = item(part) else { return nil }
      items.append(item)
    }
    return items
  }

  /// The `@` that begins a source's id, or stands where one is forgotten: `[@, p. 3]`.
  private func mark(in part: Range<Int>) -> Int? {
    part.first { index in
      content.bytes[index] == UInt8(ascii: "@")
        && (index == part.lowerBound || content.bytes[index - 1].isSpace)
        && index + 1 < part.upperBound
        && (CitationParser.isInID(content.bytes[index + 1])
          || content.bytes[index + 1] == UInt8(ascii: ","))
    }
  }

  private func item(_ part: Range<Int>) -> Item? {
    guard let mark = mark(in: part) else { return nil }
    var end = mark + 1
    while end < part.upperBound, CitationParser.isInID(content.bytes[end]) { end += 1 }
    let source = mark + 1..<end
    if end < part.upperBound {
      if content.bytes[end] == UInt8(ascii: ",") {
        end += 1
      } else if !content.bytes[end].isSpace {
        return nil
      }
    }
    return Item(
      prefix: content.trimmed(part.lowerBound..<mark), source: source,
      locator: content.trimmed(end..<part.upperBound))
  }

  /// Wider than ids are, so that a wrong one is reported and not shown as text.
  private static func isInID(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80 || "-_./:".utf8.contains(byte)
  }
}
