import Foundation
import Testing

/// Where the disk refuses, the run says what and why, ends with 74, and leaves the last good site whole.
@Suite struct RefusingDiskTests {
  @Test(arguments: ["occupied", "occupied/below"])
  func refusesAFileWhereTheOutputGoes(output: String) throws {
    let dossier = try TemporaryDossier(["occupied": "mine"])
    let run = try Executable.run("build", "--output", output, in: dossier)
    #expect(run.status == 74)
    #expect(run.output == "")
    #expect(run.error.contains("occupied"))
    #expect(dossier.text("occupied") == "mine")
  }

  @Test func refusesAFolderWhereAPageGoes() throws {
    let dossier = try TemporaryDossier()
    try #require(try Executable.run("build", in: dossier).status == 0)
    try dossier.remove("public/index.html")
    try dossier.write("public/index.html/mine", "mine")
    let run = try Executable.run("build", in: dossier)
    #expect(run.status == 74 || run.status == 1)
    #expect(run.error.contains("index.html"))
    #expect(dossier.text("public/index.html/mine") == "mine")
  }

  /// A limit on the size of files stands for a full disk, and binds root as well.
  @Test func keepsTheOldSiteWholeWhenItCannotWrite() throws {
    let dossier = try TemporaryDossier()
    try #require(try Executable.run("build", in: dossier).status == 0)
    let old = dossier.files(in: "public")
    let more = String(repeating: "Nothing came of it. ", count: 200)
    try dossier.write("content/countries/ruritania.yaml", "name: Ruritania\nbody: \(more)\n")
    let run = try Executable.shell("trap '' XFSZ; ulimit -f 1; exec $DOSSIER build", in: dossier)
    #expect(run.status == 74, "\(run.error)")
    #expect(run.error.hasPrefix("error: "))
    for (path, content) in old { #expect(dossier.files(in: "public")[path] == content, "\(path)") }

    try #require(try Executable.run("build", in: dossier).status == 0)
    try #require(try Executable.run("build", "--output", "clean", in: dossier).status == 0)
    #expect(dossier.files(in: "public") == dossier.files(in: "clean"))
  }

  @Test func refusesAFolderWithoutPermission() throws {
    let dossier = try TemporaryDossier()
    try dossier.permit("public", 0o555)
    let run = try Executable.runWithoutPrivileges("build", in: dossier)
    #expect(run.status == 74)
    #expect(run.error.contains("permission denied"))
  }

  @Test func namesTheFileThatCannotBeRead() throws {
    let dossier = try TemporaryDossier(["content/articles/a.md": "secret"])
    try dossier.permit("content/articles/a.md", 0)
    let run = try Executable.runWithoutPrivileges("build", in: dossier)
    #expect(run.status == 74)
    #expect(run.error.contains("content/articles/a.md': permission denied"), "\(run.error)")
  }

  @Test func saysItInJSONToo() throws {
    let dossier = try TemporaryDossier(["occupied": "mine"])
    let run = try Executable.run(
      "build", "--output", "occupied", "--format", "json", in: dossier)
    #expect(run.status == 74)
    let line = try #require(run.errorLines.first)
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    #expect(object?["code"] as? String == "disk")
    #expect(object?["severity"] as? String == "error")
  }
}
