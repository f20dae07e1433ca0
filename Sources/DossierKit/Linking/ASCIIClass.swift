/// What an ASCII byte is to words; nil of other bytes.
enum ASCIIClass {
  case letter, space, sign

  @inline(__always)
  init?(_ byte: UInt8) {
    if byte.isASCIIWord {
      self = .letter
    } else if byte <= 0x20 || byte == 0x7F {
      self = .space
    } else if byte < 0x80 {
      self = .sign
    } else {
      return nil
    }
  }
}

extension UInt8 {
  /// An ASCII letter or digit.
  @inline(__always)
  var isASCIIWord: Bool { (self | 0x20) &- 0x61 < 26 || self &- 0x30 < 10 }
}

extension Token.Flags {
  /// What a sign does to the words beside it.
  init(sign: UInt8) {
    switch sign {
    case UInt8(ascii: "'"): self = .apostrophe
    case UInt8(ascii: "-"): self = .hyphen
    case UInt8(ascii: "."), UInt8(ascii: "_"): self = .joiner
    case UInt8(ascii: "@"): self = [.joiner, .handle]
    default: self = []
    }
  }
}

extension [UInt8] {
  /// The character at a place, and its length. What is no UTF-8 is a replacement character of one byte.
  func scalar(at index: Int, before end: Int) -> (Unicode.Scalar, length: Int) {
    let first = self[index]
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard index + length <= end, length > 1 else {
      return (first < 0x80 ? Unicode.Scalar(first) : "\u{FFFD}", 1)
    }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(self[index + offset]) & 0x3F }
    return Unicode.Scalar(value).map { ($0, length) } ?? ("\u{FFFD}", 1)
  }
}
