/// One date as written, alone or as an end of an interval: so exact, and so sure.
struct Point: Sendable, Hashable {
  enum Precision: UInt8, Sendable {
    /// `201X`
    case decade
    /// `2010`
    case year
    /// `2010-XX`: in one month of that year, not known which.
    case someMonth
    /// `2010-21`
    case season
    /// `2010-05`
    case month
    /// `2010-05-XX`: on one day of that month, not known which.
    case someDay
    /// `2010-05-18`
    case day
  }

  var precision: Precision
  var qualifier: Qualifier
  /// 1 to 9999; of a decade its first, which may be 0.
  var year: UInt16
  /// 1 to 12, or a season from 21 to 24; 0 where there is none.
  var month: UInt8 = 0
  /// 1 to 31; 0 where there is none.
  var day: UInt8 = 0

  /// The first and the last day that the date can mean, its qualifier aside.
  var bounds: (earliest: Day, latest: Day) {
    let year = Int(year)
    let month = Int(month)
    func span(
      _ first: (year: Int, month: Int, day: Int), _ last: (year: Int, month: Int, day: Int)
    ) -> (earliest: Day, latest: Day) {
      (
        Day(knownYear: first.year, month: first.month, day: first.day),
        Day(knownYear: last.year, month: last.month, day: last.day)
      )
    }
    switch precision {
    case .decade:
      return span((max(1, year), 1, 1), (year + 9, 12, 31))
    case .year, .someMonth:
      return span((year, 1, 1), (year, 12, 31))
    case .month, .someDay:
      return span((year, month, 1), (year, month, Day.count(ofMonth: month, in: year)))
    case .day:
      let day = Day(knownYear: year, month: month, day: Int(day))
      return (day, day)
    case .season:
      return seasonBounds(of: year)
    }
  }

  /// Wide enough for the meteorological and the astronomical season of the northern hemisphere.
  ///
  /// "Winter 2021" is said of January 2021 as well as of December, so that it reaches over both.
  private func seasonBounds(of year: Int) -> (earliest: Day, latest: Day) {
    func day(_ month: Int, _ day: Int, _ year: Int) -> Day {
      Day(knownYear: year, month: month, day: day)
    }
    return switch month {
    case 21: (day(3, 1, year), day(6, 21, year))
    case 22: (day(6, 1, year), day(9, 23, year))
    case 23: (day(9, 1, year), day(12, 22, year))
    default: (day(1, 1, year), year == 9999 ? day(12, 31, year) : day(3, 20, year + 1))
    }
  }
}

/// How sure a date is. The raw values are in the order of sorting.
enum Qualifier: UInt8, Sendable {
  case none, approximate, uncertain, both

  var sign: String {
    switch self {
    case .none: ""
    case .approximate: "~"
    case .uncertain: "?"
    case .both: "%"
    }
  }
}

extension Point: CustomStringConvertible {
  /// EDTF, as it is written.
  var description: String {
    let month = Int(month).padded(to: 2)
    let year = Int(year).padded(to: 4)
    let text =
      switch precision {
      case .decade: "\(year.dropLast())X"
      case .year: year
      case .someMonth: "\(year)-XX"
      case .season, .month: "\(year)-\(month)"
      case .someDay: "\(year)-\(month)-XX"
      case .day: "\(year)-\(month)-\(Int(day).padded(to: 2))"
      }
    return text + qualifier.sign
  }
}
