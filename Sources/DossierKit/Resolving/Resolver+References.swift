// References: to records that are there, of a kind that the field takes, and published.
extension Resolver {
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
    if let help = list(in: reference) ?? meant(by: reference, named: name) {
      return report(.dangling(name, reference).helped(by: help))
    }
    let bare = reference.id.filter { $0 != "[" && $0 != "]" && $0 != "@" }
    let bearers = directory.bearers(of: bare).filter { bearer in
      kinds.isEmpty || kinds.contains(schema.kinds[directory.records[bearer].kind].name)
    }
    let ids = bearers.map { directory.records[$0].id }.sorted()
    if isIdentifier(reference.id), ids.isEmpty {
      return report(.dangling(name, reference), wanting: .id(reference.id))
    }
    let help =
      ids.isEmpty
      ? "write the id of one of the dossier's files, which is the file's name without its ending"
      : "write \(ids.map { "'\($0)'" }.joined(separator: " or "))"
    report(.dangling(name, reference).helped(by: help))
  }

  /// How `gazette, wire` and `-gazette -wire` are written where all of them are ids.
  private func list(in reference: WrittenReference) -> String? {
    let isDashed = reference.id.hasPrefix("-")
    let parts =
      isDashed
      ? reference.id.split(separator: " ").map { String($0.drop { $0 == "-" }) }
      : reference.id.split(separator: ",").map(\.trimmed)
    guard parts.count > 1 || isDashed, parts.allSatisfy({ directory[$0] != nil }) else {
      return nil
    }
    return isDashed
      ? "put a space behind each '-', or write '[\(parts.joined(separator: ", "))]'"
      : "write '[\(parts.joined(separator: ", "))]'"
  }

  /// How `sources/gazette.yaml` and `gazette, p. 3` are written, the latter as a citation.
  private func meant(by reference: WrittenReference, named name: String) -> String? {
    let bare = reference.id.filter { $0 != "[" && $0 != "]" && $0 != "@" }
    if name != reference.id, bare != reference.id, directory[bare] != nil {
      return "write '\(bare)'"
    }
    guard let meant = MeantReference(bare, in: directory) else { return nil }
    let sign = name.hasPrefix("@") ? "@" : ""
    guard let place = meant.place else { return "write '\(sign)\(meant.id)'" }
    // A place stands with a citation alone.
    if reference.id == "\(meant.id)#\(place)" {
      return "write '\(meant.id)'; its place stands where it is cited"
    }
    return name == "source"
      ? "write 'source: \(meant.id)' and 'at: \(place.inQuotesIfNeeded)'"
      : "write '\(meant.id)#\(place)'"
  }

  /// Whether `as: minister` names a post, of the one whom `who:` names, that is published; says so if there is none.
  mutating func namesPublishedEntry(
    _ entry: FieldEntry<Written>, of owner: String, in list: String,
    beside entries: [FieldEntry<Written>], _ fields: FieldSet
  ) -> Bool {
    if entry.facts.first?.value.absence != nil { return true }
    guard case .text(let key)? = entry.facts.first?.value,
      let location = entry.facts.first?.location, let ownerField = fields.index(of: owner)
    else { return false }
    let holder = entries.first { $0.field == ownerField }?.facts.first?.value
    if let absence = holder?.absence {
      report(
        Diagnostic(
          .unknownEntry,
          "'\(key)' is to be of '\(owner)', and '\(owner)' is '\(absence.rawValue)'", at: location,
          help: "leave it out, or say of whom it is under '\(owner)'"))
      return false
    }
    guard case .reference(let who)? = holder, let keys = directory.entryKeys(of: who.id, in: list)
    else { return false }
    if let isPublished = keys[key] { return isPublished }
    guard !directory.hasUnreadEntries(who.id, in: list) else { return false }
    report(
      Diagnostic(
        .unknownEntry, "'\(who.id)' has no entry '\(key)' in its '\(list)'", at: location,
        help: didYouMean(key, among: keys.keys.sorted())
          ?? (keys.isEmpty ? "give one of its \(list) 'id: \(key)'" : nil)))
    return false
  }

  /// A relation is one that is declared, and leads to a kind that it may lead to.
  mutating func checkRelation(_ entries: [FieldEntry<Written>], in fields: FieldSet) {
    guard case .group(let relations) = schema.kinds[kind].fields[CommonField.relations].type,
      relations.fields.first === fields.fields.first, let typeField = fields.index(of: "type"),
      let toField = fields.index(of: "to"),
      let type = entries.first(where: { $0.field == typeField })?.facts.first
    else { return }
    guard case .text(let name) = type.value else { return }
    guard let relation = schema.relation(named: name) else {
      guard !schema.unread.mayHold("relations") else { return }
      let names = schema.relations.map(\.name)
      return report(
        Diagnostic(
          .unknownRelation, "'\(name)' is not a relation", at: type.location,
          help: didYouMean(name, among: names) ?? "it is one of \(names.joined(separator: ", "))"))
    }
    if !relation.isDated,
      let dated = entries.first(where: {
        ["start", "end", "seen"].contains(fields[$0.field].name)
      })?.facts.first
    {
      report(
        Diagnostic(
          .undatedRelation, "the relation '\(name)' has no dates", at: dated.location,
          help: "declare it in 'content/site.yaml' with 'dated: true', or leave the date out"))
    }
    check(kind, is: relation.from, of: relation, side: "from", at: type.location)
    guard
      case .reference(let target)? = entries.first(where: { $0.field == toField })?.facts.first?
        .value
    else { return }
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
        .wrongRelationEnd,
        "'\(relation.name)' leads \(side) \(labels(of: allowed)), and this is \(kind.label.one.lowercased().withArticle)",
        at: location))
  }

  /// `a country or an organization`
  private func labels(of kinds: [String]) -> String {
    kinds.map { name in
      (schema.kind(named: name).map { schema.kinds[$0].label.one.lowercased() } ?? name).withArticle
    }.joined(separator: " or ")
  }

  /// Whether an entity has a claim that is published; says so if it has none of that key.
  mutating func isPublishedClaim(_ key: String, of reference: WrittenReference) -> Bool {
    guard let keys = directory.entryKeys(of: reference.id, in: "claims") else { return false }
    if let isPublished = keys[key] { return isPublished }
    guard !directory.hasUnreadEntries(reference.id, in: "claims") else { return false }
    report(
      Diagnostic(
        .unknownClaim, "'\(reference.id)' has no claim '\(key)'", at: reference.location,
        help: didYouMean(key, among: keys.keys.sorted())
          ?? (keys.isEmpty
            ? "give one of its claims 'id: \(key)'"
            : "it has \(keys.keys.sorted().prefix(5).map { "'\($0)'" }.joined(separator: ", "))")))
    return false
  }
}

extension String {
  /// As a value of YAML within `{ }`.
  fileprivate var inQuotesIfNeeded: String {
    contains { ",[]{}:#\"".contains($0) } ? "\"\(replacing("\"", with: "\\\""))\"" : self
  }
}

extension Diagnostic {
  static func missingMedia(_ path: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .missingMedia, "there is no file '\(path)' below 'content/media/'", at: location,
      help: "put it there, or leave it out")
  }

  fileprivate static func dangling(_ name: String, _ reference: WrittenReference) -> Diagnostic {
    Diagnostic(
      .danglingReference, "'\(name)' refers to '\(reference.id)', which no file declares",
      at: reference.location,
      help: isIdentifier(reference.id)
        ? "correct it, or make a file for it, '\(reference.id).yaml', in the folder of its kind"
        : nil)
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
