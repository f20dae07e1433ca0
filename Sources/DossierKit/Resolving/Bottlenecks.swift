/// The sources through which all leads that a source is based on: what rests on it alone rests on them alone.
///
/// They are the ancestors of the source in a tree, the nearest of them its parent (compilers call it the tree of
/// dominators). So what several sources have in common is where their ways up meet.
struct Bottlenecks: Sendable {
  private let parents: [Int]
  private let depths: [Int]
  /// By node: an ancestor so far up that any other is a few leaps away, however long the chain.
  private let leaps: [Int]
  /// By node: its place in a row in which those follow it of which it is an ancestor.
  private let places: [Range<Int>]
  private let isNamed: [Bool]

  /// - Parameters:
  ///   - bases: By node: what it is based on. Nothing of one that is not named: no way leads through it.
  ///   - order: Every node behind its bases; one before its base closes a circle, and the circle ends there.
  ///   - isNamed: By node: whether a page may say that something rests on it.
  init(_ bases: [[Int]], basesFirst order: [Int], isNamed: [Bool]) {
    // What is based on nothing, or on several that have nothing in common, is a child of the root.
    let root = bases.count
    var parents = [Int](repeating: root, count: root + 1)
    var depths = [Int](repeating: 0, count: root + 1)
    var leaps = parents
    for node in order {
      let known = bases[node].filter { depths[$0] > 0 }
      let parent = Self.meeting(of: known, parents, depths, leaps) ?? root
      parents[node] = parent
      depths[node] = depths[parent] + 1
      let far = leaps[parent]
      leaps[node] =
        depths[parent] - depths[far] == depths[far] - depths[leaps[far]] ? leaps[far] : parent
    }
    var sizes = [Int](repeating: 1, count: root + 1)
    for node in order.reversed() { sizes[parents[node]] += sizes[node] }
    var places = [Range<Int>](repeating: 0..<0, count: root)
    var next = [Int](repeating: 0, count: root + 1)
    for node in order {
      let parent = parents[node]
      places[node] = next[parent]..<(next[parent] + sizes[node])
      next[parent] += sizes[node]
      next[node] = places[node].lowerBound + 1
    }
    self.parents = parents
    self.depths = depths
    self.leaps = leaps
    self.places = places
    self.isNamed = isNamed
  }

  /// The nearest node through which all of some lead, one of them or an ancestor; nil if there is none that is named.
  func nearest(to nodes: [Int]) -> Int? {
    guard let meeting = Self.meeting(of: nodes, parents, depths, leaps), meeting < isNamed.count,
      isNamed[meeting]
    else { return nil }
    return meeting
  }

  /// The places of a node and of all that rest on it alone.
  func dependents(of node: Int) -> Range<Int> { places[node] }

  /// Where the ways up from some nodes meet; nil of none.
  private static func meeting(
    of nodes: [Int], _ parents: [Int], _ depths: [Int], _ leaps: [Int]
  ) -> Int? {
    guard var meeting = nodes.first else { return nil }
    for node in nodes.dropFirst() {
      var (a, b) = depths[meeting] > depths[node] ? (meeting, node) : (node, meeting)
      while depths[a] > depths[b] { a = depths[leaps[a]] >= depths[b] ? leaps[a] : parents[a] }
      while a != b {
        (a, b) = leaps[a] != leaps[b] ? (leaps[a], leaps[b]) : (parents[a], parents[b])
      }
      meeting = a
    }
    return meeting
  }
}
