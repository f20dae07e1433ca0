import Markdown

/// Looks for the names of what was removed in all that readers see of a record.
struct NameFinder {
  typealias Place = (name: String, location: Location)

  /// By whom they name, in the order in which they came up.
  private(set) var found: [(owner: RecordID, places: [Place])] = []

  private let names: RedactedNames
  private let files: [SourceFile]
  private var scanner: WordScanner<LexiconReader>
  /// Names of one word, which count where their bearer is spoken of as well.
  private var hints: [(owner: RecordID, place: Place)] = []
  private var isSpokenOf: Set<RecordID> = []
  /// The field in which a name was found last, and where the search for the next one goes on.
  private var searched: (field: Location, from: Int)?

  init(names: RedactedNames, files: [SourceFile]) {
    self.names = names
    self.files = files
    scanner = WordScanner(words: LexiconReader(lexicon: names.lexicon))
  }

  mutating func find(in record: ResolvedRecord) {
    find(in: record.id, at: record.location)
    for former in record.formerly { find(in: former.id, at: former.location) }
    find(in: record.name, at: record.nameLocation)
    for fact in record.nameFacts { find(in: fact) }
    for entry in record.fields {
      for fact in entry.facts { find(in: fact) }
    }
    if let body = record.body { find(in: body, at: record.location) }
    for citation in record.citations { find(in: citation) }
    for note in record.annotations {
      if let text = note.text { find(in: text, at: note.location) }
      find(in: note.quotation, at: note.location)
      find(in: note.support, at: note.location)
    }
    for (_, value) in record.extra { find(in: value, at: record.location) }
    for hint in hints where isSpokenOf.contains(hint.owner) { add(hint.place, of: hint.owner) }
  }

  private mutating func find(in fact: Fact<Resolved>) {
    switch fact.value {
    case .text(let text): find(in: text, at: fact.location)
    case .markdown(let text): find(in: text, at: fact.location)
    case .map(let pairs):
      for case (_, .text(let text)) in pairs { find(in: text, at: fact.location) }
    case .group(let parts):
      for part in parts {
        for inner in part.facts { find(in: inner) }
      }
    default: break
    }
    find(in: fact.support, at: fact.location)
  }

  private mutating func find(in support: Support<Resolved>?, at location: Location) {
    guard let support else { return }
    if let note = support.note { find(in: note, at: location) }
    if let words = support.asStated { find(in: words, at: location) }
    for citation in support.citations { find(in: citation) }
  }

  private mutating func find(in citation: Citation<Resolved>) {
    if let place = citation.locator { find(in: place, at: citation.location) }
    find(in: citation.quotation, at: citation.location)
  }

  private mutating func find(in quotation: Quotation?, at location: Location) {
    guard let quotation else { return }
    find(in: quotation.text, at: location)
    if let translation = quotation.translation { find(in: translation, at: location) }
  }

  /// - Parameter location: Of the field that holds the text, in which the name is looked for once more.
  mutating func find(in text: String, at location: Location) {
    let bytes = Array(text.percentDecoded.utf8)
    searched = nil
    scanner.removeAll()
    scanner.scan(bytes, bytes.indices)
    match(bytes) { _ in
      nil
    } within: {
      location
    }
  }

  // MARK: Texts with markup

  /// Reads across markup, in links and in headings, where names are not linked and are seen all the same.
  private mutating func find(in text: LinkedText, at field: Location) {
    let document = text.document
    let files = files
    for link in document.wikiLinks {
      let id = String(decoding: document.bytes(link.target), as: UTF8.self)
      if let owner = names.ids[id] { isSpokenOf.insert(owner) }
    }
    func place(_ range: Range<Int>) -> Location? { text.origin?.location(of: range, in: files) }
    scanner.removeAll()
    for event in document.events {
      switch event.kind {
      case .text: scanner.scan(document.source, Int(event.lower)..<Int(event.upper))
      case .replacement: scanner.scan(document.bytes(of: event), standingFor: event.range)
      case .softBreak, .lineBreak: scanner.addGap()
      case .code: scanner.scan(document.source, Int(event.lower)..<Int(event.upper))
      case .rawHTML where event.isShownAsText:
        scanner.scan(document.source, Int(event.lower)..<Int(event.upper))
      case .codeBlock, .htmlBlock:
        match(document.source, at: place) { field }
        scanner.removeAll()
        if event.kind == .codeBlock || event.isShownAsText {
          scanner.scan(document.source, Int(event.lower)..<Int(event.upper))
        }
        match(document.source, at: place) { field }
        scanner.removeAll()
      default:
        guard event.kind.isBlock else { continue }
        match(document.source, at: place) { field }
        scanner.removeAll()
      }
    }
    match(document.source, at: place) { field }
    findBesideText(of: text, at: field, place)
  }

  /// Titles and addresses of links, and places in sources.
  private mutating func findBesideText(
    of text: LinkedText, at field: Location, _ place: (Range<Int>) -> Location?
  ) {
    let document = text.document
    var isFigure = false
    for event in document.events where !event.leaves {
      let wasFigure = isFigure
      isFigure = event.kind == .figure
      switch event.kind {
      case .link, .image:
        let link = document.links[event.index]
        let spot = place(Int(event.lower)..<Int(event.upper)) ?? field
        // The title of a figure is its caption, and so text.
        if !wasFigure {
          find(in: String(decoding: document.bytes(link.title), as: UTF8.self), at: spot)
        }
        guard text.links[event.index] != .plain else { continue }
        // An address that stands as its own words has been found there.
        if document.source[Int(event.lower)] == UInt8(ascii: "<") { continue }
        find(in: String(decoding: document.bytes(link.destination), as: UTF8.self), at: spot)
      case .citation:
        for index in document.citations[event.index].items where text.citations[index] != nil {
          let item = document.citationItems[index]
          let spot = place(Int(item.locatorRange.lowerBound)..<Int(item.locatorRange.upperBound))
          find(in: String(decoding: document.bytes(item.locator), as: UTF8.self), at: spot ?? field)
        }
      default: break
      }
    }
  }

  // MARK: Matching

  /// The longest name first, from the left.
  ///
  /// - Parameters:
  ///   - place: Where a range of the bytes stands in a file; nil if it has to be looked for in the field.
  ///   - field: The place of the field.
  private mutating func match(
    _ bytes: [UInt8], at place: (Range<Int>) -> Location?, within field: () -> Location
  ) {
    scanner.finishWord()
    guard !scanner.tokens.isEmpty else { return }
    let gaps = Set(scanner.tokens.lazy.filter { $0.flags.contains(.gap) }.map(\.lower))
    let tokens = scanner.tokens.joined(in: bytes)
    var index = 0
    while index < tokens.count {
      guard let (form, words) = longestForm(at: index, in: tokens),
        form.isNamed(by: words, gaps: gaps)
      else {
        index += 1
        continue
      }
      let range = Int(tokens[index].lower)..<Int(words[words.count - 1].upper)
      let name = String(decoding: bytes[range], as: UTF8.self)
      let spot = (name, place(range) ?? self.place(of: name, in: field()))
      if form.isFull {
        isSpokenOf.insert(form.owner)
        add(spot, of: form.owner)
      } else if tokens[index].flags.contains(.capital) {
        hints.append((form.owner, spot))
      }
      while index < tokens.count, Int(tokens[index].upper) <= range.upperBound { index += 1 }
    }
  }

  /// With its words, but for initials that the name itself does not have.
  private func longestForm(
    at start: Int, in tokens: [Token]
  ) -> (form: RedactedNames.Form, words: [Token])? {
    var node = names.trie.root(tokens[start].id)
    guard node != 0 else { return nil }
    var longest: (RedactedNames.Form, [Token])?
    var words = [tokens[start]]
    var next = start + 1
    var initials = 0
    while true {
      if let form = names.forms[node] { longest = (form, words) }
      guard next < tokens.count else { return longest }
      let token = tokens[next]
      next += 1
      let child = names.trie.child(of: node, token)
      if child != 0 {
        node = child
        if token.flags.contains(.word) { words.append(token) }
      } else if token.upper - token.lower == 1, token.flags.contains([.word, .capital]),
        initials < 2
      {
        initials += 1
      } else {
        return longest
      }
    }
  }

  /// Where a name stands in a field; the field, if it is written in another way there.
  private mutating func place(of name: String, in field: Location) -> Location {
    guard Int(field.file) < files.count else { return field }
    let source = files[Int(field.file)].bytes
    let isSame = searched?.field == field
    let from = max(isSame ? searched?.from ?? 0 : 0, field.range.lowerBound)
    let words = Array(name.utf8)
    guard let first = words.first, from < field.range.upperBound else { return field }
    var index = from
    while let start = source[index..<field.range.upperBound].firstIndex(of: first) {
      if source[start..<field.range.upperBound].starts(with: words) {
        searched = (field, start + words.count)
        return Location(field.file, start..<start + words.count)
      }
      index = start + 1
    }
    // Nor is any that follows looked for, or each would be in vain.
    searched = (field, field.range.upperBound)
    return field
  }

  private mutating func add(_ place: Place, of owner: RecordID) {
    if let index = found.firstIndex(where: { $0.owner == owner }) {
      found[index].places.append(place)
    } else {
      found.append((owner, [place]))
    }
  }
}

extension RedactedNames.Form {
  /// Whether words have the capitals that the name has, or are joined as in an address, which mostly has none.
  fileprivate func isNamed(by words: [Token], gaps: Set<UInt32>) -> Bool {
    if words.capitals & capitals == capitals { return true }
    return words.count > 1 && words.dropFirst().allSatisfy { !gaps.contains($0.lower) }
  }
}
