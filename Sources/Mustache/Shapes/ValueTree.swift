/// All the values of one page, side by side, and the bytes of their texts.
///
/// Two plain arrays, rather than an array for each object and a string for each text: what a page shows is then
/// made, walked and dropped without counting a reference, and one tree serves one page after the other.
public struct ValueTree: Sendable {
  @usableFromInline var values: [Value] = []
  @usableFromInline var bytes: [UInt8] = []

  public init() {}

  /// Forgets the values, and keeps the room they took.
  public mutating func removeAll() {
    values.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  @inlinable public mutating func text(_ text: String) -> Value { .text(add(text.utf8)) }
  @inlinable public mutating func url(_ text: String) -> Value { .url(add(text.utf8)) }
  @inlinable public mutating func html(_ html: [UInt8]) -> Value { .html(add(html)) }

  /// A list of values that are in the tree.
  public mutating func list(_ items: [Value]) -> Value { .list(add(items)) }

  /// An object whose members are in the tree.
  public mutating func object(_ members: [Value]) -> Value { .object(add(members)) }

  @inlinable mutating func add(_ text: some Collection<UInt8>) -> Value.Run {
    let start = bytes.count
    bytes.append(contentsOf: text)
    return Value.Run(start: UInt32(start), count: UInt32(bytes.count - start))
  }

  private mutating func add(_ items: [Value]) -> Value.Run {
    let run = Value.Run(start: UInt32(values.count), count: UInt32(items.count))
    values.append(contentsOf: items)
    return run
  }

  /// Makes room for values that stand in a row, to be put there one by one.
  @inlinable mutating func reserve(_ count: Int) -> Value.Run {
    let run = Value.Run(start: UInt32(values.count), count: UInt32(count))
    for _ in 0..<count { values.append(.absent) }
    return run
  }

  @inlinable mutating func put(_ value: Value, in run: Value.Run, at index: Int) {
    values[Int(run.start) + index] = value
  }
}
