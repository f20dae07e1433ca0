/// Where in the markup a template stands: what a value would become if it were put out here.
///
/// Fed with the template's own text. Deliberately small: it knows tags, attributes, comments,
/// scripts and styles, which decide whether a value is safe, and nothing of how elements nest.
struct Markup: Hashable {
  enum Place: Hashable {
    case text
    /// After `<`.
    case opened
    /// In `<!…>` or `<?…>`.
    case declaration
    /// In a comment that has come as far as so many dashes of its end.
    case comment(dashes: Int)
    /// In a script or style that has come so far in its end tag.
    case raw(matched: Int)
    case tagName
    /// Between attributes.
    case tag
    case attributeName
    case afterName
    case beforeValue
    case value(Quote)
  }

  enum Quote: Hashable { case single, double, none }

  /// What an attribute's value is for.
  enum Attribute: Hashable {
    case plain, url, code
  }

  private(set) var place = Place.text
  /// The tag's name, in lower case.
  private var element: [UInt8] = []
  private var isEndTag = false
  /// The attribute's name, in lower case.
  private var name: [UInt8] = []
  private(set) var attribute = Attribute.plain
  /// A `#` has come in the value: what follows cannot lead elsewhere.
  private(set) var isFragment = false

  /// Moves over text of the template.
  mutating func read(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { read(byte) }
  }

  /// Moves over a value that the template puts out.
  mutating func readValue() {
    switch place {
    case .beforeValue: place = .value(.none)
    case .opened: place = .text
    case .tag, .afterName: place = .attributeName
    case .comment: place = .comment(dashes: 0)
    case .raw: place = .raw(matched: 0)
    default: break
    }
  }

  /// The place after two ways of which one is taken; `nil` when they end in different places.
  ///
  /// Inside a tag an attribute may be there or not: `<li{{#isOpen}} class="open"{{/isOpen}}>`.
  func joined(with other: Self) -> Self? {
    var result = self
    if self != other, isAmongAttributes, other.isAmongAttributes, element == other.element {
      result.leaveAttribute()
      return result
    }
    result.isFragment = isFragment && other.isFragment
    var twin = other
    twin.isFragment = result.isFragment
    return result == twin ? result : nil
  }

  /// The place in words, for a message.
  var words: String {
    switch place {
    case .text: "between tags"
    case .opened, .tagName: "in the name of a tag"
    case .declaration: "in a declaration"
    case .comment: "in a comment"
    case .raw: "in a <\(String(decoding: element, as: UTF8.self))>"
    case .tag, .attributeName, .afterName: "in a tag"
    case .beforeValue: "before the value of '\(attributeName)'"
    case .value: "in the value of '\(attributeName)'"
    }
  }

  var attributeName: String { String(decoding: name, as: UTF8.self) }

  private var isAmongAttributes: Bool {
    switch place {
    case .tagName, .tag, .attributeName, .afterName: true
    default: false
    }
  }

  private mutating func read(_ byte: UInt8) {
    switch place {
    case .text:
      if byte == UInt8(ascii: "<") { place = .opened }
    case .opened:
      open(byte)
    case .declaration:
      declare(byte)
    case .comment(let dashes):
      if byte == UInt8(ascii: "-") {
        place = .comment(dashes: min(dashes + 1, 2))
      } else {
        place = byte == UInt8(ascii: ">") && dashes == 2 ? .text : .comment(dashes: 0)
      }
    case .raw(let matched):
      readRaw(byte, matched)
    case .tagName:
      if Self.endsName(byte) { readTag(byte) } else { element.append(Self.lowercased(byte)) }
    case .tag:
      readTag(byte)
    case .attributeName:
      if byte == UInt8(ascii: "=") || Self.endsName(byte) {
        nameAttribute()
        place = .afterName
        readAfterName(byte)
      } else {
        name.append(Self.lowercased(byte))
      }
    case .afterName:
      readAfterName(byte)
    case .beforeValue:
      readBeforeValue(byte)
    case .value(let quote):
      readValue(byte, quote)
    }
  }

  private mutating func open(_ byte: UInt8) {
    element = []
    switch byte {
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      name = []
      place = .declaration
    case UInt8(ascii: "/") where !isEndTag:
      isEndTag = true
    default:
      if Self.isLetter(byte) {
        element = [Self.lowercased(byte)]
        place = .tagName
      } else {
        leaveTag()
        if byte == UInt8(ascii: "<") { place = .opened }
      }
    }
  }

  /// `<!--` opens a comment; anything else after `<!` ends at the next `>`.
  private mutating func declare(_ byte: UInt8) {
    if byte == UInt8(ascii: ">") {
      leaveTag()
    } else if byte == UInt8(ascii: "-"), name.count < 2 {
      name.append(byte)
      if name.count == 2 {
        name = []
        place = .comment(dashes: 0)
      }
    } else {
      name = [0, 0]
    }
  }

  private mutating func readRaw(_ byte: UInt8, _ matched: Int) {
    let end = Array("</".utf8) + element
    if matched == end.count {
      if Self.endsName(byte) {
        isEndTag = true
        readTag(byte)
        return
      }
      place = .raw(matched: 0)
    } else if Self.lowercased(byte) == end[matched] {
      place = .raw(matched: matched + 1)
    } else {
      place = .raw(matched: byte == end[0] ? 1 : 0)
    }
  }

  private mutating func readTag(_ byte: UInt8) {
    if byte == UInt8(ascii: ">") {
      leaveTag()
    } else if Self.endsName(byte) {
      place = .tag
    } else {
      name = [Self.lowercased(byte)]
      place = .attributeName
    }
  }

  private mutating func readAfterName(_ byte: UInt8) {
    if byte == UInt8(ascii: "=") {
      place = .beforeValue
    } else if !TagScanner.isSpace(byte) {
      leaveAttribute()
      readTag(byte)
    }
  }

  private mutating func readBeforeValue(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): place = .value(.double)
    case UInt8(ascii: "'"): place = .value(.single)
    case UInt8(ascii: ">"): leaveTag()
    case _ where TagScanner.isSpace(byte): break
    default:
      place = .value(.none)
      readValue(byte, .none)
    }
  }

  private mutating func readValue(_ byte: UInt8, _ quote: Quote) {
    switch (quote, byte) {
    case (.double, UInt8(ascii: "\"")), (.single, UInt8(ascii: "'")): leaveAttribute()
    case (.none, UInt8(ascii: ">")): leaveTag()
    case (.none, _) where TagScanner.isSpace(byte): leaveAttribute()
    case (_, UInt8(ascii: "#")): isFragment = true
    default: break
    }
  }

  private mutating func leaveAttribute() {
    name = []
    attribute = .plain
    isFragment = false
    place = .tag
  }

  private mutating func leaveTag() {
    let isRaw = !isEndTag && (element == Self.script || element == Self.style)
    leaveAttribute()
    isEndTag = false
    if isRaw {
      place = .raw(matched: 0)
    } else {
      element = []
      place = .text
    }
  }

  private mutating func nameAttribute() {
    let local = name.split(separator: UInt8(ascii: ":")).last.map(Array.init) ?? []
    if name.starts(with: "on".utf8) || name == Self.style || name == Self.document {
      attribute = .code
    } else {
      attribute = Self.addresses.contains(local) ? .url : .plain
    }
  }

  private static let script = Array("script".utf8)
  private static let style = Array("style".utf8)
  private static let document = Array("srcdoc".utf8)

  /// The attributes whose value is an address, or has one in it.
  private static let addresses = Set(
    [
      "href", "src", "action", "srcset", "poster", "cite", "formaction", "data", "ping",
      "background",
      "manifest", "imagesrcset",
    ].map { Array($0.utf8) })

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    TagScanner.isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
  }
}
