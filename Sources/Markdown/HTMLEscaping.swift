/// Escaping, by runs: what needs none is appended at once.
extension [UInt8] {
  mutating func append(_ text: String) { append(contentsOf: text.utf8) }

  /// Text and attribute values: `& < > "`
  package mutating func appendEscaped(_ bytes: ArraySlice<UInt8>) {
    var run = bytes.startIndex
    var index = run
    let end = bytes.endIndex
    while index < end {
      let entity: String
      switch bytes[index] {
      case UInt8(ascii: "&"): entity = "&amp;"
      case UInt8(ascii: "<"): entity = "&lt;"
      case UInt8(ascii: ">"): entity = "&gt;"
      case UInt8(ascii: "\""): entity = "&quot;"
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
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "&"): append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "'"): append(contentsOf: "&#x27;".utf8)
      case _
      where byte.isASCIILetter || byte.isASCIIDigit || "-_.+!*(),%#@?=;:/$~".utf8.contains(byte):
        append(byte)
      default:
        let digits = Array("0123456789ABCDEF".utf8)
        append(UInt8(ascii: "%"))
        append(digits[Int(byte >> 4)])
        append(digits[Int(byte & 15)])
      }
    }
  }
}
