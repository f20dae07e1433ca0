/// What a document says of a lint that it asks to be silent.
package struct LintIgnore: Sendable {
  /// One entry as it was read.
  struct Entry: Sendable {
    let code: Diagnostic.Code
    /// Where the code stands.
    let location: Location
  }

  let entry: Entry
  /// The document's bytes. A diagnostic whose place begins in them is silenced.
  let document: Location
  /// Whether it stands in `site.yaml`, which speaks for files that can say nothing: those of `media/`.
  let isOfSite: Bool

  init(_ entry: Entry, file: FileID, document: Range<Int>, isOfSite: Bool = false) {
    self.entry = entry
    self.document = Location(file, document)
    self.isOfSite = isOfSite
  }
}

extension DiagnosticLog {
  /// Takes out what files ask to be silent, and says which of them ask in vain.
  ///
  /// - Parameters:
  ///   - texts: How many files have a text. Those after them can say nothing for themselves.
  ///   - isWhole: Whether every lint has had its say of every record, so that silence is known.
  mutating func heed(
    _ ignores: [LintIgnore], in site: SiteModel, texts: Int, isWhole: Bool
  ) {
    guard !ignores.isEmpty else { return }
    let index = IgnoreIndex(ignores, texts: texts)
    var isUsed = [Bool](repeating: false, count: ignores.count)
    keep { diagnostic in
      guard diagnostic.code.isLint, let place = diagnostic.location else { return true }
      let found = index.entries(for: place).filter { ignores[$0].entry.code == diagnostic.code }
      for entry in found { isUsed[entry] = true }
      return found.isEmpty
    }
    guard isWhole else { return }
    // What is not published was not looked at.
    var isLinted = [Bool](repeating: false, count: ignores.count)
    for record in site.records where record.visibility != .redacted {
      for entry in index.entries(for: record.location) { isLinted[entry] = true }
    }
    for (index, ignore) in ignores.enumerated()
    where !isUsed[index] && (ignore.isOfSite || isLinted[index]) {
      append(.unused(ignore.entry))
    }
  }
}

/// The entries of each document, found by a place in it.
private struct IgnoreIndex {
  private let ignores: [LintIgnore]
  private let texts: Int
  /// Positions in ``ignores``, by file, in the order of the documents.
  private let byFile: [FileID: [Int]]
  private let ofSite: [Int]

  init(_ ignores: [LintIgnore], texts: Int) {
    self.ignores = ignores
    self.texts = texts
    byFile = Dictionary(grouping: ignores.indices) { ignores[$0].document.file }
    ofSite = ignores.indices.filter { ignores[$0].isOfSite }
  }

  func entries(for place: Location) -> ArraySlice<Int> {
    if Int(place.file) >= texts { return ofSite[...] }
    guard let inFile = byFile[place.file] else { return [] }
    let start = place.range.lowerBound
    let end = inFile.prefixCount { ignores[$0].document.range.lowerBound <= start }
    guard end > 0, case let document = ignores[inFile[end - 1]].document.range,
      // Something may be missing behind the last byte.
      start <= document.upperBound
    else { return [] }
    let first = inFile.prefixCount {
      ignores[$0].document.range.lowerBound < document.lowerBound
    }
    return inFile[first..<end]
  }
}

extension Diagnostic {
  fileprivate static func unused(_ entry: LintIgnore.Entry) -> Diagnostic {
    Diagnostic(
      .unusedIgnore, "'\(entry.code.rawValue)' is ignored here, and has nothing to say",
      at: entry.location, help: "delete the entry")
  }
}
