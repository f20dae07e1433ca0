import Markdown

/// What was removed leaves its name where people have typed it; dossier takes away links alone.
enum RedactedName {
  @Sendable static func check(_ id: RecordID, in site: LintedSite) -> [Diagnostic] {
    guard let names = site.redactedNames else { return [] }
    var finder = NameFinder(names: names, files: site.sources.files)
    finder.find(in: site.model[id])
    return finder.found.map { owner, places in .stillNamed(places, site.model[owner].id) }
  }

  /// What `site.yaml` says on every page, and the labels of the dossier's own kinds.
  static func checkSettings(of site: LintedSite) -> [Diagnostic] {
    guard let names = site.redactedNames,
      let file = site.sources.files.firstIndex(where: { $0.path == ParsedSite.settingsPath })
    else { return [] }
    let settings = site.model.settings
    let whole = Location(FileID(file), site.sources.files[file].bytes.indices)
    var finder = NameFinder(names: names, files: site.sources.files)
    let labels =
      site.model.schema.kinds.flatMap { kind in
        [kind.label.one, kind.label.many] + kind.fields.fields.map(\.label)
      } + site.model.schema.relations.flatMap { [$0.label, $0.inverse] }
    for text in [settings.title, settings.description] + settings.authors + labels {
      finder.find(in: text, at: whole)
    }
    return finder.found.map { owner, places in .stillNamed(places, site.model[owner].id) }
  }

  /// The files below `content/media/` whose names hold that of something, with whose it is.
  static func files(in site: LintedSite) -> [(path: String, owner: String)] {
    guard let names = site.redactedNames else { return [] }
    return site.model.media.subtracting(site.model.withheldMedia).sorted().compactMap { path in
      var finder = NameFinder(names: names, files: [])
      finder.find(in: path, at: Location(0, 0..<0))
      return finder.found.first.map { (path, site.model[$0.owner].id) }
    }
  }
}

extension Diagnostic {
  static func named(_ path: String, _ id: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .redactedName, "the file 'media/\(path)' has a name of '\(id)', which was removed",
      at: location,
      help: "rename it; if it may stay, say so under 'lint' of 'content/site.yaml'")
  }

  fileprivate static func stillNamed(
    _ places: [(name: String, location: Location)], _ id: String
  ) -> Diagnostic {
    let others = places.dropFirst()
    return Diagnostic(
      .redactedName,
      "'\(places[0].name)' is a name of '\(id)', which was removed, and readers see it",
      at: places[0].location,
      notes: others.prefix(5).map { Note("'\($0.name)' stands here as well", at: $0.location) },
      help: (others.count > 5
        ? "take it out here and in \(others.count) other places" : "take it out")
        + ", or say under 'lint' why it may stay")
  }
}
