import EDTF
import YAML

/// Reads the facts of a field: a plain value, a fact, or a list of either.
struct FactReader {
  var findings: Findings
  /// Lists of which an entry was left out that others may point at; it has had its diagnostic.
  private(set) var cutLists: [String] = []

  /// When the build is: a day that is to come may be one until which something is to be kept back.
  private let now: Instant?

  init(findings: Findings, at now: Instant? = nil) {
    self.findings = findings
    self.now = now
  }

  /// The keys that a fact has beside its value.
  static let supportKeys = [
    "cite", "confidence", "status", "note", "internal", "as_stated", "lang",
  ]

  mutating func facts(of field: Field, in node: Node) -> [Fact<Written>] {
    guard !(field.isMany ? node.isEmpty : field.type.isNothing(node)) else { return [] }
    if case .date = field.type, node.within != nil {
      return fact(of: field, in: node).map { [$0] } ?? []
    }
    guard case .sequence(let items) = node.value else {
      reportNoList(in: node, of: field)
      return fact(of: field, in: node).map { [$0] } ?? []
    }
    if case .reference = field.type, let inside = node.linkInside {
      findings.report(
        .linkForID, "'\(field.name)' is an id, and this is a link", at: node.range,
        help: "write '\(inside)' without brackets")
      return []
    }
    if !field.isMany, items.count > 1, !items.contains(where: isFact) {
      // Rivals are facts, each with its source; a list of bare values is a misunderstanding.
      findings.report(
        .severalValues, "'\(field.name)' holds one value, and this is a list of \(items.count)",
        at: items[1].range,
        help:
          "keep one, or write rivals as facts: '- {value: …, cite: …, status: disputed}'")
      return []
    }
    return items.filter { !field.type.isNothing($0) }.compactMap { fact(of: field, in: $0) }
  }

  /// `names: Karl, Karlchen` is one name, and so is `-Karl`. In quotes, or in a list, it certainly is meant to be.
  private mutating func reportNoList(in node: Node, of field: Field) {
    guard field.isMany, node.style == .plain, let text = node.text else { return }
    var type = field.type
    if case .group(let fields) = type, let required = fields.onlyRequired {
      type = fields[required].type
    }
    // Of a reference, an error says it.
    if case .reference = type { return }
    if findings.checkList(in: node, named: field.name) { return }
    guard case .text = type, text.contains(", ") else { return }
    findings.report(
      .commaList, "'\(field.name)' is a list, and '\(text.shortened)' is one entry of it",
      at: node.range,
      help: "put it in quotes; if it is several, write '\(field.name): [\(text.shortened)]'")
  }

  private func isFact(_ node: Node) -> Bool {
    if case .mapping = node.value { true } else { false }
  }

  private mutating func fact(of field: Field, in node: Node) -> Fact<Written>? {
    guard case .mapping(let pairs) = node.value else {
      if case .group(let fields) = field.type, node.text != nil, node.absence == nil,
        let required = fields.onlyRequired
      {
        return shortEntry(of: fields, required, in: node, named: field.name)
      }
      return value(of: field, in: node).map {
        Fact(value: $0, support: nil, location: findings.location(node))
      }
    }
    // `{value: none, cite: …}`: somebody says that there is none.
    if case .group(let fields) = field.type,
      fields.index(of: "value") != nil || node["value"]?.absence == nil
    {
      return groupFact(of: fields, named: field.name, in: node, pairs: pairs)
    }
    guard let inner = node["value"] else {
      switch field.type {
      case .geo, .map:
        return value(of: field, in: node).map {
          Fact(value: $0, support: nil, location: findings.location(node))
        }
      default:
        findings.report(
          .factWithoutValue, "'\(field.name)' is a fact without a value", at: node.range,
          help: "write 'value:' before what it says")
        return nil
      }
    }
    reportUnknown(in: pairs, among: ["value"] + Self.supportKeys)
    guard !field.type.isNothing(inner), let value = value(of: field, in: inner) else {
      return nil
    }
    return Fact(
      value: value, support: support(in: node, without: nil), location: findings.location(node))
  }

  /// A bare text for an entry of a group that requires one field alone: `names: [Belarus]`.
  private mutating func shortEntry(
    of fields: FieldSet, _ required: Int, in node: Node, named name: String
  ) -> Fact<Written>? {
    if case .date = fields[required].type, let text = node.text, !text.contains(where: \.isNumber) {
      let shown = ([fields[required].name] + fields.names.filter { $0 != fields[required].name })
        .prefix(2).map { "\($0): …" }
      findings.report(
        .wrongShape, "'\(text.shortened)' is to be an entry of '\(name)', and has no fields",
        at: node.range, help: "write '\(name): [{\(shown.joined(separator: ", "))}]'")
      return nil
    }
    let facts = facts(of: fields[required], in: node)
    guard !facts.isEmpty else { return nil }
    return Fact(
      value: .group([FieldEntry(field: required, facts: facts)]), support: nil,
      location: findings.location(node))
  }

  private mutating func groupFact(
    of fields: FieldSet, named name: String, in node: Node, pairs: [Node.Pair]
  ) -> Fact<Written>? {
    let (entries, isComplete) = entries(
      of: fields, in: pairs, also: Self.supportKeys, within: name, node)
    guard isComplete else { return nil }
    return Fact(
      value: .group(entries), support: support(in: node, without: fields),
      location: findings.location(node))
  }

  /// The fields that a mapping gives, in the order of the schema, and whether none that it needs is missing.
  mutating func entries(
    of fields: FieldSet, in pairs: [Node.Pair], also others: [String], within name: String,
    _ node: Node, unread: UnreadKeys = UnreadKeys()
  ) -> (entries: [FieldEntry<Written>], isComplete: Bool) {
    var isComplete = true
    var entries: [FieldEntry<Written>] = []
    reportUnknown(in: pairs, among: fields.names, allowing: others)
    for pair in pairs {
      guard let key = pair.key.text, let index = fields.index(of: key) else { continue }
      let facts = facts(of: fields[index], in: pair.value)
      if !facts.isEmpty { entries.append(FieldEntry(field: index, facts: facts)) }
      if case .group(let inner) = fields[index].type, inner.key != nil,
        facts.count < (pair.value.items ?? [pair.value]).count(where: { !$0.isEmpty })
      {
        cutLists.append(key)
      }
    }
    entries.sort { $0.field < $1.field }
    for (index, field) in fields.fields.enumerated() where field.isRequired {
      if entries.contains(where: { $0.field == index }) { continue }
      // A value that was given and is wrong has had its own diagnostic.
      let given = pairs.first { $0.key.text == field.name }
      // What stands first and without a key was to be it.
      if given == nil, findings.beginsWithoutKey(pairs, among: fields.names + others) {
        isComplete = false
        continue
      }
      if given.map(\.value.isEmpty) ?? !unread.mayHold(field.name) {
        findings.report(
          .missingField, "'\(name)' needs '\(field.name)'", at: node.range,
          help: "add '\(field.name): …'")
      }
      isComplete = false
    }
    return (entries, isComplete)
  }

  /// Says of each key of a group that nothing is declared under it, and what may have been meant.
  mutating func reportUnknown(
    in pairs: [Node.Pair], among names: [String], allowing others: [String] = []
  ) {
    let isKnown = { (text: String) in names.contains(text) || others.contains(text) }
    guard pairs.contains(where: { $0.key.text.map { !isKnown($0) } ?? false }) else { return }
    let known = names + others
    for pair in findings.withoutSplits(pairs, among: known) {
      guard let text = pair.key.text, !isKnown(text) else { continue }
      reportUnknown(pair, text, among: known)
    }
  }

  private mutating func reportUnknown(_ pair: Node.Pair, _ text: String, among known: [String]) {
    // Neither of a fact, nor of a record, nor of the dossier, but within a value.
    if ["status", "visibility", "kinds"].allSatisfy({ !known.contains($0) }),
      Self.holdingBackKeys.contains(text)
    {
      return reportHoldingNothingBack(pair.key, text)
    }
    if let help = KeySynonyms.visibility(text, pair.value, among: known, at: now) {
      // Whoever wrote this wanted something kept back. It must not go out over a slip of the pen.
      return findings.report(
        .unclearVisibility, "'\(text)' keeps nothing back", at: pair.key.range, help: help)
    }
    let synonym = KeySynonyms.field(text, pair.value, among: known)
    findings.report(
      .unknownKey, "nothing is declared under the key '\(text)'", at: pair.key.range,
      help: KeySynonyms.place(of: text, among: known) ?? synonym.map { "write '\($0)'" }
        ?? didYouMean(text, among: known) ?? KeySynonyms.freeData(among: known))
  }
}

// MARK: - What is to be held back

extension FactReader {
  /// Keys that keep a fact, an entry or a page from being published, and say nothing within a value.
  private static let holdingBackKeys = ["internal", "status", "visibility", "embargo"]

  /// Stops at such a key among free ones, and says whether it is one. `status` is, where it says `draft`.
  mutating func stopsAtHoldingBack(_ pair: Node.Pair) -> Bool {
    guard let key = pair.key.text, Self.holdingBackKeys.contains(key),
      key != "status" || pair.value.text == FactStatus.draft.rawValue
    else { return false }
    reportHoldingNothingBack(pair.key, key)
    return true
  }

  private mutating func reportHoldingNothingBack(_ key: Node, _ text: String) {
    findings.report(
      .unclearVisibility, "'\(text)' keeps nothing back here", at: key.range,
      help: text == "internal"
        ? "write 'internal' beside the fields of the page, not within one of them"
        : "write 'status: draft' of the fact or the entry as a whole, beside its 'value'")
  }
}

// MARK: - What supports a fact

extension FactReader {
  /// What a mapping says in support of its value. A group's own field of the same name comes first.
  mutating func support(
    in node: Node, without own: FieldSet?
  ) -> Support<Written>? {
    func given(_ key: String) -> Node? {
      guard own?.index(of: key) == nil, let value = node[key], !value.isEmpty else { return nil }
      return value
    }
    let cite = given("cite")
    let confidence = given("confidence")
    let status = given("status")
    let note = given("note")
    let asStated = given("as_stated")
    let language = given("lang")
    if status?.text == FactStatus.rejected.rawValue,
      note?.text.map(\.trimmed.isEmpty) ?? (note == nil)
    {
      findings.report(
        .rejectedWithoutNote, "what is rejected needs 'note', which says why",
        at: status?.range ?? node.range,
        help: "add 'note: …'")
    }
    if cite == nil, confidence == nil, status == nil, note == nil, asStated == nil, language == nil
    {
      return nil
    }
    return Support(
      citations: cite.map { citations(in: $0) } ?? [],
      confidence: confidence.flatMap { choice($0, named: "confidence") },
      status: status.flatMap { choice($0, named: "status") } ?? .accepted,
      note: note.flatMap { text($0, named: "note") }.map {
        MarkdownText(scalar: $0.node, text: $0.text, file: findings.file)
      },
      asStated: asStated.flatMap { plainText($0, named: "as_stated") },
      language: language.flatMap { self.language($0, named: "lang") })
  }

  /// One source or several: `id`, `id#locator`, or a mapping.
  mutating func citations(in node: Node) -> [Citation<Written>] {
    switch node.value {
    case .sequence(let items): return items.flatMap { citations(in: $0) }
    case .mapping(let pairs):
      let keys = ["source", "at", "quote", "quote_lang", "translation", "supports"]
      reportUnknown(in: pairs, among: keys)
      guard let source = node["source"], !source.isEmpty else {
        findings.report(
          .citationWithoutSource, "'cite' needs 'source'", at: node.range, help: "add 'source: …'")
        return []
      }
      guard let reference = reference(source, named: "source") else { return [] }
      let locator = node["at"].flatMap { $0.isEmpty ? nil : plainText($0, named: "at") }
      let bearing: Bearing? = node["supports"].flatMap {
        $0.isEmpty ? nil : choice($0, named: "supports")
      }
      return [
        Citation(
          source: reference, locator: locator, bearing: bearing ?? .direct,
          quotation: quotation(in: node), location: findings.location(node))
      ]
    case .scalar(let text):
      guard !node.isEmpty else { return [] }
      // By bytes: characters take long.
      let mark = text.utf8.firstIndex(of: UInt8(ascii: "#"))
      let source = String(text[..<(mark ?? text.endIndex)]).trimmed
      let locator = mark.map { String(text[text.utf8.index(after: $0)...]).trimmed } ?? ""
      guard mark == nil || !source.isEmpty else {
        findings.report(
          .citationWithoutSource, "'\(text)' names a place in a source, and not the source",
          at: node.range, help: "write the source's id before '#'")
        return []
      }
      guard let reference = reference(source, node, named: "cite") else { return [] }
      return [
        Citation(
          source: reference, locator: locator.isEmpty ? nil : locator, bearing: .direct,
          quotation: nil, location: findings.location(node))
      ]
    }
  }

  /// `quote`, `quote_lang` and `translation` of a mapping.
  mutating func quotation(in node: Node) -> Quotation? {
    func given(_ key: String) -> Node? { node[key].flatMap { $0.isEmpty ? nil : $0 } }
    let words = given("quote").flatMap { plainText($0, named: "quote") }
    let tag = given("quote_lang").flatMap { language($0, named: "quote_lang") }
    let translation = given("translation").flatMap { plainText($0, named: "translation") }
    return words.map { Quotation(text: $0, language: tag, translation: translation) }
  }
}

extension StringProtocol {
  /// Without the white space around it.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}

extension String {
  /// Nearly always there is none, and characters take long to find that out.
  var trimmed: String {
    if let first = utf8.first, let last = utf8.last, 0x21...0x7E ~= first, 0x21...0x7E ~= last {
      return self
    }
    return self[...].trimmed
  }
}
