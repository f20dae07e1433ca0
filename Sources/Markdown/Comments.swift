// Comments are for whoever keeps the text: nothing of them is ever shown. What only looks like a comment
// is a problem, since its words would be.

/// `<!--` and `-->`
enum Comment {
  /// What begins a comment in other tools, and here none.
  static let foreign = Array("%%".utf8)
  static let opening = Array("<!--".utf8)
  static let closing = Array("-->".utf8)

  /// The bytes without comments; nil if one is not closed.
  static func stripped(from bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var kept: [UInt8] = []
    var rest = bytes
    while let start = rest.firstIndex(of: opening) {
      kept.append(contentsOf: rest[..<start])
      rest = rest[(start + opening.count)...]
      guard let end = rest.firstIndex(of: closing) else { return nil }
      rest = rest[(end + closing.count)...]
    }
    return kept + rest
  }
}

extension Tape {
  /// Reports what begins like a comment and is none: one with `--` within it, or with an empty line, or another tool's.
  mutating func reportOpenComments() {
    guard source.contains(UInt8(ascii: "<")) || source.contains(UInt8(ascii: "%")) else { return }
    for event in events where event.kind == .text {
      let bytes = source[Int(event.lower)..<Int(event.upper)]
      let start = bytes.firstIndex(of: Comment.opening) ?? bytes.firstIndex(of: Comment.foreign)
      guard let start else { continue }
      report(.openComment, start..<Int(event.upper), bytes[start...])
    }
  }
}

extension ArraySlice<UInt8> {
  /// Where a short sequence begins first.
  func firstIndex(of sequence: [UInt8]) -> Int? {
    guard let first = sequence.first else { return nil }
    var index = startIndex
    while let found = self[index...].firstIndex(of: first) {
      if self[found...].starts(with: sequence) { return found }
      index = found + 1
    }
    return nil
  }
}
