/// Which records the fields of others refer to, and which sources they cite. One pass over all facts.
struct UseIndex: Sendable {
  private var referred: [Bool]
  private var cited: [Bool]

  init(_ model: SiteModel) {
    referred = [Bool](repeating: false, count: model.records.count)
    cited = referred
    for (index, record) in model.records.enumerated() {
      let id = RecordID(index)
      for citation in record.citations { cite(citation.source, from: id) }
      for fact in record.nameFacts { add(fact, of: id) }
      for entry in record.fields {
        for fact in entry.facts { add(fact, of: id) }
      }
      for note in record.annotations {
        for target in note.about + note.speakers { refer(to: target, from: id) }
        if let claim = note.claim { refer(to: claim.entity, from: id) }
        for citation in note.citations { cite(citation.source, from: id) }
      }
    }
  }

  func isReferredTo(_ id: RecordID) -> Bool { referred[Int(id.index)] }
  func isCited(_ id: RecordID) -> Bool { cited[Int(id.index)] }

  private mutating func add(_ fact: Fact<Resolved>, of id: RecordID) {
    for citation in fact.support?.citations ?? [] { cite(citation.source, from: id) }
    switch fact.value {
    case .reference(let target): refer(to: target, from: id)
    case .group(let entries):
      for entry in entries { for fact in entry.facts { add(fact, of: id) } }
    default: break
    }
  }

  private mutating func refer(to target: RecordID, from id: RecordID) {
    if target != id { referred[Int(target.index)] = true }
  }

  private mutating func cite(_ source: RecordID, from id: RecordID) {
    if source != id { cited[Int(source.index)] = true }
  }
}
