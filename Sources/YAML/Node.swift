/// A value of a YAML document, and where it stands in the file. Scalars stay text.
///
/// Nothing is typed here: `NO`, `on`, `1e3`, `0777` and `2023-05-18` are the text that stands there. The
/// field that reads a value decides what it is.
package struct Node: Sendable {
  package enum Value: Sendable {
    case scalar(String)
    case sequence([Node])
    case mapping([Pair])
  }

  /// An entry of a mapping. Keys are always scalars, and no key comes twice without a `Problem`.
  package struct Pair: Sendable {
    package let key: Node
    package let value: Node
  }

  /// How the value is written: the first four are scalars, the others sequences and mappings.
  package enum Style: Sendable {
    case plain, quoted, literal, folded, flow, block
  }

  package let value: Value
  /// Bytes in the file, quotes and brackets included. Ends after the last byte of the content.
  package let range: Range<Int>
  package let style: Style
}

extension Node {
  /// The text of a scalar; nil for a sequence or a mapping.
  package var text: String? {
    if case .scalar(let text) = value { text } else { nil }
  }

  /// The items of a sequence; nil for a scalar or a mapping.
  package var items: [Node]? {
    if case .sequence(let items) = value { items } else { nil }
  }

  /// The entries of a mapping in the order of the file; nil for a scalar or a sequence.
  package var pairs: [Pair]? {
    if case .mapping(let pairs) = value { pairs } else { nil }
  }

  /// Whether nothing is given: a plain scalar that is empty, `~` or `null`. Quotes make it text.
  package var isEmpty: Bool {
    guard style == .plain, case .scalar(let text) = value else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }

  /// Whether nothing stands there at all. To a text, `~` and `null` are words like others.
  package var isUnwritten: Bool {
    guard style == .plain, case .scalar(let text) = value else { return false }
    return text.isEmpty
  }

  /// The value of the first entry with this key; nil where there is none, or where this is no mapping.
  ///
  /// A walk over the entries: right for the handful of keys of an entity, not for large tables.
  package subscript(key: String) -> Node? {
    guard case .mapping(let pairs) = value else { return nil }
    return pairs.first { $0.key.text == key }?.value
  }
}
