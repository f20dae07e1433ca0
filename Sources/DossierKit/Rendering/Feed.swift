import EDTF

/// The newest articles as an Atom feed (RFC 4287).
struct Feed {
  private let plan: SitePlan
  private let theme: Theme
  /// As many as a reader takes in at once.
  static let limit = 50

  init(_ plan: SitePlan, _ theme: Theme) {
    self.plan = plan
    self.theme = theme
  }

  func write(into bytes: inout [UInt8]) {
    guard let base = plan.options.baseURL else { return }
    let settings = plan.model.settings
    let builder = PageBuilder(plan: plan, theme: theme, subject: nil, address: "")
    let articles = newest()
    var xml = XMLWriter()
    xml.open("feed", [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", settings.language)])
    xml.element("title", settings.title)
    if !settings.description.isEmpty { xml.element("subtitle", settings.description) }
    xml.element("id", base)
    xml.element("generator", "dossier")
    xml.empty("link", [("rel", "self"), ("href", base + "feed.xml")])
    xml.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", base)])
    // Of no article, the beginning of time: a feed has to have been updated at some time.
    let updates = articles.map { updated($0) }
    xml.element(
      "updated", time(updates.compactMap(\.self).max() ?? Day(year: 1970, month: 1, day: 1)))
    for author in settings.authors.isEmpty ? [settings.title] : settings.authors {
      xml.open("author", [])
      xml.element("name", author)
      xml.close("author")
    }
    for (id, update) in zip(articles, updates) {
      let address = base + plan.addresses[id].percentEncoded
      xml.open("entry", [])
      xml.element("title", plan.model[id].name)
      xml.element("id", address)
      xml.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", address)])
      xml.element("published", time(plan.model.date(of: id)?.exactDay))
      xml.element("updated", time(update))
      if let summary = builder.plainSummary(of: id) { xml.element("summary", summary) }
      for tag in plan.model[id].tagLabels { xml.empty("category", [("term", tag)]) }
      xml.close("entry")
    }
    xml.close("feed")
    bytes += xml.bytes
  }

  private func newest() -> [RecordID] {
    Array(
      plan.model.articles.lazy.filter { plan.model[$0].visibility == .public }.prefix(Self.limit))
  }

  private func updated(_ id: RecordID) -> Day? {
    if case .date(let date)? = plan.model[id].standing(CommonField.updated).first?.value,
      let day = date.exactDay
    {
      return day
    }
    return plan.model.date(of: id)?.exactDay
  }

  /// The beginning of a day, since no article says at what hour.
  private func time(_ day: Day?) -> String { "\(day?.description ?? "1970-01-01")T00:00:00Z" }
}

/// Writes XML with its elements one below the other.
struct XMLWriter {
  private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".utf8)

  mutating func open(_ name: String, _ attributes: [(String, String)]) {
    start(name, attributes)
    bytes.append(contentsOf: ">\n".utf8)
  }

  mutating func close(_ name: String) { bytes.append(contentsOf: "</\(name)>\n".utf8) }

  mutating func empty(_ name: String, _ attributes: [(String, String)]) {
    start(name, attributes)
    bytes.append(contentsOf: "/>\n".utf8)
  }

  mutating func element(_ name: String, _ text: String) {
    bytes.append(contentsOf: "<\(name)>".utf8)
    bytes.appendEscaped(text)
    close(name)
  }

  private mutating func start(_ name: String, _ attributes: [(String, String)]) {
    bytes.append(contentsOf: "<\(name)".utf8)
    for (key, value) in attributes {
      bytes.append(contentsOf: " \(key)=\"".utf8)
      bytes.appendEscaped(value)
      bytes.append(UInt8(ascii: "\""))
    }
  }
}
