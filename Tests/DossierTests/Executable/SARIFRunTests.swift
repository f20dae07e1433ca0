import Foundation
import Testing

/// `--format sarif`: standard error is one document, whatever becomes of the run.
@Suite struct SARIFRunTests {
  private func document(_ run: Executable.Run) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(run.error.utf8))
    let document = try #require(object as? [String: Any])
    #expect(document["version"] as? String == "2.1.0")
    return try #require((document["runs"] as? [[String: Any]])?.first)
  }

  private func results(_ run: Executable.Run) throws -> [[String: Any]] {
    try #require(try document(run)["results"] as? [[String: Any]])
  }

  private func addresses(_ run: Executable.Run) throws -> [String?] {
    try results(run).map { result in
      let location = (result["locations"] as? [[String: Any]])?.first
      let place = location?["physicalLocation"] as? [String: Any]
      return (place?["artifactLocation"] as? [String: Any])?["uri"] as? String
    }
  }

  @Test(arguments: ["build", "check"])
  func isADocumentWhereAllIsWell(command: String) throws {
    let run = try Executable.run(command, "--format", "sarif", in: TemporaryDossier())
    #expect(run.status == 0)
    #expect(try results(run).isEmpty)
    #expect(run.output.contains("1 article"), "the summary is for people, on the other stream")
  }

  @Test(arguments: ["build", "check"])
  func isADocumentOfEveryDiagnostic(command: String) throws {
    let run = try Executable.run(
      command, "--format", "sarif", in: TemporaryDossier(StreamTests.faulty))
    #expect(run.status == 1)
    #expect(run.output == "")
    #expect(
      try results(run).map { $0["level"] as? String } == ["error", "error", "warning", "error"])
  }

  @Test func isWrittenToAFileWithNothingElseInIt() throws {
    let dossier = try TemporaryDossier(StreamTests.faulty)
    let run = try Executable.shell(
      "$DOSSIER check --quiet --format sarif 2> dossier.sarif", in: dossier)
    #expect(run.status == 1)
    #expect(run.error == "")
    let text = try #require(dossier.text("dossier.sarif"))
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
  }

  /// A terminal has a progress line, which would be in the way.
  @Test func isNotDisturbedByProgress() throws {
    let dossier = try TemporaryDossier()
    let script = "script -qec '$DOSSIER build --quiet --format sarif' /dev/null"
    let run = try Executable.shell(
      "command -v script >/dev/null || exit 77; \(script)", in: dossier)
    if run.status == 77 { return }
    #expect(throws: Never.self) {
      try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    }
  }

  @Test func isADocumentWhereTheDiskRefuses() throws {
    let dossier = try TemporaryDossier(["occupied": "mine"])
    let run = try Executable.run(
      "build", "--output", "occupied", "--format", "sarif", in: dossier)
    #expect(run.status == 74)
    let invocations = try document(run)["invocations"] as? [[String: Any]]
    #expect(invocations?.first?["executionSuccessful"] as? Bool == false)
  }

  @Test func isADocumentWhereThereIsNoDossier() throws {
    let run = try Executable.run(
      "check", "--source", "nowhere", "--format", "sarif", in: TemporaryDossier())
    #expect(run.status == 64)
    #expect(try results(run).isEmpty)
  }

  @Test(
    "names files from where it is run",
    arguments: [
      (".", "content/"), ("./", "content/"), ("cases/ports", "cases/ports/content/"),
      ("./cases/ports/", "cases/ports/content/"), ("cases/../cases/ports", "content/"),
      ("$PWD/cases/ports", "content/"),
    ])
  func namesFilesFromWhereItIsRun(source: String, prefix: String) throws {
    let files: KeyValuePairs = [
      "content/countries/ruritania.yaml": "name: Ruritania\nnmae: R\n",
      "cases/ports/content/site.yaml": "title: Ports\n",
      "cases/ports/content/countries/ruritania.yaml":
        "name: Ruritania\nnmae: R\nlint: {ignore: [{code: orphan-entity, reason: It is alone.}]}\n",
    ]
    let run = try Executable.shell(
      "$DOSSIER check --format sarif --source \(source)", in: TemporaryDossier(files))
    #expect(try addresses(run) == [prefix + "countries/ruritania.yaml"])
  }
}
