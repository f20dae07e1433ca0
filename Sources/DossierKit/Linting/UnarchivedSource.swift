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
    // What has gone, or is somebody else's by now, nobody can keep any more.
    let isGone = record.facts("url_status", in: fields).contains { fact in
      if case .text(let status) = fact.value {
        status == "dead" || status == "usurped"
      } else {
        false
      }
    }
    for fact in record.facts("url", in: fields) {
      if case .text(let address) = fact.value {
        return [.unarchived(address, isGone: isGone, at: fact.location)]
      }
    }
    return []
  }
}

extension Diagnostic {
  fileprivate static func unarchived(
    _ address: String, isGone: Bool, at location: Location
  ) -> Diagnostic {
    let archive =
      isGone
      ? "look in web archives for a copy from before and add"
      : "have a web archive keep it and add"
    let snapshot = isGone ? "or keep the copy that you have below" : "or save it below"
    return Diagnostic(
      .unarchivedSource, "there is no copy of '\(address.shortened)'", at: location,
      help: "\(archive) 'archives: [{url: …, at: …}]', \(snapshot)"
        + " 'content/media/snapshots/' and add 'snapshots: [{file: …}]'")
  }
}
