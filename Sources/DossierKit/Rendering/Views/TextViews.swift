import Mustache

/// A footnote or an annotation, as the list at the end of the page has it.
struct NoteView: TemplateObject {
  let number: Int
  let html: [UInt8]
  let opens: Bool
  var backlinks: [LinkView] = []

  static let fields: Fields<Self> = [
    .text("number", "Its number") { String($0.number) },
    .text("id", "Its anchor; absent if it opens in the text, which then has it") {
      $0.opens ? nil : "_n\($0.number)"
    },
    .flag("opens", "Whether it opens in the text, so that only paper needs it here") { $0.opens },
    .html("html", "Its text") { $0.html },
    .list("backlinks", "The places that refer to it, unless it opens at the first of them") {
      $0.backlinks
    },
  ]
}

/// What a note says that is an annotation: `annotation`.
struct AnnotationView: TemplateObject {
  let isClaim: Bool
  let html: [UInt8]?
  let isStruck: Bool
  let statement: StatementView?
  let quotation: QuoteView?
  let support: SupportView?
  let replies: [ReplyView]

  static let fields: Fields<Self> = [
    .flag("claim", "Whether it tells what somebody said") { $0.isClaim },
    .html("html", "Its own text; absent of a claim that it makes itself") { $0.html },
    .flag("struck", "Whether it was found wrong, and is kept to be seen") { $0.isStruck },
    .object("statement", "What was said, and by whom, of a claim") { $0.statement },
    .object("quotation", "The words of a source") { $0.quotation },
    .object("support", "What supports it") { $0.support },
    .list("replies", "What those reply whom the claim is about") { $0.replies },
  ]
}

/// Something said, and by whom, as a note tells it.
struct StatementView: TemplateObject {
  let by: ClaimPartView
  let isNamed: Bool
  var unattributed = Claim.unattributed(nil)
  let texts: ClaimPartView
  var about = ClaimPartView()
  let isStruck: Bool
  var support: SupportView? = nil
  var url: String? = nil

  static let fields: Fields<Self> = [
    .object("by", "Who said it, with what supports that it was them") { $0.by },
    .flag("named", "Whether anybody is named who said it") { $0.isNamed },
    .text("unattributed", "What stands before words of which nobody is named") {
      $0.unattributed
    },
    .object("texts", "What was said; without values if that is what the note stands at") {
      $0.texts
    },
    .object("about", "Whom or what it is about, where lists of claims do not name them all") {
      $0.about
    },
    .flag("struck", "Whether it was found wrong as a whole") { $0.isStruck },
    .object("support", "What supports it, where it is kept") { $0.support },
    .url("url", "Where it is kept; absent if that is the annotation itself") { $0.url },
  ]
}

/// What one page says of this one.
struct MentionGroupView: TemplateObject {
  let title: String
  let url: String?
  let kind: String
  let date: String?
  let datetime: String?
  let isDraft: Bool
  let excerpts: [ExcerptView]

  static let fields: Fields<Self> = [
    .text("title", "The page's title") { $0.title },
    .url("url", "The page") { $0.url },
    .text("kind", "What it is, such as Article") { $0.kind },
    .text("date", "Its date in words, of an article") { $0.date },
    .text("datetime", "Its date for machines") { $0.datetime },
    .flag("draft", "Whether it is a draft, shown for preview") { $0.isDraft },
    .list("excerpts", "The sentences that mention this, in the order of the text") { $0.excerpts },
  ]
}

/// A sentence that mentions this page, and the spot.
struct ExcerptView: TemplateObject {
  let html: [UInt8]
  let url: String?
  let relation: String?

  static let fields: Fields<Self> = [
    .html("html", "The sentence, with the mention in `<mark>`") { $0.html },
    .url("url", "The exact spot") { $0.url },
    .text("relation", "`cites` or `annotates`; absent of a plain mention") { $0.relation },
  ]
}

/// A picture with what belongs to it.
struct ImageView: TemplateObject {
  let url: String
  let alt: String
  let caption: [UInt8]?
  let credit: String?
  let license: String?
  var id: String? = nil
  var support: SupportView? = nil

  static let fields: Fields<Self> = [
    .url("url", "The file") { $0.url },
    .text("alt", "What it shows, for those who cannot see it") { $0.alt },
    .html("caption", "The caption") { $0.caption },
    .text("credit", "Whose it is") { $0.credit },
    .text("license", "On what terms it is shown") { $0.license },
    .flag("captioned", "Whether there is anything to say below it") {
      $0.caption != nil || $0.credit != nil || $0.license != nil || $0.support != nil
    },
    .text("id", "An anchor, where others may lead to this picture") { $0.id },
    .object("support", "What supports what is said of it") { $0.support },
  ]
}

/// Links under a common heading.
struct LinkGroupView: TemplateObject {
  let label: String
  let url: String?
  let links: [LinkView]

  static let fields: Fields<Self> = [
    .text("label", "The heading") { $0.label },
    .url("url", "Where the heading leads") { $0.url },
    .list("links", "The links") { $0.links },
  ]
}

/// One of many in a list of pages.
struct EntryView: TemplateObject {
  let title: String
  let url: String
  let detail: String?
  let summary: String?
  let date: String?
  let datetime: String?
  let isDraft: Bool

  static let fields: Fields<Self> = [
    .text("title", "Its name or title") { $0.title },
    .url("url", "Its page") { $0.url },
    .text("detail", "What tells it from another of the same name") { $0.detail },
    .text("summary", "Its summary, unless there is a dispute about it or a doubt") { $0.summary },
    .text("date", "Its date in words") { $0.date },
    .text("datetime", "Its date for machines") { $0.datetime },
    .flag("draft", "Whether it is a draft, shown for preview") { $0.isDraft },
  ]
}
