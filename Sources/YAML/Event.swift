/// A step of libyaml's parser, with its place in bytes of the file.
struct Event {
  enum Kind {
    case streamStart, streamEnd, documentStart, documentEnd
    case alias, scalar, sequenceStart, sequenceEnd, mappingStart, mappingEnd
  }

  var kind: Kind
  var range: Range<Int>
  /// The value of a scalar or the name of an alias; empty otherwise.
  var text = ""
  var style = Node.Style.plain
  var hasAnchor = false
  var hasTag = false
}

/// Why libyaml stopped.
struct Failure: Error {
  enum Source { case reader, scannerOrParser, memory }

  var source: Source
  /// libyaml's words, such as "did not find expected key".
  var problem: String
  /// What libyaml was doing, such as "while parsing a block mapping"; empty if it does not say.
  var context: String
  /// Where it stopped, in bytes of the file.
  var offset: Int
  /// Where that which it was reading began, in bytes of the file.
  var contextOffset: Int
  /// The character or byte that is not allowed; only for failures of the reader.
  var value: UInt32
}
