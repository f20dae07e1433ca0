extension Document {
  /// The text as if some of its notes had never been written.
  ///
  /// A citation goes with the space before it; with the signs around it that would stand for nothing, such as brackets,
  /// quotation marks and a second comma or dash; and with what holds nothing else, such as a paragraph, an annotation or
  /// a footnote with its marks. An annotation leaves the words that it is about. Places stay as they are, and what is
  /// left of a list is numbered anew, since a gap would tell of something.
  /// - Parameters:
  ///   - citation: whether to leave out one of ``citations``.
  ///   - annotation: whether to leave out one of ``annotations``; the others are numbered anew.
  package func omitting(
    citation: (Int) -> Bool, annotation: (Int) -> Bool
  ) -> Document {
    let citations = citations.indices.map(citation)
    let annotations = annotations.indices.map(annotation)
    guard citations.contains(true) || annotations.contains(true) else { return self }
    var omission = Omission(self, citations: citations, annotations: annotations)
    let document = omission.run()
    // A footnote that has nothing left to say.
    let emptied = footnotes.indices.map {
      !footnotes[$0].events.isEmpty && document.footnotes[$0].events.isEmpty
    }
    guard emptied.contains(true) else { return document }
    omission.footnotes = emptied
    return omission.run()
  }
}
