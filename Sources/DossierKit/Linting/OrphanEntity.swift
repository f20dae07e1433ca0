/// An entity has a page because something speaks of it: a text, or the field of another record.
enum OrphanEntity {
  @Sendable static func check(_ site: LintedSite) -> [Diagnostic] {
    let model = site.model
    return model.kinds.indices.flatMap { kind -> [Diagnostic] in
      // Sources have a lint of their own.
      guard model.schema.kinds[kind].role == .entity, model.schema.kinds[kind].name != "source"
      else { return [] }
      return model.kinds[kind].map { RecordID($0) }.compactMap { id in
        let record = model[id]
        guard record.visibility != .redacted, site.links.backlinks[id].isEmpty,
          !site.uses.isReferredTo(id)
        else { return nil }
        return .orphan(record)
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func orphan(_ record: ResolvedRecord) -> Diagnostic {
    Diagnostic(
      .orphanEntity, "nothing mentions '\(record.name.shortened)', and nothing refers to it",
      at: record.location,
      help: "link to it as '[[\(record.id)]]' where it matters, or delete it")
  }
}
