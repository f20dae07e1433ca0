/// A form of text, written much as an example of it: `D.M.YYYY`, `the CCC0'?s`, `from * to *`.
///
/// - `C`, `Y`, `Z`, `M`, `D`: a run of one letter is so many digits. Alone, `Y` is as many as there are, the
///   others are one or two.
/// - `X`: a digit left open, in any of the signs that people use for it.
/// - `*`: any text, as little of it as fits.
/// - `~`: a qualifier or nothing. `+`: the sign of a number or nothing.
/// - `?`: the one before it may be missing.
/// - Anything else is itself; small letters are letters of either case.
struct Pattern: Sendable, ExpressibleByStringLiteral {
  private let bytes: [UInt8]

  init(stringLiteral text: String) { bytes = Array(text.utf8) }

  func match(_ text: String) -> Match? {
    var match = Match(text: text)
    return fits(text.utf8.span, from: 0, at: 0, &match) ? match : nil
  }

  /// Whether what the pattern says from `element` on is all of the text from `place` on.
  ///
  /// Only `*` tries again. A pattern has two or three and a text is short, so that it stays cheap.
  private func fits(_ text: Span<UInt8>, from element: Int, at place: Int, _ match: inout Match)
    -> Bool
  {
    var (element, place) = (element, place)
    while element < bytes.count {
      let byte = bytes[element]
      let found = place < text.count ? text[place] : 0
      switch byte {
      case UInt8(ascii: "*"):
        let count = match.count
        for end in place...text.count {
          match.count = count
          match.add(place..<end, byte)
          if fits(text, from: element + 1, at: end, &match) { return true }
        }
        return false
      case UInt8(ascii: "C"), UInt8(ascii: "D"), UInt8(ascii: "M"), UInt8(ascii: "Y"),
        UInt8(ascii: "Z"):
        let start = place
        let first = element
        while element < bytes.count, bytes[element] == byte { element += 1 }
        let run = element - first
        let most = run > 1 ? run : byte == UInt8(ascii: "Y") ? text.count : 2
        while place < text.count, place - start < most, text[place].isDigit { place += 1 }
        guard place - start >= run else { return false }
        match.add(start..<place, byte)
        continue
      case UInt8(ascii: "X"):
        guard found.isOpenDigit else { return false }
        place += 1
      case UInt8(ascii: "~"):
        if found.isQualifier { place += 1 }
      case UInt8(ascii: "+"):
        if found == UInt8(ascii: "+") || found == .hyphen { place += 1 }
      default:
        let mayMiss = element + 1 < bytes.count && bytes[element + 1] == UInt8(ascii: "?")
        if found == byte || (byte.isSmallLetter && found | 0x20 == byte) {
          place += 1
        } else if !mayMiss {
          return false
        }
        if mayMiss { element += 1 }
      }
      element += 1
    }
    return place == text.count
  }
}

extension Pattern {
  /// The parts of a text that the letters and stars of a pattern stand for, counted from 0.
  struct Match {
    private struct Part {
      var range = 0..<0
      /// The letter or star of the pattern.
      var sign: UInt8 = 0
    }

    let text: String
    private var parts = InlineArray<4, Part>(repeating: Part())
    fileprivate(set) var count = 0

    fileprivate init(text: String) { self.text = text }

    fileprivate mutating func add(_ range: Range<Int>, _ sign: UInt8) {
      guard count < parts.count else { return }
      parts[count] = Part(range: range, sign: sign)
      count += 1
    }

    /// In UTF-8 bytes of the text.
    func range(_ part: Int) -> Range<Int> { parts[part].range }

    subscript(part: Int) -> Substring {
      let range = parts[part].range
      let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
      return text[start..<text.utf8.index(start, offsetBy: range.count)]
    }

    /// A text with the parts in it: each letter as the digits that the pattern found for it, `Y` with four and
    /// `M` and `D` with two at least; each `*` as the date that its text means. Nil where that is none.
    func filling(_ template: String) -> String? {
      var filled = ""
      var next = 0
      for sign in template.unicodeScalars {
        let from = sign == "*" ? next : 0
        guard let part = (from..<count).first(where: { parts[$0].sign == sign.value }) else {
          filled.unicodeScalars.append(sign)
          continue
        }
        if sign == "*" {
          next = part + 1
          let date = self[part].drop { $0 == " " || $0 == "." }
          guard let date = Mistake.repaired(String(date)) else { return nil }
          filled += date
        } else {
          let width = sign == "Y" ? 4 : sign == "M" || sign == "D" ? 2 : 0
          filled += String(repeating: "0", count: max(0, width - parts[part].range.count))
          filled += self[part]
        }
      }
      return filled
    }
  }
}

extension UInt8 {
  var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }

  var isSmallLetter: Bool { self &- UInt8(ascii: "a") < 26 }

  var isQualifier: Bool {
    self == UInt8(ascii: "?") || self == UInt8(ascii: "~") || self == UInt8(ascii: "%")
  }

  /// `X`, and what other notations have for it.
  var isOpenDigit: Bool {
    self | 0x20 == UInt8(ascii: "x") || self | 0x20 == UInt8(ascii: "u")
      || self == UInt8(ascii: "*")
  }
}
