@testable import Markdown

extension Document {
  convenience init(_ text: String, extensions: Extensions = .all) {
    self.init(parsing: Array(text.utf8), extensions: extensions)
  }

  /// The HTML with links as written.
  var html: String { html(delegate: PlainDelegate()) }

  func html(overlays: [Overlay] = [], delegate: some HTMLDelegate) -> String {
    var delegate = delegate
    var bytes: [UInt8] = []
    renderHTML(overlays: overlays, delegate: &delegate, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The HTML with `⟨3⟩` where the text of note 3 belongs, `⟨3 apart⟩` if its mark stands elsewhere.
  func htmlOpeningNotes(
    overlays: [Overlay] = [], quotes: [Range<UInt32>] = [],
    delegate: some HTMLDelegate = NumberingDelegate()
  ) -> String {
    var delegate = delegate
    var bytes: [UInt8] = []
    renderHTML(
      overlays: overlays,
      quotes: quotes.enumerated().map { QuoteSpan(range: $1, id: Array("q\($0)".utf8)) },
      opensNotes: true, delegate: &delegate, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The source that an event covers.
  func slice(_ range: Range<UInt32>) -> String {
    String(decoding: source[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
  }

  func text(_ literal: Literal) -> String { String(decoding: bytes(literal), as: UTF8.self) }

  func slices(_ kind: Event.Kind) -> [String] {
    events.filter { $0.kind == kind && !$0.leaves }.map { slice($0.range) }
  }

  /// What is wrong with the places of the events; empty if nothing is.
  var misplacements: [String] {
    var wrong: [String] = []
    var open: [Event] = []
    var last: UInt32 = 0
    for (index, event) in events.enumerated() {
      func report(_ what: String) { wrong.append("\(index) \(event.kind) \(event.range): \(what)") }
      if event.upper > source.count { report("ends behind the source") }
      switch event.phase {
      case .enter, .leaf:
        if event.lower < last { report("begins before \(last)") }
        if let parent = open.last, event.lower < parent.lower || event.upper > parent.upper {
          report("leaves its parent \(parent.kind) \(parent.range)")
        }
        last = event.phase == .enter ? event.lower : event.upper
        if event.enters { open.append(event) }
      case .leave:
        guard let entered = open.popLast() else {
          report("was never entered")
          continue
        }
        if entered.kind != event.kind || entered.range != event.range
          || entered.number != event.number
        {
          report("was entered as \(entered.kind) \(entered.range)")
        }
        if last > event.upper { report("ends before its content at \(last)") }
        last = event.upper
      }
      if event.kind == .text, event.range.isEmpty { report("is empty text") }
    }
    if !open.isEmpty { wrong.append("\(open.count) never left") }
    return wrong
  }
}

/// Links every wiki link to a page of its target, and numbers notes by first use.
struct NumberingDelegate: HTMLDelegate {
  var numbers: [String: Int] = [:]
  var occurrences: [Int: Int] = [:]

  mutating func destination(of link: Link, at event: Int, in document: Document) -> LinkTarget {
    .asWritten
  }

  mutating func destination(
    ofImage image: Link, at event: Int, in document: Document
  ) -> LinkTarget { .asWritten }

  mutating func target(of link: WikiLink, at event: Int, in document: Document) -> WikiTarget {
    let target = Array(document.bytes(link.target))
    return WikiTarget(
      href: Array("/".utf8) + target, text: Array("‹".utf8) + target + Array("›".utf8))
  }

  mutating func mark(of note: NoteReference, at event: Int, in document: Document) -> NoteMark? {
    if case .quote(let index) = note {
      return NoteMark(number: 100 + index, id: Array("_q\(index)".utf8), isFirst: true)
    }
    let name: String
    var letter = "r"
    switch note {
    case .footnote(let index): name = "^" + document.text(document.footnotes[index].label)
    case .citation(let index):
      name = "@" + document.text(document.citationItems[index].source)
      letter = "c"
    case .annotation(let index): name = "{" + document.text(document.annotations[index].key)
    case .quote: return nil
    }
    let number = numbers[name] ?? numbers.count + 1
    numbers[name] = number
    occurrences[number, default: 0] += 1
    let occurrence = occurrences[number] ?? 1
    let id = occurrence == 1 ? "_\(letter)\(number)" : "_\(letter)\(number)-\(occurrence)"
    return NoteMark(number: number, id: Array(id.utf8), isFirst: occurrence == 1)
  }

  mutating func anchor(ofAnnotation index: Int, in document: Document) -> [UInt8]? {
    Array("_a\(index + 1)".utf8)
  }

  mutating func open(_ note: OpeningNote, into buffer: inout [UInt8]) {
    buffer += Array("⟨\(note.mark.number)\(note.isApart ? " apart" : "")⟩".utf8)
  }
}
