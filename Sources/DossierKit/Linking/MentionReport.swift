/// Says which names in texts nobody but their authors can tell apart.
struct MentionReport {
  let model: SiteModel
  let sources: SourceTree
  let table: NameTable

  private var conflicts: [Diagnostic] = []
  /// Of each contested name, where texts use it; empty if their own rules settle it everywhere.
  private var uses: [NameTrie.Node: [Location]] = [:]

  init(model: SiteModel, sources: SourceTree, table: NameTable) {
    self.model = model
    self.sources = sources
    self.table = table
  }

  mutating func add(_ result: TextLinker.Result, of id: RecordID) {
    // A text whose own rules could not be read may have said whom it means.
    guard !model[id].unread.mayHold("mentions") else {
      for name in result.contested where uses[name.node] == nil { uses[name.node] = [] }
      return
    }
    for conflict in result.conflicts {
      let names = table.entries(at: conflict.node).filter {
        conflict.ids.contains($0.bearer.record)
      }
      conflicts.append(
        .sharedName(
          names.map(\.spelling), ids: names.map { model[$0.bearer.record].id },
          at: location(conflict.range, in: id),
          canPin: model.kind(of: id).role != .entity))
    }
    for name in result.contested {
      uses[name.node, default: []].append(
        contentsOf: name.range.map { [location($0, in: id)] } ?? [])
    }
  }

  /// A name that two bear always is reported once, unless every text that uses it says whom it means.
  var diagnostics: [Diagnostic] {
    let contested = table.contested.compactMap { node -> Diagnostic? in
      let uses = uses[node]
      if let uses, uses.isEmpty { return nil }
      let names = table.entries(at: node).filter { $0.bearer.mode == .auto }
      // So may one of those who bear it, under `names`.
      if names.contains(where: { model[$0.bearer.record].unread.mayHold("names") }) { return nil }
      return .contestedName(
        names.map(\.spelling), ids: names.map { model[$0.bearer.record].id }, uses: uses ?? [])
    }
    return contested + conflicts
  }

  /// The place in the file; where the text is a YAML scalar, its record's.
  private func location(_ range: Range<UInt32>, in id: RecordID) -> Location {
    let place = model[id].location
    guard sources[place.file].path.hasSuffix(".md") else { return place }
    return Location(place.file, Int(range.lowerBound)..<Int(range.upperBound))
  }
}

extension Diagnostic {
  fileprivate static func contestedName(
    _ names: [NameTable.Spelling], ids: [String], uses: [Location]
  ) -> Diagnostic {
    let first = names[0]
    return Diagnostic(
      .ambiguousMention,
      "'\(first.text.shortened)' is a name of \(ids.quotedList), and so links to neither",
      at: first.location,
      notes: names.dropFirst().prefix(5).map { Note("it is also given here", at: $0.location) }
        + uses.prefix(5).map { Note("a text has it here", at: $0) },
      help: "say whom an article means under 'mentions: {pin: …}', or list the name under 'names'"
        + " with 'link: context' or 'link: never'")
  }

  fileprivate static func sharedName(
    _ names: [NameTable.Spelling], ids: [String], at location: Location, canPin: Bool
  ) -> Diagnostic {
    let name = names[0].text
    return Diagnostic(
      .ambiguousMention,
      "'\(name.shortened)' may mean \(ids.quotedList) here, and so links to neither",
      at: location,
      notes: names.prefix(5).map { Note("the name is given here", at: $0.location) },
      help: "write '[[\(ids[0])|\(name)]]'"
        + (canPin
          ? ", or 'mentions: {pin: {\(name): \(ids[0])}}' in the front matter"
          : ", or '[[!\(name)]]' to link to nobody"))
  }
}
