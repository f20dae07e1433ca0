// Most notes, summaries and texts of claims are a sentence or two without any markup. Setting libcmark up
// for them takes far longer than reading them.
extension Tape {
  /// Reads one line in which nothing can be markup, as libcmark would: a paragraph with one text.
  ///
  /// - Returns: False of anything else, with nothing done.
  mutating func parsePlainLine(_ range: Range<Int>) -> Bool {
    var end = range.upperBound
    if end > range.lowerBound, source[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    guard PlainLine.isPlain(source.span.extracting(range.lowerBound..<end)) else { return false }
    let place = UInt32(range.lowerBound)..<UInt32(end)
    let number = Event.listNumber(start: 0, tight: false)
    events = [
      Event(.paragraph, .enter, place, number: number),
      Event(.text, .leaf, place),
      Event(.paragraph, .leave, place, number: number),
    ]
    return true
  }
}

/// The space, digits and `"$'(),-./:;?`, as bits of a number: all of them are below 64.
private let signsAndDigits: UInt64 =
  1 << 0x20 | 1 << 0x22 | 1 << 0x24 | 1 << 0x27 | 1 << 0x28 | 1 << 0x29 | 1 << 0x2C | 1 << 0x2D
  | 1 << 0x2E | 1 << 0x2F | 0x3FF << 0x30 | 1 << 0x3A | 1 << 0x3B | 1 << 0x3F

/// The letters of ASCII, as bits of a number from 64 on.
private let letters: UInt64 = 0x3FF_FFFF << 1 | 0x3FF_FFFF << 33

/// What cannot be markup of CommonMark or of its extensions, in one line.
private enum PlainLine {
  /// Whether a line begins with a letter, ends with no space, and has between them only letters, digits, spaces
  /// and signs that mean nothing within a line.
  static func isPlain(_ line: borrowing Span<UInt8>) -> Bool {
    guard line.count > 0, line[0] >= 0xC3 || line[0].isASCIILetter,
      line[line.count - 1] != UInt8(ascii: " ")
    else { return false }
    var index = 0
    while index < line.count {
      let length = line[index] < 0x80 ? (isPlain(line[index]) ? 1 : 0) : letter(line, at: index)
      guard length > 0 else { return false }
      index += length
    }
    return true
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (byte < 64 ? signsAndDigits : letters) &>> UInt64(byte & 63) & 1 == 1
  }

  /// The length of a letter of two bytes, Latin, Greek or Cyrillic, or of a dash or quotation mark; 0 of any other:
  /// what is not valid or steers the direction of text is looked at elsewhere.
  private static func letter(_ line: borrowing Span<UInt8>, at index: Int) -> Int {
    switch line[index] {
    case 0xC3...0xCA, 0xCE...0xD3:
      return index + 1 < line.count && line[index + 1] & 0xC0 == 0x80 ? 2 : 0
    case 0xE2:
      guard index > 0, index + 2 < line.count, line[index + 1] == 0x80 else { return 0 }
      switch line[index + 2] {
      case 0x93, 0x94, 0x98, 0x99, 0x9C, 0x9D, 0xA6: return 3
      default: return 0
      }
    default: return 0
    }
  }
}
