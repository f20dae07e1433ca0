import Testing

@testable import DossierKit

/// A small dossier in memory, with the places marked at which a test expects something: `See 1️⃣[[acm]]`.
///
/// `content/site.yaml` is there unless a test brings its own.
struct MarkedDossier: Sendable {
  var files: [String: [UInt8]]
  var links: [String: String]
  /// Each mark with its file and the byte offset in it, the marks themselves not counted.
  private(set) var marks: [Character: (path: String, offset: Int)]
  var output = "/dossier/public"

  /// - Parameter marks: Those that cannot stand in a text.
  init(
    _ texts: [String: String], bytes: [String: [UInt8]] = [:], links: [String: String] = [:],
    marks: [Character: (path: String, offset: Int)] = [:]
  ) {
    self.marks = marks
    files = ["content/site.yaml": Array("title: Test\n".utf8)]
    files.merge(bytes) { $1 }
    self.links = links
    for (path, text) in texts {
      var plain: [UInt8] = []
      for character in text {
        if Self.isMark(character) {
          precondition(self.marks[character] == nil, "the mark \(character) stands twice")
          self.marks[character] = (path, plain.count)
        } else {
          plain.append(contentsOf: String(character).utf8)
        }
      }
      files[path] = plain
    }
  }

  /// A digit in a key cap.
  private static func isMark(_ character: Character) -> Bool {
    character.unicodeScalars.contains("\u{20E3}")
  }

  var fileSystem: FileSystem {
    .memory(
      Dictionary(uniqueKeysWithValues: files.map { ("/dossier/" + $0.key, $0.value) }),
      links: Dictionary(uniqueKeysWithValues: links.map { ("/dossier/" + $0.key, $0.value) }))
  }

  /// Builds it at noon of 1 June 2023.
  func build(
    on fileSystem: FileSystem? = nil, _ change: (inout BuildOptions) -> Void = { _ in }
  ) async throws -> BuildReport {
    var options = BuildOptions(source: "/dossier", output: output, now: 1_685_620_800)
    change(&options)
    return try await SiteBuilder.build(options, on: fileSystem ?? self.fileSystem)
  }

  /// What is written, as text by path below the output folder.
  func pages(_ change: (inout BuildOptions) -> Void = { _ in }) async throws -> [String: String] {
    let fileSystem = self.fileSystem
    let report = try await build(on: fileSystem, change)
    let diagnostics = report.diagnostics.filter { !$0.code.isOfSmallDossiers }
    try #require(diagnostics.isEmpty, "\(diagnostics.map(\.message))")
    return try pages(on: fileSystem)
  }

  func pages(on fileSystem: FileSystem) throws -> [String: String] {
    var pages: [String: String] = [:]
    for (path, bytes) in try fileSystem.files(below: output) {
      pages[path] = String(decoding: bytes, as: UTF8.self)
    }
    return pages
  }
}

extension FileSystem {
  /// Every file below a folder, by its path from there.
  func files(below folder: String, _ prefix: String = "") throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for entry in try entries(openDirectory(folder)) {
      let path = folder + "/" + entry.name
      if entry.kind == .directory {
        files.merge(try self.files(below: path, prefix + entry.name + "/")) { $1 }
      } else {
        files[prefix + entry.name] = try read(path, 1 << 30) ?? []
      }
    }
    return files
  }
}

/// What a test expects to be said at a mark.
struct Expectation: Sendable {
  let mark: Character?
  let code: Diagnostic.Code
  /// A part of the message, or all of it.
  var message = ""
  var help: String?

  init(_ mark: Character?, _ code: Diagnostic.Code, _ message: String = "", help: String? = nil) {
    self.mark = mark
    self.code = code
    self.message = message
    self.help = help
  }
}

extension Diagnostic.Code {
  /// Said of nearly every dossier that is as small as those of tests, where each file is there for one thing alone.
  var isOfSmallDossiers: Bool {
    [
      .orphanEntity, .unusedSource, .unarchivedSource, .possibleDuplicate, .selfRelation,
      .unusedMedia, .missingAlt,
    ].contains(self)
  }
}

/// Expects just these diagnostics of a dossier, in the order in which they are shown.
///
/// - Parameter heeded: Codes that count even where none is expected, though they are said of every small dossier.
func expect(
  _ dossier: MarkedDossier, says expected: [Expectation], heeding heeded: Set<Diagnostic.Code> = [],
  sourceLocation: SourceLocation = #_sourceLocation
) async throws {
  let report = try await dossier.build()
  let counted = heeded.union(expected.map(\.code))
  let diagnostics = report.diagnostics.filter {
    !$0.code.isOfSmallDossiers || counted.contains($0.code)
  }
  let found = diagnostics.map { diagnostic in
    let place = diagnostic.location.map {
      "\(report.sources[$0.file].path):\($0.range.lowerBound)"
    }
    return "\(place ?? "dossier") [\(diagnostic.code.rawValue)]"
  }
  let wanted = expected.map { expectation in
    let place = expectation.mark.map { mark in
      dossier.marks[mark].map { "\($0.path):\($0.offset)" } ?? "no mark \(mark)"
    }
    return "\(place ?? "dossier") [\(expectation.code.rawValue)]"
  }
  #expect(
    found == wanted, "\(diagnostics.map { ($0.message, $0.help ?? "") })",
    sourceLocation: sourceLocation)
  guard found == wanted else { return }
  for (diagnostic, expectation) in zip(diagnostics, expected) {
    #expect(
      expectation.message.isEmpty || diagnostic.message.contains(expectation.message),
      "\(diagnostic.message)", sourceLocation: sourceLocation)
    if let help = expectation.help {
      #expect(
        diagnostic.help?.contains(help) == true, "\(diagnostic)", sourceLocation: sourceLocation)
    }
  }
}
