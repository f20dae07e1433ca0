// Where a name may begin and end, though the folded words agree.
extension [Token] {
  /// Whether a name may begin at a token: not within `belarus.by`, nor after the apostrophe of `O'Brien`.
  func beginsName(at index: Int, _ signs: NameTable.Signs) -> Bool {
    guard index > 0, !self[index].flags.contains(.gap) else { return true }
    let sign = self[index - 1]
    // Characters of Chinese, or a change of script: each is a word without any space.
    if sign.flags.contains(.word) { return true }
    guard sign.flags.joinsWords else { return true }
    guard index > 1, !sign.flags.contains(.gap), self[index - 2].flags.contains(.word) else {
      return !sign.flags.contains(.handle)
    }
    let word = self[index - 2]
    if sign.flags.contains(.apostrophe) { return word.id != 0 && word.id <= signs.lastElision }
    // After an initial, as in "V.Revenko"; its letter may take two bytes.
    return sign.flags.contains(.joiner) && word.flags.contains(.capital)
      && word.upper - word.lower <= 2
  }

  /// Whether a name may end before a token: the possessive `'s` stays outside it.
  func endsName(at index: Int, _ signs: NameTable.Signs) -> Bool {
    guard index < count, !self[index].flags.contains(.gap) else { return true }
    let sign = self[index]
    if sign.flags.contains(.word) { return true }
    guard sign.flags.joinsWords, index + 1 < count, !self[index + 1].flags.contains(.gap),
      self[index + 1].flags.contains(.word)
    else { return true }
    return sign.flags.contains(.apostrophe) && self[index + 1].id == signs.possessive
  }

  /// Whether a hyphen joins the tokens to a word with a capital, before or after.
  func isCompound(_ range: Range<Int>) -> Bool {
    let (lower, upper) = (range.lowerBound, range.upperBound)
    if lower > 1, !self[lower].flags.contains(.gap), isHyphen(lower - 1),
      self[lower - 2].flags.contains(.capital)
    {
      return true
    }
    return upper + 1 < count && isHyphen(upper) && !self[upper + 1].flags.contains(.gap)
      && self[upper + 1].flags.contains(.capital)
  }

  /// A hyphen as keyboards have it. The en dash stands between two: "the Castro–Putin talks".
  private func isHyphen(_ index: Int) -> Bool {
    let sign = self[index]
    return sign.flags.contains(.hyphen) && !sign.flags.contains(.gap)
      && sign.upper - sign.lower == 1
  }
}

extension Token.Flags {
  /// Whether what stands before and after it, without space, is one word.
  fileprivate var joinsWords: Bool { !isDisjoint(with: [.apostrophe, .joiner, .boundary]) }
}
