/// What stands on the web is kept somewhere else too, before it is gone.
enum UnarchivedSource {
  @Sendable static func check(_ id: RecordID, in site: LintedSite) -> [Diagnostic] {
    let fields = site.model.kind(of: id).fields
    guard fields.index(of: "archives") != nil || fields.index(of: "snapshots") != nil else {
      return []
    }
    let record = site.model[id].fields
    guard record.facts("archives", in: fields).isEmpty,
      record.facts("snapshots", in: fields).isEmpty
    else { return [] }
    for fact in record.facts("url", in: fields) {
      if case .text(let address) = fact.value { return [.unarchived(address, at: fact.location)] }
    }
    return []
  }
}

extension Diagnostic {
  fileprivate static func unarchived(_ address: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .unarchivedSource, "there is no copy of '\(address.shortened)'", at: location,
      help: "have a web archive keep it and add 'archives: [{url: …, at: …}]', or save it below"
        + " 'content/media/snapshots/' and add 'snapshots: [{file: …}]'")
  }
}
