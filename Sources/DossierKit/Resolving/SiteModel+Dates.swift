package import EDTF

extension SiteModel {
  /// When an article was written, or an event was: the first value of the field `date` that stands.
  package func date(of id: RecordID) -> EDTFDate? {
    guard let field = kind(of: id).fields.index(of: "date") else { return nil }
    for fact in self[id].facts(field) where fact.support?.status != .rejected {
      if case .date(let date) = fact.value { return date }
    }
    return nil
  }

  /// Every value of the field `date` that stands, in the order written.
  func standingDates(of id: RecordID) -> [Fact<Resolved>] {
    kind(of: id).fields.index(of: "date").map { self[id].standing($0) } ?? []
  }

  /// Everything that is an article, the newest first.
  var articles: [RecordID] {
    let kinds = kinds.indices.filter { schema.kinds[$0].role == .article }
    return newestFirst(kinds.flatMap { self.kinds[$0].map { RecordID($0) } })
      .filter { self[$0].visibility != .redacted }
  }

  /// Records by date, the newest first, those without one last; of one date, by kind and id.
  func newestFirst(_ ids: [RecordID]) -> [RecordID] {
    ids.map { (id: $0, recency: date(of: $0)?.recency) }
      .sorted { Recency.isNewer($0.recency, than: $1.recency) ?? ($0.id < $1.id) }
      .map(\.id)
  }
}

/// Where a date stands in a list that begins with the newest: what is compared, worked out once for each date.
struct Recency: Hashable {
  private let start: Int32
  private let order: EDTFDate.Order

  init(_ date: EDTFDate) {
    start = date.start.earliest?.number ?? .min
    order = date.order
  }

  /// Whether one date stands before another; nil if neither does. What has no date stands last.
  static func isNewer(_ date: Recency?, than other: Recency?) -> Bool? {
    switch (date, other) {
    case (let date?, let other?):
      // The later start first; of one start, the order in which dates always stand.
      if date.start != other.start {
        other.start < date.start
      } else {
        date.order == other.order ? nil : date.order < other.order
      }
    case (.some, nil): true
    case (nil, .some): false
    case (nil, nil): nil
    }
  }
}

extension EDTFDate {
  var recency: Recency { Recency(self) }
}
