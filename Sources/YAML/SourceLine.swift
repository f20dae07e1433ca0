/// One line of the file, taken apart as its author meant it: indentation, `- `, key, value.
struct SourceLine {
  private let bytes: [UInt8]
  /// The line without its line end.
  let range: Range<Int>
  /// Behind indentation and the dashes of list items.
  let content: Int
  /// The key, where the line has a colon with a blank or nothing behind it.
  let key: Range<Int>?
  /// What stands behind the key, or the whole content; without comment and trailing blanks.
  let value: Range<Int>

  init(around offset: Int, in bytes: [UInt8], bounds: Range<Int>) {
    self.bytes = bytes
    let offset = min(max(offset, bounds.lowerBound), bounds.upperBound)
    let start =
      bytes[bounds.lowerBound..<offset].lastIndex { $0.isBreak }.map { $0 + 1 } ?? bounds.lowerBound
    var end = bytes[offset..<bounds.upperBound].firstIndex { $0.isBreak } ?? bounds.upperBound
    range = start..<end

    func isBlank(_ index: Int) -> Bool { index >= end || bytes[index].isBlankOrBreak }
    var content = start
    while content < end, isBlank(content) || (bytes[content] == 0x2D && isBlank(content + 1)) {
      content += 1
    }
    self.content = content

    // A `#` behind a blank begins a comment. One inside quotes is taken for one too: good enough for
    // the wording of a message, which is all that this is used for.
    if let hash = (content..<end).first(where: { bytes[$0] == 0x23 && isBlank($0 - 1) }) {
      end = hash
    }
    while end > content, bytes[end - 1].isBlankOrBreak { end -= 1 }

    if let colon = (content..<end).first(where: { bytes[$0] == 0x3A && isBlank($0 + 1) }) {
      key = content..<colon
      var start = colon + 1
      while start < end, bytes[start].isBlankOrBreak { start += 1 }
      value = start..<end
    } else {
      key = nil
      value = content..<end
    }
  }

  /// Whether nothing but blanks stands between the start of the line and `offset`.
  func isIndentation(upTo offset: Int) -> Bool {
    bytes[range.lowerBound..<max(range.lowerBound, min(offset, range.upperBound))]
      .allSatisfy { $0.isBlankOrBreak }
  }

  /// Whether it begins with the dash of an item.
  var isItem: Bool { bytes[range].first { !$0.isBlankOrBreak } == 0x2D && bytes[content] != 0x2D }

  func text(_ range: Range<Int>) -> String { Word.quotable(bytes[range]) }

  /// The line as it would be right with its value in quotes; nil where that would be no help.
  var withQuotedValue: String? {
    guard !value.isEmpty, value.count <= 80 else { return nil }
    let text = String(decoding: bytes[value], as: UTF8.self)
    let prefix = key.map { String(decoding: bytes[$0], as: UTF8.self) + ": " } ?? ""
    return prefix + Self.quoted(text)
  }

  /// `text` in quotes, such as YAML reads back as `text`; of two ways the one with less to escape.
  static func quoted(_ text: String) -> String {
    var inner = text[...]
    // The author had quotes around it already, and they ended too early.
    if let first = inner.first, first == "'" || first == "\"", inner.count > 2, inner.last == first
    {
      inner = inner.dropFirst().dropLast()
    }
    if !inner.utf8.contains(where: { $0 == 0x22 || $0 == 0x5C }) { return "\"\(inner)\"" }
    return "'"
      + inner.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
      + "'"
  }
}
