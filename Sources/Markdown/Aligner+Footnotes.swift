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
          label: tape.store(label), labelRange: definition.label, events: 0..<0, references: 0))
    }
  }

  /// Labels are told apart without regard to ASCII case.
  static func key(_ label: some Sequence<UInt8>) -> [UInt8] {
    label.map { 65...90 ~= $0 ? $0 | 0x20 : $0 }
  }

  mutating func enterFootnote(_ index: Int, _ range: Range<UInt32>) {
    enter(
      .footnoteDefinition, feed.footnotes[index].start..<range.upperBound, number: UInt32(index))
  }

  mutating func leaveFootnote(_ index: Int, entered: Int) {
    tape.footnotes[index].events = entered + 1..<tape.events.count - 1
  }

  mutating func reportUnusedFootnotes() {
    for (index, note) in tape.footnotes.enumerated() where note.references == 0 {
      let label = tape.source[Int(note.labelRange.lowerBound)..<Int(note.labelRange.upperBound)]
      guard scanner.footnotes[Aligner.key(label)] == index else { continue }
      tape.report(
        .unusedFootnote, Int(note.labelRange.lowerBound)..<Int(note.labelRange.upperBound), label)
    }
  }
}
