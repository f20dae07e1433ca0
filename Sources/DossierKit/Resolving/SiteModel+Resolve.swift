import Markdown

extension SiteModel {
  /// Checks every reference and leaves out what is not published.
  ///
  /// - Parameter drafts: Whether drafts and embargoed matter are shown, for preview.
  static func resolve(
    _ parsed: ParsedSite, from sources: SourceTree, drafts: Bool, jobs: Int,
    into log: inout DiagnosticLog
  ) async -> SiteModel {
    let byID = firstByID(parsed.records, into: &log)
    log.append(
      contentsOf: ReferenceCycles(parsed.records, byID: byID).diagnostics(in: parsed.schema))
    let order = parsed.records.indices
      .filter { index in
        let record = parsed.records[index]
        return byID[record.id] == index && (drafts || record.visibility != .draft)
      }
      .sorted { a, b in
        let (x, y) = (parsed.records[a], parsed.records[b])
        return (x.kind, x.id) < (y.kind, y.id)
      }
    let index = RecordIndex(
      parsed.records, byID: byID, order: order, unread: parsed.unread,
      hasUnreadNames: parsed.hasUnreadNames, schema: parsed.schema)
    let media = Set(sources.mediaPaths)
    let held = HeldSnapshots(parsed.records, in: parsed.schema) { position in
      index.published[position] != nil && parsed.records[position].visibility != .redacted
    }
    let paths = Dictionary(
      parsed.records.map { (sources.files[Int($0.location.file)].path, $0.id) },
      uniquingKeysWith: { first, _ in first })

    // Drafts are read as well, so that what is wrong in them is known before their day, and so is what has no id or
    // that of another; nothing of them is kept.
    let kept = order.count
    let others = parsed.records.indices.filter { index.published[$0] == nil }
    let all = (order + others).map { parsed.records[$0] } + parsed.unidentified
    let resolved = await all.concurrentMap(jobs: jobs) { record in
      var resolver = Resolver(
        sources: sources, schema: parsed.schema, directory: index, media: media,
        heldSnapshots: held, recordsByPath: paths, kind: record.kind,
        isDraft: record.visibility == .draft && !drafts)
      let record = resolver.resolve(record)
      return (
        record: record, diagnostics: resolver.diagnostics + resolver.unsupported,
        wanted: resolver.wanted
      )
    }
    // By the id that something had before, the one that it has.
    let successors = Dictionary(
      parsed.records.flatMap { record in record.formerly.map { ($0.id, record.id) } },
      uniquingKeysWith: { first, _ in first })
    var idsByWord: [String: Set<String>]?
    func suggestion(for wanted: Resolver.Wanted) -> String? {
      switch wanted {
      case .name(let name) where name.hasPrefix("@") && index.isSource(String(name.dropFirst())):
        return "write '[\(name)]' to cite it"
      case .name(let name):
        let words = idsByWord ?? index.idsByWord()
        idsByWord = words
        guard let ids = words[foldedName(name)] else { return suggestion(for: .id(name)) }
        let links = ids.sorted().prefix(3).map { "'[[\($0)|\(name)]]'" }
        return "did you mean \(links.joined(separator: " or "))?"
      case .id(let id):
        return successors[id].map { "that was the id of '\($0)'; write '\($0)'" }
          ?? didYouMean(id, among: index.ids) ?? longer(id, among: index.ids)
      case .media(let path):
        return near(path, among: media.sorted()).map { "did you mean '\($0)'?" }
      case .mediaInText(let path):
        return near(path, among: media.sorted()).map { "did you mean 'media/\($0)'?" }
      case .file(let name): return didYouMean(name, among: sources.files.lazy.map(\.name))
      }
    }
    var suggestions = 100
    for result in resolved {
      for (position, diagnostic) in result.diagnostics.enumerated() {
        // Each suggestion looks at every id: enough for the first hundred, and never quadratic.
        guard let wanted = result.wanted[position], suggestions > 0 else {
          log.append(diagnostic)
          continue
        }
        suggestions -= 1
        log.append(diagnostic.helped(by: suggestion(for: wanted)))
      }
    }

    let records = resolved.prefix(kept).map(\.record)
    let kinds = ranges(of: records, kinds: parsed.schema.kinds.count)
    let source = parsed.schema.kind(named: "source")
    var (withheld, unnamed) = WithheldMedia.files(
      of: media, named: parsed.records, published: records)
    if !unnamed.isEmpty {
      let drafts = DraftWords(parsed.records, in: sources) { position in
        index.published[position] != nil && parsed.records[position].visibility != .redacted
      }.files(of: unnamed)
      withheld.formUnion(drafts)
      unnamed.subtract(drafts)
    }
    return SiteModel(
      settings: parsed.settings, schema: parsed.schema, records: records, kinds: kinds,
      inverses: InverseIndex(
        references(in: records, schema: parsed.schema), records: records.count),
      origins: SourceGraph(
        index, kind: source,
        basedOn: source.flatMap { parsed.schema.kinds[$0].fields.index(of: "based_on") },
        sources: source.map { kinds[$0] } ?? 0..<0),
      media: media,
      withheldMedia: withheld, unnamedMedia: unnamed,
      paths: sources.files.map(\.path))
  }

  /// The first record of each id, in the order of the files; the others are named.
  private static func firstByID(
    _ records: [ParsedRecord], into log: inout DiagnosticLog
  ) -> [String: Int] {
    var byID: [String: Int] = [:]
    byID.reserveCapacity(records.count)
    for (index, record) in records.enumerated() {
      guard let first = byID[record.id] else {
        byID[record.id] = index
        continue
      }
      log.append(
        Diagnostic(
          .duplicateID, "the id '\(record.id)' is taken", at: record.location,
          notes: [Diagnostic.Note("it was given here first", at: records[first].location)],
          help: "give one of them another file name, or another 'id:'"))
    }
    return byID
  }

  private static func ranges(of records: [ResolvedRecord], kinds: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for kind in 0..<kinds {
      let end = records[start...].firstIndex { $0.kind != kind } ?? records.count
      ranges.append(start..<end)
      start = end
    }
    return ranges
  }

  /// Every reference that its target's page shows, in the order of the records that make them.
  private static func references(
    in records: [ResolvedRecord], schema: Schema
  ) -> [(target: RecordID, entry: InverseIndex.Entry)] {
    var references: [(target: RecordID, entry: InverseIndex.Entry)] = []
    for (index, record) in records.enumerated() {
      let fields = schema.kinds[record.kind].fields
      for entry in record.fields {
        for (position, fact) in entry.facts.enumerated() where fact.support?.status != .rejected {
          func add(_ target: RecordID, inner: Int?) {
            references.append(
              (
                target,
                InverseIndex.Entry(
                  source: RecordID(index), field: UInt32(entry.field), fact: UInt32(position),
                  inner: inner.map { UInt32($0) })
              ))
          }
          switch (fact.value, fields[entry.field].type) {
          case (.reference(let target), .reference(_, .some)): add(target, inner: nil)
          case (.group(let entries), .group(let inner)):
            for part in entries {
              // A relation's label depends on its type, so that its field declares no inverse.
              guard case .reference(_, let inverse) = inner[part.field].type,
                inverse != nil || entry.field == CommonField.relations
              else { continue }
              for fact in part.facts where fact.support?.status != .rejected {
                if case .reference(let target) = fact.value { add(target, inner: part.field) }
              }
            }
          default: break
          }
        }
      }
    }
    return references
  }
}

/// The ids that begin with another: `wire-2015` for `wire`.
private func longer(_ id: String, among ids: some Sequence<String>) -> String? {
  let found = ids.filter { $0.hasPrefix(id + "-") }.sorted().prefix(3)
  return found.isEmpty
    ? nil : "did you mean \(found.map { "'\($0)'" }.joined(separator: " or "))?"
}

/// The file that may be meant by a path: one of the same name in another folder, or of a near path or name.
private func near(_ path: String, among files: [String]) -> String? {
  let name = path.fileName
  if let file = files.first(where: { $0.fileName == name }) { return file }
  if let file = nearest(to: path, among: files) { return file }
  guard let near = nearest(to: name, among: files.lazy.map(\.fileName)) else { return nil }
  return files.first { $0.fileName == near }
}

extension String {
  /// What stands behind the last slash of a path.
  fileprivate var fileName: String {
    lastIndex(of: "/").map { String(self[index(after: $0)...]) } ?? self
  }
}

extension Diagnostic {
  func helped(by help: String?) -> Diagnostic {
    Diagnostic(code, message, at: location, notes: notes, help: help ?? self.help)
  }
}

extension SourceTree {
  /// The files below `content/media/`.
  var mediaPaths: [String] {
    assets.compactMap { asset in
      let path = asset.outputPath.string
      return path.hasPrefix("media/") ? String(path.dropFirst("media/".count)) : nil
    }
  }
}
