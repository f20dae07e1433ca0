extension SourceTree {
  /// The largest text file that is read, in bytes. A larger one is no text that anybody wrote.
  package static let largestText = 64 << 20

  /// Reads the dossier in the folder `root`.
  ///
  /// - Parameters:
  ///   - jobs: How many files are read at once. The result does not depend on it.
  ///   - theme: The default theme's files by their path below `templates/`.
  ///   - log: Takes what is wrong with files as such: links, stray files, text that is not UTF-8.
  /// - Throws: If there is no `content/` in `root`, or something in it cannot be read.
  package static func load(
    _ root: String, from fileSystem: FileSystem, jobs: Int, theme: [(path: String, text: String)],
    into log: inout DiagnosticLog
  ) async throws(FileSystemError) -> SourceTree {
    guard let root = try fileSystem.resolve(root) else {
      throw FileSystemError(.open, root, .missing)
    }
    let content = try contentFolder(of: root, in: fileSystem)
    let walk = try FileWalk("content", at: content, in: fileSystem, use: useInContent)
    var walks = [walk]
    if let templates = try fileSystem.resolve(root + "/templates") {
      walks.append(try FileWalk("templates", at: templates, in: fileSystem, use: useInTemplates))
    }

    let readings = await walks.flatMap(\.texts).concurrentMap(jobs: jobs) { file in
      Reading(of: file, from: fileSystem)
    }
    var collector = Collector()
    for reading in readings { try collector.take(reading) }
    for walk in walks {
      for file in walk.assets { collector.take(file) }
      for complaint in walk.complaints { collector.take(complaint) }
    }
    collector.take(theme: theme)
    return collector.tree(into: &log)
  }

  /// The path of `content/` without links.
  private static func contentFolder(of root: String, in fileSystem: FileSystem)
    throws(FileSystemError) -> String
  {
    if let content = try fileSystem.resolve(root + "/content"),
      try fileSystem.status(content)?.kind == .directory
    {
      return content
    }
    let isContent =
      try fileSystem.status(root + "/site.yaml") != nil || root.hasSuffix("/content")
    throw FileSystemError(
      .open, root,
      .noContent(
        help: isContent
          ? "it looks like a 'content' folder itself: name the folder that it lies in, with --source"
          : "run dossier in the folder of your dossier, or name that folder with --source"))
  }

  private static func useInContent(_ path: String) -> FileWalk.Use {
    if path.starts(withBytesOf: "content/media/") { return .asset }
    if [".md", ".yaml", ".yml"].contains(where: path.ends(withBytesOf:)) { return .text }
    let lowercase = path.lowercased()
    let help =
      if [".md", ".yaml", ".yml"].contains(where: lowercase.ends(withBytesOf:)) {
        "write the ending in lower case"
      } else if [".txt", ".markdown", ".htm", ".html"].contains(where: lowercase.ends(withBytesOf:))
      {
        "text is written in '.md' files"
      } else {
        "dossier reads '.md' and '.yaml' files; what is to be copied goes below 'content/media/'"
      }
    return .unexpected(help: help)
  }

  private static func useInTemplates(_ path: String) -> FileWalk.Use {
    if path.starts(withBytesOf: "templates/assets/") { return .asset }
    if path.ends(withBytesOf: ".mustache") { return .text }
    return .unexpected(
      help: "templates end in '.mustache'; what is to be copied goes below 'templates/assets/'")
  }
}

/// What came of reading one text file.
private struct Reading: Sendable {
  enum Outcome: Sendable {
    case text([UInt8])
    /// The bytes, and the first of those that are no UTF-8.
    case invalid([UInt8], Range<Int>)
    case tooLarge
    case vanished
    case failed(FileSystemError)
  }

  let path: String
  let outcome: Outcome

  init(of file: FileWalk.File, from fileSystem: FileSystem) {
    path = file.path
    do {
      guard let bytes = try fileSystem.read(file.realPath, SourceTree.largestText) else {
        outcome = .vanished
        return
      }
      outcome = Self.check(bytes)
    } catch {
      if case .tooLarge = error.reason { outcome = .tooLarge } else { outcome = .failed(error) }
    }
  }

  private static func check(_ bytes: [UInt8]) -> Outcome {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return .text(bytes)
    } catch {
      return .invalid(bytes, error.byteOffsets)
    }
  }
}

/// Puts together what the walks and the readings brought.
private struct Collector {
  private var files: [SourceFile] = []
  private var assets: [AssetFile] = []
  private var leftOut: [(file: SourceFile, Diagnostic.Code, Range<Int>, String, help: String?)] = []

  mutating func take(_ reading: Reading) throws(FileSystemError) {
    let path = reading.path
    switch reading.outcome {
    case .text(let bytes):
      files.append(SourceFile(path: path, bytes: bytes))
    case .invalid(let bytes, let range):
      let file = SourceFile(path: path, bytes: bytes)
      leave(
        file, .invalidUTF8, at: range, "byte \(range.lowerBound) of '\(path)' is not UTF-8",
        help: "save the file as UTF-8")
    case .tooLarge:
      leave(
        SourceFile(path: path, bytes: []), .fileTooLarge,
        "'\(path)' is larger than \(SourceTree.largestText >> 20) MB",
        help: "divide it into several files")
    case .vanished:
      break
    case .failed(let error):
      throw error
    }
  }

  mutating func take(_ file: FileWalk.File) {
    guard let status = file.status else { return }
    // `content/media/x` is put out as `media/x`, `templates/assets/x` as `assets/x`.
    let below = file.path.utf8.drop { $0 != UInt8(ascii: "/") }.dropFirst()
    guard let outputPath = OutputPath(String(Substring(below))) else {
      leave(
        SourceFile(path: file.path, bytes: []), .unexpectedFile,
        "the name '\(file.path)' cannot stand in an address, and the file is passed over",
        help: "use no backslash and no control character in it")
      return
    }
    assets.append(
      AssetFile(
        outputPath: outputPath, origin: .disk(file.realPath), size: status.size,
        modified: status.modified))
  }

  mutating func take(_ complaint: FileWalk.Complaint) {
    leave(
      SourceFile(path: complaint.path, bytes: []), complaint.code, complaint.message,
      help: complaint.help)
  }

  /// Takes those files of the default theme that the author does not replace.
  mutating func take(theme: [(path: String, text: String)]) {
    let ownTemplates = Set(files.lazy.map(\.path).filter { $0.hasPrefix("templates/") })
    let ownAssets = Set(assets.map(\.outputPath))
    for (path, text) in theme {
      let bytes = Array(text.utf8)
      if path.hasPrefix("assets/") {
        guard let output = OutputPath(path), !ownAssets.contains(output) else { continue }
        assets.append(
          AssetFile(
            outputPath: output, origin: .builtIn(bytes), size: Int64(bytes.count), modified: 0))
      } else if !ownTemplates.contains("templates/\(path)") {
        files.append(SourceFile(path: "templates/\(path)", bytes: bytes, isBuiltIn: true))
      }
    }
  }

  private mutating func leave(
    _ file: SourceFile, _ code: Diagnostic.Code, at range: Range<Int> = 0..<0, _ message: String,
    help: String?
  ) {
    leftOut.append((file, code, range, message, help))
  }

  consuming func tree(into log: inout DiagnosticLog) -> SourceTree {
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    assets.sort { $0.outputPath < $1.outputPath }
    leftOut.sort { $0.file.path.utf8.lexicographicallyPrecedes($1.file.path.utf8) }
    for (index, (_, code, range, message, help)) in leftOut.enumerated() {
      let id = FileID(files.count + index)
      log.append(Diagnostic(code, message, at: Location(id, range), help: help))
    }
    return SourceTree(files: files, assets: assets, leftOut: leftOut.map(\.file))
  }
}

// By bytes: to Swift a slash or a full stop with a combining mark beside it is another character.
extension String {
  fileprivate func starts(withBytesOf start: String) -> Bool { utf8.starts(with: start.utf8) }

  fileprivate func ends(withBytesOf end: String) -> Bool {
    utf8.suffix(end.utf8.count).elementsEqual(end.utf8)
  }
}
