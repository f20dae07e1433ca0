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
  /// What is kept of sources that are not published.
  let heldSnapshots: HeldSnapshots
  /// The id of what a file holds, or of the first of several, by its path.
  let recordsByPath: [String: String]
  /// The kind of the record at hand.
  let kind: KindID
  private(set) var record: ParsedRecord?
  /// Whether the record at hand is not published, and may point at others that are not.
  let isDraft: Bool
  /// Whether the record cites what was not found, and so may be better sourced than it seems.
  private(set) var hasLostSource = false
  private(set) var diagnostics: [Diagnostic] = []
  /// Statements that are published without any of what supports them; taken back where an entry is left out.
  var unsupported: [Diagnostic] = []
  /// The keys of the record's annotations that are kept back.
  private(set) var heldBackKeys: Set<String> = []
  /// What was not found, by the position of its diagnostic: somebody may know a near name.
  private(set) var wanted: [Int: Wanted] = [:]

  /// Something that is not there. To find what may have been meant takes a look at all there is.
  enum Wanted {
    case id(String)
    /// What stands in `[[…]]`: an id, or a name.
    case name(String)
    case media(String)
    /// The same, in a text, where it is written as a path.
    case mediaInText(String)
    /// The name of a file.
    case file(String)
  }

  mutating func report(_ diagnostic: Diagnostic, wanting wanted: Wanted? = nil) {
    if let wanted { self.wanted[diagnostics.count] = wanted }
    diagnostics.append(diagnostic)
  }

  mutating func resolve(_ record: ParsedRecord) -> ResolvedRecord {
    self.record = record
    if record.visibility == .redacted {
      return Record(
        id: record.id, kind: record.kind, location: record.location, name: "",
        fields: tombstoneFields(of: record), body: nil, citations: [], visibility: .redacted,
        formerly: record.formerly,
        annotations: [], mentionRules: MentionRules(pins: [], never: []), privateFiles: [],
        extra: [])
    }
    let fields = schema.kinds[record.kind].fields
    heldBackKeys = Set(record.annotations.filter { $0.support?.status == .draft }.map(\.key))
    let errorsBefore = diagnostics.count
    let annotations = resolve(record.annotations, in: record.body)
    heldBackKeys = Set(record.annotations.map(\.key)).subtracting(annotations.map(\.key))
    // What refers to nothing has had its diagnostic.
    if diagnostics.count == errorsBefore { checkWordsOfClaims(of: record) }
    checkTypedMarks(in: record.name, at: record.nameLocation)
    for (_, value) in record.extra { checkTypedMarks(in: value, at: record.location) }
    let body = record.body.map { resolve($0, within: record, Set(annotations.map(\.key))) }
    let citations = record.citations.compactMap { resolve($0) }
    checkSupport(record.citations)
    let shownAnnotations = annotations.shown(in: body, of: record.body)
    return Record(
      id: record.id, kind: record.kind, location: record.location, name: record.name,
      nameLocation: record.nameLocation,
      nameFacts: record.nameFacts.compactMap { resolve($0, of: Self.name) },
      fields: record.fields.compactMap { resolve($0, in: fields) },
      body: body,
      citations: citations,
      withheld: withheldSources(of: record),
      visibility: record.visibility, formerly: record.formerly,
      annotations: shownAnnotations,
      mentionRules: resolve(record.mentionRules), privateFiles: [], extra: record.extra,
      unread: hasLostSource ? record.unread.with("cite") : record.unread)
  }

  private static let name = Field(
    name: "name", label: "Name", type: .text, isMany: false, isRequired: true, sensitivity: .none)

  /// The date alone, which is when it was removed.
  private func tombstoneFields(of record: ParsedRecord) -> [FieldEntry<Resolved>] {
    guard let updated = record.standing(CommonField.updated).first,
      case .date(let date) = updated.value
    else { return [] }
    let fact = Fact<Resolved>(value: .date(date), support: nil, location: updated.location)
    return [FieldEntry(field: CommonField.updated, facts: [fact])]
  }

  // MARK: Fields

  private mutating func resolve(
    _ entry: FieldEntry<Written>, in fields: FieldSet
  ) -> FieldEntry<Resolved>? {
    let facts = entry.facts.compactMap { resolve($0, of: fields[entry.field]) }
    return facts.isEmpty ? nil : FieldEntry(field: entry.field, facts: facts)
  }

  /// - Parameter isSnapshot: Whether the field belongs to a snapshot, whose file is checked with its hash.
  private mutating func resolve(
    _ fact: Fact<Written>, of field: Field, isSnapshot: Bool = false
  ) -> Fact<Resolved>? {
    guard fact.support?.status != .draft, let value = resolve(fact.value, of: field) else {
      return nil
    }
    if case .text(let text) = value { checkTypedMarks(in: text, at: fact.location) }
    if !isSnapshot, case .file = field.type, case .text(let path) = value, !media.contains(path) {
      report(.missingMedia(path, at: fact.location), wanting: .media(path))
    }
    if !isSnapshot, case .file = field.type, case .text(let path) = value {
      checkIsPublished(path, at: fact.location)
    }
    return Fact(
      value: value, support: fact.support.map { resolve($0, at: fact.location) },
      location: fact.location)
  }

  private mutating func resolve(
    _ value: FieldValue<Written>, of field: Field
  ) -> FieldValue<Resolved>? {
    switch value {
    case .unknown: return .unknown
    case .none: return FieldValue.none
    case .text(let text): return .text(text)
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

  /// The entries of a group; nil if one of them is about something that is not published, or if what makes it one,
  /// such as the words of a claim, is kept back: the rest would tell that there is something.
  private mutating func group(
    _ entries: [FieldEntry<Written>], in fields: FieldSet
  ) -> [FieldEntry<Resolved>]? {
    var resolved: [FieldEntry<Resolved>] = []
    let isSnapshot = fields.snapshot != nil
    checkRelation(entries, in: fields)
    let unsupportedBefore = unsupported.count
    func leaveOut() -> [FieldEntry<Resolved>]? {
      unsupported.removeSubrange(unsupportedBefore...)
      return nil
    }
    for entry in entries {
      if case .entry(let owner, let list) = fields[entry.field].type,
        !namesPublishedEntry(entry, of: owner, in: list, beside: entries, fields)
      {
        continue
      }
      let facts = entry.facts.compactMap {
        resolve($0, of: fields[entry.field], isSnapshot: isSnapshot)
      }
      let published = entry.facts.count { $0.support?.status != .draft }
      if case .reference = fields[entry.field].type, facts.count < published { return leaveOut() }
      if facts.isEmpty, fields.isEssential(entry.field) { return leaveOut() }
      if !facts.isEmpty { resolved.append(FieldEntry(field: entry.field, facts: facts)) }
    }
    checkSnapshot(entries, in: fields)
    return resolved.isEmpty ? nil : resolved
  }

  private mutating func resolve(
    _ support: Support<Written>, at location: Location
  ) -> Support<Resolved> {
    checkSupport(support.citations)
    if let words = support.asStated { checkTypedMarks(in: words, at: location) }
    return Support(
      citations: support.citations.compactMap { resolve($0) }, confidence: support.confidence,
      status: support.status, note: support.note.map { resolve($0) }, asStated: support.asStated,
      language: support.language, withheld: withheldSources(of: support.citations))
  }

  private mutating func resolve(_ citation: Citation<Written>) -> Citation<Resolved>? {
    if directory[citation.source.id] == nil { hasLostSource = true }
    return resolveSource(of: citation)
  }

  private mutating func resolveSource(of citation: Citation<Written>) -> Citation<Resolved>? {
    // Of a mapping, the source is a part.
    let key = citation.location == citation.source.location ? "cite" : "source"
    return resolve(citation.source, named: key, to: ["source"]).map {
      if let place = citation.locator { checkTypedMarks(in: place, at: citation.location) }
      check(citation.quotation, at: citation.location)
      return Citation(
        source: $0, locator: citation.locator, bearing: citation.bearing,
        quotation: citation.quotation, location: citation.location)
    }
  }

  private mutating func check(_ quotation: Quotation?, at location: Location) {
    guard let quotation else { return }
    checkTypedMarks(in: quotation.text, at: location)
    if let translation = quotation.translation { checkTypedMarks(in: translation, at: location) }
  }

  private mutating func resolve(_ rules: MentionRules<Written>) -> MentionRules<Resolved> {
    MentionRules(
      pins: rules.pins.compactMap { form, entity, location in
        resolve(entity, named: form, to: []).map { (form, $0, location) }
      }, never: rules.never)
  }

  /// An annotation whose passage, if it is anchored by one, has been found.
  mutating func resolve(
    _ annotation: Annotation<Written>, at passage: Range<UInt32>?
  ) -> Annotation<Resolved>? {
    guard annotation.support?.status != .draft else { return nil }
    // As of every entry: what refers to something that is not published goes as a whole.
    let about = annotation.about.compactMap { resolve($0, named: "about", to: []) }
    let speakers = annotation.speakers.compactMap { resolve($0, named: "attributed_to", to: []) }
    guard about.count == annotation.about.count, speakers.count == annotation.speakers.count else {
      return nil
    }
    var claim: (entity: RecordID, key: String)?
    if let written = annotation.claim {
      guard let entity = resolve(written.entity, named: "claim", to: []),
        isPublishedClaim(written.key, of: written.entity)
      else { return nil }
      claim = (entity, written.key)
    }
    check(annotation.quotation, at: annotation.location)
    let resolved = Annotation<Resolved>(
      key: annotation.key, location: annotation.location,
      text: annotation.text.map { resolve($0) }, isClaim: annotation.isClaim, claim: claim,
      about: about, speakers: speakers, unnamed: annotation.unnamed,
      quotation: annotation.quotation,
      support: annotation.support.map { resolve($0, at: annotation.location) }, passage: passage)
    return resolved.saysSomething ? resolved : nil
  }
}

extension [Annotation<Resolved>] {
  /// Without those on words that are left out of the text.
  fileprivate func shown(in text: LinkedText?, of written: MarkdownText?) -> [Annotation<Resolved>]
  {
    guard let document = text?.document,
      document.annotations.count < written?.document.annotations.count ?? 0
    else { return self }
    let keys = Set(
      document.annotations.map { String(decoding: document.bytes($0.key), as: UTF8.self) })
    return filter { $0.passage != nil || keys.contains($0.key) }
  }
}

extension Annotation<Resolved> {
  /// Whether its note has anything to show; all that it said may rest on what is not published.
  fileprivate var saysSomething: Bool {
    isClaim || text != nil || quotation != nil || support?.saysSomething == true
  }
}

extension Support<Resolved> {
  fileprivate var saysSomething: Bool {
    !citations.isEmpty || confidence != nil || status != .accepted || note != nil
      || asStated != nil
  }
}

extension FieldSet {
  /// Whether what an entry was given under a field cannot be kept back alone: the rest would say something else. A
  /// claim without whom it is about would be about whoever's page it is on.
  func isEssential(_ field: Int) -> Bool {
    self[field].isRequired
      || index(of: "attributed_to") != nil && self[field].name == "about"
  }
}
