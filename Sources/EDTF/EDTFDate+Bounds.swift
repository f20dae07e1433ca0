/// The days between which something must lie.
package struct Bounds: Sendable, Hashable {
  /// Nil where nothing bounds it from below.
  package let earliest: Day?
  /// Nil where nothing bounds it from above.
  package let latest: Day?
}

extension EDTFDate {
  /// When it began: for one date and for `[a..b]`, any day within.
  package var start: Bounds {
    Bounds(earliest: from.point?.bounds.earliest, latest: latestStart)
  }

  /// When it ended. Of an interval without a known end, no earlier than it may have begun.
  package var end: Bounds {
    Bounds(earliest: earliestEnd, latest: to.point?.bounds.latest)
  }

  private var latestStart: Day? {
    // What begins after its own end is no interval, so a missing or late start is bounded by the end.
    let own = shape == .within ? to.point?.bounds.latest : from.point?.bounds.latest
    guard let last = to.point?.bounds.latest else { return own }
    return own.map { min($0, last) } ?? last
  }

  private var earliestEnd: Day? {
    let own = shape == .within ? from.point?.bounds.earliest : to.point?.bounds.earliest
    guard let first = from.point?.bounds.earliest else { return own }
    return own.map { max($0, first) } ?? first
  }

  /// The day, where it is one full date without a qualifier.
  package var exactDay: Day? {
    guard shape == .single, case .point(let point) = from, point.precision == .day,
      point.qualifier == .none
    else { return nil }
    return point.bounds.earliest
  }

  /// The year to group it under: that of its earliest start; nil where nothing bounds it.
  package var year: Int? { start.earliest?.year }

  /// For the `datetime` attribute of HTML's `time`: `2023`, `2023-05` or `2023-05-18`; nil for all else.
  package var machineText: String? {
    guard shape == .single, case .point(let point) = from, point.qualifier == .none else {
      return nil
    }
    return switch point.precision {
    case .year, .month, .day: point.description
    case .decade, .someMonth, .season, .someDay: nil
    }
  }
}
