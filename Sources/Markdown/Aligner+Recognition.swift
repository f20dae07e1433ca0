// What is recognised on the events of a block, when all of them are there.
extension Aligner {
  /// Wiki links, citations, annotations, footnote references and struck text.
  mutating func recogniseInlines(after first: Int) {
    let start = first + 1
    let mayHold = tape.events[start...].contains { event in
      event.kind == .text
        && tape.source[Int(event.lower)..<Int(event.upper)].contains {
          $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "{")
        }
    }
    if mayHold { scanner.rewrite(&tape, after: first, end: floor) }
  }

  /// Makes an alert of a block quote that begins with `[!NOTE]`. True if nothing of the paragraph
  /// is left.
  mutating func recogniseAlert(_ first: Int) -> Bool {
    guard first > 0, first + 1 < tape.events.count, blocks.last?.kind == .blockQuote,
      blocks.last?.isShown == true
    else { return false }
    let quote = tape.events[first - 1]
    let mark = tape.events[first + 1]
    guard quote.kind == .blockQuote, quote.enters, mark.kind == .text,
      let type = Event.AlertType(mark: tape.source[Int(mark.lower)..<Int(mark.upper)])
    else { return false }
    let rest = first + 2
    guard rest == tape.events.count || tape.events[rest].kind == .softBreak else { return false }
    tape.events[first - 1] = Event(.alert, .enter, quote.range, number: type.rawValue)
    if rest == tape.events.count {
      tape.events.removeSubrange(first...)
      open.removeLast()
      return true
    }
    let paragraph = tape.events[first]
    tape.events.removeSubrange(first + 1...rest)
    tape.events[first].lower = max(paragraph.lower, tape.events[first + 1].lower)
    return false
  }

  mutating func nameHeading(_ first: Int) {
    var text: [UInt8] = []
    for event in tape.events[(first + 1)...] {
      switch event.kind {
      case .text: text += tape.source[Int(event.lower)..<Int(event.upper)]
      case .replacement, .code:
        text += tape.literals[Int(event.literalLower)..<Int(event.literalUpper)]
      case .softBreak, .lineBreak: text.append(UInt8(ascii: " "))
      case .wikiLink where event.enters && !tape.wikiLinks[event.index].hasText:
        let target = tape.wikiLinks[event.index].target
        text += tape.literals[Int(target.lowerBound)..<Int(target.upperBound)]
      default: break
      }
    }
    let anchor = tape.store(anchors.name(for: text))
    tape.anchors.append(anchor)
    tape.events[first].literalLower = anchor.lowerBound
    tape.events[first].literalUpper = anchor.upperBound
  }
}

extension Event.AlertType {
  /// The type that `[!NOTE]` names, in any case.
  fileprivate init?(mark: ArraySlice<UInt8>) {
    let text = String(decoding: mark, as: UTF8.self).lowercased()
    guard let type = Event.AlertType.allCases.first(where: { "[!\($0)]" == text }) else {
      return nil
    }
    self = type
  }
}
