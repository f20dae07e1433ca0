// Snapshots: copies of a source that are kept in the dossier, with the hash that they had when they were made.
extension Resolver {
  /// A snapshot's file is there, and its hash is one. Whether it still fits is known where files are read.
  mutating func checkSnapshot(_ entries: [FieldEntry<Written>], in fields: FieldSet) {
    guard let snapshot = fields.snapshot else { return }
    for fact in entries.facts(of: snapshot.file) where fact.support?.status != .draft {
      if case .text(let path) = fact.value, !media.contains(path) {
        report(.missingSnapshot(path, at: fact.location), wanting: .media(path))
      }
    }
    for fact in entries.facts(of: snapshot.hash) where fact.support?.status != .draft {
      if case .text(let text) = fact.value, !text.isSHA256 {
        report(.malformedHash(text, at: fact.location))
      }
    }
  }
}

extension SiteModel {
  /// Hashes the files of all snapshots, and says which are not what they were.
  ///
  /// - Parameter jobs: How many are read at once. None is ever in memory whole.
  func checkSnapshots(
    _ assets: [AssetFile], on fileSystem: FileSystem, jobs: Int, into log: inout DiagnosticLog
  ) async throws(FileSystemError) {
    let snapshots = snapshots
    guard !snapshots.isEmpty else { return }
    var disk: [String: String] = [:]
    for asset in assets {
      if case .disk(let path) = asset.origin { disk[asset.outputPath.string] = path }
    }
    var paths: [String] = []
    var files: [String: Int] = [:]
    for snapshot in snapshots where files[snapshot.file] == nil {
      guard let path = disk["media/" + snapshot.file] else { continue }
      files[snapshot.file] = paths.count
      paths.append(path)
    }
    let hashes = await paths.concurrentMap(jobs: jobs) { path in
      Result { () throws(FileSystemError) in try fileSystem.sha256(ofFileAt: path) }
    }
    for snapshot in snapshots {
      guard let index = files[snapshot.file] else { continue }
      guard let hash = try hashes[index].get() else {
        log.append(.missingSnapshot(snapshot.file, at: snapshot.location))
        continue
      }
      guard let written = snapshot.hash else {
        log.append(.unhashedSnapshot(snapshot.file, hash, at: snapshot.location))
        continue
      }
      guard written.text.isSHA256, written.text.lowercased() != hash else { continue }
      log.append(.changedSnapshot(snapshot.file, hash, at: written.location))
    }
  }

  /// Every snapshot, in the order of the records. One that was rejected is kept to be seen, and so must be what it was.
  private var snapshots: [Snapshot] {
    let lists = schema.kinds.map { kind in
      kind.fields.fields.enumerated().compactMap { index, field in
        if case .group(let inner) = field.type { inner.snapshot.map { (index, $0) } } else { nil }
      }
    }
    return records.flatMap { record in
      lists[record.kind].flatMap { field, snapshot in
        record.facts(field).compactMap { fact -> Snapshot? in
          guard case .group(let entries) = fact.value,
            let file = entries.facts(of: snapshot.file).first(where: {
              $0.support?.status != .rejected
            }),
            case .text(let path) = file.value
          else { return nil }
          var hash: (text: String, location: Location)?
          for fact in entries.facts(of: snapshot.hash) where fact.support?.status != .rejected {
            if case .text(let text) = fact.value, hash == nil { hash = (text, fact.location) }
          }
          return Snapshot(file: path, location: file.location, hash: hash)
        }
      }
    }
  }
}

private struct Snapshot {
  /// Below `content/media/`.
  let file: String
  let location: Location
  let hash: (text: String, location: Location)?
}

extension FieldSet {
  /// The fields of a group that describes a snapshot: a file with its hash beside it, in whatever kind.
  var snapshot: (file: Int, hash: Int)? {
    guard let hash = index(of: "sha256"),
      let file = fields.firstIndex(where: { if case .file = $0.type { true } else { false } })
    else { return nil }
    return (file, hash)
  }
}

extension [FieldEntry<Written>] {
  fileprivate func facts(of field: Int) -> [Fact<Written>] {
    first { $0.field == field }?.facts ?? []
  }
}

extension [FieldEntry<Resolved>] {
  fileprivate func facts(of field: Int) -> [Fact<Resolved>] {
    first { $0.field == field }?.facts ?? []
  }
}

extension FileSystem {
  /// The hash of a regular file, which is read piece by piece; nil if nothing is there.
  func sha256(ofFileAt path: String) throws(FileSystemError) -> String? {
    var hash = SHA256()
    guard try readPieces(path, { hash.update($0) }) else { return nil }
    return hash.finish()
  }
}

extension String {
  /// 64 hexadecimal digits.
  fileprivate var isSHA256: Bool {
    utf8.count == 64
      && utf8.allSatisfy { $0.isASCIIDigit || (0x61...0x66).contains($0 | 0x20) }
  }
}

extension Diagnostic {
  fileprivate static func missingSnapshot(_ path: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .snapshotMissing, "the snapshot '\(path)' is not below 'content/media/'", at: location)
  }

  fileprivate static func changedSnapshot(
    _ path: String, _ hash: String, at location: Location
  ) -> Diagnostic {
    Diagnostic(
      .snapshotChanged, "the snapshot '\(path)' is not the file that it was", at: location,
      help: "bring the file back; only if it was meant to change, write 'sha256: \(hash)'")
  }

  fileprivate static func unhashedSnapshot(
    _ path: String, _ hash: String, at location: Location
  ) -> Diagnostic {
    Diagnostic(
      .snapshotUnhashed, "the snapshot '\(path)' has no hash that would tell if it changed",
      at: location, help: "add 'sha256: \(hash)'")
  }

  fileprivate static func malformedHash(_ text: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .invalidHash, "'\(text)' is not a SHA-256 hash", at: location,
      help: "write 64 hexadecimal digits, as 'sha256sum' prints them")
  }
}
