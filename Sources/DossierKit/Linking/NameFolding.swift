/// What two spellings of a name have in common: the words and signs that a text is searched for.
///
/// - Case, the diacritics of Latin letters and the stress marks of Cyrillic ones do not count; `й`, `ў`
///   and `ї` stay letters of their own, `ё` is `е`, and letters such as `ß`, `ø` and `ł` are `ss`, `o`, `l`.
/// - Every apostrophe is `'`, every hyphen and short dash `-`, every double quote `"`. A hyphen is not a
///   space: `Díaz-Canel` and `Díaz Canel` differ.
/// - White space is folded, and signs around the name are left out: `Inc.` is `inc`.
/// - Composed and decomposed input come to the same.
///
/// Empty if the name has neither letters nor digits.
func foldedName(_ name: String) -> String {
  let bytes = Array(name.utf8)
  var scanner = WordScanner(words: SpellingList())
  scanner.scan(bytes, bytes.indices)
  scanner.finishWord()
  var folded: [UInt8] = []
  folded.reserveCapacity(bytes.count)
  for index in nameTokens(scanner.tokens, in: bytes) {
    let token = scanner.tokens[index]
    if token.flags.contains(.gap), !folded.isEmpty { folded.append(UInt8(ascii: " ")) }
    folded.append(contentsOf: scanner.words[token.id])
  }
  return String(decoding: folded, as: UTF8.self)
}

/// Those of a name's tokens that a text is searched for: without the signs before and after it.
func nameTokens(_ tokens: [Token], in bytes: [UInt8]) -> Range<Int> {
  func isTrimmed(_ token: Token) -> Bool {
    !token.flags.contains(.word) && !isKept(bytes[Int(token.lower)])
  }
  guard tokens.contains(where: { $0.flags.contains(.word) }) else { return 0..<0 }
  let lower = tokens.firstIndex { !isTrimmed($0) } ?? 0
  let upper = tokens.lastIndex { !isTrimmed($0) } ?? 0
  return lower..<(upper + 1)
}

/// Signs that are part of a name even at its end: `C++`, `A*`, `#1`.
private func isKept(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "#"), UInt8(ascii: "&"),
    UInt8(ascii: "$"), UInt8(ascii: "%"):
    true
  default: false
  }
}

/// Folded spellings one after the other; a token's id is the place of its own.
private struct SpellingList: WordSink {
  private var pool: [UInt8] = []
  private var ends: [Int] = [0]

  mutating func word(_ bytes: [UInt8], _ range: Range<Int>, hash: UInt32) -> UInt32 {
    for index in range { pool.append(bytes[index].foldedASCII) }
    ends.append(pool.count)
    return UInt32(ends.count - 1)
  }

  subscript(id: UInt32) -> ArraySlice<UInt8> { pool[ends[Int(id) - 1]..<ends[Int(id)]] }
}
