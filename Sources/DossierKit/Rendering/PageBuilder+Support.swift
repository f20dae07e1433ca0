// What supports a fact, as signs, words and numbers of sources.
extension PageBuilder {
  /// Nil if there is nothing in it that a reader sees.
  mutating func support(_ support: Support<Resolved>) -> SupportView? { self.support([support]) }

  /// What supports an entry as a whole together with what supports parts of it that are not shown apart.
  ///
  /// The first that says how sure it is, or in which words, speaks for all; notes and sources add up.
  ///
  /// - Parameter countsSources: Whether it says how many of several sources are independent, and of what origin.
  mutating func support(
    _ parts: [Support<Resolved>], countsSources: Bool = true
  ) -> SupportView? {
    // Most have one part, whose citations are taken as they are.
    var citations = parts.first?.citations ?? []
    for part in parts.dropFirst() {
      citations += part.citations.filter { citation in
        !citations.contains {
          $0.source == citation.source && $0.locator == citation.locator
            && $0.bearing == citation.bearing
        }
      }
    }
    // Before the sources of its notes, as a page shows them.
    let marks = marks(citations)
    var note: [UInt8] = []
    for case let text? in parts.lazy.map(\.note) {
      if !note.isEmpty { note.append(contentsOf: "<br>".utf8) }
      note += html(text)
    }
    var independent: String?
    // What supports one of rivals does not back up the others.
    let countsSources = countsSources && parts.count { $0.status == .disputed } < 2
    if countsSources, model.origins.supportingCount(of: citations) > 1 {
      independent = inWords(SourceGraph.supporting(citations))
    }
    let view = SupportView(
      confidence: parts.lazy.compactMap(\.confidence).first?.rawValue,
      isDisputed: parts.contains { $0.status == .disputed },
      isRejected: parts.first?.status == .rejected, note: note.isEmpty ? nil : note,
      asStated: parts.lazy.compactMap(\.asStated).first, marks: marks, independent: independent,
      origin: countsSources ? origin(of: citations) : nil)
    return view.isEmpty ? nil : view
  }

  /// The source that several go back to, where they do and are one: which that is, is worth saying.
  func origin(of citations: [Citation<Resolved>]) -> LinkView? {
    guard model.origins.supportingCount(of: citations) > 1 else { return nil }
    return model.origins.commonOrigin(of: citations).map { link(to: $0) }
  }

  /// One number for each source that bears on it in one way, however many places of it are cited; the list at
  /// the end of the page names them all.
  mutating func marks(_ citations: [Citation<Resolved>]) -> [CitationMarkView] {
    var marks: [CitationMarkView] = []
    for (index, citation) in citations.enumerated() {
      let isShown = citations[..<index].contains {
        $0.source == citation.source && $0.bearing == citation.bearing
      }
      let number = self.citations.number(of: citation.source)
      let word = citation.bearing.word
      if isShown, let shown = marks.first(where: { $0.number == number && $0.bearing == word }) {
        _ = self.citations.mark(citation, id: shown.id)
        continue
      }
      let mark = self.citations.mark(citation)
      marks.append(
        CitationMarkView(
          number: mark.number, url: "#_s" + String(mark.number), id: mark.id, bearing: word))
    }
    return marks
  }

  /// What the record as a whole rests on.
  mutating func pageSupport(of record: ResolvedRecord) -> SupportView? {
    guard !record.citations.isEmpty else { return nil }
    return support(
      Support(
        citations: record.citations, confidence: nil, status: .accepted, note: nil, asStated: nil,
        language: nil))
  }
}

extension GroupReader {
  /// What supports any fact of an entry that stands, field by field.
  var innerSupports: [Support<Resolved>] {
    entries.flatMap { $0.facts.compactMap(\.support) }.filter { $0.status != .rejected }
  }
}
