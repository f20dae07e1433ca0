import EDTF

/// When something held, as far as its dates tell: what is certain, what is possible, and what is open.
struct TimeSpan {
  /// The days on which it certainly held: from the latest day on which it can have begun, or was seen, to the
  /// earliest on which it can have ended.
  let certain: ClosedRange<Int>?
  /// The days on which it may have held, as far as a date bounds them.
  let possible: ClosedRange<Int>
  /// Whether it began at some unknown time before.
  let isOpenBefore: Bool
  /// Whether it went on for an unknown time.
  let isOpenAfter: Bool
  let isCurrent: Bool
  /// Whether it may be current: that is disputed, or not certain.
  let isPerhapsCurrent: Bool

  /// Of rivals, what all of them agree on is certain, and what any of them says is possible. Nil without any date.
  ///
  /// - Parameter isDoubted: Whether nothing of the entry as a whole is certain.
  init?(_ entry: GroupReader, isDoubted: Bool = false) {
    let starts = entry.weighedDates("start")
    let ends = entry.weighedDates("end")
    let seen = entry.weighedDates("seen")
    // Days on which it may have begun or ended; on which it had certainly begun; on which it had not yet ended.
    var (possible, from, to) = (DayRange(), DayRange(), DayRange())
    for dates in [starts, ends, seen] {
      for (date, _) in dates {
        possible.add(date.start)
        possible.add(date.end)
      }
    }
    // Of rivals, the one that all agree on; none where one of them leaves it open, or is not certain.
    if !starts.contains(where: { !$0.isSure || $0.date.start.latest == nil }) {
      from.add(starts.lazy.compactMap(\.date.start.latest).max())
    }
    if !ends.contains(where: { !$0.isSure || $0.date.end.earliest == nil }) {
      to.add(ends.lazy.compactMap(\.date.end.earliest).min())
    }
    for (date, isSure) in seen where isSure {
      from.add(date.start.latest)
      to.add(date.end.earliest)
    }
    guard let first = possible.first, let last = possible.last else { return nil }
    self.possible = Int(first.number)...Int(last.number)
    // Of a start alone, its latest day is all that is certain; of an end alone, its earliest.
    if !isDoubted, let lower = from.first ?? to.first, let upper = to.last ?? from.last,
      lower <= upper
    {
      certain = Int(lower.number)...Int(upper.number)
    } else {
      certain = nil
    }
    isOpenBefore = starts.isEmpty || starts.contains { $0.date.start.earliest == nil }
    let state = entry.state
    isCurrent = state == .current && !isDoubted
    isPerhapsCurrent = state == .perhapsCurrent || state == .current && isDoubted
    isOpenAfter =
      !isCurrent && !isPerhapsCurrent
      && (ends.isEmpty || ends.contains { $0.date.end.latest == nil })
  }
}

/// From the first to the last of some days; neither without any.
private struct DayRange {
  private(set) var first: Day?
  private(set) var last: Day?

  mutating func add(_ day: Day?) {
    guard let day else { return }
    first = min(first ?? day, day)
    last = max(last ?? day, day)
  }

  mutating func add(_ bounds: Bounds) {
    add(bounds.earliest)
    add(bounds.latest)
  }
}

/// The bars of a table, all on one scale.
struct TimeChart {
  /// By row; nil of one without dates.
  let bars: [BarView?]
  /// The years from its left to its right side.
  let scale: String
  /// Whether any part of a bar is not certain.
  let hasDoubts: Bool

  /// In the units of the drawing: the whole, and what is left at each side for open ends.
  private static let width = 1200
  private static let margin = 150

  /// Nil unless two rows have dates, and not the same.
  init?(_ spans: [TimeSpan??], id: String) {
    let spans = spans.map { $0.flatMap(\.self) }
    let known = spans.compactMap(\.self)
    guard known.count > 1, let first = known.map(\.possible.lowerBound).min(),
      let last = known.map(\.possible.upperBound).max(), first < last,
      let firstYear = Day(number: Int32(first))?.year, let lastYear = Day(number: Int32(last))?.year
    else { return nil }
    scale = firstYear == lastYear ? "\(firstYear)" : "\(firstYear)–\(lastYear)"
    func place(_ day: Int) -> Int {
      Self.margin + (day - first) * (Self.width - 2 * Self.margin) / (last - first)
    }
    var hasDoubts = false
    bars = spans.map { span in
      guard let span else { return nil }
      var segments: [BarSegmentView] = []
      func add(_ lower: Int, _ upper: Int, _ fill: String) {
        // What is narrower than a dot cannot be seen to be hatched.
        let isCertain = fill == "currentColor"
        guard upper - lower >= (isCertain ? 1 : 10) else { return }
        hasDoubts = hasDoubts || !isCertain
        segments.append(
          BarSegmentView(x: lower.tenths, width: (upper - lower).tenths, fill: fill))
      }
      // A day is narrower than can be seen.
      let least = 20
      let left = place(span.possible.lowerBound)
      let right = max(place(span.possible.upperBound), left + least)
      if span.isOpenBefore { add(max(0, left - Self.margin), left, "url(#\(id)_before)") }
      if let certain = span.certain {
        let lower = min(place(certain.lowerBound), right - least)
        let upper = max(place(certain.upperBound), lower + least)
        add(left, lower, "url(#\(id)_hatch)")
        add(lower, span.isCurrent ? Self.width : upper, "currentColor")
        if !span.isCurrent { add(upper, right, "url(#\(id)_hatch)") }
      } else {
        add(left, right, "url(#\(id)_hatch)")
        if span.isCurrent { add(right, Self.width, "currentColor") }
      }
      if span.isPerhapsCurrent { add(right, Self.width, "url(#\(id)_hatch)") }
      if span.isOpenAfter { add(right, min(Self.width, right + Self.margin), "url(#\(id)_after)") }
      return BarView(segments: segments)
    }
    self.hasDoubts = hasDoubts
  }
}

extension Int {
  /// 125 as `12.5`.
  fileprivate var tenths: String { "\(self / 10).\(self % 10)" }
}
