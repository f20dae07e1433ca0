/// Finds tags in a template, under the delimiters that hold where it stands.
struct TagScanner {
  /// What a tag is for, by the character after its opening delimiter.
  enum Kind {
    case variable, unescaped, section, inverted, close, partial, parent, block, comment, delimiters
  }

  /// One tag: all of it, and what it says without the space around that.
  struct Found {
    let kind: Kind
    let range: Range<Int>
    let content: Range<Int>
  }

  let bytes: [UInt8]
  private(set) var opening = Array("{{".utf8)
  private(set) var closing = Array("}}".utf8)

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Where the next tag opens, at or after `position`.
  func nextOpening(from position: Int) -> Int? {
    find(opening, from: position)
  }

  /// The tag that opens at `start`; `nil` when nothing closes it.
  func tag(at start: Int) -> Found? {
    var position = skipSpace(from: start + opening.count)
    let kind = position < bytes.count ? Self.kinds[bytes[position]] : nil
    if kind != nil { position += 1 }

    var end: [UInt8] = []
    if kind == .unescaped, bytes[position - 1] == UInt8(ascii: "{") { end = [UInt8(ascii: "}")] }
    if kind == .delimiters { end = [UInt8(ascii: "=")] }
    end += closing
    guard let close = find(end, from: position) else { return nil }
    return Found(
      kind: kind ?? .variable, range: start..<close + end.count, content: trim(position..<close))
  }

  /// Takes over new delimiters, two words without `=`; false when `content` is anything else.
  mutating func setDelimiters(_ content: Range<Int>) -> Bool {
    let words = bytes[content].split(whereSeparator: Self.isSpace)
    guard words.count == 2, !bytes[content].contains(UInt8(ascii: "=")) else { return false }
    (opening, closing) = (Array(words[0]), Array(words[1]))
    return true
  }

  /// The white space between the start of the line and `start`; `nil` when there is more than that.
  func leadingSpace(before start: Int) -> Range<Int>? {
    var position = start
    while position > 0, Self.isBlank(bytes[position - 1]) { position -= 1 }
    return position == 0 || bytes[position - 1] == UInt8(ascii: "\n") ? position..<start : nil
  }

  /// The start of the next line, when nothing but white space stands between it and `end`.
  func nextLine(after end: Int) -> Int? {
    var position = end
    while position < bytes.count, Self.isBlank(bytes[position]) { position += 1 }
    if position < bytes.count, bytes[position] == UInt8(ascii: "\r") { position += 1 }
    if position == bytes.count { return position }
    return bytes[position] == UInt8(ascii: "\n") ? position + 1 : nil
  }

  /// White space inside a line.
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (UInt8(ascii: "\t")...UInt8(ascii: "\r")).contains(byte)
  }

  private static let kinds: [UInt8: Kind] = [
    UInt8(ascii: "{"): .unescaped, UInt8(ascii: "&"): .unescaped, UInt8(ascii: "#"): .section,
    UInt8(ascii: "^"): .inverted, UInt8(ascii: "/"): .close, UInt8(ascii: ">"): .partial,
    UInt8(ascii: "<"): .parent, UInt8(ascii: "$"): .block, UInt8(ascii: "!"): .comment,
    UInt8(ascii: "="): .delimiters,
  ]

  private func find(_ word: [UInt8], from start: Int) -> Int? {
    var position = start
    while position + word.count <= bytes.count {
      if bytes[position] == word[0], bytes[position..<position + word.count].elementsEqual(word) {
        return position
      }
      position += 1
    }
    return nil
  }

  private func skipSpace(from start: Int) -> Int {
    var position = start
    while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
    return position
  }

  private func trim(_ range: Range<Int>) -> Range<Int> {
    let start = min(skipSpace(from: range.lowerBound), range.upperBound)
    var end = range.upperBound
    while end > start, Self.isSpace(bytes[end - 1]) { end -= 1 }
    return start..<end
  }
}
