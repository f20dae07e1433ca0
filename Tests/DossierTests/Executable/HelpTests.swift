import Testing

@Suite struct HelpTests {
  @Test func listsTheCommandsAndTheExitCodes() throws {
    let run = try Executable.run("--help", in: TemporaryDossier())
    #expect(run.status == 0)
    #expect(run.error == "")
    for text in ["build", "check", "OVERVIEW", "64", "74"] { #expect(run.output.contains(text)) }
  }

  @Test(arguments: ["build", "check"])
  func showsAnExampleAndEveryOption(command: String) throws {
    let run = try Executable.run(command, "--help", in: TemporaryDossier())
    #expect(run.status == 0)
    #expect(run.output.contains("dossier \(command) --"), "an example")
    let options = [
      "--source", "--base-url", "--portable", "--drafts", "--now", "--jobs", "--strict", "--format",
      "--quiet",
    ]
    for option in options { #expect(run.output.contains("\(option)"), "\(option)") }
    #expect(run.output.contains("--output ") == (command == "build"))
    // The line of usage is one line, however long.
    let lines: [Substring] = run.output.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 100 || $0.hasPrefix("USAGE: ") })
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func writesCompletions(shell: String) throws {
    let run = try Executable.run("--generate-completion-script", shell, in: TemporaryDossier())
    #expect(run.status == 0)
    #expect(run.output.contains("base-url"))
    #expect(run.output.contains("check"))
  }

  @Test func writesCompletionsThatBashAccepts() throws {
    let run = try Executable.shell(
      "$DOSSIER --generate-completion-script bash | bash -n", in: TemporaryDossier())
    #expect(run.status == 0, "\(run.error)")
  }

  @Test func namesTheNearestOption() throws {
    let run = try Executable.run("build", "--sourec", ".", in: TemporaryDossier())
    #expect(run.error.contains("--source"))
  }
}
