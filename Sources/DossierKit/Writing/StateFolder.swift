/// Where dossier remembers what it wrote: `.dossier/outputs/` beside `content/`, safe to delete.
///
/// For each output folder a manifest, and while a build is under way a journal, both named by the
/// fingerprint of the folder's path.
struct StateFolder: ~Copyable {
  private let fileSystem: FileSystem
  private let directory: Directory
  private let output: String
  private let name: String

  /// Opens or makes it in the dossier's folder `root`, for the folder `output` (absolute, free of links).
  init(in root: String, for output: String, fileSystem: FileSystem) throws(FileSystemError) {
    self.fileSystem = fileSystem
    self.output = output
    name = Fingerprint(Array(output.utf8)).hexadecimal
    let top = try fileSystem.openDirectory(root)
    let state = try fileSystem.subdirectory(".dossier", of: top)
    // Nobody need tell git that this is not worth keeping.
    if try fileSystem.statusBelow(state, ".gitignore") == nil {
      _ = try fileSystem.createFile(state, ".gitignore", Array("*\n".utf8))
    }
    directory = try fileSystem.subdirectory("outputs", of: state)
  }

  /// Nil if there is none, or only a damaged one.
  func manifest() throws(FileSystemError) -> Manifest? {
    try read(name).flatMap { Manifest($0, output: output) }
  }

  /// Nil if the last build came to its end.
  func journal() throws(FileSystemError) -> Journal? {
    try read("\(name).journal").map { Journal($0) }
  }

  func write(_ manifest: Manifest) throws(FileSystemError) {
    try replace(name, with: manifest.bytes)
  }

  func write(_ journal: Journal) throws(FileSystemError) {
    try replace("\(name).journal", with: journal.bytes)
  }

  func removeJournal() throws(FileSystemError) {
    _ = try fileSystem.removeFile(directory, "\(name).journal")
  }

  private func read(_ name: String) throws(FileSystemError) -> [UInt8]? {
    try fileSystem.read(directory.path(of: name), .max - 1)
  }

  private func replace(_ name: String, with bytes: [UInt8]) throws(FileSystemError) {
    let temporary = "\(name).new"
    // Left by a build that was killed. Nobody else is at work: the output folder is locked.
    _ = try fileSystem.removeFile(directory, temporary)
    _ = try fileSystem.createFile(directory, temporary, bytes)
    try fileSystem.rename(directory, temporary, name)
  }
}

extension FileSystem {
  /// A folder in a folder, made if it is not there. A link is an error.
  func subdirectory(_ name: String, of parent: borrowing Directory) throws(FileSystemError)
    -> Directory
  {
    if let directory = try openSubdirectory(parent, name) { return directory }
    _ = try makeDirectory(parent, name)
    guard let directory = try openSubdirectory(parent, name) else {
      throw FileSystemError(.open, parent.path(of: name), .missing)
    }
    return directory
  }
}
