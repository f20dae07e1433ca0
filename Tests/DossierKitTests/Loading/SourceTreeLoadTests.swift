import Testing

@testable import DossierKit

@Suite struct SourceTreeLoadTests {
  /// Loads a dossier in memory at `/d`; returns it with its diagnostics as `path: code: message`.
  private func load(
    _ files: [String: String], bytes: [String: [UInt8]] = [:], links: [String: String] = [:],
    jobs: Int = 2, theme: [(path: String, text: String)] = []
  ) async throws -> (tree: SourceTree, diagnostics: [String]) {
    let all = files.mapValues { Array($0.utf8) }.merging(bytes) { $1 }
    let fileSystem = FileSystem.memory(all, links: links)
    var log = DiagnosticLog()
    let tree = try await SourceTree.load(
      "/d", from: fileSystem, jobs: jobs, theme: theme, into: &log)
    let diagnostics = try log.entries.map { entry in
      let location = try #require(entry.location)
      #expect(entry.help != nil)
      return "\(tree[location.file].path): \(entry.code.rawValue): \(entry.message)"
    }
    return (tree, diagnostics)
  }

  @Test func sortsFilesByTheBytesOfTheirPaths() async throws {
    let (tree, diagnostics) = try await load([
      "/d/content/b.md": "b", "/d/content/site.yaml": "s", "/d/content/a/é.md": "e",
      "/d/content/a/z.yml": "z", "/d/content/a-b/x.md": "x", "/d/content/B.md": "B",
    ])
    #expect(
      tree.files.map(\.path) == [
        "content/B.md", "content/a-b/x.md", "content/a/z.yml", "content/a/é.md", "content/b.md",
        "content/site.yaml",
      ])
    #expect(tree.files[1].bytes == Array("x".utf8))
    #expect(diagnostics.isEmpty)
  }

  @Test("gives the same tree with any number of jobs", arguments: [1, 2, 16])
  func readsInOrder(jobs: Int) async throws {
    let files = Dictionary(
      uniqueKeysWithValues: (0..<500).map { ("/d/content/articles/\($0).md", "text \($0)") })
    let (tree, _) = try await load(files, jobs: jobs)
    #expect(tree.files.count == 500)
    for file in tree.files {
      let number = try #require(file.path.split(separator: "/").last).dropLast(3)
      #expect(file.bytes == Array("text \(number)".utf8))
    }
  }

  @Test func passesOverHiddenFilesAndEditorCopies() async throws {
    let (tree, diagnostics) = try await load(
      [
        "/d/content/.DS_Store": "x", "/d/content/.git/config.md": "x", "/d/content/a.md~": "x",
        "/d/content/media/.hidden": "x", "/d/content/a.md": "a",
      ], links: ["/d/content/.#a.md": "me@host.1234"])
    #expect(tree.files.map(\.path) == ["content/a.md"])
    #expect(tree.assets.isEmpty)
    #expect(diagnostics.isEmpty)
  }

  @Test(
    "warns of a file that is neither text nor media",
    arguments: [
      "photo.jpg", "articles/notes.txt", "A.MD", "media", "articles/media/x.png", "x.yamlx",
    ])
  func warnsOfStrayFile(path: String) async throws {
    let (tree, diagnostics) = try await load(["/d/content/\(path)": "x", "/d/content/a.md": ""])
    #expect(tree.files.map(\.path) == ["content/a.md"])
    #expect(
      diagnostics == [
        "content/\(path): unexpected-file: 'content/\(path)' is passed over"
      ])
  }

  @Test func takesMediaAsAssets() async throws {
    let (tree, diagnostics) = try await load([
      "/d/content/media/b.jpg": "12345", "/d/content/media/in/a.md": "x",
      "/d/templates/assets/own.css": "c",
    ])
    #expect(
      tree.assets.map(\.outputPath.string) == ["assets/own.css", "media/b.jpg", "media/in/a.md"])
    #expect(tree.assets[1].size == 5)
    guard case .disk("/d/content/media/b.jpg") = tree.assets[1].origin else {
      Issue.record("not from the disk")
      return
    }
    #expect(diagnostics.isEmpty)
  }

  @Test func leavesOutMediaWhoseNameCannotStandInAnAddress() async throws {
    let (tree, diagnostics) = try await load([
      "/d/content/media/a\nb.jpg": "x", "/d/content/media/c\\d.jpg": "x",
    ])
    #expect(tree.assets.isEmpty)
    #expect(diagnostics.count == 2)
    #expect(diagnostics.allSatisfy { $0.contains(": unexpected-file: ") })
  }

  @Test(
    "names the first byte that is not UTF-8",
    arguments: [
      ([0x61, 0xFF], 1), ([0xC3], 0), ([0x61, 0x62, 0xE2, 0x82], 2), ([0xED, 0xA0, 0x80], 0),
      ([0xC0, 0xAF], 0), ([0xF4, 0x90, 0x80, 0x80], 0),
    ] as [([UInt8], Int)])
  func reportsInvalidUTF8(bytes: [UInt8], offset: Int) async throws {
    var log = DiagnosticLog()
    let fileSystem = FileSystem.memory(["/d/content/a.md": bytes, "/d/content/b.md": []])
    let tree = try await SourceTree.load("/d", from: fileSystem, jobs: 1, theme: [], into: &log)
    #expect(tree.files.map(\.path) == ["content/b.md"])
    let entry = try #require(log.entries.first)
    #expect(log.entries.count == 1)
    #expect(entry.code == .invalidUTF8)
    #expect(entry.message == "byte \(offset) of 'content/a.md' is not UTF-8")
    #expect(entry.location?.range.lowerBound == offset)
  }

  @Test func sortsDiagnosticsOfFilesLeftOutAmongTheOthers() async throws {
    var log = DiagnosticLog()
    let fileSystem = FileSystem.memory([
      "/d/content/a.md": [0xFF], "/d/content/b.md": Array("b".utf8), "/d/content/c.png": [],
    ])
    let tree = try await SourceTree.load("/d", from: fileSystem, jobs: 1, theme: [], into: &log)
    log.append(Diagnostic(.rawHTML, "second", at: Location(0, 1..<1)))
    log.append(Diagnostic(.rawHTML, "first", at: Location(0, 0..<1)))
    log.append(Diagnostic(.outputInContent, "nowhere", at: nil))
    #expect(
      log.sorted(in: tree).map { $0.location.map { tree[$0.file].path } } == [
        nil, "content/a.md", "content/b.md", "content/b.md", "content/c.png",
      ])
    #expect(log.sorted(in: tree).map(\.message).contains(["first", "second"]))
  }

  @Test func acceptsByteOrderMarkNullAndEmptyFile() async throws {
    let (tree, diagnostics) = try await load(
      [:], bytes: ["/d/content/a.md": [0xEF, 0xBB, 0xBF, 0x61, 0], "/d/content/b.md": []])
    #expect(tree.files.map(\.bytes) == [[0xEF, 0xBB, 0xBF, 0x61, 0], []])
    #expect(diagnostics.isEmpty)
  }

  // MARK: Links

  @Test func followsLinksThatStayInside() async throws {
    let (tree, diagnostics) = try await load(
      ["/d/content/.shared/a.md": "a", "/d/content/.shared/in/b.md": "b"],
      links: [
        "/d/content/pages/one.md": "../.shared/a.md", "/d/content/articles": ".shared",
        "/d/content/chain.md": "pages/one.md",
      ])
    #expect(
      tree.files.map(\.path) == [
        "content/articles/a.md", "content/articles/in/b.md", "content/chain.md",
        "content/pages/one.md",
      ])
    #expect(diagnostics.isEmpty)
  }

  @Test(
    "refuses a link that leaves the content",
    arguments: [
      ("/etc/passwd", "leads out of 'content/'"), ("../outside.md", "leads out of 'content/'"),
      ("../content-other/x.md", "leads out of 'content/'"), ("nothing.md", "leads nowhere"),
      ("link.md", "leads nowhere"), ("..", "leads out of 'content/'"),
      (".", "leads to a folder that it lies in"), ("hop.md", "leads out of 'content/'"),
    ])
  func refusesLink(target: String, words: String) async throws {
    let (tree, diagnostics) = try await load(
      [
        "/etc/passwd": "secret", "/d/outside.md": "secret", "/d/content/a.md": "a",
        "/d/content-other/x.md": "secret",
      ],
      links: [
        "/d/content/link.md": target, "/d/content/.x/hop.md": "/etc/passwd",
        "/d/content/hop.md": ".x/hop.md",
      ])
    #expect(tree.files.map(\.path) == ["content/a.md"])
    #expect(
      diagnostics.contains(
        "content/link.md: link-leaves-content: the link 'content/link.md' \(words)"))
  }

  @Test func endsOnFoldersLinkedCrosswise() async throws {
    // Followed blindly, these would be 2^20 folders.
    var links: [String: String] = [:]
    var files: [String: String] = [:]
    for level in 0..<20 {
      files["/d/content/l\(level)/x.md"] = "x"
      links["/d/content/l\(level)/a"] = "../l\(level + 1)"
      links["/d/content/l\(level)/b"] = "../l\(level + 1)"
    }
    files["/d/content/l20/x.md"] = "x"
    let (tree, diagnostics) = try await load(files, links: links)
    #expect(tree.files.count == 61)
    #expect(diagnostics.count == 19 * 4)
    #expect(diagnostics.allSatisfy { $0.contains("lies behind another such link") })
  }

  // MARK: Templates

  @Test func prefersTheAuthorsTemplates() async throws {
    let (tree, diagnostics) = try await load(
      [
        "/d/content/a.md": "", "/d/templates/page.mustache": "mine",
        "/d/templates/assets/style.css": "mine", "/d/templates/readme.txt": "x",
      ],
      theme: [
        ("assets/print.css", "theirs"), ("assets/style.css", "theirs"), ("home.mustache", "theirs"),
        ("page.mustache", "theirs"),
      ])
    #expect(
      tree.files.map { "\($0.path) \($0.isBuiltIn)" } == [
        "content/a.md false", "templates/home.mustache true", "templates/page.mustache false",
      ])
    #expect(tree.assets.map(\.outputPath.string) == ["assets/print.css", "assets/style.css"])
    guard case .builtIn(Array("theirs".utf8)) = tree.assets[0].origin,
      case .disk("/d/templates/assets/style.css") = tree.assets[1].origin
    else {
      Issue.record("not the author's stylesheet")
      return
    }
    #expect(
      diagnostics == [
        "templates/readme.txt: unexpected-file: 'templates/readme.txt' is passed over"
      ])
  }

  // MARK: The wrong folder

  @Test(
    "says what to do where there is no content folder",
    arguments: [
      (["/d/README.md"], "'/d' has no 'content' folder; run dossier in the folder"),
      (["/d/site.yaml"], "'/d' has no 'content' folder; it looks like a 'content' folder itself"),
      (["/d/content"], "'/d' has no 'content' folder; run dossier in the folder"),
      (["/e"], "cannot open '/d': nothing is there"),
    ])
  func explainsMissingContent(files: [String], words: String) async throws {
    let error = try await #require(throws: FileSystemError.self) {
      _ = try await load(Dictionary(uniqueKeysWithValues: files.map { ($0, "") }))
    }
    #expect(error.description.hasPrefix(words))
  }
}
