/// A run of text up to a blank or a comma, as a message quotes it.
struct Word {
  let text: String
  let range: Range<Int>

  /// Messages stay on one line, so no more than this of the author's text is quoted.
  static let longest = 40

  /// The word that starts at `offset`, which may be the end of the file.
  init(at offset: Int, in bytes: [UInt8]) {
    let start = min(offset, bytes.count)
    // The limit keeps a file of one long line, full of mistakes, from being read over and over.
    let limit = min(start + 4 * Self.longest, bytes.count)
    let end = bytes[start..<limit].firstIndex { $0.isBlankOrBreak || $0 == 0x2C } ?? limit
    range = start..<end
    text = Self.quotable(bytes[range])
  }

  /// The bytes as text, cut where they are too long for a message.
  static func quotable(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes.prefix(4 * (longest + 1)), as: UTF8.self)
    return text.count > longest ? text.prefix(longest) + "…" : text
  }
}
