import EDTF

/// What the lints judge: a dossier that was read without a word, and may still be wrong.
struct LintedSite: Sendable {
  let model: SiteModel
  let links: LinkGraph
  let sources: SourceTree
  let uses: UseIndex
  /// The day that the living are counted by.
  let today: Day?
  /// Nil if nothing was removed.
  let redactedNames: RedactedNames?

  /// That day as a date to compare others with; none if there is no such day.
  var now: [StatedDate] {
    guard let today, let date = try? EDTFDate("\(today)") else { return [] }
    return [StatedDate(date: date, location: Location(FileID(0), 0..<0))]
  }
}

/// The lints: each is a file, a code of ``Diagnostic/Code`` and a test of its own.
///
/// They look at what is published, or shown for preview, and at nothing else.
enum Lint {
  /// Those that look at one record, and what it refers to.
  static let ofRecords: [@Sendable (RecordID, LintedSite) -> [Diagnostic]] = [
    UnsourcedStatement.check, ReversedDates.check, OutsideLife.check, PostNotHeld.check,
    CitedTooEarly.check, CompetingValues.check, FalseCorroboration.check, UncitedAttribution.check,
    UnarchivedSource.check, EndedYetCurrent.check, EmptyCorrection.check, FutureDate.check,
    SelfRelation.check, RedactedName.check, MissingAlt.check,
  ]

  /// Those that look for twins.
  static let ofAll: [@Sendable (LintedSite) -> [Diagnostic]] = [
    DuplicateIdentifier.check, PossibleDuplicate.check, RedactedName.checkSettings,
  ]

  /// Those that conclude from what is not there, and so wait until all of it could be read.
  static let ofAbsence: [@Sendable (LintedSite) -> [Diagnostic]] = [
    UnusedSource.check, OrphanEntity.check,
  ]

  /// Judges a dossier, and takes out of the log what its files ask to be silent.
  ///
  /// - Parameters:
  ///   - redacted: What that was called which was removed.
  ///   - drafts: Whether drafts are shown, who may mention what else is an orphan: then no file asks in vain.
  /// - Returns: The sources with the files that only a lint speaks of.
  static func check(
    _ model: SiteModel, _ links: LinkGraph, from sources: SourceTree, redacted: RedactedNames?,
    ignoring ignores: [LintIgnore],
    at now: Instant, drafts: Bool, jobs: Int, into log: inout DiagnosticLog
  ) async -> SourceTree {
    let isWhole = !log.entries.contains { $0.severity == .error && !$0.code.isLint }
    let site = LintedSite(
      model: model, links: links, sources: sources, uses: UseIndex(model),
      today: Day(number: Int32(clamping: now.seconds / 86_400)),
      redactedNames: redacted)
    let ofRecords = await model.ids.concurrentMap(jobs: jobs) { id in
      model[id].visibility == .redacted ? [] : Self.ofRecords.flatMap { $0(id, site) }
    }
    for diagnostics in ofRecords { log.append(contentsOf: diagnostics) }
    let lints = ofAll + (isWhole ? ofAbsence : [])
    for diagnostics in await lints.concurrentMap(jobs: jobs, { $0(site) }) {
      log.append(contentsOf: diagnostics)
    }
    let snapshots = isWhole ? UnrecordedSnapshot.files(in: model) : []
    let unused = isWhole ? UnusedMedia.files(in: model) : []
    let named = RedactedName.files(in: site)
    var media: [String] = []
    func place(of path: String) -> Location {
      media.append(path)
      return Location(FileID(sources.files.count + sources.leftOut.count + media.count - 1), 0..<0)
    }
    for path in snapshots { log.append(.unrecorded(path, at: place(of: path))) }
    for path in unused { log.append(.unused(path, at: place(of: path))) }
    for (path, owner) in named { log.append(.named(path, owner, at: place(of: path))) }
    log.heed(
      ignores, in: model, texts: sources.files.count + sources.leftOut.count,
      isWhole: isWhole && !drafts)
    return sources.naming(media.map { "content/media/\($0)" })
  }
}

extension SourceTree {
  /// With files that were not read, after those that are left out, so that a diagnostic can name them.
  fileprivate func naming(_ paths: [String]) -> SourceTree {
    guard !paths.isEmpty else { return self }
    return SourceTree(
      files: files, assets: assets,
      leftOut: leftOut + paths.map { SourceFile(path: $0, bytes: []) })
  }
}
