extension EDTFDate {
  /// Reads a text without allocating; nil for what the profile does not have, without a reason.
  ///
  /// `EDTFError.init(explaining:)` finds the reason afterwards: wrong dates are rare and may take longer.
  init?(parsing text: Span<UInt8>) {
    var scanner = Scanner()
    let date = scanner.isAt(.openBracket, in: text) ? scanner.within(text) : scanner.plain(text)
    guard let date, scanner.place == text.count, !date.isReversed else { return nil }
    self = date
  }

  /// Whether it ends before it begins, whatever days its ends mean.
  private var isReversed: Bool {
    guard shape != .single, let from = from.point, let to = to.point else { return false }
    return to.bounds.latest < from.bounds.earliest
  }
}

/// A place in a text that is being read; every step moves on if it finds what it looks for.
private struct Scanner {
  var place = 0

  func isAt(_ byte: UInt8, in text: Span<UInt8>) -> Bool {
    place < text.count && text[place] == byte
  }

  private mutating func take(_ byte: UInt8, _ text: Span<UInt8>) -> Bool {
    guard isAt(byte, in: text) else { return false }
    place += 1
    return true
  }

  private mutating func takeDots(_ text: Span<UInt8>) -> Bool {
    guard place + 1 < text.count, text[place] == .dot, text[place + 1] == .dot else { return false }
    place += 2
    return true
  }

  /// A date, or an interval `a/b`, one end of which may be `..` or empty.
  mutating func plain(_ text: Span<UInt8>) -> EDTFDate? {
    let from: EDTFDate.End
    if takeDots(text) {
      from = .open
    } else if isAt(.slash, in: text) {
      from = .unknown
    } else if let point = point(text) {
      from = .point(point)
    } else {
      return nil
    }
    guard take(.slash, text) else {
      return from.point == nil ? nil : EDTFDate(shape: .single, from: from, to: from)
    }
    let to: EDTFDate.End
    if place == text.count {
      to = .unknown
    } else if takeDots(text) {
      to = .open
    } else if let point = point(text) {
      to = .point(point)
    } else {
      return nil
    }
    guard from.point != nil || to.point != nil else { return nil }
    return EDTFDate(shape: .interval, from: from, to: to)
  }

  /// `[a..b]`, `[..b]` or `[a..]`, of dates without qualifiers.
  mutating func within(_ text: Span<UInt8>) -> EDTFDate? {
    guard take(.openBracket, text) else { return nil }
    let from: EDTFDate.End
    if isAt(.dot, in: text) {
      from = .open
    } else if let point = point(text), point.qualifier == .none {
      from = .point(point)
    } else {
      return nil
    }
    guard takeDots(text) else { return nil }
    let to: EDTFDate.End
    if isAt(.closeBracket, in: text) {
      to = .open
    } else if let point = point(text), point.qualifier == .none {
      to = .point(point)
    } else {
      return nil
    }
    guard take(.closeBracket, text), from != .open || to != .open else { return nil }
    return EDTFDate(shape: .within, from: from, to: to)
  }

  /// One date with its qualifier.
  private mutating func point(_ text: Span<UInt8>) -> Point? {
    guard let decade = number(3, text) else { return nil }
    var point = Point(precision: .year, qualifier: .none, year: UInt16(decade * 10))
    if take(.unspecified, text) {
      point.precision = .decade
    } else {
      guard let digit = number(1, text), decade > 0 || digit > 0 else { return nil }
      point.year += UInt16(digit)
      if take(.hyphen, text) {
        guard monthAndDay(text, of: &point) else { return nil }
      }
    }
    if place < text.count {
      switch text[place] {
      case UInt8(ascii: "~"): point.qualifier = .approximate
      case UInt8(ascii: "?"): point.qualifier = .uncertain
      case UInt8(ascii: "%"): point.qualifier = .both
      default: return point
      }
      place += 1
    }
    return point
  }

  /// What follows the hyphen behind the year.
  private mutating func monthAndDay(_ text: Span<UInt8>, of point: inout Point) -> Bool {
    if takeXX(text) {
      point.precision = .someMonth
      return true
    }
    guard let month = number(2, text) else { return false }
    point.month = UInt8(month)
    if 21...24 ~= month {
      point.precision = .season
      return true
    }
    guard 1...12 ~= month else { return false }
    point.precision = .month
    guard take(.hyphen, text) else { return true }
    if takeXX(text) {
      point.precision = .someDay
      return true
    }
    guard let day = number(2, text), day >= 1,
      day <= Day.count(ofMonth: month, in: Int(point.year))
    else { return false }
    point.precision = .day
    point.day = UInt8(day)
    return true
  }

  private mutating func takeXX(_ text: Span<UInt8>) -> Bool {
    guard place + 1 < text.count, text[place] == .unspecified, text[place + 1] == .unspecified
    else { return false }
    place += 2
    return true
  }

  /// Exactly so many digits.
  private mutating func number(_ digits: Int, _ text: Span<UInt8>) -> Int? {
    text.number(of: digits, at: &place)
  }
}

extension Span<UInt8> {
  /// The number that `digits` ASCII digits at `place` write; moves `place` behind them if they are there.
  func number(of digits: Int, at place: inout Int) -> Int? {
    guard place + digits <= count else { return nil }
    var number = 0
    for index in place..<place + digits {
      let digit = self[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = number * 10 + Int(digit)
    }
    place += digits
    return number
  }
}

extension UInt8 {
  static let hyphen = UInt8(ascii: "-")
  static let slash = UInt8(ascii: "/")
  static let dot = UInt8(ascii: ".")
  static let openBracket = UInt8(ascii: "[")
  static let closeBracket = UInt8(ascii: "]")
  static let unspecified = UInt8(ascii: "X")
}
