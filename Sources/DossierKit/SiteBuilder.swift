import EDTF

/// Builds a dossier: from a folder of text to a folder of pages. Read this first.
public enum SiteBuilder {
  /// Builds the site, or only checks what it would be built from.
  ///
  /// Wrong content is not an error of this function: it is in the report, all of it, and nothing is written
  /// then, so that the last good site stands. It throws if the disk refuses.
  public static func build(
    _ options: BuildOptions, on fileSystem: FileSystem = .disk,
    progress: @escaping @Sendable (BuildProgress) -> Void = { _ in }
  ) async throws(FileSystemError) -> BuildReport {
    var log = DiagnosticLog()

    // Every text is read once. Nothing below looks at the disk again before pages are written, but for the hashes
    // of snapshots, which may be too large to keep.
    let sources = try await SourceTree.load(
      options.source, from: fileSystem, jobs: options.jobs, theme: defaultThemeFiles, into: &log)

    // Each file on its own: what it says, typed by the schema that `site.yaml` completes.
    let parsed = await ParsedSite.parse(
      sources, at: Instant(nearest: options.now), jobs: options.jobs, into: &log)
    // Kept to the end, and then not waited for, like the plan. Given back earlier, its many small pieces would be
    // handed out again for the values of pages, which would so lie all over the memory.
    defer { Task { [parsed] in extendLifetime(parsed) } }

    // Every reference leads somewhere from here on, and what is not published is gone.
    let model = await SiteModel.resolve(
      parsed, from: sources, drafts: options.drafts, jobs: options.jobs, into: &log)

    let ignores = parsed.ignores
    let redacted = RedactedNames(model, written: parsed.records)

    // Copies of sources are what they were when they were made.
    try await model.checkSnapshots(
      sources.assets, on: fileSystem, jobs: options.jobs, into: &log)

    // Who is spoken of where; after this, each record's backlinks are a slice.
    let links = await LinkGraph.link(model, sources: sources, jobs: options.jobs, into: &log)

    // What could be read without a word and may still be unfit to print. Some of it is about files that are not texts.
    let named = await Lint.check(
      model, links, from: sources, redacted: redacted, ignoring: ignores,
      at: Instant(nearest: options.now), drafts: options.drafts, jobs: options.jobs, into: &log)

    let assets = sources.assets.filter { !model.withholds($0) }

    // Which pages there are, and how they look. Both may be wrong, so both come before any is written.
    let plan = SitePlan(model, links, assets: assets, options: options.plan(for: model), into: &log)
    defer { Task { [plan] in extendLifetime(plan) } }
    let theme = Theme(sources, model.schema, into: &log)

    // Said beside what is wrong with the content. What the disk refuses is not, as long as nothing is to be written.
    if let output = options.output,
      let refusal = try? OutputFolder.refusal(
        of: output, root: options.source, fileSystem: fileSystem)
    {
      log.append(refusal)
    }

    var report = BuildReport(named, log, plan, strict: options.strict)
    guard let theme, let output = options.output, !report.hasErrors else { return report }

    let paths = (plan.pages.map(\.path) + assets.map(\.outputPath)).sorted()
    let folder = try OutputFolder.open(
      at: output, root: options.source, planned: paths, fileSystem: fileSystem,
      isStrict: options.strict, into: &log)
    report = BuildReport(named, log, plan, strict: options.strict)
    guard let folder, !report.hasErrors else { return report }

    // Each page is made, compared and written before the next: no more of the site is in memory than that.
    let batches = try await plan.write(
      to: folder, with: theme, assets: assets, jobs: options.jobs, progress: progress)
    report.summary = try folder.finish(batches)
    return report
  }
}
