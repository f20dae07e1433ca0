extension NameTable {
  /// Reads the names of every entity, and what each text says of names in it.
  init(_ model: SiteModel, into log: inout DiagnosticLog) {
    var builder = NameTableBuilder(model: model)
    for id in model.ids {
      builder.addNames(of: id)
      builder.addRules(of: id)
    }
    log.append(contentsOf: builder.diagnostics)
    self.init(
      lexicon: builder.scanner.words.lexicon, trie: builder.trie, names: builder.names,
      rules: builder.rules, signs: builder.signs)
  }
}

private struct NameTableBuilder {
  let model: SiteModel
  var scanner: WordScanner<LexiconBuilder>
  var trie: NameTrie
  var names: [NameTrie.Node: [NameTable.Entry]] = [:]
  var rules: [RecordID: [NameTrie.Node: NameTable.Rule]] = [:]
  let signs: NameTable.Signs
  var diagnostics: [Diagnostic] = []

  init(model: SiteModel) {
    self.model = model
    scanner = WordScanner(
      words: LexiconBuilder(lexicon: Lexicon(capacity: model.records.count * 2)))
    trie = NameTrie(capacity: model.records.count * 2)
    signs = NameTable.Signs(addingTo: &scanner.words)
  }

  /// The words and signs of a name as they stand in the lexicon.
  private mutating func tokens(of name: String) -> ArraySlice<Token> {
    let bytes = Array(name.utf8)
    scanner.removeAll()
    scanner.scan(bytes, bytes.indices)
    scanner.finishWord()
    return scanner.tokens[nameTokens(scanner.tokens, in: bytes)]
  }

  // MARK: Names

  mutating func addNames(of id: RecordID) {
    let record = model[id]
    let kind = model.kind(of: id)
    // Titles of sources and articles are no names, and what is redacted has none.
    guard kind.role == .entity, kind.nameKey == "name", record.visibility != .redacted else {
      return
    }
    // A name that could not be read has had its diagnostic.
    let name =
      record.name.isEmpty
      ? [] : [NameForm(text: record.name, type: "name", link: nil, location: record.nameLocation)]
    var own = OwnNames()
    for form in name + record.nameForms {
      let tokens = tokens(of: form.text)
      if tokens.isEmpty {
        diagnostics.append(.emptyName(form.text, at: form.location))
      } else if tokens.count > NameTable.longestName {
        diagnostics.append(.longName(form.text, words: tokens.wordCount, at: form.location))
      } else {
        let claim = NameClaim(form, tokens, kind: kind.name)
        own.add(
          NameTable.Bearer(
            record: id, mode: claim.mode, capitals: Capitals(tokens, mode: claim.mode),
            joinsOthers: claim.joinsOthers),
          NameTable.Spelling(text: form.text, location: form.location), isChosen: claim.isChosen,
          at: trie.insert(tokens))
      }
    }
    for (node, entry) in own.names where entry.bearer.mode != .never {
      names[node, default: []].append(entry)
    }
  }

  // MARK: Rules

  mutating func addRules(of id: RecordID) {
    let record = model[id]
    var own: [NameTrie.Node: NameTable.Rule] = [:]
    var places: [NameTrie.Node: Location] = [:]
    for (form, entity, location) in record.mentionRules.pins {
      let tokens = tokens(of: form)
      guard !tokens.isEmpty, tokens.count <= NameTable.longestName else { continue }
      let node = trie.insert(tokens)
      if case .pin(let other, _)? = own[node], other != entity {
        diagnostics.append(
          .twicePinned(
            form, ids: [model[other].id, model[entity].id], at: location, after: places[node]))
        own[node] = .never
      } else if own[node] == nil {
        own[node] = .pin(entity, Capitals(tokens, mode: .context))
        places[node] = location
      }
    }
    for form in record.mentionRules.never {
      let tokens = tokens(of: form)
      if tokens.isEmpty { diagnostics.append(.emptyName(form, at: record.location)) }
      guard !tokens.isEmpty, tokens.count <= NameTable.longestName else { continue }
      own[trie.insert(tokens)] = .never
    }
    if !own.isEmpty { rules[id] = own }
  }
}

/// How one form of a name asks to be linked.
private struct NameClaim {
  let mode: NameTable.Mode
  /// Whether its author said so, rather than its type.
  let isChosen: Bool
  /// Countries and places are joined by hyphens and stay what they are, and what the author wants linked
  /// always is; the name of a person, or another that is linked for its several words, becomes another.
  let joinsOthers: Bool

  init(_ form: NameForm, _ tokens: ArraySlice<Token>, kind: String) {
    isChosen = form.link != nil
    mode =
      switch (form.link, form.type) {
      case ("auto", _): .auto
      case ("context", _): .context
      case ("never", _): .never
      case (_, "weak"), (_, "misspelling"): .never
      case (_, "abbreviation"): .context
      default: tokens.wordCount > 1 || kind == "country" ? .auto : .context
      }
    joinsOthers = mode == .auto && (isChosen || kind == "country" || kind == "place")
  }
}

/// The names of one record; forms that fold to the same are one.
private struct OwnNames {
  private(set) var names: [(node: NameTrie.Node, entry: NameTable.Entry)] = []
  private var isChosen: [Bool] = []
  private var places: [NameTrie.Node: Int] = [:]

  mutating func add(
    _ bearer: NameTable.Bearer, _ spelling: NameTable.Spelling, isChosen chosen: Bool,
    at node: NameTrie.Node
  ) {
    guard let place = places[node] else {
      places[node] = names.count
      names.append((node, (bearer, spelling)))
      isChosen.append(chosen)
      return
    }
    // What an author chose counts before what a type suggests; of two choices the more careful one, of
    // two suggestions the freer.
    let known = names[place].entry
    let wins =
      chosen == isChosen[place]
      ? (chosen ? bearer.mode > known.bearer.mode : bearer.mode < known.bearer.mode) : chosen
    let mode = wins ? bearer.mode : known.bearer.mode
    let capitals = min(bearer.capitals, known.bearer.capitals)
    names[place].entry = (
      NameTable.Bearer(
        record: bearer.record, mode: mode, capitals: capitals,
        joinsOthers: wins ? bearer.joinsOthers : known.bearer.joinsOthers),
      wins ? spelling : known.spelling
    )
    isChosen[place] = isChosen[place] || chosen
  }
}

extension NameTable.Signs {
  /// French, Catalan and Italian elisions: what stands before the apostrophe is no part of the name.
  private static let elisions = [
    "c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "un",
    "all", "dall", "dell", "nell", "quell", "sull",
  ]

  /// The elisions become the first words of the lexicon.
  init(addingTo words: inout LexiconBuilder) {
    func add(_ word: String) -> UInt32 {
      let bytes = Array(word.utf8)
      return words.word(bytes, bytes.indices, hash: WordHash(bytes, bytes.indices).value)
    }
    lastElision = Self.elisions.map(add).last ?? 0
    possessive = add("s")
  }
}

extension Diagnostic {
  fileprivate static func emptyName(_ name: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .emptyName, "the name '\(name.shortened)' has neither letters nor digits", at: location)
  }

  fileprivate static func longName(
    _ name: String, words: Int, at location: Location
  ) -> Diagnostic {
    Diagnostic(
      .longName, "the name '\(name.shortened)' has \(words) words", at: location,
      help: "names of at most \(NameTable.longestName) words and signs are found in texts")
  }

  fileprivate static func twicePinned(
    _ form: String, ids: [String], at location: Location, after first: Location?
  ) -> Diagnostic {
    Diagnostic(
      .pinnedTwice, "'\(form)' is pinned to \(ids.quotedList), and so links to neither",
      at: location, notes: first.map { [Note("the other pin is this one", at: $0)] } ?? [],
      help: "keep one of the pins; case and accents make no difference")
  }
}

extension String {
  /// At most its first 60 characters, for a message.
  var shortened: String { unicodeScalars.count > 60 ? String(prefix(60)) + "…" : self }
}
