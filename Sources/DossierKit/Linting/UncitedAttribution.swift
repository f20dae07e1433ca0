import Markdown

/// A paragraph that says "according to" also says where: a citation, a footnote, an annotation or a link.
///
/// English phrases, as whole words and in any case, in the paragraphs, lists and tables of a body. Not in
/// quotations, headings, captions and code. One diagnostic for a paragraph, at the first phrase.
///
/// What goes according to plan, to the rules or to rank is attributed to nobody.
enum UncitedAttribution {
  @Sendable static func check(_ id: RecordID, in site: LintedSite) -> [Diagnostic] {
    let record = site.model[id]
    guard let body = record.body else { return [] }
    var reader = AttributionReader()
    // As it was written: who cites what is not published has been told so.
    reader.read(body.origin?.document ?? body.document)
    guard !reader.found.isEmpty else { return [] }
    // Notes that are anchored by their words stand in no event; their place is known.
    let passages = record.annotations.compactMap(\.passage)
    return reader.found.compactMap { found in
      if passages.contains(where: { found.paragraph.contains(Int($0.lowerBound)) }) { return nil }
      let phrase = String(decoding: body.document.source[found.phrase], as: UTF8.self)
      let place = body.origin?.location(of: found.phrase, in: site.sources.files)
      return .uncited(
        phrase.split(whereSeparator: \.isWhitespace).joined(separator: " "),
        at: place ?? record.location)
    }
  }
}

/// Goes through a text once.
private struct AttributionReader {
  /// Bytes of the source: a phrase, and the paragraph around it.
  private(set) var found: [(phrase: Range<Int>, paragraph: Range<Int>)] = []

  private var matcher = PhraseMatcher()
  /// How many constructs are open whose words are not the author's own statements.
  private var closed = 0
  private var paragraph = 0..<0
  private var isSupported = false

  mutating func read(_ document: Document) {
    for event in document.events {
      switch event.kind {
      case .text:
        if closed == 0 {
          matcher.scan(document.source, Int(event.lower)..<Int(event.upper))
        }
      case .softBreak, .emphasis, .strong, .strikethrough, .noLink: break
      case .citation, .annotation, .link, .wikiLink, .footnoteReference:
        isSupported = true
        matcher.interrupt()
      case .replacement, .lineBreak, .code, .rawHTML, .image: matcher.interrupt()
      // A row is read as one.
      case .tableCell: matcher.interrupt()
      default:
        finish()
        if event.enters { paragraph = Int(event.lower)..<Int(event.upper) }
        switch event.kind {
        case .blockQuote, .heading, .figure:
          closed += event.enters ? 1 : event.leaves ? -1 : 0
        default: break
        }
      }
    }
    finish()
  }

  private mutating func finish() {
    if let phrase = matcher.finish(), !isSupported { found.append((phrase, paragraph)) }
    isSupported = false
  }
}

/// Finds the first phrase of a paragraph, word by word.
private struct PhraseMatcher {
  /// The first is the one that may mean something else.
  private static let phrases: [[[UInt8]]] = [
    "according to", "reportedly", "allegedly", "it is reported", "it was reported",
    "it has been reported", "sources say", "sources said",
  ].map { $0.split(separator: " ").map { Array($0.utf8) } }
  /// What something may accord with that says nothing.
  private static let standards = words(
    "plan plans schedule timetable law laws rule rules regulations procedure procedures custom tradition rank ranks "
      + "seniority merit age size height weight type need needs ability circumstances")
  /// What may stand between "according to" and one of them.
  private static let openers = words(
    "a an the this that these those its his her their our own same all original usual new current established "
      + "national international military martial")
  /// What makes somebody of a law or a rule who may well have said something.
  private static let bearers = words(
    "enforcement firm firms office offices school professor professors student students faculty department ministry "
      + "committee commission council makers maker expert experts officer officers official officials"
  )

  private static func words(_ text: String) -> [[UInt8]] {
    text.split(separator: " ").map { Array($0.utf8) }
  }

  private var open: [(phrase: Int, next: Int, lower: Int)] = []
  /// A whole "according to", which the next words may undo.
  private var pending: Range<Int>?
  /// Whether the last of them was a standard, and what comes next shows that it was not somebody's.
  private var isStandard = false
  private var first: Range<Int>?

  /// Whether the next word matters whatever it is.
  private var isAmidst = false

  /// The hot loop's question, of each word: whether a phrase begins with one of this letter and length.
  @inline(__always)
  private static func mayBegin(with letter: UInt8, _ length: Int) -> Bool {
    switch letter.foldedASCII {
    case UInt8(ascii: "a"): length == 9
    case UInt8(ascii: "i"): length == 2
    case UInt8(ascii: "r"): length == 10
    case UInt8(ascii: "s"): length == 7
    default: false
    }
  }

  /// Something that no phrase reaches across.
  mutating func interrupt() {
    guard isAmidst else { return }
    isAmidst = false
    open.removeAll(keepingCapacity: true)
    if isStandard { pending = nil }
    settle()
  }

  mutating func finish() -> Range<Int>? {
    interrupt()
    defer { first = nil }
    return first
  }

  mutating func scan(_ bytes: [UInt8], _ range: Range<Int>) {
    guard first == nil else { return }
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte.isASCIILetter || byte >= 0x80 {
        let start = index
        while index < range.upperBound, case let byte = bytes[index],
          byte.isASCIILetter || byte >= 0x80
        {
          index += 1
        }
        // Most words begin nothing and go on with nothing.
        if Self.mayBegin(with: byte, index - start) || isAmidst {
          take(bytes, start..<index)
        }
      } else {
        // "The plan's authors", "law-makers": somebody after all.
        if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "-") { isStandard = false }
        if byte > 0x20 { interrupt() }
        index += 1
      }
    }
  }

  private mutating func take(_ bytes: [UInt8], _ word: Range<Int>) {
    defer { isAmidst = !open.isEmpty || pending != nil }
    if pending != nil {
      func isAmong(_ words: [[UInt8]]) -> Bool { words.contains { bytes.folds(word, to: $0) } }
      if isStandard {
        if !isAmong(Self.bearers) { pending = nil }
        settle()
      } else if isAmong(Self.standards) {
        isStandard = true
        return
      } else if isAmong(Self.openers) {
        return
      } else {
        settle()
      }
    }
    if !open.isEmpty {
      open = open.filter { bytes.folds(word, to: Self.phrases[$0.phrase][$0.next]) }
        .map { ($0.phrase, $0.next + 1, $0.lower) }
    }
    for (index, phrase) in Self.phrases.enumerated() where bytes.folds(word, to: phrase[0]) {
      open.append((index, 1, word.lowerBound))
    }
    guard let whole = open.first(where: { $0.next == Self.phrases[$0.phrase].count }) else {
      return
    }
    pending = whole.lower..<word.upperBound
    open.removeAll(keepingCapacity: true)
    // Of the other phrases, whatever follows is what was said.
    if whole.phrase > 0 { settle() }
  }

  private mutating func settle() {
    if first == nil { first = pending }
    pending = nil
    isStandard = false
  }
}

extension [UInt8] {
  /// Whether a range is a word of small ASCII letters, in any case.
  fileprivate func folds(_ range: Range<Int>, to word: [UInt8]) -> Bool {
    range.count == word.count
      && zip(self[range], word).allSatisfy { $0.foldedASCII == $1 }
  }
}

extension Diagnostic {
  fileprivate static func uncited(_ phrase: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .uncitedAttribution,
      "'\(phrase)' rests on nothing that a reader of this paragraph could follow", at: location,
      help: "cite the source, as in '[@source-id]', or link to who said so")
  }
}
