extension Record where S == Resolved {
  /// The texts beside the body, in the order of the fields: summaries, notes, claims, annotations.
  ///
  /// Links in them are mentions as those of the body are. Names are not looked for there.
  var sideTexts: [LinkedText] {
    var texts: [LinkedText] = []
    forEachSideText { texts.append($1) }
    return texts
  }

  /// The place of the text of that index among ``sideTexts``, and the text.
  func sideText(_ index: Int) -> (place: FactPlace, text: LinkedText)? {
    var count = 0
    var found: (place: FactPlace, text: LinkedText)?
    forEachSideText { place, text in
      if count == index { found = (place, text) }
      count += 1
    }
    return found
  }

  private func forEachSideText(_ body: (FactPlace, LinkedText) -> Void) {
    for (index, fact) in nameFacts.enumerated() where fact.support?.status != .rejected {
      if let note = fact.support?.note { body(.name(fact: UInt32(index)), note) }
    }
    for entry in fields {
      let field = UInt32(entry.field)
      for (index, fact) in entry.facts.enumerated() where fact.support?.status != .rejected {
        let place = FactPlace.fact(field: field, fact: UInt32(index))
        switch fact.value {
        case .markdown(let text): body(place, text)
        case .group(let parts):
          for part in parts {
            for (position, inner) in part.facts.enumerated()
            where inner.support?.status != .rejected {
              let place = FactPlace.inner(
                field: field, fact: UInt32(index), inner: UInt32(part.field),
                innerFact: UInt32(position))
              if case .markdown(let text) = inner.value { body(place, text) }
              if let note = inner.support?.note { body(place, note) }
            }
          }
        default: break
        }
        if let note = fact.support?.note { body(place, note) }
      }
    }
    for (index, annotation) in annotations.enumerated() {
      if let text = annotation.text { body(.annotation(UInt32(index)), text) }
    }
  }
}
