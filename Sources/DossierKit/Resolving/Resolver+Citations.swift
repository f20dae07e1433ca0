import Markdown

// Citations that are nearly right, and would be published as they were typed.
extension Resolver {
  /// Looks once at all that is text, also for ``ForeignMarkup``, and at every place in a source.
  ///
  /// An `@` may be anything; what makes it a citation is that a source has that id.
  mutating func checkCitations(in text: MarkdownText) {
    let document = text.document
    var around: [Event.Kind] = []
    var foreign = ForeignMarkup(in: document)
    for event in document.events {
      switch event.kind {
      case .link, .image:
        if event.enters { around.append(event.kind) } else { around.removeLast() }
        foreign.pass(event)
      case .text:
        let range = Int(event.lower)..<Int(event.upper)
        checkTypedIDs(in: range, of: text)
        if let kind = around.last {
          checkMarks(in: range, within: kind, of: text)
        } else {
          foreign.begin(range)
          for index in range {
            switch document.source[index] {
            case UInt8(ascii: "@"): checkCitation(markedAt: index, within: range, of: text)
            case UInt8(ascii: "["):
              foreign.check(index, within: range)
              checkHalfLink(at: index, within: range, of: text)
            case UInt8(ascii: "{"), UInt8(ascii: "^"), UInt8(ascii: "="), UInt8(ascii: "*"):
              foreign.check(index, within: range)
            default: break
            }
          }
        }
      case .code, .codeBlock:
        checkTypedIDs(in: Int(event.lower)..<Int(event.upper), of: text, isCode: true)
        foreign.pass(event)
      default: foreign.pass(event)
      }
    }
    for found in foreign.found {
      guard let found = meant(found, in: document) else { continue }
      let diagnostic = foreign.diagnostic(found, at: location(found.range, in: text))
      if case .mark = found.kind {
        reportHeldBack(key: Int(found.range.lowerBound), in: text, otherwise: diagnostic)
      } else {
        report(diagnostic)
      }
    }
    for item in document.citationItems { checkPlace(of: item, in: text) }
  }

  /// What is to be reported; nil of `[[` before what is neither an id nor a name.
  private func meant(_ found: ForeignMarkup.Found, in document: Document) -> ForeignMarkup.Found? {
    guard case .link = found.kind else { return found }
    let start = Int(found.range.lowerBound) + 2
    let rest = document.source[start..<Int(found.range.upperBound)]
    let word = rest.prefix { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "-") || $0 >= 0x80 }
    for target in [rest, word] {
      let name = String(decoding: target, as: UTF8.self)
      // What is not published is an error of its own.
      if !isDraft, case .unpublished? = directory[name] { return nil }
      if directory[name] == nil, directory.bearers(of: name).isEmpty { continue }
      return ForeignMarkup.Found(
        kind: found.kind, range: found.range.lowerBound..<UInt32(target.endIndex))
    }
    return nil
  }

  /// `[@gazette, p. 3` without its end, `[@ gazette]`, `(@gazette)`, and what is one in other programs.
  private mutating func checkCitation(
    markedAt mark: Int, within range: Range<Int>, of text: MarkdownText
  ) {
    let source = text.document.source
    var open = mark
    while open > range.lowerBound, source[open - 1] == UInt8(ascii: " ") { open -= 1 }
    guard let id = knownSource(at: mark + 1, in: source, before: range.upperBound) else { return }
    guard open > range.lowerBound,
      source[open - 1] == UInt8(ascii: "[") || source[open - 1] == UInt8(ascii: "(")
    else { return checkHabit(markedAt: mark, id, within: range, of: text) }
    let rest = String(decoding: rest(behind: id, within: range, in: source), as: UTF8.self)
    let name = String(decoding: source[id], as: UTF8.self)
    let lower = UInt32(open - 1)
    var locator = locator(in: rest)
    // Two sources are divided as they are within one citation.
    if rest.first == ";", let other = locator, directory.isSource(other) { locator = "; @\(other)" }
    report(
      .brokenCitation(
        name, locator: locator, at: location(lower..<UInt32(id.upperBound), in: text)))
  }

  /// `[see @gazette, p. 3]`, `[-@gazette]` and a bare `@gazette`, as Pandoc has them.
  private mutating func checkHabit(
    markedAt mark: Int, _ id: Range<Int>, within range: Range<Int>, of text: MarkdownText
  ) {
    let source = text.document.source
    // Part of an address, or of a word, or behind a bracket that is shown.
    if mark > 0,
      source[mark - 1].isASCIILetterOrDigit || source[mark - 1] >= 0x80
        || "._/:@+[".utf8.contains(source[mark - 1])
    {
      return
    }
    let name = String(decoding: source[id], as: UTF8.self)
    let rest = rest(behind: id, within: range, in: source)
    let place = locator(in: String(decoding: rest, as: UTF8.self))
    let open = source[range.lowerBound..<mark].suffix(Self.reach)
      .lastIndex { "[]".utf8.contains($0) }
    var words: String?
    var lower = mark
    if let open, source[open] == UInt8(ascii: "["),
      rest.first(where: { "[]".utf8.contains($0) }) == UInt8(ascii: "]")
    {
      words = String(decoding: source[open + 1..<mark], as: UTF8.self).trimmed
      lower = open
    }
    reportHeldBack(
      source: name,
      otherwise: .literalCitation(
        name, behind: words, locator: words == nil && rest.first != UInt8(ascii: " ") ? nil : place,
        at: location(UInt32(lower)..<UInt32(id.upperBound), in: text)))
  }

  /// How far around the `@` of "[see @gazette, p. 3]" its brackets are looked for.
  private static var reach: Int { 160 }

  private func rest(
    behind id: Range<Int>, within range: Range<Int>, in source: [UInt8]
  ) -> ArraySlice<UInt8> { source[id.upperBound..<range.upperBound].prefix(Self.reach) }

  // MARK: In links and pictures

  /// `[the report [@gazette]](…)`: neither a link nor the words for a picture hold another mark.
  private mutating func checkMarks(
    in range: Range<Int>, within kind: Event.Kind, of text: MarkdownText
  ) {
    let source = text.document.source
    var open: Int?
    for index in range {
      switch source[index] {
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        open = index
        if source[index] == UInt8(ascii: "[") { checkHalfLink(at: index, within: range, of: text) }
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        if let start = open, isMark(start...index, in: source) {
          report(mark: start...index, within: kind, of: text)
        }
        open = nil
      default: break
      }
    }
  }

  private mutating func report(
    mark range: ClosedRange<Int>, within kind: Event.Kind, of text: MarkdownText
  ) {
    let source = text.document.source
    let diagnostic = Diagnostic.misplacedMark(
      String(decoding: source[range], as: UTF8.self), within: kind,
      at: location(UInt32(range.lowerBound)..<UInt32(range.upperBound + 1), in: text))
    if source[range.lowerBound] == UInt8(ascii: "{") {
      reportHeldBack(key: range.lowerBound, in: text, otherwise: diagnostic)
    } else if let id = knownSource(at: range.lowerBound + 2, in: source, before: range.upperBound) {
      reportHeldBack(
        source: String(decoding: source[id], as: UTF8.self), otherwise: diagnostic)
    } else {
      report(diagnostic)
    }
  }

  /// Whether it would be a citation, a footnote or an annotation elsewhere.
  private func isMark(_ range: ClosedRange<Int>, in source: [UInt8]) -> Bool {
    let inner = source[range].dropFirst().dropLast()
    switch (source[range.lowerBound], inner.first, source[range.upperBound]) {
    case (UInt8(ascii: "["), UInt8(ascii: "@"), UInt8(ascii: "]")):
      return knownSource(at: inner.startIndex + 1, in: source, before: inner.endIndex) != nil
    case (UInt8(ascii: "["), UInt8(ascii: "^"), UInt8(ascii: "]")),
      (UInt8(ascii: "{"), UInt8(ascii: "^"), UInt8(ascii: "}")):
      return inner.count > 1 && !inner.contains(UInt8(ascii: " "))
    default: return false
    }
  }

  // MARK: Places

  /// What stands behind the comma, up to a bracket; where there is none, two words of it, as in "p. 3".
  private func locator(in rest: String) -> String? {
    let content: Substring
    if rest.first == "," || rest.first == ";" {
      content = rest.dropFirst()
    } else if rest.hasPrefix(" ["), rest.prefix(while: { $0 != "]" }).contains(where: \.isNumber) {
      // `@gazette [p. 3]`
      content = rest.dropFirst(2)
    } else {
      return nil
    }
    let end = content.firstIndex { "[]()\n".contains($0) }
    if let end, content[end] == "]" || content[end] == ")" {
      let locator = content[..<end].trimmed
      return locator.isEmpty ? nil : locator
    }
    let words = content[..<(end ?? content.endIndex)].split(whereSeparator: \.isWhitespace)
    let locator = words.prefix(2).joined(separator: " ")
    let bare = String(locator.reversed().drop { ".,;:".contains($0) }.reversed())
    return bare.isEmpty ? nil : bare
  }

  /// `[@gazette, p. 9, @wire, item 7]` and `[@gazette, p. 9; wire]`, in which a second source is lost.
  private mutating func checkPlace(of item: CitationItem, in text: MarkdownText) {
    let source = text.document.source
    let range = Int(item.locatorRange.lowerBound)..<Int(item.locatorRange.upperBound)
    for index in range {
      let isMark = source[index] == UInt8(ascii: "@")
      guard
        isMark && (index == range.lowerBound || !source[index - 1].isASCIILetterOrDigit)
          || source[index] == UInt8(ascii: ";"),
        let id = knownSource(at: index + 1, in: source, before: range.upperBound),
        // "pp. 3; 5" has pages in it, whatever sources are called.
        isMark || source[id].contains(where: \.isASCIILetter)
      else { continue }
      let before = String(decoding: source[range.lowerBound..<index], as: UTF8.self)
      let place = before.trimmingPunctuation
      let first = String(decoding: text.document.bytes(item.source), as: UTF8.self)
      let second = String(decoding: source[id.lowerBound..<range.upperBound], as: UTF8.self)
      report(
        .lostSource(
          String(decoding: source[id], as: UTF8.self), in: first,
          whole: "[@\(first)\(place.isEmpty ? "" : ", \(place)"); @\(second)]",
          at: location(UInt32(id.lowerBound)..<UInt32(id.upperBound), in: text)))
      return
    }
  }

  /// Where the id of a source stands, at a place or behind spaces, as a word of its own.
  private func knownSource(at place: Int, in source: [UInt8], before end: Int) -> Range<Int>? {
    var lower = place
    while lower < end, source[lower] == UInt8(ascii: " ") || source[lower] == 0x0A { lower += 1 }
    var upper = lower
    while upper < end, source[upper].isASCIILetterOrDigit || source[upper] == UInt8(ascii: "-") {
      upper += 1
    }
    guard lower < upper else { return nil }
    if upper < end, "._/@:".utf8.contains(source[upper]), upper + 1 < end,
      source[upper + 1] > UInt8(ascii: " ")
    {
      // An address or a name of some other network, of which this is a part.
      return nil
    }
    if upper < end, source[upper] >= 0x80 || source[upper] == UInt8(ascii: "_") { return nil }
    return directory.isSource(String(decoding: source[lower..<upper], as: UTF8.self))
      ? lower..<upper : nil
  }
}

extension String {
  /// Without the spaces and separators at its end.
  fileprivate var trimmingPunctuation: String {
    String(trimmed.reversed().drop { ",; ".contains($0) }.reversed())
  }
}

extension Diagnostic {
  fileprivate static func brokenCitation(
    _ id: String, locator: String?, at location: Location
  ) -> Diagnostic {
    let place = locator.map { $0.hasPrefix(";") ? $0 : ", \($0)" } ?? ""
    return Diagnostic(
      .brokenCitation, "'\(id)' is a source, and this is no citation of it", at: location,
      help: "write '[@\(id)\(place)]', or '\\@' to show the sign")
  }

  fileprivate static func literalCitation(
    _ id: String, behind words: String?, locator: String?, at location: Location
  ) -> Diagnostic {
    let prefix = words.map { $0 == "-" || $0.isEmpty ? "" : $0 + " " } ?? ""
    return Diagnostic(
      .literalCitation, "'\(id)' is a source, and '@\(id)' is shown as it was typed", at: location,
      help:
        "write '\(prefix)[@\(id)\(locator.map { ", \($0)" } ?? "")]', or '\\@' to show the sign")
  }

  fileprivate static func misplacedMark(
    _ mark: String, within kind: Event.Kind, at location: Location
  ) -> Diagnostic {
    let place = kind == .image ? "the words for a picture" : "the words of a link"
    let help: String
    if mark.hasPrefix("{") {
      help =
        kind == .image ? "put it behind the picture" : "put it behind the link: '[…](…)\(mark)'"
    } else {
      help =
        kind == .image
        ? "put it into the caption, '![…](… \"caption \(mark)\")', or behind the picture"
        : "put it behind the link: '[…](…) \(mark)'"
    }
    return Diagnostic(
      .misplacedMark, "'\(mark)' stands in \(place), and is shown as it was typed", at: location,
      help: help)
  }

  fileprivate static func lostSource(
    _ id: String, in first: String, whole: String, at location: Location
  ) -> Diagnostic {
    Diagnostic(
      .brokenCitation, "'\(id)' is a source, and stands here as a part of the place in '\(first)'",
      at: location, help: "put ';' and '@' between sources: '\(whole)'")
  }
}
