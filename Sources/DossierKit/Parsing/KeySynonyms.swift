/// What people write who know other tools, and what it is called here.
enum KeySynonyms {
  /// Names of fields, in lower case.
  static let field: [String: String] = [
    "website": "links", "url": "links", "link": "links", "urls": "links", "homepage": "links",
    "photo": "images", "photos": "images", "image": "images", "cover": "images",
    "keywords": "tags", "tag": "tags", "categories": "tags", "topics": "tags",
    "alias": "names", "aliases": "names", "aka": "names", "description": "summary",
    "source": "cite", "sources": "cite", "citation": "cite", "author": "authors", "by": "authors",
    "position": "posts", "positions": "posts", "post": "posts", "rank": "ranks",
    "from": "start", "until": "end", "since": "start", "lastmod": "updated", "modified": "updated",
    "text": "body", "content": "body", "language": "lang",
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
