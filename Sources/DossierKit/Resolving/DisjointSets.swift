/// The largest number of sets of which no two have an element in common.
///
/// Nobody knows a fast way to find it for many sets, so that it is exact for as many as people cite, and for more it is
/// a number that is certainly not too high.
enum DisjointSets {
  /// Of how many that have several elements each, and none to themselves alone, the number is exact.
  static let limit = UInt64.bitWidth

  /// - Parameter sets: Each sorted, none of them empty; their order makes no difference.
  static func largestCount(among sets: [[Int]]) -> Int {
    // A set of one element may stand for any that holds it.
    let alone = Set(sets.lazy.filter { $0.count == 1 }.map { $0[0] })
    let others = Array(
      Set(sets.lazy.filter { $0.count > 1 && $0.allSatisfy { !alone.contains($0) } }))
    guard others.count > 1 else { return alone.count + others.count }
    // One of them may be had beside those, whichever it is.
    guard others.count <= limit else { return alone.count + 1 }
    return alone.count + Overlaps(of: others).largestCount(among: ~0 >> (limit - others.count))
  }
}

/// Which of some sets overlap, as bits: a graph, in which the most that are not joined are wanted.
private struct Overlaps {
  /// By set: itself and all that have an element in common with it.
  private let neighbours: [UInt64]

  init(of sets: [[Int]]) {
    var holders: [Int: UInt64] = [:]
    for (index, set) in sets.enumerated() {
      for element in set { holders[element, default: 0] |= 1 << index }
    }
    neighbours = sets.map { set in set.reduce(0) { $0 | holders[$1, default: 0] } }
  }

  /// - Parameter sets: Those that may still be taken.
  func largestCount(among sets: UInt64) -> Int {
    var open = sets
    var count = 0
    while let (set, overlaps) = next(among: open) {
      // One that overlaps with one other at most is as good as that one. Where each overlaps with two they stand in
      // rings, and of a ring any will do.
      guard overlaps > 2 else {
        count += 1
        open &= ~neighbours[set]
        continue
      }
      let with = 1 + largestCount(among: open & ~neighbours[set])
      return count + max(with, largestCount(among: open & ~(1 << set)))
    }
    return count
  }

  /// One that overlaps with one other at most; else the one that overlaps with the most.
  private func next(among open: UInt64) -> (set: Int, overlaps: Int)? {
    var found: (set: Int, overlaps: Int)?
    var rest = open
    while rest != 0 {
      let set = rest.trailingZeroBitCount
      rest &= rest - 1
      let overlaps = (neighbours[set] & open).nonzeroBitCount - 1
      if overlaps < 2 { return (set, overlaps) }
      if overlaps > found?.overlaps ?? 0 { found = (set, overlaps) }
    }
    return found
  }
}
