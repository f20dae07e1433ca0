import ArgumentParser
import DossierKit
import EDTF

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The options of every command that reads a dossier.
struct SiteOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, sarif }

  @Option(
    help: ArgumentHelp("The dossier's folder, which holds 'content/'.", valueName: "dir"),
    completion: .directory)
  var source = "."

  @Option(
    help: ArgumentHelp(
      "The address the site will have, with http:// or https:// (default: 'url' in 'site.yaml').",
      valueName: "url"))
  var baseURL: BaseURL?

  @Flag(help: "Name 'index.html' in links, so that the site can be opened from a disk.")
  var portable = false

  @Flag(help: "Show drafts and embargoed matter, marked as such.")
  var drafts = false

  @Option(
    help: ArgumentHelp(
      """
      The time that embargoes are measured by: 2023-05-20 or 2023-05-20T09:30:00+02:00 \
      (default: SOURCE_DATE_EPOCH, else the clock).
      """, valueName: "date"))
  var now: Moment?

  @Option(
    help: ArgumentHelp(
      "How many tasks work at once (default: one for each processor).", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Take warnings for errors.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      """
      How diagnostics are written, to standard error: as text, as lines of json, or as one sarif \
      document, which hosts of code show on the changed lines.
      """, valueName: "format"))
  var format = Format.text

  @Flag(help: "Write no summary and no progress.")
  var quiet = false

  func validate() throws {
    if source.isEmpty { throw ValidationError("--source takes the name of a folder") }
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number of at least 1") }
  }

  /// What is asked of the builder.
  func buildOptions(output: String?, environment: Environment) throws -> BuildOptions {
    let now = try now?.secondsSince1970 ?? environment.sourceDate ?? Self.clock
    var options = BuildOptions(source: source, output: output, now: now)
    options.baseURL = baseURL?.address
    options.portable = portable
    options.drafts = drafts
    options.jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    options.strict = strict
    return options
  }

  /// The path of something in a folder, short where it can be.
  static func path(_ name: String, in folder: String) -> String {
    if folder == "." { return name }
    return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// What leads from here to a folder, for addresses that whoever keeps the folder in a repository can follow.
  /// Empty if it is this one, or does not lie below it.
  static func folderInURI(_ folder: String) -> String {
    let parts = folder.split(separator: "/").filter { $0 != "." }
    return folder.hasPrefix("/") || parts.contains("..") ? "" : parts.joined(separator: "/")
  }

  private static var clock: Int64 { Int64(Date().timeIntervalSince1970) }
}

/// What dossier heeds of the process's environment.
struct Environment {
  private let variables: [String: String]

  init(_ variables: [String: String] = ProcessInfo.processInfo.environment) {
    self.variables = variables
  }

  /// Whether `NO_COLOR` asks for text without colours (see no-color.org).
  var refusesColor: Bool { variables["NO_COLOR"].map { !$0.isEmpty } ?? false }

  /// `SOURCE_DATE_EPOCH`: the time to build for, in seconds since 1970 (see reproducible-builds.org).
  var sourceDate: Int64? {
    get throws {
      guard let text = variables["SOURCE_DATE_EPOCH"], !text.isEmpty else { return nil }
      guard let seconds = Int64(text), seconds >= 0, Instant(seconds: seconds) != nil else {
        throw ValidationError("SOURCE_DATE_EPOCH is '\(text)', which is no number of seconds")
      }
      return seconds
    }
  }
}
