extension Aligner {
  /// Names every footnote before the text is read, which may refer to those that come later.
  mutating func declareFootnotes() {
    for definition in feed.footnotes {
      let label = tape.source[Int(definition.label.lowerBound)..<Int(definition.label.upperBound)]
      let key = Aligner.key(label)
      if scanner.footnotes[key] == nil {
        scanner.footnotes[key] = tape.footnotes.count
      } else {
        tape.report(
          .duplicateFootnote, Int(definition.label.lowerBound)..<Int(definition.label.upperBound),
          label)
      }
      tape.footnotes.append(
        Footnote(
          label: tape.store(label), labelRange: definition.label, events: 0..<0))
    }
  }

  /// Labels are told apart without regard to ASCII case.
  static func key(_ label: some Sequence<UInt8>) -> [UInt8] {
    label.map(\.asciiLowercased)
  }

  mutating func enterFootnote(_ index: Int, _ range: Range<UInt32>) {
    enter(
      .footnoteDefinition, feed.footnotes[index].start..<range.upperBound, number: UInt32(index))
  }

  mutating func leaveFootnote(_ index: Int, entered: Int) {
    tape.footnotes[index].events = entered + 1..<tape.events.count - 1
  }

  /// Takes what nobody can come to see off the tape: footnotes that nothing refers to, or only such footnotes.
  mutating func removeUnusedFootnotes() {
    guard !tape.footnotes.isEmpty else { return }
    let isUsed = usedFootnotes()
    guard isUsed.contains(false) else { return }
    reportUnusedFootnotes(isUsed)
    var shown: [Event] = []
    shown.reserveCapacity(tape.events.count)
    var isUnseen = false
    for event in tape.events {
      if event.kind == .footnoteDefinition, event.enters {
        isUnseen = !isUsed[event.index]
        let count = tape.footnotes[event.index].events.count
        tape.footnotes[event.index].events =
          isUnseen ? 0..<0 : shown.count + 1..<shown.count + 1 + count
        if isUnseen { tape.unseenRanges.append(event.range) }
      }
      if isUnseen { tape.unseen.append(event) } else { shown.append(event) }
      if event.kind == .footnoteDefinition, event.leaves { isUnseen = false }
    }
    tape.events = shown
  }

  /// Which footnotes the text refers to, itself or through other footnotes that it refers to.
  private func usedFootnotes() -> [Bool] {
    var isUsed = [Bool](repeating: false, count: tape.footnotes.count)
    var references = [[Int]](repeating: [], count: tape.footnotes.count)
    var waiting: [Int] = []
    var current: Int?
    for event in tape.events {
      switch event.kind {
      case .footnoteDefinition: current = event.enters ? event.index : nil
      case .footnoteReference:
        if let current {
          references[current].append(event.index)
        } else {
          waiting.append(event.index)
        }
      default: break
      }
    }
    while let index = waiting.popLast() {
      guard !isUsed[index] else { continue }
      isUsed[index] = true
      waiting += references[index]
    }
    return isUsed
  }

  private mutating func reportUnusedFootnotes(_ isUsed: [Bool]) {
    for (index, note) in tape.footnotes.enumerated() where !isUsed[index] {
      let label = tape.source[Int(note.labelRange.lowerBound)..<Int(note.labelRange.upperBound)]
      guard scanner.footnotes[Aligner.key(label)] == index else { continue }
      tape.report(
        .unusedFootnote, Int(note.labelRange.lowerBound)..<Int(note.labelRange.upperBound), label)
    }
  }
}
