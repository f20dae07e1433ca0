/// Values under consecutive numbers, such as records: one counting sort, which keeps their order.
struct Grouping<Value: Sendable>: Sendable {
  private let values: [Value]
  /// Where the values of each number begin; one more than there are numbers.
  private let starts: [UInt32]

  /// - Parameter count: How many numbers there are.
  init(_ pairs: [(key: Int, value: Value)], count: Int) {
    var starts = [UInt32](repeating: 0, count: count + 1)
    for pair in pairs { starts[pair.key + 1] += 1 }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var next = starts
    var order = [Int](repeating: 0, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      order[Int(next[pair.key])] = index
      next[pair.key] += 1
    }
    values = order.map { pairs[$0].value }
    self.starts = starts
  }

  subscript(key: Int) -> ArraySlice<Value> { values[Int(starts[key])..<Int(starts[key + 1])] }
}
