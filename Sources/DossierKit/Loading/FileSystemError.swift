/// The disk refuses. Says what was wanted, of which file, and why not.
public struct FileSystemError: Error, Sendable, Equatable {
  package enum Operation: String, Sendable {
    case open, list, inspect, read, write, rename, remove, lock
    case makeDirectory = "make the folder"
  }

  package enum Reason: Sendable, Equatable {
    case missing, denied, readOnly, full, exists, isDirectory, notDirectory, nameTooLong
    /// A symbolic link stands where none is followed.
    case link
    case tooManyOpenFiles
    /// Neither a file nor a folder.
    case special
    case tooLarge(limit: Int)
    /// It grew or shrank each time that it was read.
    case changing
    /// Another build is at work in the folder.
    case locked
    /// The folder is no dossier: it has no `content/`.
    case noContent(help: String)
    case system(Int32)
  }

  package let operation: Operation
  package let path: String
  package let reason: Reason

  package init(_ operation: Operation, _ path: String, _ reason: Reason) {
    self.operation = operation
    self.path = path
    self.reason = reason
  }
}

extension FileSystemError {
  /// Whether the disk is sound and dossier was pointed at the wrong folder.
  public var isWrongUsage: Bool {
    switch reason {
    case .noContent: true
    case .missing: operation == .open
    default: false
    }
  }
}

extension FileSystemError: CustomStringConvertible {
  /// One sentence, lower case, without a full stop.
  public var description: String {
    switch reason {
    case .noContent(let help): "'\(path)' has no 'content' folder; \(help)"
    default: "cannot \(operation.rawValue) '\(path)': \(reason.words)"
    }
  }
}

extension FileSystemError.Reason {
  fileprivate var words: String {
    switch self {
    case .missing: "nothing is there"
    case .denied: "permission denied"
    case .readOnly: "the disk is read-only"
    case .full: "no space left on the disk"
    case .exists: "something is there already"
    case .isDirectory: "a folder stands in its place"
    case .notDirectory: "a file stands where a folder must be"
    case .nameTooLong: "the name is too long"
    case .link: "a symbolic link stands there, and dossier does not follow it"
    case .tooManyOpenFiles: "too many files are open"
    case .special: "it is neither a file nor a folder"
    case .tooLarge(let limit): "it is larger than \(limit >> 20) MB"
    case .changing: "it changed each time it was read"
    case .locked: "another build is writing to it"
    case .noContent: "it has no 'content' folder"
    case .system(let code): "the system says error \(code)"
    }
  }
}
