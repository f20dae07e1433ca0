/// A moment: a date and time of RFC 3339 with its offset from UTC. Equal are equal moments, whatever their offsets.
package struct Instant: Sendable {
  /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  package let seconds: Int64
  /// 0 to 999,999,999.
  package let nanoseconds: UInt32
  /// Minutes east of UTC, as it was written.
  let offset: Int16

  /// Nil outside of the years 0001 to 9999 in UTC.
  package init?(seconds: Int64, nanoseconds: UInt32 = 0) {
    self.init(seconds: seconds, nanoseconds: nanoseconds, offset: 0)
  }

  private init?(seconds: Int64, nanoseconds: UInt32, offset: Int16) {
    guard nanoseconds < 1_000_000_000, Self.day(of: seconds) != nil else { return nil }
    self.seconds = seconds
    self.nanoseconds = nanoseconds
    self.offset = offset
  }

  /// The moment of a number of seconds since 1970, or the first or last there is.
  package init(nearest seconds: Int64) {
    self.seconds = min(max(seconds, Self.seconds.lowerBound), Self.seconds.upperBound)
    nanoseconds = 0
    offset = 0
  }

  /// From 0001-01-01T00:00:00Z to the last second of 9999.
  private static let seconds: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

  /// Reads RFC 3339, such as `2023-05-18T10:00:00+03:00`.
  package init(_ text: String) throws(EDTFError) {
    guard let instant = Instant(parsing: text.utf8.span) else {
      throw EDTFError(explainingInstant: text)
    }
    self = instant
  }

  /// The day in UTC.
  package var day: Day {
    // No instant is made outside of the calendar, so the first day of all is never the answer.
    Self.day(of: seconds) ?? Day(knownYear: 1, month: 1, day: 1)
  }

  fileprivate static let secondsOfDay: Int64 = 86_400

  private static func day(of seconds: Int64) -> Day? {
    let days = seconds / secondsOfDay - (seconds % secondsOfDay < 0 ? 1 : 0)
    return Int32(exactly: days).flatMap(Day.init(number:))
  }
}

extension Instant {
  /// Without allocating, and without a reason where the text is no instant.
  init?(parsing text: Span<UInt8>) {
    var place = 0
    func take(_ byte: UInt8) -> Bool {
      // RFC 3339 allows `t` and `z` for `T` and `Z`; setting the bit turns no other byte here into one wanted.
      guard place < text.count, text[place] == byte || text[place] == byte | 0x20 else {
        return false
      }
      place += 1
      return true
    }
    guard let year = text.number(of: 4, at: &place), take(UInt8(ascii: "-")),
      let month = text.number(of: 2, at: &place), take(UInt8(ascii: "-")),
      let dayOfMonth = text.number(of: 2, at: &place),
      let day = Day(year: year, month: month, day: dayOfMonth), take(UInt8(ascii: "T")),
      let hour = text.number(of: 2, at: &place), hour < 24, take(UInt8(ascii: ":")),
      let minute = text.number(of: 2, at: &place), minute < 60, take(UInt8(ascii: ":")),
      // 60 is a leap second, which is counted as the second after it.
      let second = text.number(of: 2, at: &place), second <= 60
    else { return nil }

    var nanoseconds: UInt32 = 0
    if take(UInt8(ascii: ".")) {
      var unit: UInt32 = 100_000_000
      let first = place
      while let digit = text.number(of: 1, at: &place) {
        nanoseconds += UInt32(digit) * unit
        unit /= 10
      }
      guard place > first else { return nil }
    }

    var offset = 0
    if !take(UInt8(ascii: "Z")) {
      let isEast = take(UInt8(ascii: "+"))
      guard isEast || take(UInt8(ascii: "-")),
        let hours = text.number(of: 2, at: &place), hours < 24, take(UInt8(ascii: ":")),
        let minutes = text.number(of: 2, at: &place), minutes < 60
      else { return nil }
      offset = (hours * 60 + minutes) * (isEast ? 1 : -1)
    }
    guard place == text.count else { return nil }
    let time = hour * 3600 + minute * 60 + second - offset * 60
    self.init(
      seconds: Int64(day.number) * Self.secondsOfDay + Int64(time), nanoseconds: nanoseconds,
      offset: Int16(offset))
  }
}

extension Instant: Hashable {
  package static func == (left: Instant, right: Instant) -> Bool {
    (left.seconds, left.nanoseconds) == (right.seconds, right.nanoseconds)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(seconds)
    hasher.combine(nanoseconds)
  }
}

extension Instant: Comparable {
  package static func < (left: Instant, right: Instant) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }
}

extension Instant: CustomStringConvertible {
  /// RFC 3339 in UTC, with as many digits of the second as it needs: `2023-05-18T07:00:00Z`.
  package var description: String {
    let time = Int(seconds - Int64(day.number) * Self.secondsOfDay)
    let clock = [time / 3600, time / 60 % 60, time % 60].map { $0.padded(to: 2) }
    var fraction = ""
    if nanoseconds > 0 {
      fraction = "." + Int(nanoseconds).padded(to: 9)
      while fraction.last == "0" { fraction.removeLast() }
    }
    return "\(day)T\(clock.joined(separator: ":"))\(fraction)Z"
  }
}
