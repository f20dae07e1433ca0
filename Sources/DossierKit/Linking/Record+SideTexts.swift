/// A text beside the body of a record, and where in the record it stands.
struct SideText: Sendable {
  let place: FactPlace
  let text: LinkedText
}

extension Record where S == Resolved {
  /// The texts beside the body, in the order of the fields: summaries, notes, claims, annotations.
  ///
  /// Links in them are mentions as those of the body are. Names are not looked for there.
  var sideTexts: [SideText] {
    var texts: [SideText] = []
    forEachSideText { texts.append(SideText(place: $0, text: $1)) }
    return texts
  }

  /// What was rejected is no longer said; why it was, is.
  private func forEachSideText(_ body: (FactPlace, LinkedText) -> Void) {
    for (index, fact) in nameFacts.enumerated() {
      if let note = fact.support?.note { body(.name(fact: UInt32(index)), note) }
    }
    for entry in fields {
      let field = UInt32(entry.field)
      for (index, fact) in entry.facts.enumerated() {
        let place = FactPlace.fact(field: field, fact: UInt32(index))
        if fact.support?.status != .rejected {
          switch fact.value {
          case .markdown(let text): body(place, text)
          case .group(let parts): forEachText(in: parts, of: field, UInt32(index), body)
          default: break
          }
        }
        if let note = fact.support?.note { body(place, note) }
      }
    }
    for (index, annotation) in annotations.enumerated() {
      if let text = annotation.text { body(.annotation(UInt32(index)), text) }
      if let note = annotation.support?.note { body(.annotation(UInt32(index)), note) }
    }
  }

  private func forEachText(
    in parts: [FieldEntry<Resolved>], of field: UInt32, _ fact: UInt32,
    _ body: (FactPlace, LinkedText) -> Void
  ) {
    for part in parts {
      for (position, inner) in part.facts.enumerated() {
        let place = FactPlace.inner(
          field: field, fact: fact, inner: UInt32(part.field), innerFact: UInt32(position))
        if inner.support?.status != .rejected, case .markdown(let text) = inner.value {
          body(place, text)
        }
        if let note = inner.support?.note { body(place, note) }
      }
    }
  }
}
