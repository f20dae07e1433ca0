import Mustache

/// One value of a field. Exactly one of `url` with `text`, `html` and `text` is there.
struct ValueView: TemplateObject {
  var text: String? = nil
  var html: [UInt8]? = nil
  var url: String? = nil
  var isExternal = false
  var datetime: String? = nil
  var language: String? = nil
  var support: SupportView? = nil

  static let fields: Fields<Self> = [
    .text("text", "The value in words, unless it is markup") { $0.text },
    .html("html", "The value as markup, of a Markdown field") { $0.html },
    .url("url", "Where it leads, of a reference or an address") { $0.url },
    .flag("external", "Whether `url` leads to another site") { $0.isExternal },
    .text("datetime", "The date for machines, where it is one that HTML knows") { $0.datetime },
    .text("language", "The language of the value, if it was stated") { $0.language },
    .object("support", "What supports it; absent of a plain value") { $0.support },
  ]
}

/// What supports a value, and how surely.
struct SupportView: TemplateObject {
  let confidence: String?
  let isDisputed: Bool
  let isRejected: Bool
  let note: [UInt8]?
  let asStated: String?
  let marks: [CitationMarkView]

  static let fields: Fields<Self> = [
    .text("confidence", "`confirmed`, `likely`, `possible` or `doubtful`") { $0.confidence },
    .flag("disputed", "Whether rivals of it stand beside it") { $0.isDisputed },
    .flag("rejected", "Whether it was found wrong, and is kept to be seen") { $0.isRejected },
    .html("note", "The note on it") { $0.note },
    .text("as-stated", "The source's own words") { $0.asStated },
    .list("marks", "The numbers of the sources that it rests on") { $0.marks },
  ]
}

/// The number of a source, where something rests on it.
struct CitationMarkView: TemplateObject {
  let number: Int
  let url: String
  let id: String

  static let fields: Fields<Self> = [
    .text("number", "The source's number on this page") { String($0.number) },
    .url("url", "The source in the list at the end of the page") { $0.url },
    .text("id", "The id of this mark, which that list links back to") { $0.id },
  ]
}

/// A field with its label and values.
struct FieldView: TemplateObject {
  let name: String
  let label: String
  let values: [ValueView]

  static let fields: Fields<Self> = [
    .text("name", "The field's name in the schema") { $0.name },
    .text("label", "What a reader sees before the values") { $0.label },
    .list("values", "Its values: several of a list, and where sources differ") { $0.values },
  ]
}

/// Entries side by side: a group of this page's own, or what other pages say of it.
struct TableView: TemplateObject {
  let label: String
  let id: String
  let columns: [String]
  let rows: [RowView]

  /// One column of single links reads better as a list.
  var isList: Bool { columns.count == 1 }

  static let fields: Fields<Self> = [
    .text("label", "What the entries are") { $0.label },
    .text("id", "An anchor for the table") { $0.id },
    .flag("list", "Whether there is only one column, better shown as a list") { $0.isList },
    .list("columns", "The label of each column") { $0.columns },
    .list("rows", "The entries") { $0.rows },
  ]
}

/// An entry of a table.
struct RowView: TemplateObject {
  var id: String? = nil
  let cells: [CellView]
  var support: SupportView? = nil

  static let fields: Fields<Self> = [
    .text("id", "An anchor, of entries with an id") { $0.id },
    .list("cells", "As many as the table has columns") { $0.cells },
    .object("support", "What supports the entry as a whole") { $0.support },
  ]
}

/// What an entry says in one column.
struct CellView: TemplateObject {
  let label: String
  let values: [ValueView]
  /// The first cell names what the entry is about.
  let isFirst: Bool

  static let fields: Fields<Self> = [
    .text("label", "The column's label, for narrow windows") { $0.label },
    .list("values", "None, one or several") { $0.values },
    .flag("first", "Whether it is the first of its row") { $0.isFirst },
  ]
}
