internal import CYAML

/// libyaml's parser over bytes that outlive it. The only code that touches C memory.
///
/// An instance exists only inside the closure of `read`, which keeps the bytes in place, and nothing
/// that it returns points into C memory: that makes it safe to use from outside of this file.
@safe struct EventParser: ~Copyable {
  /// Allocated here because libyaml keeps the parser's own address in it; freed by `deinit`.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let isInitialized: Bool
  private var marks: Marks

  /// Calls `body` with a parser of the bytes in `range`, which must lie in `bytes`.
  ///
  /// - Parameter isASCII: Whether each character is known to be one byte.
  static func read(
    _ bytes: [UInt8], in range: Range<Int>, isASCII: Bool, _ body: (inout EventParser) -> Void
  ) {
    // Sound: the parser is gone when the closure ends, before the buffer can go.
    unsafe bytes.withUnsafeBufferPointer { all in
      var start = range.lowerBound
      // libyaml would count the mark as a column of the first line, so it is not shown to it.
      if range.count >= 3, unsafe all[start] == 0xEF, unsafe all[start + 1] == 0xBB,
        unsafe all[start + 2] == 0xBF
      {
        start += 3
      }
      // Sound: `start..<range.upperBound` lies in `range`, which lies in the buffer.
      let part = unsafe UnsafeBufferPointer(rebasing: all[start..<range.upperBound])
      var parser = unsafe EventParser(
        part, marks: Marks(bytes: bytes, range: start..<range.upperBound, isASCII: isASCII))
      body(&parser)
    }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, marks: Marks) {
    self.marks = marks
    // Sound: one parser is allocated, and initialised by libyaml (which clears it) before any use.
    unsafe parser = .allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    isInitialized = unsafe yaml_parser_initialize(parser) == 1
    guard isInitialized else { return }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    // Sound: libyaml copies from the bytes while it parses, and `read` keeps them until it has ended.
    unsafe yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    // Sound: `init` allocated it, nobody else has the pointer, and libyaml frees only what it owns.
    if isInitialized { unsafe yaml_parser_delete(parser) }
    unsafe parser.deallocate()
  }

  /// The next event. After `streamEnd` or a failure there is none, and it must not be called again.
  mutating func next() throws(Failure) -> Event {
    guard isInitialized else { throw marks.outOfMemory }
    // Sound: libyaml fills the event or leaves it zero; deleting it is right in both cases, and happens
    // on every path out of here, after everything needed has been copied.
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else {
      throw unsafe marks.failure(of: parser.pointee)
    }
    defer { unsafe yaml_event_delete(&event) }
    return unsafe marks.event(event)
  }
}

/// Copies libyaml's events into values, and turns its marks, which count characters, into bytes.
private struct Marks {
  private let bytes: [UInt8]
  /// What libyaml was given of `bytes`.
  private let range: Range<Int>
  /// Characters are bytes throughout, so that nothing needs counting.
  private let isASCII: Bool
  /// The last place that was looked up. Places come almost sorted, so the next one is near.
  private var character = 0
  private var byte: Int

  init(bytes: [UInt8], range: Range<Int>, isASCII: Bool) {
    self.bytes = bytes
    self.range = range
    self.isASCII = isASCII
    byte = range.lowerBound
  }

  /// The byte offset in the file of libyaml's mark.
  private mutating func offset(of mark: yaml_mark_t) -> Int {
    let index = Int(mark.index)
    guard !isASCII else { return min(range.lowerBound + index, range.upperBound) }
    while character < index, byte < range.upperBound {
      byte += 1
      while byte < range.upperBound, bytes[byte] & 0xC0 == 0x80 { byte += 1 }
      character += 1
    }
    while character > index, byte > range.lowerBound {
      byte -= 1
      while byte > range.lowerBound, bytes[byte] & 0xC0 == 0x80 { byte -= 1 }
      character -= 1
    }
    return byte
  }

  mutating func event(_ event: yaml_event_t) -> Event {
    let start = unsafe offset(of: event.start_mark)
    let end = unsafe max(start, offset(of: event.end_mark))
    var result = Event(kind: .streamEnd, range: start..<end)
    // Sound: `type` says which member of the union libyaml filled; pointers are nil or hold memory that
    // lives until the event is deleted, which is after this function.
    switch unsafe event.type {
    case YAML_STREAM_START_EVENT: result.kind = .streamStart
    case YAML_DOCUMENT_START_EVENT: result.kind = .documentStart
    case YAML_DOCUMENT_END_EVENT: result.kind = .documentEnd
    case YAML_ALIAS_EVENT:
      result.kind = .alias
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      result.kind = .scalar
      result.style = unsafe Node.Style(scalar.style)
      result.hasAnchor = unsafe scalar.anchor != nil
      result.hasTag = unsafe scalar.tag != nil
      // Sound: libyaml's value has `length` bytes.
      let value = unsafe UnsafeBufferPointer(start: scalar.value, count: Int(scalar.length))
      result.text = unsafe String(decoding: value, as: UTF8.self)
    case YAML_SEQUENCE_START_EVENT:
      let sequence = unsafe event.data.sequence_start
      result.kind = .sequenceStart
      result.style = unsafe sequence.style == YAML_FLOW_SEQUENCE_STYLE ? .flow : .block
      result.hasAnchor = unsafe sequence.anchor != nil
      result.hasTag = unsafe sequence.tag != nil
    case YAML_SEQUENCE_END_EVENT: result.kind = .sequenceEnd
    case YAML_MAPPING_START_EVENT:
      let mapping = unsafe event.data.mapping_start
      result.kind = .mappingStart
      result.style = unsafe mapping.style == YAML_FLOW_MAPPING_STYLE ? .flow : .block
      result.hasAnchor = unsafe mapping.anchor != nil
      result.hasTag = unsafe mapping.tag != nil
    case YAML_MAPPING_END_EVENT: result.kind = .mappingEnd
    default: result.kind = .streamEnd
    }
    return result
  }

  mutating func failure(of parser: yaml_parser_t) -> Failure {
    // Sound: libyaml's messages are nil or C strings that live as long as the program.
    let problem = unsafe parser.problem.map { unsafe String(cString: $0) } ?? ""
    let context = unsafe parser.context.map { unsafe String(cString: $0) } ?? ""
    let contextOffset = unsafe offset(of: parser.context_mark)
    switch unsafe parser.error {
    case YAML_MEMORY_ERROR:
      return outOfMemory
    case YAML_READER_ERROR:
      // The reader counts in bytes, and fails ahead of the scanner's marks.
      let offset = unsafe min(range.lowerBound + Int(parser.problem_offset), range.upperBound)
      return unsafe Failure(
        source: .reader, problem: problem, context: context, offset: offset, contextOffset: offset,
        value: UInt32(truncatingIfNeeded: parser.problem_value))
    default:
      return unsafe Failure(
        source: .scannerOrParser, problem: problem, context: context,
        offset: offset(of: parser.problem_mark), contextOffset: contextOffset, value: 0)
    }
  }

  var outOfMemory: Failure {
    Failure(
      source: .memory, problem: "", context: "", offset: byte, contextOffset: byte,
      value: 0)
  }
}

extension Node.Style {
  fileprivate init(_ style: yaml_scalar_style_t) {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .quoted
    case YAML_LITERAL_SCALAR_STYLE: self = .literal
    case YAML_FOLDED_SCALAR_STYLE: self = .folded
    default: self = .plain
    }
  }
}
