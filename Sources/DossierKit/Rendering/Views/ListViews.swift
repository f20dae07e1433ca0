import Mustache

/// The first page: `home`.
struct HomeView: TemplateObject {
  let articles: [EntryView]
  let articlesURL: String?
  let hasMoreArticles: Bool
  let kinds: [LinkView]
  let tags: [LinkView]
  let tagsURL: String?

  static let fields: Fields<Self> = [
    .list("articles", "The newest articles") { $0.articles },
    .url("articles-url", "The list of all articles") { $0.articlesURL },
    .flag("more-articles", "Whether there are more than are shown") { $0.hasMoreArticles },
    .list("kinds", "Articles, the kinds of entities, and claims, with their number") { $0.kinds },
    .list("tags", "All tags, with the number of pages that bear them") { $0.tags },
    .url("tags-url", "The list of all tags, if there are any") { $0.tagsURL },
  ]
}

/// All pages of a kind, or of a tag: `index`.
struct IndexView: TemplateObject {
  let title: String
  let count: Int
  let groups: [EntryGroupView]

  static let fields: Fields<Self> = [
    .text("title", "What they have in common") { $0.title },
    .text("count", "How many there are") { String($0.count) },
    .list("groups", "The pages, by initial, by year, or by kind") { $0.groups },
  ]
}

/// Pages under a common heading.
struct EntryGroupView: TemplateObject {
  let label: String?
  let entries: [EntryView]

  static let fields: Fields<Self> = [
    .text("label", "The heading; absent if there is only one group") { $0.label },
    .list("entries", "The pages") { $0.entries },
  ]
}

/// All tags: `tags`.
struct TagsView: TemplateObject {
  let tags: [LinkView]

  static let fields: Fields<Self> = [
    .list("tags", "All tags, with the number of pages that bear them") { $0.tags }
  ]
}

/// What is left of a page that was removed: `tombstone`.
struct TombstoneView: TemplateObject {
  let id: String
  let date: String?
  let datetime: String?

  static let fields: Fields<Self> = [
    .text("id", "The id that its address is made of") { $0.id },
    .text("date", "When it was removed, in words: its `updated`") { $0.date },
    .text("datetime", "That date for machines") { $0.datetime },
  ]
}

/// A page that has moved: `redirect`.
struct RedirectView: TemplateObject {
  let url: String
  let title: String

  static let fields: Fields<Self> = [
    .url("url", "Where it is now") { $0.url },
    .text("refresh", "The content of the `refresh` instruction") { "0; url=\($0.url)" },
    .text("title", "Its name or title") { $0.title },
  ]
}

/// The page for addresses that lead nowhere: `not-found`.
struct NotFoundView: TemplateObject {
  let kinds: [LinkView]

  static let fields: Fields<Self> = [
    .list("kinds", "The same as on the first page") { $0.kinds }
  ]
}
