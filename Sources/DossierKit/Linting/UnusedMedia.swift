/// What lies in `content/media/` is published, so that what nobody asks for may be there by mistake.
enum UnusedMedia {
  /// The files that nothing names, sorted by path below `content/media/`. Snapshots have a lint of their own.
  static func files(in model: SiteModel) -> [String] {
    model.unnamedMedia.filter { !$0.hasPrefix("snapshots/") }.sorted()
  }
}

extension Diagnostic {
  static func unused(_ path: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .unusedMedia, "'media/\(path)' is published, and nothing in the dossier names it",
      at: location,
      help: "move it out of 'content/media/'; if others link to it, say so under 'lint' of"
        + " 'content/site.yaml'")
  }
}
