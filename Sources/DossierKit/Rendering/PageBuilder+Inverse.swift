import EDTF

// What other pages say of this one: fields that refer here, and relations either way.
extension PageBuilder {
  /// What the fields of others say of a record: a table for each label, relations apart.
  mutating func inverseTables(of id: RecordID) -> (fields: [TableView], relations: [TableView]) {
    var groups: [InverseKey: [InverseIndex.Entry]] = [:]
    // What a page says of itself, it says already.
    let isSource = isSource(id)
    for entry in model.inverses[id] where entry.source != id {
      // A source's page lists whoever names it among its `sources` with all others that cite it.
      if isSource, isListOfSources(entry) { continue }
      groups[key(of: entry), default: []].append(entry)
    }
    let relations = relationTables(
      of: id, incoming: groups.filter { $0.key.isRelation }.flatMap(\.value))
    let tables = groups.keys.filter { !$0.isRelation }.sorted().map { key in
      inverseTable(key, groups[key] ?? [], of: id)
    }
    return (tables, relations)
  }

  private func key(of entry: InverseIndex.Entry) -> InverseKey {
    InverseKey(
      kind: model[entry.source].kind, field: Int(entry.field),
      inner: entry.inner.map(Int.init) ?? -1)
  }

  /// What the entries under a key are to the record that they refer to.
  private func label(of key: InverseKey) -> String {
    let field = model.schema.kinds[key.kind].fields[key.field]
    var type = field.type
    if case .group(let fields) = type, key.inner >= 0 { type = fields[key.inner].type }
    if case .reference(_, let inverse?) = type { return inverse }
    return field.label
  }

  /// Where an entry stands, as a link.
  private func view(of entry: InverseIndex.Entry) -> ValueView {
    ValueView(
      text: label(of: entry.source), url: href(to: entry.source, fragment: anchor(of: entry)))
  }

  private func fact(_ entry: InverseIndex.Entry) -> Fact<Resolved> {
    model[entry.source].facts(Int(entry.field))[Int(entry.fact)]
  }

  private func entry(_ entry: InverseIndex.Entry) -> GroupReader? {
    let kind = model.kind(of: entry.source)
    guard case .group(let fields) = kind.fields[Int(entry.field)].type,
      case .group(let entries) = fact(entry).value
    else { return nil }
    return GroupReader(entries: entries, fields: fields)
  }

  private mutating func inverseTable(
    _ key: InverseKey, _ entries: [InverseIndex.Entry], of id: RecordID
  ) -> TableView {
    let kind = model.schema.kinds[key.kind]
    let field = kind.fields[key.field]
    let rows = sorted(entries).map { entry in
      let source = self.entry(entry)
      return TableRow(
        first: { [$0.view(of: entry)] },
        entry: source, support: supports(of: entry, to: id),
        date: plan.date(of: entry.source).map {
          ValueView(text: $0.words, datetime: $0.datetime)
        })
    }
    var fields = FieldSet([])
    var target: Set<String> = []
    if case .group(let inner) = field.type, key.inner >= 0 {
      fields = inner
      target = [inner[key.inner].name]
    }
    return table(
      label(of: key), isDated: date(in: fields) == nil,
      id: "_\(kind.plural)_\(field.name)\(key.inner >= 0 ? "_\(key.inner)" : "")", rows,
      fields: fields, firstColumn: kind.label.one, leavingOut: target)
  }

  /// Relations of the record's own and of others to it, together under what they are to this record.
  private mutating func relationTables(
    of id: RecordID, incoming: [InverseIndex.Entry]
  ) -> [TableView] {
    var byLabel: [(label: String, rows: [TableRow])] = []
    func add(_ label: String, _ row: TableRow) {
      if let index = byLabel.firstIndex(where: { $0.label == label }) {
        byLabel[index].rows.append(row)
      } else {
        byLabel.append((label, [row]))
      }
    }
    guard case .group(let fields) = model.kind(of: id).fields[CommonField.relations].type else {
      return []
    }
    var own: Set<Told> = []
    for (index, fact) in model[id].facts(CommonField.relations).enumerated() {
      guard case .group(let entries) = fact.value else { continue }
      let entry = GroupReader(entries: entries, fields: fields)
      guard let type = entry.text("type") else { continue }
      let to = fields.index(of: "to").map { fields[$0] }
      // Of a relation that is the same both ways, told by both, this page's own words count.
      if case .reference(let target)? = entry.first("to")?.value,
        let relation = model.schema.relation(named: type), relation.label == relation.inverse
      {
        own.insert(Told(type: type, other: target))
      }
      add(
        entry.relationLabel { model.schema.relation(named: $0)?.label },
        TableRow(
          first: { page in
            guard let to else { return [] }
            var values = entry.facts("to").map { page.value($0, of: to, neighbours: entry) }
            if page.model.areRivals(entry.facts("to"), of: to),
              let first = values.firstIndex(where: { !$0.isRejected })
            {
              values[first].isDisputed = true
            }
            // The label of the table is what else it was.
            if let type = fields.index(of: "type").map({ fields[$0] }) {
              values += entry.facts("type").filter { $0.support?.status == .rejected }
                .map { page.value($0, of: type, neighbours: entry) }
            }
            return values
          }, entry: entry,
          support: (fact.support.map { [$0] } ?? [])
            + entry.standing("type").compactMap(\.support),
          id: fact.needsAnchor ? FactAnchor.value(of: "relations", index) : nil))
    }
    for entry in sorted(incoming) {
      guard let reader = self.entry(entry), let type = reader.text("type"),
        !own.contains(Told(type: type, other: entry.source))
      else { continue }
      add(
        reader.relationLabel { model.schema.relation(named: $0)?.inverse },
        TableRow(
          first: { [$0.view(of: entry)] },
          entry: reader,
          support: supports(of: entry, to: id) + reader.standing("type").compactMap(\.support)))
    }
    return byLabel.enumerated().map { index, group in
      table(
        group.label.prefix(1).uppercased() + group.label.dropFirst(), id: "_relations_\(index + 1)",
        group.rows, fields: fields, firstColumn: "Who or what", leavingOut: ["type", "to"])
    }
  }

  /// What supports an entry, and what supports that it leads here, for which the table has no column.
  private func supports(of entry: InverseIndex.Entry, to id: RecordID) -> [Support<Resolved>] {
    let whole = fact(entry).support.map { [$0] } ?? []
    guard let inner = entry.inner,
      let facts = self.entry(entry)?.entries.first(where: { $0.field == Int(inner) })?.facts
    else { return whole }
    return whole
      + facts.compactMap { fact in
        if case .reference(id) = fact.value { fact.support } else { nil }
      }
  }

  /// The entry itself on its own page, where that has an anchor.
  private func anchor(of entry: InverseIndex.Entry) -> String? {
    anchor(of: .fact(field: entry.field, fact: entry.fact), in: entry.source)
  }

  /// The field that says when an entry was, whose source's date would only say when it was told.
  private func date(in fields: FieldSet) -> Int? {
    ["date", "start", "seen"].lazy.compactMap { fields.index(of: $0) }.first
  }

  /// By date where the entries or their sources have one, newest first; else by name.
  private func sorted(_ entries: [InverseIndex.Entry]) -> [InverseIndex.Entry] {
    guard entries.count > 1 else { return entries }
    let keyed = entries.map {
      (entry: $0, recency: date(of: $0)?.recency, name: model[$0.source].name)
    }
    return keyed.sorted { a, b in
      Recency.isNewer(a.recency, than: b.recency)
        ?? ((a.name, a.entry.source, a.entry.fact) < (b.name, b.entry.source, b.entry.fact))
    }.map(\.entry)
  }

  private func date(of entry: InverseIndex.Entry) -> EDTFDate? {
    if let reader = self.entry(entry) {
      for name in ["start", "date", "seen"] {
        if let date = reader.firstStandingDate(name) { return date }
      }
    }
    return model.date(of: entry.source)
  }
}

extension GroupReader {
  /// What a relation is called; of rivals, one or another.
  fileprivate func relationLabel(_ label: (String) -> String?) -> String {
    let types = standing("type").isEmpty ? facts("type") : standing("type")
    return types.compactMap { fact in
      guard case .text(let type) = fact.value else { return nil }
      return label(type) ?? type.humanized
    }.joined(separator: " or ")
  }
}

/// A relation that one of two has told of.
private struct Told: Hashable {
  let type: String
  let other: RecordID
}

/// What is shown together: entries of one field.
private struct InverseKey: Hashable, Comparable {
  let kind: KindID
  let field: Int
  /// In the group that the field is; -1 of a field by itself.
  let inner: Int

  /// Whether the entries are relations, each of which says itself what it is.
  var isRelation: Bool { field == CommonField.relations && inner >= 0 }

  static func < (a: InverseKey, b: InverseKey) -> Bool {
    (a.kind, a.field, a.inner) < (b.kind, b.field, b.inner)
  }
}
