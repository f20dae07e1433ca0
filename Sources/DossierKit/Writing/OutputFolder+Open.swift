extension OutputFolder {
  /// Opens the folder at `path` for one build, made if it is not there. Nothing in it is changed yet,
  /// save what stands in the way of the plan and is dossier's own.
  ///
  /// - Parameters:
  ///   - root: The dossier's folder, in which `.dossier/` remembers what was written.
  ///   - planned: Every file that the site is to have, sorted, each once.
  ///   - isStrict: Whether a warning is a reason not to write.
  ///   - log: Takes the reasons why dossier may not write there, and what it leaves alone.
  /// - Returns: Nil if it may not. Nothing was written then.
  package static func open(
    at path: String, root: String, planned: [OutputPath], fileSystem: FileSystem,
    isStrict: Bool = false, into log: inout DiagnosticLog
  ) throws(FileSystemError) -> OutputFolder? {
    if let refusal = try refusal(of: path, root: root, fileSystem: fileSystem) {
      log.append(refusal)
      return nil
    }
    let place = try Place(path, in: fileSystem)
    let directory = try place.make(asked: path, in: fileSystem)
    guard try fileSystem.lock(directory) else { throw FileSystemError(.lock, path, .locked) }
    let state = try StateFolder(in: root, for: place.path, fileSystem: fileSystem)
    let (found, journal) = (try state.manifest(), try state.journal())
    let manifest = found ?? Manifest(output: place.path)
    var ownership = Ownership(planned: planned, manifest: manifest, journal: journal)
    // A build that was killed may have changed them itself.
    let changed =
      journal == nil ? try fileSystem.changed(ownership.staleRecords, in: directory) : []
    ownership.disown(changed)
    let standing = try ownership.remembered.map { record throws(FileSystemError) in
      try record.map { record throws(FileSystemError) in
        try fileSystem.standing(of: record, in: directory)
      }
    }
    let overwritten =
      journal == nil
      ? zip(ownership.planned, standing).filter { $0.1 == .changed }.map(\.0) : []

    // A damaged journal has no paths, and tells as little as none.
    let remembersNothing = found == nil && journal?.paths.isEmpty != false
    let isAdopted = remembersNothing ? try fileSystem.holdsSite(directory) : false
    let names = try fileSystem.entries(directory).map(\.name)
    let survey = Survey(ownership, changed: changed, names: names, isAdopted: isAdopted)
    let foreign = try survey.foreignFiles(in: directory, fileSystem)
    if let first = foreign.first {
      log.append(.foreignFiles(foreign.count, first: first, in: path))
      return nil
    }
    if !survey.foreignNames.isEmpty { log.append(.leftAlone(survey.foreignNames, in: path)) }
    for file in changed { log.append(.changedFile(file, in: path)) }
    if !overwritten.isEmpty { log.append(.overwrittenFiles(overwritten, in: path)) }
    if isStrict, !changed.isEmpty || !overwritten.isEmpty { return nil }

    let orphans = isAdopted ? try fileSystem.orphans(in: directory, besides: planned) : []
    try state.write(Journal(paths: ownership.unrecorded))
    if journal != nil || isAdopted { try fileSystem.sweep(ownership.folders, of: directory) }
    _ = try fileSystem.remove(ownership.inTheWay, from: directory, sparing: [])
    return OutputFolder(
      fileSystem: fileSystem, directory: directory, planned: planned,
      remembered: ownership.remembered, isAsLeft: standing.map { $0 == .asLeft },
      stale: ownership.stale, state: state, manifest: manifest,
      isAdopted: isAdopted, orphans: orphans)
  }

  /// Why dossier may not write at `path` at all, whatever it would write there; nil if it may.
  static func refusal(of path: String, root: String, fileSystem: FileSystem)
    throws(FileSystemError) -> Diagnostic?
  {
    guard let root = try fileSystem.resolve(root) else {
      throw FileSystemError(.open, root, .missing)
    }
    return try Place(path, in: fileSystem).refusal(asked: path, root: root, in: fileSystem)
  }
}

/// Where an output folder is to be: the part of its path that is there, and the rest.
private struct Place {
  /// Absolute, without links.
  let existing: String
  let missing: [String]

  var path: String {
    missing.reduce(existing) { $0.hasSuffix("/") ? $0 + $1 : "\($0)/\($1)" }
  }

  init(_ path: String, in fileSystem: FileSystem) throws(FileSystemError) {
    var existing = path.isEmpty ? "." : path
    var missing: [String] = []
    while true {
      if let found = try fileSystem.resolve(existing) {
        self.existing = found
        self.missing = missing
        return
      }
      if try fileSystem.status(existing)?.kind == .link {
        throw FileSystemError(.open, existing, .link)
      }
      while existing.utf8.count > 1, existing.utf8.last == UInt8(ascii: "/") {
        existing = String(existing.unicodeScalars.dropLast())
      }
      let slash = existing.utf8.lastIndex(of: UInt8(ascii: "/"))
      let name = slash.map { String(existing[existing.utf8.index(after: $0)...]) } ?? existing
      // "a/../b" cannot be told apart from "b" while there is no "a".
      guard name != "..", name != "." else { throw FileSystemError(.open, path, .missing) }
      missing.insert(name, at: 0)
      existing = slash.map { $0 == existing.utf8.startIndex ? "/" : String(existing[..<$0]) } ?? "."
    }
  }

  /// Why dossier may not write here at all: its own sources would be in the way, or in danger.
  func refusal(asked: String, root: String, in fileSystem: FileSystem) throws(FileSystemError)
    -> Diagnostic?
  {
    for name in ["content", "templates", ".dossier"] {
      guard let source = try fileSystem.resolve("\(root)/\(name)") else { continue }
      let words: String
      if path.isPath(in: source) {
        words = path == source ? "is '\(name)/' itself" : "lies inside '\(name)/'"
      } else if source.isPath(in: path) {
        words = "holds '\(name)/'"
      } else {
        continue
      }
      return Diagnostic(
        .outputInContent, "the output folder '\(asked)' \(words)", at: nil,
        help: "name a folder of its own with --output, such as 'public'")
    }
    return nil
  }

  func make(asked: String, in fileSystem: FileSystem) throws(FileSystemError) -> Directory {
    var directory = try fileSystem.openDirectory(existing)
    for name in missing { directory = try fileSystem.subdirectory(name, of: directory) }
    return directory
  }
}

/// Which files of an output folder are dossier's, and which of them the site is to have.
private struct Ownership {
  let planned: [OutputPath]
  /// What is remembered of each planned file.
  private(set) var remembered: [OutputRecord?] = []
  /// Planned files that dossier has not made before.
  private(set) var new: [OutputPath] = []
  /// Files that dossier made, or was about to make, and that are not planned.
  private(set) var stale: [OutputPath] = []
  /// Of those that were made, what is remembered of each.
  private(set) var staleRecords: [OutputRecord] = []
  /// Files that are dossier's, or will be, without there being a record of it.
  let unrecorded: [OutputPath]

  init(planned: [OutputPath], manifest: Manifest, journal: Journal?) {
    self.planned = planned
    let begun = journal?.paths ?? []
    remembered.reserveCapacity(planned.count)
    // All three are sorted: one pass side by side.
    var (nextRecord, nextBegun) = (0, 0)
    var begunUnrecorded: [OutputPath] = []
    func passed(_ limit: OutputPath?, _ path: OutputPath) -> Bool {
      limit.map { path < $0 } ?? true
    }
    for limit in planned.map(Optional.some) + [nil] {
      while nextRecord < manifest.records.count, passed(limit, manifest.records[nextRecord].path) {
        stale.append(manifest.records[nextRecord].path)
        staleRecords.append(manifest.records[nextRecord])
        nextRecord += 1
      }
      while nextBegun < begun.count, passed(limit, begun[nextBegun]) {
        stale.append(begun[nextBegun])
        begunUnrecorded.append(begun[nextBegun])
        nextBegun += 1
      }
      guard let path = limit else { break }
      let isBegun = nextBegun < begun.count && begun[nextBegun] == path
      if isBegun { nextBegun += 1 }
      if nextRecord < manifest.records.count, manifest.records[nextRecord].path == path {
        remembered.append(manifest.records[nextRecord])
        nextRecord += 1
      } else {
        remembered.append(nil)
        if isBegun { begunUnrecorded.append(path) } else { new.append(path) }
      }
    }
    stale.sort()
    unrecorded = (begunUnrecorded + new).sorted()
  }

  /// Gives up files that somebody has made their own.
  mutating func disown(_ files: [OutputPath]) {
    guard !files.isEmpty else { return }
    let files = Set(files)
    stale.removeAll(where: files.contains)
  }

  /// Every folder that dossier may have written to.
  var folders: Set<OutputPath> { Set((planned + stale).flatMap(\.folders)) }

  /// Stale files that stand where a file's folder must be, or in a folder where a file must be.
  var inTheWay: [OutputPath] {
    guard !stale.isEmpty else { return [] }
    // Files of the last build that came to its end stood beside each other then, and still do.
    let made = Set(zip(planned, remembered).lazy.filter { $0.1 == nil }.map(\.0))
    let folders = Set(made.flatMap(\.folders))
    return stale.filter { folders.contains($0) || $0.folders.contains(where: made.contains) }
  }
}

/// Looks for what stands in an output folder and is none of dossier's.
private struct Survey {
  private let new: [OutputPath]
  private let ownFiles: Set<OutputPath>
  private let ownFolders: Set<OutputPath>
  private let names: Set<String>
  /// Whether files that stand where planned ones go are dossier's, though it remembers none.
  private let isAdopted: Bool
  /// At the top, without hidden ones and those that hosts ask for; sorted.
  let foreignNames: [String]

  /// - Parameter changed: Files that were dossier's own, and are named by themselves.
  init(_ ownership: Ownership, changed: [OutputPath], names: [String], isAdopted: Bool) {
    new = ownership.new
    self.isAdopted = isAdopted
    self.names = Set(names)
    ownFiles = Set(ownership.stale)
    ownFolders = Set(ownership.stale.flatMap(\.folders))
    let own = Set((ownership.planned + ownership.stale + changed).compactMap { $0.parts.first })
    foreignNames = names.filter {
      !$0.utf8.starts(with: ".".utf8) && !own.contains(Substring($0)) && !Self.forHosts.contains($0)
    }.sorted()
  }

  /// What hosts, browsers and those who prove that a domain is theirs look for at the top of a site.
  private static let forHosts: Set<String> = [
    "CNAME", "_headers", "_redirects", "_routes.json", "netlify.toml", "vercel.json",
    "favicon.ico", "apple-touch-icon.png", "humans.txt", "security.txt", "ads.txt", "web.config",
  ]

  /// What stands in the place of planned files, or of folders that they need.
  func foreignFiles(in directory: borrowing Directory, _ fileSystem: FileSystem)
    throws(FileSystemError) -> [OutputPath]
  {
    var found: [OutputPath] = []
    // Folders that were looked at, and whether there may be something in them.
    var known: [OutputPath: Bool] = [:]
    search: for path in new where path.parts.first.map({ names.contains(String($0)) }) ?? false {
      for folder in path.folders {
        if let isThere = known[folder] {
          if isThere { continue } else { continue search }
        }
        let kind = try fileSystem.statusBelow(directory, folder.string)?.kind
        known[folder] = kind == .directory
        if kind == .directory { continue }
        if kind != nil, !ownFiles.contains(folder) { found.append(folder) }
        continue search
      }
      switch try fileSystem.statusBelow(directory, path.string)?.kind {
      case nil: break
      case .directory? where ownFolders.contains(path): break
      case .regular? where isAdopted: break
      default: found.append(path)
      }
    }
    return found
  }
}

extension FileSystem {
  /// Removes what a build that was killed had not yet put in its place.
  fileprivate func sweep(_ folders: Set<OutputPath>, of top: borrowing Directory)
    throws(FileSystemError)
  {
    try sweep(top)
    for folder in folders { try sweep(folder.parts[...], below: top) }
  }

  private func sweep(_ parts: ArraySlice<Substring>, below parent: borrowing Directory)
    throws(FileSystemError)
  {
    guard let name = parts.first else { return try sweep(parent) }
    // What is a link or a file by now was not written to.
    guard try statusBelow(parent, String(name))?.kind == .directory,
      let folder = try openSubdirectory(parent, String(name))
    else { return }
    try sweep(parts.dropFirst(), below: folder)
  }

  private func sweep(_ folder: borrowing Directory) throws(FileSystemError) {
    for entry in try entries(folder) where entry.name.hasPrefix(OutputPath.temporaryPrefix) {
      if entry.kind == .regular { _ = try removeFile(folder, entry.name) }
    }
  }
}

extension Diagnostic {
  /// `'a', 'b' and 3 more`
  private static func listed(_ names: [String]) -> String {
    let list = names.count > 5 ? names.prefix(5) + ["\(names.count - 5) more"] : names[...]
    let quoted = list.enumerated().map { $0 < 5 ? "'\($1)'" : $1 }
    return quoted.count == 1
      ? quoted[0] : quoted.dropLast().joined(separator: ", ") + " and " + quoted[quoted.count - 1]
  }

  fileprivate static func overwrittenFiles(
    _ files: [OutputPath], in folder: String
  ) -> Diagnostic {
    let (verb, past) = files.count == 1 ? ("was", "is") : ("were", "are")
    return Diagnostic(
      .overwrittenFile,
      "\(listed(files.map(\.string))) in '\(folder)' \(verb) changed since dossier wrote"
        + " \(files.count == 1 ? "it" : "them"), and \(past) written anew",
      at: nil,
      help:
        "make changes in 'content/' or 'templates/'; what another tool does to the pages, it does"
        + " to a copy of the folder")
  }

  fileprivate static func leftAlone(_ names: [String], in folder: String) -> Diagnostic {
    let words = listed(names)
    let (verb, past) = names.count == 1 ? ("is none", "was") : ("are none", "were")
    return Diagnostic(
      .leftAlone, "\(words) in '\(folder)' \(verb) of dossier's files, and \(past) left alone",
      at: nil, help: "move away what is not to be published")
  }

  fileprivate static func changedFile(_ file: OutputPath, in folder: String) -> Diagnostic {
    Diagnostic(
      .changedFile,
      "'\(folder)/\(file)' is no longer part of the site, and changed since dossier wrote it, so it was left alone",
      at: nil, help: "delete it, unless you want to keep it there")
  }

  fileprivate static func foreignFiles(_ count: Int, first: OutputPath, in folder: String)
    -> Diagnostic
  {
    let others = count == 1 ? "" : ", and \(count - 1) more like it"
    return Diagnostic(
      .foreignFile,
      "'\(folder)/\(first)' stands where the site goes, and dossier did not write it\(others)",
      at: nil,
      help:
        "move it away or name another folder with --output; if an earlier build wrote it and '.dossier' was deleted since, empty '\(folder)'"
    )
  }
}
