import EDTF
import YAML

/// Everything that authors wrote, read and typed; references are still what they wrote.
package struct ParsedSite: Sendable {
  package let settings: SiteSettings
  package let schema: Schema
  /// Sorted by file, then by place in it.
  package let records: [ParsedRecord]
  /// What has no id that could be read; in the same order.
  let unidentified: [ParsedRecord]
  /// What would have been called what could not be read.
  package let unread: Set<String>
  /// Whether there are names that could not be read.
  package let hasUnreadNames: Bool
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
      FileParser(file: sources.files[index], id: FileID(index), schema: schema, now: now).parse()
    }
    var records: [ParsedRecord] = []
    var unidentified: [ParsedRecord] = []
    var unread = Set(sources.leftOut.map { $0.stem })
    var hasUnreadNames = false
    for (index, file) in zip(files, parsed) {
      if file.records.isEmpty { unread.insert(sources.files[index].stem) }
      unread.formUnion(file.unread)
      hasUnreadNames = hasUnreadNames || !file.unread.isEmpty
      records.append(contentsOf: file.records)
      unidentified.append(contentsOf: file.unidentified)
      ignores.append(contentsOf: file.ignores)
      log.append(contentsOf: file.diagnostics)
    }
    hasUnreadNames =
      hasUnreadNames
      || records.contains { record in
        ["name", "title", "names"].contains { record.unread.mayHold($0) }
      }
    return ParsedSite(
      settings: settings, schema: schema, records: records, unidentified: unidentified,
      unread: unread, hasUnreadNames: hasUnreadNames, ignores: ignores)
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
    findings.checkDirections()
    let stream = Stream(parsing: bytes, in: bytes.indices)
    for problem in stream.problems { findings.append(problem.diagnostic(in: FileID(index))) }
    let root = stream.documents.first { !$0.isEmpty }
    if let root { findings.checkComments(in: root) }
    let unread = UnreadKeys(stream.gaps, known: Set(SiteSettings.keys))
    let settings = SiteSettings.read(root, unread: unread, findings: &findings)
    let schema = SchemaReader.schema(for: root, unread: unread, findings: &findings)
    if let node = root?["lint"], !node.isEmpty {
      var reader = FactReader(findings: findings)
      ignores += reader.ignoredLints(in: node).map {
        LintIgnore($0, file: FileID(index), document: bytes.indices, isOfSite: true)
      }
      findings = reader.findings
    }
    log.append(contentsOf: findings.diagnostics)
    return (settings, schema)
  }
}
