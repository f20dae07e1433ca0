import EDTF

/// What a build is asked for.
public struct BuildOptions: Sendable {
  /// The dossier's folder, which holds `content/`.
  public var source: String
  /// The folder to write to; nil to check and write nothing.
  public var output: String?
  /// The site's canonical address, ending in `/`; nil to use what `site.yaml` says.
  public var baseURL: String?
  /// Whether links name `index.html`, so that the site can be opened from a disk.
  public var portable = false
  /// Whether drafts and embargoed matter are shown, for preview.
  public var drafts = false
  /// The time that embargoes are measured by, in seconds since 1970.
  public var now: Int64
  /// How many tasks work at once, at least 1. The site does not depend on it.
  public var jobs = 1
  /// Whether warnings stop the build as errors do.
  public var strict = false

  public init(source: String, output: String?, now: Int64) {
    self.source = source
    self.output = output
    self.now = now
  }

  func plan(for model: SiteModel) -> PlanOptions {
    PlanOptions(baseURL: baseURL ?? model.settings.url, isPortable: portable)
  }
}

/// How far a build has come.
public struct BuildProgress: Sendable {
  public let done: Int
  public let total: Int
}
