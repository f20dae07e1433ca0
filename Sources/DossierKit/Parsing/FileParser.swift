import EDTF
import YAML

/// Reads the records of one file. Depends on nothing but that file and the schema.
struct FileParser {
  let file: SourceFile
  let id: FileID
  let schema: Schema
  let now: Instant

  /// What came of a file.
  struct Result: Sendable {
    var records: [ParsedRecord] = []
    /// What has no id, and so no page; what it refers to is checked all the same.
    var unidentified: [ParsedRecord] = []
    var diagnostics: [Diagnostic] = []
    /// Ids of what has a diagnostic for a page.
    var unread: [String] = []
    /// The lints that its documents ask to be silent.
    var ignores: [LintIgnore] = []
  }

  func parse() -> Result {
    var findings = Findings(file: id, source: file.bytes)
    findings.checkDirections()
    let parts = file.path.split(separator: "/")
    guard parts.count > 2 else {
      findings.report(
        .unknownFolder, "'\(parts.last ?? "")' is in no folder of a kind", at: 0..<0,
        help: "move it into one, such as 'content/articles/'")
      return Result(diagnostics: findings.diagnostics)
    }
    guard let kind = schema.kind(inFolder: String(parts[1])) else {
      // The kind may be declared in what could not be read.
      guard !schema.unread.mayHold("kinds") else { return Result() }
      findings.report(
        .unknownFolder, "the folder '\(parts[1])' belongs to no kind", at: 0..<0,
        help: didYouMean(String(parts[1]), among: schema.kinds.map(\.plural))
          ?? "declare the kind in 'content/site.yaml'")
      return Result(diagnostics: findings.diagnostics)
    }
    let name = parts[parts.count - 1]
    let stem = String(name[..<(name.lastIndex(of: ".") ?? name.endIndex)])
    return name.hasSuffix(".md")
      ? parseMarkdown(kind: kind, stem: stem, findings)
      : parseYAML(kind: kind, stem: stem, findings)
  }

  private func parseMarkdown(kind: KindID, stem: String, _ start: Findings) -> Result {
    var findings = start
    let parts: FrontMatter
    do throws(FrontMatter.Failure) {
      parts = try FrontMatter(of: file.bytes)
    } catch {
      findings.append(.frontMatter(error, key: schema.kinds[kind].nameKey, in: file, id))
      // What does not end may be fields or text.
      let text =
        error.isMissing
        ? [RecordReader.text(withoutFields: file.bytes.indices, kind: kind, findings: findings)]
        : []
      return Result(unidentified: text, diagnostics: findings.diagnostics, unread: [stem])
    }
    findings.checkControls(in: parts.body)
    let stream = Stream(parsing: file.bytes, in: parts.yaml)
    for problem in stream.problems { findings.append(problem.diagnostic(in: id)) }
    guard let node = stream.documents.first(where: { !$0.isEmpty }) else {
      if stream.problems.isEmpty {
        findings.report(
          .missingName, "'\(stem)' needs '\(schema.kinds[kind].nameKey)'",
          at: parts.yaml.lowerBound..<parts.yaml.lowerBound,
          help: "add '\(schema.kinds[kind].nameKey): …'")
      }
      return Result(
        unidentified: [
          RecordReader.text(withoutFields: parts.body, kind: kind, findings: findings)
        ],
        diagnostics: findings.diagnostics, unread: [stem] + stream.lostValues(of: "id"))
    }
    var reader = RecordReader(
      schema: schema, kind: kind, now: now, gaps: stream.gaps, findings: findings)
    reader.checkFolder(of: node, inFileAt: file.path)
    let record = reader.record(node, kind: kind, stem: stem, body: parts.body)
    var result = Result(
      diagnostics: reader.findings.diagnostics,
      ignores: reader.ignores.map { LintIgnore($0, file: id, document: file.bytes.indices) })
    result.take(record, orUnread: stem)
    return result
  }

  private func parseYAML(kind: KindID, stem: String, _ start: Findings) -> Result {
    var findings = start
    let stream = Stream(parsing: file.bytes, in: file.bytes.indices)
    for problem in stream.problems { findings.append(problem.diagnostic(in: id)) }
    let count = stream.documentCount
    if count == 0, stream.problems.isEmpty {
      findings.report(
        .emptyFile, "the file is empty", at: 0..<0,
        help: "write '\(schema.kinds[kind].nameKey): …', or delete it")
    }
    var result = Result(unread: stream.lostValues(of: "id"))
    if count == 1, !stream.gaps.isEmpty, stream.documents.allSatisfy(\.isEmpty) {
      result.unread.append(stem)
    }
    let documents = stream.documents.filter { !$0.isEmpty }
    for (index, node) in documents.enumerated() {
      var reader = RecordReader(
        schema: schema, kind: kind, now: now, gaps: stream.gaps(in: node), findings: findings)
      reader.checkFolder(of: node, inFileAt: file.path)
      let record = reader.record(node, kind: kind, stem: count > 1 ? nil : stem, body: nil)
      result.take(record, orUnread: node["id"]?.text ?? stem)
      // Links lead to files.
      if record?.id.isEmpty != false { result.unread.append(stem) }
      let start = index == 0 ? 0 : node.range.lowerBound
      let end =
        index + 1 < documents.count ? documents[index + 1].range.lowerBound : file.bytes.count
      result.ignores += reader.ignores.map { LintIgnore($0, file: id, document: start..<end) }
      findings = reader.findings
    }
    result.diagnostics = findings.diagnostics
    return result
  }
}

extension FileParser.Result {
  /// - Parameter id: What others may refer to a record by whose id is wrong.
  fileprivate mutating func take(_ record: ParsedRecord?, orUnread id: String) {
    if let record, !record.id.isEmpty { return records.append(record) }
    unread.append(id)
    // Others may refer to it by the id that it is to have.
    if let proposed = proposedIdentifier(for: id), proposed != id { unread.append(proposed) }
    if let record { unidentified.append(record) }
  }
}

extension Diagnostic {
  fileprivate static func frontMatter(
    _ failure: FrontMatter.Failure, key: String, in file: SourceFile, _ id: FileID
  ) -> Diagnostic {
    switch failure {
    case .missing(let fence):
      Diagnostic(
        .frontMatter, "the file does not begin with front matter",
        at: Location(id, fence ?? 0..<0),
        help: fence.map { dashes(for: $0, in: file) } ?? dashes(above: file)
          ?? "begin it with '---', '\(key): …' and '---', each on a line of its own")
    case .unclosed(let fence):
      Diagnostic(
        .unclosedFrontMatter, "the front matter does not end",
        at: Location(id, 0..<min(3, file.bytes.count)),
        notes: fence.map { [Note("this line may be to end it", at: Location(id, $0))] } ?? [],
        help: fence.map { dashes(for: $0, in: file) }
          ?? "put '---' on a line of its own before the text")
    }
  }

  /// Where a file begins with its fields.
  private static func dashes(above file: SourceFile) -> String? {
    let line = file.bytes.drop { $0 <= 0x20 || $0 >= 0x80 }.prefix { $0 != 0x0A && $0 != 0x0D }
    let key = line.prefix { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "_") }
    guard !key.isEmpty, line[key.endIndex...].first == UInt8(ascii: ":"),
      line[key.endIndex...].dropFirst().first.map({ $0 == 0x20 }) ?? true
    else { return nil }
    return "put '---' on a line of its own above '\(String(decoding: key, as: UTF8.self)):',"
      + " and another before the text, if there is none"
  }

  /// What stands for the three dashes of front matter in other programs, or by mistake.
  private static func dashes(for fence: Range<Int>, in file: SourceFile) -> String {
    let text = String(decoding: file.bytes[fence], as: UTF8.self)
    return text.hasPrefix("+")
      ? "write '---' for '\(text)' before and behind the fields, and each of them as 'key: value'"
      : "write three dashes, '---', for '\(text)'"
  }
}
