import YAML

// `title: The No. #1 port` is, to YAML, "The No." with a comment.
extension Findings {
  /// Says of every value without quotes that ends at a comment which may have been meant to be shown, or that holds an
  /// item of its list.
  mutating func checkComments(in node: Node, under key: String = "") {
    switch node.value {
    case .scalar: checkComment(behind: node, under: key)
    case .sequence(let items):
      for item in items {
        checkComments(in: item, under: key)
        checkFold(of: item)
      }
    case .mapping(let pairs):
      // What is for colleagues is not shown in any case.
      for pair in pairs where pair.key.text != "internal" {
        checkComments(in: pair.value, under: pair.key.text ?? "")
      }
    }
  }

  /// A comment that was meant has a space in it.
  private mutating func checkComment(behind node: Node, under key: String) {
    guard node.style == .plain, let text = node.text else { return }
    var index = node.range.upperBound
    while index < source.count, source[index] == UInt8(ascii: " ") { index += 1 }
    guard index > 0, index + 1 < source.count, source[index] == UInt8(ascii: "#"),
      source[index - 1] == UInt8(ascii: " "), source[index + 1] > UInt8(ascii: " "),
      source[index + 1] != UInt8(ascii: "#")
    else { return }
    let end = source[index...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? source.count
    let hidden = String(decoding: source[index..<end], as: UTF8.self).trimmed
    let isLocator = key == "cite" && isIdentifier(text) && !hidden.contains("\"")
    report(
      .hiddenText, "what stands behind '#' is a comment, and is not shown", at: index..<end,
      help: isLocator
        ? "write '\"\(text)\(hidden)\"', in quotes and without a space before the '#'"
        : "put the whole value in quotes; to keep it a comment, put a space behind the '#'")
  }
}
