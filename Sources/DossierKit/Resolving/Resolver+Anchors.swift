import Markdown

// Links to places within a page.
extension Resolver {
  /// Says of `#place` that no heading of the page has it. What holds an underscore is not an author's.
  mutating func checkAnchor(
    _ fragment: Substring, of record: ParsedRecord, beside text: Document? = nil, at place: Location
  ) {
    let id = String(fragment).percentDecoded
    // "#top" and ":~:text=" are known to browsers.
    if id.isEmpty || id == "top" || id.hasPrefix(":") || id.contains("_") { return }
    let body = record.body?.document
    let texts = [text === body ? nil : text, body].compactMap(\.self)
    if texts.contains(where: { $0.hasAnchor(id) }) || record.unread.mayHold("body") { return }
    let anchors = texts.flatMap { $0.anchors(near: id) }
    report(.brokenAnchor(id, of: record.id, among: anchors, at: place))
  }
}

extension Diagnostic {
  fileprivate static func brokenAnchor(
    _ id: String, of page: String, among anchors: [String], at place: Location
  ) -> Diagnostic {
    let help: String? =
      if id.first == "L", !id.dropFirst().isEmpty, id.dropFirst().allSatisfy(\.isNumber) {
        "a page has no lines to link to: leave '#\(id)' out, or link to a heading"
      } else if anchors.isEmpty {
        "link to the page without '#\(id)'"
      } else if anchors.count == 1 {
        "write '#\(anchors[0])'"
      } else {
        nearest(to: id, among: anchors).map { "did you mean '#\($0)'?" }
          ?? "'#\(anchors[0])' is one; each is the words of a heading in small letters, with hyphens"
      }
    return Diagnostic(
      .brokenAnchor, "'\(page)' has no heading '#\(id)' to link to", at: place, help: help)
  }
}
