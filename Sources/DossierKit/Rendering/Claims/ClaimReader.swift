import Markdown

/// Finds the claims of records, in their `claims` and in their annotations.
struct ClaimReader {
  private let model: SiteModel
  private let spots: [RecordID: AnnotationSpots]

  init(_ model: SiteModel, _ spots: [RecordID: AnnotationSpots]) {
    self.model = model
    self.spots = spots
  }

  /// The claims of a record, each with the key that others point at it by.
  func claims(of id: RecordID) -> [(claim: Claim, key: String?)] {
    let record = model[id]
    var claims: [(claim: Claim, key: String?)] = []
    if case .group(let fields) = model.kind(of: id).fields[CommonField.claims].type {
      for (index, fact) in record.facts(CommonField.claims).enumerated() {
        guard case .group(let entries) = fact.value else { continue }
        let entry = GroupReader(entries: entries, fields: fields)
        let texts = entry.facts("text")
        guard texts.contains(where: { $0.markdown != nil }) else { continue }
        let key = entry.text("id")
        var about = entry.facts("about")
        // What is kept on an entity is about it, unless it says otherwise.
        if about.isEmpty, model.kind(of: id).role == .entity {
          about = [Fact(value: .reference(id), support: nil, location: fact.location)]
        }
        let speakers = entry.facts("attributed_to")
        let text = fields.index(of: "text").map { fields[$0] }
        let (subjects, names) = (references(about), references(speakers))
        claims.append(
          (
            Claim(
              record: id, isNote: false,
              fragment: key.map { "_claims_\($0)" } ?? "_claims-\(index + 1)",
              about: subjects, speakers: names,
              parts: Claim.Parts(
                texts: Claim.Part(texts), about: Claim.Part(once(about)),
                speakers: Claim.Part(once(speakers))),
              span: nil, quotation: nil, support: fact.support,
              hasRivals: text.map { model.areRivals(texts, of: $0) } ?? false,
              repliers: repliers(subjects, but: names)), key
          ))
      }
    }
    // What points at a claim is not another one.
    let notes = record.annotations.filter { $0.isClaim && $0.claim == nil }
    guard !notes.isEmpty, let spots = spots[id] else { return claims }
    for note in notes {
      func part(_ values: [FieldValue<Resolved>]) -> Claim.Part {
        Claim.Part(values.map { Fact(value: $0, support: nil, location: note.location) })
      }
      let (about, speakers) = (once(note.about), once(note.speakers))
      claims.append(
        (
          Claim(
            record: id, isNote: true, fragment: spots.fragment(of: note), about: about,
            speakers: speakers,
            parts: Claim.Parts(
              texts: part(note.text.map { [.markdown($0)] } ?? []),
              about: part(about.map { .reference($0) }),
              speakers: part(
                note.unnamed.map { [$0 == .unknown ? .unknown : .none] }
                  ?? speakers.map { .reference($0) })),
            span: note.text == nil ? words(of: note, in: record, spots) : nil,
            quotation: note.quotation, support: note.support, hasRivals: false,
            repliers: repliers(about, but: speakers)), nil
        ))
    }
    return claims
  }

  private func references(_ facts: [Fact<Resolved>]) -> [RecordID] {
    once(
      facts.compactMap { fact in
        guard fact.support?.status != .rejected, case .reference(let id) = fact.value else {
          return nil
        }
        return id
      })
  }

  /// Those who were asked for a reply, without those who said it themselves.
  private func repliers(_ about: [RecordID], but speakers: [RecordID]) -> [RecordID] {
    let asked = about.filter { !model[$0].facts(CommonField.reply).isEmpty }
    guard !asked.isEmpty, !speakers.isEmpty else { return asked }
    let speakers = Set(speakers)
    return asked.filter { !speakers.contains($0) }
  }

  /// Without repetitions.
  private func once(_ ids: [RecordID]) -> [RecordID] {
    guard ids.count > 1 else { return ids }
    var seen: Set<RecordID> = []
    return ids.filter { seen.insert($0).inserted }
  }

  /// Without plain values that say again what another says.
  private func once(_ facts: [Fact<Resolved>]) -> [Fact<Resolved>] {
    guard facts.count > 1 else { return facts }
    var seen: Set<RecordID> = []
    return facts.filter { fact in
      guard case .reference(let id) = fact.value else { return true }
      let isNew = seen.insert(id).inserted
      return fact.support != nil || isNew
    }
  }

  /// The words of the text that an annotation stands at, escaped.
  private func words(
    of note: Annotation<Resolved>, in record: ResolvedRecord, _ spots: AnnotationSpots
  ) -> [UInt8]? {
    var bytes: [UInt8] = []
    if let text = record.body, let span = note.passage ?? spots.span(of: note, in: text.document) {
      text.document.appendExcerpt(
        of: span, marking: 0..<0, startingAt: 0, into: &bytes,
        shownText: { link in
          guard let position = text.document.wikiLinks.firstIndex(of: link),
            case .record(let id, _, _) = text.wikiLinks[position],
            model[id].visibility != .redacted
          else { return Array("removed".utf8) }
          return Array(model[id].name.utf8)
        })
    }
    return bytes.isEmpty ? nil : bytes
  }
}
