/// What becomes of one character when names are compared.
struct Folding: Sendable {
  enum Class: UInt8, Sendable {
    /// Part of a word.
    case letter
    /// A word of its own: the characters of scripts that put no spaces between words.
    case ideograph
    /// Belongs to the letter before it.
    case mark
    case space
    /// Not seen by a reader: soft hyphens, joiners, direction marks.
    case ignored
    case apostrophe, hyphen
    case sign
  }

  let kind: Class
  let base: Base
  let isCapital: Bool
  let isLowercase: Bool
  /// Whether the word that it is in has to be normalised as a whole.
  let isInvolved: Bool
  /// UTF-8, the first byte lowest.
  private let bytes: UInt64
  private let count: UInt8

  /// What decides whether a mark on a letter counts.
  enum Base: UInt8, Sendable {
    case latin, cyrillic
    /// `е`, of which `ё` is a spelling.
    case cyrillicE
    /// `г` and `к`, which are other letters with an acute.
    case cyrillicVelar
    case other
  }

  init(
    _ kind: Class, _ folded: String, base: Base = .other, isCapital: Bool = false,
    isLowercase: Bool = false, isInvolved: Bool = false
  ) {
    self.kind = kind
    self.base = base
    self.isCapital = isCapital
    self.isLowercase = isLowercase
    self.isInvolved = isInvolved || folded.utf8.count > 8
    var bytes: UInt64 = 0
    for (index, byte) in folded.utf8.prefix(8).enumerated() { bytes |= UInt64(byte) << (8 * index) }
    self.bytes = bytes
    count = UInt8(min(8, folded.utf8.count))
  }

  /// Appends what it folds to.
  func append(to buffer: inout [UInt8]) {
    for index in 0..<Int(count) { buffer.append(UInt8(truncatingIfNeeded: bytes >> (8 * index))) }
  }
}

extension Folding.Base {
  /// Whether a letter with the mark is another letter than without.
  func keeps(_ mark: Unicode.Scalar) -> Bool {
    let isStress = mark.value == 0x300 || mark.value == 0x301
    switch self {
    case .latin: return false
    case .cyrillic: return !isStress
    case .cyrillicE: return !isStress && mark.value != 0x308
    case .cyrillicVelar, .other: return true
    }
  }

  init(_ letter: Unicode.Scalar) {
    switch letter.value {
    case 0x0435: self = .cyrillicE
    case 0x0433, 0x043A: self = .cyrillicVelar
    case 0x0400...0x052F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: self = .cyrillic
    case 0x30...0x39, 0x41...0x2AF, 0x1D00...0x1DBF, 0x1E00...0x1EFF, 0x2C60...0x2C7F,
      0xA720...0xA7FF, 0xAB30...0xAB6F, 0xFB00...0xFB06:
      self = .latin
    default: self = .other
    }
  }
}

/// Folds a word as a whole: slow, and right for every script.
func foldedWord(_ word: String) -> String {
  var folded = String.UnicodeScalarView()
  var base = Folding.Base.other
  for scalar in decomposed(word).unicodeScalars {
    if scalar.isMark {
      if base.keeps(scalar) { folded.append(scalar) }
      continue
    }
    for letter in scalar.properties.lowercaseMapping.unicodeScalars where !letter.isMark {
      base = Folding.Base(letter)
      if let spelled = spelledOut(letter) {
        folded.append(contentsOf: spelled.unicodeScalars)
      } else {
        folded.append(letter)
      }
    }
  }
  return composed(String(folded))
}

/// Letters that no normal form takes apart, as names are spelled without them.
private func spelledOut(_ letter: Unicode.Scalar) -> String? {
  switch letter {
  case "ß": "ss"
  case "æ": "ae"
  case "œ": "oe"
  case "ø": "o"
  case "ł", "ŀ", "ƚ": "l"
  case "đ", "ð": "d"
  case "þ": "th"
  case "ħ": "h"
  case "ŧ": "t"
  case "ŋ": "n"
  case "ı", "ɨ": "i"
  case "ȷ": "j"
  case "ſ": "s"
  case "ƶ": "z"
  case "ƀ": "b"
  case "ǥ": "g"
  case "ʉ": "u"
  case "ĳ": "ij"
  case "ǆ", "ǳ": "dz"
  case "ǉ": "lj"
  case "ǌ": "nj"
  case "ς": "σ"
  default: nil
  }
}

extension Unicode.Scalar {
  var isMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }
}
