import ArgumentParser
import EDTF

/// A moment, as `--now` takes it: a date, which is its first second in UTC, or a time of RFC 3339.
struct Moment: ExpressibleByArgument, Equatable {
  let secondsSince1970: Int64

  init?(argument: String) {
    if let instant = try? Instant(argument) {
      secondsSince1970 = instant.seconds
    } else if let day = (try? EDTFDate(argument))?.exactDay {
      secondsSince1970 = Int64(day.number) * 86_400
    } else {
      return nil
    }
  }
}
