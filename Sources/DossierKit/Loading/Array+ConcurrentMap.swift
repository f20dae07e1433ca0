extension Array where Element: Sendable {
  /// Maps with at most `jobs` at work at once. The order is that of the array, however many there are.
  ///
  /// - Parameter longestRun: How many elements one task takes at most; 1 where each is much work by itself.
  package func concurrentMap<Result: Sendable>(
    jobs: Int, longestRun: Int = 64, _ transform: @escaping @Sendable (Element) -> Result
  ) async -> [Result] {
    guard jobs > 1, count > 1 else { return map(transform) }
    // Runs of neighbours: few enough to be cheap, many enough that nobody waits long for the last.
    let length = Swift.max(1, Swift.min(longestRun, count / (jobs * 4)))
    let runs = stride(from: 0, to: count, by: length).map {
      self[$0..<Swift.min($0 + length, count)]
    }
    return await withTaskGroup(of: (Int, [Result]).self) { group in
      var results = [[Result]](repeating: [], count: runs.count)
      var next = 0
      func addTask() {
        guard next < runs.count else { return }
        let (index, run) = (next, runs[next])
        group.addTask { (index, run.map(transform)) }
        next += 1
      }
      for _ in 0..<jobs { addTask() }
      for await (index, result) in group {
        results[index] = result
        addTask()
      }
      return results.flatMap(\.self)
    }
  }
}
