/// Media files whose names stand in drafts alone, in whatever way: as data of the author's own, in a comment, in a note
/// to colleagues. What a draft is about is mostly not yet to be seen either.
struct DraftWords {
  private let sources: SourceTree
  /// The files all of whose records are kept back.
  private let drafts: Set<FileID>

  /// - Parameter isPublished: Whether the record at an index is.
  init(_ records: [ParsedRecord], in sources: SourceTree, isPublished: (Int) -> Bool) {
    self.sources = sources
    var drafts: Set<FileID> = []
    var others: Set<FileID> = []
    for (index, record) in records.enumerated() {
      if isPublished(index) {
        others.insert(record.location.file)
      } else {
        drafts.insert(record.location.file)
      }
    }
    self.drafts = drafts.subtracting(others)
  }

  /// Those of `paths`, below `content/media/`, whose file's name is in drafts and nowhere else.
  func files(of paths: Set<String>) -> Set<String> {
    guard !paths.isEmpty, !drafts.isEmpty else { return [] }
    var byName: [String: [String]] = [:]
    for path in paths {
      byName[path.split(separator: "/").last.map(String.init) ?? path, default: []].append(path)
    }
    // Most words can be told from these names by their end.
    let ends = Set(byName.keys.compactMap(\.utf8.last))
    var found: Set<String> = []
    for draft in drafts {
      found.formUnion(Self.names(of: byName, in: sources.files[Int(draft)].bytes, ends))
    }
    for (index, file) in sources.files.enumerated() where !found.isEmpty && !file.isBuiltIn {
      guard !drafts.contains(FileID(index)) else { continue }
      found.subtract(Self.names(of: byName, in: file.bytes, ends))
    }
    return Set(found.flatMap { byName[$0] ?? [] })
  }

  /// The names that stand in a text as words, or as the last part of an address.
  private static func names(
    of known: [String: [String]], in text: [UInt8], _ ends: Set<UInt8>
  ) -> Set<String> {
    var found: Set<String> = []
    for word in text.split(whereSeparator: \.endsFileName) {
      let word = word.trimmingSuffix { ".:!?*_`".utf8.contains($0) }
      guard let last = word.last, ends.contains(last) || word.contains(UInt8(ascii: "%")) else {
        continue
      }
      let name = String(decoding: word, as: UTF8.self)
      if known[name] != nil {
        found.insert(name)
      } else if known[name.percentDecoded] != nil {
        found.insert(name.percentDecoded)
      }
    }
    // Those that are several words themselves.
    for name in known.keys where name.utf8.contains(where: \.endsFileName) {
      if text[...].firstIndex(of: Array(name.utf8)) != nil { found.insert(name) }
    }
    return found
  }
}

extension UInt8 {
  /// Whether a file's name mostly ends there.
  fileprivate var endsFileName: Bool {
    self <= 0x20 || "/\\\"'()[]{}<>|,;=#?".utf8.contains(self)
  }
}

extension ArraySlice<UInt8> {
  fileprivate func trimmingSuffix(_ isTrimmed: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var slice = self
    while let last = slice.last, isTrimmed(last) { slice.removeLast() }
    return slice
  }

  /// Where a short sequence begins first.
  fileprivate func firstIndex(of sequence: [UInt8]) -> Int? {
    guard let first = sequence.first else { return nil }
    var index = startIndex
    while let found = self[index...].firstIndex(of: first) {
      if self[found...].starts(with: sequence) { return found }
      index = found + 1
    }
    return nil
  }
}
