import EDTF
import Markdown

/// A field of one value has one that is accepted; others are disputed, or rejected.
///
/// Two that are equal say one thing. Texts in two languages are one value said twice, and entries whose times
/// certainly do not overlap held one after the other.
enum CompetingValues {
  @Sendable static func check(_ id: RecordID, in site: LintedSite) -> [Diagnostic] {
    let record = site.model[id]
    let kind = site.model.kind(of: id)
    let name = Field(
      name: kind.nameKey, label: kind.nameKey, type: .text, isMany: false, isRequired: true,
      sensitivity: .none)
    return rivals(record.nameFacts, of: name, site.model)
      + check(record.fields, kind.fields, site.model)
  }

  private static func check(
    _ entries: [FieldEntry<Resolved>], _ fields: FieldSet, _ model: SiteModel
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for entry in entries {
      let field = fields[entry.field]
      diagnostics += rivals(entry.facts, of: field, model)
      guard case .group(let inner) = field.type else { continue }
      for fact in entry.facts where fact.support?.status != .rejected {
        if case .group(let parts) = fact.value { diagnostics += check(parts, inner, model) }
      }
    }
    return diagnostics
  }

  /// The first two that compete: with them settled, the next come up.
  private static func rivals(
    _ facts: [Fact<Resolved>], of field: Field, _ model: SiteModel
  ) -> [Diagnostic] {
    guard !field.isMany, facts.count > 1 else { return [] }
    // Nobody compares more than these, and each with each.
    let accepted = facts.lazy.filter { ($0.support?.status ?? .accepted) == .accepted }
      .prefix(16).map(\.self)
    for index in accepted.indices.dropFirst() {
      guard let other = accepted[..<index].first(where: { compete($0, accepted[index], field) })
      else { continue }
      return [.competing(field, other, accepted[index], model)]
    }
    return []
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
  fileprivate func words(_ model: SiteModel) -> String? {
    switch value {
    case .text(let text): "'\(text.shortened)'"
    case .date(let date): "'\(date)'"
    case .flag(let flag): "'\(flag)'"
    case .instant(let instant): "'\(instant)'"
    case .geo(let point): "'\(point.latitude), \(point.longitude)'"
    case .reference(let target): "'\(model[target].id)'"
    case .markdown(let text):
      "'\(String(decoding: text.document.source, as: UTF8.self).trimmed.prefix { !$0.isNewline }.description.shortened)'"
    case .unknown: "'unknown'"
    case .none: "'none'"
    default: nil
    }
  }
}

extension Diagnostic {
  fileprivate static func competing(
    _ field: Field, _ first: Fact<Resolved>, _ second: Fact<Resolved>, _ model: SiteModel
  ) -> Diagnostic {
    let values = [first.words(model), second.words(model)].compactMap(\.self)
    let both = values.count == 2 ? ", \(values[0]) and \(values[1])" : ""
    return Diagnostic(
      .competingValues, "'\(field.name)' holds one value, and two are accepted\(both)",
      at: second.location, notes: [Note("the other is given here", at: first.location)],
      help: "mark both 'status: disputed', or the wrong one 'status: rejected' with a 'note'")
  }
}
