/// Escaping, by runs: what needs none is appended at once.
extension [UInt8] {
  mutating func append(_ text: String) { append(contentsOf: text.utf8) }

  /// Text and attribute values: `& < > "`, and U+FFFD for control characters, which XML cannot hold.
  package mutating func appendEscaped(_ bytes: ArraySlice<UInt8>) {
    var run = bytes.startIndex
    var index = run
    let end = bytes.endIndex
    while index < end {
      let entity: String
      // Letters, most of all.
      if bytes[index] > UInt8(ascii: ">") {
        index += 1
        continue
      }
      switch bytes[index] {
      case UInt8(ascii: "&"): entity = "&amp;"
      case UInt8(ascii: "<"): entity = "&lt;"
      case UInt8(ascii: ">"): entity = "&gt;"
      case UInt8(ascii: "\""): entity = "&quot;"
      case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F: entity = "\u{FFFD}"
      default:
        index += 1
        continue
      }
      append(contentsOf: bytes[run..<index])
      append(contentsOf: entity.utf8)
      index += 1
      run = index
    }
    append(contentsOf: bytes[run..<end])
  }

  /// Addresses in `href` and `src`: what no address may hold is percent-encoded, as libcmark does.
  package mutating func appendEscapedAddress(_ bytes: ArraySlice<UInt8>) {
    var run = bytes.startIndex
    for index in bytes.indices where !bytes[index].standsInAddress {
      append(contentsOf: bytes[run..<index])
      run = index + 1
      switch bytes[index] {
      case UInt8(ascii: "&"): append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "'"): append(contentsOf: "&#x27;".utf8)
      case let byte:
        let digits = Array("0123456789ABCDEF".utf8)
        append(UInt8(ascii: "%"))
        append(digits[Int(byte >> 4)])
        append(digits[Int(byte & 15)])
      }
    }
    append(contentsOf: bytes[run...])
  }
}

extension UInt8 {
  /// Whether an address holds it as it is: letters, digits and `-_.+!*(),%#@?=;:/$~`.
  fileprivate var standsInAddress: Bool {
    switch self {
    case 0x21, 0x23...0x25, 0x28...0x3B, 0x3D, 0x3F...0x5A, 0x5F, 0x61...0x7A, 0x7E: true
    default: false
    }
  }
}
