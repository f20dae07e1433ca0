/// What stands between two brackets: its text, and where each byte of it comes from.
struct BracketContent {
  private(set) var bytes: [UInt8] = []
  private var ranges: [Range<UInt32>] = []
  /// Where the first `|` is, and the place behind it.
  private(set) var pipe: Int?
  private(set) var pipeEnd: InlineScanner.Place?
  /// Whether there is nothing but text in it, or before its pipe.
  private(set) var isPlain = true
  private(set) var isTargetPlain = true
  private(set) var hasLink = false
  private var start: UInt32 = 0

  /// Forgets all, but for the memory it took.
  mutating func reset(start: UInt32) {
    bytes.removeAll(keepingCapacity: true)
    ranges.removeAll(keepingCapacity: true)
    pipe = nil
    pipeEnd = nil
    isPlain = true
    isTargetPlain = true
    hasLink = false
    self.start = start
  }

  mutating func append(_ byte: UInt8, at range: Range<UInt32>, in event: Int) {
    if byte == UInt8(ascii: "|"), pipe == nil {
      pipe = bytes.count
      pipeEnd = InlineScanner.Place(event: event, offset: range.upperBound)
    }
    bytes.append(byte)
    ranges.append(range)
  }

  mutating func noteMarkup(isLink: Bool) {
    isPlain = false
    if pipe == nil { isTargetPlain = false }
    if isLink { hasLink = true }
  }

  /// A range without the white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = max(lower, range.upperBound)
    while lower < upper, bytes[lower].isSpace { lower += 1 }
    while upper > lower, bytes[upper - 1].isSpace { upper -= 1 }
    return lower..<upper
  }

  /// Where a range stands in the source.
  func range(_ range: Range<Int>) -> Range<UInt32> {
    guard let last = range.last else {
      let place =
        ranges.indices.contains(range.lowerBound) ? ranges[range.lowerBound].lowerBound : start
      return place..<place
    }
    return ranges[range.lowerBound].lowerBound..<ranges[last].upperBound
  }
}
