/// What people write who know other tools, and what it is called here.
enum KeySynonyms {
  /// The declared key that another was to be; nil if none is known to be meant.
  static func field(_ key: String, among known: [String]) -> String? {
    fields[key.lowercased()]?.first { known.contains($0) }
  }

  /// Names of fields by what they are called elsewhere, in lower case. Of several, the first that is declared.
  private static let fields: [String: [String]] = [
    "website": ["links"], "url": ["links"], "link": ["links"], "urls": ["links"],
    "homepage": ["links"], "photo": ["images"], "photos": ["images"], "image": ["images"],
    "cover": ["images"], "keywords": ["tags"], "tag": ["tags"], "categories": ["tags"],
    "topics": ["tags"], "alias": ["names"], "aliases": ["names"], "aka": ["names"],
    "description": ["summary"], "position": ["posts"], "positions": ["posts"], "post": ["posts"],
    "rank": ["ranks"], "from": ["start"], "until": ["end"], "since": ["start"],
    "lastmod": ["updated"], "modified": ["updated"], "text": ["body"], "content": ["body"],
    "language": ["lang"],
    "source": ["cite"], "sources": ["cite"], "citation": ["cite"], "citations": ["cite"],
    "author": ["authors", "attributed_to"], "by": ["authors", "attributed_to"],
    "speaker": ["attributed_to"], "said_by": ["attributed_to"], "quotes": ["quote"],
    "claim": ["claims"], "correction": ["corrections"], "replies": ["reply"],
    "notes": ["note", "annotations"], "annotation": ["annotations"], "lints": ["lint"],
    "archive": ["archives"], "archived": ["archives"], "snapshot": ["snapshots"],
  ]

  /// What a key that is none was to say of visibility; nil if it was to say something else.
  static func visibility(_ key: String, among known: [String]) -> String? {
    let key = key.lowercased()
    let isOfRecord = known.contains("visibility")
    let draft = isOfRecord ? "visibility: draft" : "status: draft"
    if ["draft", "drafts", "published", "publish", "unpublished", "private", "hidden", "public"]
      .contains(key)
    {
      return draft
    }
    if isOfRecord {
      if key == "status" { return draft }
      if key == "noindex" { return "visibility: noindex" }
      if key == "redacted" { return "visibility: redacted" }
      if key.hasPrefix("embargo") || nearest(to: key, among: ["embargo"]) != nil {
        return "embargo: 2027-01-01T06:00:00Z"
      }
      return key == "visibility" || nearest(to: key, among: ["visibility", "visible"]) != nil
        ? "visibility: draft" : nil
    }
    return key == "visibility" || key == "embargo"
      || known.contains("status") && (key == "status" || nearest(to: key, among: ["status"]) != nil)
      ? draft : nil
  }
}
