import EDTF
import Mustache

// The page of an article, a page or an entity. Notes are numbered in the order in which a reader meets them.
extension PageBuilder {
  mutating func recordView(_ id: RecordID) -> RecordView {
    let record = model[id]
    let kind = model.kind(of: id)
    let date = plan.date(of: id)
    let summary = inlineMarkdown(CommonField.summary, of: id)
    let body = kind.role == .entity ? nil : record.body.map { bodyHTML($0, of: id) }
    let names = nameViews(of: record, kind)
    let (byField, facts, tables) = ownFields(of: record, kind)
    let late = kind.role == .entity ? record.body.map { bodyHTML($0, of: id) } : body
    let (inverse, relations) = inverseTables(of: id)
    let claims = claimGroups(of: id)
    for citation in record.citations { citations.list(citation.source) }
    let mentions = mentionGroups(of: id)
    let corrections = correctionViews(of: id)
    let replies = replyViews(of: id)
    let images = imageViews(of: record, kind)
    return RecordView(
      id: record.id, title: record.name, kind: kind.label.one,
      kindURL: kind.role == .page ? nil : hrefs.page(Addresses.address(of: kind)),
      detail: text(CommonField.disambiguation, of: record), isDraft: record.visibility == .draft,
      date: date?.words, datetime: date?.datetime, summary: summary, body: late, names: names,
      byField: byField, facts: facts, tables: tables, relations: relations, inverse: inverse,
      claims: claims, images: images, links: linkViews(of: record, kind),
      identifiers: identifierViews(of: record),
      extra: record.extra.map {
        FieldView(name: $0.key, label: $0.key.humanized, values: [ValueView(text: $0.value)])
      },
      tags: tagLinks(of: record), mentioned: mentioned(in: id), mentions: mentions,
      mentionCount: mentions.reduce(0) { $0 + $1.excerpts.count }, corrections: corrections,
      replies: replies, notes: noteViews(), citations: citationViews())
  }

  /// The fields of the kind as facts and tables, and each by its index for templates that name it.
  private mutating func ownFields(
    of record: ResolvedRecord, _ kind: Kind
  ) -> (byField: [Value], facts: [FieldView], tables: [TableView]) {
    var byField = [Value](repeating: .absent, count: kind.fields.count)
    var facts: [FieldView] = []
    var tables: [TableView] = []
    for entry in record.fields {
      let field = kind.fields[entry.field]
      if CommonField.shownApart.contains(field.name) { continue }
      // The date of what is written stands below its title.
      if field.name == "date", kind.role != .entity { continue }
      if case .group(let fields) = field.type {
        let marks = entry.facts.filter { if case .group = $0.value { false } else { true } }
        if !marks.isEmpty { facts.append(self.field(field, marks)) }
        guard marks.count < entry.facts.count else { continue }
        let view = table(
          field.label, id: "_f_\(field.name)", entry.facts, fields: fields, list: field.name)
        byField[entry.field] = view.value
        tables.append(view)
      } else {
        let view = self.field(field, entry.facts)
        byField[entry.field] = view.value
        facts.append(view)
      }
    }
    return (byField, facts, tables)
  }

  private mutating func nameViews(of record: ResolvedRecord, _ kind: Kind) -> [NameView] {
    guard case .group(let fields) = kind.fields[CommonField.names].type else { return [] }
    return record.facts(CommonField.names).compactMap { fact in
      guard case .group(let entries) = fact.value else { return nil }
      let entry = GroupReader(entries: entries, fields: fields)
      // A misspelling helps to find names in texts, and a form that repeats the name says how it is linked.
      guard let text = entry.text("text"), text != record.name, entry.text("type") != "misspelling"
      else { return nil }
      return entry.text("text").map {
        NameView(
          text: $0, type: entry.text("type"), language: entry.text("lang"),
          support: fact.support.flatMap { support($0) })
      }
    }
  }

  private mutating func markdown(_ name: String, _ entry: GroupReader) -> [UInt8]? {
    guard case .markdown(let text)? = entry.first(name)?.value else { return nil }
    return html(text)
  }

  private mutating func imageViews(of record: ResolvedRecord, _ kind: Kind) -> [ImageView] {
    guard case .group(let fields) = kind.fields[CommonField.images].type else { return [] }
    return record.standing(CommonField.images).compactMap { fact in
      guard case .group(let entries) = fact.value else { return nil }
      let entry = GroupReader(entries: entries, fields: fields)
      return entry.text("file").map {
        ImageView(
          url: hrefs.file("media/" + $0), alt: entry.text("alt") ?? "",
          caption: markdown("caption", entry), credit: entry.text("credit"),
          license: entry.text("license"))
      }
    }
  }

  private func linkViews(of record: ResolvedRecord, _ kind: Kind) -> [LinkView] {
    guard case .group(let fields) = kind.fields[CommonField.links].type else { return [] }
    return record.standing(CommonField.links).compactMap { fact in
      guard case .group(let entries) = fact.value else { return nil }
      let entry = GroupReader(entries: entries, fields: fields)
      return entry.text("url").map { LinkView(label: entry.text("title") ?? $0, url: $0) }
    }
  }

  private func identifierViews(of record: ResolvedRecord) -> [FieldView] {
    record.standing(CommonField.identifiers).flatMap { fact -> [FieldView] in
      guard case .map(let pairs) = fact.value else { return [] }
      return pairs.map {
        FieldView(
          name: $0.key, label: $0.key.humanized,
          values: [
            ValueView(
              text: $0.value, url: isWebAddress($0.value) ? $0.value : nil, isExternal: true)
          ])
      }
    }
  }

  private func tagLinks(of record: ResolvedRecord) -> [LinkView] {
    record.tagLabels.compactMap { label in
      guard let slug = plan.tags.slugs[label], !slug.isEmpty else { return nil }
      return LinkView(label: label, url: hrefs.page(Addresses.address(ofTag: slug)))
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
