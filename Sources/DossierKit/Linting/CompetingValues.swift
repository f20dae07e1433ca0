import EDTF

/// A field of one value has one that is accepted; others are disputed, or rejected.
///
/// Two that are equal say one thing. Texts in two languages are one value said twice, and entries whose times
/// certainly do not overlap held one after the other.
enum CompetingValues {
  @Sendable static func check(_ id: RecordID, in site: LintedSite) -> [Diagnostic] {
    check(site.model[id].fields, site.model.kind(of: id).fields)
  }

  private static func check(
    _ entries: [FieldEntry<Resolved>], _ fields: FieldSet
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for entry in entries {
      let field = fields[entry.field]
      // Nobody compares more than these, and each with each.
      let accepted = entry.facts.lazy.filter { ($0.support?.status ?? .accepted) == .accepted }
        .prefix(16).map(\.self)
      if !field.isMany, accepted.count > 1 {
        // Enough for the author: with the first one settled, the next comes up.
        let pair = accepted.indices.dropFirst().lazy.compactMap { index in
          accepted[..<index].first { compete($0, accepted[index], field) }.map {
            ($0, accepted[index])
          }
        }.first
        if let (first, second) = pair { diagnostics.append(.competing(field, first, second)) }
      }
      guard case .group(let inner) = field.type else { continue }
      for fact in entry.facts where fact.support?.status != .rejected {
        if case .group(let parts) = fact.value { diagnostics += check(parts, inner) }
      }
    }
    return diagnostics
  }

  private static func compete(
    _ a: Fact<Resolved>, _ b: Fact<Resolved>, _ field: Field
  ) -> Bool {
    switch (a.value, b.value) {
    case (.text(let x), .text(let y)): x != y && a.support?.language == b.support?.language
    case (.markdown, .markdown): a.support?.language == b.support?.language
    case (.date(let x), .date(let y)): x != y
    case (.instant(let x), .instant(let y)): x.seconds != y.seconds
    case (.flag(let x), .flag(let y)): x != y
    case (.geo(let x), .geo(let y)): x != y
    case (.reference(let x), .reference(let y)): x != y
    case (.unknown, .unknown), (.none, .none): false
    case (.group(let x), .group(let y)): mayOverlap(x, y, field)
    default: true
    }
  }

  private static func mayOverlap(
    _ a: [FieldEntry<Resolved>], _ b: [FieldEntry<Resolved>], _ field: Field
  ) -> Bool {
    guard case .group(let inner) = field.type else { return true }
    func dates(_ name: String, _ entries: [FieldEntry<Resolved>]) -> [StatedDate] {
      entries.dates(name, in: inner)
    }
    return !dates("end", a).certainlyPrecede(dates("start", b))
      && !dates("end", b).certainlyPrecede(dates("start", a))
  }
}

extension Fact<Resolved> {
  /// The value as it is written, where it is short.
  fileprivate var words: String? {
    switch value {
    case .text(let text): "'\(text.shortened)'"
    case .date(let date): "'\(date)'"
    case .flag(let flag): "'\(flag)'"
    case .unknown: "'unknown'"
    case .none: "'none'"
    default: nil
    }
  }
}

extension Diagnostic {
  fileprivate static func competing(
    _ field: Field, _ first: Fact<Resolved>, _ second: Fact<Resolved>
  ) -> Diagnostic {
    let values = [first.words, second.words].compactMap(\.self)
    let both = values.count == 2 ? ", \(values[0]) and \(values[1])" : ""
    return Diagnostic(
      .competingValues, "'\(field.name)' holds one value, and two are accepted\(both)",
      at: second.location, notes: [Note("the other is given here", at: first.location)],
      help: "mark both 'status: disputed', or the wrong one 'status: rejected' with a 'note'")
  }
}
