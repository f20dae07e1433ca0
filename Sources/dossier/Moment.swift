import ArgumentParser

/// A moment, as `--now` takes it: a date, which is its first second in UTC, or a time of RFC 3339.
struct Moment: ExpressibleByArgument, Equatable {
  let secondsSince1970: Int64

  /// The last second of the year 9999.
  static let latest: Int64 = 253_402_300_799

  init?(argument: String) {
    var reader = Reader(rest: argument[...])
    guard let year = reader.number(digits: 4), reader.skip("-"),
      let month = reader.number(digits: 2), reader.skip("-"), let day = reader.number(digits: 2),
      (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day)
    else { return nil }
    var seconds = Self.daysSince1970(year: year, month: month, day: day) * 86_400
    if !reader.rest.isEmpty {
      guard reader.skip("T") || reader.skip("t") || reader.skip(" "),
        let time = reader.time(), let offset = reader.offset(), reader.rest.isEmpty
      else { return nil }
      seconds += time - offset
    }
    secondsSince1970 = Int64(seconds)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Counts with years that begin in March, so that the leap day is a year's last.
  private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
    // Four hundred years on, where no number is below zero and divides wrongly. They have 146,097 days.
    let year = (month > 2 ? year : year - 1) + 400
    let month = month > 2 ? month - 3 : month + 9
    let leapDays = year / 4 - year / 100 + year / 400
    // The months from March have 31 30 31 30 31, over and over. 719,468 days lead from year 0 to 1970.
    return year * 365 + leapDays + (month * 153 + 2) / 5 + day - 1 - 719_468 - 146_097
  }

  private struct Reader {
    var rest: Substring

    mutating func skip(_ character: Character) -> Bool {
      guard rest.first == character else { return false }
      rest.removeFirst()
      return true
    }

    mutating func number(digits: Int) -> Int? {
      let text = rest.prefix(digits)
      guard text.utf8.count == digits, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
        return nil
      }
      rest.removeFirst(digits)
      return Int(text)
    }

    /// `hh:mm:ss`, with a fraction that is dropped; in seconds.
    mutating func time() -> Int? {
      guard let hour = number(digits: 2), skip(":"), let minute = number(digits: 2), skip(":"),
        // A leap second is the first of the next minute.
        let second = number(digits: 2), hour < 24, minute < 60, second <= 60
      else { return nil }
      if skip(".") {
        guard number(digits: 1) != nil else { return nil }
        while number(digits: 1) != nil {}
      }
      return hour * 3600 + minute * 60 + second
    }

    /// `Z` or `+hh:mm`; in seconds.
    mutating func offset() -> Int? {
      if skip("Z") || skip("z") { return 0 }
      let sign = skip("+") ? 1 : skip("-") ? -1 : 0
      guard sign != 0, let hour = number(digits: 2), skip(":"), let minute = number(digits: 2),
        hour < 24, minute < 60
      else { return nil }
      return sign * (hour * 3600 + minute * 60)
    }
  }
}
