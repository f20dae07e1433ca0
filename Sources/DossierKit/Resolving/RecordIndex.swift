/// Every record that was parsed, found by id or by name, with what may be said of it.
struct RecordIndex: Sendable {
  /// Position of each record in the published order; nil if it is not published.
  let published: [RecordID?]
  let records: [ParsedRecord]
  private let byID: [String: Int]
  private let byName: [String: [Int]]
  /// The kinds whose records can be cited.
  private let sources: Set<KindID>
  /// Ids of files that could not be read.
  private let unread: Set<String>
  /// Whether there are names that could not be read.
  let hasUnreadNames: Bool
  /// The keys of entries, by record and by the group that holds them, and whether they are published.
  private let keys: [Int: [String: [String: Bool]]]

  /// The ids of what is not published that are no plain words, since they are joined by hyphens.
  let hiddenIDs: Set<String>

  /// What an id or a name stands for.
  enum Entry {
    case published(RecordID)
    /// Its address is all that is left of it.
    case redacted(RecordID)
    case unpublished
  }

  /// - Parameter order: Indices of the published records, in their order.
  init(
    _ records: [ParsedRecord], byID: [String: Int], order: [Int], unread: Set<String>,
    hasUnreadNames: Bool, schema: Schema
  ) {
    var published = [RecordID?](repeating: nil, count: records.count)
    for (index, record) in order.enumerated() { published[record] = RecordID(index) }
    var byName: [String: [Int]] = [:]
    for index in records.indices where byID[records[index].id] == index {
      // What is redacted has no name any more; a draft's is known, so that a link to it can be explained.
      guard records[index].visibility != .redacted else { continue }
      for name in RecordIndex.names(of: records[index]) {
        let key = foldedName(name)
        if !key.isEmpty, byName[key]?.last != index { byName[key, default: []].append(index) }
      }
    }
    var keys: [Int: [String: [String: Bool]]] = [:]
    for index in records.indices where byID[records[index].id] == index {
      let own = Self.keys(of: records[index], schema) { id in
        byID[id].map { published[$0] != nil } ?? false
      }
      if !own.isEmpty { keys[index] = own }
    }
    self.keys = keys
    hiddenIDs = Set(
      records.indices.lazy.filter { published[$0] == nil && byID[records[$0].id] == $0 }
        .map { records[$0].id }.filter { $0.utf8.contains(UInt8(ascii: "-")) })
    sources = Set(schema.kinds.indices.filter { schema.kinds[$0].name == "source" })
    self.unread = unread
    self.hasUnreadNames = hasUnreadNames
    self.records = records
    self.published = published
    self.byID = byID
    self.byName = byName
  }

  subscript(id: String) -> Entry? { byID[id].map(entry) }

  /// The place of the record in ``records``, whether it is published or not.
  func index(of id: String) -> Int? { byID[id] }

  /// The record's kind, whether it is published or not.
  func kind(of id: String) -> KindID? { byID[id].map { records[$0].kind } }

  /// Whether there is a source of this id, published or not.
  func isSource(_ id: String) -> Bool {
    byID[id].map { sources.contains(records[$0].kind) } ?? false
  }

  func record(_ id: String) -> ParsedRecord? { byID[id].map { records[$0] } }

  var ids: some Sequence<String> { records.lazy.map(\.id) }

  /// Those that bear a name; the published ones alone, if there are any.
  func bearers(of name: String) -> [Int] {
    let all = byName[foldedName(name)] ?? []
    let visible = all.filter { published[$0] != nil }
    return visible.isEmpty ? all : visible
  }

  /// The keys of a group's entries, each with whether it is published; nil of what is not there or redacted.
  func entryKeys(of id: String, in list: String) -> [String: Bool]? {
    guard let index = byID[id], records[index].visibility != .redacted else { return nil }
    return keys[index]?[list] ?? [:]
  }

  /// Whether a place in a page is that of an entry that is kept back, by its key or by the id that it would have.
  func isHeldBack(_ place: String, in id: String) -> Bool {
    guard let index = byID[id], let lists = keys[index] else { return false }
    return lists.contains { list, keys in
      let prefix = FactAnchor.entry("", of: list)
      return keys[place] == false
        || place.hasPrefix(prefix) && keys[String(place.dropFirst(prefix.count))] == false
    }
  }

  func isUnread(_ id: String) -> Bool { unread.contains(id) }

  /// Whether a record may have entries in a group that could not be read.
  func hasUnreadEntries(_ id: String, in list: String) -> Bool {
    record(id)?.unread.mayHold(list) ?? false
  }

  /// The ids of published records by each word of their names: a surname alone is often written.
  ///
  /// Looks at every name, for whoever has to say what may have been meant.
  func idsByWord() -> [String: Set<String>] {
    var ids: [String: Set<String>] = [:]
    for (name, bearers) in byName where name.contains(" ") {
      for word in name.split(separator: " ") {
        for bearer in bearers where published[bearer] != nil {
          ids[String(word), default: []].insert(records[bearer].id)
        }
      }
    }
    return ids
  }

  /// Every key of a record's entries, by the name of the group.
  private static func keys(
    of record: ParsedRecord, _ schema: Schema, isPublished: (String) -> Bool
  ) -> [String: [String: Bool]] {
    var keys: [String: [String: Bool]] = [:]
    for entry in record.fields {
      let field = schema.kinds[record.kind].fields[entry.field]
      guard case .group(let fields) = field.type, let key = fields.key else { continue }
      for fact in entry.facts {
        guard case .group(let parts) = fact.value,
          case .text(let text)? = parts.first(where: { $0.field == key })?.facts.first?.value
        else { continue }
        // As the resolver does: an entry goes with any of its references, unless that is a draft itself, and with
        // what is required of it.
        let stays = parts.allSatisfy { part in
          let published = part.facts.filter { $0.support?.status != .draft }
          guard !published.isEmpty || !fields.isEssential(part.field) else { return false }
          return published.allSatisfy { fact in
            guard case .reference(let reference) = fact.value else { return true }
            return isPublished(reference.id)
          }
        }
        keys[field.name, default: [:]][text] = stays && fact.support?.status != .draft
      }
    }
    return keys
  }

  func entry(_ index: Int) -> Entry {
    guard let id = published[index] else { return .unpublished }
    return records[index].visibility == .redacted ? .redacted(id) : .published(id)
  }

  /// The name, and the forms under `names` that a link may use.
  private static func names(of record: ParsedRecord) -> [String] {
    [record.name] + record.nameForms.filter { $0.type != "misspelling" }.map(\.text)
  }
}

/// A form of a name, as `names` lists them.
struct NameForm: Sendable {
  let text: String
  let type: String
  /// `auto`, `context` or `never`; nil where the author leaves it to the type.
  let link: String?
  let location: Location
}

extension Record {
  /// The forms of the field `names`, in the order written; it is the first of every kind's fields.
  var nameForms: [NameForm] {
    facts(CommonField.names).compactMap { fact in
      guard fact.support?.status != .rejected, fact.support?.status != .draft,
        case .group(let entries) = fact.value
      else { return nil }
      func text(_ field: Int) -> String? {
        guard
          case .text(let text)? = entries.first(where: { $0.field == field })?.facts.first?.value
        else { return nil }
        return text
      }
      let place = entries.first { $0.field == CommonField.nameText }?.facts.first?.location
      return text(CommonField.nameText).map {
        NameForm(
          text: $0, type: text(2) ?? "alias", link: text(3), location: place ?? fact.location)
      }
    }
  }
}

/// Where the fields of every kind stand in its ``FieldSet``; those of the built-in schema, in its order.
enum CommonField {
  static let names = 0
  /// Among those of `names`.
  static let nameText = 0
  static let disambiguation = 1
  static let summary = 2
  static let tags = 3
  static let identifiers = 4
  static let links = 5
  static let images = 6
  static let relations = 7
  static let claims = 8
  static let corrections = 9
  static let reply = 10
  static let differentFrom = 11
  static let created = 12
  static let updated = 13
  static let all = 0..<14
}
