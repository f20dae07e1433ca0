import YAML

/// What was found wrong in one file while it was read.
struct Findings {
  let file: FileID
  let source: [UInt8]
  private(set) var diagnostics: [Diagnostic] = []

  init(file: FileID, source: [UInt8]) {
    self.file = file
    self.source = source
  }

  mutating func report(
    _ code: Diagnostic.Code, _ message: String, at range: Range<Int>,
    notes: [Diagnostic.Note] = [], help: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(code, message, at: Location(file, range), notes: notes, help: help))
  }

  mutating func append(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  func location(_ node: Node) -> Location { Location(file, node.range) }
}

/// A suggestion for a misspelled name: `did you mean 'born'?`
func didYouMean(_ name: String, among candidates: some Sequence<String>) -> String? {
  nearest(to: name, among: candidates).map { "did you mean '\($0)'?" }
}

/// The candidate with the fewest edits, if they are few for its length. The first of several that are equal.
func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Array(name.lowercased().unicodeScalars.prefix(64))
  // In a name of two letters, one edit makes any other.
  let limit = wanted.count < 3 ? 0 : max(1, wanted.count / 3)
  var best: (name: String, distance: Int)?
  for candidate in candidates where candidate != name {
    let other = Array(candidate.lowercased().unicodeScalars.prefix(64))
    guard abs(other.count - wanted.count) <= min(limit, (best?.distance ?? .max) - 1) else {
      continue
    }
    let distance = editDistance(wanted, other)
    if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.name
}

/// Insertions, deletions, substitutions and swaps of neighbours between two texts (Damerau, restricted).
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var older: [Int] = []
  var previous = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    row.reserveCapacity(b.count + 1)
    for j in b.indices {
      var cost = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, older[j - 1] + 1) }
      row.append(cost)
    }
    older = previous
    previous = row
  }
  return previous[b.count]
}
