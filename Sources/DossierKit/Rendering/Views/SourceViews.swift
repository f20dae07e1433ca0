import Mustache

/// A source in the list at the end of a page that cites it.
struct CitationView: TemplateObject {
  let number: Int
  let title: String
  let url: String?
  let details: SourceDetailsView?
  let backlinks: [CitationBacklinkView]

  static let fields: Fields<Self> = [
    .text("number", "Its number") { String($0.number) },
    .text("id", "Its anchor") { "_s\($0.number)" },
    .text("title", "The source's title") { $0.title },
    .url("url", "The source's page; absent if it was removed") { $0.url },
    .object("details", "Who published it, when and where; absent if it was removed") {
      $0.details
    },
    .list("backlinks", "The places on this page that rest on it") { $0.backlinks },
  ]
}

/// What identifies a source, and where it is found.
struct SourceDetailsView: TemplateObject {
  let authors: String?
  let publisher: LinkView?
  let published: String?
  let publishedDatetime: String?
  let accessed: String?
  let language: String?
  let archives: [ArchiveView]
  let snapshots: [ArchiveView]
  let address: AddressView?

  static let fields: Fields<Self> = [
    .text("authors", "Who wrote it") { $0.authors },
    .object("publisher", "Who published it") { $0.publisher },
    .text("published", "When it was published, in words") { $0.published },
    .text("published-datetime", "That date for machines") { $0.publishedDatetime },
    .text("accessed", "When it was read, in words") { $0.accessed },
    .text("language", "Its language in words; absent if it is the dossier's own") { $0.language },
    .list("archives", "Its archived copies, which come before the address") { $0.archives },
    .list("snapshots", "Copies of it that the dossier keeps itself") { $0.snapshots },
    .object("address", "Where it was published") { $0.address },
  ]
}

/// An archived copy of a source.
struct ArchiveView: TemplateObject {
  let url: String?
  let text: String
  let date: String?
  let service: String?

  static let fields: Fields<Self> = [
    .url("url", "The copy; absent if it is not to be followed") { $0.url },
    .text("text", "Its address") { $0.text },
    .text("date", "When it was made, in words") { $0.date },
    .text("service", "Who keeps it") { $0.service },
  ]
}

/// The address of a source.
struct AddressView: TemplateObject {
  let text: String
  let url: String?
  let fate: String?

  static let fields: Fields<Self> = [
    .text("text", "The address") { $0.text },
    .url("url", "The address to follow; absent if it is unfit, or was taken over by others") {
      $0.url
    },
    .text("fate", "`dead`, `unfit` or `usurped`; absent of a live one") { $0.fate },
  ]
}

/// One place that cites a source.
struct CitationBacklinkView: TemplateObject {
  let label: String
  let url: String
  let locator: String?
  let bearing: String?
  let quote: QuoteView?

  static let fields: Fields<Self> = [
    .text("label", "An arrow, with a number if there are several") { $0.label },
    .url("url", "The place on this page") { $0.url },
    .text("locator", "Where in the source: a page, a paragraph") { $0.locator },
    .text(
      "bearing", "`inferred`, `context` or `contradicts`; absent where the source says so itself"
    ) {
      $0.bearing
    },
    .object("quote", "The words of the source") { $0.quote },
  ]
}

/// The words of a source.
struct QuoteView: TemplateObject {
  let text: String
  let language: String?
  let translation: String?

  init(_ quotation: Quotation) {
    text = quotation.text
    language = quotation.language
    translation = quotation.translation
  }

  static let fields: Fields<Self> = [
    .text("text", "The words") { $0.text },
    .text("language", "Their language") { $0.language },
    .text("translation", "The words in the language of the dossier") { $0.translation },
  ]
}

/// What the page of a source shows beside its fields.
struct SourceView: TemplateObject {
  let origins: [LinkView]
  let moreOrigins: String?
  let citing: [CitingPageView]
  let citingCount: Int
  let alone: [CitingPageView]
  let aloneCount: Int
  let moreAlone: String?

  static let fields: Fields<Self> = [
    .list("origins", "What it goes back to, if that is more than it is based on: the first 20") {
      $0.origins
    },
    .text("more-origins", "How many others it goes back to: `12`, or `more than 12`") {
      $0.moreOrigins
    },
    .list("citing", "Everything that cites it, by page: articles first, the newest on top") {
      $0.citing
    },
    .text("citing-count", "How many places cite it") {
      $0.citingCount == 0 ? nil : String($0.citingCount)
    },
    .list("alone", "What rests on it alone, by page: the nearest 100 places") { $0.alone },
    .text("more-alone", "How many other places rest on it alone") { $0.moreAlone },
    .text("alone-count", "How much rests on it alone") {
      $0.aloneCount == 0 ? nil : String($0.aloneCount)
    },
  ]
}

/// A page that cites a source.
struct CitingPageView: TemplateObject {
  let title: String
  let url: String?
  let kind: String
  let date: String?
  let datetime: String?
  let isDraft: Bool
  let places: [CitingPlaceView]

  static let fields: Fields<Self> = [
    .text("title", "The page's title") { $0.title },
    .url("url", "The page") { $0.url },
    .text("kind", "What it is, such as Article") { $0.kind },
    .text("date", "Its date in words, of an article") { $0.date },
    .text("datetime", "Its date for machines") { $0.datetime },
    .flag("draft", "Whether it is a draft, shown for preview") { $0.isDraft },
    .list("places", "The places in it") { $0.places },
  ]
}

/// A place that cites a source: a field, or a sentence.
struct CitingPlaceView: TemplateObject {
  var field: String? = nil
  var value: String? = nil
  var html: [UInt8]? = nil
  var locator: String? = nil
  var bearing: String? = nil
  var quote: QuoteView? = nil
  var isRejected = false
  var isDisputed = false
  var confidence: Confidence? = nil
  let url: String?

  static let fields: Fields<Self> = [
    .text("field", "The field, such as `Posts · Military attaché`; absent of a text") { $0.field },
    .text("value", "What the field says") { $0.value },
    .html("html", "The sentence, with the citation in `<mark>`") { $0.html },
    .text("locator", "Where in the source: a page, a paragraph") { $0.locator },
    .text(
      "bearing", "`inferred`, `context` or `contradicts`; absent where the source says so itself"
    ) {
      $0.bearing
    },
    .object("quote", "The words of the source") { $0.quote },
    .flag("rejected", "Whether it was found wrong") { $0.isRejected },
    .flag("disputed", "Whether rivals of it stand beside it") { $0.isDisputed },
    .text("confidence", "How sure it is, in a word") { $0.confidence?.rawValue },
    .url("url", "The exact spot") { $0.url },
  ]
}

/// A link to another site.
struct OutsideLinkView: TemplateObject {
  var id: String? = nil
  let label: String
  let url: String?
  var support: SupportView? = nil

  static let fields: Fields<Self> = [
    .text("id", "An anchor, where others may lead to this link") { $0.id },
    .text("label", "What a reader sees") { $0.label },
    .url("url", "Where it leads; absent if that is not to be followed") { $0.url },
    .object("support", "What supports it") { $0.support },
  ]
}
