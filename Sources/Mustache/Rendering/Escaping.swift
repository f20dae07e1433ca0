extension [UInt8] {
  /// Appends `text` so that it is text in HTML, between tags and in quoted attributes alike; U+FFFD stands
  /// for control characters, which no page may hold.
  ///
  /// Most text has nothing to escape, so it is copied whole first and looked at where it lies then.
  mutating func appendEscaped(_ text: some Collection<UInt8>) {
    let start = count
    append(contentsOf: text)
    if let first = firstSpecial(from: start) { escape(from: first) }
  }

  private func firstSpecial(from start: Int) -> Int? {
    let bytes = span
    for index in start..<bytes.count where isSpecial(bytes[index]) { return index }
    return nil
  }

  /// Spreads the bytes from `start` on, with entities in place of the special ones.
  private mutating func escape(from start: Int) {
    let end = count
    var growth = 0
    for index in start..<end where isSpecial(self[index]) {
      growth += entity(for: self[index]).utf8.count - 1
    }
    append(contentsOf: repeatElement(0, count: growth))
    var bytes = mutableSpan
    var source = end
    var target = bytes.count
    // Once both meet, what is left stands where it belongs.
    while source < target {
      source -= 1
      let byte = bytes[source]
      guard isSpecial(byte) else {
        target -= 1
        bytes[target] = byte
        continue
      }
      for letter in entity(for: byte).utf8.reversed() {
        target -= 1
        bytes[target] = letter
      }
    }
  }
}

private func entity(for byte: UInt8) -> String {
  switch byte {
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  case UInt8(ascii: "\""): "&quot;"
  case UInt8(ascii: "'"): "&#39;"
  default: "\u{FFFD}"
  }
}

/// `&`, `<`, `>`, the two quotes and control characters other than tab, line feed and carriage return, as
/// bits of a number: all of them are below 64.
private let specials: UInt64 =
  1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E
  | (0xFFFF_FFFF & ~(1 << 0x09 | 1 << 0x0A | 1 << 0x0D))

private func isSpecial(_ byte: UInt8) -> Bool {
  byte < 64 && specials &>> UInt64(byte) & 1 == 1
}
