import Foundation
import Testing

@testable import DossierKit

/// What the documents show an author is built here, so that nobody copies what does not work.
@Suite("Documented examples") struct DocumentedExampleTests {
  @Test(
    "build without a diagnostic",
    arguments: [
      ("Sources/DossierKit/DossierKit.docc/ContentModel.md", 12),
      ("Sources/DossierKit/DossierKit.docc/Linting.md", 4),
      ("README.md", 4),
    ])
  func build(_ document: String, _ fewest: Int) async throws {
    let examples = try DocumentedFiles(of: document)
    #expect(examples.unclaimed == [], "an example without the name of its file")
    #expect(examples.files.count >= fewest)
    let report = try await dossier(of: examples).build()
    #expect(report.diagnostics.map { "\($0.code.rawValue): \($0.message)" } == [])
    #expect(report.summary != nil)
  }

  /// With an empty file for each of the media that the examples show.
  private func dossier(of examples: DocumentedFiles) -> MarkedDossier {
    var files = examples.files
    for text in examples.files.values {
      for match in text.matches(of: /([a-z0-9-]+\.(?:svg|jpg|png|pdf|html))/) {
        files["content/media/\(match.1)"] = ""
      }
    }
    return MarkedDossier(files)
  }
}

/// The files that a document shows in blocks of YAML and Markdown.
private struct DocumentedFiles {
  var files: [String: String] = [:]
  /// Blocks that belong to no file.
  var unclaimed: [String] = []

  /// A block's file is the last that the text before it names, or that its first line does.
  init(of document: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../..").standardized
    let text = try String(contentsOf: root.appending(path: document), encoding: .utf8)
    var path: String?
    var block: (isContent: Bool, lines: [String])?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") {
        if let finished = block {
          if finished.isContent { add(finished.lines, path) }
          path = finished.isContent ? nil : path
          block = nil
        } else {
          block = (line == "```yaml" || line == "```markdown", [])
        }
      } else if block != nil {
        block?.lines.append(line)
      } else if let named = line.matches(of: /`(content\/[^ `]+\.(?:yaml|md))`/).last {
        path = String(named.1)
      }
    }
  }

  private mutating func add(_ lines: [String], _ path: String?) {
    var path = path
    if let named = lines.first?.wholeMatch(of: /# (content\/[^ ]+\.yaml)/) {
      path = String(named.1)
    }
    let text = lines.joined(separator: "\n") + "\n"
    if let path { files[path] = text } else { unclaimed.append(text) }
  }
}
