import ArgumentParser

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build the site.",
    discussion: """
      Reads 'content/' and 'templates/' and writes the site to 'public/'. Only pages that changed are \
      written; what dossier did not write itself is never touched. If the content has errors, nothing \
      is written, and the last good site stands.

      Example: build the dossier in this folder, for https://example.org/dossier/

        dossier build --base-url https://example.org/dossier/
      """)

  @OptionGroup var site: SiteOptions

  @Option(
    help: ArgumentHelp(
      "The folder to write to (default: 'public' in the dossier's folder).", valueName: "dir"),
    completion: .directory)
  var output: String?

  func validate() throws {
    if output == "" { throw ValidationError("--output takes the name of a folder") }
  }

  func run() async throws {
    let output = output ?? SiteOptions.path("public", in: site.source)
    try await SiteRun(site, output: output).run()
  }
}
