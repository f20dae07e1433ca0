/// What a template may do with a value: the value's type, known before anything is rendered.
///
/// Every value may also be absent, which is falsy in a section and prints as nothing.
public indirect enum Shape: Sendable {
  /// Plain text. `{{x}}` escapes it; `{{{x}}}` is refused.
  case text
  /// Markup that is ready to stand between tags. Only `{{{x}}}` puts it out.
  case html
  /// An address, the only thing that may stand in `href`, `src` and the like.
  case url
  /// A yes or no, for sections; it has no text of its own.
  case flag
  /// Any number of values of one shape. `xs.length` is the number, falsy when it is 0.
  case list(Shape)
  /// Named members.
  case object(ObjectShape)
}

/// The members of an object, by name.
///
/// The members are asked for when a template is compiled, so that a shape may contain itself.
public final class ObjectShape: Sendable {
  /// One name that a template may use, and the line of the template reference about it.
  public struct Member: Sendable {
    public let name: String
    public let summary: String
    public let shape: Shape

    public init(_ name: String, _ summary: String, _ shape: Shape) {
      self.name = name
      self.summary = summary
      self.shape = shape
    }
  }

  public let name: String
  private let type: ObjectIdentifier?
  private let makeMembers: @Sendable (ObjectShape) -> [Member]

  /// A shape known only at run time: a kind that an author declares. It is equal to itself alone.
  ///
  /// `members` is given the shape, so that it can contain itself.
  public init(_ name: String, members: @escaping @Sendable (ObjectShape) -> [Member]) {
    self.name = name
    self.type = nil
    self.makeMembers = members
  }

  /// The shape of a Swift type, the same one however often it is asked for.
  public init<Object: TemplateObject>(_ object: Object.Type) {
    self.name = "\(object)"
    self.type = ObjectIdentifier(object)
    self.makeMembers = { _ in Object.fields.members }
  }

  /// In the order of an object's values.
  public var members: [Member] { makeMembers(self) }

  /// What tells shapes apart.
  var identity: ObjectIdentifier { type ?? ObjectIdentifier(self) }
}
