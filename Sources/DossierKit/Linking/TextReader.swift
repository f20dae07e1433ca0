import Markdown

/// Goes through one text and writes down what it finds: names, and what its author linked or noted.
///
/// Made once for many texts, so that its buffers are.
struct TextReader {
  /// A name in the text, whoever it may turn out to mean.
  struct Occurrence {
    let node: NameTrie.Node
    let range: Range<UInt32>
    /// The first event of the block around it.
    let block: UInt32
    let isCapitalized: Bool
    let hasLowercase: Bool
    /// Whether a hyphen joins it to another word with a capital, as in a double surname.
    let isCompound: Bool
  }

  /// A passage, and what the note on it is about.
  struct Quote {
    let passage: Passage
    let targets: [RecordID]
  }

  /// What the author wrote as a link, a citation or an annotation.
  struct Reference {
    let target: RecordID
    let kind: Mention.Kind
    let range: Range<UInt32>
    let block: UInt32
    /// Which annotation of the text it is, of one.
    let annotation: UInt32?
    /// Which of the text's citation items it is, of one.
    let citation: UInt32?
  }

  private(set) var occurrences: [Occurrence] = []
  private(set) var references: [Reference] = []

  private let table: NameTable
  private var scanner: WordScanner<LexiconReader>
  private var block: UInt32 = 0
  /// How many constructs are open in which no name is looked for.
  private var closed = 0
  /// How many images are open: what is linked in their text is not shown.
  private var images = 0

  init(table: NameTable) {
    self.table = table
    scanner = WordScanner(words: LexiconReader(lexicon: table.lexicon))
  }

  /// - Parameters:
  ///   - annotations: What each annotation is about, by its key.
  ///   - quotes: Those that are anchored by their words, sorted by place.
  mutating func read(
    _ text: LinkedText, rules: [NameTrie.Node: NameTable.Rule], annotations: [String: [RecordID]],
    quotes: [Quote] = []
  ) {
    var quotes = quotes[...]
    occurrences.removeAll(keepingCapacity: true)
    references.removeAll(keepingCapacity: true)
    closed = 0
    images = 0
    beginBlock(at: 0)
    let document = text.document
    for (index, event) in document.events.enumerated() {
      while let quote = quotes.first, !event.kind.isBlock,
        quote.passage.range.lowerBound < event.upper
      {
        quotes.removeFirst()
        add(quote)
      }
      switch event.kind {
      case .text:
        if closed == 0 { scanner.scan(document.source, Int(event.lower)..<Int(event.upper)) }
      case .replacement:
        if closed == 0 { scanner.scan(document.bytes(of: event), standingFor: event.range) }
      case .softBreak: if closed == 0 { scanner.addGap() }
      case .lineBreak:
        scanner.addBoundary(at: event.lower)
        scanner.addGap()
      case .code, .rawHTML, .footnoteReference, .emphasis, .strong, .strikethrough:
        scanner.addBoundary(at: event.lower)
      case .citation:
        scanner.addBoundary(at: event.lower)
        if !event.leaves { addCitation(event, in: text) }
      case .annotation:
        scanner.addBoundary(at: event.lower)
        if !event.leaves { addAnnotation(event, in: document, annotations) }
      case .link, .wikiLink, .image, .noLink:
        scanner.addBoundary(at: event.lower)
        addLink(event, in: text)
        close(event)
        if event.kind == .image { images += event.enters ? 1 : event.leaves ? -1 : 0 }
      default:
        // The edge of a block.
        endBlock(rules)
        beginBlock(at: UInt32(index))
        if event.kind == .heading || event.kind == .figure { close(event) }
      }
    }
    endBlock(rules)
  }

  private mutating func close(_ event: Event) {
    if event.enters { closed += 1 } else if event.leaves { closed -= 1 }
  }

  // MARK: What the author wrote

  private mutating func addLink(_ event: Event, in text: LinkedText) {
    guard !event.leaves else { return }
    let destination: LinkDestination
    switch event.kind {
    case .link: destination = text.links[event.index]
    case .wikiLink: destination = text.wikiLinks[event.index]
    default: return
    }
    if case .record(let target, _, _) = destination { add(target, .mentions, event.range) }
  }

  private mutating func addCitation(_ event: Event, in text: LinkedText) {
    for item in text.document.citations[event.index].items {
      if let source = text.citations[item] {
        add(source, .cites, event.range, citation: UInt32(item))
      }
    }
  }

  private mutating func addAnnotation(
    _ event: Event, in document: Document, _ annotations: [String: [RecordID]]
  ) {
    guard !annotations.isEmpty else { return }
    let annotation = document.annotations[event.index]
    let key = String(decoding: document.bytes(annotation.key), as: UTF8.self)
    for target in annotations[key] ?? [] {
      add(target, .annotates, annotation.span, annotation: UInt32(event.index))
    }
  }

  private mutating func add(_ quote: Quote) {
    for target in quote.targets {
      add(
        target, .annotates, quote.passage.range, annotation: UInt32(quote.passage.number))
    }
  }

  private mutating func add(
    _ target: RecordID, _ kind: Mention.Kind, _ range: Range<UInt32>, annotation: UInt32? = nil,
    citation: UInt32? = nil
  ) {
    guard images == 0 else { return }
    references.append(
      Reference(
        target: target, kind: kind, range: range, block: block, annotation: annotation,
        citation: citation))
  }

  // MARK: Names

  private mutating func beginBlock(at event: UInt32) {
    block = event
    scanner.removeAll()
  }

  /// Finds the names of a block: the longest first from the left, none within another.
  private mutating func endBlock(_ rules: [NameTrie.Node: NameTable.Rule]) {
    scanner.finishWord()
    let tokens = scanner.tokens
    var index = 0
    while index < tokens.count {
      let root = table.trie.root(tokens[index].id)
      guard root != 0, tokens.beginsName(at: index, table.signs),
        let (node, end) = longestName(in: tokens, from: index, root, rules)
      else {
        index += 1
        continue
      }
      add(node, tokens, index..<end)
      index = end
    }
  }

  private func longestName(
    in tokens: [Token], from start: Int, _ root: NameTrie.Node,
    _ rules: [NameTrie.Node: NameTable.Rule]
  ) -> (NameTrie.Node, end: Int)? {
    var found: (NameTrie.Node, end: Int)?
    var node = root
    var index = start + 1
    while true {
      if table.isName(node, under: rules), tokens.endsName(at: index, table.signs) {
        found = (node, index)
      }
      guard index < tokens.count else { return found }
      node = table.trie.child(of: node, tokens[index])
      if node == 0 { return found }
      index += 1
    }
  }

  private mutating func add(_ node: NameTrie.Node, _ tokens: [Token], _ range: Range<Int>) {
    occurrences.append(
      Occurrence(
        node: node,
        range: tokens[range.lowerBound].lower..<tokens[range.upperBound - 1].upper,
        block: block,
        isCapitalized: tokens[range.lowerBound].flags.contains(.capital),
        hasLowercase: tokens[range].contains { $0.flags.contains(.lowercase) },
        isCompound: tokens.isCompound(range)))
  }
}
