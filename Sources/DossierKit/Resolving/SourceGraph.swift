/// Which sources others go back to: three papers that print one agency's wire have one origin.
///
/// Sources that are not published count as much as any, since two papers do not become independent by what
/// is kept back of them. Nothing but a number is left of them here, and no way of naming others leads
/// through them.
package struct SourceGraph: Sendable {
  /// A source. Those that are published come first, in the order of their records.
  typealias Node = Int

  /// Of more origins than these, a source knows the first: else sources that gather ever more of them would be
  /// quadratic.
  static let originLimit = 256

  /// The index of the first record that is a source; sources stand together.
  private let first: Int
  /// By node: what it is based on.
  private let bases: [[Node]]
  /// By node: where `based_on` ends, sorted, as many as the limit. A source that is based on nothing is its own origin.
  private let origins: [[Node]]
  /// By node: whether it may have others, since there are more than the limit, or what it is based on is unknown.
  private let mayHaveOthers: [Bool]
  /// By published source: where `based_on` ends as readers can follow it, as many as the limit.
  private let roots: [[RecordID]]
  /// By node: its place in an order in which what it is based on comes first.
  private let ranks: [Int]
  private let bottlenecks: Bottlenecks
  /// By the number of a source that is not published.
  private let withheld: [Int: Node]

  /// - Parameters:
  ///   - sources: The records of those that are published.
  ///   - field: The `based_on` of their kind.
  init(_ directory: RecordIndex, kind: KindID?, basedOn field: Int?, sources: Range<Int>) {
    var nodes: [Node?] = []
    var written = [ParsedRecord?](repeating: nil, count: sources.count)
    var withheld: [Int: Node] = [:]
    for (index, record) in directory.records.enumerated() {
      guard record.kind == kind, directory.index(of: record.id) == index else {
        nodes.append(nil)
        continue
      }
      if let id = directory.published[index] {
        nodes.append(Int(id.index) - sources.lowerBound)
        written[Int(id.index) - sources.lowerBound] = record
      } else {
        nodes.append(written.count)
        withheld[index] = written.count
        written.append(record)
      }
    }
    first = sources.lowerBound
    let stated = written.map { record in field.flatMap { record?.standing($0) } ?? [] }
    let bases = stated.map { facts in
      facts.compactMap { fact -> Node? in
        guard case .reference(let base) = fact.value else { return nil }
        return directory.index(of: base.id).flatMap { nodes[$0] }
      }
    }
    let isUnclear = stated.map { $0.contains { $0.value.absence == .unknown } }
    let isNamed = written.indices.map {
      $0 < sources.count && written[$0]?.visibility != .redacted
    }
    self.bases = bases
    self.withheld = withheld
    let order = Self.basesFirst(bases)
    var ranks = [Int](repeating: 0, count: bases.count)
    for (rank, node) in order.enumerated() { ranks[node] = rank }
    self.ranks = ranks
    (origins, mayHaveOthers) = Self.origins(of: bases, in: order, isUnclear: isUnclear)
    let first = sources.lowerBound
    roots = Self.origins(
      of: bases.indices.map { isNamed[$0] ? bases[$0].filter { isNamed[$0] } : [] }, in: order,
      isUnclear: isUnclear
    ).origins.prefix(sources.count).map { $0.map { RecordID(first + $0) } }
    // What may rest on something else besides rests on nothing alone, nor what rests on what readers do not see.
    bottlenecks = Bottlenecks(
      bases.indices.map { isUnclear[$0] || !isNamed[$0] ? [] : bases[$0] }, basesFirst: order,
      isNamed: isNamed)
  }

  private func node(_ source: RecordID) -> Node { Int(source.index) - first }

  /// Where a source's `based_on` ends, as far as it is published: itself, if it is based on nothing. The first
  /// ``originLimit`` of them.
  package func roots(of source: RecordID) -> [RecordID] { roots[node(source)] }

  /// Of the sources that support something, the largest number that share no origin with one another.
  package func independentCount(of citations: [Citation<Resolved>]) -> Int {
    independentCount(of: Self.supporting(citations))
  }

  /// Of one that may have other origins than are known nobody can say that it shares none: it is one by itself, and
  /// adds nothing to others.
  ///
  /// - Parameter sources: Each once.
  package func independentCount(of sources: [RecordID]) -> Int {
    guard sources.count > 1 else { return sources.count }
    let known = sources.map(node).filter { !mayHaveOthers[$0] }.map { origins[$0] }
    return max(1, DisjointSets.largestCount(among: known))
  }

  /// The nearest source on which something rests alone; it rests as much on all that this one does.
  ///
  /// Nil if what supports it leads to more than one.
  ///
  /// - Parameter withheld: The numbers of those that support it and are not published: what rests on them as well
  ///   rests on none alone.
  package func soleSource(
    of citations: [Citation<Resolved>], withheld: [Int] = []
  ) -> RecordID? {
    soleSource(of: Self.supporting(citations), withheld: withheld)
  }

  package func soleSource(of sources: [RecordID], withheld: [Int] = []) -> RecordID? {
    bottlenecks.nearest(to: sources.map(node) + withheld.compactMap { self.withheld[$0] })
      .map { RecordID(first + $0) }
  }

  /// The place of a source in a row in which those that rest on it alone follow it, and how many these are.
  func restingOn(_ source: RecordID) -> Range<Int> { bottlenecks.dependents(of: node(source)) }

  /// How many places that row has.
  var count: Int { bases.count }

  /// What several sources all go back to, if they do and it is published.
  package func commonOrigin(of citations: [Citation<Resolved>]) -> RecordID? {
    commonOrigin(of: Self.supporting(citations))
  }

  /// - Parameter sources: Each once.
  package func commonOrigin(of sources: [RecordID]) -> RecordID? {
    guard sources.count > 1, let first = sources.first else { return nil }
    return roots(of: first).first { origin in
      sources.dropFirst().allSatisfy { roots(of: $0).contains(origin) }
    }
  }

  /// Whether several sources all go back to one, published or not.
  package func haveCommonOrigin(_ citations: [Citation<Resolved>]) -> Bool {
    haveCommonOrigin(Self.supporting(citations))
  }

  /// - Parameter sources: Each once.
  package func haveCommonOrigin(_ sources: [RecordID]) -> Bool {
    guard let first = sources.first else { return false }
    let common = sources.dropFirst().reduce(into: Set(origins[node(first)])) { common, source in
      common.formIntersection(origins[node(source)])
    }
    return !common.isEmpty
  }

  /// How many different sources support something, whatever they are based on.
  package func supportingCount(of citations: [Citation<Resolved>]) -> Int {
    citations.count < 2 ? citations.count : Self.supporting(citations).count
  }

  /// Whether several sources seem to back each other up and all go back to one that is not among them, as far as is
  /// known.
  ///
  /// A source beside the one that it is openly based on is a chain, and not this.
  package func isFalseCorroboration(_ citations: [Citation<Resolved>]) -> Bool {
    isFalseCorroboration(Self.supporting(citations))
  }

  /// - Parameter sources: Each once.
  package func isFalseCorroboration(_ sources: [RecordID]) -> Bool {
    guard sources.count > 1,
      DisjointSets.largestCount(among: sources.map { origins[node($0)] }) == 1
    else { return false }
    return !isChain(sources.map(node))
  }

  /// Whether one of several sources is what all others are based on.
  private func isChain(_ sources: [Node]) -> Bool {
    // It can only be the one that stands before the others where bases come first.
    guard let base = sources.min(by: { ranks[$0] < ranks[$1] }) else { return false }
    var open = sources
    var seen = Set(sources)
    while let next = open.popLast() {
      for other in bases[next] where ranks[other] >= ranks[base] && seen.insert(other).inserted {
        open.append(other)
      }
    }
    var leading: Set<Node> = [base]
    for node in seen.sorted(by: { ranks[$0] < ranks[$1] })
    where bases[node].contains(where: leading.contains) { leading.insert(node) }
    return sources.allSatisfy(leading.contains)
  }

  /// Each source that supports something, once.
  static func supporting(_ citations: [Citation<Resolved>]) -> [RecordID] {
    if citations.count == 1 { return citations[0].bearing.supports ? [citations[0].source] : [] }
    return citations.filter(\.bearing.supports).map(\.source).sortedOnce()
  }

  /// Every node behind those that it is based on, depth first without recursion.
  ///
  /// A cycle is an error of the content; here it ends where it closes.
  private static func basesFirst(_ bases: [[Node]]) -> [Node] {
    var order: [Node] = []
    order.reserveCapacity(bases.count)
    var isEntered = [Bool](repeating: false, count: bases.count)
    var path: [(node: Node, next: Int)] = []
    for start in bases.indices where !isEntered[start] {
      isEntered[start] = true
      path.append((start, 0))
      while let (node, next) = path.last {
        guard next < bases[node].count else {
          path.removeLast()
          order.append(node)
          continue
        }
        path[path.count - 1].next += 1
        let base = bases[node][next]
        if !isEntered[base] {
          isEntered[base] = true
          path.append((base, 0))
        }
      }
    }
    return order
  }

  /// Where the ways of each node end, and whether they may end elsewhere as well.
  private static func origins(
    of bases: [[Node]], in order: [Node], isUnclear: [Bool]
  ) -> (origins: [[Node]], mayHaveOthers: [Bool]) {
    var origins = [[Node]](repeating: [], count: bases.count)
    var mayHaveOthers = isUnclear
    for node in order {
      // Of one base alone, the list is shared, so that a long chain costs no more than a short one.
      origins[node] =
        bases[node].count == 1
        ? origins[bases[node][0]] : bases[node].flatMap { origins[$0] }.sortedOnce()
      if origins[node].isEmpty { origins[node] = [node] }
      if bases[node].contains(where: { mayHaveOthers[$0] }) || origins[node].count > originLimit {
        mayHaveOthers[node] = true
        origins[node] = Array(origins[node].prefix(originLimit))
      }
    }
    return (origins, mayHaveOthers)
  }
}

extension Array where Element: Comparable {
  /// Sorted, and each of them once.
  func sortedOnce() -> [Element] {
    var result: [Element] = []
    for element in sorted() where result.last != element { result.append(element) }
    return result
  }
}
