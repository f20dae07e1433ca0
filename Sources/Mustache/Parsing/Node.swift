/// A template file after parsing: a tree that refers to the file's bytes.
struct ParsedTemplate: Sendable {
  let file: String
  let bytes: [UInt8]
  let nodes: [Node]
  /// Every block of the file, those of parents too; nodes refer to them by index.
  let blocks: [Block]
  /// What could not be read. Checks of the markup make no sense where there is anything.
  let problems: [Problem]
}

/// A piece of a template. Text is split into lines, because indentation is added and taken by line.
indirect enum Node: Sendable {
  /// The start of a line that will be printed, with the white space it begins with.
  case line(Range<Int>)
  case text(Range<Int>)
  case variable(Tag, isEscaped: Bool)
  case section(Tag, isInverted: Bool, body: [Node])
  /// Standalone where it has an indentation, if an empty one.
  case partial(Tag, indentation: Range<Int>?)
  case parent(Tag, blocks: [Int], indentation: Range<Int>?)
  case block(Int)
}

/// What stands between two delimiters.
struct Tag: Sendable {
  let name: String
  /// The whole tag with its delimiters.
  let range: Range<Int>
  let nameRange: Range<Int>
  /// False where the name is none, which has been reported.
  var isReadable = true
}

/// A place that other templates may fill, with what stands there otherwise.
///
/// In a parent tag it is the filling.
struct Block: Sendable {
  let tag: Tag
  var body: [Node] = []
  /// Nothing but the tag stands on its line, and the line is not printed.
  let isStandalone: Bool
  /// The white space before the tag where nothing else is.
  let leading: Range<Int>
  /// What lines of the body have of white space for being in it; `nil` where it starts in a line.
  var indentation: Range<Int>?
}
