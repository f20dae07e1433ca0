/// Recognises what CommonMark does not know, in the events of one block.
///
/// One pass over the text. Brackets and tildes wait on stacks for their other half, which must
/// stand in the same parent; what is found becomes a list of cuts, and a second pass over the
/// events makes them.
struct InlineScanner {
  /// A place in the text of an event.
  struct Place {
    var event: Int
    var offset: UInt32
  }

  /// Drops what lies between two places and puts an event there.
  struct Cut {
    var from: Place
    var to: Place
    var result: Event
  }

  struct Opener {
    var place: Place
    /// Whether another bracket was opened inside.
    var hasBracket = false
  }

  /// The bracket and tilde stacks as they were when a parent was entered; inside, nothing below is
  /// touched.
  struct Level {
    var brackets = 0
    var tildes = 0
    var entered = 0
  }

  let source: [UInt8]
  let extensions: Extensions
  /// The events of the block that is scanned; one scanner serves a document, and keeps its buffers.
  private(set) var events: [Event] = []
  private(set) var end: UInt32 = 0
  /// Lent for the scan of a block.
  var tape = Tape(source: [])
  /// The first definition of each label.
  var footnotes: [[UInt8]: Int] = [:]

  var brackets: [Opener] = []
  var tildes: [Place] = []
  var levels: [Level] = []
  var linkDepth = 0
  var cuts: [Cut] = []
  /// What ended last, a link, emphasis or code, and can be annotated by `{^key}` right behind it: where it began and ended.
  var lastSpan: (start: Place, end: UInt32)?
  var content = BracketContent()

  init(source: [UInt8], extensions: Extensions) {
    self.source = source
    self.extensions = extensions
  }

  /// Scans what follows the event `first` of the tape, up to its end, and puts there what it found.
  mutating func rewrite(_ tape: inout Tape, after first: Int, end: UInt32) {
    // Handed over and taken back, so that there is one owner and nothing is copied.
    swap(&tape, &self.tape)
    events.removeAll(keepingCapacity: true)
    events.append(contentsOf: self.tape.events[(first + 1)...])
    self.end = end
    brackets.removeAll(keepingCapacity: true)
    tildes.removeAll(keepingCapacity: true)
    levels.removeAll(keepingCapacity: true)
    levels.append(Level())
    linkDepth = 0
    cuts.removeAll(keepingCapacity: true)
    lastSpan = nil
    scan()
    if !cuts.isEmpty {
      self.tape.events.removeSubrange((first + 1)...)
      makeCuts()
    }
    swap(&tape, &self.tape)
  }

  private mutating func scan() {
    var index = 0
    while index < events.count {
      let event = events[index]
      switch event.phase {
      case .enter where event.kind == .image: index = skipImage(index)
      case .enter: enter(event, at: index)
      case .leave: leave(event, at: index)
      case .leaf where event.kind == .text: scanText(index)
      case .leaf:
        if event.kind == .code {
          lastSpan = (Place(event: index, offset: event.lower), event.upper)
        }
      }
      index += 1
    }
  }

  /// Alternative text is plain.
  private mutating func skipImage(_ start: Int) -> Int {
    var depth = 0
    for index in start..<events.count where events[index].kind == .image {
      depth += events[index].enters ? 1 : -1
      if depth == 0 {
        lastSpan = (Place(event: start, offset: events[start].lower), events[index].upper)
        return index
      }
    }
    return events.count
  }

  private mutating func enter(_ event: Event, at index: Int) {
    levels.append(Level(brackets: brackets.count, tildes: tildes.count, entered: index))
    if event.kind == .link { linkDepth += 1 }
  }

  private mutating func leave(_ event: Event, at index: Int) {
    guard levels.count > 1 else { return }
    let level = levels.removeLast()
    brackets.removeSubrange(level.brackets...)
    tildes.removeSubrange(level.tildes...)
    if event.kind == .link { linkDepth -= 1 }
    lastSpan = (Place(event: level.entered, offset: events[level.entered].lower), event.upper)
  }

  private mutating func scanText(_ index: Int) {
    let event = events[index]
    var offset = event.lower
    while offset < event.upper {
      let place = Place(event: index, offset: offset)
      switch source[Int(offset)] {
      case UInt8(ascii: "["):
        if linkDepth == 0 { openBracket(place) }
        offset += 1
      case UInt8(ascii: "]"):
        offset = linkDepth == 0 ? closeBracket(place) : offset + 1
      case UInt8(ascii: "{"):
        offset = linkDepth == 0 ? annotateLastSpan(place) : offset + 1
      case UInt8(ascii: "~"):
        offset = tilde(place)
      default:
        offset += 1
      }
    }
  }

  private mutating func openBracket(_ place: Place) {
    if brackets.count > floor.brackets { brackets[brackets.count - 1].hasBracket = true }
    brackets.append(Opener(place: place))
  }

  var floor: Level { levels[levels.count - 1] }

  /// The byte `distance` behind a place, in the same event.
  func byte(_ place: Place, ahead distance: UInt32 = 0) -> UInt8? {
    let offset = place.offset + distance
    return offset < events[place.event].upper ? source[Int(offset)] : nil
  }

  // MARK: ~~struck~~

  private mutating func tilde(_ place: Place) -> UInt32 {
    var end = place
    while byte(end) == UInt8(ascii: "~") { end.offset += 1 }
    guard extensions.contains(.strikethrough), end.offset - place.offset == 2 else {
      return end.offset
    }
    let before = place.offset > events[0].lower ? source[Int(place.offset) - 1] : 32
    let after = end.offset < self.end ? source[Int(end.offset)] : 32
    let opens =
      !after.isSpace && (!after.isASCIIPunctuation || before.isSpace || before.isASCIIPunctuation)
    let closes =
      !before.isSpace && (!before.isASCIIPunctuation || after.isSpace || after.isASCIIPunctuation)
    if closes, tildes.count > floor.tildes, let opener = tildes.popLast() {
      while brackets.count > floor.brackets, let last = brackets.last,
        last.place.offset > opener.offset
      {
        brackets.removeLast()
      }
      let range = opener.offset..<end.offset
      cut(opener, length: 2, Event(.strikethrough, .enter, range))
      cut(place, length: 2, Event(.strikethrough, .leave, range))
      lastSpan = (opener, end.offset)
    } else if opens {
      tildes.append(place)
    }
    return end.offset
  }

  // MARK: Cuts

  mutating func cut(_ place: Place, length: UInt32, _ event: Event) {
    var end = place
    end.offset += length
    cuts.append(Cut(from: place, to: end, result: event))
  }

  /// Appends the events to the tape, with all cuts made.
  private mutating func makeCuts() {
    sortCuts()
    var index = 0
    /// How far the event at `index` is done; nil if nothing of it.
    var done: UInt32?
    for cut in cuts {
      while index < cut.from.event { finish(&index, &done) }
      if events[index].kind == .text {
        appendText(index, from: done, to: cut.from.offset)
        done = cut.from.offset
      }
      tape.events.append(cut.result)
      if cut.to.offset != cut.from.offset {
        index = cut.to.event
        done = cut.to.offset
      }
    }
    while index < events.count { finish(&index, &done) }
  }

  private mutating func finish(_ index: inout Int, _ done: inout UInt32?) {
    if events[index].kind == .text {
      appendText(index, from: done, to: events[index].upper)
    } else if done == nil {
      tape.events.append(events[index])
    }
    index += 1
    done = nil
  }

  private mutating func appendText(_ index: Int, from lower: UInt32?, to upper: UInt32) {
    let lower = lower ?? events[index].lower
    if lower < upper { tape.events.append(Event(.text, .leaf, lower..<upper)) }
  }

  /// Into the order of the text. Of two that open at one place, the one found later is around the
  /// other.
  private mutating func sortCuts() {
    let isSorted = zip(cuts, cuts.dropFirst()).allSatisfy {
      ($0.from.event, $0.from.offset) < ($1.from.event, $1.from.offset)
    }
    guard !isSorted else { return }
    let found = cuts
    let order = found.indices.sorted { first, second in
      let (a, b) = (found[first].from, found[second].from)
      if a.event != b.event { return a.event < b.event }
      return a.offset != b.offset ? a.offset < b.offset : first > second
    }
    cuts.removeAll(keepingCapacity: true)
    for index in order { cuts.append(found[index]) }
  }
}
