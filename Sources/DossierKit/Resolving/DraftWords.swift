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
    let byName = Dictionary(grouping: paths) {
      $0.split(separator: "/").last.map(String.init) ?? $0
    }
    let names = FileNames(byName.keys)
    var found: Set<String> = []
    for draft in drafts { found.formUnion(names.found(in: sources.files[Int(draft)].bytes)) }
    for (index, file) in sources.files.enumerated() where !found.isEmpty && !file.isBuiltIn {
      if !drafts.contains(FileID(index)) { found.subtract(names.found(in: file.bytes)) }
    }
    return Set(found.flatMap { byName[$0] ?? [] })
  }
}

/// Names of files, found in one pass over a text, however many there are.
private struct FileNames {
  /// Where a name of several words stands around the last of them.
  private struct Span: Hashable {
    /// How many bytes stand before that word.
    let lead: Int
    let length: Int
  }

  /// The names by the ways to write them.
  private var names: [String: String] = [:]
  private var spans: [String: Set<Span>] = [:]
  /// The last bytes of words that may be a name, or end one: most words can be told from them by these.
  private var ends: Set<UInt8> = []

  init(_ names: some Sequence<String>) {
    for name in names {
      self.names[name.replacing(" ", with: "%20")] = name
      self.names[name] = name
    }
    for way in self.names.keys {
      let bytes = Array(way.utf8)
      let words = Self.words(of: bytes)
      guard let last = words.last else { continue }
      if let end = last.last { ends.insert(end) }
      if last.count < bytes.count {
        spans[String(decoding: last, as: UTF8.self), default: []].insert(
          Span(lead: last.startIndex, length: bytes.count))
      }
    }
  }

  /// Those that stand in a text as words, or as the last part of an address.
  func found(in text: [UInt8]) -> Set<String> {
    var found: Set<String> = []
    for word in Self.words(of: text) {
      guard let end = word.last, ends.contains(end) || word.contains(UInt8(ascii: "%")) else {
        continue
      }
      let name = String(decoding: word, as: UTF8.self)
      for way in [name, name.percentDecoded] {
        if let name = names[way] { found.insert(name) }
      }
      for span in spans[name] ?? [] {
        let start = word.startIndex - span.lead
        guard start >= 0, start + span.length <= text.count else { continue }
        let whole = String(decoding: text[start..<start + span.length], as: UTF8.self)
        if let name = names[whole] { found.insert(name) }
      }
    }
    return found
  }

  private static func words(of text: [UInt8]) -> [ArraySlice<UInt8>] {
    text.split(whereSeparator: \.endsFileName)
      .map { word in word.trimmingSuffix { ".:!?*_`".utf8.contains($0) } }
      .filter { !$0.isEmpty }
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
}
