import ArgumentParser
import DossierKit

/// One run over a dossier: builds or checks it, says what came of it, and exits accordingly.
struct SiteRun {
  /// What the process says to whoever started it.
  enum Exit {
    static let contentErrors = ExitCode(1)
    static let usage = ExitCode(64)
    static let disk = ExitCode(74)
  }

  private let site: SiteOptions
  private let output: String?
  private let environment = Environment()

  /// - Parameter output: The folder to write to; nil to check and write nothing.
  init(_ site: SiteOptions, output: String?) {
    self.site = site
    self.output = output
  }

  func run() async throws {
    let options = try site.buildOptions(output: output, environment: environment)
    let start = ContinuousClock.now
    let report = try await build(options, start: start)
    guard Terminal.error.write(diagnostics(of: report)) else { throw Exit.disk }
    if report.hasErrors { throw Exit.contentErrors }
    if !site.quiet {
      let summary = Summary(report, duration: .now - start)
      guard Terminal.output.write(summary.text) else {
        Terminal.error.write("error: cannot write to standard output\n")
        throw Exit.disk
      }
    }
    // The process ends here. To take the site apart first, piece by piece, would only keep its user waiting.
    withExtendedLifetime(report) { DossierCommand.exit() }
  }

  /// Builds with a progress line where somebody is looking.
  private func build(_ options: BuildOptions, start: ContinuousClock.Instant) async throws
    -> BuildReport
  {
    guard Terminal.error.isInteractive, !site.quiet, site.format == .text else {
      return try await build(options) { _ in }
    }
    let line = ProgressLine(start: start) { Terminal.error.write($0) }
    defer { line.finish() }
    let reading = Task {
      try await Task.sleep(for: .milliseconds(250))
      line.show("reading …")
    }
    defer { reading.cancel() }
    return try await build(options) { progress in
      line.show("\(progress.done.grouped) of \(progress.total.grouped) files")
    }
  }

  private func build(
    _ options: BuildOptions, progress: @escaping @Sendable (BuildProgress) -> Void
  ) async throws -> BuildReport {
    do {
      return try await SiteBuilder.build(options, progress: progress)
    } catch {
      let renderer = DiagnosticRenderer(format, sources: SourceTree(files: []))
      Terminal.error.write(renderer.render(error))
      throw error.isWrongUsage ? Exit.usage : Exit.disk
    }
  }

  /// Each of them, then, for people, how many there are.
  private func diagnostics(of report: BuildReport) -> String {
    var renderer = DiagnosticRenderer(format, sources: report.sources, isStrict: site.strict)
    let text = renderer.render(report.diagnostics)
    guard site.format == .text,
      let counts = report.diagnostics.counted(isStrict: site.strict)
    else { return text }
    let isRefused = report.hasErrors && output != nil
    return text + counts + (isRefused ? "; nothing was written\n" : "\n")
  }

  private var format: DiagnosticRenderer.Format {
    switch site.format {
    case .json: .json
    case .sarif: .sarif(folder: SiteOptions.folderInURI(site.source))
    case .text: .text(color: Terminal.error.isInteractive && !environment.refusesColor)
    }
  }
}
