import EDTF

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
      mentions: mentions, backlinks: BacklinkIndex(mentions, in: model.readingOrder))
  }
}

extension SiteModel {
  /// Every record in the order in which backlinks show them: articles newest first, pages, then the rest.
  var readingOrder: [RecordID] {
    var articles: [(date: EDTFDate?, id: RecordID)] = []
    var pages: [RecordID] = []
    var others: [RecordID] = []
    for id in ids {
      let kind = kind(of: id)
      switch kind.role {
      case .article: articles.append((date(of: id, kind: kind), id))
      case .page: pages.append(id)
      case .entity: others.append(id)
      }
    }
    articles.sort { a, b in
      guard let x = a.date, let y = b.date, x != y else {
        return a.date == nil && b.date != nil
          ? false : b.date == nil && a.date != nil ? true : self[a.id].id < self[b.id].id
      }
      return y < x
    }
    func byID(_ a: RecordID, _ b: RecordID) -> Bool { self[a].id < self[b].id }
    return articles.map(\.id) + pages.sorted(by: byID) + others.sorted(by: byID)
  }

  private func date(of id: RecordID, kind: Kind) -> EDTFDate? {
    guard let field = kind.fields.index(of: "date") else { return nil }
    for fact in self[id].facts(field) where fact.support?.status != .rejected {
      if case .date(let date) = fact.value { return date }
    }
    return nil
  }
}
