import YAML

/// Whether a text may be an id: lower-case letters, digits and inner hyphens, at most 64 in all.
func isIdentifier(_ text: some StringProtocol) -> Bool {
  let bytes = Array(text.utf8)
  guard (1...64).contains(bytes.count), bytes.first != 0x2D, bytes.last != 0x2D else {
    return false
  }
  return bytes.allSatisfy { $0.isASCIIDigit || (0x61...0x7A).contains($0) || $0 == 0x2D }
}

/// The id nearest to a text: lower case, with hyphens for what an id cannot hold; nil if nothing is left.
func proposedIdentifier(for text: String) -> String? {
  var id = ""
  for scalar in decomposed(text).unicodeScalars {
    if scalar.properties.generalCategory == .nonspacingMark { continue }
    let lowered = scalar.properties.lowercaseMapping
    if lowered.utf8.count == 1, lowered.utf8.allSatisfy(\.isASCIILetterOrDigit) {
      id += lowered
    } else if !id.isEmpty, id.utf8.last != 0x2D {
      id += "-"
    }
  }
  while id.utf8.last == 0x2D { id.removeLast() }
  let cut = String(id.prefix(64))
  return isIdentifier(cut) ? cut : nil
}

extension FactReader {
  /// An id, or nil with a diagnostic that proposes one.
  ///
  /// - Parameter help: What to do where it has to be the id of something else.
  mutating func identifier(
    _ node: Node, named name: String, help: String? = nil
  ) -> (id: String, location: Location)? {
    guard let text = text(node, named: name)?.text else { return nil }
    guard isIdentifier(text) else {
      findings.report(
        .invalidID, "'\(text)' cannot be an id", at: node.range,
        help: help ?? proposedIdentifier(for: text).map { "write '\($0)'" }
          ?? "an id has lower-case letters, digits and hyphens between them, 64 at most")
      return nil
    }
    return (text, findings.location(node))
  }

  mutating func reference(_ node: Node, named name: String) -> WrittenReference? {
    if let inside = node.linkInside {
      findings.report(
        .linkForID, "'\(name)' is an id, and this is a link", at: node.range,
        help: "write '\(inside)' without brackets")
      return nil
    }
    guard let text = text(node, named: name)?.text else { return nil }
    return reference(text, node, named: name)
  }

  mutating func reference(_ text: String, _ node: Node, named name: String) -> WrittenReference? {
    // What is no id may be a name: who bears it is known when all files have been read.
    WrittenReference(id: text, location: findings.location(node))
  }
}
