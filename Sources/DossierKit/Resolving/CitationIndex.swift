/// Where facts cite each source, and which rest on it alone: two counting sorts over all citations.
///
/// Citations within texts are mentions, and stand in ``LinkGraph/backlinks``.
package struct CitationIndex: Sendable {
  /// A place that cites.
  package struct Entry: Sendable {
    package let record: RecordID
    package let place: FactPlace
    /// Which of the place's citations it is; nil of an article that names the source in its `sources`.
    package let citation: UInt32?
  }

  /// By source, counted from ``first``.
  private let citing: Rows
  /// By the place of the nearest source in the row of ``origins``, so that all that rests on one, at whatever
  /// distance, is a part of it, and a long chain of sources costs no more than a short one.
  private let alone: Rows
  private let first: Int
  private let origins: SourceGraph

  init(_ records: [ResolvedRecord], schema: Schema, sources: Range<Int>, origins: SourceGraph) {
    var citing = Rows.Builder(count: sources.count)
    var alone = Rows.Builder(count: origins.count)
    let lists = schema.kinds.map { kind in
      kind.role == .entity ? nil : kind.fields.index(of: "sources")
    }
    for (index, record) in records.enumerated() {
      let id = RecordID(index)
      func rests(_ place: FactPlace, on source: RecordID?) {
        // That a source says itself what its page says of it goes without saying.
        guard let source, source != id else { return }
        alone.add(
          Entry(record: id, place: place, citation: nil), at: origins.restingOn(source).lowerBound)
      }
      func add(_ citations: [Citation<Resolved>], at place: FactPlace) {
        for (position, citation) in citations.enumerated() {
          citing.add(
            Entry(record: id, place: place, citation: UInt32(position)),
            at: Int(citation.source.index) - sources.lowerBound)
        }
      }
      add(record.citations, at: .record)
      if let list = lists[record.kind] {
        // What supports an article as a whole may stand in either place.
        var supporting = record.citations.filter(\.bearing.supports).map(\.source)
        var listed: FactPlace?
        for (position, fact) in record.facts(list).enumerated() {
          guard case .reference(let source) = fact.value else { continue }
          let place = FactPlace.fact(field: UInt32(list), fact: UInt32(position))
          citing.add(
            Entry(record: id, place: place, citation: nil),
            at: Int(source.index) - sources.lowerBound)
          guard !record.isRejected(at: place) else { continue }
          supporting.append(source)
          if listed == nil { listed = place }
        }
        rests(listed ?? .record, on: origins.soleSource(of: supporting, withheld: record.withheld))
      } else {
        rests(
          .record, on: origins.soleSource(of: record.citations, withheld: record.withheld))
      }
      record.forEachSupport { place, support in
        add(support.citations, at: place)
        guard !record.isRejected(at: place) else { return }
        rests(
          place, on: origins.soleSource(of: support.citations, withheld: support.withheld))
      }
    }
    self.citing = Rows(citing)
    self.alone = Rows(alone)
    self.origins = origins
    first = sources.lowerBound
  }

  /// The places that cite a source, by record.
  package func places(citing source: RecordID) -> ArraySlice<Entry> {
    let index = Int(source.index) - first
    return citing[index..<(index + 1)]
  }

  /// Of the places all of whose supporting citations lead to a source, at whatever distance, the nearest to it, by
  /// record.
  ///
  /// - Parameter limit: How many at most: of a long chain each source bears all that those behind it do.
  package func places(restingOn source: RecordID, limit: Int) -> [Entry] {
    alone.inOrder(origins.restingOn(source), limit: limit)
  }

  /// How many these are without a limit.
  package func count(restingOn source: RecordID) -> Int {
    alone[origins.restingOn(source)].count
  }
}

extension CitationIndex {
  /// Entries by a number.
  private struct Rows: Sendable {
    private let entries: [Entry]
    /// The place of each entry among all that were added.
    private let order: [Int]
    /// Where the entries of each number begin; one more than there are numbers.
    private let starts: [Int]

    init(_ builder: Builder) {
      var starts = [Int](repeating: 0, count: builder.count + 1)
      for (row, _) in builder.entries { starts[row + 1] += 1 }
      for index in 0..<builder.count { starts[index + 1] += starts[index] }
      var next = starts
      var order = [Int](repeating: 0, count: builder.entries.count)
      for (index, (row, _)) in builder.entries.enumerated() {
        order[next[row]] = index
        next[row] += 1
      }
      entries = order.map { builder.entries[$0].entry }
      self.order = order
      self.starts = starts
    }

    subscript(rows: Range<Int>) -> ArraySlice<Entry> {
      entries[starts[rows.lowerBound]..<starts[rows.upperBound]]
    }

    /// The first entries of several rows in the order in which they were added.
    func inOrder(_ rows: Range<Int>, limit: Int) -> [Entry] {
      (starts[rows.lowerBound]..<starts[rows.upperBound]).prefix(limit)
        .sorted { order[$0] < order[$1] }.map { entries[$0] }
    }

    struct Builder {
      let count: Int
      private(set) var entries: [(row: Int, entry: Entry)] = []

      init(count: Int) { self.count = count }

      mutating func add(_ entry: Entry, at row: Int) { entries.append((row, entry)) }
    }
  }
}
