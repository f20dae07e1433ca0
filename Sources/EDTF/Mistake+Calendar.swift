extension Mistake {
  /// Months, days and years that the calendar does not have, in one date or in an end of several.
  static func inCalendar(_ text: String) -> Mistake? {
    var offset = 0
    for part in text.split(separator: "/", omittingEmptySubsequences: false) {
      if let match = match(String(part)), var mistake = inCalendar(match) {
        mistake.range = mistake.range.map { $0.lowerBound + offset..<$0.upperBound + offset }
        return mistake
      }
      offset += part.utf8.count + 1
    }
    return nil
  }

  private static func match(_ date: String) -> Pattern.Match? {
    for pattern in dates { if let match = pattern.match(date) { return match } }
    return nil
  }

  private static let dates: [Pattern] = [
    "[?+Y~", "[?+Y-MM~", "[?+Y-MM-DD~", "[?+Y-MM-XX~",
  ]

  private static func inCalendar(_ match: Pattern.Match) -> Mistake? {
    let year = match[0]
    let isSigned = match.text.utf8.first == .hyphen || match.text.utf8.contains(UInt8(ascii: "+"))
    guard year.count >= 4 else { return nil }
    if year.count > 4 || isSigned || year == "0000" {
      if year.count == 8, match.count == 1 { return nil }  // 20230518
      return Mistake(
        "years run from 0001 to 9999", advice: "older and later dates are not supported",
        range: match.range(0))
    }
    guard match.count > 1, let year = Int(year), let month = Int(match[1]) else { return nil }
    let day = match.count > 2 ? Int(match[2]) : nil
    let hasDay = day != nil || match.text.utf8.contains(.unspecified)
    return 1...12 ~= month
      ? day.flatMap { inDays(match, year: year, month: month, day: $0) }
      : inMonths(match, month, hasDay: hasDay)
  }

  private static func inMonths(_ match: Pattern.Match, _ month: Int, hasDay: Bool) -> Mistake? {
    let year = match[0]
    let range = match.range(1)
    switch month {
    case 0:
      return Mistake("there is no month 00", readable(String(year)), range: range)
    case 21...24:
      guard hasDay else { return nil }
      return Mistake(
        "a season has no days", readable("\(year)-\(month)", "the season"), range: range)
    case 25...41 where !hasDay:
      return Mistake(
        "'\(month)' is not supported: seasons are 21 (spring) to 24 (winter)",
        advice: "write the months: '\(year)-04/\(year)-06'", range: range)
    default:
      let proposals =
        hasDay
        ? match.filling("Y-D-M").map { readable($0) }
        : readable("\(year)/\(year.prefix(2))\(match[1])", "the years")
      return Mistake(
        "there is no month \(match[1])", proposals ?? [], advice: "months run from 01 to 12",
        range: range)
    }
  }

  private static func inDays(_ match: Pattern.Match, year: Int, month: Int, day: Int) -> Mistake? {
    let monthAlone = "\(match[0])-\(match[1])"
    if day == 0 {
      return Mistake("there is no day 00", readable(monthAlone), range: match.range(2))
    }
    let count = Day.count(ofMonth: month, in: year)
    guard day > count else { return nil }
    return Mistake(
      "\(Month.name(month)) \(year) has \(count) days, not \(day)",
      advice: "check the source; '\(monthAlone)' says the month alone", range: match.range(2))
  }
}
