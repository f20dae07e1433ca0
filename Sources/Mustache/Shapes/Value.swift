/// A value to render, of the shape that its template was compiled against: where in the page's ``ValueTree`` it is.
///
/// Objects are positional: a name became a slot when the template was compiled. A value of another
/// shape than was promised counts as absent.
public enum Value: Sendable, BitwiseCopyable {
  case absent
  case text(Run)
  case html(Run)
  case url(Run)
  case flag(Bool)
  /// Items in a row.
  case list(Run)
  /// Members in a row, in the order of the shape.
  case object(Run)

  /// Neighbours in the tree: bytes of a text, or values.
  public struct Run: Sendable, BitwiseCopyable {
    @usableFromInline let start: UInt32
    @usableFromInline let count: UInt32

    @inlinable init(start: UInt32, count: UInt32) {
      self.start = start
      self.count = count
    }
  }
}

extension Value {
  /// False for what is absent, empty or `false`.
  var isTruthy: Bool {
    switch self {
    case .absent: false
    case .text(let run), .html(let run), .url(let run), .list(let run): run.count > 0
    case .flag(let flag): flag
    case .object: true
    }
  }
}
