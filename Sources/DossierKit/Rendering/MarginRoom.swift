/// Which notes find room in the margin, near to their marks.
///
/// A note stands at the height of its mark or, where others stand, below them. Where many follow each other closely
/// each would lie further off than the one before, so that one which would lie too far off opens in the text instead.
/// Heights are guessed in pixels of the theme's own style: rather less for the text and more for the notes than fonts
/// give, so that no error adds up.
struct MarginRoom {
  /// How far below its mark a note may begin.
  private static let reach = 300
  private static let spaceBelowNote = 10

  private var text = TextExtent(columns: 70, lineHeight: 30, paragraphGap: 19)
  /// Where the last of the notes ends.
  private var end = 0
  /// How much of the page's text has been read.
  private var count = 0

  /// Reads the page's text up to a mark.
  mutating func read(_ html: [UInt8]) {
    text.read(html[count...])
    count = html.count
  }

  /// Passes over what is no text of the page's own, such as a note.
  mutating func skip(to html: [UInt8]) { count = html.count }

  /// Whether a note stands in the margin, and so takes room from those that follow.
  mutating func take(_ note: [UInt8]) -> Bool {
    // A table may scroll, and cuts off what leaves it.
    guard !text.isInTable, end - text.position <= Self.reach else { return false }
    // Some of which are left empty where a word does not fit, and begin with the note's number.
    var extent = TextExtent(columns: 44, lineHeight: 19, paragraphGap: 7, column: 5)
    extent.read(note[...])
    end = max(end, text.position) + extent.height + Self.spaceBelowNote
    return true
  }
}

/// How high a text stands, by its characters and blocks.
private struct TextExtent {
  let columns: Int
  let lineHeight: Int
  let paragraphGap: Int
  private(set) var isInTable = false
  /// The height of the blocks before.
  private var before = 0
  /// How many characters the block at hand has.
  private var column: Int

  init(columns: Int, lineHeight: Int, paragraphGap: Int, column: Int = 0) {
    self.column = column
    self.columns = columns
    self.lineHeight = lineHeight
    self.paragraphGap = paragraphGap
  }

  /// Where the line begins that the text has come to.
  var position: Int { before + max(0, column - 1) / columns * lineHeight }

  var height: Int { before + (column + columns - 1) / columns * lineHeight }

  mutating func read(_ html: ArraySlice<UInt8>) {
    let bytes = html.span
    var index = 0
    func skip(to byte: UInt8) {
      while index < bytes.count, bytes[index] != byte { index += 1 }
    }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      // Most are letters.
      if byte & 0xC0 == 0x40 {
        column += 1
        continue
      }
      switch byte {
      case UInt8(ascii: "<"):
        let start = html.startIndex + index
        // No value of an attribute holds a bare `>`.
        skip(to: UInt8(ascii: ">"))
        pass(html[start..<(html.startIndex + index)])
        index += 1
      case UInt8(ascii: "&"):
        column += 1
        skip(to: UInt8(ascii: ";"))
        index += 1
      case 0x80...0xBF: break
      // Letters of East Asia are twice as wide.
      case 0xE3...0xED: column += 2
      case 0x20, 0x0A: if column > 0 { column += 1 }
      default: column += 1
      }
    }
  }

  private mutating func pass(_ tag: ArraySlice<UInt8>) {
    guard tag.mayTakeRoom else { return }
    let name = tag.prefix { $0 != UInt8(ascii: " ") }
    if name.elementsEqual("table".utf8) { isInTable = true }
    if name.elementsEqual("/table".utf8) { isInTable = false }
    guard column > 0, name.first == UInt8(ascii: "/") || name.starts(with: "br".utf8) else {
      return
    }
    switch String(decoding: name, as: UTF8.self) {
    case "/p", "/div", "/h1", "/h2", "/h3", "/h4", "/h5", "/h6", "/pre", "/figcaption":
      before = height + paragraphGap
    case "/li", "/tr", "br": before = height
    default: return
    }
    column = 0
  }
}

extension ArraySlice<UInt8> {
  /// False of most tags that neither begin nor end what takes room, by their first letters.
  fileprivate var mayTakeRoom: Bool {
    guard count > 1 else { return false }
    switch self[startIndex] {
    case UInt8(ascii: "t"): return true
    case UInt8(ascii: "b"): return self[startIndex + 1] == UInt8(ascii: "r")
    case UInt8(ascii: "/"): break
    default: return false
    }
    switch self[startIndex + 1] {
    case UInt8(ascii: "p"), UInt8(ascii: "d"), UInt8(ascii: "h"), UInt8(ascii: "f"),
      UInt8(ascii: "l"), UInt8(ascii: "t"):
      return true
    default: return false
    }
  }
}
