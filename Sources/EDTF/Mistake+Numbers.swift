extension Mistake {
  /// Characters that look like those of a date: dashes of typography, digits of other scripts, blanks.
  static func inCharacters(_ text: String) -> Mistake? {
    var plain = ""
    var message: String?
    for character in text {
      if character.isASCII {
        plain.append(character)
      } else if "‐‑‒–—―−－".contains(character) {
        plain.append("-")
        message = message ?? "'\(character)' is not the hyphen of a date"
      } else if let digit = character.wholeNumberValue, digit < 10 {
        plain += String(digit)
        message = message ?? "'\(character)' is not one of the digits 0 to 9"
      } else if "…".contains(character) {
        plain += ".."
        message = message ?? "'…' is not the '..' of a date"
      } else {
        return nil
      }
    }
    let trimmed = plain.split(separator: " ").joined(separator: " ")
    if message == nil, trimmed != text { message = "a date has no spaces around it" }
    guard let message else { return nil }
    let proposals = readable((trimmed, ""))
    guard proposals.isEmpty else { return Mistake(message, proposals) }
    let inner = find(in: trimmed)
    return Mistake(message, inner?.proposals ?? [], advice: inner?.advice)
  }

  /// Months, days and years that the calendar does not have, in one date or in an end of several.
  static func inCalendar(_ text: String) -> Mistake? {
    var offset = 0
    for part in text.split(separator: "/", omittingEmptySubsequences: false) {
      if let mistake = inCalendar(part, at: offset) { return mistake }
      offset += part.utf8.count + 1
    }
    return nil
  }

  private static func inCalendar(_ text: Substring, at offset: Int) -> Mistake? {
    guard
      let match = text.wholeMatch(
        of: /\[?(-|\+)?([0-9]{4,})(?:-([0-9]{2})(?:-([0-9]{2}|XX))?)?[?~%]?/),
      let year = Int(match.2)
    else { return nil }
    func range(_ part: Substring) -> Range<Int> {
      let start = offset + text.utf8.distance(from: text.startIndex, to: part.startIndex)
      return start..<start + part.utf8.count
    }
    if match.1 != nil || year == 0 || match.2.count > 4 {
      if match.2.count == 8, match.3 == nil { return nil }  // 20230518
      return Mistake(
        "years run from 0001 to 9999", advice: "older and later dates are not supported",
        range: range(match.2))
    }
    guard let monthText = match.3, let month = Int(monthText) else { return nil }
    let day = match.4.flatMap { Int($0) }
    if month == 0 {
      return Mistake(
        "there is no month 00", readable((String(match.2), "")), advice: nil,
        range: range(monthText))
    }
    if 21...24 ~= month, match.4 != nil {
      return Mistake(
        "a season has no days", readable(("\(match.2)-\(monthText)", "the season")),
        range: range(monthText))
    }
    guard 1...12 ~= month else {
      if 25...41 ~= month, day == nil {
        return Mistake(
          "'\(monthText)' is not supported: seasons are 21 (spring) to 24 (winter)",
          advice: "write the months: '\(match.2)-04/\(match.2)-06'", range: range(monthText))
      }
      let swapped = day.map { "\(match.2)-\($0.padded(to: 2))-\(monthText)" } ?? ""
      let end = readable(("\(match.2)/\(match.2.prefix(2))\(monthText)", "the years"))
      return Mistake(
        "there is no month \(monthText)", day == nil ? end : readable((swapped, "")),
        advice: "months run from 01 to 12", range: range(monthText))
    }
    guard let dayText = match.4, let day else { return nil }
    if day == 0 {
      return Mistake(
        "there is no day 00", readable(("\(match.2)-\(monthText)", "")), range: range(dayText))
    }
    let count = Day.count(ofMonth: month, in: year)
    guard day > count else { return nil }
    return Mistake(
      "\(Month.name(month)) \(year) has \(count) days, not \(day)",
      advice: "check the source; '\(match.2)-\(monthText)' says the month alone",
      range: range(dayText))
  }

  /// Days, months and years in the order or with the signs of another country.
  static func inNumbers(_ text: String) -> Mistake? {
    if let match = text.wholeMatch(of: /([0-9]{4})([0-9]{2})([0-9]{2})/) {
      let proposals = readable(("\(match.1)-\(match.2)-\(match.3)", ""))
      if !proposals.isEmpty {
        return Mistake("hyphens stand between year, month and day", proposals)
      }
    }
    if let match = text.wholeMatch(of: /([0-9]{4})([-\/. ])([0-9]{1,2})(?:[-\/. ]([0-9]{1,2}))?/) {
      return yearFirst(match.1, sign: match.2, match.3, match.4)
    }
    if let match = text.wholeMatch(of: /([0-9]{1,2})([-\/.]) ?([0-9]{1,2})[-\/.] ?([0-9]{4})/) {
      return yearLast(match.1, match.3, year: match.4, sign: match.2)
    }
    if let match = text.wholeMatch(of: /([0-9]{1,2})[-\/.]([0-9]{4})/) {
      let proposals = readable(("\(match.2)-\(padded(match.1))", ""))
      return Mistake("the year comes first", proposals)
    }
    if text.wholeMatch(of: /[0-9]{1,2}[-\/.][0-9]{1,2}[-\/.][0-9]{2}/) != nil
      || text.wholeMatch(of: /[0-9]{1,3}/) != nil
    {
      return Mistake("a year has four digits", advice: "write the date like '2023-05-18'")
    }
    return nil
  }

  private static func yearFirst(
    _ year: Substring, sign: Substring, _ month: Substring, _ day: Substring?
  ) -> Mistake {
    let message =
      switch sign {
      case "/": "'/' stands between the ends of an interval, not between year and month"
      case "-": "month and day have two digits"
      default: "hyphens stand between year, month and day"
      }
    // 2021/22: not a month, so the end of a span of years.
    if sign == "/", day == nil, month > "12" {
      let years = readable(("\(year)/\(year.prefix(2))\(month)", ""))
      if !years.isEmpty { return Mistake("both ends of an interval are full dates", years) }
    }
    let text = [month, day].compactMap { $0 }.reduce("\(year)") { "\($0)-\(padded($1))" }
    if EDTFDate(parsing: text.utf8.span) != nil { return Mistake(message, [(text, "")]) }
    return inCalendar(text).map { Mistake($0.message, $0.proposals, advice: $0.advice) }
      ?? Mistake(message)
  }

  private static func yearLast(
    _ first: Substring, _ second: Substring, year: Substring, sign: Substring
  ) -> Mistake {
    let dayFirst = "\(year)-\(padded(second))-\(padded(first))"
    let monthFirst = "\(year)-\(padded(first))-\(padded(second))"
    let message = "the year comes first, with hyphens: year-month-day"
    // With dots the day is first everywhere. Otherwise it depends on the country, if both can be.
    if sign == "." || dayFirst == monthFirst {
      let proposals = readable((dayFirst, ""))
      if proposals.isEmpty, let mistake = inCalendar(dayFirst) {
        return Mistake(mistake.message, advice: mistake.advice)
      }
      return Mistake(message, proposals)
    }
    let both = readable((dayFirst, Month.words(dayFirst)), (monthFirst, Month.words(monthFirst)))
    if both.count == 2 { return Mistake(message, both) }
    if let only = both.first { return Mistake(message, [(only.text, "")]) }
    return inCalendar(dayFirst).map { Mistake($0.message, advice: $0.advice) } ?? Mistake(message)
  }

  private static func padded(_ number: Substring) -> String {
    number.count < 2 ? "0\(number)" : String(number)
  }
}
