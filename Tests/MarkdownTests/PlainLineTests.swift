import Testing

@testable import Markdown

@Suite("Plain lines")
struct PlainLineTests {
  /// What a line may hold that is passed by libcmark, and what nearly looks like it.
  private static let pieces = [
    "a", "Word", "twenty-one", " ", "  ", "1", "2.", "3)", "é", "Ж", "ў", "’", "“", "”", "–", "—",
    "…", ".",
    ",", ";", ":", "(", ")", "?", "'", "\"", "/", "-", "--", "---", "$", "// ", "https://a.example",
    "\n", "\r", "\t", "*", "_", "`", "[", "]", "[^a]", "{", "}", "^", "@", "!", "|", "~", "~~", "<",
    ">", "&",
    "&amp;", "\\", "#", "=", "+", "%%", "\u{200E}", "\u{202E}", "\u{A0}", "\u{300}", "中", "😀", "\0",
  ]

  @Test("are read as libcmark reads them", arguments: 0..<8)
  func readsPlainLines(_ seed: Int) {
    var random = Steps(seed: UInt64(seed))
    var plainCount = 0
    for _ in 0..<4000 {
      // Of most lines all pieces are plain, so that enough of them are.
      let choice = Int.random(in: 0..<4, using: &random) == 0 ? Self.pieces.count : 33
      let line = (0..<Int.random(in: 0...8, using: &random)).map { _ in
        Self.pieces[Int.random(in: 0..<choice, using: &random)]
      }.joined()
      let source = Array("before\n\n\(line)\nafter".utf8)
      let lower = 8
      for end in [lower + line.utf8.count, lower + line.utf8.count + 1] {
        var quick = Tape(source: source)
        guard quick.parsePlainLine(lower..<end) else { continue }
        plainCount += 1
        for extensions in [Extensions.all, []] {
          var slow = Tape(source: source)
          slow.parseMarkdown(lower..<end, extensions: extensions)
          #expect(quick.events == slow.events, "\(line.debugDescription)")
          #expect(slow.literals.isEmpty && slow.problems.isEmpty && slow.links.isEmpty)
          #expect(slow.infoStrings == quick.infoStrings && slow.anchors.isEmpty)
        }
      }
    }
    #expect(plainCount > 500)
  }

  @Test(
    "are not looked for where bytes are not valid, or what begins may be a list",
    arguments: [
      [0xC3], [0x61, 0xC3], [0x61, 0xC3, 0x61], [0x61, 0xA9], [0x61, 0xE2, 0x80], [0x61, 0xFF], [],
      Array("1. a".utf8), Array("- a".utf8), Array(" a".utf8), Array("a ".utf8), Array("a\nb".utf8),
    ] as [[UInt8]])
  func leavesTheRestToLibcmark(_ source: [UInt8]) {
    var tape = Tape(source: source)
    let isPlain = tape.parsePlainLine(0..<source.count)
    #expect(!isPlain)
    #expect(tape.events.isEmpty)
  }
}

/// The same numbers for the same seed.
private struct Steps: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    let mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    return mixed ^ mixed >> 27
  }
}
