#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

// The one file that talks to the disk. Every pointer in it is made from a Swift value for the length
// of one system call and is not kept by it; every descriptor is closed by its `Directory` or by `defer`.

extension FileSystem {
  /// The disk of this machine. Relative paths start at the working folder.
  public static let disk = FileSystem(
    openDirectory: { path throws(FileSystemError) in
      // unsafe: the path is a null-terminated copy that outlives the call.
      let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard descriptor >= 0 else { throw .last(.open, path) }
      return Directory(descriptor: descriptor, path: path)
    },
    openSubdirectory: { parent, name throws(FileSystemError) in
      let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
      // unsafe: the name is a null-terminated copy that outlives the call.
      let descriptor = unsafe openat(parent.handle, name, flags)
      if descriptor >= 0 {
        return Directory(descriptor: descriptor, path: parent.path(of: name))
      }
      if errno == ENOENT { return nil }
      let error = FileSystemError.last(.open, parent.path(of: name))
      // Linux calls a link that is no folder "not a folder".
      let standing = try Disk.status(at: parent.handle, name, path: error.path)
      throw standing?.kind == .link ? FileSystemError(.open, error.path, .link) : error
    },
    entries: { directory throws(FileSystemError) in try Disk.entries(directory) },
    status: { path throws(FileSystemError) in
      try Disk.status(at: AT_FDCWD, path, path: path)
    },
    statusBelow: { directory, path throws(FileSystemError) in
      try Disk.status(at: directory.handle, path, path: path)
    },
    resolve: { path throws(FileSystemError) in
      // unsafe: realpath returns memory of its own, which is copied and then freed once.
      guard let found = unsafe realpath(path, nil) else {
        if [ENOENT, ELOOP, ENOTDIR].contains(errno) { return nil }
        throw .last(.inspect, path)
      }
      defer { unsafe free(found) }
      return unsafe String(validatingCString: found)
    },
    read: { path, limit throws(FileSystemError) in try Disk.read(path, limit: limit) },
    readPieces: { path, each throws(FileSystemError) in
      guard let file = try OpenFile.reading(path, path: path) else { return false }
      var buffer = [UInt8](repeating: 0, count: 1 << 18)
      var offset = 0
      while case let count = try file.read(into: &buffer, from: offset), count > 0 {
        each(buffer[..<count])
        offset += count
      }
      return true
    },
    readStart: { parent, name, count throws(FileSystemError) in
      let path = parent.path(of: name)
      // Looked at first: to open a pipe or a device would be felt at its other end.
      guard try Disk.status(at: parent.handle, name, path: path)?.kind == .regular,
        let file = try OpenFile.reading(name, at: parent.handle, path: path)
      else { return nil }
      return try file.readStart(count)
    },
    makeDirectory: { parent, name throws(FileSystemError) in
      // unsafe: the name is a null-terminated copy that outlives the call.
      if unsafe mkdirat(parent.handle, name, 0o777) == 0 { return true }
      if errno == EEXIST { return false }
      throw .last(.makeDirectory, parent.path(of: name))
    },
    createFile: { parent, name, bytes throws(FileSystemError) in
      var file = try OpenFile.creating(name, in: parent)
      try file.write(bytes[...], at: 0)
      return try file.finish()
    },
    copyFile: { source, parent, name throws(FileSystemError) in
      guard let input = try OpenFile.reading(source, path: source) else {
        throw FileSystemError(.read, source, .missing)
      }
      var output = try OpenFile.creating(name, in: parent)
      var buffer = [UInt8](repeating: 0, count: 1 << 18)
      var copied = 0
      while case let count = try input.read(into: &buffer, from: copied), count > 0 {
        try output.write(buffer[..<count], at: copied)
        copied += count
      }
      return try output.finish()
    },
    rename: { parent, old, new throws(FileSystemError) in
      // unsafe: both names are null-terminated copies that outlive the call.
      if unsafe renameat(parent.handle, old, parent.handle, new) == 0 { return }
      throw .last(.write, parent.path(of: new))
    },
    removeFile: { parent, name throws(FileSystemError) in
      // unsafe: the name is a null-terminated copy that outlives the call.
      if unsafe unlinkat(parent.handle, name, 0) == 0 { return true }
      if errno == ENOENT { return false }
      throw .last(.remove, parent.path(of: name))
    },
    removeDirectory: { parent, name throws(FileSystemError) in
      // unsafe: the name is a null-terminated copy that outlives the call.
      if unsafe unlinkat(parent.handle, name, AT_REMOVEDIR) == 0 { return true }
      if [ENOENT, ENOTEMPTY, EEXIST, ENOTDIR, EBUSY].contains(errno) { return false }
      throw .last(.remove, parent.path(of: name))
    },
    lock: { directory throws(FileSystemError) in
      if flock(directory.handle, LOCK_EX | LOCK_NB) == 0 { return true }
      if errno == EWOULDBLOCK { return false }
      // Some network disks know no locks; two builds at once are then the author's to avoid.
      if [ENOLCK, EOPNOTSUPP, ENOSYS, EINVAL].contains(errno) { return true }
      throw .last(.lock, directory.path)
    })
}

extension Directory {
  fileprivate init(descriptor: Int32, path: String) {
    self.init(handle: descriptor, path: path) { _ = close($0) }
  }
}

extension FileSystemError {
  /// What the last system call said.
  fileprivate static func last(_ operation: Operation, _ path: String) -> FileSystemError {
    let reason: Reason =
      switch errno {
      case ENOENT: .missing
      case EACCES, EPERM: .denied
      case EROFS: .readOnly
      case ENOSPC, EDQUOT: .full
      case EEXIST: .exists
      case EISDIR: .isDirectory
      case ENOTDIR: .notDirectory
      case ENAMETOOLONG: .nameTooLong
      case ELOOP: .link
      case EMFILE, ENFILE: .tooManyOpenFiles
      case ENXIO, ENODEV: .special
      default: .system(errno)
      }
    return FileSystemError(operation, path, reason)
  }
}

private enum Disk {
  static func status(at directory: Int32, _ name: String, path: String) throws(FileSystemError)
    -> FileStatus?
  {
    var status = stat()
    // unsafe: both pointers are to values that outlive the call.
    if unsafe fstatat(directory, name, &status, AT_SYMLINK_NOFOLLOW) == 0 {
      return FileStatus(status)
    }
    if errno == ENOENT || errno == ENOTDIR { return nil }
    throw .last(.inspect, path)
  }

  static func entries(_ directory: borrowing Directory) throws(FileSystemError)
    -> [DirectoryEntry]
  {
    // A descriptor of its own: closedir closes it, and its position is nobody else's.
    let descriptor = unsafe openat(
      directory.handle, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last(.list, directory.path) }
    // unsafe: the stream lives until the closedir below, and no pointer into it is kept.
    guard let stream = unsafe fdopendir(descriptor) else {
      defer { _ = close(descriptor) }
      throw .last(.list, directory.path)
    }
    defer { _ = unsafe closedir(stream) }
    var result: [DirectoryEntry] = []
    while true {
      errno = 0
      // unsafe: the entry is read before the next call overwrites it.
      guard let entry = unsafe readdir(stream) else { break }
      // unsafe: d_name is null-terminated, and is copied before the closure ends.
      let (name, isUTF8) = unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
        let bytes = unsafe $0.prefix { $0 != 0 }
        if let name = unsafe String(validating: bytes, as: UTF8.self) { return (name, true) }
        return unsafe (String(decoding: bytes, as: UTF8.self), false)
      }
      if name == "." || name == ".." { continue }
      let kind: FileStatus.Kind
      switch unsafe Int32(entry.pointee.d_type) {
      case Int32(DT_REG): kind = .regular
      case Int32(DT_DIR): kind = .directory
      case Int32(DT_LNK): kind = .link
      case Int32(DT_UNKNOWN) where isUTF8:
        guard
          let found = try status(at: directory.handle, name, path: directory.path(of: name))
        else { continue }
        kind = found.kind
      default: kind = .special
      }
      result.append(DirectoryEntry(name: name, isUTF8: isUTF8, kind: kind))
    }
    guard errno == 0 else { throw .last(.list, directory.path) }
    return result
  }

  static func read(_ path: String, limit: Int) throws(FileSystemError) -> [UInt8]? {
    guard let file = try OpenFile.reading(path, path: path) else { return nil }
    // A file that is written to meanwhile is read again, from its start.
    for _ in 0..<8 {
      let size = Int(try file.status().size)
      guard size <= limit else { throw FileSystemError(.read, path, .tooLarge(limit: limit)) }
      if let bytes = try file.readWhole(size: size) { return bytes }
    }
    throw FileSystemError(.read, path, .changing)
  }
}

/// A regular file, open until its owner lets go of it.
private struct OpenFile: ~Copyable {
  /// Negative once it is closed.
  var descriptor: Int32
  let path: String

  deinit { if descriptor >= 0 { _ = close(descriptor) } }

  /// One that is there; nil if nothing is.
  static func reading(_ name: String, at directory: Int32 = AT_FDCWD, path: String)
    throws(FileSystemError) -> OpenFile?
  {
    // Not blocking: should a pipe have taken the file's place, nobody waits for its other end.
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    // unsafe: the name is a null-terminated copy that outlives the call.
    let descriptor = unsafe openat(directory, name, flags)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw .last(.read, path)
    }
    let file = OpenFile(descriptor: descriptor, path: path)
    let kind = try file.status().kind
    guard kind == .regular else {
      throw FileSystemError(.read, path, kind == .directory ? .isDirectory : .special)
    }
    return file
  }

  /// A new file.
  static func creating(_ name: String, in parent: borrowing Directory) throws(FileSystemError)
    -> OpenFile
  {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    // unsafe: the name is a null-terminated copy that outlives the call.
    let descriptor = unsafe openat(parent.handle, name, flags, 0o666)
    guard descriptor >= 0 else { throw .last(.write, parent.path(of: name)) }
    return OpenFile(descriptor: descriptor, path: parent.path(of: name))
  }

  func status() throws(FileSystemError) -> FileStatus {
    var status = stat()
    // unsafe: the pointer is to a value that outlives the call.
    guard unsafe fstat(descriptor, &status) == 0 else { throw .last(.inspect, path) }
    return FileStatus(status)
  }

  /// Closes it, and says what it has become. Some disks tell only now that they were full.
  mutating func finish() throws(FileSystemError) -> FileStatus {
    let status = try status()
    defer { descriptor = -1 }
    guard close(descriptor) == 0 || errno == EINTR else { throw .last(.write, path) }
    return status
  }

  /// All of it; nil if it has not the size that it had.
  func readWhole(size: Int) throws(FileSystemError) -> [UInt8]? {
    // One byte more than it has: filled only if the file grew.
    let bytes = try readStart(size + 1)
    return bytes.count == size ? bytes : nil
  }

  /// The first bytes, at most so many.
  func readStart(_ capacity: Int) throws(FileSystemError) -> [UInt8] {
    var failure: FileSystemError?
    // unsafe: pread fills at most the free rest of the buffer, and what it filled is counted.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      while count < capacity {
        let free = buffer.extracting(count..<capacity)
        let got = unsafe pread(descriptor, free.baseAddress, free.count, off_t(count))
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = .last(.read, path) }
        if got <= 0 { return }
        count += got
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// As much as fits, from `offset`; 0 at the end.
  func read(into buffer: inout [UInt8], from offset: Int) throws(FileSystemError) -> Int {
    while true {
      // unsafe: pread fills at most the whole array.
      let got = unsafe buffer.withUnsafeMutableBytes {
        unsafe pread(descriptor, $0.baseAddress, $0.count, off_t(offset))
      }
      if got >= 0 { return got }
      if errno != EINTR { throw .last(.read, path) }
    }
  }

  /// Writes all of it at `offset`.
  func write(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(FileSystemError) {
    var written = 0
    while written < bytes.count {
      // unsafe: pwrite reads within the buffer, which lives as long as the closure.
      let count = unsafe bytes.withUnsafeBytes { buffer in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[written...])
        return unsafe pwrite(descriptor, rest.baseAddress, rest.count, off_t(offset + written))
      }
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        throw .last(.write, path)
      }
    }
  }
}

extension FileStatus {
  fileprivate init(_ status: stat) {
    let kind: Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .directory
      case S_IFLNK: .link
      default: .special
      }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    // Wraps rather than traps on a clock beyond the year 2262.
    let modified = Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    self.init(kind: kind, size: Int64(status.st_size), modified: modified)
  }
}
