import Markdown

// What is not published, and would be missed, or shown, without a word.
extension Resolver {
  /// Says of a statement that a reader sees without any of what supports it.
  mutating func checkSupport(_ citations: [Citation<Written>]) {
    let supporting = citations.filter(\.bearing.supports)
    guard let first = supporting.first else { return }
    checkSupport(supporting.map(\.source.id), at: first.source.location, isText: false)
  }

  /// The same of what a text says, by its marks.
  mutating func checkSupport(in text: MarkdownText) {
    guard !isDraft else { return }
    for citation in text.document.citations {
      let items = text.document.citationItems[citation.items]
      guard let first = items.first else { continue }
      checkSupport(
        items.map { String(decoding: text.document.bytes($0.source), as: UTF8.self) },
        at: location(first.sourceRange, in: text), isText: true)
    }
  }

  /// Says of words that were somebody's, and whose claim is kept back, that they are now the dossier's.
  mutating func checkWordsOfClaims(of record: ParsedRecord) {
    guard !isDraft else { return }
    for note in record.annotations
    where note.isClaim && note.passage == nil && heldBackKeys.contains(note.key) {
      unsupported.append(.orphanedWords(of: note.key, at: note.location))
    }
  }

  private mutating func checkSupport(_ sources: [String], at location: Location, isText: Bool) {
    guard !isDraft, sources.allSatisfy({ directory.isUnpublishedSource($0) }) else { return }
    var ids: [String] = []
    for id in sources where !ids.contains(id) { ids.append(id) }
    unsupported.append(.unsupported(by: ids, at: location, isText: isText))
  }

  /// What supports something beside what is published, as numbers: so that nothing is said to rest on one source
  /// alone that does not. ``SourceGraph`` knows them.
  func withheldSources(of citations: [Citation<Written>]) -> [Int] {
    citations.compactMap { $0.bearing.supports ? directory.unpublishedSource($0.source.id) : nil }
  }

  /// The same of a record as a whole, whose `sources` support it as well.
  func withheldSources(of record: ParsedRecord) -> [Int] {
    let kind = schema.kinds[record.kind]
    var withheld = withheldSources(of: record.citations)
    if kind.role != .entity, let list = kind.fields.index(of: "sources") {
      for case .reference(let source) in record.standing(list).map(\.value) {
        if let index = directory.unpublishedSource(source.id) { withheld.append(index) }
      }
    }
    return withheld
  }

  /// Says of a file that it is kept of a source that is not published.
  mutating func checkIsPublished(_ path: String, at location: Location) {
    guard !isDraft, let source = heldSnapshots.source(of: path) else { return }
    report(
      Diagnostic(
        .heldBackFile, "'\(path)' is a snapshot of '\(source)', and that is not published",
        at: location,
        help: "leave it out until '\(source)' is published, or name a file that may be seen"))
  }
}

/// Files of sources that are not published: whoever shows one publishes it.
struct HeldSnapshots {
  private var sources: [String: String] = [:]

  /// - Parameter isPublished: Whether the record at an index is.
  init(_ records: [ParsedRecord], in schema: Schema, isPublished: (Int) -> Bool) {
    let lists = schema.kinds.map { kind in
      kind.fields.fields.enumerated().compactMap { index, field in
        if case .group(let inner) = field.type {
          inner.snapshot.map { (index, $0.file) }
        } else {
          nil
        }
      }
    }
    guard lists.contains(where: { !$0.isEmpty }) else { return }
    var shown: Set<String> = []
    for (index, record) in records.enumerated() {
      let isShown = isPublished(index)
      for (field, file) in lists[record.kind] {
        for fact in record.facts(field) {
          guard case .group(let entries) = fact.value else { continue }
          for part in entries.first(where: { $0.field == file })?.facts ?? [] {
            guard case .text(let path) = part.value else { continue }
            if isShown, fact.support?.status != .draft, part.support?.status != .draft {
              shown.insert(path)
            } else if sources[path] == nil {
              sources[path] = record.id
            }
          }
        }
      }
    }
    for path in shown { sources[path] = nil }
  }

  /// The id of the source that a file is kept of; nil if it may be seen.
  func source(of path: String) -> String? { sources[path] }
}

extension RecordIndex {
  func isUnpublishedSource(_ id: String) -> Bool { unpublishedSource(id) != nil }

  /// The place in ``records`` of a source that is not published; nil of anything else.
  fileprivate func unpublishedSource(_ id: String) -> Int? {
    if case .unpublished? = self[id], isSource(id) { index(of: id) } else { nil }
  }
}

extension Diagnostic {
  fileprivate static func orphanedWords(of key: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .unpublishedSupport,
      "readers see the words at '{^\(key)}' as the dossier's own: the claim is not published",
      at: location, help: "take the words out until it is, or say in the text whose they are")
  }

  fileprivate static func unsupported(
    by ids: [String], at location: Location, isText: Bool
  ) -> Diagnostic {
    let sources = ids.quotedList
    return Diagnostic(
      .unpublishedSupport,
      ids.count == 1
        ? "readers see this without a source: \(sources) is not published"
        : "readers see this without a source: \(sources) are not published", at: location,
      help: isText
        ? "cite a source that is published, or take the words out until it is"
        : "cite a source that is published, or hold this back as well, with 'status: draft'")
  }
}
