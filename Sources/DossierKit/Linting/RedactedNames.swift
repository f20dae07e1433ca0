/// Every form of the names of what was removed, but for those that somebody else bears.
struct RedactedNames: Sendable {
  struct Form: Sendable {
    let owner: RecordID
    /// Whether it says by itself who is meant, as a name of several words does.
    let isFull: Bool
    /// Which of its words begin with a capital, the first lowest: "may hope" names nobody.
    var capitals: UInt64
  }

  /// Those that were removed, by id.
  let ids: [String: RecordID]
  let trie: NameTrie
  let lexicon: Lexicon
  private(set) var forms: [NameTrie.Node: Form]

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
    let comma = Self.comma(&scanner)
    var trie = NameTrie(capacity: removed.count)
    var forms: [NameTrie.Node: Form] = [:]
    func add(_ name: [Token], of owner: RecordID, isFull: Bool) {
      let node = trie.insert(name[...])
      let capitals = name.filter { $0.flags.contains(.word) }.capitals
      let known = forms[node]?.capitals ?? capitals
      forms[node] = Form(owner: owner, isFull: isFull, capitals: capitals & known)
    }
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
        let words = Array(tokens).joined(in: bytes).filter { $0.flags.contains(.word) }
        guard !words.isEmpty else { continue }
        add(words, of: owner, isFull: isFull)
        // As in an index: "Quill, Zorba".
        for split in words.indices.dropFirst() {
          add(words[split...] + [comma] + words[..<split], of: owner, isFull: isFull)
        }
      }
    }
    guard !forms.isEmpty else { return nil }
    (ids, self.trie, self.forms) = (removed, trie, forms)
    lexicon = scanner.words.lexicon
  }

  private static func comma(_ scanner: inout WordScanner<LexiconBuilder>) -> Token {
    scanner.scan([UInt8(ascii: ",")], 0..<1)
    return scanner.tokens[0].withoutGap
  }
}

extension [Token] {
  /// The words, and the signs that part them: what joins two, as a hyphen or a space does, makes no difference.
  func joined(in bytes: [UInt8]) -> [Token] {
    var joined: [Token] = []
    joined.reserveCapacity(count)
    for (index, token) in enumerated() {
      if token.flags.contains(.word) {
        joined.append(token.withoutGap)
        continue
      }
      let isBeforeGap = index + 1 < count ? self[index + 1].flags.contains(.gap) : true
      switch bytes[Int(token.lower)] {
      case UInt8(ascii: "_"), UInt8(ascii: "+"): continue
      // That of an initial, or in a file's name.
      case UInt8(ascii: "."):
        let isInitial = joined.last.map { $0.upper - $0.lower == 1 } ?? false
        if isInitial || !isBeforeGap { continue }
      default:
        let isJoint = token.flags.contains(.hyphen) || token.flags.contains(.apostrophe)
        if isJoint, !isBeforeGap || !token.flags.contains(.gap) { continue }
      }
      joined.append(token.withoutGap)
    }
    return joined
  }

  /// Which of them begin with a capital, the first lowest.
  var capitals: UInt64 {
    enumerated().prefix(64).reduce(0) {
      $1.element.flags.contains(.capital) ? $0 | 1 << UInt64($1.offset) : $0
    }
  }
}

extension Token {
  fileprivate var withoutGap: Token {
    Token(id: id, lower: lower, upper: upper, flags: flags.subtracting(.gap))
  }
}
