/// A word or a sign of a text, as names are compared with it.
struct Token: Sendable {
  struct Flags: OptionSet, Sendable {
    let rawValue: UInt16
    /// White space stands before it.
    static let gap = Flags(rawValue: 1 << 0)
    /// Letters or digits; without it, a sign or a boundary.
    static let word = Flags(rawValue: 1 << 1)
    /// It begins with a capital.
    static let capital = Flags(rawValue: 1 << 2)
    /// A letter in it has a case and is no capital.
    static let lowercase = Flags(rawValue: 1 << 3)
    static let apostrophe = Flags(rawValue: 1 << 4)
    static let hyphen = Flags(rawValue: 1 << 5)
    /// A sign that makes one word of its neighbours: `belarus.by`.
    static let joiner = Flags(rawValue: 1 << 6)
    /// Something that no name reaches across: the edge of emphasis, a link, code.
    static let boundary = Flags(rawValue: 1 << 7)
    /// A letter of a script without spaces, which is a word of its own.
    static let ideograph = Flags(rawValue: 1 << 8)
    /// A sign that makes something else of the word behind it: `@minsk`.
    static let handle = Flags(rawValue: 1 << 9)
  }

  /// What the ``WordSink`` calls it; 0 if it is in no name.
  let id: UInt32
  /// Bytes of the source.
  let lower: UInt32
  let upper: UInt32
  let flags: Flags
}

/// Who is told the folded words of a text.
protocol WordSink {
  /// A word's id. Its bytes are folded but for the case of ASCII letters; `hash` is that of ``WordHash``.
  mutating func word(_ bytes: [UInt8], _ range: Range<Int>, hash: UInt32) -> UInt32
}

/// FNV-1a, which needs no more than the bytes as they pass.
struct WordHash {
  private(set) var value: UInt32 = 0x811C_9DC5

  init() {}

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    for index in range { add(bytes[index]) }
  }

  @inline(__always)
  mutating func add(_ byte: UInt8) { value = (value ^ UInt32(byte.foldedASCII)) &* 0x0100_0193 }
}

extension UInt8 {
  /// An ASCII letter in lower case; every other byte as it is.
  @inline(__always)
  var foldedASCII: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}
