import YAML

// `{translation: We got it, and cheaply}` is, to YAML, a value and a key that has none.
extension Findings {
  /// The entries without the ends of values that a comma has cut off, each of which is reported.
  ///
  /// - Parameter known: The keys that the group declares; empty where it has keys of its own choosing.
  mutating func withoutSplits(_ pairs: [Node.Pair], among known: [String] = []) -> [Node.Pair] {
    guard pairs.contains(where: { isSplit($0, among: known) }) else { return pairs }
    var kept: [Node.Pair] = []
    var split: [Node.Pair] = []
    for pair in pairs {
      if isSplit(pair, among: known) {
        split.append(pair)
      } else {
        reportSplit(split, behind: kept.last, among: known)
        split.removeAll()
        kept.append(pair)
      }
    }
    reportSplit(split, behind: kept.last, among: known)
    return kept
  }

  /// Whether a key that nobody declares has neither a value nor a colon, as it can only within `{ }`; or is several
  /// words behind a comma, where the rest of a sentence has a colon of its own.
  private func isSplit(_ pair: Node.Pair, among known: [String]) -> Bool {
    if let key = pair.key.text, pair.key.style == .plain, key.contains(" "), !known.isEmpty,
      !known.contains(key),
      source[..<pair.key.range.lowerBound].last(where: { $0 != 0x20 }) == UInt8(ascii: ",")
    {
      return true
    }
    guard pair.value.style == .plain, pair.value.text?.isEmpty == true, let key = pair.key.text,
      !known.contains(key),
      known.isEmpty || KeySynonyms.visibility(key, pair.value, among: known) == nil
    else { return false }
    var end = pair.key.range.upperBound
    while end < source.count, source[end] <= UInt8(ascii: " ") { end += 1 }
    return end < source.count
      && (source[end] == UInt8(ascii: ",") || source[end] == UInt8(ascii: "}"))
  }

  /// Whether the first entry is a value without its key.
  func beginsWithoutKey(_ pairs: [Node.Pair], among known: [String]) -> Bool {
    pairs.first.map { isSplit($0, among: known) } ?? false
  }

  private mutating func reportKeyless(_ pair: Node.Pair, _ text: String, among known: [String]) {
    let key = known.first.flatMap {
      ["url", "text", "value", "file", "source"].contains($0) ? $0 : nil
    }
    report(
      .splitValue, "'\(text.shortened)' stands within '{ }' and has no key", at: pair.key.range,
      help: key.map { "write '\($0): \(text.shortened)'" } ?? "put its key before it, with a colon")
  }

  private mutating func reportSplit(
    _ split: [Node.Pair], behind pair: Node.Pair?, among known: [String]
  ) {
    guard let first = split.first, let last = split.last, let key = first.key.text else { return }
    guard let pair else { return reportKeyless(first, key, among: known) }
    let words = key.split(separator: " ", maxSplits: 1)
    var help = "put the whole value in quotes"
    if split.count == 1, words.count == 2, known.contains(String(words[0])) {
      help = "write '\(words[0]): \(words[1])', or put the whole value in quotes"
    } else if pair.value.style == .plain, let name = pair.key.text {
      let value = String(
        decoding: source[
          pair.value.range.lowerBound..<max(last.key.range.upperBound, last.value.range.upperBound)],
        as: UTF8.self)
      // A place in a source has its own sign.
      if name == "cite", let id = pair.value.text, isIdentifier(id), split.count == 1 {
        return report(
          .splitValue, "a comma ends a value within '{ }', so that '\(key)' is cut off",
          at: first.key.range, help: "write 'cite: \"\(id)#\(key)\"'")
      }
      // What is long, or needs an escape, its author quotes better.
      if value.utf8.count < 120, !value.contains(where: { $0.isNewline || "\"\\".contains($0) }) {
        help = "write '\(name): \"\(value)\"'"
      }
    }
    report(
      .splitValue, "a comma ends a value within '{ }', so that '\(key)' is cut off",
      at: first.key.range, help: help)
  }
}
