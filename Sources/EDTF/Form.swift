/// What a tired person writes, and what to say to it: a row of `Form.all`.
struct Form: Sendable {
  private let patterns: [Pattern]
  private let answer: @Sendable (Pattern.Match) -> Mistake?

  /// For what takes more than a template; the next row is asked where the answer is nil.
  init(_ patterns: Pattern..., answer: @escaping @Sendable (Pattern.Match) -> Mistake?) {
    self.patterns = patterns
    self.answer = answer
  }

  /// Says `message` and proposes each of `write`: a template in the letters of the pattern and, behind "for",
  /// what tells it from the others.
  ///
  /// There is no answer where the text of a `*` means no date. Where the parser reads none of the proposals,
  /// the calendar says why.
  init(_ patterns: Pattern..., says message: String, write: String..., advice: String? = nil) {
    let templates = write.map(Template.init)
    self.patterns = patterns
    answer = { match in
      var proposals: [Mistake.Proposal] = []
      for template in templates {
        guard let text = match.filling(template.text) else { return nil }
        if !proposals.contains(where: { $0.text == text }) {
          proposals.append((text, template.meaning))
        }
      }
      let readable = Mistake.readable(proposals)
      if readable.isEmpty, let first = proposals.first,
        var mistake = Mistake.inCalendar(first.text)
      {
        mistake.range = nil
        return mistake
      }
      return Mistake(message, readable, advice: advice)
    }
  }

  func mistake(in text: String) -> Mistake? {
    for pattern in patterns {
      if let match = pattern.match(text) { return answer(match) }
    }
    return nil
  }
}

private struct Template {
  let text: String
  let meaning: String

  init(_ template: String) {
    let words = template.split(separator: " ")
    text = String(words[0])
    meaning = words.dropFirst(2).joined(separator: " ")
  }
}
