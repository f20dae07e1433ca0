import EDTF
import Markdown
import Testing

@testable import DossierKit

/// A dossier in memory as it is after *link*: what its texts mention, written so that tests can be read.
struct LinkedDossier: Sendable {
  let model: SiteModel
  let links: LinkGraph
  let diagnostics: [Diagnostic]
  let sources: SourceTree

  init(_ dossier: MarkedDossier, jobs: Int = 1) async throws {
    var log = DiagnosticLog()
    sources = try await SourceTree.load(
      "/dossier", from: dossier.fileSystem, jobs: jobs, theme: [], into: &log)
    let now = try Instant("2023-06-01T12:00:00Z")
    let parsed = await ParsedSite.parse(sources, at: now, jobs: jobs, into: &log)
    model = await SiteModel.resolve(
      parsed, from: sources, drafts: false, jobs: jobs, into: &log)
    links = await LinkGraph.link(model, sources: sources, jobs: jobs, into: &log)
    diagnostics = log.entries
  }

  /// One article, `content/articles/talks.md`, beside other files.
  init(
    _ body: String, frontMatter: String = "", site: String = "title: Test\nmentions: all",
    _ files: [String: String] = [:]
  ) async throws {
    var all = files
    all["content/site.yaml"] = site
    all["content/articles/talks.md"] =
      "---\ntitle: Talks\ndate: 2023-05-20\n\(frontMatter)\n---\n\(body)\n"
    try await self.init(MarkedDossier(all))
  }

  func id(_ id: String) throws -> RecordID {
    RecordID(try #require(model.records.firstIndex { $0.id == id }, "there is no '\(id)'"))
  }

  func mentions(in id: String = "talks") throws -> [Mention] {
    links.mentions[Int(try self.id(id).index)]
  }

  /// A record's text with the names found in it as `{target|name}`, or `(target|name)` where they are no link.
  func text(of id: String = "talks") throws -> String {
    let record = model[try self.id(id)]
    let document = try #require(record.body).document
    var bytes: [UInt8] = []
    var place = Int(document.events.first?.lower ?? 0)
    for mention in try mentions(in: id) where mention.isFound {
      try #require(Int(mention.range.lowerBound) >= place, "names overlap")
      bytes += document.source[place..<Int(mention.range.lowerBound)]
      bytes += Array("\(mention.isLink ? "{" : "(")\(model[mention.target].id)|".utf8)
      bytes += document.source[Int(mention.range.lowerBound)..<Int(mention.range.upperBound)]
      bytes += Array((mention.isLink ? "}" : ")").utf8)
      place = Int(mention.range.upperBound)
    }
    bytes += document.source[place...]
    while bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    return try #require(String(validating: bytes, as: UTF8.self))
  }

  /// The excerpts of a record's backlinks, in their order: `talks: The sentence.`
  func backlinks(of id: String) throws -> [String] {
    try links.backlinks[self.id(id)].map { entry in
      let source = model[entry.source]
      let mention = links.mentions[Int(entry.source.index)][Int(entry.mention)]
      let document = try #require(source.body).document
      let excerpt = document.source[
        Int(mention.excerpt.lowerBound)..<Int(mention.excerpt.upperBound)]
      return "\(source.id): \(try #require(String(validating: excerpt, as: UTF8.self)))"
    }
  }
}
