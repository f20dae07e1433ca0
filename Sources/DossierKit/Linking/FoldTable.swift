/// The folding of every character: looked up for Latin, Greek and Cyrillic, worked out for the rest.
struct FoldTable: Sendable {
  static let shared = FoldTable()

  /// Below Hebrew: Latin, Greek, Cyrillic, Armenian, and the marks on them.
  private let low: [Folding]
  /// Latin Extended Additional: Vietnamese, Welsh, and transliterations.
  private let additional: [Folding]

  private static let lowEnd: UInt32 = 0x590
  private static let additionalStart: UInt32 = 0x1E00
  private static let additionalEnd: UInt32 = 0x1F00

  private init() {
    func foldings(_ range: Range<UInt32>) -> [Folding] {
      range.map { Unicode.Scalar($0).map(FoldTable.folding) ?? Folding(.sign, "") }
    }
    low = foldings(0..<FoldTable.lowEnd)
    additional = foldings(FoldTable.additionalStart..<FoldTable.additionalEnd)
  }

  subscript(scalar: Unicode.Scalar) -> Folding {
    let value = scalar.value
    if value < FoldTable.lowEnd { return low[Int(value)] }
    if value >= FoldTable.additionalStart, value < FoldTable.additionalEnd {
      return additional[Int(value - FoldTable.additionalStart)]
    }
    return FoldTable.folding(scalar)
  }

  private static func folding(_ scalar: Unicode.Scalar) -> Folding {
    switch scalar.value {
    // Apostrophes, and what is typed or transliterated as one.
    case 0x27, 0x60, 0xB4, 0x2B9, 0x2BB...0x2BF, 0x374, 0x55A, 0x2018, 0x2019, 0x201B, 0x2032,
      0xA78B,
      0xA78C, 0xFF07:
      return Folding(.apostrophe, "'")
    // Hyphens, and the dashes that are as short. The em dash parts clauses, and is none.
    case 0x2D, 0x58A, 0x5BE, 0x2010...0x2013, 0x2212, 0xFE63, 0xFF0D:
      return Folding(.hyphen, "-")
    case 0x22, 0xAB, 0xBB, 0x201C...0x201F, 0x2033, 0x2039, 0x203A, 0x301D...0x301F, 0xFF02:
      return Folding(.sign, "\"")
    case 0xAD, 0x34F, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069,
      0xFE00...0xFE0F, 0xFEFF:
      return Folding(.ignored, "")
    // Chinese characters and hiragana.
    case 0x3005, 0x3007, 0x3041...0x3096, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x2F7FF,
      0x30000...0x323AF:
      return Folding(.ideograph, String(scalar))
    // Letters without case that no normal form changes unless a mark follows, which is seen then.
    case 0x5D0...0x5EA, 0x620...0x64A, 0x66E...0x6D3, 0xE01...0xE3A, 0xE40...0xE4E, 0x10D0...0x10FA,
      0x30A1...0x30FA, 0x30FC, 0xAC00...0xD7A3:
      return Folding(.letter, String(scalar))
    default: break
    }
    if scalar.properties.isWhitespace { return Folding(.space, "") }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return Folding(.mark, String(scalar))
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      return letter(scalar)
    default: return Folding(.sign, String(scalar))
    }
  }

  private static func letter(_ scalar: Unicode.Scalar) -> Folding {
    let properties = scalar.properties
    let isInTable =
      scalar.value < lowEnd || (additionalStart..<additionalEnd).contains(scalar.value)
    let folded = isInTable ? foldedWord(String(scalar)) : ""
    return Folding(
      .letter, folded, base: folded.unicodeScalars.last.map(Folding.Base.init) ?? .other,
      isCapital: properties.isUppercase || properties.generalCategory == .titlecaseLetter,
      isLowercase: properties.isLowercase, isInvolved: !isInTable)
  }
}
