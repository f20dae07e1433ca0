// Comments are for whoever keeps the text: nothing of them is ever shown. What only looks like a comment
// is a problem, since its words would be.

/// `<!--` and `-->`
enum Comment {
  /// What begins a comment in other tools, and here none.
  static let foreign = Array("%%".utf8)
  /// CriticMarkup's.
  private static let critic = Array("{>>".utf8)
  private static let dashes = ["-", "–", "—"].map { Array($0.utf8) }
  private static let pairs = [("--", "-->"), ("–", "–>"), ("—", "—>")].map {
    (Array($0.utf8), Array($1.utf8))
  }
  /// How far off the end of a comment is looked for that does not begin as one.
  private static let reach = 1000
  static let opening = Array("<!--".utf8)
  static let closing = Array("-->".utf8)

  /// What link definitions are called that are there for no link: `[//]: # (words)`.
  static let labels = [Array("//".utf8), Array("comment".utf8)]

  /// Where something begins that is meant to be a comment, in text that is none.
  static func attempt(in bytes: ArraySlice<UInt8>) -> Int? {
    let span = bytes.span
    for offset in span.indices {
      let byte = span[offset]
      // The last is the first byte of `‹`.
      guard
        byte == UInt8(ascii: "<") || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "[")
          || byte == UInt8(ascii: "{") || byte == 0xE2
      else { continue }
      let index = bytes.startIndex + offset
      if begins(bytes[index...]) { return index }
    }
    return nil
  }

  private static func begins(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.starts(with: opening) || bytes.starts(with: foreign) || bytes.starts(with: critic)
      || isMistyped(bytes)
      || bytes.first == UInt8(ascii: "[")
        && labels.contains { label in
          let rest = bytes.dropFirst()
          return rest.prefix(label.count).elementsEqual(label) { $0.asciiLowercased == $1 }
            && rest.dropFirst(label.count).starts(with: [UInt8(ascii: "]"), UInt8(ascii: ":")])
        }
  }

  /// Fields that keep something back, where they are text: front matter that lost its first line is shown as a
  /// heading.
  static let fields = ["internal:", "visibility: ", "embargo: "].map { Array($0.utf8) }

  /// `‹!—`, `<!- ` and `< !--`, as word processors and tired hands write it; and `<-- words -->`.
  private static func isMistyped(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    if rest.first == UInt8(ascii: "<") {
      rest = rest.dropFirst()
    } else if rest.starts(with: "‹".utf8) {
      rest = rest.dropFirst("‹".utf8.count)
    } else {
      return false
    }
    rest = rest.drop { $0 == UInt8(ascii: " ") }
    if rest.first == UInt8(ascii: "!") {
      rest = rest.dropFirst().drop { $0 == UInt8(ascii: " ") }
      return dashes.contains { rest.starts(with: $0) }
    }
    return pairs.contains { open, close in
      rest.starts(with: open) && rest.prefix(reach).firstIndex(of: close) != nil
    }
  }

  /// Where in `[words][comment]`, or `[comment]`, the label begins; nil of any other link.
  static func label(endingReference bytes: ArraySlice<UInt8>) -> Int? {
    var rest = bytes
    if rest.suffix(2).elementsEqual([UInt8(ascii: "["), UInt8(ascii: "]")]) { rest.removeLast(2) }
    guard rest.last == UInt8(ascii: "]") else { return nil }
    rest.removeLast()
    guard let open = rest.suffix(longestLabel).lastIndex(of: UInt8(ascii: "[")) else { return nil }
    let label = rest[(open + 1)...].filter { !$0.isSpace }.map(\.asciiLowercased)
    return labels.contains(label) ? open : nil
  }

  /// With some room for spaces.
  private static let longestLabel = 80

  /// The bytes without comments; nil if one is not closed.
  static func stripped(from bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var kept: [UInt8] = []
    var rest = bytes
    while let start = rest.firstIndex(of: opening) {
      kept.append(contentsOf: rest[..<start])
      rest = rest[(start + opening.count)...]
      guard let end = rest.firstIndex(of: closing) else { return nil }
      rest = rest[(end + closing.count)...]
    }
    return kept + rest
  }
}

extension Tape {
  /// Reports what begins like a comment and is none: one with `--` within it, or with an empty line; another
  /// tool's; `[//]: # (words)` where it defines nothing; and any where Markdown reads none.
  mutating func reportOpenComments() {
    var isFigure = false
    for event in events where !event.leaves {
      switch event.kind {
      case .text: reportOpenComment(in: source[Int(event.lower)..<Int(event.upper)], of: event)
      case .htmlBlock: reportOpenComment(in: literals[event.literal], of: event)
      case .link: reportShownComment(in: links[event.index], of: event, isCaption: false)
      case .image: reportShownComment(in: links[event.index], of: event, isCaption: isFigure)
      case .codeBlock where event.number == 0: reportCommentInCode(event)
      case .codeBlock:
        // What stands behind the first word is not shown.
        let language = literals[infoStrings[event.index]].prefix { !$0.isSpace }
        reportShownComment(in: language, of: event)
      default: break
      }
      isFigure = event.kind == .figure
    }
  }

  private mutating func reportOpenComment(in bytes: ArraySlice<UInt8>, of event: Event) {
    if event.kind == .text, bytes.first.map({ "ive".utf8.contains($0) }) == true,
      Comment.fields.contains(where: { bytes.starts(with: $0) }),
      bytes.startIndex == 0 || source[bytes.startIndex - 1] == UInt8(ascii: "\n")
    {
      let end = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
      report(.openComment, bytes.startIndex..<end, bytes[..<end])
    }
    guard let start = Comment.attempt(in: bytes) else { return }
    let lower = event.kind == .text ? start : Int(event.lower)
    report(
      .openComment, lower..<Int(event.upper), bytes[start...].prefix { $0 != UInt8(ascii: "\n") })
  }

  /// Text becomes code where it is indented by four spaces; a comment at the beginning of such a line was to be one.
  private mutating func reportCommentInCode(_ event: Event) {
    let written = source[Int(event.lower)..<Int(event.upper)].drop(while: \.isSpace)
    guard written.first != UInt8(ascii: "`"), written.first != UInt8(ascii: "~") else { return }
    for line in literals[event.literal].split(separator: UInt8(ascii: "\n")) {
      let text = line.drop(while: \.isSpace)
      if Comment.attempt(in: text) == text.startIndex {
        return report(
          .openComment, Int(event.lower)..<Int(event.upper), "    ".utf8 + text)
      }
    }
  }

  /// - Parameter isCaption: Whether the title is that of a figure, and so text.
  private mutating func reportShownComment(in link: Link, of event: Event, isCaption: Bool) {
    if !isCaption, !link.title.isEmpty { reportShownComment(in: literals[link.title], of: event) }
    reportShownComment(in: literals[link.destination], of: event)
  }

  private mutating func reportShownComment(in bytes: ArraySlice<UInt8>, of event: Event) {
    guard let start = bytes.firstIndex(of: Comment.opening) else { return }
    report(
      .openComment, Int(event.lower)..<Int(event.upper),
      bytes[start...].prefix { $0 != UInt8(ascii: "\n") })
  }
}

extension ArraySlice<UInt8> {
  /// Where a short sequence begins first.
  func firstIndex(of sequence: [UInt8]) -> Int? {
    guard let first = sequence.first else { return nil }
    var index = startIndex
    while let found = self[index...].firstIndex(of: first) {
      if self[found...].starts(with: sequence) { return found }
      index = found + 1
    }
    return nil
  }
}
