/// Names for headings, unique in their document.
///
/// Lower case, letters and digits of any script, and hyphens; never an underscore, which the page
/// keeps for ids of its own.
struct AnchorNames {
  private var taken: Set<[UInt8]> = []
  private var counts: [[UInt8]: Int] = [:]

  mutating func name(for heading: [UInt8]) -> [UInt8] {
    let slug = AnchorNames.slug(heading)
    if taken.insert(slug).inserted { return slug }
    var count = counts[slug] ?? 1
    while true {
      count += 1
      let name = slug + "-\(count)".utf8
      if taken.insert(name).inserted {
        counts[slug] = count
        return name
      }
    }
  }

  static func slug(_ heading: [UInt8]) -> [UInt8] {
    var slug = ""
    var wantsHyphen = false
    for scalar in String(decoding: heading, as: UTF8.self).unicodeScalars {
      if isNamed(scalar) {
        if wantsHyphen, !slug.isEmpty { slug += "-" }
        wantsHyphen = false
        slug += scalar.properties.lowercaseMapping
      } else if !isApostrophe(scalar) {
        wantsHyphen = true
      }
    }
    return slug.isEmpty ? Array("section".utf8) : Array(slug.utf8)
  }

  private static func isNamed(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return UInt8(ascii: scalar).isASCIILetter || UInt8(ascii: scalar).isASCIIDigit
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }

  /// "it's" is one word.
  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "\u{2019}"
  }
}
