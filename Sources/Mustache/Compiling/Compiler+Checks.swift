extension Compiler {
  /// A value must have text, be put out as what it is, and be safe where it stands.
  mutating func checkVariable(
    _ tag: Tag, _ operand: MemberTables.Operand, isEscaped: Bool, _ origin: Origin
  ) {
    switch operand.shape {
    case _ where operand.isLength, .text, .url:
      if !isEscaped { reportRaw(tag, origin) }
    case .html:
      let isInText = current.markup.map { $0.place == .text } ?? true
      if isEscaped, isInText { reportEscaped(tag, origin) }
    case .flag, .list, .object:
      reportNotText(tag, operand.shape, origin)
      return
    }
    if let markup = current.markup { checkPlace(tag, operand, markup, origin) }
  }

  private mutating func checkPlace(
    _ tag: Tag, _ operand: MemberTables.Operand, _ markup: Markup, _ origin: Origin
  ) {
    switch markup.place {
    case .text:
      break
    case .value(.none), .beforeValue:
      reportUnquoted(tag, markup, origin)
    case .value:
      if markup.attribute == .code {
        reportScript(tag, markup, origin)
      } else if case .html = operand.shape {
        reportMarkupInAttribute(tag, markup, origin)
      } else if markup.attribute == .url, !markup.isFragment {
        if case .url = operand.shape, !operand.isLength { return }
        reportNotAURL(tag, markup, origin)
      }
    case .raw:
      reportScript(tag, markup, origin)
    case .comment, .declaration:
      reportComment(tag, markup, origin)
    case .opened, .tagName, .tag, .attributeName, .afterName:
      reportInTag(tag, markup, origin)
    }
  }

  /// Recursion ends when every round goes deeper into the data: values are finite.
  ///
  /// So a round may not take its context from outside of the one it was called about, and not every
  /// call of it may pass on the context it has.
  mutating func checkRecursion() {
    var all: [Int: [Int]] = [:]
    var level: [Int: [Int]] = [:]
    for call in calls.keys {
      all[call.caller, default: []].append(call.callee)
      if call.descent == .same { level[call.caller, default: []].append(call.callee) }
    }
    for (call, place) in calls {
      switch call.descent {
      case .deeper: break
      case .same: if leads(from: call.callee, to: call.caller, level) { reportEndless(place) }
      case .elsewhere: if leads(from: call.callee, to: call.caller, all) { reportEndless(place) }
      }
    }
  }

  private func leads(from start: Int, to end: Int, _ calls: [Int: [Int]]) -> Bool {
    var seen: Set<Int> = [start]
    var open = [start]
    while let routine = open.popLast() {
      if routine == end { return true }
      for callee in calls[routine, default: []] where seen.insert(callee).inserted {
        open.append(callee)
      }
    }
    return false
  }

  /// Every block that a child fills must be one that the parent has.
  ///
  /// Where a part of the page could not be compiled, its blocks are not known.
  mutating func checkBlocks() {
    let hiding: Set<Problem.Kind> = [.syntax, .unknownName, .missingTemplate, .recursion]
    guard !problems.contains(where: { hiding.contains($0.kind) }) else { return }
    for given in blocks.unused { reportUnknownBlock(given) }
  }
}

// MARK: - Problems

extension Compiler {
  private mutating func report(
    _ kind: Problem.Kind, _ template: Int, _ range: Range<Int>, _ message: String,
    help: String? = nil
  ) {
    problems.insert(
      Problem(kind, in: library.templates[template].file, at: range, message, help: help))
  }

  mutating func reportUnknown(_ tag: Tag, _ origin: Origin) {
    guard isChecked, tag.isReadable else { return }
    let nearest = tables.nearest(to: tag.name, in: current.scope)
    report(
      .unknownName, origin.template, tag.nameRange, "there is no '\(tag.name)' here",
      help: nearest.map { "did you mean '\($0)'?" })
  }

  mutating func reportMissing(_ tag: Tag, _ origin: Origin) {
    guard isChecked, tag.isReadable else { return }
    let nearest = nearestName(to: tag.name, among: library.indices.keys)
    report(
      .missingTemplate, origin.template, tag.nameRange, "there is no template '\(tag.name)'",
      help: nearest.map { "did you mean '\($0)'?" })
  }

  mutating func reportMissingPage(_ name: String) {
    let nearest = nearestName(to: name, among: library.indices.keys)
    problems.insert(
      Problem(
        .missingTemplate, in: "\(name).mustache", at: 0..<0, "there is no template '\(name)'",
        help: nearest.map { "did you mean '\($0)'?" }))
  }

  private mutating func reportUnknownBlock(_ given: BlockUse.Given) {
    let nearest = nearestName(to: given.tag.name, among: blocks.names)
    report(
      .unknownBlock, given.template, given.tag.nameRange,
      "'\(given.parent.name)' has no block '\(given.tag.name)'",
      help: nearest.map { "did you mean '\($0)'?" })
  }

  mutating func reportDeep(_ tag: Tag, _ origin: Origin) {
    report(
      .recursion, origin.template, tag.range,
      "'\(tag.name)' is more than \(Self.deepest) sections, partials and blocks deep")
  }

  mutating func reportLarge(_ tag: Tag, _ origin: Origin) {
    report(
      .recursion, origin.template, tag.range,
      "'\(tag.name)' makes the page of more than \(Self.largest) partials and blocks")
  }

  private mutating func reportEndless(_ place: Routine.CallPlace) {
    report(
      .recursion, place.template, place.tag.range,
      "'\(place.tag.name)' comes back to itself without going deeper into the data",
      help: "include it in a section over a member of what it is about")
  }

  private mutating func reportNotText(_ tag: Tag, _ shape: Shape, _ origin: Origin) {
    let (what, help) =
      switch shape {
      case .flag: ("a flag", "write '{{#\(tag.name)}}…{{/\(tag.name)}}'")
      case .list: ("a list", "write '{{#\(tag.name)}}…{{/\(tag.name)}}', or '\(tag.name).length'")
      default: ("an object", "name a member of it")
      }
    report(
      .notText, origin.template, tag.range, "'\(tag.name)' is \(what) and has no text",
      help: help)
  }

  private mutating func reportRaw(_ tag: Tag, _ origin: Origin) {
    report(
      .rawText, origin.template, tag.range, "'\(tag.name)' is text and must be escaped",
      help: "write '{{\(tag.name)}}'")
  }

  private mutating func reportEscaped(_ tag: Tag, _ origin: Origin) {
    report(
      .escapedHTML, origin.template, tag.range, "'\(tag.name)' is markup and would show as text",
      help: "write '{{{\(tag.name)}}}'")
  }

  private mutating func reportNotAURL(_ tag: Tag, _ markup: Markup, _ origin: Origin) {
    report(
      .notAURL, origin.template, tag.range,
      "'\(tag.name)' is not an address, which '\(markup.attributeName)' wants",
      help: "name an address; text may only follow a '#'")
  }

  private mutating func reportMarkupInAttribute(
    _ tag: Tag, _ markup: Markup, _ origin: Origin
  ) {
    report(
      .htmlInAttribute, origin.template, tag.range,
      "'\(tag.name)' is markup and stands in the attribute '\(markup.attributeName)'",
      help: "name a text")
  }

  private mutating func reportUnquoted(_ tag: Tag, _ markup: Markup, _ origin: Origin) {
    report(
      .unquotedAttribute, origin.template, tag.range,
      "'\(tag.name)' stands in the attribute '\(markup.attributeName)' without quotes",
      help: "write '\(markup.attributeName)=\"{{\(tag.name)}}\"'")
  }

  private mutating func reportScript(_ tag: Tag, _ markup: Markup, _ origin: Origin) {
    report(
      .inScript, origin.template, tag.range,
      "'\(tag.name)' stands \(markup.words), where no value is safe",
      help: "put it in a 'data-' attribute and read it from there")
  }

  private mutating func reportComment(_ tag: Tag, _ markup: Markup, _ origin: Origin) {
    report(
      .inComment, origin.template, tag.range,
      "'\(tag.name)' stands \(markup.words), where no value is safe",
      help: "a comment that is not published is written '{{! … }}'")
  }

  private mutating func reportInTag(_ tag: Tag, _ markup: Markup, _ origin: Origin) {
    report(
      .inTag, origin.template, tag.range,
      "'\(tag.name)' stands \(markup.words), where no value is safe",
      help: "values belong between tags and in quoted attributes")
  }

  mutating func reportUnbalanced(
    _ tag: Tag, _ before: Markup, _ after: Markup, _ origin: Origin
  ) {
    report(
      .unbalancedMarkup, origin.template, tag.range,
      "'\(tag.name)' begins \(before.words) and ends \(after.words)",
      help: "let a section end where it began, in the same tag or attribute")
  }

  mutating func reportOpenEnd(_ template: Int, _ end: Markup) {
    let count = library.templates[template].bytes.count
    report(.unbalancedMarkup, template, count..<count, "the page ends \(end.words)")
  }
}
