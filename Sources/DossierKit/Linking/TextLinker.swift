/// Finds what one text after the other mentions.
struct TextLinker {
  let model: SiteModel
  let table: NameTable
  private var reader: TextReader

  init(model: SiteModel, table: NameTable) {
    self.model = model
    self.table = table
    reader = TextReader(table: table)
  }

  /// What a text mentions, and what of it nobody can decide but its author.
  struct Result: Sendable {
    var mentions: [Mention] = []
    /// The texts beside the body that mentions are in, by their number.
    var sideTexts: [SideText] = []
    var conflicts: [MentionSettler.Conflict] = []
    var contested: [MentionSettler.Contested] = []
  }

  mutating func link(_ id: RecordID) -> Result {
    let record = model[id]
    guard record.visibility != .redacted else { return Result() }
    let sideTexts = record.sideTexts
    let beside = mentions(in: sideTexts, of: id)
    guard let body = record.body else { return Result(mentions: beside, sideTexts: sideTexts) }
    let subjects = subjects(of: record.annotations)
    reader.read(
      body, rules: table.rules[id] ?? [:], annotations: subjects,
      quotes: record.passages.map {
        TextReader.Quote(
          passage: $0, targets: subjects[record.annotations[$0.annotation].key] ?? [])
      })
    var settler = MentionSettler(table: table, own: id)
    let meanings = settler.settle(reader.occurrences, beside: reader.references)
    let places = places(meanings).filter {
      $0.target != id && model[$0.target].visibility != .redacted
    }
    return Result(
      mentions: mentions(places.sorted(by: <), in: body) + beside, sideTexts: sideTexts,
      conflicts: settler.conflicts, contested: settler.contested)
  }

  /// What the links and citations in the other texts of a record lead to.
  private mutating func mentions(in sideTexts: [SideText], of id: RecordID) -> [Mention] {
    var mentions: [Mention] = []
    for (index, text) in sideTexts.lazy.map(\.text).enumerated() {
      guard !text.links.isEmpty || !text.wikiLinks.isEmpty || !text.citations.isEmpty else {
        continue
      }
      reader.read(text, rules: [:], annotations: [:])
      var excerpts = ExcerptCutter(document: text.document)
      for reference in reader.references
      where reference.target != id && model[reference.target].visibility != .redacted {
        let excerpt = excerpts.excerpt(around: reference.range, block: reference.block)
        mentions.append(
          Mention(
            target: reference.target, kind: reference.kind, text: UInt32(index + 1),
            range: reference.range, excerpt: excerpt.range, excerptCuts: excerpt.cuts,
            block: reference.block, event: excerpt.event, number: 0, annotation: nil,
            citation: reference.citation, isFound: false, isLink: reference.kind == .mentions))
      }
    }
    return mentions
  }

  /// What each annotation is about, each record once.
  private func subjects(of annotations: [Annotation<Resolved>]) -> [String: [RecordID]] {
    var subjects: [String: [RecordID]] = [:]
    for annotation in annotations {
      var targets = subjects[annotation.key] ?? []
      for target in annotation.about + [annotation.claim?.entity].compactMap({ $0 })
      where !targets.contains(target) {
        targets.append(target)
      }
      subjects[annotation.key] = targets
    }
    return subjects
  }

  // MARK: Mentions

  /// A mention without what depends on those before it.
  private struct Place {
    let target: RecordID
    let kind: Mention.Kind
    let range: Range<UInt32>
    let block: UInt32
    let annotation: UInt32?
    let citation: UInt32?
    let isFound: Bool

    static func < (a: Place, b: Place) -> Bool { a.order < b.order }

    private var order: Mention.Order {
      Mention.order(range, kind, target, citation: citation)
    }
  }

  private func places(_ meanings: [RecordID?]) -> [Place] {
    var places = reader.references.map {
      Place(
        target: $0.target, kind: $0.kind, range: $0.range, block: $0.block,
        annotation: $0.annotation, citation: $0.citation, isFound: false)
    }
    for (occurrence, meaning) in zip(reader.occurrences, meanings) {
      guard let meaning else { continue }
      places.append(
        Place(
          target: meaning, kind: .mentions, range: occurrence.range, block: occurrence.block,
          annotation: nil, citation: nil, isFound: true))
    }
    return places
  }

  private func mentions(_ places: [Place], in body: LinkedText) -> [Mention] {
    var counts: [RecordID: UInt32] = [:]
    var linked: Set<RecordID> = []
    var excerpts = ExcerptCutter(document: body.document)
    return places.map { place in
      counts[place.target, default: 0] += 1
      let excerpt = excerpts.excerpt(around: place.range, block: place.block)
      return Mention(
        target: place.target, kind: place.kind, text: 0, range: place.range, excerpt: excerpt.range,
        excerptCuts: excerpt.cuts, block: place.block, event: excerpt.event,
        number: counts[place.target] ?? 1,
        annotation: place.annotation, citation: place.citation, isFound: place.isFound,
        isLink: isLink(place, &linked))
    }
  }

  private func isLink(_ place: Place, _ linked: inout Set<RecordID>) -> Bool {
    guard place.kind == .mentions else { return false }
    let isFirst = linked.insert(place.target).inserted
    guard place.isFound else { return true }
    switch model.settings.mentions {
    case .first: return isFirst
    case .all: return true
    case .off: return false
    }
  }
}
