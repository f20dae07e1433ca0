/// The documents of a YAML file, or of the front matter of a Markdown file, and what is wrong in them.
package struct Stream: Sendable {
  /// How deep sequences and mappings may nest.
  package static let deepest = 32

  /// The documents in their order; one with nothing in it is an empty scalar.
  ///
  /// After an error of syntax these are the documents before it.
  package let documents: [Node]

  /// Sorted by place; empty for a stream that follows every rule. At most a thousand are kept.
  package let problems: [Problem]

  /// Reads `bytes`, or the part of it that `range` names, as YAML.
  ///
  /// All ranges count from the start of `bytes`. A byte order mark at the start is passed over. Takes
  /// time linear in the length, whatever the input.
  package init(parsing bytes: [UInt8], in range: Range<Int>? = nil) {
    let range = (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count)
    var composer = Composer(bytes: bytes, range: range)
    if let problem = Problem.foreignEncoding(of: bytes, in: range) {
      composer.report(problem)
    } else {
      EventParser.read(bytes, in: range) { composer.compose(&$0) }
    }
    documents = composer.documents
    problems = composer.problems.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
