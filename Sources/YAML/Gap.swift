/// A part of a stream that was passed over, since YAML could not be made of it.
package struct Gap: Sendable, Equatable {
  /// Whole lines of the file: an entry of a document, or all that was left when reading ended.
  package let range: Range<Int>
  /// The key of that entry as it is written; nil where none can be made out.
  package let key: String?
  /// The first word that its first line says under that key.
  package let value: String?
  /// The keys on its other lines, whatever their indentation.
  package let innerKeys: [String]
  /// Where the document begins that it stands in: at its line `---`, or at the start of the stream.
  let document: Int

  init(
    range: Range<Int>, key: String? = nil, value: String? = nil, innerKeys: [String] = [],
    document: Int
  ) {
    self.range = range
    self.key = key
    self.value = value
    self.innerKeys = innerKeys
    self.document = document
  }
}

extension Stream {
  /// What is missing of a document.
  package func gaps(in document: Node) -> [Gap] {
    guard !gaps.isEmpty else { return [] }
    let start = lines.boundary(before: document.range.lowerBound)
    return gaps.filter { $0.document == start }
  }

  /// How many documents there are: those that say something, and those of which nothing is left.
  package var documentCount: Int {
    guard !gaps.isEmpty else { return documents.count { !$0.isEmpty } }
    let read = documents.filter { !$0.isEmpty }
    let starts = Set(read.map { lines.boundary(before: $0.range.lowerBound) })
    return read.count + Set(gaps.map(\.document)).subtracting(starts).count
  }

  /// What the lines that were passed over seem to say under a key, wherever they say it: a word each.
  package func lostValues(of key: String) -> [String] {
    gaps.flatMap { gap -> [String] in
      var values: [String] = []
      var start = gap.range.lowerBound
      while start < gap.range.upperBound {
        let line = lines.line(at: start)
        let words = lines.words(in: line.content..<line.range.upperBound, atMost: 2)
        if words.count == 2, words[0] == key { values.append(words[1]) }
        start = lines.next(after: start)
      }
      return values
    }
  }
}
