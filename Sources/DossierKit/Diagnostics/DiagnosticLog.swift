/// Every diagnostic of a run, in the order found. Sorted by file and place when it is shown.
package struct DiagnosticLog: Sendable {
  package private(set) var entries: [Diagnostic] = []

  package init() {}

  package mutating func append(_ diagnostic: Diagnostic) { entries.append(diagnostic) }

  package mutating func append(contentsOf diagnostics: [Diagnostic]) {
    entries.append(contentsOf: diagnostics)
  }

  package var hasErrors: Bool { entries.contains { $0.severity == .error } }

  /// By file and place; what has no place comes first. Equal places keep the order in which they were found.
  package var sorted: [Diagnostic] {
    entries.enumerated().sorted { a, b in
      switch (a.element.location, b.element.location) {
      case (let x?, let y?) where x != y: x < y
      case (nil, .some): true
      case (.some, nil): false
      default: a.offset < b.offset
      }
    }.map(\.element)
  }
}
