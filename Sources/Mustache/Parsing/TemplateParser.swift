/// Reads a template file into a tree, in one pass.
///
/// The rules of white space are the specification's: a tag alone on its line takes the line along.
/// A parent counts as one tag from its opening to its close, and inside it only blocks count.
struct TemplateParser {
  /// Sections in sections; deeper than any page, and shallow enough to walk by recursion.
  static let deepest = 100

  private struct Frame {
    enum Kind {
      case file
      case section(isInverted: Bool)
      case parent(leading: Range<Int>?)
      case block(Int)
    }
    let kind: Kind
    let tag: Tag
    var body: [Node] = []
    /// Of a parent: the blocks that stand in it.
    var blocks: [Int] = []
  }

  private let file: String
  private var scanner: TagScanner
  private var position = 0
  /// Nothing of the line at `position` is in the tree yet.
  private var isAtLineStart = true
  private var frames: [Frame]
  private var blocks: [Block] = []
  private var problems: [Problem] = []

  static func parse(_ file: TemplateLibrary.File) -> ParsedTemplate {
    var parser = TemplateParser(file)
    let nodes = parser.parse()
    return ParsedTemplate(
      file: file.path, bytes: file.bytes, nodes: nodes, blocks: parser.blocks,
      problems: parser.problems)
  }

  private init(_ file: TemplateLibrary.File) {
    self.file = file.path
    self.scanner = TagScanner(file.bytes)
    self.frames = [Frame(kind: .file, tag: Tag(name: "", range: 0..<0, nameRange: 0..<0))]
  }

  private mutating func parse() -> [Node] {
    while let start = scanner.nextOpening(from: position) {
      guard let found = scanner.tag(at: start) else {
        reportUnclosedTag(at: start)
        return frames[0].body
      }
      read(found)
      if frames.count > Self.deepest {
        report(found.range, "sections are nested more than \(Self.deepest) deep")
        return frames[0].body
      }
    }
    addText(upTo: scanner.bytes.count)
    while frames.count > 1 {
      let end = scanner.bytes.count
      reportUnclosed(frames.removeLast(), Problem.Note(range: end..<end, message: "the file ends"))
    }
    return frames[0].body
  }

  // MARK: Tags

  private mutating func read(_ found: TagScanner.Found) {
    switch found.kind {
    case .comment:
      skipStandalone(found)
    case .delimiters:
      skipStandalone(found)
      if !scanner.setDelimiters(found.content) { reportDelimiters(found.range) }
    case .close:
      close(found, tag(of: found))
    case .variable, .unescaped:
      addText(upTo: found.range.lowerBound)
      startLine()
      position = found.range.upperBound
      guard let tag = path(of: found) else { return }
      append(.variable(tag, isEscaped: found.kind == .variable))
    case .section, .inverted:
      skipStandalone(found)
      let tag = path(of: found) ?? unreadable(found)
      frames.append(Frame(kind: .section(isInverted: found.kind == .inverted), tag: tag))
    case .partial:
      let indentation = skipStandalone(found)
      guard let tag = name(of: found) else { return }
      append(.partial(tag, indentation: indentation))
    case .parent:
      openParent(found)
    case .block:
      openBlock(found)
    }
  }

  private mutating func openParent(_ found: TagScanner.Found) {
    let leading = scanner.leadingSpace(before: found.range.lowerBound)
    addText(upTo: leading?.lowerBound ?? found.range.lowerBound)
    position = found.range.upperBound
    isAtLineStart = false
    frames.append(Frame(kind: .parent(leading: leading), tag: name(of: found) ?? unreadable(found)))
  }

  private mutating func openBlock(_ found: TagScanner.Found) {
    let tag = name(of: found) ?? unreadable(found)
    let index = blocks.count
    if isInParent {
      position = scanner.nextLine(after: found.range.upperBound) ?? found.range.upperBound
      isAtLineStart = position > found.range.upperBound
      blocks.append(Block(tag: tag, isStandalone: isAtLineStart, leading: 0..<0))
    } else {
      let standalone = skipStandalone(found)
      let leading = scanner.leadingSpace(before: found.range.lowerBound)
      blocks.append(Block(tag: tag, isStandalone: standalone != nil, leading: leading ?? 0..<0))
    }
    frames.append(Frame(kind: .block(index), tag: tag))
  }

  private mutating func close(_ found: TagScanner.Found, _ tag: Tag) {
    guard let opener = frames.lastIndex(where: { $0.tag.name == tag.name }), opener > 0 else {
      reportStray(tag)
      skipStandalone(found)
      return
    }
    while frames.count > opener + 1 {
      let note = Problem.Note(range: tag.range, message: "'\(tag.name)' around it closes here")
      reportUnclosed(frames.removeLast(), note)
    }
    switch frames[opener].kind {
    case .file:
      break
    case .section(let isInverted):
      skipStandalone(found)
      let frame = frames.removeLast()
      append(.section(frame.tag, isInverted: isInverted, body: frame.body))
    case .parent(let leading):
      addText(upTo: found.range.lowerBound)
      closeParent(frames.removeLast(), leading: leading, end: found.range.upperBound)
    case .block(let index):
      closeBlock(found, index)
    }
  }

  private mutating func closeParent(_ frame: Frame, leading: Range<Int>?, end: Int) {
    if let leading, let next = scanner.nextLine(after: end) {
      append(.parent(frame.tag, blocks: frame.blocks, indentation: leading))
      position = next
      isAtLineStart = true
    } else {
      if let leading { append(.line(leading)) }
      append(.parent(frame.tag, blocks: frame.blocks, indentation: nil))
      position = end
      isAtLineStart = false
    }
  }

  private mutating func closeBlock(_ found: TagScanner.Found, _ index: Int) {
    let isArgument = if case .parent = frames[frames.count - 2].kind { true } else { false }
    if isArgument {
      let leading = scanner.leadingSpace(before: found.range.lowerBound)
      addText(upTo: leading?.lowerBound ?? found.range.lowerBound)
      position = found.range.upperBound
    } else {
      skipStandalone(found)
    }
    let frame = frames.removeLast()
    blocks[index].body = frame.body
    blocks[index].indentation =
      blocks[index].isStandalone ? indentation(of: frame.body) : nil
    if isArgument {
      frames[frames.count - 1].blocks.append(index)
    } else {
      append(.block(index))
    }
  }

  /// The white space that the first line of `body` with anything on it begins with.
  private func indentation(of body: [Node]) -> Range<Int>? {
    for node in body {
      switch node {
      case .line(let space):
        let next = scanner.nextLine(after: space.upperBound)
        if next == nil || next == space.upperBound { return space }
      case .partial(_, .some(let space)), .parent(_, _, .some(let space)):
        return space
      case .section(_, _, let body):
        if let space = indentation(of: body) { return space }
      default:
        continue
      }
    }
    return nil
  }

  // MARK: Text

  private var isInParent: Bool {
    if case .parent = frames[frames.count - 1].kind { true } else { false }
  }

  private mutating func append(_ node: Node) {
    if isInParent { reportIgnored(node) }
    frames[frames.count - 1].body.append(node)
  }

  /// Adds the text before the tag and moves behind it, or behind its line where it stands alone.
  ///
  /// Returns the white space before a tag that stands alone.
  @discardableResult
  private mutating func skipStandalone(_ found: TagScanner.Found) -> Range<Int>? {
    if let leading = scanner.leadingSpace(before: found.range.lowerBound),
      let next = scanner.nextLine(after: found.range.upperBound)
    {
      addText(upTo: leading.lowerBound)
      position = next
      isAtLineStart = true
      return leading
    }
    addText(upTo: found.range.lowerBound)
    startLine()
    position = found.range.upperBound
    return nil
  }

  private mutating func addText(upTo end: Int) {
    while position < end {
      if isAtLineStart {
        let start = position
        while position < end, TagScanner.isBlank(scanner.bytes[position]) { position += 1 }
        append(.line(start..<position))
        isAtLineStart = false
      }
      let start = position
      while position < end, !isAtLineStart {
        isAtLineStart = scanner.bytes[position] == UInt8(ascii: "\n")
        position += 1
      }
      if start < position { append(.text(start..<position)) }
    }
  }

  private mutating func startLine() {
    guard isAtLineStart else { return }
    append(.line(position..<position))
    isAtLineStart = false
  }

  // MARK: Names

  private func tag(of found: TagScanner.Found) -> Tag {
    Tag(name: text(found.content), range: found.range, nameRange: found.content)
  }

  private func unreadable(_ found: TagScanner.Found) -> Tag {
    var tag = tag(of: found)
    tag.isReadable = false
    return tag
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: scanner.bytes[range], as: UTF8.self)
  }

  /// A tag whose name is one word.
  private mutating func name(of found: TagScanner.Found) -> Tag? {
    if found.content.isEmpty {
      report(found.range, "the tag has no name")
      return nil
    }
    if scanner.bytes[found.content].contains(where: TagScanner.isSpace) {
      report(found.content, "the name '\(text(found.content))' has a space in it")
      return nil
    }
    return tag(of: found)
  }

  /// A tag that names a value: `.`, a name, or names with dots between them.
  private mutating func path(of found: TagScanner.Found) -> Tag? {
    guard let tag = name(of: found) else { return nil }
    let dot = UInt8(ascii: ".")
    let parts = scanner.bytes[found.content].split(separator: dot, omittingEmptySubsequences: false)
    if parts.count > 1, tag.name != ".", parts.contains(where: \.isEmpty) {
      report(found.content, "the name '\(tag.name)' has a dot with nothing beside it")
      return nil
    }
    if parts.count > Self.deepest {
      report(found.content, "the name has more than \(Self.deepest) parts")
      return nil
    }
    return tag
  }
}

// MARK: - Problems

extension TemplateParser {
  private mutating func report(
    _ range: Range<Int>, _ message: String, help: String? = nil, note: Problem.Note? = nil
  ) {
    problems.append(Problem(.syntax, in: file, at: range, message, help: help, note: note))
  }

  private mutating func reportUnclosedTag(at start: Int) {
    let closing = String(decoding: scanner.closing, as: UTF8.self)
    report(
      start..<start + scanner.opening.count, "the tag is not closed",
      help: "close it with '\(closing)'")
  }

  private mutating func reportUnclosed(_ frame: Frame, _ note: Problem.Note) {
    report(
      frame.tag.range, "'\(frame.tag.name)' is not closed",
      help: "close it with '{{/\(frame.tag.name)}}'", note: note)
  }

  private mutating func reportStray(_ tag: Tag) {
    guard frames.count > 1, let open = frames.last?.tag else {
      report(tag.range, "'{{/\(tag.name)}}' closes nothing: no section is open")
      return
    }
    report(
      tag.range, "'{{/\(tag.name)}}' closes nothing", help: "did you mean '{{/\(open.name)}}'?",
      note: Problem.Note(range: open.range, message: "'\(open.name)' is open since here"))
  }

  private mutating func reportIgnored(_ node: Node) {
    let parent = frames[frames.count - 1].tag.name
    switch node {
    case .variable(let tag, _), .section(let tag, _, _), .partial(let tag, _),
      .parent(let tag, _, _):
      report(
        tag.range, "'\(tag.name)' is not in a block, and only blocks count in '{{<\(parent)}}'",
        help: "put it in a block of '\(parent)', or behind '{{/\(parent)}}'")
    case .line, .text, .block: break
    }
  }

  private mutating func reportDelimiters(_ range: Range<Int>) {
    report(
      range, "delimiters are two words without '='", help: "write them as in '{{=<% %>=}}'")
  }
}
