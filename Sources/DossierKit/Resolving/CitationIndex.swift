/// Where facts cite each source, and which rest on it alone: two counting sorts over all citations.
///
/// Citations within texts are mentions, and stand in ``LinkGraph/backlinks``.
package struct CitationIndex: Sendable {
  /// A place that cites.
  package struct Entry: Sendable, Hashable {
    package let record: RecordID
    package let place: FactPlace
    /// Which of the place's citations it is; nil of an article that names the source in its `sources`.
    package let citation: UInt32?
  }

  private let citing: Rows
  private let alone: Rows

  init(_ records: [ResolvedRecord], schema: Schema, sources: Range<Int>, origins: SourceGraph) {
    var citing = Rows.Builder(first: sources.lowerBound, count: sources.count)
    var alone = Rows.Builder(first: sources.lowerBound, count: sources.count)
    let lists = schema.kinds.map { kind in
      kind.role == .entity ? nil : kind.fields.index(of: "sources")
    }
    for (index, record) in records.enumerated() {
      let id = RecordID(index)
      func add(_ citations: [Citation<Resolved>], at place: FactPlace) {
        for (position, citation) in citations.enumerated() {
          citing.add(
            Entry(record: id, place: place, citation: UInt32(position)), to: citation.source)
        }
        guard !record.isRejected(at: place) else { return }
        for source in origins.soleOrigins(of: citations) {
          alone.add(Entry(record: id, place: place, citation: nil), to: source)
        }
      }
      add(record.citations, at: .record)
      record.forEachSupport { place, support in add(support.citations, at: place) }
      guard let list = lists[record.kind] else { continue }
      for (position, fact) in record.facts(list).enumerated() {
        guard case .reference(let source) = fact.value else { continue }
        let place = FactPlace.fact(field: UInt32(list), fact: UInt32(position))
        citing.add(Entry(record: id, place: place, citation: nil), to: source)
      }
    }
    self.citing = Rows(citing)
    self.alone = Rows(alone)
  }

  /// The places that cite a source, by record.
  package func places(citing source: RecordID) -> ArraySlice<Entry> { citing[source] }

  /// The places all of whose supporting citations lead to a source, by record.
  package func places(restingOn source: RecordID) -> ArraySlice<Entry> { alone[source] }

  /// Whether any fact cites a source, or an article names it in its `sources`.
  package func isCited(_ source: RecordID) -> Bool { !citing[source].isEmpty }
}

extension CitationIndex {
  /// Entries by source.
  private struct Rows: Sendable {
    private let first: Int
    private let entries: [Entry]
    /// Where the entries of each source begin; one more than there are sources.
    private let starts: [Int]

    init(_ builder: Builder) {
      var starts = [Int](repeating: 0, count: builder.count + 1)
      for (source, _) in builder.entries { starts[source + 1] += 1 }
      for index in 0..<builder.count { starts[index + 1] += starts[index] }
      var next = starts
      var order = [Int](repeating: 0, count: builder.entries.count)
      for (index, (source, _)) in builder.entries.enumerated() {
        order[next[source]] = index
        next[source] += 1
      }
      first = builder.first
      entries = order.map { builder.entries[$0].entry }
      self.starts = starts
    }

    subscript(source: RecordID) -> ArraySlice<Entry> {
      let index = Int(source.index) - first
      guard index >= 0, index + 1 < starts.count else { return [] }
      return entries[starts[index]..<starts[index + 1]]
    }

    struct Builder {
      let first: Int
      let count: Int
      private(set) var entries: [(source: Int, entry: Entry)] = []

      init(first: Int, count: Int) {
        self.first = first
        self.count = count
      }

      mutating func add(_ entry: Entry, to source: RecordID) {
        let index = Int(source.index) - first
        guard index >= 0, index < count else { return }
        entries.append((index, entry))
      }
    }
  }
}
