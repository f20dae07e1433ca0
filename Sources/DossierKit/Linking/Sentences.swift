/// Where the sentences of a block end and begin.
///
/// A sentence ends with `.`, `!`, `?` or `…` and what closes with it, before white space and a capital, a
/// digit or something that opens; after `。` it ends in any case. Points of abbreviations, initials and
/// numbers end nothing. Wrong now and then, as every such rule is: then an excerpt is longer or shorter.
struct Sentences {
  /// Behind the last byte of each sentence.
  private var ends: [Int] = []
  /// The first byte of each, in step with ``ends``.
  private var starts: [Int] = []

  init(_ text: [UInt8]) {
    var start = 0
    var index = 0
    while index < text.count {
      guard Terminator.mayBegin(with: text[index]), let mark = Terminator(text, at: index) else {
        index += 1
        continue
      }
      var end = index
      while end < text.count, Terminator(text, at: end) != nil { end += text.scalarLength(at: end) }
      let isPoint = text[index] == UInt8(ascii: ".") && end == index + 1
      while let length = text.closingLength(at: end) { end += length }
      let next = text.skippingSpaces(from: end)
      let isEnd =
        next == text.count || mark == .wide
        || (next > end && text.opensSentence(at: next)
          && !(isPoint && text.isAbbreviated(by: index, from: start, before: next)))
      if isEnd {
        starts.append(start)
        ends.append(end)
        start = next
      }
      index = max(end, index + 1)
    }
    if start < text.count || ends.isEmpty {
      starts.append(start)
      ends.append(text.count)
    }
  }

  /// The sentence around a place, or all that it reaches into.
  ///
  /// A place without length is a mark, which belongs to what stands before it, even behind its last point.
  func around(_ place: Range<Int>) -> Range<Int> {
    let before = place.isEmpty ? place.lowerBound - 1 : place.lowerBound
    let first = max(0, starts.prefixCount { $0 <= before } - 1)
    guard !place.isEmpty else { return starts[first]..<ends[first] }
    let last = min(ends.count - 1, ends.prefixCount { $0 < place.upperBound })
    return starts[first]..<max(starts[first], ends[max(first, last)])
  }
}

private enum Terminator {
  case point
  /// Ends a sentence whatever follows.
  case wide

  /// The hot loop's question, of each byte.
  @inline(__always)
  static func mayBegin(with byte: UInt8) -> Bool {
    byte == 0x2E || byte == 0x21 || byte == 0x3F || byte >= 0xE2
  }

  init?(_ text: [UInt8], at index: Int) {
    switch text[index] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): self = .point
    case 0xE2 where text.has("…", at: index): self = .point
    case 0xE3 where text.has("。", at: index): self = .wide
    case 0xEF where text.has("！", at: index) || text.has("？", at: index): self = .wide
    default: return nil
    }
  }
}

extension [UInt8] {
  fileprivate func has(_ scalar: Unicode.Scalar, at index: Int) -> Bool {
    self.scalar(at: index, before: count).0 == scalar
  }

  fileprivate func scalarLength(at index: Int) -> Int {
    index < count ? scalar(at: index, before: count).length : 1
  }

  /// The length of a quote or bracket that closes here; nil if none does.
  fileprivate func closingLength(at index: Int) -> Int? {
    guard index < count else { return nil }
    let (scalar, length) = scalar(at: index, before: count)
    switch scalar {
    case "\"", "'", ")", "]", "}", "”", "’", "»", "›", "」", "』", "）": return length
    default: return nil
    }
  }

  fileprivate func skippingSpaces(from index: Int) -> Int {
    var index = index
    while index < count {
      let (scalar, length) = scalar(at: index, before: count)
      let isSpace =
        scalar.isASCII
        ? self[index] == 0x20 || self[index] &- 0x09 < 5 : scalar.properties.isWhitespace
      guard isSpace else { break }
      index += length
    }
    return index
  }

  /// Whether a sentence may begin with what stands here: anything but a small letter or a sign within one.
  fileprivate func opensSentence(at index: Int) -> Bool {
    let (scalar, _) = scalar(at: index, before: count)
    switch scalar {
    case "\"", "'", "(", "[", "“", "‘", "«", "„", "‹", "¿", "¡", "「", "『", "–", "—": return true
    default: break
    }
    if scalar.isASCII { return self[index] &- 0x41 < 26 || self[index] &- 0x30 < 10 }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber: return true
    default: return false
    }
  }

  /// Whether the point belongs to the word before it.
  fileprivate func isAbbreviated(by point: Int, from start: Int, before next: Int) -> Bool {
    var lower = point
    // No abbreviation is longer than a few letters; each of two bytes at most in the scripts that have any.
    while lower > start, point - lower < 12, isWordByte(lower - 1) { lower -= 1 }
    let word = self[lower..<point]
    guard !word.isEmpty else { return false }
    let letters = word.count { $0 & 0xC0 != 0x80 }
    let isNumber = word.allSatisfy { $0 &- 0x30 < 10 }
    // An initial, or the end of "U.S." and "e.g."; "1." where a sentence begins counts something.
    if isNumber { return lower == start }
    if letters == 1 { return true }
    guard letters == word.count else { return Abbreviations.others.contains(Array(word)) }
    guard letters <= 6 else { return false }
    let packed = Abbreviations.packed(word)
    if Abbreviations.always.contains(packed) { return true }
    return self[next] &- 0x30 < 10 && Abbreviations.beforeNumbers.contains(packed)
  }

  private func isWordByte(_ index: Int) -> Bool { self[index].isASCIIWord || self[index] >= 0x80 }
}

private enum Abbreviations {
  /// Followed by a name.
  static let always = packedSet(
    "adm amb art brig capt cmdr cnel col comdr cpl dr dra eng ft gen gob gov gral ing lic lieut lt maj"
      + " messrs mr mrs ms mt mtro mx pres prof rep rev rt sen sgt sr sra srta st ste supt vs eg ie cf"
      + " viz approx esp incl")
  /// Followed by a number.
  static let beforeNumbers = packedSet(
    "no nos nr art arts ch fig figs p pp par para paras pt sec vol vols ed c ca est jan feb mar apr jun"
      + " jul aug sep sept oct nov dec")
  /// Of other scripts, as they are written.
  static let others = Set(
    "ген полк подп кап им ул пл гг стр св проф акад тыс млн млрд руб см ср вул"
      .split(separator: " ").map { Array($0.utf8) })

  /// A word of at most six ASCII letters in small letters, as a number: the question comes at every point, and an
  /// array for each would cost more than its answer.
  static func packed(_ word: some Sequence<UInt8>) -> UInt64 {
    word.reduce(0) { $0 << 8 | UInt64($1.foldedASCII) }
  }

  private static func packedSet(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { packed($0.utf8) })
  }
}
