import Synchronization

/// The folder that a site is written to, opened for one build and locked against others.
///
/// What dossier wrote there earlier is known from a manifest kept elsewhere; nothing else in the folder
/// is ever changed or removed. Without a manifest, a site that dossier made is adopted. Every file is written beside its place and then put there in one step,
/// so that each is whole whenever a build ends. Use: ``open(at:root:planned:fileSystem:into:)``, a
/// ``writer()`` for each task, then ``finish(_:)``.
package final class OutputFolder: Sendable {
  let fileSystem: FileSystem
  let directory: Directory
  /// Every file that the site is to have, sorted.
  let planned: [OutputPath]
  /// What is remembered of each of them.
  let remembered: [OutputRecord?]
  /// Whether each of them stands there as it was left.
  let isAsLeft: [Bool]
  /// Files written earlier that the site is no longer to have, sorted.
  private let stale: [OutputPath]
  private let state: StateFolder
  private let manifest: Manifest
  /// Whether an earlier build made the site that stands there, and nothing is remembered of it.
  let isAdopted: Bool
  private let orphans: [OutputPath]
  private let writers = Atomic(0)

  init(
    fileSystem: FileSystem, directory: consuming Directory, planned: [OutputPath],
    remembered: [OutputRecord?], isAsLeft: [Bool], stale: [OutputPath],
    state: consuming StateFolder,
    manifest: Manifest, isAdopted: Bool, orphans: [OutputPath]
  ) {
    self.fileSystem = fileSystem
    self.directory = directory
    self.planned = planned
    self.remembered = remembered
    self.isAsLeft = isAsLeft
    self.stale = stale
    self.state = state
    self.manifest = manifest
    self.isAdopted = isAdopted
    self.orphans = orphans
  }

  /// One more hand in the folder.
  package func writer() -> OutputWriter {
    OutputWriter(folder: self, number: writers.add(1, ordering: .relaxed).newValue)
  }

  /// What a build did to the folder.
  package struct Summary: Sendable, Equatable {
    package var written = 0
    package var unchanged = 0
    package var removed = 0
    /// Pages of an earlier build that nobody remembers, not part of the site and left alone; sorted.
    package var orphans: [OutputPath] = []
  }

  /// Removes what the site no longer has and remembers what it has. Nobody may write after it.
  ///
  /// - Parameter batches: What each writer did. A planned file that none wrote stays as it is.
  package func finish(_ batches: [OutputWriter.Batch]) throws(FileSystemError) -> Summary {
    var summary = Summary(orphans: orphans)
    var records = remembered
    for batch in batches {
      summary.written += batch.written
      summary.unchanged += batch.records.count - batch.written
      for (index, record) in batch.records { records[index] = record }
    }
    summary.removed = try fileSystem.remove(stale, from: directory, sparing: planned)
    let next = Manifest(output: manifest.output, records: records.compactMap(\.self))
    if next != manifest { try state.write(next) }
    try state.removeJournal()
    return summary
  }
}

extension FileSystem {
  /// Removes files and the folders left empty by that; returns how many files there were.
  ///
  /// - Parameters:
  ///   - paths: Those of files. One that is now something else, or lies behind a link, is left alone.
  ///   - planned: Files whose folders stay, empty or not; sorted.
  func remove(
    _ paths: [OutputPath], from top: borrowing Directory, sparing planned: [OutputPath]
  ) throws(FileSystemError) -> Int {
    guard !paths.isEmpty else { return 0 }
    var removed = 0
    for path in paths where try removeFile(path.parts[...], from: top) { removed += 1 }
    let kept = Set(planned.flatMap(\.folders))
    // The longest first: a folder before the one that it lies in.
    let folders = Set(paths.flatMap(\.folders)).subtracting(kept).sorted {
      $1.parts.count < $0.parts.count
    }
    for folder in folders { _ = try removeDirectory(folder.parts[...], from: top) }
    return removed
  }

  private func removeFile(_ parts: ArraySlice<Substring>, from parent: borrowing Directory)
    throws(FileSystemError) -> Bool
  {
    try inFolder(of: parts, below: parent) { folder, name throws(FileSystemError) in
      guard try statusBelow(folder, name)?.kind == .regular else { return false }
      return try removeFile(folder, name)
    } ?? false
  }

  private func removeDirectory(_ parts: ArraySlice<Substring>, from parent: borrowing Directory)
    throws(FileSystemError) -> Bool
  {
    try inFolder(of: parts, below: parent) { folder, name throws(FileSystemError) in
      try removeDirectory(folder, name)
    } ?? false
  }

  /// Calls `body` with the folder that a path lies in and the path's last part; nil if there is none.
  func inFolder<Value>(
    of parts: ArraySlice<Substring>, below parent: borrowing Directory,
    _ body: (borrowing Directory, String) throws(FileSystemError) -> Value?
  ) throws(FileSystemError) -> Value? {
    guard let name = parts.first else { return nil }
    if parts.count == 1 { return try body(parent, String(name)) }
    do {
      guard let folder = try openSubdirectory(parent, String(name)) else { return nil }
      return try inFolder(of: parts.dropFirst(), below: folder, body)
    } catch  where error.reason == .link || error.reason == .notDirectory {
      return nil
    }
  }
}
