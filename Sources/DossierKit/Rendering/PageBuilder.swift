import Markdown

/// Makes the values of one page. Lives as long as that page does; numbers its notes as they come up.
struct PageBuilder {
  let plan: SitePlan
  let theme: Theme
  /// Whose page it is; nil of lists.
  let subject: RecordID?
  let hrefs: PageLinks
  var notes = NoteList()
  var citations = CitationList()

  /// The annotations of the page's record by their keys.
  let annotations: [String: Int]

  init(plan: SitePlan, theme: Theme, subject: RecordID?, address: String) {
    self.plan = plan
    self.theme = theme
    self.subject = subject
    let notes = subject.map { plan.model[$0].annotations } ?? []
    annotations = Dictionary(
      notes.enumerated().map { ($0.element.key, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    self.hrefs = PageLinks(from: address, isPortable: plan.options.isPortable)
  }

  init(plan: SitePlan, theme: Theme, hrefs: PageLinks) {
    self.plan = plan
    self.theme = theme
    self.subject = nil
    annotations = [:]
    self.hrefs = hrefs
  }

  var model: SiteModel { plan.model }

  /// The page of a record, perhaps a spot in it; nil if there is nothing left of it to see.
  func href(to id: RecordID, fragment: String? = nil) -> String? {
    plan.signpost(id).address.map { hrefs.page($0, fragment: fragment) }
  }

  /// What a record is called wherever another page speaks of it.
  func label(of id: RecordID) -> String {
    let label = plan.signpost(id).label
    // Of two of one name, the one that this page is not about says which it is.
    guard let subject, subject != id, plan.signpost(subject).label == label,
      let detail = text(CommonField.disambiguation, of: model[id])
    else { return label }
    return "\(label) (\(detail))"
  }

  func text(_ field: Int, of record: ResolvedRecord) -> String? {
    guard case .text(let text)? = record.standing(field).first?.value else { return nil }
    return text
  }

  /// What a record is called before words of its own. A title may read as a sentence, and is set off.
  func speaker(_ id: RecordID) -> String {
    let isTitle = model.kind(of: id).nameKey == "title" && model[id].visibility != .redacted
    return isTitle ? "“\(label(of: id))”" : label(of: id)
  }

  func link(toSpeaker id: RecordID) -> LinkView { LinkView(label: speaker(id), url: href(to: id)) }

  func link(to id: RecordID, fragment: String? = nil) -> LinkView {
    LinkView(label: label(of: id), url: href(to: id, fragment: fragment))
  }

  func plainHTML(_ text: LinkedText) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.appendEscaped(plainText(text))
    return bytes
  }
}

extension [UInt8] {
  /// Text as HTML and XML show it; U+FFFD stands for control characters, which neither may hold.
  mutating func appendEscaped(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): append(contentsOf: "&quot;".utf8)
      case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F: append(contentsOf: "\u{FFFD}".utf8)
      default: append(byte)
      }
    }
  }
}
