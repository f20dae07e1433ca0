/// A Swift type that templates can name the parts of.
package protocol TemplateObject: Sendable {
  static var fields: Fields<Self> { get }
}

extension TemplateObject {
  /// What a template for this type is compiled against.
  package static var shape: Shape { .object(ObjectShape(Self.self)) }

  /// What such a template renders.
  package var value: Value { Self.fields.value(of: self) }
}
