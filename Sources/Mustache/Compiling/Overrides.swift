/// What the blocks of a parent are filled with: sets, each known by a number.
struct Overrides {
  typealias ID = Int

  /// The block of a child that fills one of its parent.
  struct Filling: Hashable {
    let template: Int
    let block: Int
    /// The fillings that held where the child wrote it; they hold inside it.
    let overrides: ID
  }

  /// No fillings: how a page begins.
  static let none: ID = 0

  private var sets: [[String: Filling]] = [[:]]
  private var ids: [[String: Filling]: ID] = [[:]: 0]

  subscript(name: String, in id: ID) -> Filling? { sets[id][name] }

  /// `id` and `fillings`; what is filled already stays as it is, since the child decides.
  mutating func extend(_ id: ID, with fillings: [String: Filling]) -> ID {
    let set = sets[id].merging(fillings) { outer, _ in outer }
    if let known = ids[set] { return known }
    sets.append(set)
    ids[set] = sets.count - 1
    return sets.count - 1
  }
}
