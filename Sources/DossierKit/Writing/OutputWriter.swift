/// One task's hand in an ``OutputFolder``. Several write at once without knowing of each other.
package struct OutputWriter: ~Copyable {
  package enum Outcome: Sendable { case written, unchanged }

  /// What a writer did, for ``OutputFolder/finish(_:)``.
  package struct Batch: Sendable {
    /// With the place of each in the plan.
    var records: [(index: Int, record: OutputRecord)] = []
    package fileprivate(set) var written = 0
  }

  private let folder: OutputFolder
  private let temporaryName: String
  private var batch = Batch()
  /// The folder below the top that was written to last: most files share theirs with the one before.
  private var section: Section?

  private struct Section: ~Copyable {
    let name: Substring
    let directory: Directory
  }

  init(folder: OutputFolder, number: Int) {
    self.folder = folder
    temporaryName = "\(OutputPath.temporaryPrefix)\(number)"
  }

  /// What was done. Nothing more can be written.
  package consuming func finish() -> Batch { batch }

  /// Writes a page, unless its file still is what it was left as and has these very bytes.
  ///
  /// - Precondition: The path is one of those that the folder was opened for, and is written once.
  @discardableResult
  package mutating func put(_ bytes: [UInt8], at path: OutputPath) throws(FileSystemError)
    -> Outcome
  {
    let fileSystem = folder.fileSystem
    let fingerprint = Fingerprint(bytes)
    if folder.isAdopted, let status = try folder.status(ofFileWith: bytes, at: path) {
      let record = OutputRecord(path: path, fingerprint: fingerprint, status: status)
      batch.records.append((folder.index(of: path), record))
      return .unchanged
    }
    return try replace(path, fingerprint: fingerprint) {
      (parent, name) throws(FileSystemError) in
      try fileSystem.createFile(parent, name, bytes)
    }
  }

  /// Copies a file, unless neither it nor its copy was touched since.
  @discardableResult
  package mutating func copy(_ asset: AssetFile) throws(FileSystemError) -> Outcome {
    switch asset.origin {
    case .builtIn(let bytes):
      return try put(bytes, at: asset.outputPath)
    case .disk(let source):
      let fileSystem = folder.fileSystem
      let fingerprint = Fingerprint(size: asset.size, modified: asset.modified)
      return try replace(asset.outputPath, fingerprint: fingerprint) {
        (parent, name) throws(FileSystemError) in
        try fileSystem.copyFile(source, parent, name)
      }
    }
  }

  private mutating func replace(
    _ path: OutputPath, fingerprint: Fingerprint,
    with create: (borrowing Directory, String) throws(FileSystemError) -> FileStatus
  ) throws(FileSystemError) -> Outcome {
    let index = folder.index(of: path)
    let remembered = folder.remembered[index]
    if let remembered, remembered.fingerprint == fingerprint, folder.isAsLeft[index] {
      batch.records.append((index, remembered))
      return .unchanged
    }
    let parts = path.parts
    let status = try inSection(of: parts, isNew: remembered == nil) {
      (folder, temporaryName, section, rest) throws(FileSystemError) in
      try folder.replace(
        rest, below: section, isNew: remembered == nil, temporaryName: temporaryName, with: create)
    }
    batch.records.append(
      (index, OutputRecord(path: path, fingerprint: fingerprint, status: status)))
    batch.written += 1
    return .written
  }

  /// Calls `body` with the outermost folder of a path and the parts after it.
  private mutating func inSection(
    of parts: [Substring], isNew: Bool,
    _ body: (OutputFolder, String, borrowing Directory, ArraySlice<Substring>)
      throws(FileSystemError) -> FileStatus
  ) throws(FileSystemError) -> FileStatus {
    let folder = folder
    guard parts.count > 1 else {
      return try body(folder, temporaryName, folder.directory, parts[...])
    }
    let isOpen =
      switch section {
      case .some(let section): section.name.utf8.elementsEqual(parts[0].utf8)
      case nil: false
      }
    if !isOpen {
      section = Section(
        name: parts[0],
        directory: try folder.open(String(parts[0]), in: folder.directory, isNew: isNew))
    }
    switch section {
    case .some(let section):
      return try body(folder, temporaryName, section.directory, parts.dropFirst())
    case nil:
      throw FileSystemError(.open, String(parts[0]), .missing)
    }
  }
}

extension OutputFolder {
  /// Where a path stands in the plan.
  fileprivate func index(of path: OutputPath) -> Int {
    var range = planned.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if planned[middle] < path {
        range = middle + 1..<range.upperBound
      } else {
        range = range.lowerBound..<middle
      }
    }
    precondition(
      range.lowerBound < planned.count && planned[range.lowerBound] == path,
      "'\(path)' is not among the files that the output folder was opened for")
    return range.lowerBound
  }

  /// Opens a folder, made if it is not there.
  ///
  /// - Parameter isNew: Whether it probably is not; right or wrong, the result is the same.
  fileprivate func open(_ name: String, in parent: borrowing Directory, isNew: Bool)
    throws(FileSystemError) -> Directory
  {
    if isNew { _ = try fileSystem.makeDirectory(parent, name) }
    return try fileSystem.subdirectory(name, of: parent)
  }

  /// Puts a new file in its place: made under another name in the same folder, then renamed.
  fileprivate func replace(
    _ parts: ArraySlice<Substring>, below parent: borrowing Directory, isNew: Bool,
    temporaryName: String,
    with create: (borrowing Directory, String) throws(FileSystemError) -> FileStatus
  ) throws(FileSystemError) -> FileStatus {
    let name = String(parts[parts.startIndex])
    if parts.count > 1 {
      let folder = try open(name, in: parent, isNew: isNew)
      return try replace(
        parts.dropFirst(), below: folder, isNew: isNew, temporaryName: temporaryName, with: create)
    }
    do {
      let status = try create(parent, temporaryName)
      try fileSystem.rename(parent, temporaryName, name)
      return status
    } catch {
      // Should this fail too, the journal makes the next build sweep.
      _ = try? fileSystem.removeFile(parent, temporaryName)
      throw FileSystemError(
        error.operation, error.path.hasSuffix(temporaryName) ? parent.path(of: name) : error.path,
        error.reason)
    }
  }
}
