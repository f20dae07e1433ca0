import EDTF

/// What lists of sources say of each, made once for all pages.
struct Bibliography: Sendable {
  struct Entry: Sendable {
    let authors: String?
    let publisher: Publisher?
    let published: ShownDate?
    let accessed: ShownDate?
    let language: String?
    let address: String?
    let fate: AddressFate?
    let archives: [Archive]
    /// Copies that the dossier keeps itself, by path below `content/media/`.
    let snapshots: [Archive]
  }

  enum Publisher: Sendable {
    case record(RecordID)
    case name(String)
  }

  struct Archive: Sendable {
    let address: String
    let date: ShownDate?
    let service: String?
  }

  private let first: Int
  private let entries: [Entry?]
  /// Addresses that no page may link to.
  let forsaken: ForsakenAddresses

  init(_ model: SiteModel) {
    let kind = model.schema.kind(named: "source")
    let range = kind.map { model.kinds[$0] } ?? 0..<0
    first = range.lowerBound
    entries = range.map { index in
      let record = model.records[index]
      guard record.visibility != .redacted else { return nil }
      return Entry(record, model.schema.kinds[record.kind].fields)
    }
    var forsaken = ForsakenAddresses()
    for (index, entry) in zip(range, entries) {
      guard let fate = entry?.fate, fate.isForsaken else { continue }
      let record = model.records[index]
      guard let field = model.schema.kinds[record.kind].fields.index(of: "url") else { continue }
      for fact in record.facts(field) {
        guard case .text(let address) = fact.value else { continue }
        // What was a slip says nothing of the host that it names.
        forsaken.add(
          address, isHost: fate == .usurped && fact.support?.status != .rejected)
      }
    }
    self.forsaken = forsaken
  }

  /// Nil of what is no source, and of one that was removed.
  subscript(source: RecordID) -> Entry? {
    let index = Int(source.index) - first
    return entries.indices.contains(index) ? entries[index] : nil
  }
}

/// What has become of the address of a source, the worst last.
enum AddressFate: String, Sendable, Comparable {
  case dead
  /// Nobody should be sent there.
  case unfit
  /// Somebody else has taken it over, with all that is on its host.
  case usurped

  /// Whether it is shown, and never followed.
  var isForsaken: Bool { self > .dead }

  static func < (a: AddressFate, b: AddressFate) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .dead: 0
    case .unfit: 1
    case .usurped: 2
    }
  }
}

extension Bibliography.Entry {
  fileprivate init(_ record: ResolvedRecord, _ fields: FieldSet) {
    func standing(_ name: String) -> [Fact<Resolved>] {
      fields.index(of: name).map { record.standing($0) } ?? []
    }
    func text(_ name: String) -> String? {
      if case .text(let text)? = standing(name).first?.value { text } else { nil }
    }
    func date(_ name: String) -> ShownDate? {
      ShownDate(rivals: standing(name))
    }
    func said(_ name: String, _ label: String) -> ShownDate? {
      date(name) ?? standing(name).first?.value.absence.map { ShownDate($0, of: label) }
    }
    let names = standing("authors").compactMap { fact in
      if case .text(let name) = fact.value { name } else { nil }
    }
    authors = names.isEmpty ? nil : names.joined(separator: ", ")
    if case .reference(let id)? = standing("publisher").first?.value {
      publisher = .record(id)
    } else {
      let isUnknown = (standing("publisher") + standing("publisher_name")).contains {
        if case .unknown = $0.value { true } else { false }
      }
      publisher =
        text("publisher_name").map { .name($0) }
        ?? (isUnknown ? .name("publisher not known") : nil)
    }
    published = said("published", "date")
    accessed = date("accessed")
    language = text("lang")
    address = text("url")
    // Of rivals, the word that warns most counts.
    fate = standing("url_status").lazy.compactMap { fact -> AddressFate? in
      if case .text(let word) = fact.value { AddressFate(rawValue: word) } else { nil }
    }.max()
    func entries(_ name: String) -> [GroupReader] {
      guard let index = fields.index(of: name), case .group(let inner) = fields[index].type else {
        return []
      }
      return record.standing(index).compactMap { fact in
        guard case .group(let parts) = fact.value else { return nil }
        return GroupReader(entries: parts, fields: inner)
      }
    }
    snapshots = entries("snapshots").compactMap { reader in
      guard let file = reader.text("file") else { return nil }
      var date: ShownDate?
      if case .instant(let instant)? = reader.first("captured")?.value {
        date = ShownDate(instant)
      }
      return Bibliography.Archive(address: file, date: date, service: nil)
    }
    archives = entries("archives").compactMap { reader in
      guard let address = reader.text("url") else { return nil }
      let dates = reader.facts("at").filter { $0.support?.status != .rejected }
      let date =
        ShownDate(rivals: dates)
        ?? dates.first?.value.absence.map { ShownDate($0, of: "date") }
      return Bibliography.Archive(address: address, date: date, service: reader.text("service"))
    }
  }
}
