/// Goes on behind an error of syntax: without the entry that the error is in, as if it were not there.
///
/// One run is to show every mistake of a file, and libyaml stops at the first. What is passed over becomes
/// spaces, so that every offset stays true.
struct Recovery {
  /// The stream without what could not be read.
  private(set) var text: [UInt8]
  private(set) var gaps: [Gap] = []
  let lines: Lines

  private var rounds = 0
  private var bytesRead = 0

  /// Whoever has more errors than this in one file mends some and runs again.
  private static let mostRounds = 20
  /// A large file full of errors is not read over and over.
  private static let mostBytes = 32 << 20

  /// Nobody writes as much in one entry of which a line is indented by mistake.
  private static let mostInnerKeys = 1000

  init(_ bytes: [UInt8], in range: Range<Int>) {
    text = bytes
    lines = Lines(bytes, in: range)
  }

  /// Passes over the entry in which reading stopped.
  ///
  /// - Parameter start: Where the round began that has stopped.
  /// - Returns: Where the next round begins; nil if there is to be none.
  mutating func pass(over stop: Composer.Stop, from start: Int) -> Int? {
    rounds += 1
    bytesRead += max(0, stop.reached - start)
    let boundary = lines.boundary(before: stop.place)
    // libyaml looks ahead, so that it may have stopped before the documents between were read.
    let reopened = min(boundary, lines.boundary(before: stop.document))
    guard rounds < Self.mostRounds, bytesRead < Self.mostBytes,
      let entry = entry(of: stop, in: boundary), blank(entry)
    else {
      gaps.append(Gap(range: reopened..<lines.range.upperBound, document: boundary))
      return nil
    }
    let first = lines.line(at: entry.lowerBound)
    let isEntry = first.content == entry.lowerBound + lines.indentation(of: entry.lowerBound)
    if let key = first.key.flatMap({ lines.words(in: $0, atMost: 1).first }), isEntry,
      !stop.isTooDeep
    {
      gaps.append(
        Gap(
          range: entry, key: key, value: lines.words(in: first.value, atMost: 1).first,
          innerKeys: innerKeys(of: entry),
          document: boundary))
    } else {
      gaps.append(Gap(range: entry, document: boundary))
    }
    return reopened
  }

  /// The lines of the entry that an error is in; nil behind the end of the stream.
  private func entry(of stop: Composer.Stop, in boundary: Int) -> Range<Int>? {
    let limit = lines.indentation(ofDocument: boundary)
    // What stands beside the dashes belongs to the document; they do not.
    let first = lines.isBoundary(boundary) ? min(boundary + 3, lines.range.upperBound) : boundary
    let own = lines.start(of: stop.place)
    var start = own
    let isOutside =
      !stop.isTooDeep && own + lines.indentation(of: own) == stop.place
      && lines.stands(own, within: limit)
    if isOutside, let deeper = deeperEntries(above: own, from: first, within: limit) {
      return deeper
    }
    if !isOutside {
      while start > first, !lines.isEntry(start, within: limit) {
        start = lines.start(of: start - 1)
      }
    }
    start = max(start, first)
    var end = lines.next(after: start)
    while end < lines.range.upperBound, !lines.isBoundary(end) {
      // Brackets that go too deep over several entries leave none of them readable.
      if lines.isEntry(end, within: limit), !stop.isTooDeep || stop.reached < end { break }
      end = lines.next(after: end)
    }
    return start < end ? start..<end : nil
  }

  /// The lines above one that is indented less than they are, if those below it agree with it.
  private func deeperEntries(above own: Int, from first: Int, within limit: Int) -> Range<Int>? {
    let indentation = lines.indentation(of: own)
    guard indentation < limit else { return nil }
    var start = lines.next(after: own)
    while start < lines.range.upperBound, !lines.isBoundary(start) {
      if lines.isEntry(start, within: limit) {
        return lines.indentation(of: start) == indentation ? first..<own : nil
      }
      start = lines.next(after: start)
    }
    return nil
  }

  /// The keys on the lines below the first; one that is indented by mistake is among them.
  private func innerKeys(of entry: Range<Int>) -> [String] {
    var keys: [String] = []
    var start = lines.next(after: entry.lowerBound)
    while start < entry.upperBound, keys.count < Self.mostInnerKeys {
      let line = lines.line(at: start)
      if let key = line.key { keys += lines.words(in: key, atMost: 1) }
      start = lines.next(after: start)
    }
    return keys
  }

  /// Whether there was anything to take away.
  private mutating func blank(_ range: Range<Int>) -> Bool {
    var hasChanged = false
    for index in range where text[index] != 0x20 && !text[index].isBreak {
      text[index] = 0x20
      hasChanged = true
    }
    return hasChanged
  }
}
