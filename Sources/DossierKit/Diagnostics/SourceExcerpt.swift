/// One line of a source file for a terminal, with what marks a place on it.
struct SourceExcerpt: Equatable {
  /// The line, or the part of it around the place. Holds nothing that a terminal would act on.
  let text: String
  /// Columns of the terminal before the mark.
  let indent: Int
  /// Columns of the terminal that the mark takes, at least one.
  let width: Int

  /// How many columns are shown of a longer line, and how many of them before the place.
  private static let (room, before) = (100, 40)

  /// - Parameters:
  ///   - line: The range of the line in `bytes`.
  ///   - place: What is marked; what of it lies outside the line is not.
  init(of line: Range<Int>, in bytes: [UInt8], marking place: Range<Int>) {
    let place = place.clamped(to: line)
    var start = place.lowerBound
    // A character has at most four bytes, so that this looks at a bounded stretch.
    for _ in 0..<Self.before where start > line.lowerBound {
      start -= 1
      var behind = 1
      while behind < 4, start > line.lowerBound, bytes[start] & 0xC0 == 0x80 {
        start -= 1
        behind += 1
      }
    }
    let end = min(line.upperBound, start + (Self.room + 1) * 4)

    var text = start > line.lowerBound ? "…" : ""
    var column = text.isEmpty ? 0 : 1
    var mark = (start: column, end: column)
    var offset = start
    for piece in Pieces(bytes[start..<end]) {
      if column + piece.width > Self.room { break }
      if offset < place.lowerBound { mark.start = column + piece.width }
      text += piece.text
      column += piece.width
      offset += piece.bytes
      if offset <= place.upperBound { mark.end = column }
    }
    if offset < line.upperBound { text += "…" }
    self.text = text
    indent = mark.start
    width = max(1, mark.end - mark.start)
  }
}

/// Bytes as what a terminal can show of them, one character after another.
private struct Pieces: Sequence, IteratorProtocol {
  struct Piece {
    let text: String
    /// Columns of the terminal.
    let width: Int
    /// How many bytes it stands for.
    let bytes: Int
  }

  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  mutating func next() -> Piece? {
    guard let first = rest.first else { return nil }
    let length = first.utf8Length
    guard length > 0, let text = String(validating: rest.prefix(length), as: UTF8.self),
      let scalar = text.unicodeScalars.first
    else {
      rest.removeFirst()
      let digits = String(first, radix: 16, uppercase: true)
      return Piece(text: "\\x" + (first < 16 ? "0" : "") + digits, width: 4, bytes: 1)
    }
    rest.removeFirst(length)
    if scalar == "\t" { return Piece(text: "    ", width: 4, bytes: 1) }
    if let escape = scalar.escape {
      return Piece(text: escape, width: escape.utf8.count, bytes: length)
    }
    return Piece(text: text, width: scalar.terminalWidth, bytes: length)
  }
}

extension UInt8 {
  /// How many bytes a character that begins with this one has; 0 if none does.
  fileprivate var utf8Length: Int {
    switch self {
    case 0..<0x80: 1
    case 0xC2..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0..<0xF5: 4
    default: 0
    }
  }
}
