import Markdown

/// What other programs read as markup and dossier does not, what is not finished, and marks of annotations behind
/// nothing: all that would be shown as it was typed. What an author has put into code, or behind a backslash, is no
/// text of the source.
struct ForeignMarkup {
  struct Found {
    enum Kind {
      case mark, inlineNote, highlight, callout, attributes, template, contents, task, bullet
      /// `**` without its other half.
      case strong
      /// `[[id` that is no link; whether the mark of a note is why.
      case link(holdsMark: Bool)
      case indentedCode, openFence
    }
    let kind: Kind
    let range: Range<UInt32>
  }

  private(set) var found: [Found] = []

  let document: Document
  /// Where `==` stands before a word, of the block at hand.
  private var highlight: Int?
  /// How far a block quote has begun: its mark and that of its paragraph, and nothing else.
  private var quote = 0
  /// How far an item of a list has, likewise.
  private var item = 0
  private var isInHeading = false
  private var beginning = Beginning.none
  /// Lists are named once: of tasks one a text, with bullets one a paragraph.
  private var hasTask = false
  private var hasBullet = false
  private var isFirst = true

  /// What begins with the text to come.
  private enum Beginning { case none, line, paragraph }

  init(in document: Document) { self.document = document }

  var source: [UInt8] { document.source }

  /// Goes on behind an event that is no text.
  mutating func pass(_ event: Event) {
    beginning = .none
    switch (event.kind, event.phase) {
    case (.blockQuote, .enter): quote = 1
    case (.item, .enter): item = 1
    case (.paragraph, .enter):
      quote = quote == 1 ? 2 : 0
      item = item == 1 ? 2 : 0
      beginning = .paragraph
      hasBullet = false
    case (.softBreak, _), (.lineBreak, _):
      (quote, item) = (0, 0)
      beginning = .line
    default:
      (quote, item) = (0, 0)
      if event.kind == .codeBlock { checkCode(event) }
    }
    if event.kind == .heading { isInHeading = event.enters }
    if event.kind.isBlock { highlight = nil }
    isFirst = false
  }

  /// Looks at how a text begins.
  mutating func begin(_ range: Range<Int>) {
    let start = beginning
    beginning = .none
    guard start != .none, let first = source[range].first else { return }
    let text = source[range]
    switch first {
    case 0xE2:
      guard !hasBullet, text.starts(with: "•".utf8) else { return }
      hasBullet = true
      add(.bullet, range.lowerBound..<range.lowerBound + 3)
    case UInt8(ascii: "[") where start == .paragraph:
      if item == 2, !hasTask, text.count > 3,
        " xX".utf8.contains(text[range.lowerBound + 1]),
        text.dropFirst(2).starts(with: "] ".utf8)
      {
        hasTask = true
        add(.task, range.lowerBound..<range.lowerBound + 3)
      } else if text.count == 5, String(decoding: text, as: UTF8.self).lowercased() == "[toc]" {
        add(.contents, range)
      }
    default: break
    }
  }

  /// Looks at a sign in the text: `{`, `^`, `[`, `*` or `=`.
  mutating func check(_ index: Int, within range: Range<Int>) {
    let next = index + 1 < range.upperBound ? source[index + 1] : 0
    switch (source[index], next) {
    case (UInt8(ascii: "{"), UInt8(ascii: "^")):
      if !source[index...].starts(with: "{^}".utf8) { add(.mark, index, to: "}", within: range) }
    case (UInt8(ascii: "{"), UInt8(ascii: "{")), (UInt8(ascii: "{"), UInt8(ascii: "%")):
      checkTemplate(index, within: range)
    case (UInt8(ascii: "{"), _): checkAttributes(index, within: range)
    case (UInt8(ascii: "^"), UInt8(ascii: "[")): checkInlineNote(index, within: range)
    case (UInt8(ascii: "["), UInt8(ascii: "!")):
      if quote == 2, index == range.lowerBound { add(.callout, index, to: "]", within: range) }
    case (UInt8(ascii: "["), UInt8(ascii: "[")): checkLink(index, within: range)
    case (UInt8(ascii: "="), UInt8(ascii: "=")): checkHighlight(index, within: range)
    case (UInt8(ascii: "*"), UInt8(ascii: "*")): checkStrong(index)
    default: break
    }
  }

  private mutating func add(_ kind: Found.Kind, _ range: Range<Int>) {
    found.append(Found(kind: kind, range: UInt32(range.lowerBound)..<UInt32(range.upperBound)))
  }

  private mutating func add(
    _ kind: Found.Kind, _ start: Int, to end: Unicode.Scalar, within range: Range<Int>
  ) {
    let close = self.close(UInt8(ascii: end), behind: start, within: range)
    if case .callout = kind {
      // `[sic!]` and `[!]` stand in quotations.
      guard let close, close > start + 2,
        String(decoding: source[start + 2..<close], as: UTF8.self).lowercased() != "sic"
      else { return }
    }
    add(kind, start..<(close.map { $0 + 1 } ?? start + 2))
  }

  private func close(_ byte: UInt8, behind start: Int, within range: Range<Int>) -> Int? {
    source[start..<range.upperBound].prefix(Self.longest).firstIndex(of: byte)
  }

  private func byte(before index: Int, by distance: Int = 1) -> UInt8 {
    index >= distance ? source[index - distance] : UInt8(ascii: " ")
  }

  private func byte(at index: Int) -> UInt8 {
    index < source.count ? source[index] : UInt8(ascii: " ")
  }

  /// How much of it a message names.
  private static let longest = 60
}

// MARK: - Signs

extension ForeignMarkup {
  /// `==words==`, and not `a == b` or `x==1`; nor two that stand in different sentences.
  private mutating func checkHighlight(_ index: Int, within range: Range<Int>) {
    let (before, after) = (byte(before: index), byte(at: index + 2))
    guard before != UInt8(ascii: "="), after != UInt8(ascii: "=") else { return }
    if !before.isWhitespace, !after.isWordByte, let start = highlight {
      highlight = nil
      let words = source[start..<index]
      let isOneSentence = !zip(words, words.dropFirst()).contains { byte, next in
        ".!?".utf8.contains(byte) && next.isWhitespace
      }
      if isOneSentence { add(.highlight, start..<index + 2) }
    } else if !before.isWordByte, !after.isWhitespace {
      highlight = index
    }
  }

  /// `^[a note]`, and neither `2^[3]` nor `^[a-z]+`.
  private mutating func checkInlineNote(_ index: Int, within range: Range<Int>) {
    let close = close(UInt8(ascii: "]"), behind: index, within: range)
    let words = source[index + 2..<(close ?? range.upperBound)]
    let isWord =
      words.count > 3
      && words.dropLast(words.last == UInt8(ascii: ".") ? 1 : 0).allSatisfy(\.isWordByte)
    guard words.contains(where: \.isWhitespace) || isWord else { return }
    if let close, "+*".utf8.contains(byte(at: close + 1)) { return }
    add(.inlineNote, index..<(close.map { $0 + 1 } ?? index + 2))
  }

  /// `**words` that end nowhere. `2**3` is none, nor what stands alone or behind a word.
  private mutating func checkStrong(_ index: Int) {
    let (before, after) = (byte(before: index), byte(at: index + 2))
    guard before != UInt8(ascii: "*"), after != UInt8(ascii: "*"), !before.isWordByte,
      after.isWordByte || "\"'([".utf8.contains(after)
    else { return }
    add(.strong, index..<index + 2)
  }

  /// `{{< figure >}}`, `{{ title }}` and `{% include %}`
  private mutating func checkTemplate(_ index: Int, within range: Range<Int>) {
    // A backslash shows both braces.
    guard byte(before: index) != UInt8(ascii: "{") else { return }
    let end =
      source[index + 1] == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: "%")
    let rest = source[index + 2..<range.upperBound].prefix(Self.longestTemplate)
    let close = zip(rest.indices, rest.dropFirst()).first {
      source[$0] == end && $1 == UInt8(ascii: "}")
    }
    if let close, close.0 > index + 2 { add(.template, index..<close.0 + 2) }
  }

  private static let longestTemplate = 400

  /// `[words]{n1}` and `[words]{.small}`; `## Words {#here}`.
  private mutating func checkAttributes(_ index: Int, within range: Range<Int>) {
    let (before, first) = (byte(before: index), byte(at: index + 1))
    let isBehindWords =
      (before == UInt8(ascii: "]") || before == UInt8(ascii: ")"))
      && byte(before: index, by: 2) != UInt8(ascii: "\\")
      && (before == UInt8(ascii: "]") || index == range.lowerBound)
    let isOfHeading = isInHeading && before.isWhitespace && first == UInt8(ascii: "#")
    guard isBehindWords && (first.isASCIILetter || ".#".utf8.contains(first)) || isOfHeading,
      let close = close(UInt8(ascii: "}"), behind: index, within: range),
      close > index + 2
        || first.isASCIILetter,
      !source[index + 1..<close].contains(where: { "{[]".utf8.contains($0) })
    else { return }
    add(.attributes, index..<close + 1)
  }

  /// `[[id]` and `[[id|words[^n]]]`, whose target the resolver looks at.
  private mutating func checkLink(_ index: Int, within range: Range<Int>) {
    guard byte(before: index) != UInt8(ascii: "[") else { return }
    let rest = source[index + 2..<range.upperBound].prefix(2 * Self.longest)
    let end = rest.firstIndex { "|#]\n".utf8.contains($0) }
    let bar = end.map { source[$0] == UInt8(ascii: "|") } ?? false
    let holdsMark =
      bar && rest.count < 2 * Self.longest && !rest.contains(UInt8(ascii: "]"))
      && "[".utf8.contains(byte(at: range.upperBound))
    add(.link(holdsMark: holdsMark), index..<(end ?? rest.endIndex))
  }
}

// MARK: - Code

extension ForeignMarkup {
  /// Text becomes code where it is indented, or where the fence above it has no end.
  private mutating func checkCode(_ event: Event) {
    let (lower, upper) = (Int(event.lower), Int(event.upper))
    let text = source[lower..<upper]
    let lineEnd = text.firstIndex(of: 0x0A) ?? upper
    let line = source[lower..<lineEnd].drop(while: \.isWhitespace)
    let mark = line.first ?? 0
    let length = line.prefix { $0 == mark }.count
    let code = document.bytes(of: event)
    let isFenced =
      (mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~")) && length >= 3
      && !code.starts(with: [UInt8](repeating: mark, count: length))
    guard isFenced else {
      let holdsMarks = zip(code, code.dropFirst()).contains { pair in
        pair.0 == UInt8(ascii: "[") && "[@^".utf8.contains(pair.1)
          || pair.0 == UInt8(ascii: "{") && pair.1 == UInt8(ascii: "^")
      }
      if isFirst || holdsMarks { add(.indentedCode, line.startIndex..<line.endIndex) }
      return
    }
    var end = upper
    while end > lower, source[end - 1].isWhitespace { end -= 1 }
    let last = source[lower..<end].lastIndex(of: 0x0A).map { source[$0 + 1..<end] }
    let closing = last?.drop { $0.isWhitespace || $0 == UInt8(ascii: ">") }
    let isClosed = closing.map { $0.count >= length && $0.allSatisfy { $0 == mark } } ?? false
    if !isClosed { add(.openFence, line.startIndex..<line.endIndex) }
  }
}

extension UInt8 {
  fileprivate var isWhitespace: Bool { self == 0x20 || self &- 9 < 5 }
  fileprivate var isWordByte: Bool { isASCIILetterOrDigit || self >= 0x80 }
}
