import Mustache

/// A change that was made after publication.
struct CorrectionView: TemplateObject {
  let id: String?
  let url: String?
  let date: String
  let datetime: String?
  let severity: String?
  let isRetraction: Bool
  let what: [UInt8]?
  let was: [UInt8]?
  let now: [UInt8]?
  let why: [UInt8]?
  let support: SupportView?

  static let fields: Fields<Self> = [
    .text("id", "Its anchor, on the page that was corrected") { $0.id },
    .url("url", "Its address") { $0.url },
    .text("date", "When, in words") { $0.date },
    .text("datetime", "That date for machines") { $0.datetime },
    .text("severity", "`typo`, `fact` or `retraction`") { $0.severity },
    .flag("retraction", "Whether the page as a whole was taken back") { $0.isRetraction },
    .html("what", "What was changed") { $0.what },
    .html("was", "What stood there") { $0.was },
    .html("now", "What stands there now") { $0.now },
    .html("why", "Why") { $0.why },
    .object("support", "What supports it") { $0.support },
  ]
}

/// All corrections: `corrections`.
struct CorrectionsView: TemplateObject {
  let count: Int
  let groups: [CorrectionGroupView]
  let citations: [CitationView]

  static let fields: Fields<Self> = [
    .text("count", "How many there are") { String($0.count) },
    .list("groups", "The corrections by day, the newest first") { $0.groups },
    .list("citations", "The sources that the page cites, numbered by first use") { $0.citations },
  ]
}

/// The corrections of one day.
struct CorrectionGroupView: TemplateObject {
  let date: String
  let datetime: String?
  let entries: [CorrectionEntryView]

  static let fields: Fields<Self> = [
    .text("date", "The day, in words") { $0.date },
    .text("datetime", "The day for machines") { $0.datetime },
    .list("entries", "The corrections, each with its page") { $0.entries },
  ]
}

/// A correction among those of other pages.
struct CorrectionEntryView: TemplateObject {
  let title: String
  let kind: String
  let isDraft: Bool
  let correction: CorrectionView

  static let fields: Fields<Self> = [
    .text("title", "The title of the page that was corrected") { $0.title },
    .text("kind", "What it is, such as Article") { $0.kind },
    .flag("draft", "Whether it is a draft, shown for preview") { $0.isDraft },
    .object("correction", "The correction") { $0.correction },
  ]
}
