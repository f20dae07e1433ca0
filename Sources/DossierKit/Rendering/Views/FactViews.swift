import Mustache

/// One value of a field. Exactly one of `url` with `text`, `html` and `text` is there.
struct ValueView: TemplateObject {
  var id: String? = nil
  var text: String? = nil
  var html: [UInt8]? = nil
  var url: String? = nil
  var isExternal = false
  var datetime: String? = nil
  var language: String? = nil
  var support: SupportView? = nil
  /// Whether it says that nothing is known, or that there is none.
  var isAbsent = false
  /// What joins it to the value before it, in a sentence.
  var joint: String? = nil
  /// Whether rivals of it follow.
  var isDisputed = false

  var isRejected: Bool { support?.isRejected == true }

  static let fields: Fields<Self> = [
    .text("id", "An anchor, where others may lead to this value") { $0.id },
    .flag(
      "absent",
      "Whether it is \"not known\" or \"none\", which says little without the field's label"
    ) { $0.isAbsent },
    .text("joint", "What joins it to the value before it in a sentence: a comma, \"and\" or \"or\"")
    {
      $0.joint
    },
    .flag("disputed", "Whether it is the first of rivals in a cell, of which one can be right") {
      $0.isDisputed
    },
    .text("text", "The value in words, unless it is markup") { $0.text },
    .html("html", "The value as markup, of a Markdown field") { $0.html },
    .url("url", "Where it leads, of a reference or an address") { $0.url },
    .flag("external", "Whether `url` leads to another site") { $0.isExternal },
    .text("datetime", "The date for machines, where it is one that HTML knows") { $0.datetime },
    .text("language", "The language of the value, if it was stated") { $0.language },
    .object("support", "What supports it; absent of a plain value") { $0.support },
  ]
}

/// What supports a value, and how surely. A class, since most values have none and carry it along.
final class SupportView: TemplateObject {
  let confidence: String?
  let isDisputed: Bool
  let isRejected: Bool
  let note: [UInt8]?
  let asStated: String?
  let marks: [CitationMarkView]
  let independent: String?
  let origin: LinkView?

  init(
    confidence: String?, isDisputed: Bool, isRejected: Bool, note: [UInt8]?, asStated: String?,
    marks: [CitationMarkView], independent: String?, origin: LinkView?
  ) {
    self.confidence = confidence
    self.isDisputed = isDisputed
    self.isRejected = isRejected
    self.note = note
    self.asStated = asStated
    self.marks = marks
    self.independent = independent
    self.origin = origin
  }

  /// Whether there is nothing in it that a reader sees.
  var isEmpty: Bool {
    confidence == nil && !isDisputed && !isRejected && note == nil && asStated == nil
      && marks.isEmpty
  }

  /// The same below words that say already that there is a dispute; nil if that was all.
  fileprivate var belowDispute: SupportView? {
    let view = SupportView(
      confidence: confidence, isDisputed: false, isRejected: isRejected, note: note,
      asStated: asStated, marks: marks, independent: independent, origin: origin)
    return view.isEmpty ? nil : view
  }

  static let fields: Fields<SupportView> = [
    .text("confidence", "`confirmed`, `likely`, `possible` or `doubtful`") { $0.confidence },
    .flag("disputed", "Whether rivals of it stand beside it") { $0.isDisputed },
    .flag("rejected", "Whether it was found wrong, and is kept to be seen") { $0.isRejected },
    .html("note", "The note on it") { $0.note },
    .text("as-stated", "The source's own words") { $0.asStated },
    .list("marks", "The numbers of the sources that it rests on") { $0.marks },
    .text(
      "independent",
      "Of several sources, how many are independent: `2 independent sources`, `2 sources of one origin`"
    ) {
      $0.independent
    },
    .object("origin", "The one that several sources go back to, if they do") { $0.origin },
  ]
}

extension [ValueView] {
  /// The same as they stand in a sentence, of which each holds.
  var joined: [ValueView] {
    var values = self
    for index in indices.dropFirst() { values[index].joint = index + 1 == count ? " and " : ", " }
    return values
  }

  /// Rivals below words that say that they are disputed need not each say it again; where only some are, these do.
  mutating func leaveDisputeToHeading() {
    guard allSatisfy({ $0.support?.isDisputed == true }) else { return }
    for index in indices { self[index].support = self[index].support?.belowDispute }
  }
}

/// The number of a source, where something rests on it.
struct CitationMarkView: TemplateObject {
  let number: Int
  let url: String
  let id: String
  var bearing: String? = nil

  static let fields: Fields<Self> = [
    .text("number", "The source's number on this page") { String($0.number) },
    .url("url", "The source in the list at the end of the page") { $0.url },
    .text("id", "The id of this mark, which that list links back to") { $0.id },
    .text(
      "bearing", "`inferred`, `context` or `contradicts`; absent where the source says so itself"
    ) {
      $0.bearing
    },
  ]
}

/// A field with its label and values.
struct FieldView: TemplateObject {
  let name: String
  let label: String
  var values: [ValueView]
  var rejected: [ValueView] = []
  var isDisputed = false

  static let fields: Fields<Self> = [
    .text("name", "The field's name in the schema") { $0.name },
    .text("label", "What a reader sees before the values") { $0.label },
    .list("values", "Its values: several of a list, and where sources differ") { $0.values },
    .list("rejected", "Values that were found wrong, and are kept to be seen") { $0.rejected },
    .flag("disputed", "Whether the values are rivals, of which one can be right") {
      $0.isDisputed
    },
  ]
}

/// Entries side by side: a group of this page's own, or what other pages say of it.
struct TableView: TemplateObject {
  let label: String
  let id: String
  let columns: [String]
  let rows: [RowView]
  var rejected: [RowView] = []
  /// The years that the bars span; nil of a table without them.
  var scale: String? = nil
  var hasDoubts = false

  /// One column of single links reads better as a list, unless what supports an entry would stand behind one of several
  /// values, as if it were that one's.
  var isList: Bool {
    columns.count == 1
      && !(rows + rejected).contains { row in
        row.support != nil && row.cells.contains { $0.values.count + $0.rejected.count > 1 }
      }
  }

  var isSupported: Bool { (rows + rejected).contains { $0.support != nil } }

  static let fields: Fields<Self> = [
    .text("label", "What the entries are") { $0.label },
    .text("id", "An anchor for the table") { $0.id },
    .flag("list", "Whether there is only one column, better shown as a list") { $0.isList },
    .list("columns", "The label of each column") { $0.columns },
    .flag("supported", "Whether any entry says what it rests on as a whole, in a column of its own")
    {
      $0.isSupported
    },
    .list("rows", "The entries") { $0.rows },
    .list("rejected", "Entries that were found wrong, and are kept to be seen") { $0.rejected },
    .text("scale", "The years that bars in the last column span; absent if there are no bars") {
      $0.scale
    },
    .flag("doubts", "Whether any part of a bar is not certain") { $0.hasDoubts },
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
  var values: [ValueView] = []
  var rejected: [ValueView] = []
  /// The first cell names what the entry is about.
  let isFirst: Bool
  var bar: BarView? = nil

  static let fields: Fields<Self> = [
    .text("label", "The column's label, for narrow windows") { $0.label },
    .list("values", "None, one or several") { $0.values },
    .list("rejected", "Values that were found wrong, and are kept to be seen") { $0.rejected },
    .object("bar", "The dates as a bar, of a table that has several with dates") { $0.bar },
    .flag("first", "Whether it is the first of its row") { $0.isFirst },
  ]
}

/// From when to when, drawn on the scale of its table; words beside it say the same.
struct BarView: TemplateObject {
  let segments: [BarSegmentView]

  static let fields: Fields<Self> = [
    .list("segments", "Its parts from left to right, in a box 120 wide") { $0.segments }
  ]
}

/// A part of a bar: certain, uncertain, or open towards one side.
struct BarSegmentView: TemplateObject {
  let x: String
  let width: String
  let fill: String

  static let fields: Fields<Self> = [
    .text("x", "Where it begins") { $0.x },
    .text("width", "How wide it is") { $0.width },
    .text("fill", "`currentColor`, or the table's pattern or gradient for what is not certain") {
      $0.fill
    },
  ]
}
