import Markdown

/// The text of one block as a reader sees it, and where each byte of it stands in the source.
struct BlockText {
  /// Bytes that stand in the source as they are, or something that is shown whole or not at all.
  private struct Segment {
    /// In ``bytes``.
    let start: Int
    let source: Range<UInt32>
    /// The index of its event, or of the event that enters it.
    let event: Int
    let isVerbatim: Bool
  }

  private(set) var bytes: [UInt8] = []
  private var segments: [Segment] = []

  /// - Parameter block: The index of the event that the block begins with.
  mutating func read(_ document: Document, block: Int) {
    bytes.removeAll(keepingCapacity: true)
    segments.removeAll(keepingCapacity: true)
    var wholes = 0
    for index in block..<document.events.count {
      let event = document.events[index]
      if event.kind.isBlock {
        if index == block { continue }
        break
      }
      switch event.kind {
      // A link by name is never cut through; nor is an image shown in part.
      case .wikiLink, .image:
        if event.enters {
          if wholes == 0 { add(event.range, at: index) }
          wholes += 1
          if event.kind == .wikiLink, !document.wikiLinks[event.index].hasText {
            addName(document.bytes(document.wikiLinks[event.index].target))
          }
        } else if event.leaves {
          wholes -= 1
        }
      case .text:
        if wholes == 0 { add(event.range, at: index, isVerbatim: true) }
        bytes.append(contentsOf: document.bytes(of: event))
      case .replacement, .code, .rawHTML:
        if wholes == 0 { add(event.range, at: index) }
        bytes.append(contentsOf: document.bytes(of: event))
      case .softBreak, .lineBreak:
        if wholes == 0 { add(event.range, at: index) }
        bytes.append(UInt8(ascii: " "))
      case .citation, .footnoteReference:
        if wholes == 0, !event.leaves { add(event.range, at: index) }
      default: break
      }
    }
  }

  private mutating func add(_ source: Range<UInt32>, at event: Int, isVerbatim: Bool = false) {
    segments.append(
      Segment(start: bytes.count, source: source, event: event, isVerbatim: isVerbatim))
  }

  /// What a link by id shows is a name, of about that length; a sentence may begin with it.
  private mutating func addName(_ id: ArraySlice<UInt8>) {
    guard let first = id.first else { return }
    bytes.append(first &- 0x61 < 26 ? first & ~0x20 : first)
    bytes.append(contentsOf: id.dropFirst())
  }

  /// The last event that begins at a place of the source or before it; nil where none is shown.
  func event(at place: UInt32) -> UInt32? {
    let index = segments.prefixCount { $0.source.lowerBound <= place }
    return index > 0 ? UInt32(segments[index - 1].event) : nil
  }

  /// Where a range of the source is shown.
  func shown(_ range: Range<UInt32>) -> Range<Int> {
    func position(_ offset: UInt32, isEnd: Bool) -> Int {
      let index = segments.prefixCount {
        isEnd ? $0.source.lowerBound < offset : $0.source.lowerBound <= offset
      }
      guard index > 0 else { return 0 }
      let segment = segments[index - 1]
      let end = index < segments.count ? segments[index].start : bytes.count
      let inner = Int(offset - segment.source.lowerBound)
      if segment.isVerbatim { return min(segment.start + inner, end) }
      return isEnd || offset >= segment.source.upperBound ? end : segment.start
    }
    let lower = position(range.lowerBound, isEnd: false)
    return lower..<max(lower, position(range.upperBound, isEnd: true))
  }

  /// Where a range of what is shown stands in the source.
  func source(_ range: Range<Int>) -> Range<UInt32> {
    func segment(at position: Int) -> Segment? {
      let index = segments.prefixCount { $0.start <= position }
      return index > 0 ? segments[index - 1] : nil
    }
    guard !range.isEmpty, let first = segment(at: range.lowerBound),
      let last = segment(at: range.upperBound - 1)
    else { return 0..<0 }
    let lower =
      first.source.lowerBound
      + (first.isVerbatim ? UInt32(range.lowerBound - first.start) : 0)
    let upper =
      last.isVerbatim
      ? last.source.lowerBound + UInt32(range.upperBound - last.start) : last.source.upperBound
    return lower..<max(lower, upper)
  }
}

extension Event.Kind {
  /// Whether it is a block, or holds blocks.
  var isBlock: Bool { rawValue < Event.Kind.text.rawValue }
}
