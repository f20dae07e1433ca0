/// Every diagnostic of a run, in the order found. Sorted by file and place when it is shown.
package struct DiagnosticLog: Sendable {
  package private(set) var entries: [Diagnostic] = []

  package init() {}

  package mutating func append(_ diagnostic: Diagnostic) { entries.append(diagnostic) }

  package mutating func append(contentsOf diagnostics: [Diagnostic]) {
    entries.append(contentsOf: diagnostics)
  }

  /// Keeps those that pass, in their order.
  mutating func keep(where passes: (Diagnostic) -> Bool) { entries.removeAll { !passes($0) } }

  package var hasErrors: Bool { entries.contains { $0.severity == .error } }
}
