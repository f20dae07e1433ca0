import YAML

/// What people write who know other tools, and what it is called here.
enum KeySynonyms {
  /// The declared key that another was to be; nil if none is known to be meant.
  static func field(_ key: String, _ value: Node, among known: [String]) -> String? {
    let key = key.lowercased()
    if isPrivateNote(key, value), known.contains("internal"),
      !known.contains("note") || key != "notes"
    {
      return "internal"
    }
    if key == "aliases", known.contains("formerly"), value.holdsPath { return "formerly" }
    let joined = key.replacing("-", with: "_").replacing(" ", with: "_")
    if joined != key, known.contains(joined) { return joined }
    return fields[key]?.first { known.contains($0) }
  }

  /// Where something is said that belongs elsewhere.
  static func place(of key: String, among known: [String]) -> String? {
    // Only a citation has `supports`.
    if known.contains("supports"), key == "cite" || key == "sources" {
      return "cite each source by itself: 'cite: [{source: …, at: …}, {source: …, at: …}]'"
    }
    if key == "annotations", known.contains("internal") {
      return
        "only articles and pages have annotations: write a footnote, or tell what was said under 'claims:'"
    }
    let isOfSource = key == "accessed" || key == "retrieved" || key == "url_status"
    return isOfSource && !known.contains("accessed") && !known.contains("service")
      ? "say it in the file of the source" : nil
  }

  /// Where something goes that no field is for.
  static func freeData(among known: [String]) -> String? {
    guard known.contains("extra") else { return nil }
    // Of people, nothing goes out of which nobody says on whose word.
    let isOfPeople = known.contains("died") || known.contains("deceased")
    return isOfPeople
      ? "put what is said of them under 'claims:', with its source, and notes to colleagues under 'internal:'"
      : "put free data that readers may see under 'extra:', and notes to colleagues under 'internal:'"
  }

  /// Names of fields by what they are called elsewhere, in lower case. Of several, the first that is declared.
  private static let fields: [String: [String]] = [
    "website": ["links"], "url": ["links"], "link": ["links"], "urls": ["links"],
    "homepage": ["links"], "photo": ["images"], "photos": ["images"], "image": ["images"],
    "cover": ["images"], "keywords": ["tags"], "tag": ["tags"], "categories": ["tags"],
    "category": ["tags"], "topics": ["tags"], "alias": ["names"], "aliases": ["names"],
    "aka": ["names"], "related": ["relations"], "slug": ["id"],
    "description": ["summary"], "position": ["posts"], "positions": ["posts"], "post": ["posts"],
    "rank": ["ranks"], "from": ["start"], "until": ["end"], "since": ["start"],
    "birth_date": ["born"], "birthdate": ["born"], "birthday": ["born"], "date_of_birth": ["born"],
    "death_date": ["died"], "date_of_death": ["died"],
    "place_of_birth": ["birth_place"], "birthplace": ["birth_place"],
    "lastmod": ["updated"], "modified": ["updated"], "text": ["body"], "content": ["body"],
    "publishdate": ["published", "date"], "publish_date": ["published", "date"],
    "published": ["date"], "date": ["published"], "year": ["published"], "issued": ["published"],
    "accessdate": ["accessed"], "access_date": ["accessed"], "retrieved": ["accessed"],
    "journal": ["publisher_name"], "container-title": ["publisher_name"],
    "language": ["lang"], "lang": ["language"], "baseurl": ["url"], "base_url": ["url"],
    "source": ["cite"], "sources": ["cite"], "citation": ["cite"], "citations": ["cite"],
    "author": ["authors", "attributed_to"], "by": ["authors", "attributed_to"],
    "speaker": ["attributed_to"], "said_by": ["attributed_to"], "quotes": ["quote"],
    "claim": ["claims"], "correction": ["corrections"], "replies": ["reply"],
    "right_of_reply": ["reply"],
    "notes": ["note", "annotations"], "annotation": ["annotations"], "lints": ["lint"],
    "location": ["place"], "where": ["place"], "when": ["date", "start", "published"],
    "src": ["file", "source", "url", "cite"], "dead": ["deceased", "died"], "deceased": ["died"],
    "archive": ["archives"], "archived": ["archives"],
    "archive-url": ["archives"],
    "archive_url": ["archives"], "snapshot": ["snapshots"],
  ]

  /// Whether a key is one for what colleagues tell each other, which no other key keeps from readers.
  private static func isPrivateNote(_ key: String, _ value: Node) -> Bool {
    // `notes: {a: A}` are those of an article.
    if key == "note" || key == "notes" { return value.pairs == nil }
    return ["todo", "todos", "comment", "comments", "remark", "remarks", "memo"].contains(key)
      || key.hasPrefix("internal") || key.hasPrefix("private") || key.hasPrefix("todo_")
  }
}

extension Node {
  /// Whether it is, or begins with, an address within a site.
  fileprivate var holdsPath: Bool { (text ?? items?.first?.text)?.contains("/") == true }
}
