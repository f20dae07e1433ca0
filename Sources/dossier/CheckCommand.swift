import ArgumentParser

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check the content, and write nothing.",
    discussion: """
      Finds everything that a build would complain of, all of it in one run.

      Example: fail on warnings too, as a check before merging

        dossier check --strict
      """)

  @OptionGroup var site: SiteOptions

  func run() async throws {
    try await SiteRun(site, output: nil).run()
  }
}
