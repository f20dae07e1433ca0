/// A source is there because something rests on it.
enum UnusedSource {
  @Sendable static func check(_ site: LintedSite) -> [Diagnostic] {
    guard let kind = site.model.schema.kind(named: "source") else { return [] }
    return site.model.kinds[kind].map { RecordID($0) }.compactMap { id in
      let record = site.model[id]
      guard record.visibility != .redacted, site.links.backlinks[id].isEmpty,
        !site.uses.isCited(id), !site.uses.isReferredTo(id)
      else { return nil }
      return .unused(record)
    }
  }
}

extension Diagnostic {
  fileprivate static func unused(_ record: ResolvedRecord) -> Diagnostic {
    Diagnostic(
      .unusedSource, "nothing rests on the source '\(record.id)'", at: record.location,
      help: "cite it where it supports something, or delete it")
  }
}
