extension EDTFError {
  /// The reason why `text`, which the parser has refused, is no date of the profile.
  ///
  /// Mistakes are tried from the most specific to the most general; the first that fits tells it. Each
  /// proposes a text only if the parser reads it.
  init(explaining text: String) {
    self = Mistake.find(in: text)?.error(in: text) ?? .unknownForm(text)
  }

  private static func unknownForm(_ text: String) -> EDTFError {
    EDTFError(
      message: text.isEmpty ? "a date is missing" : "'\(shortened(text))' is not a date",
      range: 0..<text.utf8.count,
      help: "write '2023-05-18', '2023-05' or '2023'; '2023~' for about, '2023?' for possibly, "
        + "'2021/2023' for throughout, '[2021..2023]' for some day within")
  }

  /// Messages stay on one line.
  static func shortened(_ text: String) -> String {
    let line = text.prefix(41).prefix { !$0.isNewline }
    return line.endIndex == text.endIndex && line.count <= 40 ? text : line.prefix(40) + "…"
  }
}

extension EDTFError {
  /// The reason why `text`, which the parser has refused, is no moment of RFC 3339.
  init(explainingInstant text: String) {
    self.init(
      message: text.isEmpty
        ? "a date and time is missing" : "'\(Self.shortened(text))' is not a date and time",
      range: 0..<text.utf8.count, help: Self.helpForInstant(text))
  }

  private static func helpForInstant(_ text: String) -> String {
    func isInstant(_ text: String) -> Bool { Instant(parsing: text.utf8.span) != nil }
    if let date = EDTFDate(parsing: text.utf8.span), date.exactDay != nil {
      return "add the time and its offset from UTC: '\(text)T12:00:00Z' or '\(text)T12:00:00+03:00'"
    }
    let example = "write it like '2023-05-18T10:00:00+03:00'"
    // Longer than any moment: not worth mending.
    guard text.utf8.count <= 48 else { return example }
    let joined = text.split(separator: " ", maxSplits: 1).joined(separator: "T")
      .filter { $0 != " " }
    if isInstant(joined) { return "write '\(joined)'" }
    if isInstant(joined + "Z") {
      return "add the offset from UTC: '\(joined)Z' or '\(joined)+03:00', whichever holds"
    }
    if isInstant(joined + ":00Z") {
      return "add seconds and the offset from UTC: '\(joined):00Z' or '\(joined):00+03:00'"
    }
    // Seconds left out before an offset that is there.
    if let t = joined.firstIndex(of: "T"),
      let sign = joined[t...].firstIndex(where: { "+-Zz".contains($0) })
    {
      let repaired = joined[..<sign] + ":00" + joined[sign...]
      if isInstant(String(repaired)) { return "add the seconds: '\(repaired)'" }
    }
    return example
  }
}
