/// Every name that texts are searched for, and whose it is.
struct NameTable: Sendable {
  /// Names of more words and signs than this are nobody's.
  static let longestName = 100

  let lexicon: Lexicon
  let trie: NameTrie
  /// Who bears each name, those of one name together; what the report says of them stands beside it.
  let bearers: [Bearer]
  private let spellings: [Spelling]
  /// Where the bearers of each form begin; one more than there are forms. The first form is none.
  private let starts: [UInt32]
  /// The form that ends at each node.
  private let formAtNode: [UInt32]
  /// Whether some text has a rule of its own for the name that ends at a node.
  private let isRuled: [Bool]
  /// What each text says of names in it, by their nodes.
  let rules: [RecordID: [NameTrie.Node: Rule]]
  let signs: Signs

  /// One who bears a name.
  struct Bearer: Sendable {
    let record: RecordID
    let mode: Mode
    let capitals: Capitals
    /// Whether the name keeps its meaning where a hyphen joins it to another, as in `Belarus-Russia talks`.
    let joinsOthers: Bool
  }

  /// A name as its author wrote it, and where.
  struct Spelling: Sendable {
    let text: String
    let location: Location
  }

  typealias Entry = (bearer: Bearer, spelling: Spelling)

  /// When a name is one.
  enum Mode: UInt8, Sendable, Comparable {
    /// Wherever it is found.
    case auto
    /// Once its bearer has been mentioned in full.
    case context
    case never

    static func < (a: Mode, b: Mode) -> Bool { a.rawValue < b.rawValue }
  }

  /// What one article says of a text in it.
  enum Rule: Sendable {
    case pin(RecordID, Capitals)
    case never
  }

  /// Words that apostrophes join to names without being part of them.
  struct Signs: Sendable {
    /// Words up to this number are elided before a name: `l'Ukraine`, `d'Alger`.
    let lastElision: UInt32
    /// The `s` of the possessive.
    let possessive: UInt32
  }

  init(
    lexicon: Lexicon, trie: NameTrie, names: [NameTrie.Node: [Entry]],
    rules: [RecordID: [NameTrie.Node: Rule]], signs: Signs
  ) {
    var formAtNode = [UInt32](repeating: 0, count: trie.count)
    var starts: [UInt32] = [0, 0]
    var entries: [Entry] = []
    for (node, bearers) in names.sorted(by: { $0.key < $1.key }) {
      formAtNode[Int(node)] = UInt32(starts.count - 1)
      entries.append(contentsOf: bearers)
      starts.append(UInt32(entries.count))
    }
    var isRuled = [Bool](repeating: false, count: trie.count)
    for node in rules.values.flatMap(\.keys) { isRuled[Int(node)] = true }
    self.lexicon = lexicon
    self.trie = trie
    self.bearers = entries.map(\.bearer)
    self.spellings = entries.map(\.spelling)
    self.starts = starts
    self.formAtNode = formAtNode
    self.isRuled = isRuled
    self.rules = rules
    self.signs = signs
  }

  /// Those whose name ends at a node, in the order of the records; indices of ``bearers``.
  @inline(__always)
  func bearers(at node: NameTrie.Node) -> Range<Int> {
    let form = Int(formAtNode[Int(node)])
    return Int(starts[form])..<Int(starts[form + 1])
  }

  /// The same with what they are called.
  func entries(at node: NameTrie.Node) -> [Entry] {
    bearers(at: node).map { (bearers[$0], spellings[$0]) }
  }

  /// Whether the name that ends at a node would be linked to several wherever it stands.
  func isContested(_ node: NameTrie.Node) -> Bool {
    let range = bearers(at: node)
    return range.count > 1 && bearers[range].count(where: { $0.mode == .auto }) > 1
  }

  /// Whether a name ends here, or what a text's own rule speaks of.
  @inline(__always)
  func isName(_ node: NameTrie.Node, under rules: [NameTrie.Node: Rule]) -> Bool {
    formAtNode[Int(node)] != 0 || (isRuled[Int(node)] && rules[node] != nil)
  }

  /// Names that more than one record would be linked by wherever they stand, in the order of the trie.
  var contested: [NameTrie.Node] {
    formAtNode.indices.lazy.map { NameTrie.Node($0) }.filter { isContested($0) }
  }
}

/// The capitals that a name needs in order not to be a common word.
enum Capitals: UInt8, Sendable, Comparable {
  case any
  /// The first letter: `Young` is no "young".
  case first
  /// All of them: `US` is no "us".
  case all

  static func < (a: Capitals, b: Capitals) -> Bool { a.rawValue < b.rawValue }

  /// - Parameter name: A name's tokens; one of several words can hardly be mistaken.
  init(_ name: ArraySlice<Token>, mode: NameTable.Mode) {
    guard name.wordCount == 1, name.first?.flags.contains(.capital) ?? false else {
      self = .any
      return
    }
    let letters = name.reduce(0) { $0 + ($1.flags.contains(.word) ? $1.upper - $1.lower : 0) }
    if letters > 1, !name.contains(where: { $0.flags.contains(.lowercase) }) {
      self = .all
    } else {
      self = mode == .auto ? .any : .first
    }
  }
}

extension ArraySlice<Token> {
  /// How many words a reader would count: parts between spaces, and each character of Chinese.
  var wordCount: Int {
    var count = 0
    var isOpen = false
    for token in self {
      if token.flags.contains(.gap) { isOpen = false }
      guard token.flags.contains(.word) else { continue }
      if !isOpen || token.flags.contains(.ideograph) { count += 1 }
      isOpen = true
    }
    return count
  }
}
