/// A kind of thing that has pages: official, country, article, or one of the author's own.
///
/// A class, as are the other values that every page asks for, because handing one on costs least then.
package final class Kind: Sendable {
  /// `official`, as references and `to:` name it.
  package let name: String
  /// The folder below `content/`, and the first part of the address: `officials`.
  package let plural: String
  package let label: Label
  /// The fields of every kind, then its own.
  package let fields: FieldSet
  /// The key that holds the name: `name`, or `title` of what is written rather than met.
  package let nameKey: String
  package let role: Role

  init(
    name: String, plural: String, label: Label, fields: FieldSet, nameKey: String, role: Role
  ) {
    self.name = name
    self.plural = plural
    self.label = label
    self.fields = fields
    self.nameKey = nameKey
    self.role = role
  }

  /// What a reader sees: one vessel, many vessels.
  package struct Label: Sendable {
    package let one: String
    package let many: String
  }

  /// What dossier does with the pages of a kind beyond showing their fields.
  package enum Role: String, Sendable, CaseIterable {
    /// Named in texts, with backlinks.
    case entity
    /// A text with a date; in the feed.
    case article
    /// A text without one; at the top of the addresses.
    case page
  }
}

/// The index of a kind in ``Schema/kinds``.
package typealias KindID = Int

/// A way in which one entity stands to another.
package struct RelationType: Sendable {
  package let name: String
  package let label: String
  /// What the other page says; equal to ``label`` of a symmetric relation.
  package let inverse: String
  /// Kinds that it may lead from and to; empty allows all.
  package let from: [String]
  package let to: [String]
  package let isDated: Bool
}
