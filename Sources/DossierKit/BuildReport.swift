/// What a build found and did.
public struct BuildReport: Sendable {
  /// Sorted by file and place.
  package let diagnostics: [Diagnostic]
  package let sources: SourceTree
  /// How many there are of each kind, in the order of the schema; kinds without any are left out.
  public let counts: [(label: String, count: Int)]
  public let mentions: Int
  public let backlinks: Int
  /// Those that a reader stays on: neither redirects nor files for programs, such as feeds.
  public let pages: Int
  private let isStrict: Bool
  /// What the pages were made from. Kept, so that it goes when the report does and not before.
  private let plan: SitePlan
  /// What was done to the output folder; nil if nothing was.
  package internal(set) var summary: OutputFolder.Summary?

  init(_ sources: SourceTree, _ log: DiagnosticLog, _ plan: SitePlan, strict: Bool) {
    self.sources = sources
    self.isStrict = strict
    self.plan = plan
    diagnostics = log.sorted(in: sources)
    counts = plan.model.kinds.enumerated().compactMap { index, range in
      let label = plan.model.schema.kinds[index].label
      // As on the pages, which do not tell how many were removed.
      let count = range.count { plan.model.records[$0].visibility != .redacted }
      return count == 0 ? nil : (count == 1 ? label.one : label.many, count)
    }
    mentions = plan.links.mentions.reduce(0) { $0 + $1.count }
    backlinks = plan.links.backlinks.count + plan.model.inverses.count
    pages = plan.pages.count { $0.content.isForReaders }
  }

  /// Whether the content has errors, or warnings where those count as such. Nothing is written then.
  public var hasErrors: Bool {
    diagnostics.contains { $0.severity(isStrict: isStrict) == .error }
  }
}
