import YAML

/// What an author wrote that could not be read: of that, nothing can be said to be missing.
///
/// Each has had its own diagnostic; a second one about the consequences would mislead.
package struct UnreadKeys: Sendable {
  private var keys: Set<String> = []
  /// Keys within what was passed over: an indentation that is wrong may have put them there.
  private var innerKeys: Set<String> = []
  /// Whether something was passed over of which not even the key is known.
  private var mayBeAny = false

  init() {}

  /// - Parameter known: The keys that there may be. Another is a slip of the pen for one of them.
  init(_ gaps: [Gap], known: Set<String>) {
    for gap in gaps {
      if let key = gap.key, known.contains(key) { keys.insert(key) } else { mayBeAny = true }
      innerKeys.formUnion(gap.innerKeys)
    }
  }

  /// Of what has no keys at all.
  static var everything: UnreadKeys {
    var unread = UnreadKeys()
    unread.mayBeAny = true
    return unread
  }

  var isEmpty: Bool { keys.isEmpty && !mayBeAny }

  mutating func insert(_ key: String) { keys.insert(key) }

  func with(_ key: String) -> UnreadKeys {
    var copy = self
    copy.insert(key)
    return copy
  }

  /// Whether it certainly stood under this key.
  func holds(_ key: String) -> Bool { keys.contains(key) }

  /// Whether what could not be read may have stood under this key.
  package func mayHold(_ key: String) -> Bool {
    mayBeAny || keys.contains(key) || innerKeys.contains(key)
  }
}
