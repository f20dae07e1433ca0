extension FileSystem {
  /// A file system in memory, for tests and previews. Folders come into being with what lies in them.
  ///
  /// Paths start at `/`; a relative one is taken as if it did. Time is a counter: every write is one
  /// nanosecond later than the last.
  package static func memory(
    _ files: [String: [UInt8]], links: [String: String] = [:]
  ) -> FileSystem {
    MemoryDisk(files: files, links: links).fileSystem
  }
}

extension MemoryDisk {
  var fileSystem: FileSystem {
    FileSystem(
      openDirectory: { path throws(FileSystemError) in
        try self.with { state throws(FileSystemError) in
          guard let found = state.follow(path) else {
            throw FileSystemError(.open, path, .missing)
          }
          return try state.openDirectory(found, asked: path)
        }.directory(closing: self)
      },
      openSubdirectory: { parent, name throws(FileSystemError) in
        let (handle, path) = (parent.handle, parent.path(of: name))
        let opened = try self.with { state throws(FileSystemError) -> Opened? in
          let found = state.path(handle, name)
          switch state.nodes[found] {
          case nil: return nil
          case .link: throw FileSystemError(.open, path, .link)
          default: return try state.openDirectory(found, asked: path)
          }
        }
        return opened?.directory(closing: self)
      },
      entries: { directory throws(FileSystemError) in
        let handle = directory.handle
        return try self.with { state throws(FileSystemError) in
          let prefix = state.path(handle, "")
          return state.nodes.compactMap { path, node in
            guard path != "", path.hasPrefix(prefix) else { return nil }
            let name = path.dropFirst(prefix.count)
            guard !name.isEmpty, !name.contains("/") else { return nil }
            return DirectoryEntry(name: String(name), kind: node.status.kind)
          }
        }
      },
      status: { path throws(FileSystemError) in
        try self.with { state throws(FileSystemError) in
          state.followParent(path).flatMap { state.nodes[$0]?.status }
        }
      },
      statusBelow: { directory, path throws(FileSystemError) in
        let handle = directory.handle
        return try self.with { state throws(FileSystemError) in
          state.followParent(state.path(handle, path)).flatMap { state.nodes[$0]?.status }
        }
      },
      resolve: { path throws(FileSystemError) in
        try self.with { state throws(FileSystemError) in state.follow(path).map { "/" + $0 } }
      },
      read: { path, limit throws(FileSystemError) in
        try self.with { state throws(FileSystemError) in
          try state.read(path, limit: limit)
        }
      },
      readPieces: { path, each throws(FileSystemError) in
        let bytes = try self.with { state throws(FileSystemError) in
          try state.read(path, limit: .max)
        }
        guard let bytes else { return false }
        // Not all at once, as from a disk.
        for start in stride(from: 0, to: bytes.count, by: 1000) {
          each(bytes[start..<min(start + 1000, bytes.count)])
        }
        return true
      },
      readStart: { parent, name, count throws(FileSystemError) in
        let handle = parent.handle
        return try self.with { state throws(FileSystemError) in
          guard case .file(let bytes, _) = state.nodes[state.path(handle, name)] else { return nil }
          return Array(bytes.prefix(count))
        }
      },
      makeDirectory: { parent, name throws(FileSystemError) in
        let handle = parent.handle
        return try self.with { state throws(FileSystemError) in
          let path = state.path(handle, name)
          guard state.nodes[path] == nil else { return false }
          state.nodes[path] = .folder
          return true
        }
      },
      createFile: { parent, name, bytes throws(FileSystemError) in
        let handle = parent.handle
        return try self.with { state throws(FileSystemError) in
          try state.create(bytes, at: state.path(handle, name))
        }
      },
      copyFile: { source, parent, name throws(FileSystemError) in
        let handle = parent.handle
        return try self.with { state throws(FileSystemError) in
          guard let bytes = try state.read(source, limit: .max) else {
            throw FileSystemError(.read, source, .missing)
          }
          return try state.create(bytes, at: state.path(handle, name))
        }
      },
      rename: { parent, old, new throws(FileSystemError) in
        let handle = parent.handle
        try self.with { state throws(FileSystemError) in
          let (old, new) = (state.path(handle, old), state.path(handle, new))
          if case .folder = state.nodes[new] {
            throw FileSystemError(.rename, new, .isDirectory)
          }
          guard let node = state.nodes.removeValue(forKey: old) else {
            throw FileSystemError(.rename, old, .missing)
          }
          state.nodes[new] = node
        }
      },
      removeFile: { parent, name throws(FileSystemError) in
        let handle = parent.handle
        return try self.with { state throws(FileSystemError) in
          let path = state.path(handle, name)
          if case .folder = state.nodes[path] {
            throw FileSystemError(.remove, path, .isDirectory)
          }
          return state.nodes.removeValue(forKey: path) != nil
        }
      },
      removeDirectory: { parent, name throws(FileSystemError) in
        let handle = parent.handle
        return try self.with { state throws(FileSystemError) in
          let path = state.path(handle, name)
          guard case .folder = state.nodes[path],
            !state.nodes.keys.contains(where: { $0.hasPrefix(path + "/") })
          else { return false }
          state.nodes[path] = nil
          return true
        }
      },
      lock: { directory throws(FileSystemError) in
        let handle = directory.handle
        return try self.with { state throws(FileSystemError) in
          let path = state.open[handle]
          if state.locked.contains(where: { $0 != handle && state.open[$0] == path }) {
            return false
          }
          state.locked.insert(handle)
          return true
        }
      })
  }
}
