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

  /// - Parameter texts: How many files have a text. Those after them can say nothing for themselves.
  func silences(_ diagnostic: Diagnostic, texts: Int) -> Bool {
    guard diagnostic.code == entry.code, let place = diagnostic.location else { return false }
    if isOfSite, Int(place.file) >= texts { return true }
    return place.file == document.file && document.range.contains(orEndsAt: place.range.lowerBound)
  }
}

extension DiagnosticLog {
  /// Takes out what files ask to be silent, and says which of them ask in vain.
  ///
  /// - Parameter isWhole: Whether every lint has had its say of every record, so that silence is known.
  mutating func heed(
    _ ignores: [LintIgnore], in site: SiteModel, texts: Int, isWhole: Bool
  ) {
    guard !ignores.isEmpty else { return }
    let byFile = Dictionary(grouping: ignores.indices) { ignores[$0].document.file }
    let ofSite = ignores.indices.filter { ignores[$0].isOfSite }
    var isUsed = [Bool](repeating: false, count: ignores.count)
    keep { diagnostic in
      guard diagnostic.code.isLint, let file = diagnostic.location?.file else { return true }
      var isKept = true
      for index in (byFile[file] ?? []) + (Int(file) >= texts ? ofSite : [])
      where ignores[index].silences(diagnostic, texts: texts) {
        isUsed[index] = true
        isKept = false
      }
      return isKept
    }
    guard isWhole else { return }
    // What is not published was not looked at.
    var published: [FileID: [Int]] = [:]
    for record in site.records where byFile[record.location.file] != nil {
      published[record.location.file, default: []].append(record.location.range.lowerBound)
    }
    for (index, ignore) in ignores.enumerated() where !isUsed[index] {
      let places = published[ignore.document.file] ?? []
      guard
        ignore.isOfSite || places.contains(where: { ignore.document.range.contains(orEndsAt: $0) })
      else { continue }
      append(.unused(ignore.entry))
    }
  }
}

extension Range<Int> {
  /// A place may stand behind the last byte, where something is missing.
  fileprivate func contains(orEndsAt place: Int) -> Bool {
    contains(place) || place == upperBound && !isEmpty
  }
}

extension Diagnostic {
  fileprivate static func unused(_ entry: LintIgnore.Entry) -> Diagnostic {
    Diagnostic(
      .unusedIgnore, "'\(entry.code.rawValue)' is ignored here, and has nothing to say",
      at: entry.location, help: "delete the entry")
  }
}
