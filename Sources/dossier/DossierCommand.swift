import ArgumentParser

/// The command line. Each command is a file; what they share is in `SiteOptions` and `SiteRun`.
@main struct DossierCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dossier",
    abstract: "Turns a folder of text about people, places and events into a linked web site.",
    discussion: """
      A dossier is a folder that holds 'content/'. Everything mentioned anywhere in it becomes a page \
      that says where it was mentioned, in which words, and on whose word.

      Exit codes: 0 all is well, 1 errors in the content, 64 wrong usage, 74 the disk refuses.
      """,
    subcommands: [BuildCommand.self, CheckCommand.self])
}
