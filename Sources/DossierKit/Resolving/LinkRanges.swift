import Markdown

/// Where the links of a document stand, which their list does not say.
struct LinkRanges {
  var links: [Range<UInt32>]
  var images: Set<Int> = []
  /// The images whose title is the caption of a figure.
  var captions: Set<Int> = []

  init(_ document: Document) {
    links = [Range<UInt32>](repeating: 0..<0, count: document.links.count)
    var isFigure = false
    for event in [document.events, document.unseen].joined() where !event.leaves {
      defer { isFigure = event.kind == .figure }
      guard event.kind == .link || event.kind == .image else { continue }
      links[event.index] = event.range
      guard event.kind == .image else { continue }
      images.insert(event.index)
      if isFigure { captions.insert(event.index) }
    }
  }
}
