/// A relation stands between two.
enum SelfRelation {
  @Sendable static func check(_ id: RecordID, in site: LintedSite) -> [Diagnostic] {
    let record = site.model[id]
    guard
      case .group(let fields) = site.model.kind(of: id).fields[CommonField.relations].type
    else { return [] }
    return record.standing(CommonField.relations).flatMap { relation -> [Diagnostic] in
      guard case .group(let parts) = relation.value else { return [] }
      return parts.facts("to", in: fields).compactMap { fact in
        guard case .reference(id) = fact.value else { return nil }
        return .related(record.id, at: fact.location)
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func related(_ id: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .selfRelation, "'\(id)' stands in a relation to itself", at: location,
      help: "write the id of the other under 'to'")
  }
}
