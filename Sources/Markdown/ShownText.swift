/// The words of a document as a reader sees them, and where each byte of them comes from.
///
/// White space is folded, letters are composed (NFC); a line feed stands between blocks.
struct ShownText {
  private(set) var bytes: [UInt8] = []
  /// The place in the source that each byte stands for: its first byte, and the one behind its last.
  private var lowers: [UInt32] = []
  private var uppers: [UInt32] = []

  private var space: Range<UInt32>?
  private var blockStart = 0

  private init() {}

  init(_ document: Document, shownText: (WikiLink) -> [UInt8]?) {
    var index = 0
    while index < document.events.count {
      let event = document.events[index]
      switch event.kind {
      case .text: append(document.bytes(of: event), verbatimAt: event.lower)
      case .replacement, .code: append(document.bytes(of: event), standingFor: event.range)
      case .rawHTML:
        if event.isShownAsText { append(document.bytes(of: event), standingFor: event.range) }
      case .softBreak, .lineBreak: addSpace(event.range)
      case .wikiLink:
        let link = document.wikiLinks[event.index]
        if event.enters, !link.hasText {
          append(shownText(link)?[...] ?? document.bytes(link.target), standingFor: event.range)
        }
      // The mark stands close to the word before it.
      case .citation, .footnoteReference: space = nil
      case .image where event.enters: index = document.end(of: index)
      case .footnoteDefinition where event.enters:
        endBlock()
        index = document.footnotes[event.index].events.upperBound
      case _ where !event.kind.isInline: endBlock()
      default: break
      }
      index += 1
    }
    endBlock()
  }

  /// The source that a part of the text stands for.
  func source(_ range: Range<Int>) -> Range<UInt32> {
    lowers[range.lowerBound]..<max(lowers[range.lowerBound], uppers[range.upperBound - 1])
  }

  // MARK: Making it

  private mutating func append(_ text: ArraySlice<UInt8>, verbatimAt place: UInt32) {
    for (offset, byte) in text.enumerated() {
      let lower = place + UInt32(offset)
      append(byte, lower..<lower + 1)
    }
  }

  private mutating func append(_ text: ArraySlice<UInt8>, standingFor range: Range<UInt32>) {
    for byte in text { append(byte, range) }
  }

  private mutating func append(_ byte: UInt8, _ range: Range<UInt32>) {
    guard !byte.isSpace else { return addSpace(range) }
    if let space {
      add(32, space)
      self.space = nil
    }
    add(byte, range)
  }

  private mutating func addSpace(_ range: Range<UInt32>) {
    if bytes.count > blockStart { space = space ?? range }
  }

  private mutating func add(_ byte: UInt8, _ range: Range<UInt32>) {
    bytes.append(byte)
    lowers.append(range.lowerBound)
    uppers.append(range.upperBound)
  }

  private mutating func endBlock() {
    space = nil
    guard bytes.count > blockStart else { return }
    composeBlock()
    add(10, (uppers.last ?? 0)..<(uppers.last ?? 0))
    blockStart = bytes.count
  }

  /// Composes the letters of the block at the end, if any may need it.
  private mutating func composeBlock() {
    // Below U+0300 nothing composes.
    guard bytes[blockStart...].contains(where: { $0 >= 0xCC }) else { return }
    let block = Array(bytes[blockStart...])
    let text = String(decoding: block, as: UTF8.self)
    guard text.utf8.count == block.count else { return }
    let from = (lowers: Array(lowers[blockStart...]), uppers: Array(uppers[blockStart...]))
    bytes.removeSubrange(blockStart...)
    lowers.removeSubrange(blockStart...)
    uppers.removeSubrange(blockStart...)
    var index = 0
    for character in text {
      let old = String(character)
      let end = index + old.utf8.count
      let new = old.utf8.count == 1 ? old : old.composed
      if Array(new.utf8) == Array(old.utf8) {
        for (offset, byte) in old.utf8.enumerated() {
          add(byte, from.lowers[index + offset]..<from.uppers[index + offset])
        }
      } else {
        for byte in new.utf8 { add(byte, from.lowers[index]..<from.uppers[end - 1]) }
      }
      index = end
    }
  }

  /// Words folded as the text is.
  static func folded(_ words: String) -> [UInt8] {
    var text = ShownText()
    text.append(Array(words.composed.utf8)[...], standingFor: 0..<0)
    return text.bytes
  }

  // MARK: But for capitals and signs

  /// The same text in small letters, with the plainest of quotation marks and dashes.
  func loosened() -> ShownText {
    var result = ShownText()
    var index = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let count = UTF8.width(scalar)
      guard index + count <= bytes.count else { break }
      for byte in Self.loosened(scalar).utf8 {
        result.add(byte, lowers[index]..<uppers[index + count - 1])
      }
      index += count
    }
    return result
  }

  static func loosened(_ words: [UInt8]) -> [UInt8] {
    String(decoding: words, as: UTF8.self).unicodeScalars.flatMap { Array(loosened($0).utf8) }
  }

  private static func loosened(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\u{2018}"..."\u{201B}", "\u{2039}", "\u{203A}": "'"
    case "\u{201C}"..."\u{201F}", "\u{AB}", "\u{BB}": "\""
    case "\u{2010}"..."\u{2015}", "\u{2212}": "-"
    default: scalar.properties.lowercaseMapping
    }
  }
}
