extension EDTFDate {
  /// English, as it stands in a table: "18 May 2023", "about 1970", "from 2015 to 2019".
  package var words: String { words(inSentence: false) }

  /// English; in a sentence with its preposition: "on 18 May 2023", "in August 2022", "about 1970".
  package func words(inSentence: Bool) -> String {
    switch (shape, from, to) {
    case (.single, .point(let point), _):
      point.words(inSentence: inSentence)
    case (_, .point(let first), .point(let last)) where first == last:
      first.words(inSentence: inSentence)
    case (.interval, .point(let first), .point(let last)):
      "from " + Point.words(from: first, to: last)
    case (.interval, .point(let first), .open):
      "since \(first.words(inSentence: false))"
    case (.interval, .point(let first), _):
      "from \(first.words(inSentence: false)), end not known"
    case (.interval, .open, .point(let last)):
      "until \(last.words(inSentence: false))"
    case (.interval, _, .point(let last)):
      "until \(last.words(inSentence: false)), start not known"
    case (.within, .point(let first), .point(let last)):
      (inSentence ? "on some day from " : "some day from ") + Point.words(from: first, to: last)
    case (.within, .point(let first), _):
      first.words(inSentence: inSentence) + " or later"
    case (.within, _, .point(let last)):
      last.words(inSentence: inSentence) + " or earlier"
    default:
      // Neither end is a date: the parser lets none of these through.
      description
    }
  }
}

extension Point {
  private static let seasons = ["spring", "summer", "autumn", "winter"]

  private var monthName: String { Month.name(Int(month)) }
  private var seasonName: String { Self.seasons[Int(month) - 21] }

  fileprivate func words(inSentence: Bool) -> String {
    let preposition = inSentence ? (precision == .day || precision == .someDay ? "on " : "in ") : ""
    return switch qualifier {
    case .none: preposition + plainWords
    case .approximate: "about \(plainWords)"
    case .uncertain: "possibly \(preposition)\(plainWords)"
    case .both: "possibly about \(plainWords)"
    }
  }

  private var plainWords: String {
    switch precision {
    case .decade: "the \(year)s"
    case .year: "\(year)"
    case .someMonth: "some month of \(year)"
    case .season: "\(seasonName) \(year)"
    case .month: "\(monthName) \(year)"
    case .someDay: "some day in \(monthName) \(year)"
    case .day: "\(day) \(monthName) \(year)"
    }
  }

  /// "17 to 20 May 2023", "May to September 2021": what both ends share is said once.
  fileprivate static func words(from first: Point, to last: Point) -> String {
    "\(first.words(before: last)) to \(last.words(inSentence: false))"
  }

  private func words(before last: Point) -> String {
    guard qualifier == .none, last.qualifier == .none, precision == last.precision,
      year == last.year, self != last
    else { return words(inSentence: false) }
    return switch precision {
    case .season: seasonName
    case .month: monthName
    case .day: month == last.month ? "\(day)" : "\(day) \(monthName)"
    case .decade, .year, .someMonth, .someDay: words(inSentence: false)
    }
  }
}
