extension Mistake {
  /// Dates in English words: "May 18, 2023", "c. 1970", "the 1970s", "before 2020".
  static func inWords(_ text: String) -> Mistake? {
    let lower = text.lowercased()
    if let match = lower.wholeMatch(of: /(?:the )?([0-9]{3})0'?s/) {
      return Mistake("a decade is written with 'X'", readable(("\(match.1)X", "")))
    }
    if lower.wholeMatch(of: /.*[0-9] ?(b\.? ?c\.?(?: ?e\.?)?)/) != nil {
      return Mistake("years run from 0001 to 9999", advice: "older dates are not supported")
    }
    if let match = lower.wholeMatch(of: /(?:a\.?d\.? ?)?([0-9]{1,4})(?: ?(?:c\.?e\.?|a\.?d\.?))?/),
      let year = Int(match.1)
    {
      return Mistake(
        "a year has four digits and nothing beside it", readable((year.padded(to: 4), "")))
    }
    if ["today", "yesterday", "tomorrow", "now", "present"].contains(lower) {
      return Mistake(
        "'\(text)' would mean another day tomorrow", advice: "write the date like '2023-05-18'")
    }
    return prefixed(text, lower) ?? named(lower)
  }

  /// Words before a date that say how it is meant.
  private static func prefixed(_ text: String, _ lower: String) -> Mistake? {
    func rest(_ words: [String]) -> String? {
      words.first { lower.hasPrefix($0) }
        .flatMap { repaired(String(text.dropFirst($0.count).drop { $0 == " " || $0 == "." })) }
    }
    let message = "words do not qualify a date, signs do"
    if let date = rest([
      "circa", "approximately", "approx", "about", "around", "ca", "c.", "c ", "~",
    ]) {
      return Mistake(message, readable((date + "~", "")))
    }
    if let date = rest(["probably", "possibly", "perhaps", "maybe"]) {
      return Mistake(message, readable((date + "?", "")))
    }
    if let date = rest(["since", "from"]) {
      return Mistake(
        message, readable(("\(date)/..", "what goes on"), ("\(date)/", "what has ended")))
    }
    if let date = rest(["until", "till", "up to"]) {
      return Mistake(
        message, readable(("../\(date)", ""), ("/\(date)", "a start that is not known")))
    }
    if let date = rest(["before", "by"]), let limit = neighbour(of: date, by: -1) {
      return Mistake(message, readable(("[..\(lower.hasPrefix("before") ? limit : date)]", "")))
    }
    if let date = rest(["after"]), let limit = neighbour(of: date, by: 1) {
      return Mistake(message, readable(("[\(limit)..]", "")))
    }
    if let match = text.wholeMatch(of: /([Bb]etween|[Ff]rom) (.+) (?:and|to|until) (.+)/),
      let first = repaired(String(match.2)), let last = repaired(String(match.3))
    {
      let isBetween = match.1.lowercased() == "between"
      return Mistake(
        message, readable((isBetween ? "[\(first)..\(last)]" : "\(first)/\(last)", "")))
    }
    return nil
  }

  /// The day, month or year beside a date of that precision.
  private static func neighbour(of text: String, by step: Int) -> String? {
    guard let date = EDTFDate(parsing: text.utf8.span), date.shape == .single,
      let point = date.from.point
    else { return nil }
    let bounds = point.bounds
    let day = step < 0 ? bounds.earliest.number - 1 : bounds.latest.number + 1
    guard let description = Day(number: day)?.description else { return nil }
    return switch point.precision {
    case .year: String(description.prefix(4))
    case .month: String(description.prefix(7))
    default: description
    }
  }

  /// Names of months and seasons.
  private static func named(_ lower: String) -> Mistake? {
    let words = lower.split { " ,.".contains($0) }.filter { $0 != "of" && $0 != "the" }
    guard 2...3 ~= words.count else { return nil }
    let year = words.filter { $0.wholeMatch(of: /[0-9]{4}/) != nil }
    guard year.count == 1 else { return nil }
    if words.count == 2 {
      let seasons = ["spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24]
      if let season = words.compactMap({ seasons[String($0)] }).first {
        return Mistake("a season is written as a number", readable(("\(year[0])-\(season)", "")))
      }
    }
    guard let month = words.compactMap({ Month.number(of: $0) }).first else { return nil }
    let start = "\(year[0])-\(month.padded(to: 2))"
    let message = "months are written as numbers"
    if words.count == 2 { return Mistake(message, readable((start, ""))) }
    let day = words.compactMap { $0.wholeMatch(of: /([0-9]{1,2})(?:st|nd|rd|th)?/)?.1 }.first
    guard let day = day.flatMap({ Int($0) }) else { return nil }
    let date = "\(start)-\(day.padded(to: 2))"
    if let mistake = inCalendar(date) { return Mistake(mistake.message, advice: mistake.advice) }
    return Mistake(message, readable((date, "")))
  }
}
