/// Months as people write them.
enum Month {
  private static let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// The name of a month, 1 to 12.
  static func name(_ month: Int) -> String { names[month - 1] }

  /// The month of an English name or an abbreviation of three letters or more.
  static func number(of word: some StringProtocol) -> Int? {
    let word = word.lowercased()
    guard word.count >= 3 else { return nil }
    return names.firstIndex { $0.lowercased().hasPrefix(word) }.map { $0 + 1 }
      ?? (word == "sept" ? 9 : nil)
  }

  /// A date that the parser reads, in words; the text itself otherwise.
  static func words(_ text: String) -> String {
    EDTFDate(parsing: text.utf8.span)?.words ?? text
  }
}
