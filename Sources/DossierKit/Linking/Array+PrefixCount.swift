extension Array {
  /// How many elements pass, where all that do stand before all that do not.
  func prefixCount(where passes: (Element) -> Bool) -> Int {
    var lower = 0
    var upper = count
    while lower < upper {
      let middle = (lower + upper) / 2
      if passes(self[middle]) { lower = middle + 1 } else { upper = middle }
    }
    return lower
  }
}
