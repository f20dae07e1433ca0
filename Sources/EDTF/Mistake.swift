/// A way of writing a date that is common elsewhere, and what it is here.
struct Mistake {
  /// What is right instead, with what tells it from the others; in words of the date where that is empty.
  typealias Proposal = (text: String, meaning: String)

  let message: String
  var proposals: [Proposal]
  /// The way out in words, where no text can be proposed.
  var advice: String?
  /// Where in the text it is; nil for all of it.
  var range: Range<Int>?

  init(
    _ message: String, _ proposals: [Proposal] = [], advice: String? = nil, range: Range<Int>? = nil
  ) {
    self.message = message
    self.proposals = proposals
    self.advice = advice
    self.range = range
  }

  func error(in text: String) -> EDTFError {
    let proposed = proposals.map { proposal in
      let meaning =
        proposal.meaning.isEmpty && proposals.count > 1
        ? EDTFDate(parsing: proposal.text.utf8.span)?.words ?? "" : proposal.meaning
      return "'\(proposal.text)'" + (meaning.isEmpty ? "" : " for \(meaning)")
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
    if let mistake = inCharacters(text) ?? inCalendar(text) { return mistake }
    for form in Form.all {
      if let mistake = form.mistake(in: text) { return mistake }
    }
    return nil
  }

  /// What a text means, where it is a date already or its mistake has one clear repair.
  static func repaired(_ text: String) -> String? {
    if EDTFDate(parsing: text.utf8.span) != nil { return text }
    guard let proposals = find(in: text)?.proposals, proposals.count == 1 else { return nil }
    return proposals[0].text
  }

  /// The proposals that the parser reads; none of the others is worth showing.
  static func readable(_ proposals: [Proposal]) -> [Proposal] {
    proposals.filter { EDTFDate(parsing: $0.text.utf8.span) != nil }
  }

  static func readable(_ text: String, _ meaning: String = "") -> [Proposal] {
    readable([(text, meaning)])
  }
}
