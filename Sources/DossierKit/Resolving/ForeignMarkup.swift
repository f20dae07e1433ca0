import Markdown

/// What other programs read as markup and dossier does not, and marks of annotations behind nothing: all that would be
/// shown as it was typed. What an author has put into code, or behind a backslash, is no text of the source.
struct ForeignMarkup {
  struct Found {
    enum Kind { case mark, inlineNote, highlight, callout }
    let kind: Kind
    let range: Range<UInt32>
  }

  private(set) var found: [Found] = []

  private let document: Document
  /// Where `==` stands before a word, of the block at hand.
  private var highlight: Int?
  /// How far a block quote has begun: its mark and that of its paragraph, and nothing else.
  private var quote = 0

  init(in document: Document) { self.document = document }

  private var source: [UInt8] { document.source }

  /// Goes on behind an event that is no text.
  mutating func pass(_ event: Event) {
    switch (event.kind, event.phase) {
    case (.blockQuote, .enter): quote = 1
    case (.paragraph, .enter): quote = quote == 1 ? 2 : 0
    default: quote = 0
    }
    if event.kind.isBlock { highlight = nil }
  }

  /// Looks at a sign in the text: `{`, `^`, `[` or `=`.
  mutating func check(_ index: Int, within range: Range<Int>) {
    let next = index + 1 < range.upperBound ? source[index + 1] : 0
    switch (source[index], next) {
    case (UInt8(ascii: "{"), UInt8(ascii: "^")):
      if !source[index...].starts(with: "{^}".utf8) { add(.mark, index, to: "}", within: range) }
    case (UInt8(ascii: "^"), UInt8(ascii: "[")):
      add(.inlineNote, index, to: "]", within: range)
    case (UInt8(ascii: "["), UInt8(ascii: "!")):
      if quote == 2, index == range.lowerBound { add(.callout, index, to: "]", within: range) }
    case (UInt8(ascii: "="), UInt8(ascii: "=")): checkHighlight(index, within: range)
    default: break
    }
  }

  private mutating func add(
    _ kind: Found.Kind, _ start: Int, to end: Unicode.Scalar, within range: Range<Int>
  ) {
    let rest = source[start..<range.upperBound].prefix(Self.longest)
    let close = rest.firstIndex(of: UInt8(ascii: end))
    if close == nil, kind == .callout { return }
    found.append(
      Found(kind: kind, range: UInt32(start)..<UInt32(close.map { $0 + 1 } ?? start + 2)))
  }

  /// How much of it a message names.
  private static let longest = 60

  /// `==words==`, and not `a == b` or `x==1`.
  private mutating func checkHighlight(_ index: Int, within range: Range<Int>) {
    let before = index > 0 ? source[index - 1] : UInt8(ascii: " ")
    let after = index + 2 < source.count ? source[index + 2] : UInt8(ascii: " ")
    guard before != UInt8(ascii: "="), after != UInt8(ascii: "=") else { return }
    if !before.isWhitespace, !after.isWordByte, let start = highlight {
      found.append(Found(kind: .highlight, range: UInt32(start)..<UInt32(index + 2)))
      highlight = nil
    } else if !before.isWordByte, !after.isWhitespace {
      highlight = index
    }
  }

  // MARK: Wording

  func diagnostic(_ found: Found, at place: Location) -> Diagnostic {
    let text = String(
      decoding: source[Int(found.range.lowerBound)..<Int(found.range.upperBound)], as: UTF8.self)
    let (message, help) =
      switch found.kind {
      case .mark:
        (
          "'\(text)' stands behind nothing that can be annotated, and is shown as it was typed",
          "write '[words]{^\(Self.key(in: text))}' without a space between, or '\\{^' to show the signs"
        )
      case .inlineNote:
        (
          "'\(text.shortened)' is a note in other programs, and is shown as it was typed",
          "write '[^n]' and, in a paragraph of its own, '[^n]: …'; or '\\^' to show the sign"
        )
      case .highlight:
        (
          "'\(text.shortened)' is marked in other programs, and is shown as it was typed",
          "write '**words**', or '\\==' to show the signs"
        )
      case .callout: callout(text)
      }
    return Diagnostic(
      found.kind == .mark ? .misplacedMark : .foreignMarkup, message, at: place, help: help)
  }

  /// The key in `{^ a note}`, as it can be written: `a-note`.
  private static func key(in mark: String) -> String {
    let words = mark.dropFirst(2).prefix { $0 != "}" }.split { $0.isWhitespace }
    return words.isEmpty ? "…" : words.joined(separator: "-")
  }

  private func callout(_ mark: String) -> (String, String) {
    let kinds = Event.AlertType.allCases.map { "[!\($0)]".uppercased() }
    if kinds.contains(mark.uppercased()) {
      return (
        "'\(mark)' has words behind it in its line, and is shown as it was typed",
        "give '> \(mark)' a line of its own"
      )
    }
    return (
      "'\(mark)' is no kind of alert, and is shown as it was typed",
      "there are \(kinds.quotedList), in a line of their own; '\\[' shows the sign"
    )
  }
}

extension UInt8 {
  fileprivate var isWhitespace: Bool { self == 0x20 || self &- 9 < 5 }
  fileprivate var isWordByte: Bool { isASCIILetterOrDigit || self >= 0x80 }
}
