/// Which sources others go back to: three papers that print one agency's wire have one origin.
package struct SourceGraph: Sendable {
  /// The index of the first record that is a source; sources stand together.
  private let first: Int
  /// By source: where `based_on` ends, sorted. A source that is based on nothing is its own root.
  private let roots: [[RecordID]]
  /// By source: what it is based on, counted from ``first``.
  private let bases: [[Int]]

  init(_ records: [ResolvedRecord], sources: Range<Int>, basedOn field: Int?) {
    first = sources.lowerBound
    bases = records[sources].map { record -> [Int] in
      guard let field else { return [] }
      return record.standing(field).compactMap { fact in
        guard case .reference(let id) = fact.value, sources.contains(Int(id.index)) else {
          return nil
        }
        return Int(id.index) - sources.lowerBound
      }
    }
    roots = Self.roots(of: bases, first: sources.lowerBound)
  }

  /// Where a source's `based_on` ends: itself, if it is based on nothing.
  package func roots(of source: RecordID) -> [RecordID] {
    let index = Int(source.index) - first
    return roots.indices.contains(index) ? roots[index] : [source]
  }

  /// How many of the sources that support something stand on their own feet.
  package func independentCount(of citations: [Citation<Resolved>]) -> Int {
    independent(of: citations).count
  }

  /// Of the sources that support something, as many as share no origin with one another.
  ///
  /// Those with fewer origins come first, so that a digest of two agencies beside both of them counts for
  /// nothing and they for two. A source alone is always one, however much it is based on.
  package func independent(of citations: [Citation<Resolved>]) -> [RecordID] {
    let sources = Self.supporting(citations)
    guard sources.count > 1 else { return sources }
    var taken: Set<RecordID> = []
    var independent: [RecordID] = []
    let byOrigins = sources.map { (source: $0, origins: roots(of: $0)) }
      .sorted { ($0.origins.count, $0.source) < ($1.origins.count, $1.source) }
    for (source, origins) in byOrigins where taken.isDisjoint(with: origins) {
      taken.formUnion(origins)
      independent.append(source)
    }
    return independent.sorted()
  }

  /// The sources on which something rests alone: the only one that supports it, and where that goes back to.
  ///
  /// Empty if what supports it leads to more than one.
  package func soleOrigins(of citations: [Citation<Resolved>]) -> [RecordID] {
    let sources = Self.supporting(citations)
    guard let first = sources.first else { return [] }
    let origins = roots(of: first)
    var sole: [RecordID] = sources.count == 1 ? [first] : []
    if origins.count == 1, origins[0] != sole.first,
      sources.dropFirst().allSatisfy({ roots(of: $0) == origins })
    {
      sole.append(origins[0])
    }
    return sole
  }

  /// What several sources all go back to, if they do.
  package func commonOrigin(of citations: [Citation<Resolved>]) -> RecordID? {
    let sources = Self.supporting(citations)
    guard sources.count > 1, let first = sources.first else { return nil }
    return roots(of: first).first { origin in
      sources.dropFirst().allSatisfy { roots(of: $0).contains(origin) }
    }
  }

  /// How many different sources support something, whatever they are based on.
  package func supportingCount(of citations: [Citation<Resolved>]) -> Int {
    citations.count < 2 ? citations.count : Self.supporting(citations).count
  }

  /// Whether several sources seem to back each other up and all go back to one that is not among them.
  ///
  /// A source beside the one that it is openly based on is a chain, and not this.
  package func isFalseCorroboration(_ citations: [Citation<Resolved>]) -> Bool {
    let sources = Self.supporting(citations)
    guard sources.count > 1, independent(of: citations).count == 1 else { return false }
    return !sources.contains { base in
      sources.allSatisfy { $0 == base || isBased($0, on: base) }
    }
  }

  /// Whether `based_on` leads from one source to another.
  package func isBased(_ source: RecordID, on base: RecordID) -> Bool {
    var open = [Int(source.index) - first]
    var seen = Set(open)
    while let next = open.popLast() {
      guard bases.indices.contains(next) else { continue }
      for other in bases[next] where seen.insert(other).inserted {
        if other == Int(base.index) - first { return true }
        open.append(other)
      }
    }
    return false
  }

  private static func supporting(_ citations: [Citation<Resolved>]) -> [RecordID] {
    citations.filter(\.bearing.supports).map(\.source).sortedOnce()
  }

  /// Depth first without recursion. A cycle is an error of the content; here it ends where it closes.
  private static func roots(of bases: [[Int]], first: Int) -> [[RecordID]] {
    var roots = [[RecordID]](repeating: [], count: bases.count)
    var isEntered = [Bool](repeating: false, count: bases.count)
    var path: [(source: Int, next: Int)] = []
    for start in bases.indices where !isEntered[start] {
      isEntered[start] = true
      path.append((start, 0))
      while let (source, next) = path.last {
        guard next < bases[source].count else {
          path.removeLast()
          // Of one base alone, the list is shared, so that a long chain costs no more than a short one.
          roots[source] =
            switch bases[source].count {
            case 0: [RecordID(first + source)]
            case 1: roots[bases[source][0]]
            default: bases[source].flatMap { roots[$0] }.sortedOnce()
            }
          if roots[source].isEmpty { roots[source] = [RecordID(first + source)] }
          continue
        }
        path[path.count - 1].next += 1
        let base = bases[source][next]
        if !isEntered[base] {
          isEntered[base] = true
          path.append((base, 0))
        }
      }
    }
    return roots
  }
}

extension [RecordID] {
  /// Sorted, and each of them once.
  func sortedOnce() -> [RecordID] {
    var result: [RecordID] = []
    for id in sorted() where result.last != id { result.append(id) }
    return result
  }
}
