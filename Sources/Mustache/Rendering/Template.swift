/// A template compiled to a flat program over slots: rendering looks nothing up and cannot fail.
///
/// There is one only where nothing is wrong with it.
package struct Template: Sendable {
  let program: Program

  /// Appends the page to `output`. `value` is of `tree` and has the shape that the template was compiled for.
  package func render(_ value: Value, of tree: ValueTree, into output: inout [UInt8]) {
    var renderer = Renderer(value)
    renderer.run(program, over: tree, into: &output)
  }

  /// Appends the page about `object` to `output`.
  package func render(_ object: some TemplateObject, into output: inout [UInt8]) {
    var tree = ValueTree()
    let value = object.place(in: &tree)
    render(value, of: tree, into: &output)
  }
}
