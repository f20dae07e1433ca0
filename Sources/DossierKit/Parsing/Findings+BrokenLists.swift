import YAML

// `- x` with a line ` - y` below it is, to YAML, the text "x - y"; `-x` is the text "-x".
extension Findings {
  /// Says of an item of a list, without quotes, that it goes on with a line that was to be an item as well.
  mutating func checkFold(of item: Node) {
    guard item.style == .plain, let dash = dash(within: item) else { return }
    report(
      .brokenList, "'\(line(at: dash))' is a part of the text above: it is indented further",
      at: dash..<dash + 1,
      help: "line its '-' up with the '-' above; if all is one text, put quotes around it")
  }

  /// Says of a text that was to be a list why it is none; false of any other text.
  mutating func checkList(in node: Node, named name: String) -> Bool {
    guard node.style == .plain, let text = node.text else { return false }
    if text.hasPrefix("-"), let next = text.dropFirst().first, next.isLetter {
      report(
        .brokenList,
        "'\(text.shortened)' is a text, and no list: a space is missing behind the '-'",
        at: node.range,
        help:
          "write '- \(line(at: node.range.lowerBound).dropFirst())' on a line of its own; if it is text, in quotes"
      )
      return true
    }
    guard let dash = dash(within: node) else { return false }
    report(
      .brokenList, "'\(line(at: dash))' is a part of the text above, and '\(name)' no list",
      at: dash..<dash + 1,
      help:
        "begin each entry with '- ', on a line of its own; if all is one text, put quotes around it"
    )
    return true
  }

  /// Where a line of a text, behind its first, begins with `- `.
  private func dash(within node: Node) -> Int? {
    var rest = source[node.range]
    while let end = rest.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
      rest = rest[(end + 1)...].drop { $0 <= UInt8(ascii: " ") }
      if rest.first == UInt8(ascii: "-"), rest.dropFirst().first == UInt8(ascii: " ") {
        return rest.startIndex
      }
    }
    return nil
  }

  private func line(at start: Int) -> String {
    let line = source[start...].prefix { $0 != 0x0A && $0 != 0x0D }
    return String(decoding: line, as: UTF8.self).trimmed.shortened
  }
}
