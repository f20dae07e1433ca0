import EDTF
import Markdown
import YAML

package typealias ParsedRecord = Record<Written>

/// Reads one document of YAML, with the text that follows it in a `.md` file, as a record of its kind.
struct RecordReader {
  let schema: Schema
  /// Builds show drafts for preview only if asked to.
  let now: Instant
  var facts: FactReader
  /// What of the document at hand could not be read.
  var unread: UnreadKeys
  /// An id that could be read though its line could not.
  private let lostID: String?
  /// The lints that the document asks to be silent.
  private(set) var ignores: [LintIgnore.Entry] = []

  /// - Parameter gaps: What of the document was passed over.
  init(schema: Schema, kind: KindID, now: Instant, gaps: [Gap] = [], findings: Findings) {
    self.schema = schema
    self.now = now
    self.facts = FactReader(findings: findings, at: now)
    let kind = schema.kinds[kind]
    unread =
      gaps.isEmpty
      ? UnreadKeys()
      : UnreadKeys(gaps, known: Set(Self.visibleKeys(of: kind) + kind.fields.names))
    lostID = gaps.lazy.filter { $0.key == "id" }.compactMap(\.value).first { isIdentifier($0) }
  }

  var findings: Findings { facts.findings }

  /// - Parameters:
  ///   - stem: The file's name without its ending; the id unless the document gives one. Nil where the
  ///     file has several, and each has to.
  ///   - body: The text after the front matter, of a `.md` file.
  /// - Returns: Without an id if that is wrong; nil if there are no fields.
  mutating func record(
    _ node: Node, kind kindID: KindID, stem: String?, body: Range<Int>?
  ) -> ParsedRecord? {
    guard case .mapping(let pairs) = node.value else {
      // What is left of a broken document may be anything.
      guard unread.isEmpty else { return nil }
      let key = schema.kinds[kindID].nameKey
      facts.findings.report(
        .noFields, "this is \(node.described), not the fields of one thing", at: node.range,
        help: node.text?.contains(" = ") == true
          ? "write 'key: value', with a colon for the '='"
          : "write '\(key): …' on a line of its own")
      return nil
    }
    facts.findings.checkComments(in: node)
    let kind = schema.kinds[kindID]
    let own = pairs.filter { pair in
      guard let key = pair.key.text, key != kind.nameKey else { return false }
      // `title` for `name` is one slip, and `name(in:kind:id:)` tells of it.
      if key == "title" || key == "name", node[kind.nameKey] == nil { return false }
      return !(Self.keys.contains(key) || kind.role != .entity && Self.textKeys.contains(key))
    }
    ignores += given("lint", in: node).map { facts.ignoredLints(in: $0) } ?? []
    // Without an id there is no page; what else is wrong is said in the same run.
    let identity = id(in: node, stem: stem)
    let (id, location) = identity ?? (stem ?? kind.name, facts.findings.location(node))
    let (entries, _) = facts.entries(
      of: kind.fields, in: own, also: Self.visibleKeys(of: kind), within: id, node, unread: unread)
    let (name, nameLocation, nameFacts) = name(in: node, kind: kind, id: id) ?? ("", location, [])
    for list in facts.cutLists { unread.insert(list) }
    checkDate(entries, of: kind)
    checkKeys(entries, of: kind)
    checkClaims(in: node, of: kind)
    checkLengths(entries)
    checkTags(entries)
    let record = Record<Written>(
      id: identity == nil ? "" : id, kind: kindID, location: location, name: name,
      nameLocation: nameLocation,
      nameFacts: nameFacts.count > 1 || nameFacts.first?.support != nil ? nameFacts : [],
      fields: entries.map { withoutPrivate($0, in: kind.fields) }.filter { !$0.facts.isEmpty },
      body: text(of: node, body: body),
      citations: given("cite", in: node).map { facts.citations(in: $0) } ?? [],
      visibility: visibility(of: node),
      formerly: formerly(in: node),
      annotations: annotations(in: node, of: kind),
      mentionRules: mentionRules(in: node, of: kind),
      privateFiles: privateFiles(in: entries, of: kind.fields),
      extra: extra(in: node), unread: unread)
    checkRemoval(of: record, in: node)
    return record
  }

  /// The text of a file that has no fields to be read.
  static func text(
    withoutFields body: Range<Int>, kind: KindID, findings: Findings
  ) -> ParsedRecord {
    let location = Location(findings.file, body.lowerBound..<body.lowerBound)
    let document = Document(parsing: findings.source, in: body)
    return Record<Written>(
      id: "", kind: kind, location: location, name: "", fields: [],
      body: MarkdownText(body: document, file: findings.file), citations: [], visibility: .public,
      formerly: [], annotations: [], mentionRules: MentionRules(pins: [], never: []),
      privateFiles: [], extra: [], unread: .everything)
  }

  /// Keys that a record has beside the fields of its kind.
  private static let keys: Set<String> = [
    "id", "body", "visibility", "embargo", "formerly", "cite", "internal", "extra", "lint",
  ]
  private static let textKeys: Set<String> = ["mentions", "annotations"]

  private static func visibleKeys(of kind: Kind) -> [String] {
    let common = [
      "id", kind.nameKey, "visibility", "embargo", "formerly", "cite", "internal", "lint",
    ]
    return common
      + (kind.role == .entity ? ["body", "extra"] : ["extra", "mentions", "annotations"])
  }

  func given(_ key: String, in node: Node) -> Node? {
    node[key].flatMap { $0.isEmpty ? nil : $0 }
  }

  private mutating func id(in node: Node, stem: String?) -> (String, Location)? {
    if let given = given("id", in: node) { return facts.identifier(given, named: "id") }
    let start = Location(facts.findings.file, node.range.lowerBound..<node.range.lowerBound)
    if unread.mayHold("id") {
      if let lostID { return (lostID, start) }
      // Something else could not be read; then the id is where it is in most files.
      guard !unread.holds("id"), let stem, isIdentifier(stem) else { return nil }
      return (stem, start)
    }
    guard let stem else {
      facts.findings.report(
        .missingID, "one of several documents in a file needs 'id'",
        at: start.range, help: "add 'id: …'")
      return nil
    }
    guard isIdentifier(stem) else {
      facts.findings.report(
        .invalidID, "the file's name '\(stem)' cannot be an id",
        at: node.range.lowerBound..<node.range.lowerBound,
        help: proposedIdentifier(for: stem).map { "rename the file to '\($0)', or add 'id: \($0)'" }
          ?? "add 'id:' with lower-case letters, digits and hyphens")
      return nil
    }
    return (stem, start)
  }

  /// What it is called, where it says so, and everything that was said of that.
  private mutating func name(
    in node: Node, kind: Kind, id: String
  ) -> (String, Location, [Fact<Written>])? {
    let key = kind.nameKey
    let field = Field(
      name: key, label: key, type: .text, isMany: false, isRequired: true, sensitivity: .none)
    guard let value = node[key], !value.isUnwritten else {
      guard !unread.mayHold(key) else { return nil }
      let other = key == "name" ? "title" : "name"
      if let wrong = node.pairs?.first(where: { $0.key.text == other }) {
        facts.findings.report(
          .missingName, "'\(id)' needs '\(key)'", at: wrong.key.range,
          help: "write '\(key)' for '\(other)'")
      } else {
        facts.findings.report(
          .missingName, "'\(id)' needs '\(key)'",
          at: node.range.lowerBound..<node.range.lowerBound, help: "add '\(key): …'")
      }
      return nil
    }
    // Of rivals, the first that stands is what the page is called.
    let values = facts.facts(of: field, in: value)
    let standing = values.first {
      $0.support?.status != .rejected && $0.support?.status != .draft
    }
    guard let standing, case .text(let text) = standing.value else {
      if values.isEmpty { return nil }
      facts.findings.report(
        .missingName, "'\(id)' has no \(key) that stands", at: value.range,
        help: standing?.value.absence.map {
          "write what readers call it; in quotes it is a text: '\(key): \"\($0.rawValue)\"'"
        } ?? "let one stand that is neither 'rejected' nor 'draft'")
      return nil
    }
    let folded = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if !folded.contains(where: { $0.isLetter || $0.isNumber }) {
      facts.findings.report(
        .emptyName, "the \(key) '\(text)' has neither letters nor digits", at: value.range)
      return nil
    }
    // Of a fact, where its value is.
    let fact = (value.items ?? [value]).first { $0.range == standing.location.range }
    let place = fact?["value"].map { facts.findings.location($0) } ?? standing.location
    return (folded, place, values)
  }

  /// An article is put in its place by its date, which therefore has to be a day.
  private mutating func checkDate(_ entries: [FieldEntry<Written>], of kind: Kind) {
    guard kind.role == .article, let field = kind.fields.index(of: "date") else { return }
    let given = entries.first(where: { $0.field == field })?.facts ?? []
    let standing = given.first {
      $0.support?.status != .rejected && $0.support?.status != .draft
    }
    if case .date(let date)? = standing?.value, date.exactDay != nil { return }
    guard let fact = standing ?? given.first else { return }
    facts.findings.report(
      .notADay, "an article's 'date' is a day that stands", at: fact.location.range,
      help: "write it as '2023-05-20'")
  }

  /// A disambiguation stands beside a name, and is as short as one.
  private mutating func checkLengths(_ entries: [FieldEntry<Written>]) {
    for fact in entries.first(where: { $0.field == CommonField.disambiguation })?.facts ?? [] {
      guard case .text(let text) = fact.value, text.count > 90 else { continue }
      facts.findings.report(
        .longDisambiguation, "'disambiguation' has \(text.count) characters, and may have 90",
        at: fact.location.range, help: "say the rest in 'summary'")
    }
  }

  /// A tag has a page of its own, which it is found under.
  private mutating func checkTags(_ entries: [FieldEntry<Written>]) {
    for fact in entries.first(where: { $0.field == CommonField.tags })?.facts ?? [] {
      guard case .text(let tag) = fact.value, !TagIndex.hasSlug(tag) else { continue }
      facts.findings.report(
        .emptyTag, "the tag '\(tag.shortened)' has neither letters nor digits",
        at: fact.location.range, help: "write it in words")
    }
  }

  /// Entries of one group have keys of their own: each is an anchor on the page.
  private mutating func checkKeys(_ entries: [FieldEntry<Written>], of kind: Kind) {
    for entry in entries {
      guard case .group(let fields) = kind.fields[entry.field].type,
        let key = fields.key
      else { continue }
      var seen: [String: Location] = [:]
      for fact in entry.facts {
        guard case .group(let parts) = fact.value,
          let given = parts.first(where: { $0.field == key })?.facts.first,
          case .text(let text) = given.value
        else { continue }
        if let first = seen[text] {
          facts.findings.report(
            .duplicateEntryID, "the id '\(text)' is taken", at: given.location.range,
            notes: [Diagnostic.Note("it was given here first", at: first)],
            help: "give one of them another id")
        }
        seen[text] = given.location
      }
    }
  }

  private mutating func text(of node: Node, body: Range<Int>?) -> MarkdownText? {
    let given = given("body", in: node)
    if let body {
      if let given {
        facts.findings.report(
          .bodyTwice, "'body' is given twice: here, and as the text below", at: given.range,
          help: "keep the text below and delete this")
      }
      let document = Document(parsing: facts.findings.source, in: body)
      return MarkdownText(body: document, file: facts.findings.file)
    }
    if let given, let absence = given.absence {
      facts.reportAbsence(absence, of: given, named: "body", isText: true)
      return nil
    }
    return given.flatMap { facts.text($0, named: "body") }.map {
      MarkdownText(scalar: $0.node, text: $0.text, file: facts.findings.file)
    }
  }

  private mutating func visibility(of node: Node) -> Visibility {
    var visibility = Visibility.public
    for key in ["visibility", "embargo"] {
      guard let pair = node.pairs?.first(where: { $0.key.text == key }), pair.value.isEmpty else {
        continue
      }
      facts.findings.report(
        .unclearVisibility, "'\(key)' says nothing", at: pair.key.range,
        help: key == "visibility"
          ? "write 'visibility: draft', or delete it" : "say until when, or delete it")
    }
    if let given = given("visibility", in: node) {
      let values = ["public", "noindex", "draft", "redacted"]
      switch facts.enumeration(given, named: "visibility", values: values) {
      case "noindex": visibility = .noindex
      case "redacted": visibility = .redacted
      case "public": break
      // A misspelled value keeps the record back: what may be public can be mended, the reverse cannot.
      default: visibility = .draft
      }
    }
    if let given = given("embargo", in: node) {
      // What was withdrawn before its day has no address yet that a page would have to keep.
      guard let until = facts.instant(given, named: "embargo"), until <= now else { return .draft }
    }
    return visibility
  }

  private mutating func formerly(in node: Node) -> [(id: String, location: Location)] {
    guard let given = given("formerly", in: node) else { return [] }
    if given.pairs != nil {
      facts.findings.report(
        .wrongShape, "'formerly' is a list of ids, and this is \(given.described)",
        at: given.range, help: "write 'formerly: [old-id]'")
    }
    let nodes = given.text != nil ? [given] : given.items ?? []
    return nodes.compactMap { node in
      guard let absence = node.absence else { return facts.identifier(node, named: "formerly") }
      facts.reportAbsence(absence, of: node, named: "formerly", isText: false)
      return nil
    }
  }

  private mutating func extra(in node: Node) -> [(key: String, value: String)] {
    guard let given = given("extra", in: node) else { return [] }
    if given.pairs == nil {
      facts.findings.report(
        .wrongShape, "'extra' is a group of keys, and this is \(given.described)",
        at: given.range, help: "write 'extra: {key: value}'")
    }
    // Free data may nest; only its texts are there for templates.
    return (given.pairs ?? []).compactMap { pair in
      guard !facts.stopsAtHoldingBack(pair), let key = pair.key.text, let text = pair.value.text
      else { return nil }
      facts.checkComment(in: text, of: pair.value, named: key)
      return (key, text)
    }
  }

  private func privateFiles(
    in entries: [FieldEntry<Written>], of fields: FieldSet, within isPrivate: Bool = false
  ) -> [String] {
    entries.flatMap { entry -> [String] in
      let isPrivate = isPrivate || fields[entry.field].sensitivity == .private
      return entry.facts.flatMap { fact -> [String] in
        switch (fact.value, fields[entry.field].type) {
        case (.text(let path), .file): isPrivate ? [path] : []
        case (.group(let parts), .group(let inner)):
          privateFiles(in: parts, of: inner, within: isPrivate)
        default: []
        }
      }
    }
  }

  /// Without what the schema keeps private: it is never published, so nothing later needs it.
  private func withoutPrivate(
    _ entry: FieldEntry<Written>, in fields: FieldSet
  ) -> FieldEntry<Written> {
    let field = fields[entry.field]
    guard field.sensitivity != .private else { return FieldEntry(field: entry.field, facts: []) }
    guard case .group(let inner) = field.type,
      inner.fields.contains(where: { $0.sensitivity == .private })
    else { return entry }
    let facts = entry.facts.map { fact -> Fact<Written> in
      guard case .group(let entries) = fact.value else { return fact }
      let kept = entries.filter { inner[$0.field].sensitivity != .private }
      return Fact(value: .group(kept), support: fact.support, location: fact.location)
    }
    return FieldEntry(field: entry.field, facts: facts)
  }
}
