import YAML

// Texts that take no markup.
extension FactReader {
  /// A text that is shown as it is; a comment in it would be, too.
  mutating func plainText(_ node: Node, named name: String) -> String? {
    guard let text = text(node, named: name)?.text else { return nil }
    checkComment(in: text, of: node, named: name)
    return text
  }

  mutating func checkComment(in text: String, of node: Node, named name: String) {
    guard text.utf8.contains(UInt8(ascii: "<")), text.contains("<!--") else { return }
    findings.report(
      .openComment, "'\(name)' takes no markup, and the comment in it would be shown",
      at: node.range, help: "put it on a line of its own, behind a '#'")
  }
}
