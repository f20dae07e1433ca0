/// Turns the byte offsets of one file into lines and columns. Built once a file; a question costs the same
/// however long the lines are.
struct LineTable {
  /// A line and a column, both from 1, as a text editor shows them.
  struct Position: Equatable {
    let line: Int
    /// Characters (Unicode scalars) before it on its line, and one. A byte order mark is none.
    let column: Int
  }

  private let bytes: [UInt8]
  /// Where each line begins.
  private let starts: [Int]
  /// How many characters begin before the first, second, … block of bytes.
  private let characters: [Int]

  private static let blockSize = 4096

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var (starts, characters, count) = ([0], [Int](), 0)
    for (offset, byte) in bytes.enumerated() {
      if offset % Self.blockSize == 0 { characters.append(count) }
      if byte == 0x0A { starts.append(offset + 1) }
      if byte.beginsCharacter { count += 1 }
    }
    characters.append(count)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { starts[0] = 3 }
    (self.starts, self.characters) = (starts, characters)
  }

  /// - Parameter offset: In bytes; one beyond the file is taken for its end.
  func position(of offset: Int) -> Position {
    let offset = min(max(offset, starts[0]), bytes.count)
    let line = self.line(of: offset)
    let column = charactersBegun(before: offset) - charactersBegun(before: starts[line]) + 1
    return Position(line: line + 1, column: column)
  }

  /// The bytes of a line, counted from 1, without its ending.
  func range(ofLine line: Int) -> Range<Int> {
    let start = starts[line - 1]
    guard line < starts.count else { return start..<bytes.count }
    let end = starts[line] - 1
    return start..<(end > start && bytes[end - 1] == 0x0D ? end - 1 : end)
  }

  private func line(of offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private func charactersBegun(before offset: Int) -> Int {
    let block = min(offset / Self.blockSize, characters.count - 1)
    return bytes[block * Self.blockSize..<offset].reduce(characters[block]) {
      $1.beginsCharacter ? $0 + 1 : $0
    }
  }
}

extension UInt8 {
  /// False of the second and later bytes of a character in UTF-8.
  fileprivate var beginsCharacter: Bool { self & 0xC0 != 0x80 }
}
