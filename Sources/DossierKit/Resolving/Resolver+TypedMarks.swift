import Markdown

// Marks that would be shown as they were typed, and name what is not published.
extension Resolver {
  /// `{^key}` behind nothing that it could annotate, where that annotation is kept back.
  mutating func reportHeldBack(
    key mark: Int, in text: MarkdownText, otherwise diagnostic: Diagnostic
  ) {
    guard let key = typedKey(at: mark + 2, in: text.document.source) else {
      return report(diagnostic)
    }
    report(diagnostic.heldBack(showing: "the annotation '\(key)'"))
  }

  /// `@gazette`, or `[@gazette]` within a link, where the gazette is not published.
  mutating func reportHeldBack(source id: String, otherwise diagnostic: Diagnostic) {
    guard !isDraft, directory.isUnpublishedSource(id) else { return report(diagnostic) }
    report(
      diagnostic.heldBack(
        showing: "'\(id)'",
        help: "write '[@\(id)]', which is left out until it is published, or take it out"))
  }

  /// A wiki link that lacks a bracket, or stands where none can be, at a `[` of the text.
  mutating func checkHalfLink(at open: Int, within range: Range<Int>, of text: MarkdownText) {
    guard let id = typedLink(at: open, in: text.document.source, before: range.upperBound) else {
      return
    }
    let name = String(decoding: text.document.source[id], as: UTF8.self)
    report(
      .typedLink(name, at: location(UInt32(open)..<UInt32(id.upperBound), in: text)))
  }

  /// The bare id of something that is not published, as in `(quill-interview, tape 3)`.
  ///
  /// - Parameter isCode: Where nothing is read as a mark, and so nothing else tells of it.
  mutating func checkTypedIDs(in range: Range<Int>, of text: MarkdownText, isCode: Bool = false) {
    guard !isDraft, !directory.hiddenIDs.isEmpty else { return }
    let source = text.document.source
    for id in typedIDs(in: source[range]) {
      let before = source[range.lowerBound..<id.lowerBound].last { $0 != UInt8(ascii: " ") }
      let isMark =
        before == UInt8(ascii: "@") || source[..<id.lowerBound].suffix(2).elementsEqual("[[".utf8)
      guard isCode || !isMark else { continue }
      report(
        .typedID(
          String(decoding: source[id], as: UTF8.self),
          at: location(UInt32(id.lowerBound)..<UInt32(id.upperBound), in: text)))
    }
  }

  /// Where such ids stand: words by themselves, no parts of addresses and names of files.
  private func typedIDs(in bytes: ArraySlice<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = bytes.startIndex
    while let hyphen = bytes[index...].firstIndex(of: UInt8(ascii: "-")) {
      let lower = bytes[index..<hyphen].lastIndex { !$0.isOfID }.map { $0 + 1 } ?? index
      let upper = bytes[hyphen...].firstIndex { !$0.isOfID } ?? bytes.endIndex
      index = upper
      let end = bytes[upper...].prefix { $0 == UInt8(ascii: ".") }.endIndex
      let ends = end == bytes.endIndex || !(bytes[end].isASCIILetterOrDigit || bytes[end].joinsName)
      let begins = lower == bytes.startIndex || !bytes[lower - 1].joinsName
      guard begins, ends,
        directory.hiddenIDs.contains(String(decoding: bytes[lower..<upper], as: UTF8.self))
      else { continue }
      found.append(lower..<upper)
    }
    return found
  }

  /// What readers see beside the words of a text, as its author typed it: titles of links, places in sources.
  ///
  /// - Parameter links: Where the links of the text stand; nothing of one whose title is a caption, which is text.
  mutating func checkTypedMarks(beside text: MarkdownText, links: [Range<UInt32>?]) {
    let document = text.document
    for (link, place) in zip(document.links, links) where !link.title.isEmpty {
      guard let place else { continue }
      checkTypedMarks(in: document.bytes(link.title), at: location(place, in: text))
    }
    for item in document.citationItems where !item.locator.isEmpty {
      checkTypedMarks(
        in: document.bytes(item.locator), at: location(item.locatorRange, in: text))
    }
  }

  /// The same of a text that takes no marks at all, such as a name or a role.
  mutating func checkTypedMarks(in text: String, at location: Location) {
    let utf8 = text.utf8
    if utf8.contains(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") }) {
      checkTypedMarks(in: Array(utf8)[...], at: location)
    }
    guard !isDraft, !directory.hiddenIDs.isEmpty, utf8.contains(UInt8(ascii: "-")) else { return }
    let bytes = Array(utf8)
    // A type of relation, or a tag, may be called as a draft is.
    if let id = typedIDs(in: bytes[...]).first, id != bytes.indices {
      report(.typedID(String(decoding: bytes[id], as: UTF8.self), at: location))
    }
  }

  private mutating func checkTypedMarks(in text: ArraySlice<UInt8>, at location: Location) {
    guard !isDraft else { return }
    let bytes = Array(text)
    var found: String?
    for index in bytes.indices where found == nil {
      switch bytes[index] {
      case UInt8(ascii: "{") where bytes[index...].starts(with: "{^".utf8):
        found = typedKey(at: index + 2, in: bytes).map { "the annotation '\($0)'" }
      case UInt8(ascii: "[") where bytes[index...].starts(with: "[@".utf8):
        found = typedID(at: index + 2, in: bytes, before: bytes.count)
          .map { String(decoding: bytes[$0], as: UTF8.self) }
          .flatMap { directory.isUnpublishedSource($0) ? "'\($0)'" : nil }
      case UInt8(ascii: "["):
        found = typedLink(at: index, in: bytes, before: bytes.count)
          .map { "'\(String(decoding: bytes[$0], as: UTF8.self))'" }
      default: break
      }
    }
    if let found { report(.typedMark(of: found, at: location)) }
  }

  // MARK: What they name

  /// The key of an annotation that is kept back, at a place or behind spaces.
  private func typedKey(at place: Int, in source: [UInt8]) -> String? {
    guard !isDraft, !heldBackKeys.isEmpty else { return nil }
    let rest = source[place...].drop { $0 == UInt8(ascii: " ") }
    let key = rest.prefix { $0 > UInt8(ascii: " ") && !"[]{}^".utf8.contains($0) }
    let name = String(decoding: key, as: UTF8.self)
    return heldBackKeys.contains(name) ? name : nil
  }

  /// The id in `[[id`, or in `[id]]`, if it is one of what is not published.
  private func typedLink(at open: Int, in source: [UInt8], before end: Int) -> Range<Int>? {
    guard !isDraft, open == 0 || source[open - 1] != UInt8(ascii: "[") else { return nil }
    let isDouble = open + 1 < end && source[open + 1] == UInt8(ascii: "[")
    guard let id = typedID(at: open + (isDouble ? 2 : 1), in: source, before: end) else {
      return nil
    }
    let isClosed = source[id.upperBound..<end].starts(with: "]]".utf8)
    guard isDouble || isClosed,
      case .unpublished? = directory[String(decoding: source[id], as: UTF8.self)]
    else { return nil }
    return id
  }

  private func typedID(at place: Int, in source: [UInt8], before end: Int) -> Range<Int>? {
    var lower = place
    while lower < end, source[lower] == UInt8(ascii: " ") { lower += 1 }
    var upper = lower
    while upper < end, source[upper].isASCIILetterOrDigit || source[upper] == UInt8(ascii: "-") {
      upper += 1
    }
    return lower < upper ? lower..<upper : nil
  }
}

extension UInt8 {
  fileprivate var isOfID: Bool { isASCIILetterOrDigit || self == UInt8(ascii: "-") }
  /// Whether it stands between parts of an address, or of the name of a file.
  fileprivate var joinsName: Bool { "/._%#=&?~".utf8.contains(self) || self >= 0x80 }
}

extension Diagnostic {
  fileprivate static func typedID(_ id: String, at location: Location) -> Diagnostic {
    let words = id.replacing("-", with: " ")
    return Diagnostic(
      .heldBackMark, "'\(id)' is not published, and its id is shown as it was typed", at: location,
      help: "take it out, or cite the source by '[@\(id)]'; if it is words, write '\(words)'")
  }

  /// As an error, since it would tell of something that is not published.
  fileprivate func heldBack(showing what: String, help: String? = nil) -> Diagnostic {
    Diagnostic(
      .heldBackMark, message + ", and \(what) is not published", at: location, notes: notes,
      help: help ?? self.help)
  }

  fileprivate static func typedLink(_ id: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .heldBackMark, "'\(id)' is not published, and its link is shown as it was typed",
      at: location,
      help: "write '[[\(id)|the words to show]]', not within another link, or take it out")
  }

  fileprivate static func typedMark(of what: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .heldBackMark, "\(what) is not published, and this is shown as it was typed", at: location,
      help: "there are no links, citations and annotations here: leave the words alone")
  }
}
