/// Months as people write them.
enum Month {
  private static let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// The name of a month, 1 to 12.
  static func name(_ month: Int) -> String { names[month - 1] }

  /// The month of an English name or an abbreviation of three letters or more.
  static func number(of word: Substring) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    return names.firstIndex { isStart(word, of: $0) }.map { $0 + 1 }
      ?? (isStart(word, of: "sept") ? 9 : nil)
  }

  /// The number that EDTF has for the English name of a season.
  static func season(_ word: Substring) -> Int? {
    [("spring", 21), ("summer", 22), ("autumn", 23), ("fall", 23), ("winter", 24)]
      .first { $0.0.utf8.count == word.utf8.count && isStart(word, of: $0.0) }?.1
  }

  /// In letters of either case.
  private static func isStart(_ word: Substring, of name: String) -> Bool {
    word.utf8.count <= name.utf8.count
      && zip(word.utf8, name.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
  }
}
