/// Finds where words stand in a text as it is shown: across emphasis and links, white space folded, NFC.
///
/// Within one block. Notes, images (but for captions), code blocks and footnotes are no part of the text. Many
/// quotations from one text take little more time than one: places are looked up, and not searched for each.
package struct QuoteFinder {
  private var text: IndexedText
  /// The same but for capitals and signs, made when words are missing for the first time.
  private var loose: IndexedText?

  /// - Parameter shownText: What a wiki link without a text of its own shows; nil: its target.
  package init(_ document: Document, shownText: (WikiLink) -> [UInt8]? = { _ in nil }) {
    text = IndexedText(ShownText(document, shownText: shownText))
  }

  /// Every place of the words, as ranges of the source, in the order of the text.
  ///
  /// - Parameters:
  ///   - prefix: What stands directly before; white space between them does not count.
  ///   - suffix: What stands directly behind.
  package mutating func ranges(
    of exact: String, prefix: String? = nil, suffix: String? = nil
  ) -> [Range<UInt32>] {
    let exact = ShownText.folded(exact)
    var places = text.places(of: exact)
    let bytes = text.shown.bytes
    if let prefix = prefix.map(ShownText.folded), !prefix.isEmpty {
      let isThere = text.test(prefix, at: places.count)
      places = places.filter { place in
        let end = place > 0 && bytes[place - 1] == 32 ? place - 1 : place
        return isThere(end - prefix.count)
      }
    }
    if let suffix = suffix.map(ShownText.folded), !suffix.isEmpty {
      let isThere = text.test(suffix, at: places.count)
      places = places.filter { place in
        let end = place + exact.count
        return isThere(end < bytes.count && bytes[end] == 32 ? end + 1 : end)
      }
    }
    return places.map { text.shown.source($0..<$0 + exact.count) }
  }

  /// Where the words stand, but for capitals, quotation marks and dashes.
  package mutating func nearRanges(of exact: String) -> [Range<UInt32>] {
    let exact = ShownText.loosened(ShownText.folded(exact))
    var loose = self.loose ?? IndexedText(text.shown.loosened())
    self.loose = nil
    let places = loose.places(of: exact)
    self.loose = loose
    return places.map { loose.shown.source($0..<$0 + exact.count) }
  }
}

/// A text in which places are looked up by how they begin.
private struct IndexedText {
  let shown: ShownText
  /// By how many bytes of each place they tell apart.
  private var indices: [Int: PlaceIndex] = [:]

  init(_ shown: ShownText) { self.shown = shown }

  /// Every start of a pattern, overlapping ones as well, in order.
  mutating func places(of pattern: [UInt8]) -> [Int] {
    guard !pattern.isEmpty, pattern.count <= shown.bytes.count else { return [] }
    let width = [16, 8, 4, 2].first { $0 <= pattern.count } ?? 1
    let index = indices[width] ?? PlaceIndex(shown.bytes, width: width)
    indices[width] = index
    return index.places(of: pattern, in: shown.bytes) ?? shown.bytes.places(of: pattern)
  }
}

extension IndexedText {
  /// Whether a pattern stands at a place, to be asked of so many places.
  mutating func test(_ pattern: [UInt8], at count: Int) -> (Int) -> Bool {
    if count * pattern.count > 1_000 {
      let places = places(of: pattern)
      return { places.containsSorted($0) }
    }
    let bytes = shown.bytes
    return { place in place >= 0 && bytes[place...].starts(with: pattern) }
  }
}

extension [Int] {
  fileprivate func containsSorted(_ value: Int) -> Bool {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == value
  }
}

/// All places of a text, in chains of those that begin with the same bytes.
private struct PlaceIndex {
  private let width: Int
  private let bits: Int
  /// The first place of each chain, and of each place the next; -1 at the end.
  private var heads: [Int32]
  private var next: [Int32]

  init(_ bytes: [UInt8], width: Int) {
    self.width = width
    bits = max(1, Int.bitWidth - bytes.count.leadingZeroBitCount)
    heads = [Int32](repeating: -1, count: 1 << bits)
    next = [Int32](repeating: -1, count: bytes.count)
    var power: UInt64 = 1
    for _ in 1..<width { power &*= Self.base }
    var hash: UInt64 = 0
    // From the end, so that each chain ascends.
    for place in bytes.indices.reversed() {
      if place + width < bytes.count { hash &-= UInt64(bytes[place + width]) &* power }
      hash = hash &* Self.base &+ UInt64(bytes[place])
      guard place + width <= bytes.count else { continue }
      let bucket = bucket(hash)
      next[place] = heads[bucket]
      heads[bucket] = Int32(place)
    }
  }

  /// Nil if so many places begin alike that a search is faster.
  func places(of pattern: [UInt8], in bytes: [UInt8]) -> [Int]? {
    var hash: UInt64 = 0
    for byte in pattern[..<width].reversed() { hash = hash &* Self.base &+ UInt64(byte) }
    var places: [Int] = []
    var effort = 0
    var place = Int(heads[bucket(hash)])
    while place >= 0 {
      var length = 0
      while length < pattern.count, place + length < bytes.count,
        bytes[place + length] == pattern[length]
      {
        length += 1
      }
      if length == pattern.count { places.append(place) }
      effort += length + 1
      if effort > 2 * bytes.count { return nil }
      place = Int(next[place])
    }
    return places
  }

  private func bucket(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - bits))
  }

  private static let base: UInt64 = 0x0000_0100_0000_01B3
}

extension [UInt8] {
  /// Every start of a pattern, overlapping ones as well; linear (Knuth, Morris and Pratt).
  fileprivate func places(of pattern: [UInt8]) -> [Int] {
    // How much of the pattern still matches where it fails.
    var borders = [0]
    var length = 0
    for byte in pattern.dropFirst() {
      while length > 0, pattern[length] != byte { length = borders[length - 1] }
      if pattern[length] == byte { length += 1 }
      borders.append(length)
    }
    var places: [Int] = []
    length = 0
    for (index, byte) in enumerated() {
      while length > 0, length == pattern.count || pattern[length] != byte {
        length = borders[length - 1]
      }
      if pattern[length] == byte { length += 1 }
      if length == pattern.count { places.append(index + 1 - length) }
    }
    return places
  }
}
