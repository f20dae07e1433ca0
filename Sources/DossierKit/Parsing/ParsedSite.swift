import EDTF
import YAML

/// Everything that authors wrote, read and typed; references are still what they wrote.
package struct ParsedSite: Sendable {
  package let settings: SiteSettings
  package let schema: Schema
  /// Sorted by file, then by place in it.
  package let records: [ParsedRecord]
  /// What files that could not be read, or not as a whole, would have been called.
  package let unread: Set<String>
  /// The lints that files ask to be silent.
  package let ignores: [LintIgnore]

  /// Reads `site.yaml` first, since it says what the other files may hold; then each of them on its own.
  static func parse(
    _ sources: SourceTree, at now: Instant, jobs: Int, into log: inout DiagnosticLog
  ) async -> ParsedSite {
    var ignores: [LintIgnore] = []
    let (settings, schema) = readSettings(of: sources, ignores: &ignores, into: &log)
    let files = Array(sources.files.indices).filter {
      sources.files[$0].path.hasPrefix("content/") && sources.files[$0].path != settingsPath
    }
    let parsed = await files.concurrentMap(jobs: jobs) { index in
      var parser = FileParser(
        file: sources.files[index], id: FileID(index), schema: schema, now: now)
      let (records, diagnostics) = parser.parse()
      return (records: records, diagnostics: diagnostics, ignores: parser.ignores)
    }
    var records: [ParsedRecord] = []
    var unread = Set(sources.leftOut.map { $0.stem })
    for (index, file) in zip(files, parsed) {
      if file.records.isEmpty { unread.insert(sources.files[index].stem) }
      records.append(contentsOf: file.records)
      ignores.append(contentsOf: file.ignores)
      log.append(contentsOf: file.diagnostics)
    }
    return ParsedSite(
      settings: settings, schema: schema, records: records, unread: unread, ignores: ignores)
  }

  static let settingsPath = "content/site.yaml"

  private static func readSettings(
    of sources: SourceTree, ignores: inout [LintIgnore], into log: inout DiagnosticLog
  ) -> (SiteSettings, Schema) {
    let index = sources.files.firstIndex { $0.path == settingsPath }
    guard let index else {
      var none = Findings(file: 0, source: [])
      let settings = SiteSettings.read(nil, findings: &none)
      let schema = SchemaReader.schema(for: nil, findings: &none)
      log.append(
        Diagnostic(
          .missingField, "there is no 'content/site.yaml'", at: nil,
          help: "make one that says 'title: …'"))
      return (settings, schema)
    }
    let bytes = sources.files[index].bytes
    var findings = Findings(file: FileID(index), source: bytes)
    let stream = Stream(parsing: bytes, in: bytes.indices)
    for problem in stream.problems { findings.append(problem.diagnostic(in: FileID(index))) }
    let root = stream.documents.first
    let isBroken = !stream.problems.isEmpty && root == nil
    var scratch = findings
    let settings = SiteSettings.read(root, findings: &scratch)
    let schema = SchemaReader.schema(for: root, findings: &scratch)
    if let node = root?["lint"], !node.isEmpty {
      var reader = FactReader(findings: scratch)
      ignores += reader.ignoredLints(in: node).map {
        LintIgnore($0, file: FileID(index), document: bytes.indices, isOfSite: true)
      }
      scratch = reader.findings
    }
    // A file that could not be read has its own diagnostic; that it has no title would be another on top.
    log.append(contentsOf: (isBroken ? findings : scratch).diagnostics)
    return (settings, schema)
  }
}

/// Reads the records of one file. Depends on nothing but that file and the schema.
struct FileParser {
  let file: SourceFile
  let id: FileID
  let schema: Schema
  let now: Instant
  /// The lints that its documents ask to be silent.
  private(set) var ignores: [LintIgnore] = []

  mutating func parse() -> (records: [ParsedRecord], diagnostics: [Diagnostic]) {
    var findings = Findings(file: id, source: file.bytes)
    let parts = file.path.split(separator: "/")
    guard parts.count > 2 else {
      findings.report(
        .unknownFolder, "'\(parts.last ?? "")' is in no folder of a kind", at: 0..<0,
        help: "move it into one, such as 'content/articles/'")
      return ([], findings.diagnostics)
    }
    guard let kind = schema.kind(inFolder: String(parts[1])) else {
      findings.report(
        .unknownFolder, "the folder '\(parts[1])' belongs to no kind", at: 0..<0,
        help: didYouMean(String(parts[1]), among: schema.kinds.map(\.plural))
          ?? "declare the kind in 'content/site.yaml'")
      return ([], findings.diagnostics)
    }
    let name = parts[parts.count - 1]
    let stem = String(name[..<(name.lastIndex(of: ".") ?? name.endIndex)])
    return name.hasSuffix(".md")
      ? parseMarkdown(kind: kind, stem: stem, findings)
      : parseYAML(kind: kind, stem: stem, findings)
  }

  private mutating func parseMarkdown(
    kind: KindID, stem: String, _ start: Findings
  ) -> (records: [ParsedRecord], diagnostics: [Diagnostic]) {
    var findings = start
    let parts: FrontMatter
    do throws(FrontMatter.Failure) {
      parts = try FrontMatter(of: file.bytes)
    } catch {
      let key = schema.kinds[kind].nameKey
      switch error {
      case .missing:
        findings.report(
          .frontMatter, "the file does not begin with front matter", at: 0..<0,
          help: "begin it with '---', '\(key): …' and '---', each on a line of its own")
      case .unclosed:
        findings.report(
          .frontMatter, "the front matter does not end", at: 0..<min(3, file.bytes.count),
          help: "put '---' on a line of its own before the text")
      }
      return ([], findings.diagnostics)
    }
    let stream = Stream(parsing: file.bytes, in: parts.yaml)
    for problem in stream.problems { findings.append(problem.diagnostic(in: id)) }
    guard let node = stream.documents.first else {
      if stream.problems.isEmpty {
        let key = schema.kinds[kind].nameKey
        findings.report(
          .missingField, "'\(stem)' needs '\(key)'",
          at: parts.yaml.lowerBound..<parts.yaml.lowerBound,
          help: "add '\(key): …'")
      }
      return ([], findings.diagnostics)
    }
    var reader = RecordReader(schema: schema, now: now, findings: findings)
    let record = reader.record(node, kind: kind, stem: stem, body: parts.body)
    ignores += reader.ignores.map { LintIgnore($0, file: id, document: file.bytes.indices) }
    return (record.map { [$0] } ?? [], reader.findings.diagnostics)
  }

  private mutating func parseYAML(
    kind: KindID, stem: String, _ start: Findings
  ) -> (records: [ParsedRecord], diagnostics: [Diagnostic]) {
    var findings = start
    let stream = Stream(parsing: file.bytes, in: file.bytes.indices)
    for problem in stream.problems { findings.append(problem.diagnostic(in: id)) }
    let documents = stream.documents.filter { !$0.isEmpty }
    if documents.isEmpty, stream.problems.isEmpty {
      findings.report(
        .missingField, "the file is empty", at: 0..<0,
        help: "write '\(schema.kinds[kind].nameKey): …', or delete it")
    }
    var records: [ParsedRecord] = []
    for (index, node) in documents.enumerated() {
      var reader = RecordReader(schema: schema, now: now, findings: findings)
      if documents.count > 1, case .mapping = node.value, node["id"]?.isEmpty ?? true {
        findings.report(
          .missingField, "one of several documents in a file needs 'id'",
          at: node.range.lowerBound..<node.range.lowerBound, help: "add 'id: …'")
        continue
      }
      if let record = reader.record(node, kind: kind, stem: stem, body: nil) {
        records.append(record)
      }
      let start = index == 0 ? 0 : node.range.lowerBound
      let end =
        index + 1 < documents.count ? documents[index + 1].range.lowerBound : file.bytes.count
      ignores += reader.ignores.map { LintIgnore($0, file: id, document: start..<end) }
      findings = reader.findings
    }
    return (records, findings.diagnostics)
  }
}
