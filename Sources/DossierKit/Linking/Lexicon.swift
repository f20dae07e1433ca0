/// The words and signs that occur in names, each with a number; found by their folded bytes.
struct Lexicon: Sendable {
  /// The spellings one after the other.
  private var pool: [UInt8] = []
  /// Where each word's spelling ends; the first is no word.
  private var ends: [UInt32] = [0]
  /// Open addressing: the hash above, the word's number below; 0 where none is.
  private var slots: [UInt64]
  private var mask: Int

  init(capacity: Int = 64) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    mask = size - 1
  }

  /// How many words there are.
  var count: Int { ends.count - 1 }

  /// The number of a word; 0 if no name has it.
  @inline(__always)
  func find(_ bytes: [UInt8], _ range: Range<Int>, hash: UInt32) -> UInt32 {
    var slot = Lexicon.start(hash) & mask
    while slots[slot] != 0 {
      let entry = slots[slot]
      if UInt32(truncatingIfNeeded: entry >> 32) == hash {
        let id = UInt32(truncatingIfNeeded: entry)
        if isSpelled(id, bytes, range) { return id }
      }
      slot = (slot + 1) & mask
    }
    return 0
  }

  /// The number of a word, which it gets if it has none.
  mutating func insert(_ bytes: [UInt8], _ range: Range<Int>, hash: UInt32) -> UInt32 {
    let known = find(bytes, range, hash: hash)
    guard known == 0 else { return known }
    for index in range { pool.append(bytes[index].foldedASCII) }
    ends.append(UInt32(pool.count))
    let id = UInt32(count)
    if count * 2 > slots.count { grow() }
    place(UInt64(hash) << 32 | UInt64(id))
    return id
  }

  private func isSpelled(_ id: UInt32, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let lower = Int(ends[Int(id) - 1])
    guard Int(ends[Int(id)]) - lower == range.count else { return false }
    for offset in 0..<range.count
    where pool[lower + offset] != bytes[range.lowerBound + offset].foldedASCII {
      return false
    }
    return true
  }

  private mutating func grow() {
    let entries = slots
    slots = [UInt64](repeating: 0, count: entries.count * 2)
    mask = slots.count - 1
    for entry in entries where entry != 0 { place(entry) }
  }

  private mutating func place(_ entry: UInt64) {
    var slot = Lexicon.start(UInt32(truncatingIfNeeded: entry >> 32)) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = entry
  }

  /// FNV's low bits alone are poor.
  @inline(__always)
  private static func start(_ hash: UInt32) -> Int { Int(hash ^ hash >> 15) }
}

/// Gives numbers to the words of names.
struct LexiconBuilder: WordSink {
  var lexicon: Lexicon

  mutating func word(_ bytes: [UInt8], _ range: Range<Int>, hash: UInt32) -> UInt32 {
    lexicon.insert(bytes, range, hash: hash)
  }
}

/// Knows the words of names in a text.
struct LexiconReader: WordSink {
  let lexicon: Lexicon

  @inline(__always)
  mutating func word(_ bytes: [UInt8], _ range: Range<Int>, hash: UInt32) -> UInt32 {
    lexicon.find(bytes, range, hash: hash)
  }
}
