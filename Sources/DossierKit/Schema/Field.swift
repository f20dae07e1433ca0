/// One field of a kind: what it is called, what it holds, and how it is shown.
package final class Field: Sendable {
  package let name: String
  /// What a reader sees before the value.
  package let label: String
  package let type: FieldType
  /// Whether it holds a list. A field that does not may still hold several facts that rival each other.
  package let isMany: Bool
  package let isRequired: Bool
  /// Whether it cannot be `unknown` or `none`: left out, it says as much.
  package let isDefinite: Bool
  package let sensitivity: Sensitivity

  init(
    name: String, label: String, type: FieldType, isMany: Bool, isRequired: Bool,
    isDefinite: Bool = false, sensitivity: Sensitivity
  ) {
    self.name = name
    self.label = label
    self.type = type
    self.isMany = isMany
    self.isRequired = isRequired
    self.isDefinite = isDefinite
    self.sensitivity = sensitivity
  }
}

/// What a field holds.
package indirect enum FieldType: Sendable {
  case text
  case markdown
  case date
  case datetime
  /// An id. An empty `to` allows every kind. `inverse` labels the entry on the other page.
  case reference(to: [String], inverse: String?)
  case url
  case language
  /// A decimal number; the unit is written in UCUM.
  case number(unit: String?)
  case flag
  case enumeration([String])
  case geo
  /// A file below `content/media/`.
  case file
  case group(FieldSet)
  /// A name for the entry that holds it, unique within its entity, so that others can point at it.
  case key
  /// The key of an entry of the group `list`, on the entity that the neighbouring field `owner` names.
  case entry(owner: String, list: String)
  /// Free keys, each with a text: identifiers by scheme.
  case map
}

/// How careful the dossier has to be with a field.
package enum Sensitivity: String, Sendable, CaseIterable {
  case none
  /// Needs a source when it concerns a living person.
  case challenge
  /// Kept in the repository and never published.
  case `private`
}

/// Fields in the order in which they were declared, found by name.
package struct FieldSet: Sendable {
  package let fields: [Field]
  private let indices: [String: Int]

  package init(_ fields: [Field]) {
    self.fields = fields
    self.indices = Dictionary(
      fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package func index(of name: String) -> Int? { indices[name] }
  package subscript(index: Int) -> Field { fields[index] }
  package var names: [String] { fields.map(\.name) }
  /// The field that names an entry, of a group whose entries can be pointed at.
  var key: Int? { fields.firstIndex { if case .key = $0.type { true } else { false } } }
  /// The field that has to be there, if it is only one.
  var onlyRequired: Int? {
    let required = fields.indices.filter { fields[$0].isRequired }
    return required.count == 1 ? required[0] : nil
  }
  package var count: Int { fields.count }
}
