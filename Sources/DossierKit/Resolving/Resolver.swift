import Markdown

/// Turns what one record says into what is published of it.
///
/// Drops what the author keeps back and entries about what is not published; reports references that lead
/// nowhere. Looks at no other record but through the directory.
struct Resolver {
  let sources: SourceTree
  let schema: Schema
  let directory: RecordIndex
  let media: Set<String>
  /// The id of what a file holds, or of the first of several, by its path.
  let recordsByPath: [String: String]
  /// The kind of the record at hand.
  let kind: KindID
  private(set) var diagnostics: [Diagnostic] = []
  /// Ids that were not found, by the position of their diagnostic: somebody may know a near one.
  private(set) var wanted: [Int: String] = [:]

  mutating func report(_ diagnostic: Diagnostic, wanting id: String? = nil) {
    if let id { wanted[diagnostics.count] = id }
    diagnostics.append(diagnostic)
  }

  mutating func resolve(_ record: ParsedRecord) -> ResolvedRecord {
    if record.visibility == .redacted {
      return Record(
        id: record.id, kind: record.kind, location: record.location, name: "",
        fields: tombstoneFields(of: record), body: nil, citations: [], visibility: .redacted,
        formerly: record.formerly,
        annotations: [], mentionRules: MentionRules(pins: [], never: []), privateFiles: [],
        extra: [])
    }
    let fields = schema.kinds[record.kind].fields
    return Record(
      id: record.id, kind: record.kind, location: record.location, name: record.name,
      fields: record.fields.compactMap { resolve($0, in: fields) },
      body: record.body.map { resolve($0, within: record) },
      citations: record.citations.compactMap { resolve($0) },
      visibility: record.visibility, formerly: record.formerly,
      annotations: record.annotations.compactMap { resolve($0) },
      mentionRules: resolve(record.mentionRules), privateFiles: [], extra: record.extra)
  }

  /// The date alone, which is when it was removed.
  private func tombstoneFields(of record: ParsedRecord) -> [FieldEntry<Resolved>] {
    guard case .date(let date)? = record.facts(CommonField.updated).first?.value,
      let location = record.facts(CommonField.updated).first?.location
    else { return [] }
    let fact = Fact<Resolved>(value: .date(date), support: nil, location: location)
    return [FieldEntry(field: CommonField.updated, facts: [fact])]
  }

  // MARK: Fields

  private mutating func resolve(
    _ entry: FieldEntry<Written>, in fields: FieldSet
  ) -> FieldEntry<Resolved>? {
    let facts = entry.facts.compactMap { resolve($0, of: fields[entry.field]) }
    return facts.isEmpty ? nil : FieldEntry(field: entry.field, facts: facts)
  }

  private mutating func resolve(_ fact: Fact<Written>, of field: Field) -> Fact<Resolved>? {
    guard fact.support?.status != .draft, let value = resolve(fact.value, of: field) else {
      return nil
    }
    if case .file = field.type, case .text(let path) = value, !media.contains(path) {
      report(.missingMedia(path, at: fact.location, among: media))
    }
    return Fact(
      value: value, support: fact.support.map { resolve($0) }, location: fact.location)
  }

  private mutating func resolve(
    _ value: FieldValue<Written>, of field: Field
  ) -> FieldValue<Resolved>? {
    switch value {
    case .unknown: return .unknown
    case .none: return FieldValue.none
    case .text(let text):
      return .text(text)
    case .markdown(let text): return .markdown(resolve(text))
    case .date(let date): return .date(date)
    case .instant(let instant): return .instant(instant)
    case .flag(let flag): return .flag(flag)
    case .geo(let point): return .geo(point)
    case .map(let pairs): return .map(pairs)
    case .reference(let reference):
      guard case .reference(let kinds, _) = field.type else { return nil }
      return resolve(reference, named: field.name, to: kinds).map { .reference($0) }
    case .group(let entries):
      guard case .group(let inner) = field.type else { return nil }
      return group(entries, in: inner).map { .group($0) }
    }
  }

  /// The entries of a group; nil if one of them is about something that is not published.
  private mutating func group(
    _ entries: [FieldEntry<Written>], in fields: FieldSet
  ) -> [FieldEntry<Resolved>]? {
    var resolved: [FieldEntry<Resolved>] = []
    for entry in entries {
      let facts = entry.facts.compactMap { resolve($0, of: fields[entry.field]) }
      if case .reference = fields[entry.field].type, facts.count < entry.facts.count { return nil }
      if !facts.isEmpty { resolved.append(FieldEntry(field: entry.field, facts: facts)) }
    }
    checkEntryKeys(entries, in: fields)
    checkRelation(entries, in: fields)
    return resolved.isEmpty ? nil : resolved
  }

  private mutating func resolve(_ support: Support<Written>) -> Support<Resolved> {
    Support(
      citations: support.citations.compactMap { resolve($0) }, confidence: support.confidence,
      status: support.status, note: support.note.map { resolve($0) }, asStated: support.asStated,
      language: support.language)
  }

  private mutating func resolve(_ citation: Citation<Written>) -> Citation<Resolved>? {
    resolve(citation.source, named: "cite", to: ["source"]).map {
      Citation(source: $0, locator: citation.locator)
    }
  }

  private mutating func resolve(_ rules: MentionRules<Written>) -> MentionRules<Resolved> {
    MentionRules(
      pins: rules.pins.compactMap { form, entity in
        resolve(entity, named: form, to: []).map { (form, $0) }
      }, never: rules.never)
  }

  private mutating func resolve(_ annotation: Annotation<Written>) -> Annotation<Resolved>? {
    var claim: (entity: RecordID, key: String)?
    if let written = annotation.claim {
      guard let entity = resolve(written.entity, named: "claim", to: []) else { return nil }
      checkClaim(written.key, of: written.entity)
      claim = (entity, written.key)
    }
    return Annotation(
      key: annotation.key, location: annotation.location,
      text: annotation.text.map { resolve($0) }, claim: claim,
      about: annotation.about.compactMap { resolve($0, named: "about", to: []) },
      citations: annotation.citations.compactMap { resolve($0) }, exact: annotation.exact)
  }

  // MARK: References

  /// The record that a reference leads to; nil if there is none that is published.
  mutating func resolve(
    _ reference: WrittenReference, named name: String, to kinds: [String]
  ) -> RecordID? {
    guard let entry = directory[reference.id], let kind = directory.kind(of: reference.id) else {
      report(dangling: reference, named: name, kinds: kinds)
      return nil
    }
    if !kinds.isEmpty, !kinds.contains(schema.kinds[kind].name) {
      report(
        .wrongKind(name, reference, kind: schema.kinds[kind], wanted: labels(of: kinds)))
      return nil
    }
    switch entry {
    case .published(let id), .redacted(let id): return id
    case .unpublished: return nil
    }
  }

  /// Says that a reference leads nowhere, and where it might: to who bears that name, or has a near id.
  private mutating func report(
    dangling reference: WrittenReference, named name: String, kinds: [String]
  ) {
    // A file that could not be read has its own diagnostic.
    guard !directory.isUnread(reference.id) else { return }
    let bare = reference.id.filter { $0 != "[" && $0 != "]" && $0 != "@" }
    let bearers = directory.bearers(of: bare).filter { bearer in
      kinds.isEmpty || kinds.contains(schema.kinds[directory.records[bearer].kind].name)
    }
    let ids = bearers.map { directory.records[$0].id }.sorted()
    if isIdentifier(reference.id), ids.isEmpty {
      return report(.dangling(name, reference), wanting: reference.id)
    }
    let help =
      ids.isEmpty
      ? "write the id of one of the dossier's files, which is the file's name without its ending"
      : "write \(ids.map { "'\($0)'" }.joined(separator: " or "))"
    report(.dangling(name, reference).helped(by: help))
  }

  /// `as: minister` has to name a post of the one whom `who:` names.
  private mutating func checkEntryKeys(_ entries: [FieldEntry<Written>], in fields: FieldSet) {
    for entry in entries {
      guard case .entry(let owner, let list) = fields[entry.field].type,
        case .text(let key)? = entry.facts.first?.value,
        let ownerField = fields.index(of: owner),
        case .reference(let who)? = entries.first(where: { $0.field == ownerField })?.facts.first?
          .value,
        let record = directory.record(who.id), record.visibility != .redacted
      else { continue }
      let keys = schema.kinds[record.kind].entryKeys(of: record, in: list)
      if !keys.contains(key), let location = entry.facts.first?.location {
        report(
          Diagnostic(
            .danglingReference, "'\(who.id)' has no entry '\(key)' in its '\(list)'", at: location,
            help: didYouMean(key, among: keys)
              ?? (keys.isEmpty ? "give one of its \(list) 'id: \(key)'" : nil)))
      }
    }
  }

  /// A relation is one that is declared, and leads to a kind that it may lead to.
  private mutating func checkRelation(_ entries: [FieldEntry<Written>], in fields: FieldSet) {
    guard let typeField = fields.index(of: "type"), let toField = fields.index(of: "to"),
      case .text = fields[typeField].type,
      let type = entries.first(where: { $0.field == typeField })?.facts.first,
      case .text(let name) = type.value,
      case .reference(let target)? = entries.first(where: { $0.field == toField })?.facts.first?
        .value
    else { return }
    guard let relation = schema.relation(named: name) else {
      let names = schema.relations.map(\.name)
      return report(
        Diagnostic(
          .unknownValue, "'\(name)' is not a relation", at: type.location,
          help: didYouMean(name, among: names) ?? "it is one of \(names.joined(separator: ", "))"))
    }
    check(kind, is: relation.from, of: relation, side: "from", at: type.location)
    if let kind = directory.kind(of: target.id) {
      check(kind, is: relation.to, of: relation, side: "to", at: target.location)
    }
  }

  private mutating func check(
    _ kind: KindID, is allowed: [String], of relation: RelationType, side: String,
    at location: Location
  ) {
    let kind = schema.kinds[kind]
    guard !allowed.isEmpty, !allowed.contains(kind.name) else { return }
    report(
      Diagnostic(
        .wrongKind,
        "'\(relation.name)' leads \(side) \(labels(of: allowed)), and this is \(kind.label.one.lowercased().withArticle)",
        at: location))
  }

  /// `a country or an organization`
  private func labels(of kinds: [String]) -> String {
    kinds.map { name in
      (schema.kind(named: name).map { schema.kinds[$0].label.one.lowercased() } ?? name).withArticle
    }.joined(separator: " or ")
  }

  mutating func checkClaim(_ key: String, of reference: WrittenReference) {
    guard let record = directory.record(reference.id), record.visibility != .redacted else {
      return
    }
    let keys = schema.kinds[record.kind].entryKeys(of: record, in: "claims")
    guard !keys.contains(key) else { return }
    report(
      Diagnostic(
        .danglingReference, "'\(reference.id)' has no claim '\(key)'", at: reference.location,
        help: didYouMean(key, among: keys)))
  }
}

extension Kind {
  /// The keys that the entries of a group have.
  func entryKeys<S: Stage>(of record: Record<S>, in list: String) -> [String] {
    guard let index = fields.index(of: list), case .group(let inner) = fields[index].type,
      let key = inner.key
    else { return [] }
    return record.facts(index).compactMap { fact in
      guard case .group(let entries) = fact.value,
        case .text(let text)? = entries.first(where: { $0.field == key })?.facts.first?.value
      else { return nil }
      return text
    }
  }
}

extension Diagnostic {
  static func missingMedia(
    _ path: String, at location: Location, among media: Set<String>
  ) -> Diagnostic {
    Diagnostic(
      .missingMedia, "there is no file '\(path)' below 'content/media/'", at: location,
      help: didYouMean(path, among: media.sorted()))
  }

  fileprivate static func dangling(_ name: String, _ reference: WrittenReference) -> Diagnostic {
    Diagnostic(
      .danglingReference, "'\(name)' refers to '\(reference.id)', which no file declares",
      at: reference.location)
  }

  fileprivate static func wrongKind(
    _ name: String, _ reference: WrittenReference, kind: Kind, wanted: String
  ) -> Diagnostic {
    Diagnostic(
      .wrongKind,
      "'\(name)' needs \(wanted), and '\(reference.id)' is \(kind.label.one.lowercased().withArticle)",
      at: reference.location)
  }
}

extension String {
  /// With "a" or "an" before it.
  var withArticle: String { ("aeiou".contains(prefix(1)) ? "an " : "a ") + self }
}
