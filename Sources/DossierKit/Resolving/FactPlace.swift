/// Where in a record something is said.
package enum FactPlace: Sendable, Hashable {
  /// The record as a whole, which its own `cite` supports.
  case record
  /// One of ``Record/nameFacts``.
  case name(fact: UInt32)
  /// A fact of a field, both by their index.
  case fact(field: UInt32, fact: UInt32)
  /// A fact of a field in an entry of a group.
  case inner(field: UInt32, fact: UInt32, inner: UInt32, innerFact: UInt32)
  /// One of ``Record/annotations``.
  case annotation(UInt32)
}

extension Record {
  /// Everything in the record that may cite, in the order in which it is declared.
  package func forEachSupport(_ body: (FactPlace, Support<S>) -> Void) {
    for (index, fact) in nameFacts.enumerated() {
      if let support = fact.support { body(.name(fact: UInt32(index)), support) }
    }
    for entry in fields {
      let field = UInt32(entry.field)
      for (index, fact) in entry.facts.enumerated() {
        if let support = fact.support { body(.fact(field: field, fact: UInt32(index)), support) }
        guard case .group(let parts) = fact.value else { continue }
        for part in parts {
          for (position, inner) in part.facts.enumerated() {
            guard let support = inner.support else { continue }
            body(
              .inner(
                field: field, fact: UInt32(index), inner: UInt32(part.field),
                innerFact: UInt32(position)), support)
          }
        }
      }
    }
    for (index, annotation) in annotations.enumerated() {
      if let support = annotation.support { body(.annotation(UInt32(index)), support) }
    }
  }

  /// What stands at a place; nil of the record as a whole, and of annotations.
  package func fact(at place: FactPlace) -> Fact<S>? {
    switch place {
    case .record, .annotation: return nil
    case .name(let fact): return nameFacts[Int(fact)]
    case .fact(let field, let fact): return facts(Int(field))[Int(fact)]
    case .inner(let field, let fact, let inner, let innerFact):
      guard case .group(let parts) = facts(Int(field))[Int(fact)].value else { return nil }
      return parts.first { $0.field == Int(inner) }?.facts[Int(innerFact)]
    }
  }

  /// What is cited at a place.
  package func citations(at place: FactPlace) -> [Citation<S>] {
    switch place {
    case .record: citations
    case .annotation(let index): annotations[Int(index)].citations
    default: fact(at: place)?.support?.citations ?? []
    }
  }

  /// Whether what stands at a place, or the entry that holds it, was found wrong.
  package func isRejected(at place: FactPlace) -> Bool { has(.rejected, at: place) }

  /// Whether rivals stand beside what is said there.
  package func isDisputed(at place: FactPlace) -> Bool { has(.disputed, at: place) }

  /// How sure it is; of what an entry says, as sure as the entry unless it says so itself.
  package func confidence(at place: FactPlace) -> Confidence? {
    switch place {
    case .annotation(let index): annotations[Int(index)].support?.confidence
    case .inner(let field, let fact, _, _):
      self.fact(at: place)?.support?.confidence
        ?? facts(Int(field))[Int(fact)].support?.confidence
    default: fact(at: place)?.support?.confidence
    }
  }

  private func has(_ status: FactStatus, at place: FactPlace) -> Bool {
    switch place {
    case .annotation(let index): annotations[Int(index)].support?.status == status
    case .inner(let field, let fact, _, _):
      self.fact(at: place)?.support?.status == status
        || facts(Int(field))[Int(fact)].support?.status == status
    default: fact(at: place)?.support?.status == status
    }
  }
}
