/// A Swift type that templates can name the parts of.
public protocol TemplateObject: Sendable {
  static var fields: Fields<Self> { get }
}

extension TemplateObject {
  /// What a template for this type is compiled against.
  public static var shape: Shape { .object(ObjectShape(Self.self)) }

  /// Puts what such a template renders into a page's tree.
  @inlinable public func place(in tree: inout ValueTree) -> Value {
    Self.fields.place(self, in: &tree)
  }
}
