/// What templates may say about a Swift type: each name with its shape and the way to its value.
///
/// Shape and values come from the same list, so they cannot drift apart. What runs for each value is
/// inlinable, so that it is compiled for the type and not for every type.
package struct Fields<Subject>: Sendable, ExpressibleByArrayLiteral {
  package let members: [ObjectShape.Member]
  /// In the order of the members.
  @usableFromInline let values: [@Sendable (Subject) -> Value]

  package init(arrayLiteral elements: Field<Subject>...) {
    self.init(elements)
  }

  package init(_ fields: [Field<Subject>]) {
    members = fields.map(\.member)
    values = fields.map(\.value)
  }

  @inlinable
  package func value(of subject: Subject) -> Value {
    .object(values.map { $0(subject) })
  }
}

/// One name, its line in the template reference, its shape and the way to its value.
package struct Field<Subject>: Sendable {
  @usableFromInline let member: ObjectShape.Member
  @usableFromInline let value: @Sendable (Subject) -> Value

  /// For a value whose shape is known only at run time.
  @inlinable
  package init(
    _ name: String, _ summary: String, _ shape: Shape,
    _ value: @escaping @Sendable (Subject) -> Value
  ) {
    self.member = ObjectShape.Member(name, summary, shape)
    self.value = value
  }
}

extension Field {
  /// Plain text; `nil` and `""` are falsy.
  @inlinable
  package static func text(
    _ name: String, _ summary: String, _ get: @escaping @Sendable (Subject) -> String?
  ) -> Self {
    Self(name, summary, .text) { get($0).map(Value.text) ?? .absent }
  }

  /// Markup that is ready to stand between tags; `nil` and no bytes are falsy.
  @inlinable
  package static func html(
    _ name: String, _ summary: String, _ get: @escaping @Sendable (Subject) -> [UInt8]?
  ) -> Self {
    Self(name, summary, .html) { get($0).map(Value.html) ?? .absent }
  }

  /// An address that is safe to follow; `nil` and `""` are falsy.
  @inlinable
  package static func url(
    _ name: String, _ summary: String, _ get: @escaping @Sendable (Subject) -> String?
  ) -> Self {
    Self(name, summary, .url) { get($0).map(Value.url) ?? .absent }
  }

  /// A yes or no.
  @inlinable
  package static func flag(
    _ name: String, _ summary: String, _ get: @escaping @Sendable (Subject) -> Bool
  ) -> Self {
    Self(name, summary, .flag) { .flag(get($0)) }
  }

  /// Objects in a row; `name.length` is their number.
  @inlinable
  package static func list<Element: TemplateObject>(
    _ name: String, _ summary: String, _ get: @escaping @Sendable (Subject) -> [Element]
  ) -> Self {
    Self(name, summary, .list(Element.shape)) { .list(get($0).map { $0.value }) }
  }

  /// Texts in a row, each `{{.}}` inside the section.
  @inlinable
  package static func list(
    _ name: String, _ summary: String, _ get: @escaping @Sendable (Subject) -> [String]
  ) -> Self {
    Self(name, summary, .list(.text)) { .list(get($0).map { .text($0) }) }
  }

  /// One object; `nil` is falsy.
  @inlinable
  package static func object<Object: TemplateObject>(
    _ name: String, _ summary: String, _ get: @escaping @Sendable (Subject) -> Object?
  ) -> Self {
    Self(name, summary, Object.shape) { get($0)?.value ?? .absent }
  }
}
