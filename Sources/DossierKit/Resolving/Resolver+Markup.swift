import Markdown

// What is wrong with the markup of a text.
extension Resolver {
  /// Every `{^key}` has its note, and every note its span or its quotation.
  mutating func checkAnnotations(in text: MarkdownText, of record: ParsedRecord?) {
    let known = record?.annotations.map(\.key) ?? []
    let knownKeys = Set(known)
    let role = record.map { schema.kinds[$0.kind].role }
    var keys: Set<String> = []
    for span in text.document.annotations {
      let key = String(decoding: text.document.bytes(span.key), as: UTF8.self)
      if !text.document.isUnseen(span.span.lowerBound) { keys.insert(key) }
      if knownKeys.contains(key) || record?.unread.mayHold("annotations") == true { continue }
      report(
        Diagnostic(
          .unknownAnnotation, "the annotation '\(key)' has no text",
          at: location(span.keyRange, in: text),
          help: didYouMean(key, among: known)
            ?? (role == nil
              ? "annotations stand at words of an article's or a page's own text, and have none themselves: write it out"
              : role == .entity
                ? "only articles and pages have annotations: write a footnote, '[^\(key)]', or tell what was said under 'claims:'"
                : "add '\(key): …' below 'annotations:' in the front matter")))
    }
    for note in record?.annotations ?? [] where note.passage == nil && !keys.contains(note.key) {
      report(
        Diagnostic(
          .unusedAnnotation, "no span of the text bears the annotation '\(note.key)'",
          at: note.location,
          help: "write '[words]{^\(note.key)}' where it belongs, or delete it"))
    }
  }

  mutating func report(_ problems: [Markdown.Problem], in text: MarkdownText) {
    let uncoloned = UncolonedFootnotes(problems, in: text.document)
    for problem in problems {
      let place = text.location(of: problem.range, in: sources.files)
      guard problem.kind == .undefinedFootnote, let start = uncoloned.start(of: problem.text)
      else {
        report(.markup(problem, at: place))
        continue
      }
      let rest = text.document.source[problem.range.upperBound...].drop { $0 == UInt8(ascii: " ") }
      if start == problem.range.lowerBound {
        report(
          .uncolonedFootnote(problem.text, isSpaced: rest.first == UInt8(ascii: ":"), at: place))
      }
    }
  }
}

/// Footnotes that lack no more than their colon: `[^n] The text` at the start of a paragraph.
private struct UncolonedFootnotes {
  private var starts: [String: Int] = [:]

  init(_ problems: [Markdown.Problem], in document: Document) {
    let undefined = problems.filter { $0.kind == .undefinedFootnote }
    guard !undefined.isEmpty else { return }
    var paragraphs: Set<Int> = []
    for event in document.events where event.enters && event.kind == .paragraph {
      let start = Int(event.lower)
      if start == 0 || document.source[start - 1] == 0x0A { paragraphs.insert(start) }
    }
    for problem in undefined where paragraphs.contains(problem.range.lowerBound) {
      let label = problem.text.lowercased()
      if starts[label] == nil { starts[label] = problem.range.lowerBound }
    }
  }

  /// Where the text of a footnote begins that has no colon.
  func start(of label: String) -> Int? { starts[label.lowercased()] }
}

extension Diagnostic {
  fileprivate static func uncolonedFootnote(
    _ label: String, isSpaced: Bool, at place: Location
  ) -> Diagnostic {
    let slip = isSpaced ? "a space stands before the colon" : "the colon is missing"
    return Diagnostic(
      .unknownNote, "the footnote '\(label)' has no text: \(slip)", at: place,
      help: "write '[^\(label)]: …'")
  }

  fileprivate static func markup(_ problem: Markdown.Problem, at place: Location) -> Diagnostic {
    let text = problem.text
    return switch problem.kind {
    case .directionControl:
      .directionControl(text.unicodeScalars.first ?? "\u{202E}", at: place)
    case .rawHTML:
      Diagnostic(
        .rawHTML, "'\(text)' is shown as text: a page holds no HTML of its authors", at: place,
        help: "write it in Markdown, or put a backslash before the '<'")
    case .openComment: .openComment(text, at: place)
    case .unsafeLink:
      Diagnostic(
        .unsafeLink, "'\(text)' is not an address that a page may link to", at: place,
        help: "addresses begin with 'https://', 'http://' or 'mailto:', or are paths of files")
    case .undefinedFootnote:
      Diagnostic(
        .unknownNote, "the footnote '\(text)' has no text", at: place,
        help: "add a paragraph that begins with '[^\(text)]:', or write '\\[' to show the sign")
    case .unusedFootnote:
      Diagnostic(
        .unusedNote, "nothing on the page refers to the footnote '\(text)'", at: place,
        help: "write '[^\(text)]' where it belongs, or delete it")
    case .duplicateFootnote:
      Diagnostic(
        .duplicateNote, "the footnote '\(text)' has two texts, and the first counts", at: place,
        help: "give the second another name")
    case .emptyWikiLink:
      Diagnostic(
        .emptyLink, "the link '\(text)' names nothing", at: place,
        help: "write an id or a name between the brackets")
    case .nestingTooDeep:
      Diagnostic(
        .markdownLimit, "the text is nested more than \(Document.nestingLimit) deep here",
        at: place, help: "take away some '>' or list marks")
    case .textTooLong:
      Diagnostic(.markdownLimit, "the text is too long to be read", at: place)
    }
  }
}

extension Diagnostic {
  private static func openComment(_ text: String, at place: Location) -> Diagnostic {
    let key = text.prefix { $0 != ":" }
    let isField = text.first?.isLetter == true
    let help =
      switch text.first {
      case " ": "delete the spaces before it: what is indented is shown as code"
      case "{": "write '<!-- … -->', or '\\{' to show the sign"
      case "%": "write '<!-- … -->', or '\\%%' to show the signs"
      case "[": "write '<!-- … -->', or '[//]: # (…)' between empty lines; '\\[' shows the sign"
      case _ where isField:
        "move it up, between the two lines '---'; to show it, write '\(key)\\:'"
      case _ where text.isComment:
        "titles, captions and addresses hold no comments: put it before or behind"
      case _ where text.hasPrefix("<!--"):
        "close it with '-->', with neither '--' nor an empty line within it"
      case "<": "write '<!-- … -->', or '\\<' to show the sign"
      default: "write '<!-- … -->'"
      }
    return Diagnostic(
      .openComment,
      isField
        ? "'\(text)' keeps nothing back, and is shown: it stands in the text"
        : "'\(text)' begins a comment that Markdown does not read as one", at: place, help: help)
  }
}

extension String {
  /// Whether it begins with a comment that has its end.
  fileprivate var isComment: Bool {
    guard hasPrefix("<!--"), let end = dropFirst(4).firstRange(of: "-->") else { return false }
    return !self[..<end.lowerBound].dropFirst(4).contains("--")
  }
}
