import EDTF

// Tables: the entries of a group, this page's own or those of others that lead here.
extension PageBuilder {
  /// The entries of a group, in the order written; columns that no entry fills are left out.
  mutating func table(
    _ label: String, id: String, _ facts: [Fact<Resolved>], fields: FieldSet, list: String? = nil
  ) -> TableView {
    let rows = facts.enumerated().compactMap { index, fact -> TableRow? in
      guard case .group(let entries) = fact.value else { return nil }
      let reader = GroupReader(entries: entries, fields: fields)
      let key = fields.key.flatMap { reader.text(fields[$0].name) }
      return TableRow(
        entry: reader, support: fact.support.map { [$0] } ?? [],
        id: list.flatMap { list in
          key.map { FactAnchor.entry($0, of: list) }
            ?? (fact.needsAnchor ? FactAnchor.value(of: list, index) : nil)
        })
    }
    return table(label, id: id, rows, fields: fields, firstColumn: nil, leavingOut: [])
  }

  /// - Parameters:
  ///   - firstColumn: The label of a column before those of the fields, for what the entry stands on.
  ///   - leavingOut: Fields that would say again what the table is about.
  ///   - isDated: Whether the date of what each entry stands on has a column.
  mutating func table(
    _ label: String, isDated: Bool = false, id: String, _ rows: [TableRow], fields: FieldSet,
    firstColumn: String?,
    leavingOut: Set<String>
  ) -> TableView {
    let times = fields.times
    let columns = fields.fields.filter { field in
      if case .key = field.type { return false }
      guard !leavingOut.contains(field.name), !times.contains(field.name) else { return false }
      return rows.contains { $0.entry?.facts(field.name).isEmpty == false }
    }
    let showsTimes = rows.contains { row in
      times.contains { row.entry?.facts($0).isEmpty == false }
    }
    let showsDates = isDated && rows.contains { $0.date != nil }
    var labels = firstColumn.map { [$0] } ?? []
    if showsDates { labels.append("Date") }
    labels += columns.map(\.label)
    if showsTimes { labels.append("When") }
    let (standing, rejected) = (rows.filter { !$0.isRejected }, rows.filter(\.isRejected))
    let spans = standing.map { row in
      row.entry.map { TimeSpan($0, isDoubted: row.support.contains(where: \.isDoubted)) }
    }
    let chart = showsTimes ? TimeChart(spans, id: id) : nil
    func show(_ rows: [TableRow], _ page: inout PageBuilder, bars: TimeChart?) -> [RowView] {
      rows.enumerated().map { position, row in
        var cells: [CellView] = []
        cells.reserveCapacity(labels.count)
        func add(_ values: [ValueView]) {
          let column = cells.count
          var cell = CellView(label: labels[column], isFirst: column == 0)
          if values.contains(where: \.isRejected) {
            cell.values = values.filter { !$0.isRejected }
            cell.rejected = values.filter(\.isRejected)
          } else {
            cell.values = values
          }
          if column + 1 == labels.count { cell.bar = bars?.bars[position] }
          cells.append(cell)
        }
        if firstColumn != nil { add(row.first(&page)) }
        if showsDates { add(row.date.map { [$0] } ?? []) }
        for column in columns {
          let facts = row.entry?.facts(column.name) ?? []
          let isDisputed = page.model.areRivals(facts, of: column)
          var values = (isDisputed ? facts.inOrderOfTime { $0 } : facts).rejectedLast.map {
            page.value($0, of: column, neighbours: row.entry)
          }
          if isDisputed { values[0].isDisputed = true }
          add(values)
        }
        if showsTimes { add(row.entry.map { page.when($0, beside: row.support) } ?? []) }
        // What supports the row stands behind its cells.
        let support = page.support(row.support)
        return RowView(id: row.id, cells: cells, support: support)
      }
    }
    return TableView(
      label: label, id: id, columns: labels, rows: show(standing, &self, bars: chart),
      rejected: show(rejected, &self, bars: nil), scale: chart?.scale,
      hasDoubts: chart?.hasDoubts ?? false)
  }
}

/// An entry on its way into a table.
struct TableRow {
  /// What the entry stands on, of one that is shown on another page.
  var first: (inout PageBuilder) -> [ValueView] = { _ in [] }
  let entry: GroupReader?
  /// That of the whole entry first.
  let support: [Support<Resolved>]
  var id: String? = nil
  /// When what the entry stands on was: an event's day, or an article's.
  var date: ValueView? = nil

  var isRejected: Bool { support.first?.status == .rejected }
}

extension [Fact<Resolved>] {
  /// In the order in which a page shows them.
  fileprivate var rejectedLast: [Fact<Resolved>] {
    guard contains(where: { $0.support?.status == .rejected }) else { return self }
    return filter { $0.support?.status != .rejected } + filter { $0.support?.status == .rejected }
  }
}

extension FieldSet {
  /// The fields that together say when: dates that bound one state read as one phrase.
  fileprivate var times: Set<String> {
    guard index(of: "start") != nil || index(of: "seen") != nil else { return [] }
    var times: Set<String> = ["start", "end", "seen"]
    if let state = index(of: "state"), case .enumeration(let values) = self[state].type,
      values.contains("current")
    {
      times.insert("state")
    }
    return times
  }
}
