extension Mistake {
  /// The day, month or year before (-1) or after (1) the date that the `*` of a pattern stands for.
  static func neighbour(of match: Pattern.Match, by step: Int32) -> String? {
    guard let text = match.filling("*"), let date = EDTFDate(parsing: text.utf8.span),
      date.shape == .single, let point = date.from.point
    else { return nil }
    let bounds = point.bounds
    let number = step < 0 ? bounds.earliest.number : bounds.latest.number
    guard let day = Day(number: number + step)?.description else { return nil }
    return switch point.precision {
    case .year: String(day.prefix(4))
    case .month: String(day.prefix(7))
    default: day
    }
  }

  /// Names of months and seasons, in any order with the numbers: "May 18, 2023", "18th of May 2023".
  @Sendable static func inNames(_ match: Pattern.Match) -> Mistake? {
    let words = match.text.split { " ,.-".contains($0) }.filter { $0 != "of" && $0 != "the" }
    guard 2...3 ~= words.count,
      let year = words.first(where: { $0.utf8.count == 4 && $0.utf8.allSatisfy(\.isDigit) })
    else { return nil }
    if words.count == 2, let season = words.lazy.compactMap(Month.season).first {
      return Mistake("a season is written as a number", readable("\(year)-\(season)"))
    }
    guard let month = words.lazy.compactMap(Month.number).first else { return nil }
    var date = "\(year)-\(month.padded(to: 2))"
    if words.count == 3 {
      guard let day = words.lazy.compactMap(dayOfMonth).first else { return nil }
      date += "-\(day.padded(to: 2))"
    }
    if let mistake = inCalendar(date) { return Mistake(mistake.message, advice: mistake.advice) }
    return Mistake("months are written as numbers", readable(date))
  }

  /// `18`, `18th`
  private static func dayOfMonth(_ word: Substring) -> Int? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard 1...2 ~= digits.count,
      ["", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count))
    else { return nil }
    return Int(digits)
  }
}
