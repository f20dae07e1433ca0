/// Names as paths of words: all that begin alike share a path. Node 0 is where none is.
struct NameTrie: Sendable {
  typealias Node = UInt32

  /// The first step of each name, by its word.
  private var roots: [Node] = []
  /// Open addressing: a node and the step from it; 0 where none is.
  private var keys: [UInt64]
  private var children: [Node]
  private var mask: Int
  private(set) var count = 1

  init(capacity: Int = 64) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    children = [Node](repeating: 0, count: size)
    mask = size - 1
  }

  /// Where names that begin with a word begin.
  @inline(__always)
  func root(_ word: UInt32) -> Node {
    Int(word) < roots.count ? roots[Int(word)] : 0
  }

  /// Where a name goes on with a word or a sign, with or without white space before it.
  func child(of node: Node, _ token: Token) -> Node {
    guard token.id != 0 else { return 0 }
    let key = NameTrie.key(node, token)
    var slot = NameTrie.start(key) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return children[slot] }
      slot = (slot + 1) & mask
    }
    return 0
  }

  /// The end of the path of a name, made where it is missing.
  mutating func insert(_ name: ArraySlice<Token>) -> Node {
    guard let first = name.first else { return 0 }
    while roots.count <= Int(first.id) { roots.append(0) }
    if roots[Int(first.id)] == 0 { roots[Int(first.id)] = newNode() }
    var node = roots[Int(first.id)]
    for token in name.dropFirst() {
      var next = child(of: node, token)
      if next == 0 {
        next = newNode()
        if count * 2 > keys.count { grow() }
        place(NameTrie.key(node, token), next)
      }
      node = next
    }
    return node
  }

  private mutating func newNode() -> Node {
    count += 1
    return Node(count - 1)
  }

  private mutating func grow() {
    let (oldKeys, oldChildren) = (keys, children)
    keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
    children = [Node](repeating: 0, count: keys.count)
    mask = keys.count - 1
    for (key, child) in zip(oldKeys, oldChildren) where key != 0 { place(key, child) }
  }

  private mutating func place(_ key: UInt64, _ child: Node) {
    var slot = NameTrie.start(key) & mask
    while keys[slot] != 0 { slot = (slot + 1) & mask }
    keys[slot] = key
    children[slot] = child
  }

  @inline(__always)
  private static func key(_ node: Node, _ token: Token) -> UInt64 {
    UInt64(node) << 32 | UInt64(token.id << 1) | (token.flags.contains(.gap) ? 1 : 0)
  }

  @inline(__always)
  private static func start(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}
