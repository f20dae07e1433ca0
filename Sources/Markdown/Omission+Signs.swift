// Signs that stood around what is left out, and stand for nothing without it: `""`, `, ,`, `— —`, a comma at the end.
extension Omission {
  /// What stands behind the gap.
  private enum Next {
    case sign(Sign)
    /// A word, a line break, something that is no text or is left out as well.
    case other
    case blockEnd
  }

  /// Takes the signs around a gap that say nothing without what it held; returns the larger gap, nil if there are none.
  mutating func takeSigns(around gap: Range<UInt32>, at index: Int) -> Range<UInt32>? {
    let next = next(behind: gap, at: index)
    let start = events.last.map { $0.enters && !$0.kind.isInline } ?? true
    guard let before = signBefore() else {
      // At the start of a block.
      guard start, case .sign(let sign) = next, sign.isDivider || sign.scalar == "." else {
        return nil
      }
      return take(sign, around: gap)
    }
    switch next {
    case .sign(let sign) where before.isClosed(by: sign, around: gap):
      shortenLast(by: before.range.count)
      return take(sign, around: before.range.lowerBound..<gap.upperBound)
    case .sign(let sign) where before.isDivider && (sign.isDivider || sign.isEnd):
      break
    case .blockEnd where before.isDivider && before.scalar != ":": break
    case .sign(let sign) where before.isStop && sign.scalar == ".":
      return document.scalar(at: sign.range.upperBound) == "." ? nil : take(sign, around: gap)
    default: return nil
    }
    shortenLast(by: before.range.count)
    return before.range.lowerBound..<gap.upperBound
  }

  private mutating func take(_ sign: Sign, around gap: Range<UInt32>) -> Range<UInt32> {
    skipped = max(skipped, sign.range.upperBound)
    return gap.lowerBound..<sign.range.upperBound
  }

  /// The last sign of the text so far; nil if there is none, or a word.
  private func signBefore() -> Sign? {
    guard let last = events.last, last.kind == .text,
      let scalar = document.scalar(before: last.upper, from: last.lower)
    else { return nil }
    let lower = last.upper - UInt32(UTF8.width(scalar))
    // A hyphen is a dash only where it stands alone.
    if scalar == "-", lower > last.lower, !document.source[Int(lower) - 1].isSpace { return nil }
    return Sign(scalar: scalar, range: lower..<last.upper)
  }

  private func next(behind gap: Range<UInt32>, at index: Int) -> Next {
    for event in document.events[(index + 1)...] {
      if event.kind == .softBreak || event.upper <= gap.upperBound && !event.leaves { continue }
      guard event.kind == .text else {
        return event.leaves && !event.kind.isInline ? .blockEnd : .other
      }
      var place = max(event.lower, gap.upperBound)
      while place < event.upper, document.source[Int(place)].isSpace { place += 1 }
      guard place < event.upper else { continue }
      guard let scalar = document.scalar(at: place) else { return .other }
      let end = place + UInt32(UTF8.width(scalar))
      // Part of a word, as in ".org" and "-5".
      if scalar == "." || scalar == "-", document.isWord(at: end) { return .other }
      return .sign(Sign(scalar: scalar, range: place..<end))
    }
    return .blockEnd
  }
}

/// A sign beside a gap.
private struct Sign {
  let scalar: Unicode.Scalar
  /// Where it stands in the source.
  let range: Range<UInt32>

  /// Whether it parts what stands before it from what stands behind.
  var isDivider: Bool {
    switch scalar {
    case ",", ";", ":", "-", "\u{2013}", "\u{2014}": true
    default: false
    }
  }

  /// Whether a sentence ends with it.
  var isStop: Bool {
    switch scalar {
    case ".", "!", "?", "\u{2026}": true
    default: false
    }
  }

  /// Whether no divider stands before it. A quotation mark may as well begin something.
  var isEnd: Bool { isStop || scalar == ")" || scalar == "]" || scalar == "}" }

  /// Whether the two are a pair with nothing between them but a gap.
  func isClosed(by other: Sign, around gap: Range<UInt32>) -> Bool {
    switch (scalar, other.scalar) {
    case ("(", ")"), ("[", "]"), ("{", "}"): return true
    case ("\"", "\""), ("'", "'"), ("\u{2018}", "\u{2019}"), ("\u{201C}", "\u{201D}"),
      ("\u{201A}", "\u{2018}"), ("\u{201A}", "\u{2019}"), ("\u{201E}", "\u{201C}"),
      ("\u{201E}", "\u{201D}"), ("\u{201D}", "\u{201D}"), ("\u{AB}", "\u{BB}"),
      ("\u{BB}", "\u{AB}"), ("\u{2039}", "\u{203A}"), ("\u{203A}", "\u{2039}"):
      // With spaces between, one ends something and the other begins something else.
      return range.upperBound == gap.lowerBound && gap.upperBound == other.range.lowerBound
    default: return false
    }
  }
}

extension Document {
  /// The character at a place of the source; nil at its end.
  fileprivate func scalar(at place: UInt32) -> Unicode.Scalar? {
    String(decoding: source[Int(place)...].prefix(4), as: UTF8.self).unicodeScalars.first
  }

  /// The character that ends at a place, if it begins at `lower` or behind it.
  fileprivate func scalar(before place: UInt32, from lower: UInt32) -> Unicode.Scalar? {
    String(decoding: source[Int(lower)..<Int(place)].suffix(4), as: UTF8.self).unicodeScalars.last
  }
}
