/// The answer to a question about dates that are not exact.
package enum Certainty: Sendable, Hashable {
  case certainly, possibly, certainlyNot
}

/// Questions about two dates.
///
/// Certain is what holds for all days that the dates can mean. A date with a qualifier may be off by an amount that
/// nobody stated, so nothing about it is certain.
extension EDTFDate {
  /// Whether this ends before `other` begins.
  package func precedes(_ other: EDTFDate) -> Certainty {
    answer(other, yes: end.isBefore(other.start), no: !end.mayBeBefore(other.start))
  }

  /// Whether the two have a day in common.
  package func overlaps(_ other: EDTFDate) -> Certainty {
    answer(
      other,
      yes: start.isNotAfter(other.end) && other.start.isNotAfter(end),
      no: end.isBefore(other.start) || other.end.isBefore(start))
  }

  /// Whether all days of `other` are days of this.
  package func contains(_ other: EDTFDate) -> Certainty {
    answer(
      other,
      yes: start.isNotAfter(other.start) && other.end.isNotAfter(end),
      no: other.start.isBefore(start) || end.isBefore(other.end))
  }

  private func answer(_ other: EDTFDate, yes: Bool, no: Bool) -> Certainty {
    isQualified || other.isQualified
      ? .possibly : yes ? .certainly : no ? .certainlyNot : .possibly
  }
}

extension Bounds {
  /// Whether every day of this is before every day of `other`.
  fileprivate func isBefore(_ other: Bounds) -> Bool {
    guard let latest, let earliest = other.earliest else { return false }
    return latest < earliest
  }

  /// Whether no day of this is after any day of `other`.
  fileprivate func isNotAfter(_ other: Bounds) -> Bool {
    guard let latest, let earliest = other.earliest else { return false }
    return latest <= earliest
  }

  /// Whether some day of this is before some day of `other`.
  fileprivate func mayBeBefore(_ other: Bounds) -> Bool {
    guard let earliest, let latest = other.latest else { return true }
    return earliest < latest
  }
}
