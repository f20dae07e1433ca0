import Mustache

/// Something said, and by whom.
struct ClaimView: TemplateObject {
  let id: String?
  let url: String?
  let texts: ClaimPartView
  let isStruck: Bool
  let by: ClaimPartView
  let isNamed: Bool
  let unattributed: String
  let about: ClaimPartView
  let isAboutPage: Bool
  let quotations: [QuotationView]
  let isUnstated: Bool
  let support: SupportView?
  let sources: String?
  let origin: LinkView?
  let against: String?
  let place: LinkView?
  let kind: String
  let date: String?
  let datetime: String?
  let isDraft: Bool
  let pointers: [ValueView]
  let replies: [ReplyView]
  let isCut: Bool

  static let fields: Fields<Self> = [
    .text("id", "Its anchor, on the page that keeps it") { $0.id },
    .url("url", "Its address") { $0.url },
    .object("texts", "What was said: several where that is disputed") { $0.texts },
    .flag("struck", "Whether it was found wrong as a whole") { $0.isStruck },
    .object("by", "Who said it, with what supports that it was them") { $0.by },
    .flag("named", "Whether anybody is named who said it") { $0.isNamed },
    .text("unattributed", "What stands before a claim of which nobody is named") {
      $0.unattributed
    },
    .object("about", "Whom or what it is about") { $0.about },
    .flag(
      "about-page",
      "Whether it is about what its page is about, and nothing else, without a word on that"
    ) {
      $0.isAboutPage
    },
    .list("quotations", "What was said in the words of the sources") { $0.quotations },
    .flag("unstated", "Whether nobody has said how sure it is") { $0.isUnstated },
    .object("support", "What supports it as a whole") { $0.support },
    .text(
      "sources",
      "How many sources it has, and how many independent ones, in words; absent where only parts of it have any"
    ) {
      $0.sources
    },
    .object("origin", "The one that several sources go back to, if they do") { $0.origin },
    .text("against", "The same of those that contradict it: `1 source against it`") {
      $0.against
    },
    .object("place", "The page that tells of it; absent on that page") { $0.place },
    .text("kind", "What that page is, such as Article") { $0.kind },
    .text("date", "The date of that page, in words") { $0.date },
    .text("datetime", "That date for machines") { $0.datetime },
    .flag("draft", "Whether that page is a draft, shown for preview") { $0.isDraft },
    .list("pointers", "The pages that point at it") { $0.pointers },
    .list("replies", "What those reply whom it is about") { $0.replies },
    .flag(
      "cut", "Whether its own page has more of its sources, quotations, replies or pointers"
    ) {
      $0.isCut
    },
  ]
}

/// What a claim says, whom it is about, or who said it; all of it on the page that keeps the claim, elsewhere the first
/// of many.
struct ClaimPartView: TemplateObject {
  var values: [ValueView] = []
  var more: String? = nil
  var rejected: [ValueView] = []
  var moreRejected: String? = nil
  var isDisputed = false

  static let fields: Fields<Self> = [
    .list("values", "Its values: several of a list, and where sources differ") { $0.values },
    .text("more", "How many more the page of the claim has: `and 4 more`") { $0.more },
    .list("rejected", "Values that were found wrong, and are kept to be seen") { $0.rejected },
    .text("more-rejected", "The same of these: `and 4 more rejected`") { $0.moreRejected },
    .flag("disputed", "Whether the values are rivals, of which one can be right") {
      $0.isDisputed
    },
  ]
}

/// Claims under a common heading.
struct ClaimGroupView: TemplateObject {
  let id: String
  let label: String
  let claims: [ClaimView]

  static let fields: Fields<Self> = [
    .text("id", "An anchor for the group") { $0.id },
    .text("label", "What they have in common") { $0.label },
    .text("count", "How many there are") { String($0.claims.count) },
    .list("claims", "The claims") { $0.claims },
  ]
}

/// The words of a source.
struct QuotationView: TemplateObject {
  let text: String
  let language: String?
  let languageName: String?
  let translation: String?
  let source: LinkView?
  let locator: String?

  static let fields: Fields<Self> = [
    .text("text", "The words, in their language") { $0.text },
    .text("language", "That language, as a BCP 47 tag") { $0.language },
    .text("language-name", "That language in words; absent if it is the dossier's own") {
      $0.languageName
    },
    .text("translation", "The words in the language of the dossier") { $0.translation },
    .object("source", "Where they stand") { $0.source },
    .text("locator", "Where in the source: a page, a paragraph") { $0.locator },
  ]
}

/// What came of asking somebody for a reply.
struct ReplyView: TemplateObject {
  let who: LinkView
  let words: String
  let html: [UInt8]?
  let url: String?
  var support: SupportView? = nil

  static let fields: Fields<Self> = [
    .object("who", "Who was asked") { $0.who },
    .text("words", "Whether and when they were asked, and what came of it") { $0.words },
    .html("html", "The reply; absent where it is only pointed at") { $0.html },
    .url("url", "The reply in full, on the page of who replied") { $0.url },
    .object("support", "What supports it, on that page") { $0.support },
  ]
}

/// All claims, or those of one status and confidence: `claims`.
struct ClaimsView: TemplateObject {
  let title: String
  let count: Int
  let total: Int
  let filters: [ClaimFilterView]
  let claims: [ClaimView]
  let part: String?
  let previous: LinkView?
  let next: LinkView?
  let citations: [CitationView]

  static func title(_ filter: ClaimFilter) -> String {
    filter.label.map { "Claims: \($0)" } ?? "Claims"
  }

  static let fields: Fields<Self> = [
    .text("title", "Claims, and which of them") { $0.title },
    .text("count", "How many there are of these") { String($0.count) },
    .text("total", "How many there are in all") { String($0.total) },
    .list("filters", "Ways to other lists, by status and by confidence") { $0.filters },
    .list("claims", "The claims; of a long list, those of this page") { $0.claims },
    .text("part", "Which page of a long list it is") { $0.part },
    .object("previous", "The page before it") { $0.previous },
    .object("next", "The page after it") { $0.next },
    .list("citations", "The sources that the page cites, numbered by first use") { $0.citations },
  ]
}

/// One way to narrow the list of claims down.
struct ClaimFilterView: TemplateObject {
  let id: String
  let label: String
  let options: [LinkView]

  static let fields: Fields<Self> = [
    .text("id", "An anchor for its label") { $0.id },
    .text("label", "Status or Confidence") { $0.label },
    .list("options", "The lists, with their numbers; one without claims has no `url`") {
      $0.options
    },
  ]
}
