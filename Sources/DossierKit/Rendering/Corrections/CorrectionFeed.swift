import EDTF

/// The newest corrections as an Atom feed (RFC 4287), for whoever has used what was wrong.
struct CorrectionFeed {
  static let path = "corrections.xml"

  private let plan: SitePlan
  private let theme: Theme

  init(_ plan: SitePlan, _ theme: Theme) {
    self.plan = plan
    self.theme = theme
  }

  func write(into bytes: inout [UInt8]) {
    guard let base = plan.options.baseURL else { return }
    let settings = plan.model.settings
    let corrections = plan.corrections.newestFirst.prefix(Feed.limit)
    var xml = XMLWriter()
    xml.open("feed", [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", settings.language)])
    xml.element("title", "\(settings.title): corrections")
    xml.element("id", base + Self.path)
    xml.element("generator", "dossier")
    xml.empty("link", [("rel", "self"), ("href", base + Self.path)])
    xml.empty(
      "link",
      [("rel", "alternate"), ("type", "text/html"), ("href", base + Addresses.corrections)])
    xml.element("updated", time(corrections.first?.date))
    for author in settings.authors.isEmpty ? [settings.title] : settings.authors {
      xml.open("author", [])
      xml.element("name", author)
      xml.close("author")
    }
    let builder = PageBuilder(plan: plan, theme: theme, subject: nil, address: "")
    for correction in corrections { write(correction, base, builder, into: &xml) }
    xml.close("feed")
    bytes += xml.bytes
  }

  private func write(
    _ correction: Correction, _ base: String, _ builder: PageBuilder, into xml: inout XMLWriter
  ) {
    // The same address as on the page: a reader of feeds then shows one entry once.
    let address =
      base + plan.addresses[correction.record].percentEncoded + "#" + correction.anchor
    let record = plan.model[correction.record]
    xml.open("entry", [])
    let draft = record.visibility == .draft ? "Draft: " : ""
    xml.element("title", "\(draft)\(correction.title): \(record.name)")
    xml.element("id", address)
    xml.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", address)])
    xml.element("updated", time(correction.date))
    let parts: [(String, Correction.Part?)] = [
      ("What", correction.what), ("Was", correction.was), ("Now", correction.now),
      ("Why", correction.why),
    ]
    var lines = parts.compactMap { label, part -> String? in
      switch part {
      case .text(let text)?: "\(label): \(builder.plainText(text))"
      case .absent(let absence)?: "\(label): \(absence.words)"
      case nil: nil
      }
    }
    // Feeds know moments alone; what is less exact is said in words.
    if let date = correction.date, date.exactDay == nil { lines.append("When: \(date.words)") }
    if correction.isRetraction { lines.insert("This page has been retracted.", at: 0) }
    if !lines.isEmpty { xml.element("summary", lines.joined(separator: "\n")) }
    if let severity = correction.severity { xml.empty("category", [("term", severity)]) }
    xml.close("entry")
  }

  /// The beginning of the earliest day that it can mean.
  private func time(_ date: EDTFDate?) -> String {
    let day = date?.start.earliest ?? date?.end.latest
    return "\(day?.description ?? "1970-01-01")T00:00:00Z"
  }
}

extension Correction {
  /// What kind of change it is.
  var title: String {
    switch severity {
    case "typo": "Typo corrected"
    case "retraction": "Retraction"
    default: "Correction"
    }
  }
}
