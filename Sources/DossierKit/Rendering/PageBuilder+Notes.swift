import Markdown

// Notes where they open: in the margin or in place on a screen, at the end of the page on paper.
extension PageBuilder {
  /// Writes a note where it opens. A note that only this one refers to follows it.
  mutating func open(_ note: OpeningNote, into bytes: inout [UInt8]) {
    var waiting = [note.mark.number - 1]
    notes.margin.read(bytes)
    notes.setOpening(waiting[0])
    var next = 0
    while next < waiting.count {
      let known = notes.keys.count
      let text = noteHTML(waiting[next])
      append(
        text, of: waiting[next], mark: next == 0 && !note.isApart ? note.mark.id : nil,
        isApart: note.isApart || next > 0, isBeside: notes.margin.take(text), to: &bytes)
      for index in known..<notes.keys.count {
        notes.setOpening(index)
        waiting.append(index)
      }
      next += 1
    }
    notes.margin.skip(to: bytes)
  }

  /// What stands before each number of a note, up to its text.
  private static let noteHead = [
    " aria-label=\"Note ", "\">", "</summary><div class=\"note-text\" id=\"_n",
    "\"><a class=\"note-number\" href=\"#_n", "\" aria-label=\"", ", link to this note\">",
  ].map { Array($0.utf8) }

  /// - Parameters:
  ///   - mark: The id of the mark, unless that is a link elsewhere.
  ///   - isApart: Whether the note does not stand directly behind its mark.
  ///   - isBeside: Whether it stands in the margin, where there is one.
  private func append(
    _ text: [UInt8], of index: Int, mark: [UInt8]?, isApart: Bool, isBeside: Bool,
    to bytes: inout [UInt8]
  ) {
    let number = String(index + 1).utf8
    bytes.append(contentsOf: "<details class=\"sidenote".utf8)
    if isApart { bytes.append(contentsOf: " apart".utf8) }
    if !isBeside { bytes.append(contentsOf: " in-text".utf8) }
    if isClaim(notes.keys[index]) { bytes.append(contentsOf: " is-claim".utf8) }
    bytes.append(contentsOf: "\"><summary".utf8)
    if let mark {
      bytes.append(contentsOf: " id=\"".utf8)
      bytes += mark
      bytes.append(contentsOf: "\"".utf8)
    }
    for part in Self.noteHead {
      bytes.append(contentsOf: part)
      bytes.append(contentsOf: number)
    }
    bytes.append(contentsOf: "</a> ".utf8)
    bytes += text
    bytes.append(contentsOf: "</div></details>".utf8)
  }

  /// Whether a note tells what somebody said, rather than what the dossier notes.
  private func isClaim(_ key: NoteList.Key) -> Bool {
    guard case .annotation(let index) = key, let subject else { return false }
    return model[subject].annotations[index].isClaim
  }

  /// Every note of the page; making the text of one may bring up others.
  mutating func noteViews() -> [NoteView] {
    var views: [NoteView] = []
    while views.count < notes.keys.count {
      let index = views.count
      let opens = notes.opens[index]
      let text = noteHTML(index)
      // Of the two copies of a note that opens, the one on the screen bears the ids.
      views.append(
        NoteView(number: index + 1, html: opens ? text.withoutIDs : text, opens: opens))
    }
    for index in views.indices where !views[index].opens {
      let marks = notes.marks[index]
      views[index].backlinks = marks.enumerated().map { position, id in
        LinkView(label: marks.count == 1 ? "↩" : "↩\(position + 1)", url: "#" + id)
      }
    }
    return views
  }

  // MARK: Their texts

  private mutating func noteHTML(_ index: Int) -> [UInt8] {
    if let html = notes.html[index] { return html }
    let html: [UInt8]
    switch notes.keys[index] {
    case .footnote(let number, let footnote):
      html = footnoteHTML(footnote, of: notes.texts[number], number: number)
    case .annotation(let annotation):
      html = subject.map { annotationHTML(model[$0].annotations[annotation]) } ?? []
    }
    notes.set(html, of: index)
    return html
  }

  private mutating func footnoteHTML(
    _ index: Int, of text: LinkedText, number: Int
  ) -> [UInt8] {
    var delegate = TextDelegate(
      page: &self, text: text, mentions: bodyMentions(of: text), number: number)
    let overlays = delegate.overlays()
    var bytes: [UInt8] = []
    text.document.renderHTML(
      events: text.document.footnotes[index].events, overlays: overlays, unwrapped: true,
      delegate: &delegate, into: &bytes)
    takeBack(&delegate)
    return bytes
  }

  /// Only the body has mentions, those in its footnotes among them.
  private func bodyMentions(of text: LinkedText) -> ArraySlice<Mention> {
    guard let subject, model[subject].body === text else { return [] }
    return plan.links.inBody(of: subject)
  }
}

extension [UInt8] {
  /// HTML without its ids. No text holds a bare `"`, so that only attributes look like one.
  fileprivate var withoutIDs: [UInt8] {
    let span = self.span
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    var kept = 0
    var index = 0
    while index + 5 < count {
      guard span[index] == UInt8(ascii: " "), span[index + 1] == UInt8(ascii: "i"),
        span[index + 2] == UInt8(ascii: "d"), span[index + 3] == UInt8(ascii: "="),
        span[index + 4] == UInt8(ascii: "\"")
      else {
        index += 1
        continue
      }
      bytes.append(contentsOf: self[kept..<index])
      index += 5
      while index < count, span[index] != UInt8(ascii: "\"") { index += 1 }
      index += 1
      kept = index
    }
    bytes.append(contentsOf: self[Swift.min(kept, count)...])
    return bytes
  }
}
