/// A snapshot belongs to a source, which says what it is a copy of.
enum UnrecordedSnapshot {
  /// The files that no source names, sorted by path below `content/media/`.
  static func files(in model: SiteModel) -> [String] {
    // A snapshot that only a draft names stays behind with it.
    var files = model.media.filter {
      $0.hasPrefix("snapshots/") && !model.withheldMedia.contains($0)
    }
    guard !files.isEmpty else { return [] }
    for record in model.records {
      let fields = model.schema.kinds[record.kind].fields
      guard let index = fields.index(of: "snapshots"),
        case .group(let inner) = fields[index].type
      else { continue }
      for fact in record.facts(index) {
        guard case .group(let parts) = fact.value else { continue }
        for file in parts.facts("file", in: inner) {
          if case .text(let path) = file.value { files.remove(path) }
        }
      }
    }
    return files.sorted()
  }
}

extension Diagnostic {
  static func unrecorded(_ path: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .unrecordedSnapshot, "no source names the snapshot '\(path)'", at: location,
      help: "add it under 'snapshots' of the source that it is a copy of, or delete it")
  }
}
