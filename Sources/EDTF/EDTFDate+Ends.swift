extension EDTFDate {
  /// The first and the last date of an interval, as far as they are known; nil of all else.
  package var ends: (first: EDTFDate?, last: EDTFDate?)? {
    guard shape == .interval else { return nil }
    func date(_ end: End) -> EDTFDate? {
      end.point == nil ? nil : EDTFDate(shape: .single, from: end, to: end)
    }
    return (date(from), date(to))
  }

  /// Whether a sign says that it is not certain, or not exact: then nothing is certain about it.
  package var isQualified: Bool { from.qualifier != .none || to.qualifier != .none }
}
