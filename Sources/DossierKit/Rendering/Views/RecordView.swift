import Mustache

/// One article, page or entity with all that its page shows: `record`.
struct RecordView: Sendable {
  let id: String
  let title: String
  let titleFacts: FieldView?
  let support: SupportView?
  let kind: String
  let kindURL: String?
  let detail: String?
  let isDraft: Bool
  let date: String?
  let datetime: String?
  let summary: FieldView?
  let body: [UInt8]?
  let names: [NameView]
  let rejectedNames: [NameView]
  let fields: OwnFields
  let relations: [TableView]
  let inverse: [TableView]
  let claims: [ClaimGroupView]
  let images: [ImageView]
  let links: [OutsideLinkView]
  let identifiers: [FieldView]
  let extra: [FieldView]
  let tags: [LinkView]
  let mentioned: [LinkGroupView]
  let mentions: [MentionGroupView]
  let mentionCount: Int
  let corrections: [CorrectionView]
  let corrected: CorrectionView?
  let replies: [ReplyView]
  let notes: [NoteView]
  let citations: [CitationView]
  let source: SourceView?

  /// What templates may name besides the fields of the kind: before them and after them.
  static let head: [Mustache.Field<RecordView>] = [
    .text("id", "Its id") { $0.id },
    .text("title", "Its name or title") { $0.title },
    .object("title-facts", "What the name rests on, and its rivals; absent of a plain name") {
      $0.titleFacts
    },
    .object("support", "What the page as a whole rests on") { $0.support },
    .text("kind", "What it is, such as Official") { $0.kind },
    .url("kind-url", "The list of all of its kind") { $0.kindURL },
    .text("detail", "What tells it from another of the same name") { $0.detail },
    .flag("draft", "Whether it is a draft, shown for preview") { $0.isDraft },
    .text("date", "Its date in words") { $0.date },
    .text("datetime", "Its date for machines") { $0.datetime },
    .object("summary", "Its summary, as a line without a paragraph around it; or rivals") {
      $0.summary
    },
    .html("body", "Its text") { $0.body },
    .list("names", "Its other names") { $0.names },
    .list("rejected-names", "Names that were found wrong, and are kept to be seen") {
      $0.rejectedNames
    },
  ]

  static let rest: [Mustache.Field<RecordView>] = [
    .list("relations", "Its relations, and those of others to it, by type") { $0.relations },
    .list("inverse", "What the fields of other pages say of it, by label") { $0.inverse },
    .list("claims", "What was said about it, by it, and what else it keeps") { $0.claims },
    .list("images", "Its images") { $0.images },
    .list("links", "Links to other sites") { $0.links },
    .list("identifiers", "Its identifiers elsewhere, by scheme") { $0.identifiers },
    .list("extra", "Free data, by key") { $0.extra },
    .list("tags", "Its tags") { $0.tags },
    .list("mentioned", "Whom and what its text mentions, by kind") { $0.mentioned },
    .list("mentions", "Where others mention it, by page, newest first") { $0.mentions },
    .text("mention-count", "How many mentions there are") {
      $0.mentionCount == 0 ? nil : String($0.mentionCount)
    },
    .list("corrections", "What was changed after publication") { $0.corrections },
    .list("retractions", "Those of the corrections that take the page back") {
      $0.corrections.filter(\.isRetraction)
    },
    .object("corrected", "The newest of the corrections of a fact") { $0.corrected },
    .list("replies", "The right of reply: whether it was asked for, and what came") {
      $0.replies
    },
    .list("notes", "Footnotes and annotations, numbered by first use") { $0.notes },
    .flag("notes-below", "Whether some note opens nowhere in the text, but only stands in the list")
    {
      !$0.notes.allSatisfy(\.opens)
    },
    .list("citations", "The sources that the page cites, numbered by first use") { $0.citations },
    .object("source", "Of a source: who cites it, and what rests on it alone") { $0.source },
  ]
}

/// What the fields of a kind say, in the order of the kind; with the index of those that templates can name.
struct OwnFields: Sendable {
  var facts: [(field: Int?, view: FieldView)] = []
  var tables: [(field: Int?, view: TableView)] = []
  /// Those that a template shows by name alone.
  var apart: [(field: Int?, view: FieldView)] = []
}

/// Another name of an entity.
struct NameView: TemplateObject {
  var id: String? = nil
  let text: String
  let type: String?
  let language: String?
  let support: SupportView?

  static let fields: Fields<Self> = [
    .text("id", "An anchor, where others may lead to this name") { $0.id },
    .text("text", "The name") { $0.text },
    .text("type", "`former`, `transliteration` and so on, if it was stated") { $0.type },
    .text("language", "Its language") { $0.language },
    .object("support", "What supports it") { $0.support },
  ]
}
