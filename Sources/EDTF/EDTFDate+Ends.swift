extension EDTFDate {
  /// The first and the last date of an interval whose ends are both known; nil of all else.
  package var ends: (first: EDTFDate, last: EDTFDate)? {
    guard shape == .interval, from.point != nil, to.point != nil else { return nil }
    return (
      EDTFDate(shape: .single, from: from, to: from), EDTFDate(shape: .single, from: to, to: to)
    )
  }
}
