import YAML

/// What `site.yaml` says of the dossier as a whole.
package struct SiteSettings: Sendable {
  package let title: String
  package let description: String
  /// The canonical address, ending in `/`; nil if the dossier does not say.
  package let url: String?
  package let language: String
  package let authors: [String]
  /// Where a file is edited: its path is appended.
  package let repository: String?
  package let mentions: MentionMode
}

/// Which occurrences of a name in one text become links. All are recorded either way.
package enum MentionMode: String, Sendable, CaseIterable {
  case first, all, off
}

extension SiteSettings {
  static let keys = [
    "title", "description", "url", "language", "authors", "repository", "mentions", "kinds",
    "relations", "lint",
  ]

  static func read(
    _ node: Node?, unread: UnreadKeys = UnreadKeys(), findings: inout Findings
  ) -> SiteSettings {
    var reader = FactReader(findings: findings)
    if let node, !node.isEmpty {
      if case .mapping(let pairs) = node.value {
        reader.reportUnknown(in: pairs, among: keys)
      } else if unread.isEmpty {
        reader.findings.report(
          .wrongShape, "the settings are a group of keys, and this is \(node.described)",
          at: node.range, help: "write 'title: …' on a line of its own")
      }
    }
    func given(_ key: String) -> Node? { node?[key].flatMap { $0.isEmpty ? nil : $0 } }
    func written(_ key: String) -> Node? { node?[key].flatMap { $0.isUnwritten ? nil : $0 } }
    let title = written("title").flatMap { reader.text($0, named: "title")?.text }
    if title == nil, !unread.mayHold("title") {
      reader.findings.report(
        .missingField, "the dossier has no title", at: 0..<0,
        help: "write 'title: …' into 'content/site.yaml'")
    }
    var authors: [String] = []
    for node in given("authors").map({ $0.text != nil ? [$0] : $0.items ?? [] }) ?? [] {
      if let name = reader.text(node, named: "authors")?.text { authors.append(name) }
    }
    let settings = SiteSettings(
      title: title ?? "",
      description: written("description").flatMap { reader.text($0, named: "description")?.text }
        ?? "",
      url: given("url").flatMap { reader.baseURL($0, named: "url") },
      language: given("language").flatMap { reader.language($0, named: "language") } ?? "en",
      authors: authors,
      repository: given("repository").flatMap { reader.baseURL($0, named: "repository") },
      mentions: given("mentions").flatMap { reader.choice($0, named: "mentions") } ?? .first)
    findings = reader.findings
    return settings
  }
}

extension FactReader {
  /// A web address that others are built from: it ends in `/` and has neither query nor fragment.
  mutating func baseURL(_ node: Node, named name: String) -> String? {
    guard let address = url(node, named: name) else { return nil }
    if address.contains("?") || address.contains("#") || address.lowercased().hasPrefix("mailto:") {
      findings.report(
        .invalidAddress, "'\(name)' is the address of a folder, and '\(address)' is not",
        at: node.range, help: "write it as 'https://example.org/dossier/'")
      return nil
    }
    return address.hasSuffix("/") ? address : address + "/"
  }
}
