extension Document {
  /// Hands on each run of text in which names may be found: events of one parent that follow each
  /// other.
  ///
  /// A run is text, replacements and soft breaks, by their indices. Never in headings, links, wiki
  /// links, text that is never linked, code, images; in annotated, emphasised and struck text, and
  /// in footnotes.
  package func forEachTextRun(in range: Range<Int>? = nil, _ body: (Range<Int>) -> Void) {
    let range = range ?? 0..<events.count
    var start: Int?
    var barred = 0
    for index in range {
      let event = events[index]
      switch event.kind {
      case .text, .replacement, .softBreak:
        if start == nil, barred == 0 { start = index }
        continue
      case .heading, .link, .image, .wikiLink, .noLink:
        barred += event.enters ? 1 : -1
      default: break
      }
      if let first = start { body(first..<index) }
      start = nil
    }
    if let first = start { body(first..<range.upperBound) }
  }
}
