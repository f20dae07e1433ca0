import Foundation
import Testing

/// What dossier reads and where it writes, seen from outside.
@Suite struct FolderTests {
  @Test func buildsFromAnywhereToAnywhere() throws {
    let (dossier, other) = (try TemporaryDossier(), try TemporaryDossier())
    let run = try Executable.run(
      "build", "--source", dossier.path, "--output", "a/b/site", in: other)
    #expect(run.status == 0, "\(run.error)")
    #expect(other.exists("a/b/site/index.html"))
    #expect(!dossier.exists("public"))
    #expect(dossier.exists(".dossier"), "what it remembers lies beside the content")
    #expect(!other.exists(".dossier"))
  }

  @Test func writesToPublicOfTheDossier() throws {
    let (dossier, other) = (try TemporaryDossier(), try TemporaryDossier())
    #expect(try Executable.run("build", "--source", dossier.path, in: other).status == 0)
    #expect(dossier.exists("public/index.html"))
    #expect(!other.exists("public"))
  }

  @Test(arguments: ["content", "content/site", "content/../content/articles"])
  func refusesToWriteIntoTheContent(output: String) throws {
    let dossier = try TemporaryDossier()
    let before = dossier.files(in: "content")
    let run = try Executable.run("build", "--output", output, in: dossier)
    #expect(run.status == 1)
    #expect(run.error.contains("[output-in-content]"))
    #expect(dossier.files(in: "content") == before)
  }

  @Test func refusesToWriteIntoTheContentByALink() throws {
    let dossier = try TemporaryDossier()
    try dossier.link("elsewhere", to: "content/articles")
    let before = dossier.files(in: "content")
    let run = try Executable.run("build", "--output", "elsewhere/site", in: dossier)
    #expect(run.status != 0)
    #expect(dossier.files(in: "content") == before)
  }

  @Test func refusesALinkOutOfTheContent() throws {
    let dossier = try TemporaryDossier(["secret.md": "---\ntitle: Secret\ndate: 2024-01-01\n---\n"])
    try dossier.link("content/articles/secret.md", to: "../../secret.md")
    let run = try Executable.run("build", in: dossier)
    #expect(run.status == 1)
    #expect(run.error.contains("[link-leaves-content]"))
    #expect(!dossier.exists("public"))
  }

  @Test func refusesALinkedFolderOutOfTheContent() throws {
    let dossier = try TemporaryDossier(["elsewhere/secret.txt": "secret"])
    try dossier.write("content/media/mine.txt", "mine")
    try dossier.link("content/media/theirs", to: "../../elsewhere")
    let run = try Executable.run("build", in: dossier)
    #expect(run.status == 1)
    #expect(run.error.contains("[link-leaves-content]"))
  }

  @Test func followsALinkWithinTheContent() throws {
    let dossier = try TemporaryDossier(["content/media/one.txt": "one"])
    try dossier.link("content/media/two.txt", to: "one.txt")
    let run = try Executable.run("build", in: dossier)
    #expect(run.status == 0, "\(run.error)")
    #expect(dossier.text("public/media/two.txt") == "one")
  }

  @Test func leavesFilesOfOthersAloneAndSaysSo() throws {
    let dossier = try TemporaryDossier(["public/CNAME": "example.org", "public/old.html": "mine"])
    let run = try Executable.run("build", "--strict", in: dossier)
    #expect(run.status == 0, "\(run.error)")
    #expect(
      run.error.hasPrefix(
        "note: 'old.html' in 'public' is none of dossier's files, and was left alone [left-alone]"))
    #expect(!run.error.contains("CNAME") && !run.error.contains("warning"))
    #expect(dossier.text("public/CNAME") == "example.org")
    #expect(dossier.text("public/old.html") == "mine")
    let json = try Executable.run("build", "--format", "json", in: dossier)
    #expect(json.error.hasPrefix(#"{"severity":"note","code":"left-alone""#))
    let sarif = try Executable.run("build", "--format", "sarif", in: dossier)
    #expect(sarif.status == 0 && sarif.error.contains(#""level":"note""#))
  }

  @Test func doesNotOverwriteAFileThatItDidNotWrite() throws {
    let dossier = try TemporaryDossier(["public/index.html": "mine"])
    let run = try Executable.run("build", in: dossier)
    #expect(run.status == 1)
    #expect(run.error.contains("[foreign-file]"))
    #expect(dossier.files(in: "public").keys.sorted() == ["index.html"])
    #expect(dossier.text("public/index.html") == "mine")
  }

  @Test func replacesATemplateByTheDossiersOwn() throws {
    let dossier = try TemporaryDossier([
      "templates/not-found.mustache":
        "{{<layout}}{{$content}}<h1>Gone fishing</h1>{{/content}}{{/layout}}\n",
      "templates/assets/logo.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    ])
    let run = try Executable.run("build", in: dossier)
    #expect(run.status == 0, "\(run.error)")
    #expect(dossier.text("public/404.html")?.contains("Gone fishing") == true)
    #expect(dossier.files(in: "public").keys.contains { $0.hasSuffix("logo.svg") })
  }

  @Test func namesThePlaceInATemplateThatIsWrong() throws {
    let dossier = try TemporaryDossier([
      "templates/not-found.mustache":
        "{{<layout}}{{$content}}\n{{site.titel}}{{/content}}{{/layout}}\n"
    ])
    let run = try Executable.run("build", in: dossier)
    #expect(run.status == 1)
    #expect(run.error.contains("templates/not-found.mustache:2:"))
    #expect(run.error.contains("title"), "the nearest name")
  }
}
