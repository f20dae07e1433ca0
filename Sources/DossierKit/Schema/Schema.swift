/// Every kind and relation of a dossier: those that come with it and the author's own, alike.
package struct Schema: Sendable {
  package let kinds: [Kind]
  package let relations: [RelationType]
  /// What of an author's kinds and relations could not be read.
  let unread: UnreadKeys
  private let kindsByName: [String: KindID]
  private let kindsByFolder: [String: KindID]
  private let relationsByName: [String: Int]

  init(kinds: [Kind], relations: [RelationType], unread: UnreadKeys = UnreadKeys()) {
    func index(_ keys: [String]) -> [String: Int] {
      Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
    self.kinds = kinds
    self.relations = relations
    self.unread = unread
    kindsByName = index(kinds.map(\.name))
    kindsByFolder = index(kinds.map(\.plural))
    relationsByName = index(relations.map(\.name))
  }

  package func kind(named name: String) -> KindID? { kindsByName[name] }
  /// The kind whose files stand in this folder below `content/`.
  package func kind(inFolder folder: String) -> KindID? { kindsByFolder[folder] }
  package func relation(named name: String) -> RelationType? {
    relationsByName[name].map { relations[$0] }
  }
}
