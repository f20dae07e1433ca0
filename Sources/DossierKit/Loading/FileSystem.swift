/// Every call that dossier makes to the disk, as a value: the real one, or one in memory.
///
/// Calls that write take an open ``Directory`` and one name in it, and never follow a symbolic link,
/// so that nothing is written outside the folder that was opened.
public struct FileSystem: Sendable {
  /// The folder at a path, opened; links are followed.
  package var openDirectory: @Sendable (_ path: String) throws(FileSystemError) -> Directory
  /// A folder in a folder, opened; nil if nothing is there. A link is an error.
  package var openSubdirectory:
    @Sendable (_ parent: borrowing Directory, _ name: String) throws(FileSystemError) -> Directory?
  /// What a folder holds, in no order, without `.` and `..`.
  package var entries: @Sendable (borrowing Directory) throws(FileSystemError) -> [DirectoryEntry]
  /// What stands at a path; nil if nothing does. A link at its end is not followed.
  package var status: @Sendable (_ path: String) throws(FileSystemError) -> FileStatus?
  /// The same for a path below a folder.
  package var statusBelow:
    @Sendable (borrowing Directory, _ path: String) throws(FileSystemError) -> FileStatus?
  /// The path without links, absolute; nil if it leads nowhere or round in a circle.
  package var resolve: @Sendable (_ path: String) throws(FileSystemError) -> String?
  /// A regular file, whole; nil if nothing is there. A link at its end and anything over `limit` is an error.
  package var read: @Sendable (_ path: String, _ limit: Int) throws(FileSystemError) -> [UInt8]?
  /// Hands over a regular file piece by piece, from its start; false if nothing is there.
  package var readPieces:
    @Sendable (_ path: String, _ each: (ArraySlice<UInt8>) -> Void) throws(FileSystemError) -> Bool
  /// The first bytes of a regular file in a folder, at most `count`; nil if no such file is there.
  package var readStart:
    @Sendable (borrowing Directory, _ name: String, _ count: Int) throws(FileSystemError) ->
      [UInt8]?

  /// Makes a folder; false if something is there already.
  package var makeDirectory:
    @Sendable (borrowing Directory, _ name: String) throws(FileSystemError) -> Bool
  /// Makes a file that must not be there yet.
  package var createFile:
    @Sendable (borrowing Directory, _ name: String, _ bytes: [UInt8]) throws(FileSystemError)
      -> FileStatus
  /// Makes a file that must not be there yet from one elsewhere, without holding it in memory.
  package var copyFile:
    @Sendable (_ source: String, borrowing Directory, _ name: String) throws(FileSystemError)
      -> FileStatus
  /// Puts a file in the place of another of the same folder, in one step.
  package var rename:
    @Sendable (borrowing Directory, _ old: String, _ new: String) throws(FileSystemError) -> Void
  /// Removes a file or a link; false if nothing is there.
  package var removeFile:
    @Sendable (borrowing Directory, _ name: String) throws(FileSystemError) -> Bool
  /// Removes a folder if it is empty; false if it is not, or is not there.
  package var removeDirectory:
    @Sendable (borrowing Directory, _ name: String) throws(FileSystemError) -> Bool
  /// Keeps others out of a folder until it is closed; false if somebody is in it.
  package var lock: @Sendable (borrowing Directory) throws(FileSystemError) -> Bool
}

/// A folder held open. Closed when its owner lets go of it.
package struct Directory: ~Copyable, Sendable {
  /// The number by which its file system knows it.
  let handle: Int32
  /// As it was asked for. For messages alone.
  let path: String
  private let close: @Sendable (Int32) -> Void

  init(handle: Int32, path: String, close: @escaping @Sendable (Int32) -> Void) {
    self.handle = handle
    self.path = path
    self.close = close
  }

  deinit { close(handle) }

  /// The path of something in it. For messages alone.
  func path(of name: String) -> String { path.isEmpty ? name : "\(path)/\(name)" }
}

/// A name in a folder.
package struct DirectoryEntry: Sendable, Equatable {
  /// With replacement characters where it is not UTF-8; such a file cannot be opened by it.
  package let name: String
  package let isUTF8: Bool
  package let kind: FileStatus.Kind

  package init(name: String, isUTF8: Bool = true, kind: FileStatus.Kind) {
    self.name = name
    self.isUTF8 = isUTF8
    self.kind = kind
  }
}

/// What a file was when it was looked at.
package struct FileStatus: Sendable, Equatable {
  package enum Kind: Sendable {
    case regular, directory, link
    /// A pipe, a socket or a device. Never opened.
    case special
  }

  package let kind: Kind
  /// Bytes.
  package let size: Int64
  /// Nanoseconds since 1970.
  package let modified: Int64

  package init(kind: Kind, size: Int64, modified: Int64) {
    self.kind = kind
    self.size = size
    self.modified = modified
  }
}
