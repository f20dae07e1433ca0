import EDTF

/// Which pages and files the site has, in the order of their paths.
package final class SitePlan: Sendable {
  package let model: SiteModel
  package let links: LinkGraph
  package let addresses: Addresses
  package let pages: [PlannedPage]
  let tags: TagIndex
  let entries: EntryIndex
  let bibliography: Bibliography
  let claims: ClaimIndex
  let corrections: CorrectionIndex
  /// Where the annotations of a record stand on its page, of each that has some.
  let annotationSpots: [RecordID: AnnotationSpots]
  /// Whether there is a feed of corrections.
  let tellsOfCorrections: Bool
  let options: PlanOptions
  private let dates: [ShownDate?]
  private let signposts: [Signpost]
  /// The place of each record in lists of what cites a source; empty if there are no sources.
  private let ranks: [UInt32]

  /// - Parameters:
  ///   - assets: Files that are copied, whose addresses are taken.
  ///   - log: Told of two pages that want one address.
  init(
    _ model: SiteModel, _ links: LinkGraph, assets: [AssetFile], options: PlanOptions,
    into log: inout DiagnosticLog
  ) {
    self.model = model
    self.links = links
    self.options = options
    addresses = Addresses(model)
    signposts = model.ids.map { [addresses] in Signpost(model[$0], at: addresses[$0]) }
    tags = TagIndex(model)
    entries = EntryIndex(model)
    bibliography = Bibliography(model)
    ranks = model.citingRanks
    annotationSpots = AnnotationSpots.all(in: model)
    claims = ClaimIndex(model, links, spots: annotationSpots)
    corrections = CorrectionIndex(model)
    tellsOfCorrections = options.baseURL != nil && !corrections.newestFirst.isEmpty
    dates = model.ids.map { ShownDate(rivals: model.standingDates(of: $0)) }

    log.append(contentsOf: tags.conflicts)
    var planner = Planner(model: model)
    for asset in assets { planner.reserve(asset.outputPath) }
    planner.add("", .home)
    for (kind, range) in model.kinds.enumerated()
    where !range.isEmpty
      && (model.schema.kinds[kind].role != .page || range.count > SiteView.footerLimit)
    {
      planner.add(Addresses.address(of: model.schema.kinds[kind]), .kind(kind))
    }
    if !tags.tags.isEmpty { planner.add(Addresses.tags, .tags) }
    for (index, tag) in tags.tags.enumerated() {
      planner.add(Addresses.address(ofTag: tag.slug), .tag(index))
    }
    for filter in claims.filters {
      for part in 0..<ClaimIndex.pages(of: claims.list(filter).count) {
        planner.add(Addresses.address(of: filter, part: part), .claims(filter, part: part))
      }
    }
    if !corrections.newestFirst.isEmpty { planner.add(Addresses.corrections, .corrections) }
    for id in model.ids { planner.add(addresses[id], .record(id), at: model[id].location) }
    // What was removed keeps its address alone: an older one may be a name.
    for id in model.ids where model[id].visibility != .redacted {
      for former in model[id].formerly {
        let address = Addresses.address(of: former.id, kind: model.kind(of: id))
        planner.add(address, .redirect(to: id), at: former.location)
      }
    }
    planner.addFile("404.html", .notFound)
    planner.addFile("robots.txt", .robots)
    if tellsOfCorrections { planner.addFile(CorrectionFeed.path, .correctionFeed) }
    if options.baseURL != nil {
      planner.addFile("feed.xml", .feed)
      // Of one sitemap, 50,000 addresses are the limit; more than one need an index.
      let listed = planner.pages.count { [tags] in Sitemap.lists($0, of: model, tags) }
      let parts = (listed + Sitemap.limit - 1) / Sitemap.limit
      if parts <= 1 {
        planner.addFile("sitemap.xml", .sitemap(0))
      } else {
        planner.addFile("sitemap.xml", .sitemapIndex)
        for part in 0..<parts { planner.addFile("sitemap-\(part + 1).xml", .sitemap(part)) }
      }
    }
    log.append(contentsOf: planner.conflicts)
    pages = planner.pages.sorted { $0.path < $1.path }
  }
}

extension SitePlan {
  /// The date of an article or an event, as every page that lists it shows it.
  func date(of id: RecordID) -> ShownDate? { dates[Int(id.index)] }

  /// What links to a record are made of.
  func signpost(_ id: RecordID) -> Signpost { signposts[Int(id.index)] }

  /// The place of a record in lists of what cites a source.
  func rank(of id: RecordID) -> UInt32 { ranks[Int(id.index)] }

  func isSource(_ kind: KindID) -> Bool { model.schema.kinds[kind].name == "source" }
}

extension SiteModel {
  /// Articles newest first, then pages, then everything else by kind and name.
  fileprivate var citingRanks: [UInt32] {
    guard let source = schema.kind(named: "source"), !kinds[source].isEmpty else { return [] }
    func records(_ role: Kind.Role) -> [RecordID] {
      kinds.indices.filter { schema.kinds[$0].role == role }.flatMap { kinds[$0] }
        .map { RecordID($0) }
    }
    let entities = records(.entity).map {
      (kind: self[$0].kind, name: foldedName(self[$0].name), id: $0)
    }
    .sorted { ($0.kind, $0.name, $0.id) < ($1.kind, $1.name, $1.id) }
    let order = newestFirst(records(.article)) + records(.page) + entities.map(\.id)
    var ranks = [UInt32](repeating: 0, count: self.records.count)
    for (rank, id) in order.enumerated() { ranks[Int(id.index)] = UInt32(rank) }
    return ranks
  }
}

/// A date for readers, and for machines where it is one that HTML knows.
struct ShownDate: Sendable {
  let words: String
  let datetime: String?

  init(_ date: EDTFDate) {
    words = date.words
    datetime = date.machineText
  }

  init(_ instant: Instant) {
    words = instant.words
    datetime = nil
  }

  /// That there is none to give: `date not known`.
  init(_ absence: Absence, of label: String) {
    words = absence.words(of: label)
    datetime = nil
  }

  /// The date of something, as it shows in lists, far from what supports it: one that has rivals, is disputed or not
  /// certain is no plain fact there either.
  ///
  /// Nil without any.
  init?(rivals facts: [Fact<Resolved>]) {
    var dates: [EDTFDate] = []
    var doubt: String?
    for fact in facts {
      guard case .date(let date) = fact.value else { continue }
      dates.append(date)
      if fact.support?.status == .disputed || dates.count > 1 {
        doubt = FactStatus.disputed.rawValue
      } else if let confidence = fact.support?.confidence, confidence != .confirmed {
        doubt = confidence.rawValue
      }
    }
    guard let first = dates.first else { return nil }
    words =
      dates.sorted { $0.order < $1.order }.map(\.words).joined(separator: " or ")
      + (doubt.map { ", \($0)" } ?? "")
    datetime = doubt == nil ? first.machineText : nil
  }
}

/// What the site depends on beside its content.
package struct PlanOptions: Sendable {
  /// The canonical address, ending in `/`; nil if nobody has said.
  let baseURL: String?
  let isPortable: Bool
}

/// A file that the plan makes.
package struct PlannedPage: Sendable {
  package let path: OutputPath
  let content: PageContent
}

/// What a page is about.
enum PageContent: Sendable, Hashable {
  case home
  case kind(KindID)
  case record(RecordID)
  case tags
  case tag(Int)
  /// Of a long list, one of its pages.
  case claims(ClaimFilter, part: Int)
  case corrections
  case redirect(to: RecordID)
  case notFound
  case feed
  case correctionFeed
  case sitemap(Int)
  case sitemapIndex
  case robots

  /// Whether it is a page that a reader stays on.
  var isForReaders: Bool {
    switch self {
    case .home, .kind, .record, .tags, .tag, .claims, .corrections, .notFound: true
    case .redirect, .feed, .correctionFeed, .sitemap, .sitemapIndex, .robots: false
    }
  }
}

/// Collects pages, and notices when two want one address.
private struct Planner {
  private(set) var pages: [PlannedPage] = []
  private(set) var conflicts: [Diagnostic] = []
  private var taken: [OutputPath: Location?] = [:]

  init(model: SiteModel) {
    taken.reserveCapacity(model.records.count + 64)
    pages.reserveCapacity(model.records.count + 64)
  }

  mutating func add(_ address: String, _ content: PageContent, at location: Location? = nil) {
    addFile(address + "index.html", content, at: location)
  }

  /// Takes the address of a file that is copied.
  mutating func reserve(_ path: OutputPath) { taken[path] = .some(nil) }

  mutating func addFile(_ text: String, _ content: PageContent, at location: Location? = nil) {
    // Ids and slugs hold nothing that a path may not.
    guard let path = OutputPath(text) else { return }
    guard let holder = taken[path] else {
      taken[path] = .some(location)
      pages.append(PlannedPage(path: path, content: content))
      return
    }
    let other = holder.map { [Diagnostic.Note("the other is this one", at: $0)] } ?? []
    conflicts.append(
      Diagnostic(
        .addressConflict,
        holder == nil
          ? "a file that is copied, or a page of dossier's own, stands at '\(text.address)'"
          : "two pages want the address '\(text.address)'", at: location ?? holder, notes: other,
        help: "give one of them another id"))
  }
}

extension String {
  /// The address of a page's file: without `index.html`, and from the root.
  fileprivate var address: String {
    "/" + (hasSuffix("index.html") ? String(dropLast("index.html".count)) : self)
  }
}
