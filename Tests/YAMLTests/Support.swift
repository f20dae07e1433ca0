@testable import YAML

/// A tree with everything that it knows, on one line: `{key: value}`, `[item]`, scalars as the source has them.
func outline(_ node: Node, in bytes: [UInt8]) -> String {
  let source = String(decoding: bytes[node.range], as: UTF8.self)
  switch node.value {
  case .scalar(let text): return text == source ? "‹\(text)›" : "‹\(source)=\(text)›"
  case .sequence(let items):
    return "[" + items.map { outline($0, in: bytes) }.joined(separator: ", ") + "]"
  case .mapping(let pairs):
    let entries = pairs.map { outline($0.key, in: bytes) + ": " + outline($0.value, in: bytes) }
    return "{" + entries.joined(separator: ", ") + "}"
  }
}

func outline(_ yaml: String) -> String {
  let bytes = Array(yaml.utf8)
  return Stream(parsing: bytes).documents.map { outline($0, in: bytes) }.joined(separator: " --- ")
}

/// YAML with the places where a problem is expected between `⟦` and `⟧`.
struct MarkedText {
  let bytes: [UInt8]
  let ranges: [Range<Int>]

  init(_ text: String) {
    var bytes: [UInt8] = []
    var starts: [Int] = []
    var ranges: [Range<Int>] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "⟦": starts.append(bytes.count)
      case "⟧": ranges.append((starts.popLast() ?? 0)..<bytes.count)
      default: bytes.append(contentsOf: Array(String(scalar).utf8))
      }
    }
    self.bytes = bytes
    self.ranges = ranges.sorted { $0.lowerBound < $1.lowerBound }
  }
}
