import Testing

@testable import EDTF

@Suite("Days")
struct DayTests {
  @Test("counts the days of ten thousand years, and back")
  func roundTrip() throws {
    var number: Int32 = -719_162
    for year in 1...9999 {
      // A prime step meets every year of the cycle of 400; what it steps over is counted all the same.
      guard year % 7 == 1 || year > 9990 else {
        number += year % 400 == 0 || (year % 4 == 0 && year % 100 != 0) ? 366 : 365
        continue
      }
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      for (index, length) in [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        .enumerated()
      {
        // The first and the last of each month: what lies between is one by one.
        for day in [1, length] {
          let made = try #require(Day(year: year, month: index + 1, day: day))
          if made.number != number + Int32(day) - 1 { Issue.record("\(made) is \(made.number)") }
          if made.parts != (year, index + 1, day) { Issue.record("\(made.number) is \(made)") }
        }
        if Day(year: year, month: index + 1, day: length + 1) != nil {
          Issue.record("\(year)-\(index + 1)")
        }
        number += Int32(length)
      }
    }
    #expect(Day(number: number) == nil)
    #expect(Day(number: -719_163) == nil)
  }

  @Test("gives consecutive days consecutive dates")
  func consecutive() throws {
    var previous = try #require(Day(number: -800))
    for number in Int32(-799)...2_000 {
      let day = try #require(Day(number: number))
      #expect(previous < day)
      let follows = day.day == previous.day + 1 && day.month == previous.month
      #expect(follows || day.day == 1)
      previous = day
    }
  }

  @Test(
    "knows days by their numbers",
    arguments: [
      ("1970-01-01", 0), ("2000-02-29", 11_016), ("2023-05-18", 19_495), ("0001-01-01", -719_162),
    ])
  func knownDays(text: String, number: Int) throws {
    #expect(Day(number: Int32(number))?.description == text)
  }

  @Test(
    "has no days outside of the calendar",
    arguments: [
      (2023, 2, 29), (1900, 2, 29), (2023, 0, 1), (2023, 13, 1), (2023, 4, 31), (2023, 1, 0),
      (0, 1, 1), (10_000, 1, 1), (2023, -1, 1),
    ])
  func refuses(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }
}
