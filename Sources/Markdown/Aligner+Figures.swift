// A picture with a caption, which is text of the page: it may cite where the picture is from.
extension Aligner {
  /// An image alone in a paragraph is a figure, and its title what stands behind the image there.
  mutating func recogniseFigure(_ first: Int) {
    guard first + 2 < tape.events.count, tape.events[first + 1].kind == .image,
      let last = tape.events.last, last.kind == .image, last.leaves,
      last.lower == tape.events[first + 1].lower, tape.links[last.index].isSafe
    else { return }
    let paragraph = tape.events[first]
    tape.events[first] = Event(.figure, .enter, paragraph.range, number: paragraph.number)
    addCaption(of: last, entered: first + 1)
  }

  private mutating func addCaption(of image: Event, entered: Int) {
    let title = tape.links[image.index].title
    guard !title.isEmpty else { return }
    let range = titleRange(in: image)
    // One that stands where a reference is defined, or goes on behind the mark of a quote, has no place of its own.
    let pieces =
      range.flatMap { self.pieces(of: $0, standingFor: title) }
      ?? [Event(.replacement, .leaf, image.upper - 1..<image.upper, literal: title)]
    // Nothing may begin before the end of what comes before it.
    let end = pieces.first?.lower ?? image.upper
    tape.events[entered].upper = end
    tape.events[tape.events.count - 1].upper = end
    floor = end
    for piece in pieces { leaf(piece.kind, piece.lower, piece.upper, literal: piece.literal) }
  }

  /// Where the title stands in the source, without its quotation marks.
  private func titleRange(in image: Event) -> Range<Int>? {
    let (start, end) = (Int(image.lower), Int(image.upper))
    guard start < end, tape.source[end - 1] == UInt8(ascii: ")"),
      let last = tape.source[start..<end - 1].lastIndex(where: { !$0.isSpace })
    else { return nil }
    let mark: UInt8
    switch tape.source[last] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): mark = tape.source[last]
    case UInt8(ascii: ")"): mark = UInt8(ascii: "(")
    default: return nil
    }
    var first = last
    while let index = tape.source[start..<first].lastIndex(of: mark) {
      first = index
      if !isEscaped(index, from: start) { return first + 1..<last }
    }
    return nil
  }

  private func isEscaped(_ index: Int, from start: Int) -> Bool {
    tape.source[start..<index].reversed().prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 1
  }

  /// The title as events; nil if the source there is not what libcmark made the title of.
  private mutating func pieces(of range: Range<Int>, standingFor title: Literal) -> [Event]? {
    var pieces: [Event] = []
    var shown: [UInt8] = []
    var run = range.lowerBound
    var index = range.lowerBound
    func place(_ lower: Int, _ upper: Int) -> Range<UInt32> { UInt32(lower)..<UInt32(upper) }
    func flush() {
      if run < index { pieces.append(Event(.text, .leaf, place(run, index))) }
    }
    while index < range.upperBound {
      let byte = tape.source[index]
      var replacement: (length: Int, bytes: [UInt8])?
      if byte == UInt8(ascii: "\\"), index + 1 < range.upperBound,
        tape.source[index + 1].isASCIIPunctuation
      {
        replacement = (2, [tape.source[index + 1]])
      } else if byte == UInt8(ascii: "&") {
        replacement = entities.entity(in: tape.source, at: index, before: range.upperBound).map {
          ($0.length, $0.bytes)
        }
      }
      if let replacement {
        flush()
        let end = index + replacement.length
        pieces.append(
          Event(
            .replacement, .leaf, place(index, end), literal: tape.store(replacement.bytes)))
        shown += replacement.bytes
        (index, run) = (end, end)
      } else if byte == 0x0A {
        flush()
        pieces.append(Event(.softBreak, .leaf, place(index, index + 1)))
        shown.append(byte)
        index += 1
        run = index
      } else {
        shown.append(byte)
        index += 1
      }
    }
    flush()
    return shown[...] == tape.literals[Int(title.lowerBound)..<Int(title.upperBound)]
      ? pieces : nil
  }
}
