import EDTF
import Markdown

// The page of a source: what cites it, and what rests on it alone.
extension PageBuilder {
  func isSource(_ id: RecordID) -> Bool { plan.isSource(model[id].kind) }

  /// Whether an entry is of the `sources` of an article or a page.
  func isListOfSources(_ entry: InverseIndex.Entry) -> Bool {
    let kind = model.kind(of: entry.source)
    return kind.role != .entity && kind.fields[Int(entry.field)].name == "sources"
  }

  /// Nil of what is no source.
  func sourceView(of id: RecordID) -> SourceView? {
    guard isSource(id) else { return nil }
    let direct = model.citations.places(citing: id).filter { $0.record != id }
    let backlinks = plan.links.backlinks[id]
    var citing = CitingPlaces(capacity: direct.count + backlinks.count)
    for entry in direct { citing.add(place(entry), of: entry.record) }
    for backlink in backlinks {
      let mention = plan.links.mentions[Int(backlink.source.index)][Int(backlink.mention)]
      guard mention.kind == .cites else { continue }
      citing.add(place(backlink, mention), of: backlink.source)
    }
    let resting = model.citations.places(restingOn: id, limit: Self.restingLimit)
    let restingCount = model.citations.count(restingOn: id)
    var alone = CitingPlaces(capacity: resting.count)
    var next = 0
    for entry in resting {
      // Most of it cites the source itself, and comes in the same order; then it is put in the same words.
      while next < direct.count, direct[next].record < entry.record { next += 1 }
      let same = direct[next...].prefix { $0.record == entry.record }
        .firstIndex { $0.place == entry.place }
      alone.add(same.map { citing.places[$0].withoutCitation } ?? place(entry), of: entry.record)
    }
    let origins = origins(of: id)
    return SourceView(
      origins: origins.prefix(Self.originLimit).map { link(to: $0) },
      moreOrigins: more(
        origins.count - Self.originLimit, isAll: origins.count < SourceGraph.originLimit),
      citing: pages(citing), citingCount: citing.places.count, alone: pages(alone),
      aloneCount: restingCount, moreAlone: more(restingCount - resting.count))
  }

  /// How many of the sources that one goes back to its page names. The way to the others leads by what it is based on.
  private static let originLimit = 20
  /// How much of what rests on one alone its page shows. The rest is on the pages of what is based on it.
  private static let restingLimit = 100

  /// What a source goes back to; nothing if that is what it is based on, which its page says anyway.
  private func origins(of id: RecordID) -> [RecordID] {
    let origins = model.origins.roots(of: id)
    var said: Set = [id]
    for fact in model.kind(of: id).fields.index(of: "based_on").map({ model[id].standing($0) })
      ?? []
    {
      if case .reference(let base) = fact.value { said.insert(base) }
    }
    return said.isSuperset(of: origins) ? [] : origins
  }

  /// `12`, or `more than 12` where they were not counted to the end; nil of none.
  private func more(_ count: Int, isAll: Bool = true) -> String? {
    count > 0 ? (isAll ? "" : "more than ") + String(count) : nil
  }

  /// Articles first, the newest on top; then pages; then by kind and name.
  private func pages(_ citing: CitingPlaces) -> [CitingPageView] {
    // Rank and place in one number, since places of one page keep their order.
    let order = citing.owners.indices
      .map { UInt64(plan.rank(of: citing.owners[$0])) << 32 | UInt64($0) }.sorted()
      .map { Int(truncatingIfNeeded: $0 & 0xFFFF_FFFF) }
    var pages: [CitingPageView] = []
    var start = 0
    while start < order.count {
      let id = citing.owners[order[start]]
      let end = order[start...].firstIndex { citing.owners[$0] != id } ?? order.count
      let kind = model.kind(of: id)
      let date = kind.role == .article ? plan.date(of: id) : nil
      pages.append(
        CitingPageView(
          title: label(of: id), url: href(to: id), kind: kind.label.one, date: date?.words,
          datetime: date?.datetime, isDraft: model[id].visibility == .draft,
          places: order[start..<end].map { citing.places[$0] }))
      start = end
    }
    return pages
  }

  // MARK: Places

  private func place(_ entry: CitationIndex.Entry) -> CitingPlaceView {
    let record = model[entry.record]
    let (field, value) = words(of: entry.place, in: entry.record)
    var view = CitingPlaceView(
      field: field, value: value, isRejected: record.isRejected(at: entry.place),
      isDisputed: record.isDisputed(at: entry.place),
      confidence: record.confidence(at: entry.place),
      url: hrefs.page(
        plan.addresses[entry.record], fragment: anchor(of: entry.place, in: entry.record)))
    if let index = entry.citation {
      let citation = record.citations(at: entry.place)[Int(index)]
      view.locator = citation.locator
      view.bearing = citation.bearing.word
      view.quote = citation.quotation.map { QuoteView($0) }
    }
    return view
  }

  /// A citation in a text: the sentence, and where in the source it looks.
  private func place(_ backlink: BacklinkIndex.Entry, _ mention: Mention) -> CitingPlaceView {
    let excerpt = excerpt(backlink)
    var view = CitingPlaceView(html: excerpt.html, url: excerpt.url)
    if let side = plan.links.sideText(of: mention, in: backlink.source) {
      view.field = words(of: side.place, in: backlink.source).field
    }
    view.locator = locator(of: mention, in: backlink.source)
    return view
  }

  private func locator(of mention: Mention, in source: RecordID) -> String? {
    guard let item = mention.citation, let text = text(of: mention, in: source) else { return nil }
    let words = text.document.bytes(text.document.citationItems[Int(item)].locator)
    return words.isEmpty ? nil : String(decoding: words, as: UTF8.self)
  }

  /// What a place is called, such as `Posts · Military attaché`, and what it says.
  func words(of place: FactPlace, in id: RecordID) -> (field: String, value: String?) {
    let record = model[id]
    let fields = model.kind(of: id).fields
    switch place {
    case .record: return ("The page as a whole", nil)
    case .name(let index):
      let name = model.kind(of: id).nameKey == "title" ? "Title" : "Name"
      guard case .text(let text) = record.nameFacts[Int(index)].value else { return (name, nil) }
      return (name, text)
    case .annotation(let index):
      let note = record.annotations[Int(index)]
      return (
        note.isClaim ? claim(by: note.speakers[...]) : "Note", note.text.map { plainText($0) }
      )
    case .fact(let index, let fact):
      let field = fields[Int(index)]
      // Of an article that rests on a source, the field says it all.
      if case .reference = field.type, model.kind(of: id).role != .entity, field.name == "sources" {
        return (field.label, nil)
      }
      let value = record.facts(Int(index))[Int(fact)].value
      return (label(of: field, value), words(of: value, field))
    case .inner(let index, let fact, let inner, _):
      let field = fields[Int(index)]
      let label = label(of: field, record.facts(Int(index))[Int(fact)].value)
      guard case .group(let parts) = field.type, let given = record.fact(at: place) else {
        return (label, nil)
      }
      let entry = words(of: record.facts(Int(index))[Int(fact)].value, field)
      let value = words(of: given.value, parts[Int(inner)])
      // The field that the entry is called by is said with it.
      if value == entry { return (label, entry) }
      return ("\(label) · \(entry) · \(parts[Int(inner)].label)", value)
    }
  }

  /// What an entry of a field is called: what was said is told as its speaker's.
  private func label(of field: Field, _ entry: FieldValue<Resolved>) -> String {
    guard field.name == "claims", case .group(let fields) = field.type,
      case .group(let entries) = entry
    else { return field.label }
    let speakers = GroupReader(entries: entries, fields: fields).standing("attributed_to")
    let isDisputed = speakers.contains { $0.support?.status == .disputed }
    let named = speakers.compactMap { if case .reference(let id) = $0.value { id } else { nil } }
    return claim(by: named[...], isDisputed ? "or" : "and")
  }

  /// `Claim by Ana Costa and Kari Berg`
  private func claim(by speakers: ArraySlice<RecordID>, _ last: String = "and") -> String {
    var names = speakers.prefix(Claim.excerptLength).map { speaker($0) }
    if names.count < speakers.count { names.append("\(speakers.count - names.count) more") }
    guard let end = names.popLast() else { return "Claim" }
    return names.isEmpty
      ? "Claim by \(end)" : "Claim by \(names.joined(separator: ", ")) \(last) \(end)"
  }
}

/// Places that cite a source, in the order in which they were found, with the record that each is in.
private struct CitingPlaces {
  private(set) var owners: [RecordID] = []
  private(set) var places: [CitingPlaceView] = []

  init(capacity: Int) {
    owners.reserveCapacity(capacity)
    places.reserveCapacity(capacity)
  }

  mutating func add(_ place: CitingPlaceView, of owner: RecordID) {
    owners.append(owner)
    places.append(place)
  }
}

extension CitingPlaceView {
  /// The place and what it says, without where in the source it looks.
  fileprivate var withoutCitation: Self {
    var view = self
    (view.locator, view.bearing, view.quote) = (nil, nil, nil)
    return view
  }
}
