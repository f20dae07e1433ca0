import EDTF

/// What search engines are told: every public page (sitemaps.org, protocol 0.9), and where to find that list.
struct Sitemap {
  /// How many addresses one file may hold.
  static let limit = 50_000

  private let plan: SitePlan

  init(_ plan: SitePlan) { self.plan = plan }

  func write(part: Int, into bytes: inout [UInt8]) {
    guard let base = plan.options.baseURL else { return }
    var xml = XMLWriter()
    xml.open("urlset", [("xmlns", Self.namespace)])
    let pages = plan.pages.lazy.filter { Self.lists($0, of: plan.model, plan.tags) }
    for page in pages.dropFirst(part * Self.limit).prefix(Self.limit) {
      xml.open("url", [])
      let address = page.path.string.dropLast("index.html".count)
      xml.element("loc", base + String(address).percentEncoded)
      if case .record(let id) = page.content, let day = lastChange(of: id) {
        xml.element("lastmod", day)
      }
      xml.close("url")
    }
    xml.close("urlset")
    bytes += xml.bytes
  }

  func writeIndex(into bytes: inout [UInt8]) {
    guard let base = plan.options.baseURL else { return }
    var xml = XMLWriter()
    xml.open("sitemapindex", [("xmlns", Self.namespace)])
    for page in plan.pages {
      guard case .sitemap = page.content else { continue }
      xml.open("sitemap", [])
      xml.element("loc", base + page.path.string)
      xml.close("sitemap")
    }
    xml.close("sitemapindex")
    bytes += xml.bytes
  }

  func writeRobots(into bytes: inout [UInt8]) {
    bytes.append(contentsOf: "User-agent: *\nAllow: /\n".utf8)
    if let base = plan.options.baseURL {
      bytes.append(contentsOf: "Sitemap: \(base)sitemap.xml\n".utf8)
    }
  }

  private static let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"

  /// What asks robots to stay away is not told them, and neither is a list of nothing else.
  static func lists(_ page: PlannedPage, of model: SiteModel, _ tags: TagIndex) -> Bool {
    switch page.content {
    case .home, .claims, .corrections: true
    case .kind(let kind): model.kinds[kind].contains { model.records[$0].visibility == .public }
    case .tags: tags.tags.contains(where: \.isListed)
    case .tag(let index): tags.tags[index].isListed
    case .record(let id): model[id].visibility == .public
    default: false
    }
  }

  private func lastChange(of id: RecordID) -> String? {
    if case .date(let date)? = plan.model[id].standing(CommonField.updated).first?.value,
      let day = date.exactDay
    {
      return day.description
    }
    guard plan.model.kind(of: id).role == .article else { return nil }
    return plan.model.date(of: id)?.exactDay?.description
  }
}
