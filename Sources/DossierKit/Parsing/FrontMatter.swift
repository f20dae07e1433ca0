/// Where the front matter of a Markdown file stands, and where its text begins.
struct FrontMatter {
  /// The bytes between the two lines of dashes.
  let yaml: Range<Int>
  let body: Range<Int>

  enum Failure: Error, Equatable {
    /// - Parameter fence: Where a line stands that begins it in other programs, or nearly does.
    case missing(fence: Range<Int>?)
    /// It begins and has no second line of dashes.
    case unclosed(fence: Range<Int>?)

    var isMissing: Bool { if case .missing = self { true } else { false } }
  }

  init(of source: [UInt8]) throws(Failure) {
    // A byte order mark and empty lines before it are fine.
    var start = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < source.count, source[start] == 0x0A || source[start] == 0x0D { start += 1 }
    guard Self.isRule(source, at: start) else {
      throw .missing(fence: Self.fence(in: source, at: start))
    }
    let yamlStart = Self.nextLine(source, after: start)
    var line = yamlStart
    var fence: Range<Int>?
    while line < source.count {
      if Self.isRule(source, at: line) {
        yaml = yamlStart..<line
        body = Self.nextLine(source, after: line)..<source.count
        return
      }
      if fence == nil { fence = Self.fence(in: source, at: line) }
      line = Self.nextLine(source, after: line)
    }
    throw .unclosed(fence: fence)
  }

  /// More dashes than three, or pluses, or those of a word processor, alone on their line.
  private static func fence(in source: [UInt8], at start: Int) -> Range<Int>? {
    if start < source.count, source[start] == 0x2D || source[start] == 0xE2 {
      let line = source[start...].prefix { $0 != 0x0A && $0 != 0x0D }
      let text = String(decoding: line.prefix(longestFence), as: UTF8.self).trimmed
      if line.count < longestFence, text.contains(where: "–—―".contains),
        text.allSatisfy("-–—―".contains)
      {
        return line.indices
      }
    }
    guard start + 3 <= source.count, source[start] == 0x2D || source[start] == 0x2B,
      source[start + 1] == source[start]
    else { return nil }
    let line = source[start...].prefix { $0 != 0x0A && $0 != 0x0D }
    let fence = line.prefix { $0 == line.first }
    let isAlone = line[fence.endIndex...].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    return fence.count > 2 && isAlone ? fence.indices : nil
  }

  private static let longestFence = 24

  /// Three dashes alone on their line.
  private static func isRule(_ source: [UInt8], at start: Int) -> Bool {
    guard start + 3 <= source.count, source[start..<start + 3].allSatisfy({ $0 == 0x2D }) else {
      return false
    }
    var index = start + 3
    while index < source.count, source[index] != 0x0A {
      guard source[index] == 0x20 || source[index] == 0x09 || source[index] == 0x0D else {
        return false
      }
      index += 1
    }
    return true
  }

  private static func nextLine(_ source: [UInt8], after start: Int) -> Int {
    source[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? source.count
  }
}
