import Foundation

/// A dossier on the disk that a test has for itself. It goes away with the last reference to it.
final class TemporaryDossier {
  let path: String

  /// A small dossier without a fault, and these files instead of or beside its own.
  init(_ files: KeyValuePairs<String, String> = [:]) throws {
    let temporary = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    path = temporary.appending(path: "dossier-run-\(UUID().uuidString)").path
    try write("content/site.yaml", "title: Ruritania\nurl: https://example.org/\n")
    try write("content/countries/ruritania.yaml", "name: Ruritania\n")
    try write(
      "content/articles/first.md",
      "---\ntitle: First\ndate: 2024-01-02\n---\nA ship came to Ruritania.\n")
    for (name, text) in files { try write(name, text) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func path(_ name: String) -> String { "\(path)/\(name)" }

  func write(_ name: String, _ text: String) throws {
    let url = URL(filePath: path(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// Lets a file be used so and no more; makes a folder of what is not there.
  func permit(_ name: String, _ permissions: Int) throws {
    if !FileManager.default.fileExists(atPath: path(name)) {
      try FileManager.default.createDirectory(
        atPath: path(name), withIntermediateDirectories: true)
    }
    try FileManager.default.setAttributes(
      [.posixPermissions: permissions], ofItemAtPath: path(name))
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path(name), withDestinationPath: target)
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  /// The text of a file; nil if there is none.
  func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: path(name)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Every file below a folder, by its path.
  func files(in folder: String) -> [String: Data] {
    var result: [String: Data] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: path(folder)) ?? .init() {
      result[name] = FileManager.default.contents(atPath: path("\(folder)/\(name)"))
    }
    return result
  }
}
