import Markdown

/// What was removed leaves its name where people have typed it; dossier takes away links alone.
enum RedactedName {
  @Sendable static func check(_ id: RecordID, in site: LintedSite) -> [Diagnostic] {
    guard let names = site.redactedNames else { return [] }
    let record = site.model[id]
    var finder = NameFinder(names: names, files: site.sources.files)
    finder.find(in: record)
    return finder.found.map { owner, places in
      .stillNamed(places, site.model[owner].id)
    }
  }
}

/// Every form of the names of what was removed, but for those that somebody else bears.
struct RedactedNames: Sendable {
  struct Form: Sendable {
    let owner: RecordID
    /// Whether it says by itself who is meant, as a name of several words does.
    let isFull: Bool
  }

  /// Those that were removed, by id.
  let ids: [String: RecordID]
  let trie: NameTrie
  let lexicon: Lexicon
  let forms: [NameTrie.Node: Form]

  /// Nil if there are none.
  init?(_ model: SiteModel, written records: [ParsedRecord]) {
    let removed = Dictionary(
      model.ids.filter { model[$0].visibility == .redacted }.map { (model[$0].id, $0) },
      uniquingKeysWith: { first, _ in first })
    guard !removed.isEmpty else { return nil }
    let shared = Set(
      model.records.lazy.filter { model.schema.kinds[$0.kind].nameKey == "name" }.map {
        foldedName($0.name)
      })
    var scanner = WordScanner(words: LexiconBuilder(lexicon: Lexicon()))
    var trie = NameTrie(capacity: removed.count)
    var forms: [NameTrie.Node: Form] = [:]
    for record in records {
      let kind = model.schema.kinds[record.kind]
      guard let owner = removed[record.id], kind.nameKey == "name", !record.name.isEmpty else {
        continue
      }
      let name = NameForm(text: record.name, type: "name", link: nil, location: record.location)
      for form in [name] + record.nameForms where !shared.contains(foldedName(form.text)) {
        let bytes = Array(form.text.utf8)
        scanner.removeAll()
        scanner.scan(bytes, bytes.indices)
        scanner.finishWord()
        let tokens = scanner.tokens[nameTokens(scanner.tokens, in: bytes)]
        guard !tokens.isEmpty, tokens.count <= NameTable.longestName else { continue }
        let isFull = tokens.wordCount > 1 || kind.name == "country" || form.link == "auto"
        forms[trie.insert(tokens)] = Form(owner: owner, isFull: isFull)
      }
    }
    guard !forms.isEmpty else { return nil }
    (ids, self.trie, self.forms) = (removed, trie, forms)
    lexicon = scanner.words.lexicon
  }
}

/// Goes through all that readers see of a record.
private struct NameFinder {
  typealias Place = (name: String, location: Location)

  /// By whom they name, in the order in which they came up.
  private(set) var found: [(owner: RecordID, places: [Place])] = []

  private let names: RedactedNames
  private let files: [SourceFile]
  private var scanner: WordScanner<LexiconReader>
  /// Names of one word, which count where their bearer is spoken of as well.
  private var hints: [(owner: RecordID, place: Place)] = []
  private var isSpokenOf: Set<RecordID> = []

  init(names: RedactedNames, files: [SourceFile]) {
    self.names = names
    self.files = files
    scanner = WordScanner(words: LexiconReader(lexicon: names.lexicon))
  }

  mutating func find(in record: ResolvedRecord) {
    find(in: record.name, at: record.nameLocation)
    for fact in record.nameFacts { find(in: fact) }
    for entry in record.fields {
      for fact in entry.facts { find(in: fact) }
    }
    if let body = record.body {
      let files = files
      find(in: body) { body.origin?.location(of: $0, in: files) ?? record.location }
    }
    for note in record.annotations {
      if let text = note.text { find(in: text) { _ in note.location } }
      find(in: note.quotation, at: note.location)
      find(in: note.support, at: note.location)
    }
    for (_, value) in record.extra { find(in: value, at: record.location) }
    for hint in hints where isSpokenOf.contains(hint.owner) { add(hint.place, of: hint.owner) }
  }

  private mutating func find(in fact: Fact<Resolved>) {
    switch fact.value {
    case .text(let text): find(in: text, at: fact.location)
    case .markdown(let text): find(in: text) { _ in fact.location }
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
    if let note = support.note { find(in: note) { _ in location } }
    if let words = support.asStated { find(in: words, at: location) }
    for citation in support.citations { find(in: citation.quotation, at: citation.location) }
  }

  private mutating func find(in quotation: Quotation?, at location: Location) {
    guard let quotation else { return }
    find(in: quotation.text, at: location)
    if let translation = quotation.translation { find(in: translation, at: location) }
  }

  private mutating func find(in text: String, at location: Location) {
    let bytes = Array(text.utf8)
    scanner.removeAll()
    scanner.scan(bytes, bytes.indices)
    match(bytes) { _ in location }
  }

  /// Reads across markup, in links and in headings, where names are not linked and are seen all the same.
  private mutating func find(in text: LinkedText, at location: (Range<Int>) -> Location) {
    let document = text.document
    for link in document.wikiLinks {
      let id = String(decoding: document.bytes(link.target), as: UTF8.self)
      if let owner = names.ids[id] { isSpokenOf.insert(owner) }
    }
    scanner.removeAll()
    for event in document.events {
      switch event.kind {
      case .text: scanner.scan(document.source, Int(event.lower)..<Int(event.upper))
      case .replacement: scanner.scan(document.bytes(of: event), standingFor: event.range)
      case .softBreak, .lineBreak: scanner.addGap()
      default:
        guard event.kind.isBlock else { continue }
        match(document.source, at: location)
        scanner.removeAll()
      }
    }
    match(document.source, at: location)
  }

  /// The longest name first, from the left.
  private mutating func match(_ bytes: [UInt8], at location: (Range<Int>) -> Location) {
    scanner.finishWord()
    let tokens = scanner.tokens
    var index = 0
    while index < tokens.count {
      var node = names.trie.root(tokens[index].id)
      var match: (form: RedactedNames.Form, end: Int)?
      var next = index + 1
      while node != 0 {
        if let form = names.forms[node] { match = (form, next) }
        guard next < tokens.count else { break }
        node = names.trie.child(of: node, tokens[next])
        next += 1
      }
      guard let (form, end) = match else {
        index += 1
        continue
      }
      let range = Int(tokens[index].lower)..<Int(tokens[end - 1].upper)
      let place = (String(decoding: bytes[range], as: UTF8.self), location(range))
      if form.isFull {
        isSpokenOf.insert(form.owner)
        add(place, of: form.owner)
      } else if tokens[index].flags.contains(.capital) {
        hints.append((form.owner, place))
      }
      index = end
    }
  }

  private mutating func add(_ place: Place, of owner: RecordID) {
    if let index = found.firstIndex(where: { $0.owner == owner }) {
      found[index].places.append(place)
    } else {
      found.append((owner, [place]))
    }
  }
}

extension Diagnostic {
  fileprivate static func stillNamed(
    _ places: [(name: String, location: Location)], _ id: String
  ) -> Diagnostic {
    let others = places.dropFirst()
    return Diagnostic(
      .redactedName,
      "'\(places[0].name)' is a name of '\(id)', which was removed, and readers see it",
      at: places[0].location,
      notes: others.prefix(5).map { Note("'\($0.name)' stands here as well", at: $0.location) },
      help: (others.count > 5
        ? "take it out here and in \(others.count) other places" : "take it out")
        + ", or say under 'lint' why it may stay")
  }
}
