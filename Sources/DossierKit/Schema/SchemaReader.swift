import YAML

/// Reads kinds and relations: the built-in ones and the author's, in the same notation.
struct SchemaReader {
  var findings: Findings

  /// What comes with dossier, without anything of an author's.
  static var builtInSchema: Schema {
    var findings = Findings(file: 0, source: [])
    return schema(for: nil, findings: &findings)
  }

  /// The schema of a dossier: what comes with it, then what `site.yaml` adds.
  ///
  /// - Parameter unread: What of `site.yaml` was passed over.
  static func schema(
    for site: Node?, unread: UnreadKeys = UnreadKeys(), findings: inout Findings
  ) -> Schema {
    let text = Array(Schema.builtIn.utf8)
    var builtIn = SchemaReader(findings: Findings(file: findings.file, source: text))
    let root = Stream(parsing: text, in: text.indices).documents.first
    let common = builtIn.fields(in: root?["common"], of: "common")
    var kinds = builtIn.kinds(in: root?["kinds"], after: common)
    var relations = builtIn.relations(in: root?["relations"])
    precondition(builtIn.findings.diagnostics.isEmpty, "the built-in schema is wrong")

    var own = SchemaReader(findings: findings)
    var unread = unread
    let ownKinds = own.kinds(in: site?["kinds"], after: common)
    if ownKinds.count < site?["kinds"]?.pairs?.count ?? 0 { unread.insert("kinds") }
    for kind in ownKinds {
      if let clash = kinds.first(where: { $0.name == kind.name || $0.plural == kind.plural }) {
        let node = site?["kinds"]?[kind.name]
        own.findings.report(
          .invalidKind,
          "the kind '\(kind.name)' is already there, with the folder '\(clash.plural)'",
          at: node?.range ?? 0..<0, help: "give it another name and another 'plural'")
      } else {
        kinds.append(kind)
      }
    }
    let ownRelations = own.relations(in: site?["relations"])
    if ownRelations.count < site?["relations"]?.pairs?.count ?? 0 { unread.insert("relations") }
    for relation in ownRelations {
      // An author's relation of the same name takes the place of the built-in one.
      relations.removeAll { $0.name == relation.name }
      relations.append(relation)
    }
    if !unread.mayHold("kinds") { own.checkTargets(of: kinds, relations, in: site) }
    findings = own.findings
    return Schema(kinds: kinds, relations: relations, unread: unread)
  }

  private mutating func kinds(in node: Node?, after common: [Field]) -> [Kind] {
    pairs(in: node, of: "kinds").compactMap { name, node in kind(name, node, after: common) }
  }

  private mutating func kind(_ name: Node, _ node: Node, after common: [Field]) -> Kind? {
    guard let text = name.text, isIdentifier(text) else {
      report(name, "the name of a kind has lower-case letters, digits and hyphens")
      return nil
    }
    check(node, keys: ["plural", "label", "role", "title", "fields"], of: text)
    let plural = self.text("plural", in: node) ?? ""
    guard isIdentifier(plural) else {
      report(
        node["plural"] ?? name, "the kind '\(text)' needs 'plural', the name of its folder",
        help: "add 'plural: \(text)s'")
      return nil
    }
    guard !Self.reservedFolders.contains(plural) else {
      report(node["plural"] ?? name, "the folder '\(plural)' is taken by dossier itself")
      return nil
    }
    let role: Kind.Role = choice("role", in: node) ?? .entity
    let own = fields(in: node["fields"], of: text)
    for field in own
    where Self.reservedKeys.contains(field.name)
      || common.contains(where: { $0.name == field.name })
    {
      report(
        node["fields"]?[field.name] ?? node, .invalidField,
        "'\(field.name)' is a key of every kind and cannot be a field of '\(text)'")
    }
    let titled = role != .entity || node["title"]?.text == "true"
    return Kind(
      name: text, plural: plural, label: label(node["label"], of: text, plural: plural),
      fields: FieldSet(common + own),
      nameKey: titled ? "title" : "name", role: role)
  }

  /// Keys that a record has whatever its kind, and that no field may take.
  static let reservedKeys = [
    "id", "name", "title", "body", "visibility", "embargo", "formerly", "cite", "internal", "extra",
    "mentions", "annotations", "value", "lint",
  ]
  static let reservedFolders = ["media", "assets", "tags", "claims", "corrections"]

  private mutating func label(_ node: Node?, of name: String, plural: String) -> Kind.Label {
    guard let node else { return Kind.Label(one: name.humanized, many: plural.humanized) }
    if let text = node.text { return Kind.Label(one: text, many: text) }
    check(node, keys: ["one", "many"], of: "label")
    return Kind.Label(
      one: text("one", in: node) ?? name, many: text("many", in: node) ?? plural)
  }

  private mutating func fields(in node: Node?, of kind: String) -> [Field] {
    pairs(in: node, of: "fields").compactMap { name, node in
      guard let text = name.text, isFieldName(text) else {
        report(
          name, .invalidField, "the name of a field has lower-case letters, digits, '-' and '_'")
        return nil
      }
      return field(text, node)
    }
  }

  private func isFieldName(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count) && text.utf8.first?.isASCIILetter == true
      && text.utf8.allSatisfy {
        $0.isASCIIDigit || (0x61...0x7A).contains($0) || $0 == 0x2D || $0 == 0x5F
      }
  }

  private mutating func field(_ name: String, _ node: Node) -> Field? {
    // `imo: text` is short for `imo: {type: text}`.
    let typeNode = node.text != nil ? node : node["type"]
    guard let typeNode, let typeName = typeNode.text else {
      report(node, .invalidField, "the field '\(name)' needs 'type'", help: "add 'type: text'")
      return nil
    }
    var keys = ["type", "label", "many", "required", "definite", "sensitive"]
    let type: FieldType
    switch typeName {
    case "text": type = .text
    case "markdown": type = .markdown
    case "date": type = .date
    case "datetime": type = .datetime
    case "url": type = .url
    case "lang": type = .language
    case "bool": type = .flag
    case "geo": type = .geo
    case "file": type = .file
    case "key": type = .key
    case "map": type = .map
    case "entry":
      keys += ["of", "in"]
      type = .entry(owner: text("of", in: node) ?? "", list: text("in", in: node) ?? "")
    case "number":
      keys.append("unit")
      type = .number(unit: text("unit", in: node))
    case "ref":
      keys += ["to", "inverse"]
      type = .reference(to: texts("to", in: node), inverse: text("inverse", in: node))
    case "enum":
      keys.append("values")
      let values = texts("values", in: node)
      if values.isEmpty {
        report(
          node, .invalidField, "the field '\(name)' needs 'values'",
          help: "add 'values: [first, second]'")
      }
      type = .enumeration(values)
    case "group":
      keys.append("fields")
      let fields = fields(in: node["fields"], of: name)
      if fields.isEmpty { report(node, .invalidField, "the group '\(name)' needs 'fields'") }
      if let inner = fields.first(where: { if case .group = $0.type { true } else { false } }) {
        report(
          node["fields"]?[inner.name] ?? node, .invalidField,
          "a group cannot hold the group '\(inner.name)'")
      }
      type = .group(FieldSet(fields))
    default:
      report(
        typeNode, .unknownFieldType, "'\(typeName)' is not a type of field",
        help: didYouMean(typeName, among: Self.typeNames)
          ?? "it is one of \(Self.typeNames.joined(separator: ", "))")
      return nil
    }
    if node.text == nil { check(node, keys: keys, of: name) }
    return Field(
      name: name, label: text("label", in: node) ?? name.humanized, type: type,
      isMany: flag("many", in: node), isRequired: flag("required", in: node),
      isDefinite: typeName == "key" || flag("definite", in: node),
      sensitivity: choice("sensitive", in: node) ?? .none)
  }

  static let typeNames = [
    "text", "markdown", "date", "datetime", "ref", "url", "lang", "number", "bool", "enum", "geo",
    "file", "group",
  ]

  private mutating func relations(in node: Node?) -> [RelationType] {
    pairs(in: node, of: "relations").compactMap { name, node in
      guard let text = name.text, isIdentifier(text) else {
        report(
          name, .invalidRelation,
          "the name of a relation has lower-case letters, digits and hyphens")
        return nil
      }
      check(
        node, keys: ["label", "inverse", "symmetric", "from", "to", "dated"], of: text)
      let label = self.text("label", in: node) ?? text.humanized
      let inverse = self.text("inverse", in: node)
      let isSymmetric = flag("symmetric", in: node)
      if inverse == nil, !isSymmetric {
        report(
          node, .invalidRelation,
          "the relation '\(text)' needs 'inverse', what the other page says",
          help: "add 'inverse: …' or 'symmetric: true'")
      }
      return RelationType(
        name: text, label: label, inverse: inverse ?? label, from: texts("from", in: node),
        to: texts("to", in: node), isDated: flag("dated", in: node))
    }
  }

  /// Every kind that a reference or relation names has to exist; which is known once all are read.
  private mutating func checkTargets(
    of kinds: [Kind], _ relations: [RelationType], in site: Node?
  ) {
    let names = kinds.map(\.name)
    func unknown(_ node: Node?) -> [Node] {
      let items = node.map { $0.text != nil ? [$0] : $0.items ?? [] } ?? []
      return items.filter { $0.text.map { !names.contains($0) } ?? true }
    }
    var nodes: [Node] = []
    for (_, kind) in (site?["kinds"]?.pairs ?? []).map({ ($0.key, $0.value) }) {
      for field in kind["fields"]?.pairs ?? [] {
        nodes += unknown(field.value["to"])
        for inner in field.value["fields"]?.pairs ?? [] { nodes += unknown(inner.value["to"]) }
      }
    }
    for relation in site?["relations"]?.pairs ?? [] {
      nodes += unknown(relation.value["from"]) + unknown(relation.value["to"])
    }
    for node in nodes {
      let name = node.text ?? ""
      findings.report(
        .unknownKind, "'\(name)' is not a kind", at: node.range,
        help: didYouMean(name, among: names))
    }
  }
}

// MARK: - Reading keys

extension SchemaReader {
  private mutating func report(_ node: Node, _ message: String, help: String? = nil) {
    report(node, .invalidKind, message, help: help)
  }

  private mutating func report(
    _ node: Node, _ code: Diagnostic.Code, _ message: String, help: String? = nil
  ) {
    findings.report(code, message, at: node.range, help: help)
  }

  private mutating func pairs(in node: Node?, of name: String) -> [(Node, Node)] {
    guard let node, !node.isEmpty else { return [] }
    guard case .mapping(let pairs) = node.value else {
      report(node, "'\(name)' is a group of keys, and this is \(node.described)")
      return []
    }
    return pairs.map { ($0.key, $0.value) }
  }

  private mutating func check(_ node: Node, keys: [String], of name: String) {
    guard case .mapping(let pairs) = node.value else {
      report(node, "'\(name)' is a group of keys, and this is \(node.described)")
      return
    }
    for pair in findings.withoutSplits(pairs, among: keys) {
      guard let key = pair.key.text, !keys.contains(key) else { continue }
      findings.report(
        .unknownKey, "nothing is declared under the key '\(key)'", at: pair.key.range,
        help: didYouMean(key, among: keys) ?? "it is one of \(keys.joined(separator: ", "))")
    }
  }

  private mutating func text(_ key: String, in node: Node) -> String? {
    guard let value = node[key], !value.isEmpty else { return nil }
    if let text = value.text { return text.trimmed }
    report(value, "'\(key)' is a text, and this is \(value.described)")
    return nil
  }

  private mutating func texts(_ key: String, in node: Node) -> [String] {
    guard let value = node[key], !value.isEmpty else { return [] }
    return value.text.map { [$0] } ?? (value.items ?? []).compactMap(\.text)
  }

  private mutating func flag(_ key: String, in node: Node) -> Bool {
    guard let value = node[key], !value.isEmpty else { return false }
    switch value.text?.lowercased() {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      report(
        value, "'\(key)' is a yes or a no, and this is \(value.quoted)",
        help: "write 'true' or 'yes', 'false' or 'no'")
      return false
    }
  }

  private mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, in node: Node
  ) -> Choice? {
    guard let value = node[key], let text = value.text else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    report(value, "'\(key)' is one of \(names.joined(separator: ", "))")
    return nil
  }
}

extension String {
  /// A name as a label: `birth_place` becomes "Birth place".
  var humanized: String {
    let words = String(map { $0 == "_" || $0 == "-" ? " " : $0 })
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
