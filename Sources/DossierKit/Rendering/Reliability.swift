/// How far a source is trusted, in the letters that newsrooms and intelligence services use.
enum Reliability {
  /// The values of a field that is such a scale.
  static let letters = ["A", "B", "C", "D", "E", "F"]

  /// `C, fairly reliable`
  static func inWords(_ letter: String) -> String {
    let word: String? =
      switch letter {
      case "A": "reliable"
      case "B": "usually reliable"
      case "C": "fairly reliable"
      case "D": "not usually reliable"
      case "E": "unreliable"
      case "F": "cannot be judged"
      default: nil
      }
    return word.map { "\(letter), \($0)" } ?? letter
  }
}
