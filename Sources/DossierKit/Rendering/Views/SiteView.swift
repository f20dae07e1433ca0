import Mustache

/// The dossier as a whole, as every template sees it: `site`.
struct SiteView: TemplateObject {
  let title: String
  let description: String
  let language: String
  let home: String
  let stylesheet: String
  let feed: String?
  let correctionFeed: String?
  let navigation: [LinkView]
  let footer: [LinkView]

  /// How many free-standing pages are linked on every page; of more, a list is.
  static let footerLimit = 12

  static let fields: Fields<Self> = [
    .text("title", "The dossier's title") { $0.title },
    .text("description", "Its description, in a sentence") { $0.description },
    .text("language", "Its language, as a BCP 47 tag") { $0.language },
    .url("home", "The first page") { $0.home },
    .url("stylesheet", "The style sheet") { $0.stylesheet },
    .url("feed", "The feed of articles; absent if the dossier has no address") { $0.feed },
    .url("correction-feed", "The feed of corrections; absent if there are none") {
      $0.correctionFeed
    },
    .list("navigation", "Articles, the kinds that have pages, and claims if there are any") {
      $0.navigation
    },
    .list("footer", "Free-standing pages, and corrections if there are any") { $0.footer },
  ]
}

/// A link with its words.
struct LinkView: TemplateObject {
  let label: String
  let url: String?
  var count: Int? = nil
  var isCurrent = false

  static let fields: Fields<Self> = [
    .text("label", "What a reader sees") { $0.label },
    .url("url", "Where it leads; absent if what it names has no page any more") { $0.url },
    .text("count", "How many there are, where that is worth saying") { $0.count.map(String.init) },
    .flag("current", "Whether it leads to this page, or to what this page belongs to") {
      $0.isCurrent
    },
  ]
}

/// The page as a whole: `page`.
struct PageView: TemplateObject {
  let title: String
  let description: String
  let language: String
  let canonical: String?
  let edit: String?
  let isHidden: Bool
  let isDraft: Bool

  static let fields: Fields<Self> = [
    .text("title", "The page's title, without the dossier's; absent on the first page") {
      $0.title
    },
    .text("description", "A sentence for search engines and previews") { $0.description },
    .text("language", "The language of the page's text") { $0.language },
    .text("direction", "`rtl` of a text in a language that is written from right to left") {
      LanguageName.isRightToLeft($0.language) ? "rtl" : nil
    },
    .url("canonical", "Its full address; absent if the dossier has none") { $0.canonical },
    .url("edit", "Where its source is edited") { $0.edit },
    .flag("hidden", "Whether search engines are asked to stay away") { $0.isHidden },
    .flag("draft", "Whether it is a draft, shown for preview") { $0.isDraft },
  ]
}
