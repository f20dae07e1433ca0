import Mustache

/// A record whose own fields are in the page's tree already: each once, although templates find it both in a row
/// with the others and by its name.
struct PlacedRecord: Sendable {
  private let view: RecordView
  private let facts: [Value]
  private let tables: [Value]
  /// By their index in the kind; absent where nothing was said.
  private let byField: [Value]

  init(_ view: RecordView, fieldCount: Int, in tree: inout ValueTree) {
    var byField = [Value](repeating: .absent, count: fieldCount)
    func placed(_ members: [(field: Int?, view: some TemplateObject)]) -> [Value] {
      members.map { field, view in
        let value = view.place(in: &tree)
        if let field { byField[field] = value }
        return value
      }
    }
    self.view = view
    facts = placed(view.fields.facts)
    tables = placed(view.fields.tables)
    // In no list; a template finds them by name.
    _ = placed(view.fields.apart)
    self.byField = byField
  }

  /// The members of `record` on the pages of a kind, whose own fields are there by name.
  static func fields(of kind: Kind) -> Fields<PlacedRecord> {
    let shape = Shape.object(
      ObjectShape("fields of \(kind.name)") { _ in
        kind.fields.fields.map { field in
          let shape = if case .group = field.type { TableView.shape } else { FieldView.shape }
          return ObjectShape.Member(field.name, field.label, shape)
        }
      })
    let named = Mustache.Field<PlacedRecord>(
      "field", "Each field of the kind by its name: with `label` and `values`, or a table", shape
    ) { record, tree in tree.object(record.byField) }
    let head = RecordView.head.map { $0.of(\PlacedRecord.view) }
    let rest = RecordView.rest.map { $0.of(\PlacedRecord.view) }
    return Fields([named] + head + [facts, tables] + rest)
  }

  private static let facts = Mustache.Field<PlacedRecord>(
    "facts", "Its fields, but for groups", .list(FieldView.shape)
  ) { record, tree in tree.list(record.facts) }

  private static let tables = Mustache.Field<PlacedRecord>(
    "tables", "Its groups, such as posts and participants", .list(TableView.shape)
  ) { record, tree in tree.list(record.tables) }
}
