/// A place in a source file. Lines and columns are worked out only when somebody reads it.
package struct Location: Sendable, Hashable {
  package let file: FileID
  /// Bytes in the file.
  package let range: Range<Int>

  package init(_ file: FileID, _ range: Range<Int>) {
    self.file = file
    self.range = range
  }
}

extension Location: Comparable {
  package static func < (a: Location, b: Location) -> Bool {
    (a.file, a.range.lowerBound, a.range.upperBound)
      < (b.file, b.range.lowerBound, b.range.upperBound)
  }
}
