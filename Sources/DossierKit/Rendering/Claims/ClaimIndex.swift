/// Every claim of the dossier, by whom it is about and by who said it.
///
/// Made once, so that no page looks at claims that it does not show.
struct ClaimIndex: Sendable {
  /// A place that points at a claim that a record keeps.
  struct Pointer: Sendable {
    let record: RecordID
    /// The spot on its page; nil if that is the page as a whole.
    let fragment: String?
  }

  /// What `[[kari-berg#more-calls]]` names.
  struct Key: Hashable, Sendable {
    let record: RecordID
    let key: String
  }

  /// The claims of the newest records first, of what is undated last; those of one in the order written.
  let claims: [Claim]
  /// Claims by their places in ``claims``.
  private let byKey: [Key: Int]
  private let byRecord: Grouping<Int>
  private let byAbout: Grouping<Int>
  private let bySpeaker: Grouping<Int>
  private let pointers: Grouping<Pointer>
  private let byFilter: [ClaimFilter: [Int]]

  init(_ model: SiteModel, _ links: LinkGraph, spots: [RecordID: AnnotationSpots]) {
    let reader = ClaimReader(model, spots)
    let found = model.ids.map { reader.claims(of: $0) }
    let order = model.newestFirst(model.ids.filter { !found[Int($0.index)].isEmpty })
    let claims = order.flatMap { found[Int($0.index)].map(\.claim) }
    let keys = order.flatMap { found[Int($0.index)].map(\.key) }
    var byKey: [Key: Int] = [:]
    var filters: [ClaimFilter: [Int]] = [:]
    for (index, claim) in claims.enumerated() {
      if let key = keys[index] { byKey[Key(record: claim.record, key: key)] = index }
      guard model[claim.record].visibility.isGathered else { continue }
      for filter in ClaimFilter.filters(of: claim) { filters[filter, default: []].append(index) }
    }
    func grouped(_ records: (Claim) -> [RecordID]) -> Grouping<Int> {
      Grouping(
        claims.enumerated().flatMap { index, claim in
          records(claim).map { (key: Int($0.index), value: index) }
        }, count: model.records.count)
    }
    byRecord = grouped { [$0.record] }
    byAbout = grouped(\.about)
    bySpeaker = grouped(\.speakers)
    pointers = Grouping(
      byKey.isEmpty ? [] : Self.pointers(to: byKey, in: model, links, spots), count: claims.count)
    self.claims = claims
    self.byKey = byKey
    byFilter = filters
  }

  subscript(index: Int) -> Claim { claims[index] }

  /// The claim that a record keeps under a key.
  func claim(_ key: String, of record: RecordID) -> Int? { byKey[Key(record: record, key: key)] }

  /// The claims that a record keeps, and those that its annotations make.
  func kept(by id: RecordID) -> ArraySlice<Int> { byRecord[Int(id.index)] }
  func about(_ id: RecordID) -> ArraySlice<Int> { byAbout[Int(id.index)] }
  func said(by id: RecordID) -> ArraySlice<Int> { bySpeaker[Int(id.index)] }

  /// What points at a claim, each record once, in the order in which readers see them.
  func pointers(to claim: Int) -> ArraySlice<Pointer> { pointers[claim] }

  /// Whether there is a list of claims.
  var hasLists: Bool { !byFilter.isEmpty }

  /// The claims that a list shows: those of pages that robots may read.
  func list(_ filter: ClaimFilter) -> [Int] { byFilter[filter] ?? [] }

  /// The lists that have claims, the whole first.
  var filters: [ClaimFilter] { ClaimFilter.all.filter { byFilter[$0] != nil } }

  // MARK: Lists in parts

  /// How many claims one page of a list shows.
  static let pageLength = 100

  /// How many pages a list of so many takes.
  static func pages(of count: Int) -> Int { max(1, (count + pageLength - 1) / pageLength) }
}
