/// Appends text to a buffer with every run of white space as one space, none at the ends.
struct FoldedText {
  var buffer: [UInt8]
  let start: Int
  let escapes: Bool
  private var pending: UInt8?
  private var isSeparated = false

  init(buffer: [UInt8] = [], start: Int = 0, escapes: Bool) {
    self.buffer = buffer
    self.start = start
    self.escapes = escapes
  }

  mutating func space() { pending = pending ?? 32 }

  mutating func lineFeed() { pending = 10 }

  /// Between the cells of a row.
  mutating func separator() {
    pending = 32
    isSeparated = true
  }

  /// Takes back the space before something that is left out.
  mutating func dropSpace() {
    if !isSeparated { pending = nil }
  }

  mutating func append(_ bytes: ArraySlice<UInt8>) {
    var index = bytes.startIndex
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
