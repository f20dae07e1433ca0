/// What has become of a file that a build left.
enum Standing {
  case asLeft
  /// Somebody has taken it away.
  case gone
  /// Written once more, as a copy of the folder does, and the same.
  case copied
  /// Its bytes differ, or something else stands in its place.
  case changed
}

extension FileSystem {
  /// Files that no longer are what a build left, and that the site is no longer to have.
  func changed(_ records: [OutputRecord], in top: borrowing Directory)
    throws(FileSystemError) -> [OutputPath]
  {
    var changed: [OutputPath] = []
    for record in records {
      let isOther: Bool? = try inFolder(of: record.path.parts[...], below: top) {
        folder, name throws(FileSystemError) in
        let status = try statusBelow(folder, name)
        return try standing(of: record, status, in: folder, name) == .changed
      }
      if isOther == true { changed.append(record.path) }
    }
    return changed
  }

  /// What has become of a file that is to be there.
  ///
  /// What is remembered of a copy of `media/` is the time of its original, so that nobody can say whether one of the
  /// same size is another.
  func standing(of record: OutputRecord, in top: borrowing Directory)
    throws(FileSystemError) -> Standing
  {
    let status = try statusBelow(top, record.path.string)
    if record.agrees(with: status) { return .asLeft }
    if let status, status.kind == .regular, status.size == record.size,
      ["media", "assets"].contains(record.path.parts.first)
    {
      return .copied
    }
    return try inFolder(of: record.path.parts[...], below: top) {
      folder, name throws(FileSystemError) in
      try standing(of: record, status, in: folder, name)
    } ?? .gone
  }

  private func standing(
    of record: OutputRecord, _ status: FileStatus?, in folder: borrowing Directory, _ name: String
  ) throws(FileSystemError) -> Standing {
    guard let status else { return .gone }
    if record.agrees(with: status) { return .asLeft }
    guard status.kind == .regular, status.size == record.size else { return .changed }
    let bytes = try readStart(folder, name, Int(record.size) + 1)
    return bytes.map { Fingerprint($0) != record.fingerprint } ?? false ? .changed : .copied
  }
}
