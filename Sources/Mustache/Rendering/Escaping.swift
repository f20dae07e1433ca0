extension [UInt8] {
  /// Appends `string` so that it is text in HTML, between tags and in quoted attributes alike.
  mutating func appendEscaped(_ string: String) {
    let text = string.utf8
    let bytes = text.span
    var written = 0
    var start = text.startIndex
    for index in bytes.indices {
      guard let entity = entity(for: bytes[index]) else { continue }
      let end = text.index(start, offsetBy: index - written)
      append(contentsOf: text[start..<end])
      append(contentsOf: entity.utf8)
      start = text.index(after: end)
      written = index + 1
    }
    if written == 0 { append(contentsOf: text) } else { append(contentsOf: text[start...]) }
  }

  /// Appends `bytes` so that they are text in HTML, between tags and in quoted attributes alike.
  mutating func appendEscaped(_ bytes: [UInt8]) {
    var written = 0
    for index in bytes.indices {
      guard let entity = entity(for: bytes[index]) else { continue }
      append(contentsOf: bytes[written..<index])
      append(contentsOf: entity.utf8)
      written = index + 1
    }
    append(contentsOf: bytes[written...])
  }
}

private func entity(for byte: UInt8) -> String? {
  switch byte {
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  case UInt8(ascii: "\""): "&quot;"
  case UInt8(ascii: "'"): "&#39;"
  default: nil
  }
}
