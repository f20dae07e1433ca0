/// Finds where words stand in a text as it is shown: across emphasis and links, white space folded, NFC.
///
/// Within one block. Notes, images (but for captions), code blocks and footnotes are no part of the text.
package struct QuoteFinder {
  private let text: ShownText

  /// - Parameter shownText: What a wiki link without a text of its own shows; nil: its target.
  package init(_ document: Document, shownText: (WikiLink) -> [UInt8]? = { _ in nil }) {
    text = ShownText(document, shownText: shownText)
  }

  /// Every place of the words, as ranges of the source, in the order of the text.
  ///
  /// - Parameters:
  ///   - prefix: What stands directly before; white space between them does not count.
  ///   - suffix: What stands directly behind.
  package func ranges(
    of exact: String, prefix: String? = nil, suffix: String? = nil
  ) -> [Range<UInt32>] {
    Self.ranges(in: text, ShownText.folded(exact), prefix: prefix, suffix: suffix)
  }

  /// Where the words stand, but for capitals, quotation marks and dashes.
  package func nearRanges(of exact: String) -> [Range<UInt32>] {
    Self.ranges(
      in: text.loosened(), ShownText.loosened(ShownText.folded(exact)), prefix: nil, suffix: nil)
  }

  private static func ranges(
    in text: ShownText, _ exact: [UInt8], prefix: String?, suffix: String?
  ) -> [Range<UInt32>] {
    var places = text.bytes.places(of: exact)
    if let prefix = prefix.map(ShownText.folded), !prefix.isEmpty {
      let ends = text.bytes.places(of: prefix).map { $0 + prefix.count }
      places = places.filter { place in
        let end = place > 0 && text.bytes[place - 1] == 32 ? place - 1 : place
        return ends.containsSorted(end)
      }
    }
    if let suffix = suffix.map(ShownText.folded), !suffix.isEmpty {
      let starts = text.bytes.places(of: suffix)
      places = places.filter { place in
        let end = place + exact.count
        let isSpaced = end < text.bytes.count && text.bytes[end] == 32
        return starts.containsSorted(isSpaced ? end + 1 : end)
      }
    }
    return places.map { text.source($0..<$0 + exact.count) }
  }
}

extension [UInt8] {
  /// Every start of a pattern, overlapping ones as well; linear (Knuth, Morris and Pratt).
  fileprivate func places(of pattern: [UInt8]) -> [Int] {
    guard !pattern.isEmpty, pattern.count <= count else { return [] }
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
