extension EDTFDate {
  /// Where a date stands in a list: by its earliest start, then wider first, then surer first.
  ///
  /// Two dates of the same order need not be equal (`2004` and `2004-XX`): the caller's ids decide then.
  package struct Order: Sendable, Hashable, Comparable {
    private let earliest: Int32
    private let latest: Int32
    private let qualifier: UInt8

    init(_ date: EDTFDate) {
      earliest = date.from.point?.bounds.earliest.number ?? .min
      latest = date.to.point?.bounds.latest.number ?? .max
      qualifier = max(date.from.qualifier.rawValue, date.to.qualifier.rawValue)
    }

    package static func < (left: Order, right: Order) -> Bool {
      (left.earliest, right.latest, left.qualifier) < (right.earliest, left.latest, right.qualifier)
    }
  }

  package var order: Order { Order(self) }

  /// Whether `left` stands before `right` in a list; false both ways where ids must decide.
  package static func sortsBefore(_ left: EDTFDate, _ right: EDTFDate) -> Bool {
    left.order < right.order
  }
}
