// The summary: one below the title, or rivals side by side.
extension PageBuilder {
  mutating func summaryView(of record: ResolvedRecord, _ kind: Kind) -> FieldView? {
    let facts = record.facts(CommonField.summary)
    let shown = model.shownSummaries(of: record).map { (index: $0, fact: facts[$0]) }
    return shown.isEmpty ? nil : field(kind.fields[CommonField.summary], shown)
  }

  /// A summary as another page shows it: plain text, since links and notes belong to its own.
  func plainSummary(of id: RecordID) -> String? {
    model.quotableSummary(of: model[id]).map { plainText($0) }
  }
}

extension SiteModel {
  /// The places of the summaries that stand below the title: the first, or all of those of which one can be right.
  func shownSummaries(of record: ResolvedRecord) -> [Int] {
    let facts = record.facts(CommonField.summary)
    let standing = facts.indices.filter {
      facts[$0].support?.status != .rejected && facts[$0].markdown != nil
    }
    let field = schema.kinds[record.kind].fields[CommonField.summary]
    return areRivals(standing.map { facts[$0] }, of: field)
      ? standing : Array(standing.prefix(1))
  }

  /// The summary that may stand by itself, without what supports it; nil of one that is doubted, or has rivals.
  fileprivate func quotableSummary(of record: ResolvedRecord) -> LinkedText? {
    let shown = shownSummaries(of: record).map { record.facts(CommonField.summary)[$0] }
    guard shown.count == 1, shown[0].support?.isDoubted != true else { return nil }
    return shown[0].markdown
  }
}
