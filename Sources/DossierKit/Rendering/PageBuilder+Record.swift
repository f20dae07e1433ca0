import EDTF

// The page of an article, a page or an entity. Notes are numbered in the order in which a reader meets them.
extension PageBuilder {
  mutating func recordView(_ id: RecordID) -> RecordView {
    let record = model[id]
    let kind = model.kind(of: id)
    let date = plan.date(of: id)
    let summary = summaryView(of: record, kind)
    let titleFacts = titleFacts(of: record, kind)
    let pageSupport = pageSupport(of: record)
    var body: [UInt8]?
    var images: [ImageView] = []
    var fields = OwnFields()
    addByline(of: record, kind, to: &fields)
    var names: (standing: [NameView], rejected: [NameView]) = ([], [])
    var identifiers: [FieldView] = []
    var links: [OutsideLinkView] = []
    var inverse: (fields: [TableView], relations: [TableView]) = ([], [])
    var claims: [ClaimGroupView] = []
    var replies: [ReplyView] = []
    var corrections: [CorrectionView] = []
    for section in PageSection.order(of: kind.role) {
      switch section {
      case .body: body = record.body.map { bodyHTML($0, of: id) }
      case .images: images = imageViews(of: record, kind)
      case .facts: addFacts(of: record, kind, to: &fields)
      case .names: names = nameViews(of: record, kind)
      case .identifiers: identifiers = identifierViews(of: record)
      case .links: links = linkViews(of: record, kind)
      case .tables: addTables(of: record, kind, to: &fields)
      case .inverse: inverse = inverseTables(of: id)
      case .claims: claims = claimGroups(of: id)
      case .replies: replies = replyViews(of: id)
      case .corrections: corrections = correctionViews(of: id)
      case .notes: _ = noteViews()
      }
    }
    for source in sources(of: record, kind) { citations.list(source) }
    let mentions = mentionGroups(of: id)
    return RecordView(
      id: record.id, title: record.name, titleFacts: titleFacts, support: pageSupport,
      kind: kind.label.one,
      kindURL: kind.role == .page ? nil : hrefs.page(Addresses.address(of: kind)),
      detail: text(CommonField.disambiguation, of: record), isDraft: record.visibility == .draft,
      date: date?.words, datetime: date?.datetime, summary: summary,
      body: body, names: names.standing,
      rejectedNames: names.rejected, fields: fields, relations: inverse.relations,
      inverse: inverse.fields,
      claims: claims, images: images, links: links, identifiers: identifiers,
      extra: record.extra.map {
        FieldView(name: $0.key, label: $0.key.humanized, values: [ValueView(text: $0.value)])
      },
      tags: tagLinks(of: record), mentioned: mentioned(in: id), mentions: mentions,
      mentionCount: mentions.reduce(0) { $0 + $1.excerpts.count },
      corrections: corrections,
      corrected: newestOfFact(corrections, of: id), replies: replies, notes: noteViews(),
      citations: citationViews(),
      source: sourceView(of: id))
  }

  /// Who wrote an article stands below its title, and so not among its facts. That nobody is known or named stands
  /// there, under no name, which would put it below the title as well.
  private mutating func addByline(
    of record: ResolvedRecord, _ kind: Kind, to own: inout OwnFields
  ) {
    guard kind.role == .article, let index = kind.fields.index(of: "authors") else { return }
    let facts = record.facts(index)
    guard facts.contains(where: { $0.support?.status != .rejected }),
      facts.allSatisfy({ $0.value.absence == nil })
    else { return }
    var view = field(kind.fields[index], facts)
    view.values = view.values.joined
    own.apart.append((index, view))
  }

  /// The fields of the kind, but for the entries of groups.
  private mutating func addFacts(
    of record: ResolvedRecord, _ kind: Kind, to own: inout OwnFields
  ) {
    for entry in record.fields where !own.apart.contains(where: { $0.field == entry.field }) {
      let field = kind.fields[entry.field]
      // The date of what is written stands below its title.
      if CommonField.shownApart.contains(field.name) || field.name == "date" && kind.role != .entity
      {
        let rest = notShownApart(entry, of: field, in: record)
        if !rest.isEmpty { own.facts.append((nil, self.field(field, rest))) }
      } else if case .group = field.type {
        let marks = entry.facts.indexed { if case .group = $0.value { false } else { true } }
        if !marks.isEmpty { own.facts.append((nil, self.field(field, marks))) }
      } else {
        let isUnsigned = kind.role == .article && field.name == "authors"
        own.facts.append((isUnsigned ? nil : entry.field, self.field(field, entry.facts)))
      }
    }
  }

  /// The entries of groups that have no place of their own.
  private mutating func addTables(
    of record: ResolvedRecord, _ kind: Kind, to own: inout OwnFields
  ) {
    for entry in record.fields {
      let field = kind.fields[entry.field]
      guard case .group(let fields) = field.type, !CommonField.shownApart.contains(field.name),
        entry.facts.contains(where: { if case .group = $0.value { true } else { false } })
      else { continue }
      let view = table(
        field.label, id: "_f_\(field.name)", entry.facts, fields: fields, list: field.name)
      own.tables.append((entry.field, view))
    }
  }

  /// What the place of a field of ``CommonField/shownApart`` leaves unsaid: support, rivals, and what was found wrong.
  private func notShownApart(
    _ entry: FieldEntry<Resolved>, of field: Field, in record: ResolvedRecord
  ) -> [(index: Int, fact: Fact<Resolved>)] {
    switch entry.field {
    case CommonField.summary:
      let shown = model.shownSummaries(of: record)
      return entry.facts.indexed { _ in true }.filter { !shown.contains($0.index) }
    case CommonField.identifiers:
      return entry.facts.indexed {
        if case .map = $0.value { $0.support?.status == .rejected } else { true }
      }
    case CommonField.links, CommonField.images, CommonField.corrections:
      return entry.facts.indexed {
        if case .group = $0.value { $0.support?.status == .rejected } else { true }
      }
    default:
      if case .group = field.type {
        return entry.facts.indexed { if case .group = $0.value { false } else { true } }
      }
      let isPlain = entry.facts.allSatisfy { fact in
        guard fact.support == nil else { return false }
        return switch fact.value {
        case .unknown, .none: false
        default: true
        }
      }
      return isPlain && (field.isMany || entry.facts.count == 1)
        ? [] : entry.facts.indexed { _ in true }
    }
  }

  /// What the name rests on, and its rivals; nil of a name that was given without either.
  private mutating func titleFacts(of record: ResolvedRecord, _ kind: Kind) -> FieldView? {
    guard !record.nameFacts.isEmpty else { return nil }
    let isTitle = kind.nameKey == "title"
    let field = Field(
      name: kind.nameKey, label: isTitle ? "Title" : "Name", type: .text, isMany: false,
      isRequired: true, sensitivity: .none)
    var view = FieldView(name: field.name, label: field.label, values: [])
    for isRejected in [false, true] {
      for (index, fact) in record.nameFacts.enumerated()
      where (fact.support?.status == .rejected) == isRejected {
        var value = value(fact, of: field, neighbours: nil)
        value.id = FactAnchor.name(index)
        if isRejected { view.rejected.append(value) } else { view.values.append(value) }
      }
    }
    view.isDisputed = model.areRivals(record.nameFacts, of: field)
    return view
  }

  /// A misspelling helps to find names in texts, and a form that repeats the name says how it is linked: both
  /// are shown only if somebody wrote on what they rest.
  func showsName(_ fact: Fact<Resolved>, of record: ResolvedRecord) -> Bool {
    guard case .group(let fields) = model.schema.kinds[record.kind].fields[CommonField.names].type,
      case .group(let entries) = fact.value
    else { return false }
    let entry = GroupReader(entries: entries, fields: fields)
    guard let text = entry.text("text") else { return true }
    return fact.needsAnchor || text != record.name && entry.text("type") != "misspelling"
  }

  private mutating func nameViews(
    of record: ResolvedRecord, _ kind: Kind
  ) -> (standing: [NameView], rejected: [NameView]) {
    guard case .group(let fields) = kind.fields[CommonField.names].type else { return ([], []) }
    var names: (standing: [NameView], rejected: [NameView]) = ([], [])
    let facts = record.facts(CommonField.names).indexed { _ in true }
    let isRejected = { (fact: (index: Int, fact: Fact<Resolved>)) in
      fact.fact.support?.status == .rejected
    }
    for (index, fact) in facts.filter({ !isRejected($0) }) + facts.filter(isRejected) {
      guard showsName(fact, of: record), case .group(let entries) = fact.value else { continue }
      let entry = GroupReader(entries: entries, fields: fields)
      func view(_ texts: [Fact<Resolved>], id: String?, _ support: SupportView?) -> NameView {
        NameView(
          id: id,
          text: texts.map { words(of: $0.value, fields[CommonField.nameText]) }
            .joined(separator: " / "),
          type: entry.text("type"), language: entry.text("lang"), support: support)
      }
      let standing = entry.standing("text")
      for wrong in entry.facts("text") where wrong.support?.status == .rejected {
        names.rejected.append(view([wrong], id: nil, wrong.support.flatMap { support($0) }))
      }
      guard !standing.isEmpty else { continue }
      let view = view(
        standing, id: fact.needsAnchor ? FactAnchor.value(of: "names", index) : nil,
        support((fact.support.map { [$0] } ?? []) + entry.innerSupports))
      if fact.support?.status == .rejected {
        names.rejected.append(view)
      } else {
        names.standing.append(view)
      }
    }
    return names
  }

  /// The sources that an article or a page names as what it rests on.
  private func sources(of record: ResolvedRecord, _ kind: Kind) -> [RecordID] {
    guard kind.role != .entity, let field = kind.fields.index(of: "sources") else { return [] }
    return record.standing(field).compactMap { fact in
      guard case .reference(let id) = fact.value, isSource(id) else { return nil }
      return id
    }
  }

  private mutating func markdown(_ name: String, _ entry: GroupReader) -> [UInt8]? {
    guard case .markdown(let text)? = entry.first(name)?.value else { return nil }
    return html(text)
  }

  private mutating func imageViews(of record: ResolvedRecord, _ kind: Kind) -> [ImageView] {
    guard case .group(let fields) = kind.fields[CommonField.images].type else { return [] }
    return record.facts(CommonField.images).enumerated().compactMap { index, fact in
      guard fact.support?.status != .rejected, case .group(let entries) = fact.value else {
        return nil
      }
      let entry = GroupReader(entries: entries, fields: fields)
      return entry.text("file").map {
        ImageView(
          url: hrefs.file("media/" + $0), alt: entry.text("alt") ?? "",
          caption: markdown("caption", entry), credit: entry.said("credit"),
          license: entry.said("license"),
          id: fact.needsAnchor ? FactAnchor.value(of: "images", index) : nil,
          support: support((fact.support.map { [$0] } ?? []) + entry.innerSupports))
      }
    }
  }

  private mutating func linkViews(of record: ResolvedRecord, _ kind: Kind) -> [OutsideLinkView] {
    guard case .group(let fields) = kind.fields[CommonField.links].type else { return [] }
    return record.facts(CommonField.links).enumerated().compactMap { index, fact in
      guard fact.support?.status != .rejected, case .group(let entries) = fact.value else {
        return nil
      }
      let entry = GroupReader(entries: entries, fields: fields)
      return entry.text("url").map {
        OutsideLinkView(
          id: fact.needsAnchor ? FactAnchor.value(of: "links", index) : nil,
          label: entry.text("title") ?? $0, url: followed($0),
          support: support((fact.support.map { [$0] } ?? []) + entry.innerSupports))
      }
    }
  }

  private mutating func identifierViews(of record: ResolvedRecord) -> [FieldView] {
    var views: [FieldView] = []
    for (index, fact) in record.facts(CommonField.identifiers).enumerated() {
      guard fact.support?.status != .rejected, case .map(let pairs) = fact.value else { continue }
      for (position, pair) in pairs.enumerated() {
        var view = ValueView(text: pair.value.words, isExternal: true)
        if case .text(let text) = pair.value, isWebAddress(text) { view.url = followed(text) }
        if fact.needsAnchor, position == 0 { view.id = FactAnchor.value(of: "identifiers", index) }
        view.support = fact.support.flatMap { support($0) }
        views.append(FieldView(name: pair.key, label: pair.key.humanized, values: [view]))
      }
    }
    return views
  }

  private func tagLinks(of record: ResolvedRecord) -> [LinkView] {
    record.tagLabels.compactMap { label in
      guard let slug = plan.tags.slugs[label] else { return nil }
      return LinkView(label: label, url: hrefs.page(Addresses.address(ofTag: slug)))
    }
  }
}

/// The parts of a page in which sources and notes come up, below its head.
private enum PageSection {
  case body, images, facts, names, identifiers, links, tables, inverse, claims, replies
  case corrections, notes

  /// The order in which the templates of the default theme show them, and so a reader meets their numbers.
  static func order(of role: Kind.Role) -> [PageSection] {
    switch role {
    case .article:
      [
        .body, .images, .tables, .claims, .replies, .corrections, .notes, .facts, .names,
        .identifiers, .links, .inverse,
      ]
    case .page:
      [
        .body, .images, .facts, .names, .identifiers, .tables, .links, .claims, .inverse,
        .replies, .corrections, .notes,
      ]
    case .entity:
      [
        .images, .facts, .names, .identifiers, .links, .body, .tables, .inverse, .claims,
        .replies, .corrections, .notes,
      ]
    }
  }
}

extension CommonField {
  /// Fields of every kind that a page shows in a place of their own, not among its facts.
  static let shownApart: Set<String> = [
    "names", "disambiguation", "summary", "tags", "identifiers", "links", "images", "relations",
    "claims", "corrections", "reply",
  ]
}

extension Fact<Resolved> {
  /// Its text, of a Markdown field.
  var markdown: LinkedText? {
    if case .markdown(let text) = value { text } else { nil }
  }
}

extension [Fact<Resolved>] {
  /// Some of them, with their places among all.
  fileprivate func indexed(
    _ isWanted: (Fact<Resolved>) -> Bool
  ) -> [(index: Int, fact: Fact<Resolved>)] {
    enumerated().filter { isWanted($0.element) }.map { ($0.offset, $0.element) }
  }
}
