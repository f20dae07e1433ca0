import Synchronization

@testable import DossierKit

/// Counts what is asked of a file system, and kills the build at one of its calls.
final class Operations: Sendable {
  private let state: Mutex<(counts: [String: Int], total: Int)> = Mutex(([:], 0))
  /// The call that does not return.
  private let deadline: Int?

  init(killedAt deadline: Int? = nil) { self.deadline = deadline }

  func count(of name: String) -> Int { state.withLock { $0.counts[name] ?? 0 } }
  var total: Int { state.withLock { $0.total } }

  /// Whether the process has died before or at this call; `isFirst` at the very one.
  func begin(_ name: String) -> (isDead: Bool, isFirst: Bool) {
    state.withLock { state in
      state.counts[name, default: 0] += 1
      state.total += 1
      guard let deadline else { return (false, false) }
      return (state.total >= deadline, state.total == deadline)
    }
  }

  func live(_ name: String) throws(FileSystemError) {
    if begin(name).isDead { throw .killed }
  }
}

extension FileSystemError {
  static var killed: FileSystemError { FileSystemError(.write, "killed", .system(0)) }
}

extension FileSystem {
  /// The same, counted. After a death nothing reaches the disk any more; a file that was being made
  /// then is left half done.
  func counting(_ operations: Operations) -> FileSystem {
    let disk = self
    var result = self
    result.openDirectory = { path throws(FileSystemError) in
      try operations.live("openDirectory")
      return try disk.openDirectory(path)
    }
    result.openSubdirectory = { parent, name throws(FileSystemError) in
      try operations.live("openSubdirectory")
      return try disk.openSubdirectory(parent, name)
    }
    result.entries = { directory throws(FileSystemError) in
      try operations.live("entries")
      return try disk.entries(directory)
    }
    result.statusBelow = { directory, path throws(FileSystemError) in
      try operations.live("statusBelow")
      return try disk.statusBelow(directory, path)
    }
    result.read = { path, limit throws(FileSystemError) in
      try operations.live("read")
      return try disk.read(path, limit)
    }
    result.readStart = { parent, name, count throws(FileSystemError) in
      try operations.live("readStart")
      return try disk.readStart(parent, name, count)
    }
    result.makeDirectory = { parent, name throws(FileSystemError) in
      try operations.live("makeDirectory")
      return try disk.makeDirectory(parent, name)
    }
    result.createFile = { parent, name, bytes throws(FileSystemError) in
      let (isDead, isFirst) = operations.begin("createFile")
      if isFirst { _ = try disk.createFile(parent, name, Array(bytes.prefix(bytes.count / 2))) }
      if isDead { throw .killed }
      return try disk.createFile(parent, name, bytes)
    }
    result.rename = { parent, old, new throws(FileSystemError) in
      try operations.live("rename")
      try disk.rename(parent, old, new)
    }
    result.removeFile = { parent, name throws(FileSystemError) in
      try operations.live("removeFile")
      return try disk.removeFile(parent, name)
    }
    result.removeDirectory = { parent, name throws(FileSystemError) in
      try operations.live("removeDirectory")
      return try disk.removeDirectory(parent, name)
    }
    return result
  }
}
