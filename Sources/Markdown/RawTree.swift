/// What libcmark made of some bytes: its tree as a flat list, without pointers.
struct RawTree: Sendable {
  enum Kind: UInt8, Sendable {
    case blockQuote, bulletList, orderedList, item, codeBlock, htmlBlock, paragraph, heading
    case thematicBreak
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image
  }

  struct Node: Sendable {
    let kind: Kind
    let phase: Event.Phase
    /// Lines and columns count from 1; columns are bytes, the end inclusive. Of inlines they are
    /// often wrong.
    var startLine: Int32 = 0
    var startColumn: Int32 = 0
    var endLine: Int32 = 0
    var endColumn: Int32 = 0
    /// Heading level, list start.
    var number: Int32 = 0
    /// Whether a list is tight.
    var isTight = false
    /// Text, or a link's destination, in `pool`.
    var literal: Range<UInt32> = 0..<0
    /// Link title or info string, in `pool`.
    var title: Range<UInt32> = 0..<0
  }

  var nodes: [Node] = []
  var pool: [UInt8] = []
}

extension RawTree.Kind {
  var isInline: Bool { rawValue >= RawTree.Kind.text.rawValue }
}
