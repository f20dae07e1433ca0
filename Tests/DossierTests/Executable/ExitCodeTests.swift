import Foundation
import Testing

/// 0 all is well, 1 errors in the content, 64 wrong usage, 74 the disk refuses.
@Suite struct ExitCodeTests {
  @Test(arguments: ["build", "check"])
  func isZeroWhereAllIsWell(command: String) throws {
    let dossier = try TemporaryDossier()
    let run = try Executable.run(command, in: dossier)
    #expect(run.status == 0, "\(run.error)")
    #expect(run.error == "")
  }

  @Test(arguments: ["build", "check"])
  func isOneForErrorsInTheContent(command: String) throws {
    let dossier = try TemporaryDossier(["content/articles/bad.md": "---\ntitle: No date\n---\n"])
    let run = try Executable.run(command, in: dossier)
    #expect(run.status == 1)
    #expect(run.error.contains("content/articles/bad.md:"))
    #expect(!dossier.exists("public"), "nothing is written")
  }

  @Test func isZeroForWarningsUnlessTheyAreErrors() throws {
    let dossier = try TemporaryDossier([
      "content/countries/ruritania.yaml": "name: Ruritania\nnmae: R\n"
    ])
    let run = try Executable.run("build", in: dossier)
    #expect(run.status == 0)
    #expect(run.error.contains("warning: "))

    try dossier.remove("public")
    let strict = try Executable.run("build", "--strict", in: dossier)
    #expect(strict.status == 1)
    #expect(strict.error.contains("error: "))
    #expect(!dossier.exists("public"))
  }

  @Test(
    arguments: [
      ["build", "--jobs", "0"], ["build", "--jobs", "many"], ["build", "--format", "xml"],
      ["build", "--now", "yesterday"], ["build", "--now", "2023-02-29"],
      ["build", "--base-url", "ftp://example.org/"], ["build", "--base-url", "example.org"],
      ["build", "--output", ""], ["build", "--sourec", "."], ["build", "one", "two"],
      ["check", "--output", "public"], ["bulid"], ["build", "--source", "no-such-folder"],
      ["build", "--source", "content/articles"],
    ])
  func is64ForWrongUsage(arguments: [String]) throws {
    let dossier = try TemporaryDossier()
    let line = arguments.map { "'\($0)'" }.joined(separator: " ")
    let run = try Executable.shell("$DOSSIER \(line)", in: dossier)
    #expect(run.status == 64, "\(run.error)")
    #expect(run.output == "")
    #expect(!run.error.isEmpty)
    #expect(!dossier.exists("public"))
  }

  @Test func keepsTheLastGoodSiteWhenTheContentTurnsBad() throws {
    let dossier = try TemporaryDossier()
    try #require(try Executable.run("build", in: dossier).status == 0)
    let good = dossier.files(in: "public")
    try dossier.write("content/countries/ruritania.yaml", "name: [\n")
    let run = try Executable.run("build", in: dossier)
    #expect(run.status == 1)
    #expect(dossier.files(in: "public") == good)
  }
}
