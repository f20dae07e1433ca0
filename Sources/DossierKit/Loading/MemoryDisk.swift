import Synchronization

/// The state behind a file system in memory.
final class MemoryDisk: Sendable {
  enum Node {
    case file([UInt8], modified: Int64)
    case folder
    case link(String)
  }

  struct State {
    /// By path from the root, parts joined with `/`; the root itself is the empty path.
    var nodes: [String: Node] = ["": .folder]
    var open: [Int32: String] = [:]
    var locked: Set<Int32> = []
    var nextHandle: Int32 = 1
    var clock: Int64 = 0
  }

  private let state: Mutex<State>

  init(files: [String: [UInt8]], links: [String: String]) {
    var state = State()
    for (path, bytes) in files {
      state.clock += 1
      state.put(.file(bytes, modified: state.clock), at: path)
    }
    for (path, target) in links { state.put(.link(target), at: path) }
    self.state = Mutex(state)
  }

  func with<Value: Sendable>(
    _ body: (inout sending State) throws(FileSystemError) -> Value
  ) throws(FileSystemError) -> Value {
    try state.withLock { state throws(FileSystemError) in try body(&state) }
  }

  /// What is needed to make a `Directory` once the state is let go.
  struct Opened {
    let handle: Int32
    let path: String

    func directory(closing disk: MemoryDisk) -> Directory {
      Directory(handle: handle, path: path) { handle in
        disk.state.withLock { state in
          state.open[handle] = nil
          state.locked.remove(handle)
        }
      }
    }
  }
}

extension MemoryDisk.Node {
  var status: FileStatus {
    switch self {
    case .file(let bytes, let modified):
      FileStatus(kind: .regular, size: Int64(bytes.count), modified: modified)
    case .folder: FileStatus(kind: .directory, size: 0, modified: 0)
    case .link: FileStatus(kind: .link, size: 0, modified: 0)
    }
  }
}

extension MemoryDisk.State {
  /// The key of a name in an open folder; with an empty name, what all such keys begin with.
  func path(_ handle: Int32, _ name: String) -> String {
    let folder = open[handle] ?? ""
    return folder.isEmpty ? name : "\(folder)/\(name)"
  }

  mutating func put(_ node: MemoryDisk.Node, at path: String) {
    let parts = path.split(separator: "/")
    for end in parts.indices.dropFirst() {
      nodes[parts[..<end].joined(separator: "/")] = .folder
    }
    nodes[parts.joined(separator: "/")] = node
  }

  mutating func create(_ bytes: [UInt8], at path: String) throws(FileSystemError) -> FileStatus {
    guard nodes[path] == nil else { throw FileSystemError(.write, path, .exists) }
    clock += 1
    let node = MemoryDisk.Node.file(bytes, modified: clock)
    nodes[path] = node
    return node.status
  }

  func read(_ path: String, limit: Int) throws(FileSystemError) -> [UInt8]? {
    switch followParent(path).flatMap({ nodes[$0] }) {
    case nil: return nil
    case .folder: throw FileSystemError(.read, path, .isDirectory)
    case .link: throw FileSystemError(.read, path, .link)
    case .file(let bytes, _):
      guard bytes.count <= limit else {
        throw FileSystemError(.read, path, .tooLarge(limit: limit))
      }
      return bytes
    }
  }

  mutating func openDirectory(_ found: String, asked path: String) throws(FileSystemError)
    -> MemoryDisk.Opened
  {
    guard case .folder = nodes[found] else { throw FileSystemError(.open, path, .notDirectory) }
    defer { nextHandle += 1 }
    open[nextHandle] = found
    return MemoryDisk.Opened(handle: nextHandle, path: path)
  }

  /// The key of what a path leads to, links followed; nil if that is nothing.
  func follow(_ path: String) -> String? {
    var rest = path.split(separator: "/").map(String.init)
    var done: [String] = []
    var links = 0
    while !rest.isEmpty {
      let part = rest.removeFirst()
      if part == "." { continue }
      if part == ".." {
        _ = done.popLast()
        continue
      }
      switch nodes[(done + [part]).joined(separator: "/")] {
      case nil: return nil
      case .link(let target):
        links += 1
        if links > 40 { return nil }
        if target.hasPrefix("/") { done = [] }
        rest = target.split(separator: "/").map(String.init) + rest
      case .file where !rest.isEmpty: return nil
      default: done.append(part)
      }
    }
    return done.joined(separator: "/")
  }

  /// The same, but a link at the end stays one; what it names need not be there.
  func followParent(_ path: String) -> String? {
    let parts = path.split(separator: "/")
    guard let name = parts.last else { return "" }
    guard let parent = follow(parts.dropLast().joined(separator: "/")) else { return nil }
    return parent.isEmpty ? String(name) : "\(parent)/\(name)"
  }
}
