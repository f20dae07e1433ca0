extension [UInt8] {
  /// Appends `text` so that it is text in HTML, between tags and in quoted attributes alike.
  ///
  /// Most text has nothing to escape, so it is copied whole first and looked at where it lies then.
  mutating func appendEscaped(_ text: some Collection<UInt8>) {
    let start = count
    append(contentsOf: text)
    if hasSpecials(from: start) { escape(from: start) }
  }

  private func hasSpecials(from start: Int) -> Bool {
    let bytes = span
    for index in start..<bytes.count where isSpecial(bytes[index]) { return true }
    return false
  }

  /// Spreads the bytes from `start` on, with entities in place of the special ones.
  private mutating func escape(from start: Int) {
    let range = start..<count
    let growth = range.reduce(0) {
      $0 + (isSpecial(self[$1]) ? entity(for: self[$1]).utf8.count - 1 : 0)
    }
    append(contentsOf: repeatElement(0, count: growth))
    var target = count
    for index in range.reversed() {
      let byte = self[index]
      guard isSpecial(byte) else {
        target -= 1
        self[target] = byte
        continue
      }
      for letter in entity(for: byte).utf8.reversed() {
        target -= 1
        self[target] = letter
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
  default: "&#39;"
  }
}

/// The bytes that mean something in markup, as bits: all of them are below 64.
private let specials: UInt64 = 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E

@inline(__always)
private func isSpecial(_ byte: UInt8) -> Bool {
  byte < 64 && specials &>> UInt64(byte) & 1 == 1
}
