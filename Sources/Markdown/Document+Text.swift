extension Document {
  /// Appends escaped text of the events overlapping `range`, white space folded, `marked` within `<mark>`.
  ///
  /// - Parameters:
  ///   - eventIndex: an event at or before the start of `range`.
  ///   - shownText: what a wiki link without a text of its own shows.
  package func appendExcerpt(
    of range: Range<UInt32>, marking marked: Range<UInt32>, startingAt eventIndex: Int,
    into buffer: inout [UInt8], shownText: (WikiLink) -> [UInt8]?
  ) {
  }

  /// The text of the events, unescaped, white space folded, without notes; blocks end with a line feed.
  package func plainText(
    events range: Range<Int>? = nil, shownText: (WikiLink) -> [UInt8]? = { _ in nil }
  ) -> [UInt8] {
    []
  }
}
