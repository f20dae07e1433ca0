/// Appends text to a buffer with every run of white space as one space, none at the ends.
struct FoldedText {
  var buffer: [UInt8]
  let start: Int
  let escapes: Bool
  private var pending: UInt8?
  private var isSeparated = false
  /// Whether a bracket has opened that holds only what is left out, so far.
  private var hasEmptyBracket = false

  init(buffer: [UInt8] = [], start: Int = 0, escapes: Bool) {
    self.buffer = buffer
    self.start = start
    self.escapes = escapes
  }

  mutating func space() { pending = pending ?? 32 }

  mutating func lineFeed() {
    pending = 10
    hasEmptyBracket = false
  }

  /// Between the cells of a row.
  mutating func separator() {
    pending = 32
    isSeparated = true
    hasEmptyBracket = false
  }

  /// Takes back the space before something that is left out.
  mutating func dropSpace() {
    if !isSeparated { pending = nil }
  }

  /// Leaves out a mark, with the space before it, and with brackets that would stand empty.
  mutating func skipMark() {
    dropSpace()
    if buffer.count > start, buffer.last == UInt8(ascii: "(") { hasEmptyBracket = true }
  }

  mutating func append(_ bytes: ArraySlice<UInt8>) {
    var index = bytes.startIndex
    if hasEmptyBracket {
      // What stands between two marks goes with them.
      guard let next = bytes.first(where: { !$0.isSpace && !";,".utf8.contains($0) }) else {
        return
      }
      hasEmptyBracket = false
      if next == UInt8(ascii: ")"), let end = bytes.firstIndex(of: next) {
        buffer.removeLast()
        if buffer.count > start, buffer.last == 32 { buffer.removeLast() }
        pending = nil
        index = end + 1
      }
    }
    while index < bytes.endIndex {
      let run = index
      // A single space between words goes with them.
      while index < bytes.endIndex,
        !bytes[index].isSpace
          || (bytes[index] == 32 && index > run && index + 1 < bytes.endIndex
            && !bytes[index + 1].isSpace)
      {
        index += 1
      }
      if index > run {
        flushSpace()
        if escapes {
          buffer.appendEscaped(bytes[run..<index])
        } else {
          buffer.append(contentsOf: bytes[run..<index])
        }
      }
      if index < bytes.endIndex {
        space()
        index += 1
      }
    }
  }

  mutating func appendMarkup(_ text: String, afterSpace: Bool) {
    if afterSpace { flushSpace() }
    buffer.append(text)
  }

  private mutating func flushSpace() {
    if let pending, buffer.count > start {
      buffer.append(pending)
      if isSeparated { buffer.append(contentsOf: "· ".utf8) }
    }
    pending = nil
    isSeparated = false
  }
}
