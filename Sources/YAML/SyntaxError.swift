/// An error of libyaml, told to somebody who writes about people and places, not about tokens.
struct SyntaxError {
  let failure: Failure
  let bytes: [UInt8]
  /// The part of `bytes` that is YAML.
  let range: Range<Int>
  /// The innermost `[` or `{` that has not been closed.
  let enclosing: Composer.Collection?
  /// The scalar before the error.
  let last: (range: Range<Int>, style: Node.Style)?

  var problem: Problem {
    switch failure.source {
    case .memory: Problem(.syntax, "not enough memory to read the file", at: here)
    case .reader: .unreadable(failure, in: bytes)
    case .scannerOrParser: tab ?? told ?? untold
    }
  }

  /// The first byte of what libyaml stumbled on.
  private var here: Range<Int> { one(failure.offset) }
  private var line: SourceLine { SourceLine(around: failure.offset, in: bytes, bounds: range) }
  private var contextLine: SourceLine {
    SourceLine(around: failure.contextOffset, in: bytes, bounds: range)
  }
  private var byte: UInt8? { failure.offset < range.upperBound ? bytes[failure.offset] : nil }
  private var isAtEnd: Bool {
    bytes[failure.offset..<range.upperBound].allSatisfy(\.isBlankOrBreak)
  }

  private func one(_ offset: Int) -> Range<Int> {
    var end = min(offset + 1, range.upperBound)
    while end < range.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return min(offset, end)..<end
  }

  private func character(at offset: Int) -> String {
    String(decoding: bytes[one(offset)], as: UTF8.self)
  }

  private var tab: Problem? {
    guard byte == 0x09 else { return nil }
    let end = bytes[failure.offset..<range.upperBound].firstIndex { $0 != 0x09 } ?? range.upperBound
    let place = line.isIndentation(upTo: failure.offset) ? "in the indentation" : "for a space"
    return Problem(
      .tab, "a tab stands \(place)", at: failure.offset..<end,
      help: "use spaces, two for each level")
  }

  /// What no case below knows, in libyaml's words.
  private var untold: Problem {
    let context = failure.context.isEmpty ? "" : " \(failure.context)"
    return Problem(.syntax, "not YAML: \(failure.problem)\(context)", at: here)
  }

  private var told: Problem? {
    switch failure.problem {
    case "mapping values are not allowed in this context": colonInText
    case "found character that cannot start any token": needsQuotes(at: failure.offset)
    case "block sequence entries are not allowed in this context": dashInValue
    case "mapping keys are not allowed in this context": needsQuotes(at: failure.offset)
    case "could not find expected ':'": lineWithoutColon
    case "found unexpected end of stream", "found unexpected document indicator": unclosedQuote
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      unknownEscape
    case "did not find expected comment or line break",
      "found an indentation indicator equal to 0":
      failure.context.contains("block scalar") ? textBesideBlockMark : directive
    case "did not find expected key": failure.context.contains("block") ? afterValue : nil
    case "did not find expected '-' indicator": afterValue
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'": inBrackets
    case "did not find expected node content": noValue
    case "did not find expected <document start>": outdented
    default:
      if failure.context.contains("anchor") || failure.context.contains("alias")
        || failure.context.contains("tag") || failure.problem.contains("tag handle")
      {
        needsQuotes(at: failure.contextOffset)
      } else if failure.context.contains("directive") {
        directive
      } else {
        nil
      }
    }
  }
}

extension SyntaxError {
  /// Help that shows the line with its value in quotes, or says it where that would not be enough.
  private func quoting(_ line: SourceLine) -> String {
    if enclosing == nil, let repaired = line.withQuotedValue { return "write \(repaired)" }
    return "put quotes around the whole text"
  }

  private func needsQuotes(at offset: Int) -> Problem {
    let line = SourceLine(around: offset, in: bytes, bounds: range)
    return Problem(
      .syntax, "text that starts with '\(character(at: offset))' needs quotes", at: one(offset),
      help: unknown(line) ?? quoting(line))
  }

  private var colonInText: Problem {
    let line = line
    // The colon is the first of its line: the key was taken into the text above, which it is deeper than.
    if let key = line.key, key.upperBound == failure.offset, let last,
      last.range.lowerBound < line.range.lowerBound, enclosing == nil
    {
      let above = SourceLine(around: last.range.lowerBound, in: bytes, bounds: range)
      let owner = above.key.map { "the value of '\(above.text($0))'" } ?? "the text above"
      return Problem(
        .syntax, "'\(line.text(key))' is indented so that it continues \(owner)", at: key,
        related: ("this text has begun here", above.value),
        help: fact(of: above, with: line)
          ?? "line it up with the key that it stands beside, or put the whole text in quotes")
    }
    return Problem(
      .syntax, "text with ': ' in it needs quotes", at: here, help: quoting(line))
  }

  /// `born: 1966` with `  cite: gazette` below it: what supports a value stands beside it in braces.
  private func fact(of above: SourceLine, with line: SourceLine) -> String? {
    guard let owner = above.key, let key = line.key, Self.support.contains(line.text(key)) else {
      return nil
    }
    let (value, said) = (above.text(above.value), line.text(line.value))
    guard !(value + said).contains(where: "{}[],\"'#".contains), !said.contains(": ") else {
      return nil
    }
    return "write '\(above.text(owner)): {value: \(value), \(line.text(key)): \(said)}'"
  }

  private static let support: Set = ["cite", "confidence", "status", "note", "as_stated", "lang"]

  private var dashInValue: Problem {
    Problem(
      .syntax, "a list cannot begin on the line of its key", at: here,
      help: unknown(line) ?? "begin it on the next line; if it is text, \(quoting(line))")
  }

  /// What stands for `?` and `-` alone, by which people mean that they do not know.
  private func unknown(_ line: SourceLine) -> String? {
    let value = line.text(line.value)
    return ["?", "-"].contains(value)
      ? "write 'unknown' for what is not known, 'none' for what there is not, or leave it out"
      : nil
  }

  private var lineWithoutColon: Problem {
    let line = contextLine
    let text = line.text(line.value)
    if let colon = bytes[line.value].firstIndex(of: 0x3A), colon + 1 < line.value.upperBound {
      let key = String(decoding: bytes[line.value.lowerBound..<colon], as: UTF8.self)
      let value = String(decoding: bytes[(colon + 1)..<line.value.upperBound], as: UTF8.self)
      let isAddress = value.hasPrefix("//")
      return Problem(
        .syntax, "'\(text)' is no key: a key ends with ':' and a space", at: line.value,
        help: isAddress || line.value.count > 80
          ? "put a key before it, or indent it to continue the text above"
          : "write \(key): \(value)")
    }
    return Problem(
      .syntax, "'\(text)' is neither a key with its ':' nor indented like the text above",
      at: line.value,
      help: slip(in: text) ?? "add ':' and a value, or indent it further to continue the text above"
    )
  }

  /// How `-item` and `key = value` are written.
  private func slip(in text: String) -> String? {
    if text.hasPrefix("-"), text.dropFirst().first?.isLetter == true {
      return "write '- \(text.dropFirst())', with a space behind the '-'"
    }
    guard let sign = text.firstRange(of: " = "), !text.hasSuffix("…") else { return nil }
    return
      "write '\(text[..<sign.lowerBound]): \(text[sign.upperBound...])', with a colon for the '='"
  }

  private var unclosedQuote: Problem {
    unclosedQuote(at: failure.contextOffset)
  }

  private func unclosedQuote(at offset: Int) -> Problem {
    let quote = character(at: offset)
    let inside = quote == "'" ? "'' for an apostrophe inside" : "\\\" for a quote inside"
    return Problem(
      .syntax, "this quote is not closed: \(quote)", at: one(offset),
      help: "end the text with \(quote), and write \(inside)")
  }

  private var unknownEscape: Problem {
    let start = max(
      failure.contextOffset,
      bytes[range.lowerBound..<min(failure.offset + 1, range.upperBound)].lastIndex(of: 0x5C)
        ?? failure.offset)
    let end = min(max(start + 2, failure.offset), range.upperBound)
    return Problem(
      .syntax,
      "'\(Word.quotable(bytes[start..<end]))' means nothing between double quotes",
      at: start..<end, help: "use single quotes, or write the backslash twice")
  }

  private var textBesideBlockMark: Problem {
    let mark = character(at: failure.contextOffset)
    return Problem(
      .syntax, "text after '\(mark)' begins on the next line", at: one(failure.contextOffset),
      help: "break the line there and indent the text; if '\(mark)' is part of it, "
        + quoting(contextLine))
  }

  private var directive: Problem {
    Problem(
      .syntax, "a line that starts with '%' needs quotes", at: one(failure.contextOffset),
      help: "put the text in quotes")
  }

  /// Something follows a finished value where the next key or item should be.
  private var afterValue: Problem {
    let line = line
    let before = bytes[line.range.lowerBound..<failure.offset].last { !$0.isBlankOrBreak }
    let isSequence = failure.problem.contains("'-'")
    let began: (message: String, range: Range<Int>) = (
      isSequence ? "the list begins here" : "the keys beside it begin here",
      one(failure.contextOffset)
    )
    switch before {
    case 0x22, 0x27:
      if let last, last.style == .quoted, last.range.upperBound <= failure.offset,
        last.range.lowerBound < line.range.lowerBound
      {
        return unclosedQuote(at: last.range.lowerBound)
      }
      return Problem(
        .syntax, "the text goes on after its closing quote", at: here, help: quoting(line))
    case 0x5D, 0x7D:
      let open = before == 0x5D ? "[" : "{"
      return Problem(
        .syntax,
        "the text goes on after its closing bracket: text that starts with '\(open)' needs quotes",
        at: here, help: quoting(line))
    case nil where isSequence && line.isItem:
      let text = line.text(line.content..<max(line.content, line.value.upperBound))
      return Problem(
        .syntax, "'- \(text)' is indented otherwise than the list that it belongs to", at: here,
        related: began, help: "line its '-' up with the '-' above")
    case nil where isSequence:
      let text = line.text(line.content..<max(line.content, line.value.upperBound))
      return Problem(
        .syntax, "'\(text)' stands where the next '- ' of a list should be",
        at: here, related: began,
        help: "indent it like the lines that it belongs to; '- ' begins another entry of the list")
    case nil where byte == 0x2D:
      return Problem(
        .syntax, "a '- ' stands where the next key should be", at: here, related: began,
        help: "give the list a key with no other value, and indent its items below it")
    case nil:
      let text = line.key.map(line.text) ?? line.text(line.value)
      return Problem(
        .syntax, "the indentation of '\(text)' fits no line above", at: here, related: began,
        help: "line it up with the keys that it belongs to")
    default:
      return untold
    }
  }

  private var inBrackets: Problem {
    let start = failure.contextOffset
    let open = character(at: start)
    let close = open == "[" ? "]" : "}"
    if byte == 0x3A, contextLine.range == line.range {
      return Problem(
        .syntax, "text with ': ' in it needs quotes", at: here,
        help: "put quotes around the text between the commas")
    }
    if contextLine.range == line.range, !isAtEnd {
      return Problem(
        .syntax, "a ',' or '\(close)' is missing before '\(character(at: failure.offset))'",
        at: here,
        related: ("'\(open)' stands here", one(start)),
        help: "quotes around a text make commas and brackets part of it")
    }
    return unclosedBracket(at: start)
  }

  private func unclosedBracket(at start: Int) -> Problem {
    let open = character(at: start)
    let close = open == "[" ? "]" : "}"
    return Problem(
      .syntax, "'\(open)' is not closed", at: one(start),
      related: isAtEnd ? nil : ("'\(close)' is missing before this", here),
      help: "add '\(close)'; if it is part of a text, put quotes around the text")
  }

  private var noValue: Problem {
    if isAtEnd, let enclosing { return unclosedBracket(at: enclosing.start) }
    if enclosing != nil, byte == 0x2C {
      return Problem(
        .syntax, "nothing stands between two commas", at: here, help: "remove one of them")
    }
    return needsQuotes(at: failure.offset)
  }

  private var outdented: Problem {
    let line = line
    let text = line.key.map(line.text) ?? line.text(line.value)
    return Problem(
      .syntax, "'\(text)' does not belong to what stands above", at: here,
      help: "line up all keys of the file, or begin another entry with a line '---'")
  }
}
