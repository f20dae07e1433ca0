import Markdown

// Annotations that are anchored by the words they are about.
extension Resolver {
  mutating func resolve(
    _ annotations: [Annotation<Written>], in body: MarkdownText?
  ) -> [Annotation<Resolved>] {
    guard annotations.contains(where: { $0.passage != nil }) else {
      return annotations.compactMap { resolve($0, at: nil) }
    }
    var finder = body.map { text in
      QuoteFinder(text.document) { shownName(of: $0, in: text).map { Array($0.utf8) } }
    }
    return annotations.compactMap { annotation in
      guard let anchor = annotation.passage, annotation.support?.status != .draft else {
        return resolve(annotation, at: nil)
      }
      guard let passage = find(anchor, in: body, &finder) else { return nil }
      return resolve(annotation, at: passage)
    }
  }

  /// The one place where the words stand, or a report of why there is none.
  private mutating func find(
    _ anchor: QuoteAnchor, in body: MarkdownText?, _ finder: inout QuoteFinder?
  ) -> Range<UInt32>? {
    guard let body, finder != nil else {
      report(.quoteWithoutText(anchor))
      return nil
    }
    let ranges =
      finder?.ranges(of: anchor.exact, prefix: anchor.prefix, suffix: anchor.suffix) ?? []
    if ranges.count == 1 { return ranges[0] }
    if ranges.count > 1 {
      report(.quoteAmbiguous(anchor, count: ranges.count, places(of: ranges, in: body)))
      return nil
    }
    let elsewhere = finder?.ranges(of: anchor.exact) ?? []
    if elsewhere.isEmpty {
      let near = finder?.nearRanges(of: anchor.exact) ?? []
      report(.quoteNotFound(anchor, near: places(of: near, in: body)))
    } else {
      report(
        .quoteMisplaced(anchor, count: elsewhere.count, places(of: elsewhere, in: body)))
    }
    return nil
  }

  private func places(of ranges: [Range<UInt32>], in text: MarkdownText) -> [Location] {
    ranges.prefix(Self.shownPlaces).map { location($0, in: text) }
  }

  /// Of the places of a quotation, how many are named.
  private static let shownPlaces = 10

  /// What a reader sees of a wiki link without words of its own.
  private func shownName(of link: WikiLink, in text: MarkdownText) -> String? {
    let target = String(decoding: text.document.bytes(link.target), as: UTF8.self)
    var id = target
    if directory[target] == nil {
      let bearers = directory.bearers(of: target)
      guard bearers.count == 1 else { return nil }
      id = directory.records[bearers[0]].id
    }
    if case .redacted? = directory[id] { return "removed" }
    return directory.record(id)?.name
  }
}

extension Diagnostic {
  fileprivate static func quoteWithoutText(_ anchor: QuoteAnchor) -> Diagnostic {
    Diagnostic(
      .quoteNotFound, "'\(anchor.exact.shortened)' is to stand in a text that is empty",
      at: anchor.location, help: "an annotation is on words of the text below the front matter")
  }

  fileprivate static func quoteNotFound(
    _ anchor: QuoteAnchor, near: [Location]
  ) -> Diagnostic {
    Diagnostic(
      .quoteNotFound, "'\(anchor.exact.shortened)' stands nowhere in the text",
      at: anchor.location,
      notes: near.map { Note("it stands here with other capitals or signs", at: $0) },
      help: near.isEmpty
        ? "quote the words as a page shows them, without signs of Markdown, from one paragraph"
        : "quote the words with the capitals and signs that the text has")
  }

  fileprivate static func quoteMisplaced(
    _ anchor: QuoteAnchor, count: Int, _ places: [Location]
  ) -> Diagnostic {
    let prefix = anchor.prefix.map { "behind '\($0.shortened)'" }
    let suffix = anchor.suffix.map { "before '\($0.shortened)'" }
    let around = [prefix, suffix].compactMap(\.self).joined(separator: " and ")
    return Diagnostic(
      .quoteNotFound,
      "'\(anchor.exact.shortened)' stands in the text \(count.times), but not \(around)",
      at: anchor.location, notes: places.map { Note("it stands here", at: $0) },
      help: "'prefix' and 'suffix' are the words directly before and behind")
  }

  fileprivate static func quoteAmbiguous(
    _ anchor: QuoteAnchor, count: Int, _ places: [Location]
  ) -> Diagnostic {
    let isNarrowed = anchor.prefix != nil || anchor.suffix != nil
    return Diagnostic(
      .quoteAmbiguous,
      "'\(anchor.exact.shortened)' stands in the text \(count.times)"
        + (isNarrowed ? ", with what is quoted around it" : ""),
      at: anchor.location, notes: places.map { Note("it stands here", at: $0) },
      help: isNarrowed
        ? "quote more of the words before and behind"
        : "add 'prefix' or 'suffix', the words directly before or behind the one that is meant")
  }
}

extension Int {
  fileprivate var times: String { self == 1 ? "once" : self == 2 ? "twice" : "\(self) times" }
}
