/// The entries of groups that others can point at, such as posts, by their keys.
struct EntryIndex: Sendable {
  private struct Key: Hashable {
    let record: RecordID
    let list: String
    let key: String
  }

  /// What each is called: its title, or else its key.
  private let titles: [Key: String]

  init(_ model: SiteModel) {
    var titles: [Key: String] = [:]
    for id in model.ids {
      let fields = model.kind(of: id).fields
      for entry in model[id].fields {
        guard case .group(let inner) = fields[entry.field].type, let key = inner.key else {
          continue
        }
        for fact in entry.facts {
          guard case .group(let parts) = fact.value else { continue }
          let reader = GroupReader(entries: parts, fields: inner)
          guard let text = reader.text(inner[key].name) else { continue }
          titles[Key(record: id, list: fields[entry.field].name, key: text)] =
            reader.text("title") ?? text
        }
      }
    }
    self.titles = titles
  }

  /// What an entry of a record is called; nil if there is none of that key.
  func title(_ key: String, in list: String, of record: RecordID) -> String? {
    titles[Key(record: record, list: list, key: key)]
  }
}
