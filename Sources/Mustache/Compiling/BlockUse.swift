/// Which blocks children fill, and which of those fillings a parent had a place for.
struct BlockUse {
  struct Given {
    let tag: Tag
    let parent: Tag
    let template: Int
  }

  private struct Key: Hashable {
    let template: Int
    let block: Int
  }

  /// The names of all blocks that a parent has.
  var names: Set<String> = []
  private var given: [Key: Given] = [:]
  private var used: Set<Key> = []

  mutating func give(_ tag: Tag, to parent: Tag, template: Int, block: Int) {
    given[Key(template: template, block: block)] = Given(
      tag: tag, parent: parent, template: template)
  }

  mutating func use(_ filling: Overrides.Filling) {
    used.insert(Key(template: filling.template, block: filling.block))
  }

  var unused: [Given] { given.filter { !used.contains($0.key) }.map(\.value) }
}
