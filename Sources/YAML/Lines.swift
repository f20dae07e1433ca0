/// The lines of a stream, as far as they can be told apart without reading YAML.
struct Lines: Sendable {
  let bytes: [UInt8]
  /// The part of `bytes` that is YAML, without a byte order mark.
  let range: Range<Int>

  init(_ bytes: [UInt8], in range: Range<Int>) {
    let hasMark = bytes[range].starts(with: [0xEF, 0xBB, 0xBF])
    self.bytes = bytes
    self.range = (range.lowerBound + (hasMark ? 3 : 0))..<range.upperBound
  }

  func line(at offset: Int) -> SourceLine {
    SourceLine(around: offset, in: bytes, bounds: range)
  }

  /// Where the line begins that holds `offset`.
  func start(of offset: Int) -> Int {
    let offset = min(max(offset, range.lowerBound), range.upperBound)
    return bytes[range.lowerBound..<offset].lastIndex { $0.isBreak }.map { $0 + 1 }
      ?? range.lowerBound
  }

  /// Where the next line begins; the end of the stream behind the last.
  func next(after offset: Int) -> Int {
    bytes[max(offset, range.lowerBound)..<range.upperBound].firstIndex { $0.isBreak }
      .map { $0 + 1 } ?? range.upperBound
  }

  /// Whether a line is `---` or `...`, alone or with something behind it.
  func isBoundary(_ start: Int) -> Bool {
    guard start + 3 <= range.upperBound, bytes[start] == 0x2D || bytes[start] == 0x2E else {
      return false
    }
    return bytes[start + 1] == bytes[start] && bytes[start + 2] == bytes[start]
      && (start + 3 == range.upperBound || bytes[start + 3].isBlankOrBreak)
  }

  /// Where the document begins that holds `offset`: at its `---`, behind a `...`, or with the stream.
  func boundary(before offset: Int) -> Int {
    var line = start(of: offset)
    while line > range.lowerBound {
      if isBoundary(line) { return bytes[line] == 0x2D ? line : next(after: line) }
      line = start(of: line - 1)
    }
    return range.lowerBound
  }

  func indentation(of start: Int) -> Int {
    var end = start
    while end < range.upperBound, bytes[end] == 0x20 { end += 1 }
    return end - start
  }

  /// How far the entries of a document are indented: as far as its first line that says something.
  func indentation(ofDocument boundary: Int) -> Int {
    var line = isBoundary(boundary) ? next(after: boundary) : boundary
    while line < range.upperBound, !isBoundary(line) {
      let indentation = indentation(of: line)
      if let first = first(of: line, indentation), first != 0x23 { return indentation }
      line = next(after: line)
    }
    return 0
  }

  /// Whether a line says something that is indented no further than `limit`, and so belongs to no entry above.
  func stands(_ start: Int, within limit: Int) -> Bool {
    let indentation = indentation(of: start)
    guard indentation <= limit, let first = first(of: start, indentation) else { return false }
    return first != 0x23 && first != 0x09
  }

  /// Whether a line begins an entry of a document whose entries are indented by `limit`.
  func isEntry(_ start: Int, within limit: Int) -> Bool {
    guard stands(start, within: limit) else { return false }
    let line = line(at: start)
    let first = bytes[start + indentation(of: start)]
    // Items of a list may stand as far left as their key; so may what closes a bracket.
    return line.key != nil && line.content == start + indentation(of: start)
      && first != 0x5D && first != 0x7D && first != 0x2C
  }

  private func first(of start: Int, _ indentation: Int) -> UInt8? {
    let offset = start + indentation
    return offset < range.upperBound && !bytes[offset].isBreak ? bytes[offset] : nil
  }

  /// The first words of a part of a line, as keys and ids are words, whatever stands around them.
  func words(in range: Range<Int>, atMost limit: Int) -> [String] {
    func isPart(_ byte: UInt8) -> Bool {
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2D
        || byte == 0x5F || byte >= 0x80
    }
    return bytes[range].split(maxSplits: limit, whereSeparator: { !isPart($0) }).prefix(limit)
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
