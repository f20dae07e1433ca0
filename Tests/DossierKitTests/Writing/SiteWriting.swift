import Testing

@testable import DossierKit

/// A whole site by path, written as a build would.
typealias TestSite = [String: String]

/// Builds a site in `output` for the dossier in `root`; nil if dossier may not write there.
@discardableResult
func write(
  _ site: TestSite, to output: String = "/d/public", root: String = "/d", assets: [AssetFile] = [],
  with fileSystem: FileSystem, writers: Int = 1, isStrict: Bool = false, log: inout DiagnosticLog
) throws -> OutputFolder.Summary? {
  let pages = try site.map { (try #require(OutputPath($0)), Array($1.utf8)) }.sorted { $0.0 < $1.0 }
  let planned = (pages.map(\.0) + assets.map(\.outputPath)).sorted()
  guard
    let folder = try OutputFolder.open(
      at: output, root: root, planned: planned, fileSystem: fileSystem,
      isStrict: isStrict, into: &log)
  else { return nil }
  var batches: [OutputWriter.Batch] = []
  for number in 0..<writers {
    var writer = folder.writer()
    for index in stride(from: number, to: pages.count, by: writers) {
      try writer.put(pages[index].1, at: pages[index].0)
    }
    if number == 0 { for asset in assets { try writer.copy(asset) } }
    batches.append(writer.finish())
  }
  return try folder.finish(batches)
}

/// The same where no diagnostic is expected but of what somebody has changed.
@discardableResult
func write(
  _ site: TestSite, to output: String = "/d/public", root: String = "/d", assets: [AssetFile] = [],
  with fileSystem: FileSystem, writers: Int = 1
) throws -> OutputFolder.Summary {
  var log = DiagnosticLog()
  let summary = try write(
    site, to: output, root: root, assets: assets, with: fileSystem, writers: writers, log: &log)
  #expect(log.entries.filter { ![.leftAlone, .overwrittenFile].contains($0.code) } == [])
  return try #require(summary)
}

/// Every file below a folder, by path; links as `-> `, empty folders with an ending `/`.
func contents(of folder: String, in fileSystem: FileSystem) throws -> TestSite {
  var result: TestSite = [:]
  var pending = [""]
  while let prefix = pending.popLast() {
    let entries = try fileSystem.entries(fileSystem.openDirectory("\(folder)/\(prefix)"))
    if entries.isEmpty, !prefix.isEmpty { result[prefix] = "" }
    for entry in entries {
      switch entry.kind {
      case .directory: pending.append("\(prefix)\(entry.name)/")
      case .regular:
        let bytes = try fileSystem.read("\(folder)/\(prefix)\(entry.name)", .max - 1)
        result[prefix + entry.name] = String(decoding: bytes ?? [], as: UTF8.self)
      default: result[prefix + entry.name] = "-> "
      }
    }
  }
  return result
}

extension FileSystem {
  /// Puts a file in an existing folder, in the place of whatever file is there.
  func place(_ text: String, at path: String) throws {
    let slash = try #require(path.lastIndex(of: "/"))
    let folder = try openDirectory(String(path[..<slash]))
    let name = String(path[path.index(after: slash)...])
    _ = try removeFile(folder, name)
    _ = try createFile(folder, name, Array(text.utf8))
  }
}
