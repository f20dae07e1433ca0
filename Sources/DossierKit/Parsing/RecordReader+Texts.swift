import YAML

// What only articles and pages have: rules for the names in them, and annotations.
extension RecordReader {
  mutating func mentionRules(
    in node: Node, of kind: Kind
  ) -> MentionRules<Written> {
    guard kind.role != .entity, let given = given("mentions", in: node) else {
      return MentionRules(pins: [], never: [])
    }
    facts.reportUnknown(in: given.pairs ?? [], among: ["pin", "never"])
    if given.pairs == nil {
      facts.findings.report(
        .wrongShape, "'mentions' is a group of keys, and this is \(given.described)",
        at: given.range, help: "write 'mentions: {pin: {Name: some-id}, never: [Word]}'")
    }
    let pins = (given["pin"]?.pairs ?? []).compactMap {
      pair -> (String, WrittenReference, Location)? in
      guard let form = pair.key.text?.trimmed,
        let reference = facts.reference(pair.value, named: form)
      else { return nil }
      guard form.contains(where: { $0.isLetter || $0.isNumber }) else {
        facts.findings.report(
          .emptyName, "the pinned text '\(form)' has neither letters nor digits",
          at: pair.key.range)
        return nil
      }
      return (form, reference, facts.findings.location(pair.key))
    }
    for (key, isRight) in [
      ("pin", given["pin"]?.pairs != nil), ("never", given["never"]?.pairs == nil),
    ] {
      guard let node = given[key], !node.isEmpty, !isRight else { continue }
      facts.findings.report(
        .wrongShape, "'\(key)' cannot be \(node.described)", at: node.range,
        help: key == "pin" ? "write 'pin: {Name: some-id}'" : "write 'never: [Word, Other]'")
    }
    let never = given["never"].map { $0.text != nil ? [$0] : $0.items ?? [] } ?? []
    return MentionRules(pins: pins, never: never.compactMap(\.text))
  }

  mutating func annotations(
    in node: Node, of kind: Kind
  ) -> [Annotation<Written>] {
    guard kind.role != .entity, let given = given("annotations", in: node) else { return [] }
    guard case .mapping(let pairs) = given.value else {
      unread.insert("annotations")
      facts.findings.report(
        .wrongShape, "'annotations' is a group of keys, and this is \(given.described)",
        at: given.range, help: "write 'annotations: {n1: The text of the note.}'")
      return []
    }
    let annotations = facts.findings.withoutSplits(pairs).compactMap {
      annotation($0.key, $0.value)
    }
    // What is left out has had its diagnostic.
    if annotations.count < pairs.count { unread.insert("annotations") }
    return annotations
  }

  private mutating func annotation(
    _ keyNode: Node, _ node: Node
  ) -> Annotation<Written>? {
    guard let key = keyNode.text else { return nil }
    guard saysSomething(node) else {
      facts.findings.report(
        .emptyAnnotation, "the annotation '\(key)' says nothing", at: keyNode.range,
        help: "give it a text, 'claim', 'quote' or 'cite', or delete it")
      return nil
    }
    let location = Location(facts.findings.file, keyNode.range)
    guard case .mapping(let pairs) = node.value else {
      guard let text = facts.text(node, named: key) else { return nil }
      return Annotation(
        key: key, location: location,
        text: MarkdownText(scalar: text.node, text: text.text, file: facts.findings.file),
        isClaim: false, claim: nil, about: [], speakers: [], unnamed: nil, quotation: nil,
        support: nil,
        passage: nil)
    }
    let keys = [
      "type", "text", "claim", "about", "attributed_to", "on", "quote", "quote_lang", "translation",
    ]
    facts.reportUnknown(in: pairs, among: keys + FactReader.supportKeys)
    let text = given("text", in: node).flatMap { facts.text($0, named: "text") }
    var type: String?
    if let given = given("type", in: node) {
      type = facts.enumeration(given, named: "type", values: ["note", "claim"])
    }
    let claim = given("claim", in: node).flatMap { self.claim($0) }
    if type == "claim", given("claim", in: node) == nil, node["about"]?.isBlank != false {
      facts.findings.report(aboutNobody: key, at: keyNode.range)
    }
    let passage = given("on", in: node).map { anchor($0) }
    // It has had its own diagnostic, and is not to be said to lack a span as well.
    if case .some(nil) = passage { return nil }
    let speakers = references("attributed_to", in: node)
    let unnamed = given("attributed_to", in: node)?.absence
    if !speakers.isEmpty || unnamed != nil, type != "claim",
      let given = given("attributed_to", in: node)
    {
      facts.findings.report(
        speakerOf: key, at: given.range, isKept: claim != nil, hasType: node["type"] != nil,
        hasAbout: node["about"]?.isBlank == false)
    }
    return Annotation(
      key: key, location: location,
      text: text.map { MarkdownText(scalar: $0.node, text: $0.text, file: facts.findings.file) },
      isClaim: type == "claim" || claim != nil, claim: claim,
      about: references("about", in: node), speakers: speakers, unnamed: unnamed,
      quotation: facts.quotation(in: node), support: facts.support(in: node, without: nil),
      passage: passage.flatMap(\.self))
  }

  /// Whether there is anything in an annotation that its note could show.
  private func saysSomething(_ node: Node) -> Bool {
    guard case .mapping = node.value else { return !node.isBlank }
    // A claim without words of its own has those that it stands at.
    return node["type"]?.text == "claim"
      || ["text", "claim", "quote", "cite", "confidence", "status", "note", "as_stated"].contains {
        node[$0]?.isBlank == false
      }
  }

  /// What is kept with an entity is about it; what is kept with a text has to say whom it is about.
  mutating func checkClaims(in node: Node, of kind: Kind) {
    guard kind.role != .entity, let claims = given("claims", in: node) else { return }
    for claim in claims.items ?? [claims] where !claim.isBlank && claim["about"]?.isBlank != false {
      // That there is none is about nobody.
      guard (claim["value"] ?? claim).absence == nil else { continue }
      facts.findings.report(aboutNobody: claim["id"]?.text, at: claim.range)
    }
  }

  /// Ids alone: what is said of one of them by itself could not be shown in a note.
  private mutating func references(_ key: String, in node: Node) -> [WrittenReference] {
    guard let given = given(key, in: node) else { return [] }
    guard !(given.items ?? [given]).contains(where: { $0.pairs != nil }) else {
      facts.findings.report(
        .wrongShape, "'\(key)' of an annotation takes ids, of which nothing is said by itself",
        at: given.range,
        help: "write the ids alone; or keep the claim under 'claims' of an entity, with an 'id',"
          + " where each may be disputed, and write 'claim: the-entity#that-id' here")
      return []
    }
    let field = Field(
      name: key, label: key, type: .reference(to: [], inverse: nil), isMany: true,
      isRequired: false, isDefinite: key == "about", sensitivity: .none)
    return facts.facts(of: field, in: given).compactMap {
      if case .reference(let reference) = $0.value { reference } else { nil }
    }
  }

  /// `on: {exact, prefix, suffix}`
  private mutating func anchor(_ node: Node) -> QuoteAnchor? {
    facts.reportUnknown(in: node.pairs ?? [], among: ["exact", "prefix", "suffix"])
    guard let exactNode = node["exact"], !exactNode.isEmpty else {
      facts.findings.report(
        .wrongShape, "'on' needs 'exact', the words that the note is about", at: node.range,
        help: "write 'on: {exact: \"the words\"}'")
      return nil
    }
    guard let exact = facts.text(exactNode, named: "exact")?.text else { return nil }
    func part(_ key: String) -> String? {
      given(key, in: node).flatMap { facts.text($0, named: key)?.text }
    }
    return QuoteAnchor(
      exact: exact, prefix: part("prefix"), suffix: part("suffix"),
      location: facts.findings.location(exactNode))
  }

  /// `entity#claim`.
  private mutating func claim(_ node: Node) -> (entity: WrittenReference, key: String)? {
    guard let text = facts.text(node, named: "claim")?.text else { return nil }
    let parts = text.split(separator: "#", maxSplits: 1)
    guard parts.count == 2, isIdentifier(parts[1]) else {
      facts.findings.report(
        .invalidClaim, "'\(text)' does not name a claim", at: node.range,
        help: "write the entity's id, '#', and the claim's id")
      return nil
    }
    return facts.reference(String(parts[0]), node, named: "claim").map { ($0, String(parts[1])) }
  }
}

extension Findings {
  fileprivate mutating func report(
    speakerOf key: String, at range: Range<Int>, isKept: Bool, hasType: Bool, hasAbout: Bool
  ) {
    let claim = (hasType ? "write" : "add") + " 'type: claim'"
    report(
      .speakerWithoutClaim,
      isKept
        ? "who said it stands with the claim that '\(key)' shows, and would not be shown from here"
        : "the note '\(key)' would be shown as the dossier's own word", at: range,
      help: isKept
        ? "delete it, or say it where the claim is kept"
        : claim + (hasAbout ? "" : " and 'about: [some-id]'") + ", so that it shows who said it")
  }

  fileprivate mutating func report(aboutNobody key: String?, at range: Range<Int>) {
    report(
      .claimAboutNobody,
      "the claim\(key.map { " '\($0)'" } ?? "") does not say whom or what it is about", at: range,
      help: "add 'about: [some-id]'")
  }
}

extension Node {
  /// Whether nothing is given, not even within quotes or brackets.
  fileprivate var isBlank: Bool {
    isEmpty || text?.trimmed.isEmpty == true || items?.allSatisfy(\.isEmpty) == true
  }
}
