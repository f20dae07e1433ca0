/// The documents of a YAML file, or of the front matter of a Markdown file, and what is wrong in them.
package struct Stream: Sendable {
  /// How deep sequences and mappings may nest.
  package static let deepest = 32

  /// The documents in their order; one with nothing in it is an empty scalar.
  ///
  /// After errors of syntax these are what can be read without the entries that the errors are in.
  package let documents: [Node]

  /// Sorted by place; empty for a stream that follows every rule. At most a thousand are kept.
  package let problems: [Problem]

  /// What was passed over, in the order of the problems that made it so.
  package let gaps: [Gap]
  let lines: Lines

  /// Reads `bytes`, or the part of it that `range` names, as YAML.
  ///
  /// All ranges count from the start of `bytes`. A byte order mark at the start is passed over. Takes
  /// time linear in the length, whatever the input.
  package init(parsing bytes: [UInt8], in range: Range<Int>? = nil) {
    let range = (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count)
    var composer = Composer(bytes: bytes, range: range)
    var recovery = Recovery(bytes, in: range)
    if let problem = Problem.foreignEncoding(of: bytes, in: range) {
      composer.report(problem)
    } else {
      var start = range.lowerBound
      var bits: UInt8 = 0
      for byte in bytes[range] { bits |= byte }
      let isASCII = bits < 0x80
      while true {
        EventParser.read(recovery.text, in: start..<range.upperBound, isASCII: isASCII) {
          composer.compose(&$0)
        }
        guard let stop = composer.stop, let next = recovery.pass(over: stop, from: start) else {
          break
        }
        composer.reopen(at: next, without: recovery.gaps.map(\.range))
        start = next
      }
    }
    documents = composer.documents
    problems = composer.problems.sorted { $0.range.lowerBound < $1.range.lowerBound }
    gaps = recovery.gaps
    lines = recovery.lines
  }
}
