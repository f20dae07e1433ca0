/// What templates may say about a Swift type: each name with its shape and the way to its value.
///
/// Shape and values come from the same list, so they cannot drift apart.
package struct Fields<Subject>: Sendable, ExpressibleByArrayLiteral {
  package let members: [ObjectShape.Member]
  /// Appends the value of each member. A chain of closures: to walk an array of them, code that is
  /// compiled for every type has to look up the array's type each time, which takes longer than the rest.
  private let append: @Sendable (Subject, inout [Value]) -> Void

  package init(arrayLiteral elements: Field<Subject>...) {
    self.init(elements)
  }

  package init(_ fields: [Field<Subject>]) {
    members = fields.map(\.member)
    var append: @Sendable (Subject, inout [Value]) -> Void = { _, _ in }
    for field in fields {
      let (appendBefore, value) = (append, field.value)
      append = { subject, values in
        appendBefore(subject, &values)
        values.append(value(subject))
      }
    }
    self.append = append
  }

  package func value(of subject: Subject) -> Value {
    var values: [Value] = []
    values.reserveCapacity(members.count)
    append(subject, &values)
    return .object(values)
  }
}

/// One name, its line in the template reference, its shape and the way to its value.
package struct Field<Subject>: Sendable {
  let member: ObjectShape.Member
  let value: @Sendable (Subject) -> Value

  /// For a value whose shape is known only at run time.
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
  package static func text(
    _ name: String, _ summary: String, _ get: @escaping @Sendable (Subject) -> String?
  ) -> Self {
    Self(name, summary, .text) { get($0).map(Value.text) ?? .absent }
  }

  /// Markup that is ready to stand between tags; `nil` and no bytes are falsy.
  package static func html(
    _ name: String, _ summary: String, _ get: @escaping @Sendable (Subject) -> [UInt8]?
  ) -> Self {
    Self(name, summary, .html) { get($0).map(Value.html) ?? .absent }
  }

  /// An address that is safe to follow; `nil` and `""` are falsy.
  package static func url(
    _ name: String, _ summary: String, _ get: @escaping @Sendable (Subject) -> String?
  ) -> Self {
    Self(name, summary, .url) { get($0).map(Value.url) ?? .absent }
  }

  /// A yes or no.
  package static func flag(
    _ name: String, _ summary: String, _ get: @escaping @Sendable (Subject) -> Bool
  ) -> Self {
    Self(name, summary, .flag) { .flag(get($0)) }
  }

  /// Objects in a row; `name.length` is their number.
  package static func list<Element: TemplateObject>(
    _ name: String, _ summary: String, _ get: @escaping @Sendable (Subject) -> [Element]
  ) -> Self {
    Self(name, summary, .list(Element.shape)) {
      let fields = Element.fields
      let elements = get($0)
      var values: [Value] = []
      values.reserveCapacity(elements.count)
      for index in elements.indices { values.append(fields.value(of: elements[index])) }
      return .list(values)
    }
  }

  /// Texts in a row, each `{{.}}` inside the section.
  package static func list(
    _ name: String, _ summary: String, _ get: @escaping @Sendable (Subject) -> [String]
  ) -> Self {
    Self(name, summary, .list(.text)) { .list(get($0).map { .text($0) }) }
  }

  /// One object; `nil` is falsy.
  package static func object<Object: TemplateObject>(
    _ name: String, _ summary: String, _ get: @escaping @Sendable (Subject) -> Object?
  ) -> Self {
    Self(name, summary, Object.shape) { get($0)?.value ?? .absent }
  }
}
