/// A value to render, of the shape that its template was compiled against.
///
/// Objects are positional: a name became a slot when the template was compiled. A value of another
/// shape than was promised counts as absent.
package enum Value: Sendable {
  case absent
  case text(String)
  case html([UInt8])
  case url(String)
  case flag(Bool)
  case list([Value])
  case object([Value])
}

extension Value {
  /// False for what is absent, empty or `false`.
  var isTruthy: Bool {
    switch self {
    case .absent: false
    case .text(let string), .url(let string): !string.utf8.isEmpty
    case .html(let bytes): !bytes.isEmpty
    case .flag(let flag): flag
    case .list(let items): !items.isEmpty
    case .object: true
    }
  }
}
