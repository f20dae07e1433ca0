import Markdown

// Texts point at what an entity keeps: `[[id#claim]]`, and `claim:` in an annotation.
extension ClaimIndex {
  /// The places that point at claims, each record once for each claim.
  static func pointers(
    to claims: [Key: Int], in model: SiteModel, _ links: LinkGraph,
    _ spots: [RecordID: AnnotationSpots]
  ) -> [(key: Int, value: Pointer)] {
    var pointers: [(key: Int, value: Pointer)] = []
    var last: [Int: RecordID] = [:]
    for id in model.readingOrder {
      func add(_ key: String, of record: RecordID, fragment: String?) {
        guard let claim = claims[Key(record: record, key: key)], record != id,
          last.updateValue(id, forKey: claim) != id
        else { return }
        pointers.append((claim, Pointer(record: id, fragment: fragment)))
      }
      let record = model[id]
      for note in record.annotations {
        if let claim = note.claim {
          add(claim.key, of: claim.entity, fragment: spots[id]?.fragment(of: note))
        }
      }
      for (text, isBody) in [(record.body, true)] + record.sideTexts.map({ ($0.text, false) }) {
        guard let text else { continue }
        for (link, destination) in zip(text.document.wikiLinks, text.wikiLinks) {
          guard case .record(let target, .some(let key), _) = destination else { continue }
          add(
            key, of: target,
            fragment: isBody ? spot(of: link, to: target, in: id, model, links) : nil)
        }
      }
    }
    return pointers
  }

  /// The anchor of the mention that a link in a body is.
  private static func spot(
    of link: WikiLink, to target: RecordID, in id: RecordID, _ model: SiteModel, _ links: LinkGraph
  ) -> String? {
    let mentions = links.inBody(of: id)
    var (low, high) = (mentions.startIndex, mentions.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].range.upperBound <= link.targetRange.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return mentions[low...].prefix { $0.range.lowerBound <= link.targetRange.lowerBound }
      .first { $0.target == target && $0.kind == .mentions && !$0.isFound }
      .map { $0.anchor(of: model[target].id) }
  }
}

/// Where the annotations of a record stand on its page.
struct AnnotationSpots {
  /// The place among the text's annotations of the first span of each key.
  private var indices: [String: Int] = [:]
  /// The numbers of those that are anchored by their words.
  private var numbers: [String: Int] = [:]

  /// Those of each record that has annotations.
  static func all(in model: SiteModel) -> [RecordID: AnnotationSpots] {
    var spots: [RecordID: AnnotationSpots] = [:]
    for id in model.ids where !model[id].annotations.isEmpty {
      spots[id] = AnnotationSpots(model[id])
    }
    return spots
  }

  private init(_ record: ResolvedRecord) {
    guard let document = record.body?.document, !record.annotations.isEmpty else { return }
    indices = Dictionary(
      document.annotations.enumerated().map {
        (String(decoding: document.bytes($1.key), as: UTF8.self), $0)
      }, uniquingKeysWith: { first, _ in first })
    for passage in record.passages {
      numbers[record.annotations[passage.annotation].key] = passage.number
    }
  }

  /// The span that names the annotation.
  func span(of note: Annotation<Resolved>, in document: Document) -> Range<UInt32>? {
    indices[note.key].map { document.annotations[$0].span }
  }

  /// The id of the span in the text; nil of a note that has none.
  func fragment(of note: Annotation<Resolved>) -> String? {
    (indices[note.key] ?? numbers[note.key]).map { Mention.anchor(ofAnnotation: $0) }
  }
}
