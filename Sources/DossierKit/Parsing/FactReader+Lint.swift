import YAML

// `lint: {ignore: [{code, reason}]}`: which lints a document asks to be silent, and why.
extension FactReader {
  mutating func ignoredLints(in node: Node) -> [LintIgnore.Entry] {
    guard case .mapping(let pairs) = node.value else {
      findings.report(
        .wrongShape, "'lint' is a group of keys, and this is \(node.described)", at: node.range,
        help: LintIgnore.example())
      return []
    }
    reportUnknown(in: pairs, among: ["ignore"])
    guard let given = node["ignore"], !given.isEmpty else { return [] }
    return (given.items ?? [given]).filter { !$0.isEmpty }.compactMap { ignoredLint($0) }
  }

  private mutating func ignoredLint(_ node: Node) -> LintIgnore.Entry? {
    guard case .mapping(let pairs) = node.value else {
      // A code alone is what most will write first.
      let isCode = node.text.flatMap(Diagnostic.Code.init(rawValue:)) != nil
      findings.report(
        code == nil ? .wrongShape : .missingField, "what is ignored needs 'code' and 'reason'",
        at: node.range, help: LintIgnore.example(of: code.flatMap { $0.isLint ? $0 : nil }))
      return nil
    }
    reportUnknown(in: pairs, among: ["code", "reason"])
    let reason = node["reason"].flatMap { $0.isEmpty ? nil : text($0, named: "reason")?.text }
    if reason?.trimmed.isEmpty ?? true {
      findings.report(
        .missingField, "what is ignored needs 'reason', which says why", at: node.range,
        help: "add 'reason: …', for whoever reads this file next")
    }
    guard let given = node["code"], !given.isEmpty else {
      findings.report(
        .missingField, "what is ignored needs 'code'", at: node.range,
        help: "write the code that stands in brackets behind the message")
      return nil
    }
    guard let text = text(given, named: "code")?.text.trimmed else { return nil }
    guard let code = Diagnostic.Code(rawValue: text) else {
      let lints = Diagnostic.Code.allCases.filter(\.isLint).map(\.rawValue)
      findings.report(
        .unknownValue, "'\(text)' is not the code of a lint", at: given.range,
        help: didYouMean(text, among: lints) ?? "it is one of \(lints.joined(separator: ", "))")
      return nil
    }
    guard code.isLint else {
      findings.report(
        .notIgnorable, "'\(text)' cannot be ignored: it is no lint", at: given.range,
        help: "mend what it speaks of, and delete this")
      return nil
    }
    return LintIgnore.Entry(code: code, location: findings.location(given))
  }
}

extension LintIgnore {
  fileprivate static func example(of code: Diagnostic.Code? = nil) -> String {
    "write 'lint: {ignore: [{code: \((code ?? .orphanEntity).rawValue), reason: …}]}'"
  }
}
