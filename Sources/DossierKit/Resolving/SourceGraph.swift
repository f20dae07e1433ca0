/// Which sources others go back to: three papers that print one agency's wire have one origin.
package struct SourceGraph: Sendable {
  /// The index of the first record that is a source; sources stand together.
  private let first: Int
  /// By source: where `based_on` ends, sorted. A source that is based on nothing is its own root.
  private let roots: [[RecordID]]

  init(_ records: [ResolvedRecord], sources: Range<Int>, basedOn field: Int?) {
    first = sources.lowerBound
    let bases = records[sources].map { record -> [Int] in
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

  /// How many origins the citations go back to that support what cites them.
  package func independentCount(of citations: [Citation<Resolved>]) -> Int {
    origins(of: citations).count
  }

  /// The origins that supporting citations go back to, sorted, each once.
  package func origins(of citations: [Citation<Resolved>]) -> [RecordID] {
    var origins: [RecordID] = []
    for citation in citations where citation.bearing.supports {
      origins += roots(of: citation.source)
    }
    return origins.sortedOnce()
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
