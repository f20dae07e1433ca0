/// A way of writing a date that is common elsewhere, and what it is here.
struct Mistake {
  let message: String
  /// What is right instead, one or several, each with what tells it from the others.
  var proposals: [(text: String, meaning: String)] = []
  /// The way out in words, where no text can be proposed.
  var advice: String?
  /// Where in the text it is; nil for all of it.
  var range: Range<Int>?

  init(
    _ message: String, _ proposals: [(text: String, meaning: String)] = [], advice: String? = nil,
    range: Range<Int>? = nil
  ) {
    self.message = message
    self.proposals = proposals
    self.advice = advice
    self.range = range
  }

  func error(in text: String) -> EDTFError {
    let proposed = proposals.map {
      "'\($0.text)'" + ($0.meaning.isEmpty ? "" : " for \($0.meaning)")
    }
    .joined(separator: " or ")
    let help = [proposed.isEmpty ? nil : "write \(proposed)", advice].compactMap { $0 }
    return EDTFError(
      message: message, range: range ?? 0..<text.utf8.count,
      help: help.isEmpty ? nil : help.joined(separator: "; "))
  }

  /// The mistake in a text that the parser has refused; nil for text that has little to do with dates.
  static func find(in text: String) -> Mistake? {
    // Longer than any date in words. The limit also bounds how often repairs of repairs are tried.
    guard text.utf8.count <= 48 else { return nil }
    return inCharacters(text) ?? inCalendar(text) ?? inNotation(text) ?? inNumbers(text)
      ?? inWords(text) ?? inIntervals(text)
  }

  /// What a text means, where it is a date already or its mistake has one clear repair.
  static func repaired(_ text: String) -> String? {
    if EDTFDate(parsing: text.utf8.span) != nil { return text }
    guard let proposals = find(in: text)?.proposals, proposals.count == 1 else { return nil }
    return proposals[0].text
  }

  /// The proposals that the parser reads; none of the others is worth showing.
  static func readable(_ proposals: (text: String, meaning: String)...) -> [(
    text: String, meaning: String
  )] {
    proposals.filter { EDTFDate(parsing: $0.text.utf8.span) != nil }
  }
}
