extension Instant {
  /// English, by the clock of the place: `19 May 2023, 10:32 UTC`, `19 May 2023, 12:32 (UTC+02:00)`.
  ///
  /// Seconds only where there are any.
  package var words: String {
    let (day, time, offset) = local
    let (year, month, dayOfMonth) = day.parts
    let clock = "\((time / 3600).padded(to: 2)):\((time / 60 % 60).padded(to: 2))"
    let seconds = time % 60 == 0 ? "" : ":\((time % 60).padded(to: 2))"
    let zone = offset == 0 ? "UTC" : "(UTC\(Self.words(ofOffset: offset)))"
    return "\(dayOfMonth) \(Month.name(month)) \(year), \(clock)\(seconds) \(zone)"
  }

  /// A global date and time of HTML, which knows thousandths of a second and no less.
  package var machineText: String {
    let text = description
    guard let point = text.firstIndex(of: ".") else { return text }
    return text[...point] + text[point...].dropFirst().dropLast().prefix(3) + "Z"
  }

  private static func words(ofOffset minutes: Int) -> String {
    let size = abs(minutes)
    return "\(minutes < 0 ? "−" : "+")\((size / 60).padded(to: 2)):\((size % 60).padded(to: 2))"
  }

  /// Day and second of the day where it was written; in UTC if that is outside of the calendar.
  private var local: (day: Day, time: Int, offset: Int) {
    let here = seconds + Int64(offset) * 60
    let offset = Instant(seconds: here) == nil ? 0 : Int(offset)
    let moment = Instant(nearest: seconds + Int64(offset) * 60)
    return (moment.day, Int(moment.seconds - Int64(moment.day.number) * 86_400), offset)
  }
}
