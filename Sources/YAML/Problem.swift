/// What is wrong in a YAML stream, and where.
package struct Problem: Sendable {
  package enum Kind: Sendable, Hashable, CaseIterable {
    /// Not YAML. The entry was passed over.
    case syntax
    /// A key that its mapping has already. Both values are in the tree.
    case duplicateKey
    /// A tab where only spaces may stand. The entry was passed over.
    case tab
    /// `&name` before a value. The value is in the tree.
    case anchor
    /// `*name` for a value that stands elsewhere. An empty scalar stands for it in the tree.
    case alias
    /// `!name` before a value. The value is in the tree.
    case tag
    /// Nesting deeper than `Stream.deepest`. The entry was passed over.
    case tooDeep
    /// A key that is a list or a mapping. The entry is not in the tree.
    case nonScalarKey
    /// Bytes that are no UTF-8. The entry was passed over.
    case invalidEncoding
    /// A character that no text may hold. The entry was passed over.
    case controlCharacter

    /// Whether what it is about is not in the tree, with all of its entry.
    var leavesGap: Bool {
      switch self {
      case .syntax, .tab, .tooDeep, .invalidEncoding, .controlCharacter: true
      case .duplicateKey, .anchor, .alias, .tag, .nonScalarKey: false
      }
    }
  }

  package let kind: Kind
  /// One line in lower case without a full stop, as a diagnostic shows it.
  package let message: String
  /// Bytes in the file.
  package let range: Range<Int>
  /// A second place that explains the first, such as the earlier one of two equal keys.
  package let related: (message: String, range: Range<Int>)?
  /// The way out, worded to follow "help: ".
  package let help: String?

  init(
    _ kind: Kind, _ message: String, at range: Range<Int>,
    related: (message: String, range: Range<Int>)? = nil, help: String? = nil
  ) {
    self.kind = kind
    self.message = message
    self.range = range
    self.related = related
    self.help = help
  }
}
