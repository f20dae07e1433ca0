import EDTF
import Mustache

// Fields, tables of groups, and what the fields of others say.
extension PageBuilder {
  mutating func field(_ field: Field, _ facts: [Fact<Resolved>]) -> FieldView {
    FieldView(
      name: field.name, label: field.label,
      values: facts.map { value($0, of: field, neighbours: nil) })
  }

  /// A fact as a page shows it.
  ///
  /// - Parameter neighbours: The entry that holds it, of a field in a group.
  mutating func value(
    _ fact: Fact<Resolved>, of field: Field, neighbours: GroupReader?
  ) -> ValueView {
    var view = ValueView()
    switch fact.value {
    case .unknown: view.text = "not known"
    case .none: view.text = "none"
    case .text(let text):
      switch field.type {
      case .url:
        // An address that has been taken over by others is shown, and never followed.
        view.text = text
        if field.name != "url" || !isForsaken { view.url = text }
        view.isExternal = true
      case .file:
        view.text = text
        view.url = hrefs.file("media/" + text)
      case .enumeration: view.text = text.replacing("-", with: " ")
      case .number(let unit): view.text = unit.map { "\(text) \($0)" } ?? text
      case .entry(let owner, let list):
        view = entryValue(text, owner: neighbours?.first(owner), list: list)
      default: view.text = text
      }
    case .markdown(let text): view.html = html(text)
    case .date(let date):
      view.text = date.words
      view.datetime = date.machineText
    case .instant(let instant):
      view.text = instant.description
      view.datetime = instant.description
    case .flag(let flag): view.text = flag ? "yes" : "no"
    case .geo(let point):
      view.text = point.words
    case .reference(let target):
      view.text = label(of: target)
      view.url = href(to: target)
    case .group: break
    case .map(let pairs):
      view.text = pairs.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
    }
    view.language = fact.support?.language
    view.support = fact.support.flatMap { support($0) }
    return view
  }

  /// Whether the address of the source that this page is about must not be followed.
  private var isForsaken: Bool {
    guard let subject else { return false }
    let fields = model.kind(of: subject).fields
    guard let status = fields.index(of: "url_status") else { return false }
    return model[subject].standing(status).contains {
      if case .text("unfit") = $0.value { return true }
      if case .text("usurped") = $0.value { return true }
      return false
    }
  }

  /// `as: minister`: the title of that post, linked to it.
  private func entryValue(_ key: String, owner: Fact<Resolved>?, list: String) -> ValueView {
    var view = ValueView(text: key)
    guard case .reference(let id)? = owner?.value else { return view }
    if let title = plan.entries.title(key, in: list, of: id) {
      view.text = title
      view.url = href(to: id, fragment: "_\(list)_\(key)")
    }
    return view
  }

  /// Nil if there is nothing in it that a reader sees.
  mutating func support(_ support: Support<Resolved>) -> SupportView? {
    let marks = support.citations.map { citation -> CitationMarkView in
      let mark = citations.mark(citation.source, locator: citation.locator)
      return CitationMarkView(number: mark.number, url: "#_s\(mark.number)", id: mark.id)
    }
    let view = SupportView(
      confidence: support.confidence?.rawValue, isDisputed: support.status == .disputed,
      isRejected: support.status == .rejected, note: support.note.map { html($0) },
      asStated: support.asStated, marks: marks)
    let isEmpty =
      view.confidence == nil && !view.isDisputed && !view.isRejected && view.note == nil
      && view.asStated == nil && marks.isEmpty
    return isEmpty ? nil : view
  }

  // MARK: Tables

  /// The entries of a group, in the order written; columns that no entry fills are left out.
  mutating func table(
    _ label: String, id: String, _ facts: [Fact<Resolved>], fields: FieldSet, list: String? = nil
  ) -> TableView {
    let rows = facts.compactMap { fact -> TableRow? in
      guard case .group(let entries) = fact.value else { return nil }
      let reader = GroupReader(entries: entries, fields: fields)
      return TableRow(
        first: nil, entry: reader, support: fact.support,
        id: list.flatMap { list in reader.text("id").map { "_\(list)_\($0)" } })
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
    // Dates that bound one state read as one phrase.
    let hasTimes = fields.index(of: "start") != nil || fields.index(of: "seen") != nil
    let times: Set<String> = hasTimes ? ["start", "end", "seen"] : []
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
    let views = rows.map { row -> RowView in
      var cells: [[ValueView]] = row.first.map { [[$0]] } ?? []
      if showsDates { cells.append(row.date.map { [$0] } ?? []) }
      for column in columns {
        cells.append(
          (row.entry?.facts(column.name) ?? []).map {
            value($0, of: column, neighbours: row.entry)
          })
      }
      if showsTimes { cells.append(row.entry.map { when($0) } ?? []) }
      return RowView(
        id: row.id,
        cells: cells.enumerated().map {
          CellView(label: labels[$0], values: $1, isFirst: $0 == 0)
        }, support: row.support.flatMap { support($0) })
    }
    return TableView(label: label, id: id, columns: labels, rows: views)
  }

  /// `start`, `end` and `seen` as words: a state that has no end is not therefore current.
  private mutating func when(_ entry: GroupReader) -> [ValueView] {
    var views: [ValueView] = []
    for (name, word) in [("start", "from"), ("end", "until"), ("seen", "seen")] {
      for fact in entry.facts(name) {
        var view = ValueView()
        switch fact.value {
        case .date(let date):
          view.text =
            name == "seen" ? "seen \(date.words(inSentence: true))" : "\(word) \(date.words)"
        case .unknown: view.text = name == "start" ? "start not known" : "\(name) not known"
        case .none: view.text = "no \(name)"
        default: continue
        }
        view.support = fact.support.flatMap { support($0) }
        views.append(view)
      }
    }
    return views
  }
}

/// An entry on its way into a table.
struct TableRow {
  /// What the entry stands on, of one that is shown on another page.
  let first: ValueView?
  let entry: GroupReader?
  let support: Support<Resolved>?
  var id: String? = nil
  /// When what the entry stands on was: an event's day, or an article's.
  var date: ValueView? = nil
}

extension GeoPoint {
  /// `53.9° N, 27.57° E, within 500 m`
  fileprivate var words: String {
    func part(_ text: String, _ positive: String, _ negative: String) -> String {
      text.hasPrefix("-") ? "\(text.dropFirst())° \(negative)" : "\(text)° \(positive)"
    }
    let place = "\(part(latitude, "N", "S")), \(part(longitude, "E", "W"))"
    return precision.map { "\(place), within \($0) m" } ?? place
  }
}
