internal import CCMark

// The only file that touches libcmark. No pointer leaves the function that got it.

/// Owns a tree of libcmark's.
@safe private struct CMarkTree: ~Copyable {
  let root: OpaquePointer

  /// Nil if libcmark gives none.
  init?(parsing bytes: borrowing Span<UInt8>) {
    let root = unsafe bytes.withUnsafeBytes { buffer -> OpaquePointer? in
      // SAFETY: libcmark copies what it keeps of the buffer, which outlives the call; an empty
      // buffer has no address, but then nothing is read from the one given in its place.
      unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1) { empty in
        let start =
          unsafe buffer.bindMemory(to: CChar.self).baseAddress
          ?? UnsafePointer(
            empty.baseAddress)
        guard let start = unsafe start else { return nil }
        return unsafe cmark_parse_document(start, buffer.count, CMARK_OPT_DEFAULT)
      }
    }
    guard let root = unsafe root else { return nil }
    unsafe self.root = root
  }

  deinit {
    // SAFETY: the root is ours, freed once, and nobody else holds a node of it.
    unsafe cmark_node_free(root)
  }
}

extension RawTree {
  /// At most this many bytes: libcmark counts in 32 bits and aborts the process when they do not
  /// do.
  static let limit = 1 << 28

  init(parsing bytes: borrowing Span<UInt8>) {
    precondition(bytes.count <= RawTree.limit)
    guard let tree = CMarkTree(parsing: bytes) else { return }
    nodes.reserveCapacity(bytes.count / 16)
    pool.reserveCapacity(bytes.count)
    // SAFETY: the iterator lives as long as this function, the tree longer.
    guard let iterator = unsafe cmark_iter_new(tree.root) else { return }
    defer { unsafe cmark_iter_free(iterator) }
    while true {
      let step = unsafe cmark_iter_next(iterator)
      if step == CMARK_EVENT_DONE { break }
      // SAFETY: after every step but the last the iterator stands on a node of the tree.
      guard let node = unsafe cmark_iter_get_node(iterator) else { break }
      unsafe append(node, entering: step == CMARK_EVENT_ENTER)
    }
    // Nobody may free the tree while the iterator walks it.
    extendLifetime(tree)
  }

  private mutating func append(_ node: OpaquePointer, entering: Bool) {
    // SAFETY: `node` is a live node of the caller's tree; the getters only read it.
    let type = unsafe cmark_node_get_type(node)
    guard let kind = unsafe RawTree.kind(type, node) else { return }
    let phase: Event.Phase = kind.isLeaf ? .leaf : entering ? .enter : .leave
    var raw = Node(kind: kind, phase: phase)
    unsafe raw.startLine = cmark_node_get_start_line(node)
    unsafe raw.startColumn = cmark_node_get_start_column(node)
    unsafe raw.endLine = cmark_node_get_end_line(node)
    unsafe raw.endColumn = cmark_node_get_end_column(node)
    switch kind {
    case .heading: unsafe raw.number = cmark_node_get_heading_level(node)
    case .bulletList, .orderedList:
      unsafe raw.number = cmark_node_get_list_start(node)
      unsafe raw.isTight = cmark_node_get_list_tight(node) != 0
    case .text, .code, .htmlInline, .htmlBlock:
      unsafe raw.literal = store(cmark_node_get_literal(node))
    case .codeBlock:
      unsafe raw.literal = store(cmark_node_get_literal(node))
      unsafe raw.title = store(cmark_node_get_fence_info(node))
    case .link, .image:
      if entering {
        unsafe raw.literal = store(cmark_node_get_url(node))
        unsafe raw.title = store(cmark_node_get_title(node))
      }
    default: break
    }
    nodes.append(raw)
  }

  private static func kind(_ type: cmark_node_type, _ node: OpaquePointer) -> Kind? {
    switch type {
    case CMARK_NODE_BLOCK_QUOTE: return .blockQuote
    case CMARK_NODE_LIST:
      // SAFETY: the getter only reads the live node.
      let isOrdered = unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      return isOrdered ? .orderedList : .bulletList
    case CMARK_NODE_ITEM: return .item
    case CMARK_NODE_CODE_BLOCK: return .codeBlock
    case CMARK_NODE_HTML_BLOCK: return .htmlBlock
    case CMARK_NODE_PARAGRAPH: return .paragraph
    case CMARK_NODE_HEADING: return .heading
    case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
    case CMARK_NODE_TEXT: return .text
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_CODE: return .code
    case CMARK_NODE_HTML_INLINE: return .htmlInline
    case CMARK_NODE_EMPH: return .emphasis
    case CMARK_NODE_STRONG: return .strong
    case CMARK_NODE_LINK: return .link
    case CMARK_NODE_IMAGE: return .image
    default: return nil
    }
  }

  private mutating func store(_ text: UnsafePointer<CChar>?) -> Range<UInt32> {
    guard let text = unsafe text else { return 0..<0 }
    // SAFETY: libcmark ends every string with a zero and puts none inside; it is copied before the
    // tree goes.
    let bytes = unsafe UnsafeRawBufferPointer(start: text, count: strlen(text))
    let start = UInt32(pool.count)
    unsafe pool.append(contentsOf: bytes)
    return start..<UInt32(pool.count)
  }
}

extension RawTree.Kind {
  var isLeaf: Bool {
    switch self {
    case .codeBlock, .htmlBlock, .thematicBreak, .text, .softBreak, .lineBreak, .code, .htmlInline:
      true
    default: false
    }
  }
}
