/// Every name that texts are searched for, and whose it is.
struct NameTable: Sendable {
  /// Names of more words and signs than this are nobody's.
  static let longestName = 100

  let lexicon: Lexicon
  let trie: NameTrie
  /// Who bears the name that ends at each node: an index of ``forms``, or nil.
  private let formAtNode: [UInt32]
  private let forms: [[Bearer]]
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
    /// As its author wrote it.
    let text: String
    let location: Location
  }

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
    lexicon: Lexicon, trie: NameTrie, bearers: [NameTrie.Node: [Bearer]],
    rules: [RecordID: [NameTrie.Node: Rule]], signs: Signs
  ) {
    var formAtNode = [UInt32](repeating: 0, count: trie.count)
    var forms: [[Bearer]] = [[]]
    for (node, bearers) in bearers.sorted(by: { $0.key < $1.key }) {
      formAtNode[Int(node)] = UInt32(forms.count)
      forms.append(bearers)
    }
    var isRuled = [Bool](repeating: false, count: trie.count)
    for node in rules.values.flatMap(\.keys) { isRuled[Int(node)] = true }
    self.lexicon = lexicon
    self.trie = trie
    self.formAtNode = formAtNode
    self.forms = forms
    self.isRuled = isRuled
    self.rules = rules
    self.signs = signs
  }

  /// Those whose name ends at a node, in the order of the records.
  func bearers(_ node: NameTrie.Node) -> [Bearer] { forms[Int(formAtNode[Int(node)])] }

  /// Whether a name ends here, or what a text's own rule speaks of.
  @inline(__always)
  func isName(_ node: NameTrie.Node, under rules: [NameTrie.Node: Rule]) -> Bool {
    formAtNode[Int(node)] != 0 || (isRuled[Int(node)] && rules[node] != nil)
  }

  /// Names that more than one record would be linked by wherever they stand, in the order of the trie.
  var contested: [NameTrie.Node] {
    formAtNode.indices.lazy.filter { forms[Int(formAtNode[$0])].isContested }
      .map { NameTrie.Node($0) }
  }
}

extension [NameTable.Bearer] {
  /// Whether two of them would be linked wherever the name stands.
  var isContested: Bool { count > 1 && count(where: { $0.mode == .auto }) > 1 }
}

/// The capitals that a name needs in order not to be a common word.
enum Capitals: UInt8, Sendable {
  case any
  /// The first letter: `Young` is no "young".
  case first
  /// All of them: `US` is no "us".
  case all

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
