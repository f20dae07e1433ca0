// The list of sources at the end of a page.
extension PageBuilder {
  /// The sources that have come up so far.
  func citationViews() -> [CitationView] {
    citations.sources.enumerated().map { index, source in
      let marks = citations.marks[index]
      return CitationView(
        number: index + 1, title: label(of: source), url: href(to: source),
        backlinks: marks.enumerated().map { position, mark in
          CitationBacklinkView(
            label: marks.count == 1 ? "↩" : "↩\(position + 1)", url: "#" + mark.id,
            locator: mark.locator)
        })
    }
  }
}
