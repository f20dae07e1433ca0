/// What an author tells other authors between `<!--` and `-->`, which is never published.
enum Comments {
  private static let opening = Array("<!--".utf8)
  private static let closing = Array("-->".utf8)

  /// Raw HTML without its comments. One that never ends goes on to the end.
  static func removed(from html: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var result: [UInt8] = []
    var rest = html
    while let start = rest.firstIndex(of: opening) {
      result += rest[..<start]
      // `<!-->` and `<!--->` are whole comments, so the end may share the beginning's hyphens.
      let end = rest[(start + 2)...].firstIndex(of: closing)
      rest = rest[(end.map { $0 + closing.count } ?? rest.endIndex)...]
    }
    return result.isEmpty ? rest : result + rest
  }
}

extension ArraySlice<UInt8> {
  /// Where a text first stands.
  fileprivate func firstIndex(of text: [UInt8]) -> Int? {
    var rest = self
    while let index = rest.firstIndex(of: text[0]) {
      if rest[index...].starts(with: text) { return index }
      rest = rest[(index + 1)...]
    }
    return nil
  }
}
