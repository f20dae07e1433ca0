/// A word in the making, where the letters are not all ASCII or come in pieces.
struct PendingWord {
  private var folded: [UInt8] = []
  /// As it is written, for when it has to be normalised as a whole.
  private var written: [UInt8] = []
  private var base = Folding.Base.other
  private var isInvolved = false
  private(set) var isKatakana = false
  private(set) var flags: Token.Flags = .word
  private(set) var range: Range<UInt32> = 0..<0

  var isEmpty: Bool { written.isEmpty }

  mutating func append(_ byte: UInt8, at place: Range<UInt32>) {
    begin(at: place, isCapital: byte &- 0x41 < 26)
    if byte &- 0x61 < 26 { flags.insert(.lowercase) }
    folded.append(byte.foldedASCII)
    written.append(byte)
    base = .latin
  }

  mutating func append(_ scalar: Unicode.Scalar, _ folding: Folding, at place: Range<UInt32>) {
    begin(at: place, isCapital: folding.isCapital)
    if folding.isLowercase { flags.insert(.lowercase) }
    if folding.kind == .ideograph { flags.insert(.ideograph) }
    folding.append(to: &folded)
    write(scalar)
    base = folding.base
    isInvolved = isInvolved || folding.isInvolved
    isKatakana = scalar.isKatakana
  }

  /// A mark without a letter is nothing.
  mutating func append(mark: Unicode.Scalar, at place: Range<UInt32>) {
    guard !isEmpty else { return }
    range = range.lowerBound..<place.upperBound
    write(mark)
    if base.keeps(mark) { isInvolved = true }
  }

  /// Hands the word on and forgets it.
  mutating func finish(_ words: inout some WordSink) -> UInt32 {
    if isInvolved {
      folded = Array(foldedWord(String(decoding: written, as: UTF8.self)).utf8)
    }
    let id = words.word(folded, folded.indices, hash: WordHash(folded, folded.indices).value)
    clear()
    return id
  }

  mutating func clear() {
    folded.removeAll(keepingCapacity: true)
    written.removeAll(keepingCapacity: true)
    base = .other
    isInvolved = false
    isKatakana = false
    flags = .word
  }

  private mutating func begin(at place: Range<UInt32>, isCapital: Bool) {
    guard isEmpty else {
      range = range.lowerBound..<max(range.upperBound, place.upperBound)
      return
    }
    range = place
    if isCapital { flags.insert(.capital) }
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    for unit in UTF8.encode(scalar) ?? .init() { written.append(unit) }
  }
}

extension Unicode.Scalar {
  /// Katakana words end where other letters begin.
  var isKatakana: Bool { (0x30A1...0x30FC).contains(value) }
}
