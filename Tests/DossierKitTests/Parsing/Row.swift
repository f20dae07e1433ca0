import Testing

@testable import DossierKit

/// One line of a table of examples: a dossier, and all that is said of it.
struct Row: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let dossier: MarkedDossier
  let says: [Expectation]

  init(_ what: String, _ files: [String: String], says: [Expectation] = []) {
    testDescription = what
    dossier = MarkedDossier(files)
    self.says = says
  }

  init(_ what: String, dossier: MarkedDossier, says: [Expectation]) {
    testDescription = what
    self.dossier = dossier
    self.says = says
  }

  /// A dossier in which one thing is wrong, at the mark 1️⃣.
  init(
    _ what: String, _ files: [String: String], _ code: Diagnostic.Code, _ message: String = "",
    help: String? = nil
  ) {
    self.init(what, files, says: [Expectation("1️⃣", code, message, help: help)])
  }

  func check(
    heeding heeded: Set<Diagnostic.Code> = [], sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    try await expect(dossier, says: says, heeding: heeded, sourceLocation: sourceLocation)
  }
}

/// The fields of `content/places/minsk.yaml` below its name, with nothing wrong.
func place(_ fields: String) -> [String: String] {
  ["content/places/minsk.yaml": "name: Minsk\n\(fields)\n"]
}

/// The fields of `content/officials/milian.yaml` below its name.
func official(_ fields: String) -> [String: String] {
  ["content/officials/milian.yaml": "name: Monica Milian\n\(fields)\n"]
}

/// The text of `content/articles/talks.md`, and more of its front matter.
func article(_ body: String, _ frontMatter: String = "") -> [String: String] {
  [
    "content/articles/talks.md":
      "---\ntitle: Talks\ndate: 2023-05-20\n\(frontMatter)\n---\n\(body)\n"
  ]
}

func + (files: [String: String], others: [String: String]) -> [String: String] {
  files.merging(others) { $1 }
}
