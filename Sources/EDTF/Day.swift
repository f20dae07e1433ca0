/// A day of the proleptic Gregorian calendar, in the years 0001 to 9999.
package struct Day: Sendable, Hashable {
  /// Days since 1970-01-01; negative before it.
  package let number: Int32

  private static let first: Int32 = -719_162
  private static let last: Int32 = 2_932_896

  /// The day `number` days after 1970-01-01; nil outside of the years 0001 to 9999.
  package init?(number: Int32) {
    guard number >= Self.first, number <= Self.last else { return nil }
    self.number = number
  }

  /// Nil where the calendar has no such day, or the year is not in 1...9999.
  package init?(year: Int, month: Int, day: Int) {
    guard 1...9999 ~= year, 1...12 ~= month, day >= 1, day <= Self.count(ofMonth: month, in: year)
    else { return nil }
    self.init(knownYear: year, month: month, day: day)
  }

  /// For dates that are known to exist.
  ///
  /// Years are counted from March, so that the leap day is the last of its year: the algorithm of
  /// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", for years after 0.
  init(knownYear year: Int, month: Int, day: Int) {
    let year = month > 2 ? year : year - 1
    let era = year / 400
    let yearOfEra = year % 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// The inverse of `init(knownYear:month:day:)`.
  package var parts: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (
      era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    )
  }

  package var year: Int { parts.year }
  package var month: Int { parts.month }
  package var day: Int { parts.day }

  /// The number of days of a month, 1 to 12.
  package static func count(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Day: Comparable {
  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

extension Day: CustomStringConvertible {
  /// ISO 8601: `2023-05-18`.
  package var description: String {
    let (year, month, day) = parts
    return "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
  }
}

extension Int {
  /// The decimal digits with zeros in front up to `width`; for numbers that are not negative.
  func padded(to width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }
}
