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

  /// Of rivals, what all of them agree on is certain, and what any of them says is possible. Nil without any date.
  init?(_ entry: GroupReader) {
    let starts = entry.standingDates("start")
    let ends = entry.standingDates("end")
    let seen = entry.standingDates("seen")
    func days(_ days: [Day?]) -> [Int] { days.compactMap { $0.map { Int($0.number) } } }
    /// The one that all agree on; none where one of them leaves it open, or is not certain.
    func agreed(
      _ all: [EDTFDate], _ day: (EDTFDate) -> Day?, _ choose: ([Int]) -> Int?
    ) -> [Int] {
      let known = days(all.filter { !$0.isQualified }.map(day))
      return known.count == all.count ? [choose(known)].compactMap(\.self) : []
    }
    let sighted = seen.filter { !$0.isQualified }
    let from = agreed(starts, \.start.latest) { $0.max() } + days(sighted.map(\.start.latest))
    let to = agreed(ends, \.end.earliest) { $0.min() } + days(sighted.map(\.end.earliest))
    let all =
      from + to
      + days((starts + ends + seen).flatMap { [$0.start.earliest, $0.start.latest] })
      + days((starts + ends + seen).flatMap { [$0.end.earliest, $0.end.latest] })
    guard let first = all.min(), let last = all.max() else { return nil }
    possible = first...last
    // Of a start alone, its latest day is all that is certain; of an end alone, its earliest.
    if let lower = from.min() ?? to.min(), let upper = to.max() ?? from.max(), lower <= upper {
      certain = lower...upper
    } else {
      certain = nil
    }
    isOpenBefore = starts.isEmpty || starts.contains { $0.start.earliest == nil }
    isCurrent = entry.standingText("state") == "current"
    isOpenAfter = !isCurrent && (ends.isEmpty || ends.contains { $0.end.latest == nil })
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
