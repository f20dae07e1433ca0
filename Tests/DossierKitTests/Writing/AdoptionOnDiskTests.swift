import Foundation
import Testing

@testable import DossierKit

/// Adoption where links, pipes and permissions are real.
@Suite struct AdoptionOnDiskTests {
  private let site = AdoptionTests.site
  private let mark = AdoptionTests.mark

  @Test func buildsOnAfterItsMemoryWasDeleted() async throws {
    try await withTemporaryFolder { folder in
      let options = try folder.dossier()
      #expect(try await SiteBuilder.build(options).hasErrors == false)
      let before = try folder.contents(of: "public")
      try folder.write("public/officials/gone/index.html", "\(mark)gone")
      try FileManager.default.removeItem(atPath: folder.path(".dossier"))
      let report = try await SiteBuilder.build(options)
      #expect(!report.hasErrors)
      #expect(report.summary?.written == 0)
      #expect(report.summary?.orphans.map(\.string) == ["officials/gone/index.html"])
      try FileManager.default.removeItem(atPath: folder.path("public/officials/gone"))
      #expect(try folder.contents(of: "public").filter { !$0.key.hasSuffix("/") } == before)
    }
  }

  @Test("takes no first page but a file for a mark", arguments: ["link", "folder", "pipe"])
  func refusesHostileFirstPage(what: String) async throws {
    try await withTemporaryFolder { folder in
      try folder.write("content/site.yaml", "")
      try folder.write("elsewhere", mark)
      try folder.write("public/robots.txt", "mine")
      switch what {
      case "link": try folder.link("public/index.html", to: "../elsewhere")
      case "folder": try folder.write("public/index.html/index.html", mark)
      default: try folder.makePipe("public/index.html")
      }
      var log = DiagnosticLog()
      let summary = try write(
        site, to: folder.path("public"), root: folder.path, with: .disk, log: &log)
      #expect(summary == nil)
      #expect(log.entries.map(\.code) == [.foreignFile])
      #expect(folder.read("public/robots.txt") == Array("mine".utf8))
      #expect(folder.read("elsewhere") == Array(mark.utf8))
    }
  }

  @Test func looksForPagesBehindNoLinkAndOpensNoPipe() async throws {
    try await withTemporaryFolder { folder in
      try folder.write("content/site.yaml", "")
      try folder.write("public/index.html", mark)
      try folder.write("elsewhere/page.html", mark)
      try folder.link("public/folder", to: "../elsewhere")
      try folder.link("public/round", to: ".")
      try folder.link("public/link.html", to: "../elsewhere/page.html")
      try folder.makePipe("public/pipe.html")
      try folder.makeFile(namedBy: [0xFF] + Array(".html".utf8), in: "public")
      try folder.write("public/page.html", mark)
      try folder.write("public/locked/page.html", mark)
      try folder.forbid("public/locked")
      defer {
        try? FileManager.default.setAttributes(
          [.posixPermissions: 0o700], ofItemAtPath: folder.path("public/locked"))
      }
      let summary = try write(site, to: folder.path("public"), root: folder.path, with: .disk)
      // To the superuser nothing is locked.
      #expect(
        summary.orphans.map(\.string).filter { $0 != "locked/page.html" } == ["page.html"])
      #expect(summary.written == 4)
    }
  }

  @Test func endsInFoldersThatAreNestedWithoutEnd() async throws {
    try await withTemporaryFolder { folder in
      try folder.write("content/site.yaml", "")
      try folder.write("public/index.html", mark)
      let deep = Array(repeating: "x", count: 1_500).joined(separator: "/")
      try folder.write("public/\(deep)/page.html", mark)
      try folder.write("public/x/page.html", mark)
      let summary = try write(site, to: folder.path("public"), root: folder.path, with: .disk)
      #expect(summary.orphans.map(\.string) == ["x/page.html"])
    }
  }
}

extension TemporaryFolder {
  /// A small dossier with the default theme, and how to build it.
  fileprivate func dossier() throws -> BuildOptions {
    try write("content/site.yaml", "title: Talks\nurl: https://example.org/\n")
    try write("content/officials/a.md", "---\nname: Ann Arbor\n---\nAnn.\n")
    return BuildOptions(source: path, output: path("public"), now: 1_700_000_000)
  }
}
