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
        guard case .markdown(let text)? = entry.first("text")?.value else { continue }
        let key = entry.text("id")
        let about = references(entry.facts("about"))
        claims.append(
          (
            Claim(
              record: id, isNote: false,
              fragment: key.map { "_claims_\($0)" } ?? "_claims-\(index + 1)",
              // What is kept on an entity is about it, unless it says otherwise.
              about: about.isEmpty && model.kind(of: id).role == .entity ? [id] : about,
              speakers: references(entry.facts("attributed_to")),
              unnamed: entry.unnamedSpeaker, text: text, span: nil,
              quotation: nil, support: fact.support,
              innerSupports: entry.supports(of: ["text", "about"]),
              speakerSupports: entry.supports(of: ["attributed_to"])), key
          ))
      }
    }
    // What points at a claim is not another one.
    let notes = record.annotations.filter { $0.isClaim && $0.claim == nil }
    guard !notes.isEmpty, let spots = spots[id] else { return claims }
    for note in notes {
      claims.append(
        (
          Claim(
            record: id, isNote: true, fragment: spots.fragment(of: note), about: once(note.about),
            speakers: once(note.speakers), unnamed: nil, text: note.text,
            span: note.text == nil ? words(of: note, in: record, spots) : nil,
            quotation: note.quotation, support: note.support, innerSupports: [],
            speakerSupports: []), nil
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

  /// Without repetitions; there are never many.
  private func once(_ ids: [RecordID]) -> [RecordID] {
    var result: [RecordID] = []
    for id in ids where !result.contains(id) { result.append(id) }
    return result
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

extension GroupReader {
  /// What a claim says of its speaker instead of a name.
  var unnamedSpeaker: Absence? {
    facts("attributed_to").lazy.filter { $0.support?.status != .rejected }
      .compactMap(\.value.absence).first
  }
}
