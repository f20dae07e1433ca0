import YAML

// What is held back by where it lies, and what was removed: a page stays in its place, and says when that was.
extension RecordReader {
  /// Folders below that of a kind mean nothing, even one that is called `drafts`. Who says under `visibility` or
  /// `embargo` who may see it, knows.
  mutating func checkFolder(of node: Node, inFileAt path: String) {
    let folders = path.split(separator: "/").dropFirst(2).dropLast()
    guard let folder = folders.first(where: { KeySynonyms.isHiding(folder: $0) }),
      given("visibility", in: node) == nil, given("embargo", in: node) == nil,
      !unread.mayHold("visibility"), !unread.mayHold("embargo")
    else { return }
    facts.findings.report(
      .unclearVisibility, "the folder '\(folder)' keeps nothing back",
      at: node.range.lowerBound..<node.range.lowerBound,
      help: "add 'visibility: draft'; or 'visibility: public', if readers may see it")
  }

  /// No other date will do for `updated`: an article's own, or when a page was created, tells of the matter that
  /// was taken down.
  mutating func checkRemoval(of record: Record<Written>, in node: Node) {
    guard record.visibility == .redacted, !unread.mayHold("updated") else { return }
    let updated = record.standing(CommonField.updated)
    if updated.contains(where: { if case .date = $0.value { true } else { false } }) { return }
    // A date that is wrong has had its own diagnostic.
    guard given("updated", in: node) == nil || !record.facts(CommonField.updated).isEmpty else {
      return
    }
    facts.findings.report(
      .undatedRemoval, "'\(record.id)' was taken down, and nothing says when",
      at: node["visibility"]?.range ?? node.range,
      help: "add 'updated: YYYY-MM-DD', the day on which it was taken down")
  }
}
