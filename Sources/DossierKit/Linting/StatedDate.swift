import EDTF

/// A date that a record gives, and where.
struct StatedDate {
  let date: EDTFDate
  let location: Location
}

extension [FieldEntry<Resolved>] {
  /// The dates under a key that nobody has found wrong; of rivals, all.
  func dates(_ name: String, in fields: FieldSet) -> [StatedDate] {
    facts(name, in: fields).compactMap { fact in
      guard case .date(let date) = fact.value else { return nil }
      return StatedDate(date: date, location: fact.location)
    }
  }

  /// The dates under a key that the dossier stands by; none if it leaves one of them open.
  func certainDates(_ name: String, in fields: FieldSet) -> [StatedDate] {
    facts(name, in: fields).contains { $0.support?.isDoubted == true }
      ? [] : dates(name, in: fields)
  }

  /// The facts under a key that nobody has found wrong.
  func facts(_ name: String, in fields: FieldSet) -> [Fact<Resolved>] {
    guard let index = fields.index(of: name), let entry = first(where: { $0.field == index })
    else { return [] }
    return entry.facts.filter { $0.support?.status != .rejected }
  }
}

extension [StatedDate] {
  /// Whether whatever these may mean certainly lies before whatever `others` may: of rivals, all say so.
  func certainlyPrecede(_ others: [StatedDate]) -> Bool {
    !isEmpty && !others.isEmpty
      && allSatisfy { date in
        others.allSatisfy { date.date.precedes($0.date) == .certainly }
      }
  }

  /// As it is written, for a message: "'2019'".
  var quoted: String { map { "\($0.date)" }.quotedList }
}

extension Support<Resolved> {
  /// Whether the page says itself that it may well not be so.
  var isContested: Bool { status == .disputed || confidence == .doubtful }
}

extension Diagnostic.Note {
  /// A second date that the message speaks of; nil where there is none.
  static func dated(_ message: String, _ dates: [StatedDate]) -> [Diagnostic.Note] {
    dates.prefix(1).map { Diagnostic.Note(message, at: $0.location) }
  }
}

extension SiteModel {
  /// The facts of a record that are groups with dates: posts, ranks, relations, and those of authors' kinds.
  func entries(of id: RecordID) -> [DatedEntry] {
    let fields = kind(of: id).fields
    return self[id].fields.flatMap { entry in
      !CommonField.all.contains(entry.field) || entry.field == CommonField.relations
        ? Self.entries(entry.facts, of: fields[entry.field]) : []
    }
  }

  /// Those of one field that every kind has.
  func entries(of id: RecordID, in field: Int) -> [DatedEntry] {
    Self.entries(self[id].facts(field), of: kind(of: id).fields[field])
  }

  private static func entries(_ facts: [Fact<Resolved>], of field: Field) -> [DatedEntry] {
    guard case .group(let inner) = field.type else { return [] }
    return facts.compactMap { fact in
      guard fact.support?.status != .rejected, case .group(let parts) = fact.value else {
        return nil
      }
      return DatedEntry(name: field.name, fact: fact, parts: parts, fields: inner)
    }
  }
}

/// One entry of a group.
struct DatedEntry {
  /// What the group is called: `posts`.
  let name: String
  let fact: Fact<Resolved>
  let parts: [FieldEntry<Resolved>]
  let fields: FieldSet

  func dates(_ name: String) -> [StatedDate] { parts.dates(name, in: fields) }

  func text(_ name: String) -> String? {
    for fact in parts.facts(name, in: fields) {
      if case .text(let text) = fact.value { return text }
    }
    return nil
  }
}

/// When a person was born and died, as far as the record says.
struct Life {
  let born: [StatedDate]
  let died: [StatedDate]

  /// Nil of what is no person, and of one of whom neither is said.
  init?(_ id: RecordID, in model: SiteModel) {
    let fields = model.kind(of: id).fields
    let record = model[id]
    born = record.fields.dates("born", in: fields)
    died = record.fields.dates("died", in: fields)
    if born.isEmpty, died.isEmpty { return nil }
  }
}
