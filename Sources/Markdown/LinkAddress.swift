/// Which addresses a page may hold: http, https, mailto and relative ones.
enum LinkAddress {
  /// Whether a destination, as libcmark resolved it, is safe.
  ///
  /// Not safe: any other scheme, however it is spelt; `//host`, which leaves the site without
  /// saying so; and control characters, which browsers drop before they look for a scheme.
  static func isSafe(_ address: some BidirectionalCollection<UInt8>) -> Bool {
    if address.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return false }
    var bytes = address[...]
    guard let first = bytes.first else { return true }
    if first == UInt8(ascii: " ") { return false }
    if isSlash(first) {
      bytes = bytes.dropFirst()
      return bytes.first.map { !isSlash($0) } ?? true
    }
    let end = address.firstIndex { ":/?#\\".utf8.contains($0) } ?? address.endIndex
    guard end < address.endIndex, address[end] == UInt8(ascii: ":") else { return true }
    let scheme = address[..<end].map { $0 | (65...90 ~= $0 ? 0x20 : 0) }
    return ["http", "https", "mailto"].contains { $0.utf8.elementsEqual(scheme) }
  }

  /// Browsers read a backslash in an address as a slash.
  private static func isSlash(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
  }
}
