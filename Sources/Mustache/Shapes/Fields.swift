/// What templates may say about a Swift type: each name with its shape and the way to its value.
///
/// Shape and values come from the same list, so they cannot drift apart.
///
/// Public and inlinable, with what it is made of, though no program needs to see it: of another target only such code is
/// compiled for the types that it is used with, and a page has thousands of values.
public struct Fields<Subject>: Sendable, ExpressibleByArrayLiteral {
  public let members: [ObjectShape.Member]
  /// The ways to the members' values.
  @usableFromInline let fields: [Field<Subject>]

  @inlinable public init(arrayLiteral elements: Field<Subject>...) {
    self.init(elements)
  }

  @inlinable public init(_ fields: [Field<Subject>]) {
    members = fields.map(\.member)
    self.fields = fields
  }

  /// Puts an object into a page's tree.
  @inlinable public func place(_ subject: Subject, in tree: inout ValueTree) -> Value {
    let run = tree.reserve(fields.count)
    let span = fields.span
    for slot in span.indices { tree.put(span[slot].place(subject, &tree), in: run, at: slot) }
    return .object(run)
  }
}

/// One name, its line in the template reference, its shape and the way to its value.
public struct Field<Subject>: Sendable {
  @usableFromInline let member: ObjectShape.Member
  /// Makes the value; what it holds goes into the page's tree.
  @usableFromInline let place: @Sendable (Subject, inout ValueTree) -> Value

  /// For a value whose shape is known only at run time.
  @inlinable public init(
    _ name: String, _ summary: String, _ shape: Shape,
    _ place: @escaping @Sendable (Subject, inout ValueTree) -> Value
  ) {
    self.member = ObjectShape.Member(name, summary, shape)
    self.place = place
  }

  /// The same of something that has the subject as a part.
  @inlinable public func of<Whole>(_ part: @escaping @Sendable (Whole) -> Subject) -> Field<Whole> {
    Field<Whole>(member) { [place] in place(part($0), &$1) }
  }

  @inlinable init(
    _ member: ObjectShape.Member, place: @escaping @Sendable (Subject, inout ValueTree) -> Value
  ) {
    self.member = member
    self.place = place
  }
}

extension Field {
  /// Plain text; `nil` and `""` are falsy.
  @inlinable public static func text(
    _ name: String, _ summary: String, _ get: @escaping @Sendable (Subject) -> String?
  ) -> Self {
    Self(name, summary, .text) { subject, tree in
      get(subject).map { tree.text($0) } ?? .absent
    }
  }

  /// Markup that is ready to stand between tags; `nil` and no bytes are falsy.
  @inlinable public static func html(
    _ name: String, _ summary: String, _ get: @escaping @Sendable (Subject) -> [UInt8]?
  ) -> Self {
    Self(name, summary, .html) { subject, tree in
      get(subject).map { tree.html($0) } ?? .absent
    }
  }

  /// An address that is safe to follow; `nil` and `""` are falsy.
  @inlinable public static func url(
    _ name: String, _ summary: String, _ get: @escaping @Sendable (Subject) -> String?
  ) -> Self {
    Self(name, summary, .url) { subject, tree in
      get(subject).map { tree.url($0) } ?? .absent
    }
  }

  /// A yes or no.
  @inlinable public static func flag(
    _ name: String, _ summary: String, _ get: @escaping @Sendable (Subject) -> Bool
  ) -> Self {
    Self(name, summary, .flag) { subject, _ in .flag(get(subject)) }
  }

  /// Objects in a row; `name.length` is their number.
  @inlinable public static func list<Element: TemplateObject>(
    _ name: String, _ summary: String, _ get: @escaping @Sendable (Subject) -> [Element]
  ) -> Self {
    Self(name, summary, .list(Element.shape)) { subject, tree in
      let fields = Element.fields
      let elements = get(subject)
      let run = tree.reserve(elements.count)
      // Of an array, code that is compiled for every type would copy each element before it looks at it.
      let span = elements.span
      for index in span.indices {
        tree.put(fields.place(span[index], in: &tree), in: run, at: index)
      }
      return .list(run)
    }
  }

  /// Texts in a row, each `{{.}}` inside the section.
  @inlinable public static func list(
    _ name: String, _ summary: String, _ get: @escaping @Sendable (Subject) -> [String]
  ) -> Self {
    Self(name, summary, .list(.text)) { subject, tree in
      let texts = get(subject)
      let run = tree.reserve(texts.count)
      for index in 0..<texts.count { tree.put(tree.text(texts[index]), in: run, at: index) }
      return .list(run)
    }
  }

  /// One object; `nil` is falsy.
  @inlinable public static func object<Object: TemplateObject>(
    _ name: String, _ summary: String, _ get: @escaping @Sendable (Subject) -> Object?
  ) -> Self {
    Self(name, summary, Object.shape) { subject, tree in get(subject)?.place(in: &tree) ?? .absent }
  }
}
