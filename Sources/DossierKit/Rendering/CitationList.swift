/// The sources that a page cites, numbered by first use.
///
/// Two locators of one source are two citations of one entry.
struct CitationList {
  /// One place on the page that cites a source.
  struct Mark {
    let id: String
    /// Where in the source.
    let locator: String?
    let bearing: Bearing
    let quotation: Quotation?
  }

  private(set) var sources: [RecordID] = []
  /// The places that cite each source, in the order in which they came up.
  private(set) var marks: [[Mark]] = []
  private var numbers: [RecordID: Int] = [:]

  /// The source's number, and the id of this citation of it: `_c3`, `_c3-2`, or one that it is given.
  mutating func mark(
    _ source: RecordID, locator: String?, id: String? = nil, bearing: Bearing = .direct,
    quotation: Quotation? = nil
  ) -> (number: Int, id: String) {
    let index = index(of: source)
    let occurrence = marks[index].count + 1
    let id = id ?? numbered("_c", index + 1, occurrence)
    marks[index].append(Mark(id: id, locator: locator, bearing: bearing, quotation: quotation))
    return (index + 1, id)
  }

  mutating func mark(
    _ citation: Citation<Resolved>, id: String? = nil
  ) -> (number: Int, id: String) {
    mark(
      citation.source, locator: citation.locator, id: id, bearing: citation.bearing,
      quotation: citation.quotation)
  }

  /// A source's number; nil of one that has not come up.
  func number(of source: RecordID) -> Int? { numbers[source].map { $0 + 1 } }

  /// Lists a source that the page rests on as a whole.
  mutating func list(_ source: RecordID) { _ = index(of: source) }

  private mutating func index(of source: RecordID) -> Int {
    if let known = numbers[source] { return known }
    numbers[source] = sources.count
    sources.append(source)
    marks.append([])
    return sources.count - 1
  }
}

extension Bearing {
  /// Nil where the source itself says what it is cited for.
  var word: String? { self == .direct ? nil : rawValue }
}
