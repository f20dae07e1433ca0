import Markdown

/// Cuts the excerpts of one text; each block of it is read once.
struct ExcerptCutter {
  private let document: Document
  private var text = BlockText()
  private var block: UInt32?
  private var excerpts = Excerpt([])

  init(document: Document) { self.document = document }

  /// The sentence around a place, as bytes of the source, where it is cut, and the event in which it begins.
  mutating func excerpt(
    around place: Range<UInt32>, block: UInt32
  ) -> (range: Range<UInt32>, cuts: Excerpt.Cuts, event: UInt32) {
    read(block)
    let (range, cuts) = range(around: place)
    return (range, cuts, text.event(at: range.lowerBound) ?? block)
  }

  private mutating func read(_ block: UInt32) {
    guard self.block != block else { return }
    self.block = block
    // Let go of the old bytes, so that their buffer is used again.
    excerpts = Excerpt([])
    text.read(document, block: Int(block))
    excerpts = Excerpt(text.bytes)
  }

  private func range(around place: Range<UInt32>) -> (Range<UInt32>, Excerpt.Cuts) {
    let shown = text.shown(place)
    let (range, cuts) = excerpts.around(shown)
    let source = text.source(range)
    // Where a mark stands alone, there is no sentence to show.
    guard !source.isEmpty else { return (place, []) }
    let isPlaceCut = cuts.contains(.back) && range.upperBound < shown.upperBound
    let lower = min(source.lowerBound, place.lowerBound)
    return (lower..<max(source.upperBound, isPlaceCut ? 0 : place.upperBound), cuts)
  }
}
