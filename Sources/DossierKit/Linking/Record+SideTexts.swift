extension Record where S == Resolved {
  /// The texts beside the body, in the order of the fields: summaries, notes, claims, annotations.
  ///
  /// Links in them are mentions as those of the body are. Names are not looked for there.
  var sideTexts: [LinkedText] {
    var texts: [LinkedText] = []
    Self.collect(fields, into: &texts)
    texts += annotations.compactMap(\.text)
    return texts
  }

  private static func collect(_ entries: [FieldEntry<Resolved>], into texts: inout [LinkedText]) {
    for entry in entries {
      for fact in entry.facts where fact.support?.status != .rejected {
        switch fact.value {
        case .markdown(let text): texts.append(text)
        case .group(let inner): collect(inner, into: &texts)
        default: break
        }
        if let note = fact.support?.note { texts.append(note) }
      }
    }
  }
}
