/// What is remembered of one file of the output.
package struct OutputRecord: Sendable, Equatable {
  let path: OutputPath
  /// Of the bytes that were written; of a copied file, of what it was copied from.
  let fingerprint: Fingerprint
  /// The file itself, as it was left. If it differs now, somebody has been at it.
  let size: Int64
  /// Nanoseconds since 1970.
  let modified: Int64

  init(path: OutputPath, fingerprint: Fingerprint, status: FileStatus) {
    self.init(
      path: path, fingerprint: fingerprint, size: status.size, modified: status.modified)
  }

  init(path: OutputPath, fingerprint: Fingerprint, size: Int64, modified: Int64) {
    self.path = path
    self.fingerprint = fingerprint
    self.size = size
    self.modified = modified
  }

  /// Whether a file still is what was left.
  func agrees(with status: FileStatus?) -> Bool {
    guard let status else { return false }
    return status.kind == .regular && status.size == size && status.modified == modified
  }
}
