import Testing

@testable import Markdown

@Suite("Arbitrary texts")
struct ArbitraryTextTests {
  @Test("render as libcmark renders them, every event in its place", arguments: 0..<8)
  func rendersArbitraryTexts(_ seed: Int) {
    var random = Random(seed: UInt64(seed))
    for _ in 0..<400 {
      var pieces = random.pieces()
      guard complaint(pieces.joined()) != nil else { continue }
      // Leave out what is not needed to fail.
      var index = 0
      while index < pieces.count {
        var fewer = pieces
        fewer.remove(at: index)
        if complaint(fewer.joined()) != nil { pieces = fewer } else { index += 1 }
      }
      let text = pieces.joined()
      Issue.record("\(text.debugDescription): \(complaint(text) ?? "")")
    }
  }

  /// What is wrong with the reading of a text; nil if nothing is.
  private func complaint(_ text: String) -> String? {
    let plain = Document(text, extensions: [])
    // Of an empty title libcmark writes an empty attribute, and tells nobody that there was one.
    let libcmark = String(decoding: LibcmarkReference.html(plain.source), as: UTF8.self)
      .replacing(" title=\"\"", with: "")
    if plain.html != libcmark {
      return "\(plain.html.debugDescription), not \(libcmark.debugDescription)"
    }
    for document in [plain, Document(text)] {
      if let first = (document.misplacements + document.lost).first { return first }
    }
    let html = Document(text).html(delegate: NumberingDelegate())
    return unbalanced(html).map { "\($0) in \(html.debugDescription)" }
  }

  /// The first tag that has no partner, or that stands where it must not.
  private func unbalanced(_ html: String) -> String? {
    var open: [Substring] = []
    for part in html.split(separator: "<").dropFirst(html.hasPrefix("<") ? 0 : 1) {
      guard let end = part.firstIndex(of: ">") else { return "unclosed <\(part)" }
      let name = part[..<end].prefix { $0 != " " }
      if part[..<end].hasSuffix("/") { continue }
      if name.hasPrefix("/") {
        guard open.popLast() == name.dropFirst() else { return "<\(name)>" }
      } else {
        if name == "a", open.contains("a") { return "a link in a link" }
        open.append(name)
      }
    }
    return open.last.map { "<\($0)> without an end" }
  }
}

extension Document {
  /// Text whose place was not found, and constructs that do not begin and end with their marks.
  fileprivate var lost: [String] {
    events.enumerated().compactMap { index, event in
      guard !event.leaves else { return nil }
      let slice = slice(event.range)
      let isRight =
        switch event.kind {
        case .replacement: !event.range.isEmpty
        case .code: slice.count > 1 && slice.hasPrefix("`") && slice.hasSuffix("`")
        case .emphasis, .strong: "*_".contains(slice.first ?? " ") && slice.first == slice.last
        case .link: "[<".contains(slice.first ?? " ") && ")]>".contains(slice.last ?? " ")
        // The title of a figure is its caption, which stands behind the image.
        case .image where index > 0 && events[index - 1].kind == .figure: slice.hasPrefix("![")
        case .image: slice.hasPrefix("![") && ")]".contains(slice.last ?? " ")
        case .rawHTML: slice.hasPrefix("<") && slice.hasSuffix(">")
        case .wikiLink: slice.hasPrefix("[[") && slice.hasSuffix("]]")
        case .citation: slice.hasPrefix("[@") && slice.hasSuffix("]")
        case .footnoteReference: slice.hasPrefix("[^") && slice.hasSuffix("]")
        case .annotation: slice.hasSuffix("}")
        case .strikethrough: slice.hasPrefix("~~") && slice.hasSuffix("~~")
        default: true
        }
      return isRight ? nil : "\(event.kind) \(slice.debugDescription)"
    }
  }
}

/// Texts out of pieces that mean something to Markdown, the same for the same seed.
private struct Random {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  private mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  mutating func pieces() -> [String] {
    (0..<(3 + next(40))).map { _ in Random.pieces[next(Random.pieces.count)] }
  }

  private static let pieces = [
    "a", "b c", "word", " ", "  ", "\n", "\n", "\n", "\n\n", "\r\n", "\t", "    ", "*", "**", "_",
    "__",
    "`", "``", "[", "]", "[a]", "[a](b)", "](u)", "](", ")", "(", "![", "!", "<", ">", "<b>",
    "</b>", "<!--",
    "-->", "<https://a.b>", "&amp;", "&", "&#65;", "\\", "\\*", "\\\n", "\"", "'", "[a]: b\n",
    "\n[a]: <c>\n 'd'\n", "# ", "\n## ", "\n- ", "\n1. ", "\n> ", "> ", "\n>", "\n---\n", "\n===\n",
    "\n```\n", "~~~", "\n   ", "\n      ", "é", "—", "\0", "[[", "]]", "[[id]]", "[[id|text]]", "|",
    "\n|",
    "\n|---|---|\n", "| a | b |", "[^n]", "\n[^n]: ", "~~", "{^k}", "]{^k}", "[@a, p. 3]", "[@",
    "@", ";",
    "\n> [!NOTE]\n> ", "\n![a](b \"c\")\n",
  ]
}
