import Testing

@testable import DossierKit

@Suite("The most sets that share nothing") struct DisjointSetsTests {
  @Test(
    "are counted",
    arguments: [
      ([], 0), ([[1]], 1), ([[1], [1], [2]], 2), ([[1, 2], [2, 3], [3, 4]], 2),
      ([[1, 2], [1]], 1), ([[1, 2], [2, 3], [3, 1]], 1), ([[1, 2, 3], [1], [2], [3]], 3),
      // Rings of five and of four, and one beside them.
      (
        [
          [1, 2], [2, 3], [3, 4], [4, 5], [5, 1], [11, 12], [12, 13], [13, 14], [14, 11], [20],
        ], 5
      ),
    ] as [([[Int]], Int)])
  func areCounted(_ sets: [[Int]], _ expected: Int) {
    #expect(DisjointSets.largestCount(among: sets) == expected)
    #expect(DisjointSets.largestCount(among: sets.reversed()) == expected)
  }

  @Test("are as many as trying all finds, and never fewer for one more", arguments: 0..<200)
  func areAsManyAsThereAre(_ seed: Int) {
    var random = Random(seed: UInt64(seed))
    var sets: [[Int]] = []
    var last = 0
    for _ in 0..<10 {
      sets.append(
        (0..<Int.random(in: 1...4, using: &random)).map { _ in
          Int.random(in: 0..<12, using: &random)
        }.sortedOnce())
      let count = DisjointSets.largestCount(among: sets)
      #expect(count == Self.byTrying(sets[...], without: []), "\(sets)")
      #expect(count >= last, "\(sets)")
      last = count
    }
  }

  private static func byTrying(_ sets: ArraySlice<[Int]>, without taken: Set<Int>) -> Int {
    guard let set = sets.first else { return 0 }
    let without = byTrying(sets.dropFirst(), without: taken)
    guard taken.isDisjoint(with: set) else { return without }
    return max(without, 1 + byTrying(sets.dropFirst(), without: taken.union(set)))
  }

  @Test("are never overstated where there are too many to try, in whatever order they come")
  func areNeverOverstated() {
    var random = Random(seed: 1)
    // A hundred pairs of neighbours in a ring, of which fifty share nothing, and one by itself.
    var sets = (0..<100).map { [$0, ($0 + 1) % 100].sorted() } + [[200]]
    #expect(DisjointSets.largestCount(among: sets) == 2)
    sets.shuffle(using: &random)
    #expect(DisjointSets.largestCount(among: sets) == 2)
    // As many as are tried: hard, and done at once.
    let hard = (0..<DisjointSets.limit).map { set in
      (0..<6).map { _ in Int.random(in: 0..<120, using: &random) }.sortedOnce() + [1000 + set]
    }
    #expect(DisjointSets.largestCount(among: hard) > 6)
  }

  private struct Random: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }
}
