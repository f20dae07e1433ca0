import EDTF
import YAML

// How each type of field reads what stands in the file.
extension FactReader {
  mutating func value(of field: Field, in node: Node) -> FieldValue<Written>? {
    let name = field.name
    if let absence = node.absence, !field.names(absence) {
      guard field.isDefinite else { return absence == .unknown ? .unknown : FieldValue.none }
      reportAbsence(absence, of: node, named: name, isText: field.type.isFreeText)
      return nil
    }
    if let text = node.text, node.style == .plain, text.isPlaceholder {
      findings.append(.placeholder(text, for: field, at: findings.location(node)))
      return nil
    }
    switch field.type {
    case .text: return plainText(node, named: name).map { .text($0) }
    case .markdown:
      return text(node, named: name).map {
        .markdown(MarkdownText(scalar: $0.node, text: $0.text, file: findings.file))
      }
    case .date: return date(node, named: name).map { .date($0) }
    case .datetime: return instant(node, named: name).map { .instant($0) }
    case .reference: return reference(node, named: name).map { .reference($0) }
    case .url: return url(node, named: name).map { .text($0) }
    case .language: return language(node, named: name).map { .text($0) }
    case .number: return number(node, named: name).map { .text($0) }
    case .flag: return flag(node, named: name).map { .flag($0) }
    case .enumeration(let values):
      return enumeration(node, named: name, values: values).map { .text($0) }
    case .geo: return geo(node, named: name).map { .geo($0) }
    case .file: return file(node, named: name).map { .text($0) }
    case .key: return identifier(node, named: name).map { .text($0.id) }
    case .entry(let owner, let list):
      let help =
        "give one of the \(list) of '\(owner)' an 'id', and write that here; what is only said in words"
        + " belongs into another field, such as 'role'"
      return identifier(node, named: name, help: help).map { .text($0.id) }
    case .map: return map(node, named: name).map { .map($0) }
    case .group:
      findings.report(
        .wrongShape, "'\(name)' is a group of fields, and this is \(node.described)",
        at: node.range, help: "write its fields below it, each on a line of its own")
      return nil
    }
  }

  /// Says that something has to be said, or left out.
  mutating func reportAbsence(
    _ absence: Absence, of node: Node, named name: String, isText: Bool
  ) {
    findings.report(
      .unknownValue, "'\(name)' cannot be '\(absence.rawValue)'", at: node.range,
      help: isText
        ? "leave it out; in quotes it is a text, as in '\(name): \"\(absence.rawValue)\"'"
        : "leave it out")
  }

  /// A scalar's text without the white space around it, and free of control characters.
  mutating func text(_ node: Node, named name: String) -> (text: String, node: Node)? {
    guard let raw = node.text else {
      findings.report(
        .wrongShape, "'\(name)' is a text, and this is \(node.described)", at: node.range,
        help: node.linkInside.map { "write '\($0)' without brackets" }
          ?? (node.holdsFacts
            ? "write the text alone: nothing is said of '\(name)' by itself"
            : "if the text begins with '[' or '{', put it in quotes"))
      return nil
    }
    if raw.utf8.contains(where: \.mayBeginForbiddenControl),
      let control = raw.unicodeScalars.first(where: { $0.isForbiddenControl })
    {
      findings.report(
        .controlCharacter, "'\(name)' holds the control character U+\(control.hexadecimal)",
        at: node.range, help: "delete it; it may have come with text pasted from elsewhere")
      return nil
    }
    // What stands there as it is has been found in the file.
    if raw.utf8.contains(0xE2),
      let control = raw.unicodeScalars.first(where: { $0.isDirectionControl }),
      !String(decoding: findings.source[node.range], as: UTF8.self).unicodeScalars.contains(control)
    {
      findings.append(.directionControl(control, at: findings.location(node)))
    }
    return (node.style == .literal || node.style == .folded ? raw : raw.trimmed, node)
  }

  mutating func enumeration(_ node: Node, named name: String, values: [String]) -> String? {
    guard let text = text(node, named: name)?.text else { return nil }
    if values.contains(text) { return text }
    findings.report(
      .unknownValue, "'\(name)' cannot be '\(text)'", at: node.range,
      help: suggestion(for: text, among: values)
        ?? "it is one of \(values.joined(separator: ", "))")
    return nil
  }

  /// The nearest value; none where the text is one with a syllable before it, which mostly says the opposite.
  private func suggestion(for text: String, among values: [String]) -> String? {
    guard let near = nearest(to: text, among: values) else { return nil }
    let isOpposite = text.count > near.count && text.lowercased().hasSuffix(near)
    return isOpposite ? nil : "did you mean '\(near)'?"
  }

  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ node: Node, named name: String
  ) -> Choice? {
    enumeration(node, named: name, values: Choice.allCases.map(\.rawValue))
      .flatMap { Choice(rawValue: $0) }
  }

  mutating func flag(_ node: Node, named name: String) -> Bool? {
    switch node.text?.lowercased() {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      findings.report(
        .invalidFlag, "'\(name)' is a yes or a no, and this is \(node.quoted)", at: node.range,
        help: "write 'true' or 'yes', 'false' or 'no'")
      return nil
    }
  }

  mutating func language(_ node: Node, named name: String) -> String? {
    guard let text = text(node, named: name)?.text else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isTag =
      parts.allSatisfy { part in
        (1...8).contains(part.utf8.count) && part.utf8.allSatisfy { $0.isASCIILetterOrDigit }
      } && (2...3).contains(parts[0].utf8.count) && parts[0].utf8.allSatisfy { $0.isASCIILetter }
    if isTag { return text }
    findings.report(
      .invalidLanguage, "'\(text)' is not a language tag", at: node.range,
      help: "write a tag such as 'en', 'es' or 'sr-Latn'")
    return nil
  }

  mutating func url(_ node: Node, named name: String) -> String? {
    guard let text = text(node, named: name)?.text else { return nil }
    if text.holdsPassword {
      findings.append(.passwordInAddress(at: findings.location(node)))
      return nil
    }
    if isWebAddress(text) { return text }
    let isBare = !text.contains(":") && text.contains(".") && !text.contains(" ")
    findings.report(
      isBare ? .invalidAddress : .unsafeLink,
      "'\(text)' is not an address that begins with 'https://', 'http://' or 'mailto:'",
      at: node.range,
      help: isBare
        ? "write 'https://\(text)'" : "give the address of a page on the web, or leave it out")
    return nil
  }

  mutating func file(_ node: Node, named name: String) -> String? {
    guard let text = text(node, named: name)?.text else { return nil }
    let path = text.hasPrefix("media/") ? String(text.dropFirst(6)) : text
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    if parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }), !path.contains("\\") {
      return path
    }
    findings.report(
      .invalidFileName, "'\(text)' is not the name of a file below 'content/media/'", at: node.range
    )
    return nil
  }

  mutating func map(_ node: Node, named name: String) -> [(key: String, value: MapValue)]? {
    guard case .mapping(let pairs) = node.value else {
      findings.report(
        .wrongShape, "'\(name)' is a list of keys with values, and this is \(node.described)",
        at: node.range, help: "write '\(name): {wikidata: Q184}'")
      return nil
    }
    return findings.withoutSplits(pairs).compactMap { pair in
      guard !stopsAtHoldingBack(pair), let key = pair.key.text, !pair.value.isEmpty else {
        return nil
      }
      guard !Self.supportKeys.contains(key) else {
        findings.report(
          .unknownKey, "'\(key)' supports a fact, and is none of '\(name)'", at: pair.key.range,
          help: "write '\(name): {value: {…}, \(key): …}'")
        return nil
      }
      guard !pair.value.holdsFacts else {
        findings.report(
          .wrongShape, "of '\(key)' nothing is said by itself", at: pair.value.range,
          help: "say it of all of them, '\(name): {value: {\(key): …}, confidence: …}', or leave"
            + " '\(key)' out")
        return nil
      }
      guard let value = text(pair.value, named: key)?.text else { return nil }
      if value.holdsPassword {
        findings.append(.passwordInAddress(at: findings.location(pair.value)))
        return nil
      }
      return (key, pair.value.absence.map { .absent($0) } ?? .text(value))
    }
  }
}

extension Field {
  /// Whether a word that elsewhere says that nothing is known is one of its own values.
  fileprivate func names(_ absence: Absence) -> Bool {
    if case .enumeration(let values) = type { values.contains(absence.rawValue) } else { false }
  }
}

extension FieldType {
  fileprivate var isFreeText: Bool {
    switch self {
    case .text, .markdown: true
    default: false
    }
  }

  /// Whether a node gives no value of this type. To a text, or an entry that may be one, `null` is a word.
  func isNothing(_ node: Node) -> Bool {
    switch self {
    case .text, .markdown: node.isUnwritten
    case .group(let fields):
      fields.onlyRequired.map { fields[$0].type.isNothing(node) } ?? node.isEmpty
    default: node.isEmpty
    }
  }
}

extension Node {
  /// `unknown` or `none`, which in quotes are ordinary texts.
  var absence: Absence? { style == .plain ? text.flatMap(Absence.init) : nil }

  /// Whether a value with what is said of it stands where there is room for the value alone.
  fileprivate var holdsFacts: Bool {
    self["value"] != nil || items?.contains { $0["value"] != nil } == true
  }

  /// What it is, for a message: "a list".
  var described: String {
    switch value {
    case .scalar: isEmpty ? "nothing" : "a text"
    case .sequence: "a list"
    case .mapping: "a group of keys"
    }
  }

  /// A text itself, or what it is.
  var quoted: String { text.map { isEmpty ? described : "'\($0.shortened)'" } ?? described }

  /// The id within `[[id]]`, which YAML reads as a list in a list.
  var linkInside: String? {
    guard case .sequence(let outer) = value, outer.count == 1,
      case .sequence(let inner) = outer[0].value, inner.count == 1
    else { return nil }
    return inner[0].text
  }
}

extension Unicode.Scalar {
  /// Of C0 and C1, all but tab and line ends: neither HTML nor XML can hold them.
  var isForbiddenControl: Bool {
    (value < 0x20 && value != 0x09 && value != 0x0A && value != 0x0D)
      || (0x7F...0x9F).contains(value) || value == 0xFFFE || value == 0xFFFF
  }

  var hexadecimal: String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension UInt8 {
  /// Whether a character that is not allowed in text may begin with this byte of UTF-8.
  var mayBeginForbiddenControl: Bool {
    self < 0x20 || self == 0x7F || self == 0xC2 || self == 0xEF
  }

  var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
  var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
  var isASCIILetterOrDigit: Bool { isASCIILetter || isASCIIDigit }
}

extension String {
  /// Digits, perhaps a sign before and a fraction behind them.
  var isDecimal: Bool {
    let unsigned = first == "-" ? dropFirst() : self[...]
    let parts = unsigned.split(separator: ".", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count)
      && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(\.isASCIIDigit) }
  }
}

/// Whether a page may link to an address: `http`, `https` or `mailto`, and nothing in it that could be read otherwise.
func isWebAddress(_ text: String) -> Bool {
  let lowered = text.prefix(8).lowercased()
  guard let scheme = ["https://", "http://", "mailto:"].first(where: { lowered.hasPrefix($0) })
  else { return false }
  return text.utf8.count > scheme.utf8.count
    && text.unicodeScalars.allSatisfy {
      $0.value > 0x20 && !$0.isForbiddenControl && $0 != "\"" && $0 != "<" && $0 != ">"
        && $0 != "\\" && !$0.properties.isWhitespace
    }
}

extension String {
  /// Whether it is an address that names a user and a password before its host.
  var holdsPassword: Bool {
    guard utf8.contains(UInt8(ascii: "@")), let scheme = firstRange(of: "://") else { return false }
    let authority = self[scheme.upperBound...].prefix { !"/?#".contains($0) }
    guard let end = authority.lastIndex(of: "@") else { return false }
    return authority[..<end].contains(":")
  }

  /// Whether it is what people write into a form that has no room for "not known".
  fileprivate var isPlaceholder: Bool {
    ["n/a", "n.a.", "tbd", "tba", "?", "??", "???", "-", "--", "---", "–", "—"].contains(
      lowercased())
  }
}

extension Diagnostic {
  static func passwordInAddress(at location: Location) -> Diagnostic {
    Diagnostic(
      .unsafeLink, "the address holds a password, which readers would see", at: location,
      help: "leave out what stands between '//' and '@', and change the password")
  }

  fileprivate static func placeholder(
    _ text: String, for field: Field, at location: Location
  ) -> Diagnostic {
    Diagnostic(
      .unknownValue, "'\(field.name)' cannot be '\(text)'", at: location,
      help: (field.isDefinite
        ? "" : "write 'unknown' for what is not known, 'none' for what there is not, or ")
        + "leave it out; in quotes it is a text")
  }
}
