/// Builds the tree from events, with a stack of its own, and checks the rules that libyaml does not know.
struct Composer {
  private(set) var documents: [Node] = []
  private(set) var problems: [Problem] = []
  /// Where and why nothing more could be read; nil at the end of the stream.
  private(set) var stop: Stop?

  private let bytes: [UInt8]
  private let range: Range<Int>
  /// The collections that have begun and not ended, outermost first.
  private var open: [Collection] = []
  /// Finished nodes whose collection has not ended: one array for all levels.
  private var pending: [Node] = []
  /// The scalar that ended last, which explains many an error after it.
  private var lastScalar: (range: Range<Int>, style: Node.Style)?

  /// Where each document began, the open one included.
  private var starts: [Int] = []

  /// Why reading ended before the stream did.
  struct Stop {
    /// Where that begins which cannot be read.
    let place: Int
    /// How far reading had come.
    let reached: Int
    /// A place in the document that was being read.
    let document: Int
    var isTooDeep = false
  }

  /// A sequence or mapping that has begun.
  struct Collection {
    let isMapping: Bool
    let start: Int
    let style: Node.Style
    /// Where its nodes begin in `pending`.
    let first: Int
  }

  init(bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    // An entity fits in, so that reading it grows neither.
    open.reserveCapacity(8)
    pending.reserveCapacity(48)
  }

  /// A hostile file may hold a million mistakes; nobody reads that many, and memory is not free.
  private static let mostProblems = 1000

  mutating func report(_ problem: Problem) {
    if problems.count < Self.mostProblems { problems.append(problem) }
  }

  /// Reads to the end of the stream, or to the first error that nothing can be read after.
  mutating func compose(_ parser: inout EventParser) {
    do {
      while try step(parser.next()) {}
    } catch {
      let enclosing = open.last { $0.style == .flow }
      let account = SyntaxError(
        failure: error, bytes: bytes, range: range, enclosing: enclosing, last: lastScalar)
      let problem = account.problem
      report(problem)
      guard error.source != .memory else { return }
      stop = Stop(
        place: beginning(of: problem, at: error.offset), reached: error.offset,
        document: starts.last ?? range.lowerBound)
    }
  }

  /// Where that begins which an error breaks: a text of several lines, brackets around it, or the error's place.
  private func beginning(of problem: Problem, at offset: Int) -> Int {
    var place = problem.range.lowerBound
    if let bracket = open.first(where: { $0.style == .flow }) { place = min(place, bracket.start) }
    // A line without its colon is taken into one text with the next.
    if let lastScalar, lastScalar.range.contains(place) { place = lastScalar.range.lowerBound }
    if let lastScalar, lastScalar.range.upperBound <= offset, lastScalar.style == .quoted,
      !bytes[lastScalar.range.upperBound..<offset].contains(where: \.isBreak)
    {
      place = min(place, lastScalar.range.lowerBound)
    }
    return place
  }

  /// Forgets what was read from `offset` on, which is to be read once more without the lines of `gaps`.
  mutating func reopen(at offset: Int, without gaps: [Range<Int>]) {
    stop = nil
    open.removeAll(keepingCapacity: true)
    pending.removeAll(keepingCapacity: true)
    lastScalar = nil
    while let start = starts.last, start >= offset {
      starts.removeLast()
      if documents.count > starts.count { documents.removeLast() }
    }
    // Those in a gap are not met again; nor are errors of syntax, each of which has made one.
    problems.removeAll { problem in
      let place = problem.range.lowerBound
      return place >= offset && !problem.kind.leavesGap && !gaps.contains { $0.contains(place) }
    }
  }

  /// Takes one event in; false where there is nothing more to read.
  private mutating func step(_ event: Event) -> Bool {
    if event.hasAnchor { report(.anchor(at: event.range, in: bytes)) }
    if event.hasTag { report(.tag(at: event.range, in: bytes)) }
    switch event.kind {
    case .streamStart:
      break
    case .documentStart:
      starts.append(event.range.lowerBound)
    case .streamEnd:
      return false
    case .documentEnd:
      documents.append(contentsOf: pending.prefix(1))
      pending.removeAll(keepingCapacity: true)
      lastScalar = nil
    case .alias:
      report(.alias(at: event.range, in: bytes))
      pending.append(Node(value: .scalar(""), range: event.range, style: .plain))
    case .scalar:
      let range =
        event.style == .literal || event.style == .folded ? trimmed(event.range) : event.range
      lastScalar = (range, event.style)
      pending.append(Node(value: .scalar(event.text), range: range, style: event.style))
    case .sequenceStart, .mappingStart:
      guard open.count < Stream.deepest else {
        report(.tooDeep(at: event.range))
        stop = Stop(
          place: open[1].start, reached: event.range.lowerBound,
          document: starts.last ?? range.lowerBound, isTooDeep: true)
        return false
      }
      open.append(
        Collection(
          isMapping: event.kind == .mappingStart, start: event.range.lowerBound, style: event.style,
          first: pending.count))
    case .sequenceEnd, .mappingEnd:
      close(at: event.range.upperBound)
    }
    return true
  }

  /// Makes a node of the innermost open collection and what has come since it began.
  private mutating func close(at end: Int) {
    guard let collection = open.popLast() else { return }
    // By index, not by slice: a slice would share `pending`, and each change then copy all of it.
    let first = collection.first
    let count = pending.count - first
    // The end of a block collection is where the next thing begins; its last node knows better.
    let end =
      collection.style == .flow || count == 0
      ? max(end, collection.start) : pending[pending.count - 1].range.upperBound
    let value: Node.Value
    if collection.isMapping {
      var pairs: [Node.Pair] = []
      pairs.reserveCapacity(count / 2)
      for index in stride(from: first, to: first + count - 1, by: 2) {
        let key = pending[index]
        if key.text == nil {
          report(.nonScalarKey(at: key.range))
        } else {
          pairs.append(Node.Pair(key: key, value: pending[index + 1]))
        }
      }
      reportDuplicates(in: pairs)
      value = .mapping(pairs)
    } else {
      value = .sequence(Array(pending[first...]))
    }
    pending.removeLast(count)
    pending.append(Node(value: value, range: collection.start..<end, style: collection.style))
  }

  /// Mappings up to this size are checked pair by pair, which is faster than hashing.
  private static let smallMapping = 12

  private mutating func reportDuplicates(in pairs: [Node.Pair]) {
    if pairs.count <= Self.smallMapping {
      for (index, pair) in pairs.enumerated().dropFirst() {
        if let first = pairs[..<index].first(where: { $0.key.text == pair.key.text }) {
          report(.duplicateKey(pair.key, after: first.key))
        }
      }
    } else {
      var firsts: [String: Int] = [:]
      firsts.reserveCapacity(pairs.count)
      for (index, pair) in pairs.enumerated() {
        let key = pair.key.text ?? ""
        if let first = firsts[key] {
          report(.duplicateKey(pair.key, after: pairs[first].key))
        } else {
          firsts[key] = index
        }
      }
    }
  }

  /// Without the line ends and blank lines that libyaml counts to a block scalar.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1].isBlankOrBreak { end -= 1 }
    return range.lowerBound..<end
  }
}

extension UInt8 {
  /// Whether this is a space, a tab or part of a line end.
  var isBlankOrBreak: Bool { self == 0x20 || self == 0x09 || isBreak }

  /// Whether this is a carriage return or a line feed.
  var isBreak: Bool { self == 0x0A || self == 0x0D }
}

extension Problem {
  fileprivate static func duplicateKey(_ key: Node, after first: Node) -> Problem {
    Problem(
      .duplicateKey, "key '\(key.text ?? "")' is given twice", at: key.range,
      related: ("'\(first.text ?? "")' is given here first", first.range),
      help: "remove one of them, or give one key with a list of both values")
  }

  fileprivate static func anchor(at range: Range<Int>, in bytes: [UInt8]) -> Problem {
    let word = Word(at: range.lowerBound, in: bytes)
    return Problem(
      .anchor, "'\(word.text)' is a YAML anchor, and those are not supported", at: word.range,
      help: "write the value out where it is needed; text that starts with '&' needs quotes")
  }

  fileprivate static func alias(at range: Range<Int>, in bytes: [UInt8]) -> Problem {
    let word = Word(at: range.lowerBound, in: bytes)
    return Problem(
      .alias, "'\(word.text)' is a YAML alias, and those are not supported", at: word.range,
      help: "write the value out here; text that starts with '*' needs quotes")
  }

  fileprivate static func tag(at range: Range<Int>, in bytes: [UInt8]) -> Problem {
    let word = Word(at: range.lowerBound, in: bytes)
    return Problem(
      .tag, "'\(word.text)' is a YAML tag, and those are not supported", at: word.range,
      help: "leave it out: the field decides the type; text that starts with '!' needs quotes")
  }

  fileprivate static func nonScalarKey(at range: Range<Int>) -> Problem {
    Problem(
      .nonScalarKey, "a key must be text, not a list or a mapping", at: range,
      help: "put quotes around text that starts with '[' or '{'")
  }

  fileprivate static func tooDeep(at range: Range<Int>) -> Problem {
    Problem(
      .tooDeep, "lists and mappings nest deeper than \(Stream.deepest) levels", at: range,
      help: "close the brackets, or move what is deepest to an entry of its own")
  }
}
