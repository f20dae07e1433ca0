import Markdown

// Markdown as HTML: links followed, names found in it linked, notes numbered.
extension PageBuilder {
  /// A text of the page's; a single paragraph stands without its `<p>`.
  mutating func html(_ text: LinkedText) -> [UInt8] {
    var delegate = TextDelegate(page: &self, text: text, mentions: [])
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.document.source.count * 2)
    text.document.renderHTML(
      headingOffset: text.headingOffset, unwrapped: true, delegate: &delegate, into: &bytes)
    takeBack(&delegate)
    return bytes
  }

  /// The page's own text, with an anchor at each mention and the notes where they are first referred to.
  mutating func bodyHTML(_ text: LinkedText, of id: RecordID) -> [UInt8] {
    let passages = model[id].passages
    var delegate = TextDelegate(
      page: &self, text: text, mentions: plan.links.inBody(of: id), passages: passages)
    let overlays = delegate.overlays()
    let quotes = passages.map {
      QuoteSpan(range: $0.range, id: Array(Mention.anchor(ofAnnotation: $0.number).utf8))
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.document.source.count * 2)
    text.document.renderHTML(
      overlays: overlays, quotes: quotes, headingOffset: text.headingOffset, opensNotes: true,
      delegate: &delegate, into: &bytes)
    takeBack(&delegate)
    return bytes
  }

  /// Notes and citations are numbered where they come up, which is within texts.
  mutating func takeBack(_ delegate: inout TextDelegate) {
    notes = delegate.page.notes
    citations = delegate.page.citations
  }
}

extension LinkedText {
  /// The page's title is its only heading of the first level; a text that has some of its own stands below it.
  fileprivate var headingOffset: Int {
    document.events.contains { $0.kind == .heading && $0.headingLevel == 1 } ? 1 : 0
  }
}

/// What the renderer of Markdown asks of a page.
struct TextDelegate: HTMLDelegate {
  var page: PageBuilder
  let text: LinkedText
  /// Of the page's own text; sorted by place.
  let mentions: ArraySlice<Mention>
  /// Of the page's own text, those that the renderer was given.
  private let passages: [Passage]
  /// The text's number among those with footnotes.
  private let number: Int

  /// Takes the page's notes and citations with it, so that they are never copied; ``PageBuilder`` takes them back.
  init(
    page: inout PageBuilder, text: LinkedText, mentions: ArraySlice<Mention>,
    passages: [Passage] = [], number: Int? = nil
  ) {
    self.passages = passages
    self.number = number ?? (text.document.footnotes.isEmpty ? 0 : page.notes.add(text))
    self.page = page
    self.text = text
    self.mentions = mentions
    page.notes = NoteList()
    page.citations = CitationList()
  }

  /// The names found in the text. Links and notes are mentions that have markup of their own.
  func overlays() -> [Overlay] {
    mentions.compactMap { mention in
      guard mention.isFound else { return nil }
      return Overlay(
        range: mention.range,
        href: mention.isLink ? page.href(to: mention.target).map { Array($0.utf8) } : nil,
        id: Array(mention.anchor(of: page.model[mention.target].id).utf8))
    }
  }

  /// The spot of a citation: that of the mention of its source, of which one mark may hold any number.
  private func anchor(ofCitation index: Int, of source: RecordID, at event: Event) -> String? {
    let place = Mention.order(event.range, .cites, source, citation: UInt32(index))
    return mentions(from: { $0.order >= place }).first.flatMap {
      $0.citation == UInt32(index) ? anchor(of: $0) : nil
    }
  }

  /// The mentions that begin at a place.
  private func mentions(at start: UInt32) -> ArraySlice<Mention> {
    mentions(from: { $0.range.lowerBound >= start }).prefix { $0.range.lowerBound == start }
  }

  /// The mentions from the first one on that is not before a place.
  private func mentions(from isBehind: (Mention) -> Bool) -> ArraySlice<Mention> {
    var (low, high) = (mentions.startIndex, mentions.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(mentions[middle]) { high = middle } else { low = middle + 1 }
    }
    return mentions[low...]
  }

  private func anchor(of mention: Mention) -> String {
    mention.anchor(of: page.model[mention.target].id)
  }

  // MARK: HTMLDelegate

  mutating func destination(of link: Link, at event: Int, in document: Document) -> LinkTarget {
    var target = target(of: text.links[document.events[event].index])
    if case .href(let address, _) = target,
      let mention = mentions(at: document.events[event].lower).first(where: { $0.kind == .mentions }
      )
    {
      target = .href(address, id: Array(anchor(of: mention).utf8))
    }
    return target
  }

  mutating func destination(
    ofImage image: Link, at event: Int, in document: Document
  ) -> LinkTarget {
    target(of: text.links[document.events[event].index])
  }

  private func target(of destination: LinkDestination) -> LinkTarget {
    switch destination {
    case .record(let id, _, let fragment):
      page.href(to: id, fragment: fragment).map { .href(Array($0.utf8)) } ?? .text
    case .media(let path): .href(Array(page.hrefs.file("media/" + path).utf8))
    case .address(let address): page.followed(address) == nil ? .text : .asWritten
    case .plain, .removed: .text
    }
  }

  mutating func target(of link: WikiLink, at event: Int, in document: Document) -> WikiTarget {
    switch text.wikiLinks[document.events[event].index] {
    case .record(let id, let claim, _):
      var target = WikiTarget(text: Array(page.label(of: id).utf8))
      // A page does not link to itself.
      if id != page.subject || claim != nil {
        target.href = page.href(to: id, fragment: claim.map { "_claims_\($0)" }).map {
          Array($0.utf8)
        }
      }
      let start = document.events[event].lower
      if let mention = mentions(at: start).first(where: { $0.kind == .mentions }) {
        target.id = Array(anchor(of: mention).utf8)
      }
      return target
    default: return WikiTarget(text: Array("removed".utf8))
    }
  }

  mutating func mark(
    of note: NoteReference, at event: Int, in document: Document
  ) -> NoteMark? {
    switch note {
    case .footnote(let index): return mark(.footnote(text: number, index: index))
    case .citation(let index):
      guard let source = text.citations[index] else { return nil }
      let locator = String(
        decoding: document.bytes(document.citationItems[index].locator), as: UTF8.self)
      let anchor = anchor(ofCitation: index, of: source, at: document.events[event])
      let mark = page.citations.mark(
        source, locator: locator.isEmpty ? nil : locator, id: anchor)
      return NoteMark(number: mark.number, id: Array(mark.id.utf8))
    case .annotation(let index):
      return annotation(index, in: document).map { mark(.annotation($0)) }
    case .quote(let index): return mark(.annotation(passages[index].annotation))
    }
  }

  private mutating func mark(_ key: NoteList.Key) -> NoteMark {
    let mark = page.notes.mark(key)
    return NoteMark(number: mark.number, id: Array(mark.id.utf8), isFirst: mark.isFirst)
  }

  mutating func anchor(ofAnnotation index: Int, in document: Document) -> [UInt8]? {
    annotation(index, in: document).map { _ in Array(Mention.anchor(ofAnnotation: index).utf8) }
  }

  mutating func open(_ note: OpeningNote, into buffer: inout [UInt8]) {
    page.open(note, into: &buffer)
  }

  /// The page's annotation that a span in the text names; nil if it is not published.
  private func annotation(_ index: Int, in document: Document) -> Int? {
    page.annotations[
      String(decoding: document.bytes(document.annotations[index].key), as: UTF8.self)]
  }
}

extension PageBuilder {
  /// What a wiki link without words of its own shows: the name of what it leads to.
  func shownText(of link: WikiLink, in text: LinkedText) -> [UInt8]? {
    // Sorted by place, as everything on the tape is.
    var (low, high) = (0, text.document.wikiLinks.count)
    while low < high {
      let middle = (low + high) / 2
      if text.document.wikiLinks[middle].targetRange.lowerBound < link.targetRange.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < text.wikiLinks.count else { return nil }
    switch text.wikiLinks[low] {
    case .record(let id, _, _): return Array(label(of: id).utf8)
    default: return Array("removed".utf8)
    }
  }

  /// Its words in one line, with the names of what wiki links lead to.
  func plainText(_ text: LinkedText) -> String {
    let bytes = text.document.plainText { shownText(of: $0, in: text) }
    // A line feed stands between blocks; other white space is folded already.
    return String(decoding: bytes.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
  }
}
