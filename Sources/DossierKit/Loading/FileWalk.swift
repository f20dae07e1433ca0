/// One walk over a folder of the author's: what is in it to be read, copied or complained of.
struct FileWalk {
  /// A regular file.
  struct File {
    /// Below the dossier's folder, as the author sees it.
    let path: String
    /// Where it is read: without links.
    let realPath: String
    /// Known of assets, which are not read.
    let status: FileStatus?
  }

  /// Something that is left out, and why.
  struct Complaint {
    let path: String
    let code: Diagnostic.Code
    let message: String
    let help: String?
  }

  /// What a file is for.
  enum Use {
    case text, asset
    case unexpected(help: String)
  }

  private(set) var texts: [File] = []
  private(set) var assets: [File] = []
  private(set) var complaints: [Complaint] = []

  private struct Folder {
    let path: String
    let realPath: String
    /// Whether a link led here. Such a folder's own links to folders are not followed.
    let isLinked: Bool
  }

  private let fileSystem: FileSystem
  private let use: (_ path: String) -> Use
  /// The folder that no link may leave: its name, and its path without links.
  private let top: (path: String, realPath: String)

  /// Walks `realPath`, which the author knows as `path`.
  init(
    _ path: String, at realPath: String, in fileSystem: FileSystem,
    use: @escaping (_ path: String) -> Use
  ) throws(FileSystemError) {
    self.fileSystem = fileSystem
    self.use = use
    top = (path, realPath)
    // A list rather than a recursion: folders may be nested deeper than files may be open.
    var folders = [Folder(path: path, realPath: realPath, isLinked: false)]
    while let folder = folders.popLast() {
      let directory = try fileSystem.openDirectory(folder.realPath)
      for entry in try fileSystem.entries(directory) where !entry.isPassedOver {
        if let found = try visit(entry, in: folder) { folders.append(found) }
      }
    }
  }

  /// Takes in one entry; returns it if it is a folder to walk.
  private mutating func visit(_ entry: DirectoryEntry, in folder: Folder) throws(FileSystemError)
    -> Folder?
  {
    let path = "\(folder.path)/\(entry.name)"
    let realPath = "\(folder.realPath)/\(entry.name)"
    guard entry.isUTF8 else {
      complain(.unexpectedFile, path, "the name '\(path)' is not UTF-8", help: "rename it")
      return nil
    }
    switch entry.kind {
    case .regular:
      try take(path, at: realPath)
    case .directory:
      return Folder(path: path, realPath: realPath, isLinked: folder.isLinked)
    case .special:
      complainOfSpecial(path)
    case .link:
      return try follow(path, at: realPath, in: folder)
    }
    return nil
  }

  private mutating func take(_ path: String, at realPath: String) throws(FileSystemError) {
    switch use(path) {
    case .text:
      texts.append(File(path: path, realPath: realPath, status: nil))
    case .asset:
      // Nil if it vanished since the folder was listed.
      guard let status = try fileSystem.status(realPath), status.kind == .regular else { return }
      assets.append(File(path: path, realPath: realPath, status: status))
    case .unexpected(let help):
      complain(.unexpectedFile, path, "'\(path)' is passed over", help: help)
    }
  }

  private mutating func follow(_ path: String, at link: String, in folder: Folder)
    throws(FileSystemError) -> Folder?
  {
    guard let target = try fileSystem.resolve(link), let status = try fileSystem.status(target)
    else {
      complain(
        .linkLeavesContent, path, "the link '\(path)' leads nowhere",
        help: "mend or remove it")
      return nil
    }
    guard target.isPath(in: top.realPath) else {
      complain(
        .linkLeavesContent, path, "the link '\(path)' leads out of '\(top.path)/'",
        help: "put the file itself there, or a link to one inside '\(top.path)/'")
      return nil
    }
    switch status.kind {
    case .regular:
      try take(path, at: target)
    case .directory where folder.realPath.isPath(in: target):
      complain(
        .linkLeavesContent, path, "the link '\(path)' leads to a folder that it lies in",
        help: "remove it")
    case .directory where folder.isLinked:
      // Followed one after another, a few such links would make millions of files.
      complain(
        .linkLeavesContent, path, "the link '\(path)' to a folder lies behind another such link",
        help: "link to the folder itself")
    case .directory:
      return Folder(path: path, realPath: target, isLinked: true)
    case .link, .special:
      complainOfSpecial(path)
    }
    return nil
  }

  private mutating func complainOfSpecial(_ path: String) {
    complain(
      .unexpectedFile, path, "'\(path)' is neither a file nor a folder, and is passed over",
      help: "remove it")
  }

  private mutating func complain(
    _ code: Diagnostic.Code, _ path: String, _ message: String, help: String?
  ) {
    complaints.append(Complaint(path: path, code: code, message: message, help: help))
  }
}

extension DirectoryEntry {
  /// Hidden files, and the copies that editors leave behind.
  fileprivate var isPassedOver: Bool { name.utf8.first == 0x2E || name.utf8.last == 0x7E }
}

extension String {
  /// Whether a path is another or lies below it. Both are absolute and without links.
  func isPath(in folder: String) -> Bool {
    let (own, other) = (utf8, folder.utf8)
    guard own.starts(with: other) else { return false }
    let rest = own.dropFirst(other.count)
    return rest.isEmpty || other.last == UInt8(ascii: "/") || rest.first == UInt8(ascii: "/")
  }
}
