// `.dossier/` may be deleted, or never have come along: to a fresh clone, to another machine that keeps
// the output. What stands in the output folder then tells by itself whether dossier made it.

extension FileSystem {
  /// Whether a folder holds a site that dossier made: its `index.html` says so.
  func holdsSite(_ folder: borrowing Directory) throws(FileSystemError) -> Bool {
    try bearsMark(folder, "index.html")
  }

  /// Every page that dossier made and that is not planned, sorted. Looks behind no link.
  func orphans(in top: borrowing Directory, besides planned: [OutputPath]) throws(FileSystemError)
    -> [OutputPath]
  {
    var found: [OutputPath] = []
    try findPages(in: top, prefix: "", depth: 0, besides: Set(planned), into: &found)
    return found.sorted()
  }

  private func findPages(
    in folder: borrowing Directory, prefix: String, depth: Int, besides planned: Set<OutputPath>,
    into found: inout [OutputPath]
  ) throws(FileSystemError) {
    // Dossier makes nothing that is hidden. Such a folder may well be the `.git` of the output.
    for entry in try entries(folder) where entry.isUTF8 && !entry.name.utf8.starts(with: ".".utf8) {
      switch entry.kind {
      case .regular where entry.name.utf8.suffix(5).elementsEqual(".html".utf8):
        guard let path = OutputPath(prefix + entry.name), !planned.contains(path),
          try bearsMark(folder, entry.name)
        else { continue }
        found.append(path)
      case .directory where depth < Mark.deepestFolder:
        do {
          guard let next = try openSubdirectory(folder, entry.name) else { continue }
          try findPages(
            in: next, prefix: "\(prefix)\(entry.name)/", depth: depth + 1, besides: planned,
            into: &found)
        } catch  where error.reason == .denied {
          // Somebody else's, such as `lost+found`.
        }
      default: break
      }
    }
  }

  private func bearsMark(_ folder: borrowing Directory, _ name: String) throws(FileSystemError)
    -> Bool
  {
    do {
      return try readStart(folder, name, Mark.reach)?.contains(Mark.line) ?? false
    } catch  where error.reason == .denied {
      return false
    }
  }
}

extension OutputFolder {
  /// Of a file that stands at `path` and has these very bytes; nil if none does.
  func status(ofFileWith bytes: [UInt8], at path: OutputPath) throws(FileSystemError)
    -> FileStatus?
  {
    try fileSystem.inFolder(of: path.parts[...], below: directory) {
      folder, name throws(FileSystemError) in
      // Before it is read: should it change meanwhile, the next build sees that it did.
      guard let status = try fileSystem.statusBelow(folder, name), status.kind == .regular,
        status.size == bytes.count,
        try fileSystem.readStart(folder, name, bytes.count + 1) == bytes
      else { return nil }
      return status
    }
  }
}

/// What the pages of the default theme say of their origin.
private enum Mark {
  static let line = Array("<meta name=\"generator\" content=\"dossier\">".utf8)
  /// It stands in the first bytes of a page, or not at all.
  static let reach = 2048
  /// Each folder on the way down is held open. Pages do not lie this deep.
  static let deepestFolder = 32
}
