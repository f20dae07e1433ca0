import Foundation

/// A folder on the real disk that a test has for itself.
struct TemporaryFolder: Sendable {
  let path: String

  func path(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file and the folders it lies in.
  func write(_ name: String, _ text: String) throws {
    let url = URL(filePath: path(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path(name), withDestinationPath: target)
  }

  /// Takes everybody's permission away.
  func forbid(_ name: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path(name))
  }

  func makePipe(_ name: String) throws {
    // unsafe: the path is a null-terminated copy that outlives the call.
    guard unsafe mkfifo(path(name), 0o600) == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  /// An empty file whose name is these bytes, UTF-8 or not.
  func makeFile(namedBy bytes: [UInt8], in folder: String) throws {
    let whole = (Array(path(folder).utf8) + [0x2F] + bytes + [0]).map(CChar.init(bitPattern:))
    // unsafe: the path is a null-terminated array that outlives the call.
    let descriptor = unsafe open(whole, O_CREAT | O_WRONLY, 0o600)
    guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
    close(descriptor)
  }

  func read(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path(name)).map(Array.init)
  }

  /// Every file below it, by path; links as `-> target`, empty folders with an ending `/`.
  func contents(of name: String = ".") throws -> [String: [UInt8]] {
    let top = path(name)
    var result: [String: [UInt8]] = [:]
    guard let walk = FileManager.default.enumerator(atPath: top) else { return result }
    for case let found as String in walk {
      let whole = "\(top)/\(found)"
      let type =
        try FileManager.default.attributesOfItem(atPath: whole)[.type] as? FileAttributeType
      switch type {
      case .typeDirectory?:
        if try FileManager.default.contentsOfDirectory(atPath: whole).isEmpty {
          result[found + "/"] = []
        }
      case .typeSymbolicLink?:
        let target = try FileManager.default.destinationOfSymbolicLink(atPath: whole)
        result[found] = Array("-> \(target)".utf8)
      default:
        result[found] = FileManager.default.contents(atPath: whole).map(Array.init) ?? []
      }
    }
    return result
  }
}

/// Makes a folder, lends it, and removes it whatever happens.
func withTemporaryFolder<Value>(
  _ body: (TemporaryFolder) async throws -> Value
) async throws -> Value {
  let base = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
  let url = base.appending(path: "dossier-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: url) }
  return try await body(TemporaryFolder(path: url.path))
}
