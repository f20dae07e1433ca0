extension LinkGraph {
  /// Finds what every text mentions, and turns it round: by whom each record is mentioned.
  ///
  /// - Parameter jobs: How many texts are read at once. The result does not depend on it.
  static func link(
    _ model: SiteModel, sources: SourceTree, jobs: Int, into log: inout DiagnosticLog
  ) async -> LinkGraph {
    let table = NameTable(model, into: &log)
    // Runs of texts, so that a worker's buffers serve many of them.
    let length = 32
    let runs = stride(from: 0, to: model.records.count, by: length).map {
      $0..<min($0 + length, model.records.count)
    }
    let results = await runs.concurrentMap(jobs: jobs) { run in
      var linker = TextLinker(model: model, table: table)
      return run.map { linker.link(RecordID($0)) }
    }.flatMap(\.self)

    var report = MentionReport(model: model, sources: sources, table: table)
    for (index, result) in results.enumerated() { report.add(result, of: RecordID(index)) }
    log.append(contentsOf: report.diagnostics)
    let mentions = results.map(\.mentions)
    return LinkGraph(
      mentions: mentions, sideTexts: results.map(\.sideTexts),
      backlinks: BacklinkIndex(mentions, in: model.readingOrder))
  }
}

extension SiteModel {
  /// Every record in the order in which backlinks show them: articles newest first, pages, then the rest.
  var readingOrder: [RecordID] {
    func records(_ role: Kind.Role) -> [RecordID] {
      kinds.indices.filter { schema.kinds[$0].role == role }.flatMap { kinds[$0] }
        .map { RecordID($0) }
    }
    let others = records(.entity).sorted { self[$0].id < self[$1].id }
    return newestFirst(records(.article)) + records(.page) + others
  }
}
