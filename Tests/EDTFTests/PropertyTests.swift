import Testing

@testable import EDTF

/// Random dates, the same in every run.
private struct Randomness: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func point(isQualified: Bool) -> String {
    let year = Int.random(in: 1998...2005, using: &self)
    let month = Int.random(in: 1...12, using: &self).padded(to: 2)
    let day = Int.random(in: 1...28, using: &self).padded(to: 2)
    let forms = [
      "\(year)", "\(year)-\(month)", "\(year)-\(month)-\(day)", "\(year)-XX", "\(year)-\(month)-XX",
      "\(year / 10)X", "\(year)-2\(Int.random(in: 1...4, using: &self))",
    ]
    let qualifiers = isQualified ? ["", "", "~", "?", "%"] : [""]
    return forms[Int.random(in: 0..<forms.count, using: &self)]
      + qualifiers[Int.random(in: 0..<qualifiers.count, using: &self)]
  }

  /// A date of the profile; nil where an interval came out reversed.
  mutating func date() -> EDTFDate? {
    let text =
      switch Int.random(in: 0..<8, using: &self) {
      case 0: "\(point(isQualified: true))/\(point(isQualified: true))"
      case 1: "\(point(isQualified: true))/.."
      case 2: "\(point(isQualified: true))/"
      case 3: "/\(point(isQualified: true))"
      case 4: "[\(point(isQualified: false))..\(point(isQualified: false))]"
      case 5: "[..\(point(isQualified: false))]"
      default: point(isQualified: true)
      }
    return try? EDTFDate(text)
  }

  mutating func dates(_ count: Int) -> [EDTFDate] {
    var dates: [EDTFDate] = []
    while dates.count < count { if let date = date() { dates.append(date) } }
    return dates
  }
}

@Suite("Properties of random dates")
struct PropertyTests {
  private static func dates(_ count: Int, seed: UInt64) -> [EDTFDate] {
    var random = Randomness(state: seed)
    return random.dates(count)
  }

  @Test("are read back as what they were written")
  func roundTrip() throws {
    for date in Self.dates(400, seed: 1) {
      #expect(try EDTFDate(date.description) == date)
      #expect(!date.words.isEmpty)
    }
  }

  @Test("have bounds in order: nothing begins after its end")
  func ordersBounds() {
    func isOrdered(_ days: Day?...) -> Bool {
      let days = days.compactMap { $0 }
      return days == days.sorted()
    }
    for date in Self.dates(800, seed: 2) {
      #expect(isOrdered(date.start.earliest, date.start.latest), "\(date)")
      #expect(isOrdered(date.end.earliest, date.end.latest), "\(date)")
      #expect(isOrdered(date.start.earliest, date.end.earliest), "\(date)")
      #expect(isOrdered(date.start.latest, date.end.latest), "\(date)")
    }
  }

  @Test("sort in a strict weak order")
  func sortsStrictly() {
    let dates = Self.dates(40, seed: 3)
    let before = EDTFDate.sortsBefore
    for a in dates {
      #expect(!before(a, a))
      for b in dates {
        #expect(!(before(a, b) && before(b, a)))
        for c in dates {
          if before(a, b), before(b, c) { #expect(before(a, c)) }
          let tied = !before(a, b) && !before(b, a) && !before(b, c) && !before(c, b)
          if tied { #expect(!before(a, c) && !before(c, a)) }
        }
      }
    }
  }

  /// Days that each date can begin and end on, tried one against the other.
  @Test("answer certainly only what holds for all days that they can mean")
  func answersHold() throws {
    func meanings(_ date: EDTFDate) -> [(start: Int32, end: Int32)] {
      let horizon: (Int32, Int32) = (-20_000, 40_000)
      let starts = [
        date.start.earliest?.number ?? horizon.0, date.start.latest?.number ?? horizon.1,
      ]
      let ends = [date.end.earliest?.number ?? horizon.0, date.end.latest?.number ?? horizon.1]
      return starts.flatMap { start in ends.map { (start, $0) } }.filter { $0.0 <= $0.1 }
    }
    let dates = Self.dates(60, seed: 4)
    for left in dates {
      for right in dates {
        for a in meanings(left) {
          for b in meanings(right) {
            check(left.precedes(right), a.end < b.start)
            check(left.overlaps(right), a.start <= b.end && b.start <= a.end)
            check(left.contains(right), a.start <= b.start && b.end <= a.end)
          }
        }
      }
    }
    func check(_ answer: Certainty, _ isSo: Bool) {
      if answer != .possibly, (answer == .certainly) != isSo { Issue.record("certain, and wrong") }
    }
  }
}
