// Marks of notes, where their texts belong, and what can be closed and opened again around those.
extension HTMLRenderer {
  /// An element without an address, which may be cut in two.
  enum Style {
    case emphasis, strong, strikethrough, annotation
    /// Of an annotation that is not shown.
    case nothing
  }

  mutating func enter(_ style: Style) {
    reopen()
    write(opening(style))
    styles.append(style)
    openStyles += 1
  }

  mutating func leave() {
    guard let style = styles.popLast(), openStyles > styles.count else { return }
    write(closing(style))
    openStyles -= 1
  }

  /// Opens what a note's text has closed; called before anything is written.
  mutating func reopen() {
    while openStyles < styles.count {
      write(opening(styles[openStyles]))
      openStyles += 1
    }
  }

  private func opening(_ style: Style) -> String {
    switch style {
    case .emphasis: "<em>"
    case .strong: "<strong>"
    case .strikethrough: "<del>"
    case .annotation: "<span class=\"annotation\">"
    case .nothing: ""
    }
  }

  private func closing(_ style: Style) -> String {
    switch style {
    case .emphasis: "</em>"
    case .strong: "</strong>"
    case .strikethrough: "</del>"
    case .annotation: "</span>"
    case .nothing: ""
    }
  }

  mutating func annotation(
    _ event: Event, at index: Int, asking delegate: inout some HTMLDelegate
  ) {
    guard event.enters else {
      leave()
      mark(.annotation(event.index), at: index, asking: &delegate)
      return
    }
    guard let id = delegate.anchor(ofAnnotation: event.index, in: document) else {
      enter(.nothing)
      return
    }
    reopen()
    write("<span class=\"annotation\"")
    attribute("id", id)
    write(">")
    styles.append(.annotation)
    openStyles += 1
  }

  // MARK: Marks

  /// A mark for each source; of several places in it, each has its own spot there, which the source leads back to.
  mutating func citation(
    _ event: Event, at index: Int, asking delegate: inout some HTMLDelegate
  ) {
    var marks: [(first: NoteMark, others: [[UInt8]])] = []
    var places: [Int: Int] = [:]
    for item in document.citations[event.index].items {
      guard let mark = delegate.mark(of: .citation(item), at: index, in: document) else { continue }
      if let place = places[mark.number] {
        marks[place].others.append(mark.id)
      } else {
        places[mark.number] = marks.count
        marks.append((mark, []))
      }
    }
    for (mark, others) in marks {
      dropSpace()
      reopen()
      for id in others {
        write("<span")
        attribute("id", id)
        write(">")
      }
      link(to: mark, className: "cite", fragment: "_s", words: ("[", "]"))
      for _ in others { write("</span>") }
    }
  }

  /// A mark stands close to its word, however its author set it off.
  private mutating func dropSpace() {
    while buffer.count > start,
      buffer.last == UInt8(ascii: " ") || buffer.last == UInt8(ascii: "\n")
    {
      buffer.removeLast()
    }
  }

  mutating func mark(
    _ note: NoteReference, at index: Int, asking delegate: inout some HTMLDelegate
  ) {
    guard let mark = delegate.mark(of: note, at: index, in: document) else { return }
    dropSpace()
    if !opensNotes || !mark.isFirst {
      link(to: mark, className: "note", fragment: "_n", words: ("", ""))
    } else {
      // A heading holds neither blocks nor what opens.
      if isInHeading { link(to: mark, className: "note", fragment: "_n", words: ("", "")) }
      waitingNotes.append(OpeningNote(mark: mark, isApart: isInHeading))
      openNotes(asking: &delegate)
    }
  }

  private mutating func link(
    to mark: NoteMark, className: String, fragment: String, words: (String, String)
  ) {
    reopen()
    write("<sup class=\"\(className)\"><a href=\"#\(fragment)")
    write(mark.number)
    write("\"")
    attribute("id", mark.id)
    write(">\(words.0)")
    write(mark.number)
    write("\(words.1)</a></sup>")
  }

  // MARK: Texts

  /// Has the notes that wait written, if nothing is open here that they must not stand in.
  mutating func openNotes(asking delegate: inout some HTMLDelegate) {
    guard !waitingNotes.isEmpty, closers.isEmpty, !isInHeading else { return }
    while openStyles > 0 {
      openStyles -= 1
      write(closing(styles[openStyles]))
    }
    if let start = paragraphStart {
      buffer.replaceSubrange(start..<start + "<p>".utf8.count, with: "<div class=\"p\">".utf8)
      paragraphStart = nil
    }
    for note in waitingNotes { delegate.open(note, into: &buffer) }
    waitingNotes.removeAll()
  }
}
