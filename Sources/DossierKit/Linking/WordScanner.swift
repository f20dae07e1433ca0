/// Cuts text into folded words and signs, each with its place in the source.
///
/// A word is a run of letters, digits and their marks; every other sign that is no space is a token of
/// its own. Text may come in pieces: a word goes on from one into the next.
struct WordScanner<Words: WordSink> {
  var words: Words
  private(set) var tokens: [Token] = []

  private var pending = PendingWord()
  private var hasGap = false
  private let table = FoldTable.shared

  init(words: Words) { self.words = words }

  mutating func removeAll() {
    tokens.removeAll(keepingCapacity: true)
    pending.clear()
    hasGap = false
  }

  /// Reads text that stands in the source as it is; places are those in `bytes`.
  mutating func scan(_ bytes: [UInt8], _ range: Range<Int>) {
    var index = range.lowerBound
    let end = range.upperBound
    while index < end {
      let byte = bytes[index]
      switch ASCIIClass(byte) {
      case .letter:
        index = pending.isEmpty ? scanWord(bytes, index..<end) : extendWord(bytes, index..<end)
      case .space:
        addGap()
        index += 1
      case .sign:
        addSign(bytes, at: index)
        index += 1
      case .none:
        let (scalar, length) = bytes.scalar(at: index, before: end)
        take(scalar, at: UInt32(index)..<UInt32(index + length))
        index += length
      }
    }
  }

  /// Reads what one place of the source stands for: an entity, an escaped sign.
  mutating func scan(_ text: ArraySlice<UInt8>, standingFor range: Range<UInt32>) {
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars { take(scalar, at: range) }
  }

  /// White space of any kind, or a line's end.
  mutating func addGap() {
    finishWord()
    hasGap = true
  }

  /// Something that no name reaches across.
  mutating func addBoundary(at place: UInt32) {
    finishWord()
    append(Token(id: 0, lower: place, upper: place, flags: .boundary))
  }

  /// Ends the word that the last piece ended with.
  mutating func finishWord() {
    guard !pending.isEmpty else { return }
    let flags = pending.flags
    let range = pending.range
    let id = pending.finish(&words)
    append(Token(id: id, lower: range.lowerBound, upper: range.upperBound, flags: flags))
  }

  // MARK: Words

  /// The hot path: a word of ASCII letters that ends within the piece, hashed as it passes.
  @inline(__always)
  private mutating func scanWord(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var hash = WordHash()
    var index = range.lowerBound
    var lowercase = false
    while index < range.upperBound, case let byte = bytes[index], byte.isASCIIWord {
      hash.add(byte)
      lowercase = lowercase || byte &- 0x61 < 26
      index += 1
    }
    guard index < range.upperBound, bytes[index] < 0x80 else {
      return extendWord(bytes, range)
    }
    var flags: Token.Flags = .word
    if bytes[range.lowerBound] &- 0x41 < 26 { flags.insert(.capital) }
    if lowercase { flags.insert(.lowercase) }
    let id = words.word(bytes, range.lowerBound..<index, hash: hash.value)
    append(Token(id: id, lower: UInt32(range.lowerBound), upper: UInt32(index), flags: flags))
    return index
  }

  private mutating func extendWord(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index < range.upperBound, bytes[index].isASCIIWord {
      pending.append(bytes[index], at: UInt32(index)..<UInt32(index + 1))
      index += 1
    }
    return index
  }

  private mutating func take(_ scalar: Unicode.Scalar, at range: Range<UInt32>) {
    let folding = table[scalar]
    switch folding.kind {
    case .letter:
      if pending.isKatakana != scalar.isKatakana { finishWord() }
      pending.append(scalar, folding, at: range)
    case .mark: pending.append(mark: scalar, at: range)
    case .ideograph:
      finishWord()
      pending.append(scalar, folding, at: range)
      finishWord()
    case .space: addGap()
    case .ignored: break
    case .apostrophe, .hyphen, .sign:
      var folded: [UInt8] = []
      folding.append(to: &folded)
      addSign(folded, folded.indices, at: range)
    }
  }

  // MARK: Signs

  private mutating func addSign(_ bytes: [UInt8], at index: Int) {
    let range = UInt32(index)..<UInt32(index + 1)
    // Typed for an apostrophe now and then.
    if bytes[index] == UInt8(ascii: "`") { return take("`", at: range) }
    addSign(bytes, index..<index + 1, at: range)
  }

  private mutating func addSign(
    _ folded: [UInt8], _ bytes: Range<Int>, at range: Range<UInt32>
  ) {
    finishWord()
    let id = words.word(folded, bytes, hash: WordHash(folded, bytes).value)
    append(
      Token(
        id: id, lower: range.lowerBound, upper: range.upperBound,
        flags: Token.Flags(sign: folded[bytes.lowerBound])))
  }

  @inline(__always)
  private mutating func append(_ token: Token) {
    guard hasGap else { return tokens.append(token) }
    hasGap = false
    tokens.append(
      Token(
        id: token.id, lower: token.lower, upper: token.upper, flags: token.flags.union(.gap)))
  }
}
