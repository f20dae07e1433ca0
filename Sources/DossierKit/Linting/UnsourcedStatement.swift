/// What is said of the living in a field marked `sensitive: challenge` names its source.
///
/// The living are records of a kind that has `died` or `deceased`, without `deceased: true` and without a
/// `died` that certainly lies in the past; a death that is disputed or less than likely is none. The source is that of the value, of its entry or of the whole record.
enum UnsourcedStatement {
  @Sendable static func check(_ id: RecordID, in site: LintedSite) -> [Diagnostic] {
    let record = site.model[id]
    let fields = site.model.kind(of: id).fields
    // What could not be read may be the source, or say that they are dead.
    guard !["cite", "died", "deceased"].contains(where: { record.unread.mayHold($0) }) else {
      return []
    }
    guard !site.model.isSourced(record.citations), isLiving(record, fields, in: site)
    else { return [] }
    var diagnostics: [Diagnostic] = []
    for entry in record.fields {
      let field = fields[entry.field]
      for fact in entry.facts where fact.isStatement && !site.model.isSourced(fact.support) {
        switch (fact.value, field.type) {
        case (.group(let parts), .group(let inner)):
          // Of an entry as a whole, or of each of its values that needs one.
          if field.sensitivity == .challenge {
            diagnostics.append(.unsourced(field, of: record.name, at: fact.location))
            continue
          }
          for part in parts where inner[part.field].sensitivity == .challenge {
            for fact in part.facts where fact.isStatement && !site.model.isSourced(fact.support) {
              diagnostics.append(
                .unsourced(inner[part.field], of: record.name, at: fact.location))
            }
          }
        default:
          guard field.sensitivity == .challenge else { continue }
          diagnostics.append(.unsourced(field, of: record.name, at: fact.location))
        }
      }
    }
    return diagnostics
  }

  private static func isLiving(
    _ record: ResolvedRecord, _ fields: FieldSet, in site: LintedSite
  ) -> Bool {
    guard fields.index(of: "died") != nil || fields.index(of: "deceased") != nil else {
      return false
    }
    let stated = record.fields.facts("deceased", in: fields)
    let isSaidDead =
      !stated.isEmpty
      && stated.allSatisfy { fact in
        if case .flag(true) = fact.value { fact.support?.isDoubted != true } else { false }
      }
    return !isSaidDead
      && !record.fields.certainDates("died", in: fields).certainlyPrecede(site.now)
  }
}

extension Fact<Resolved> {
  /// Whether it says something that the dossier stands by or weighs.
  fileprivate var isStatement: Bool {
    if case .unknown = value { return false }
    return support?.status != .rejected
  }
}

extension SiteModel {
  fileprivate func isSourced(_ support: Support<Resolved>?) -> Bool {
    support.map { isSourced($0.citations) } ?? false
  }

  /// Whether readers can see on what it rests: what was removed is no source for them.
  fileprivate func isSourced(_ citations: [Citation<Resolved>]) -> Bool {
    citations.contains { $0.bearing.supports && self[$0.source].visibility != .redacted }
  }
}

extension Diagnostic {
  fileprivate static func unsourced(
    _ field: Field, of name: String, at location: Location
  ) -> Diagnostic {
    Diagnostic(
      .unsourcedStatement,
      "'\(field.name)' of the living needs a source, and of '\(name)' it has none", at: location,
      help: "add 'cite: …' to it, or 'deceased: true' to the record of somebody who has died")
  }
}
