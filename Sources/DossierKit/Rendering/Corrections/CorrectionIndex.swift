import EDTF

/// A change that was made after publication.
struct Correction: Sendable {
  let record: RecordID
  /// Its place on the page of what was corrected.
  let anchor: String
  let date: EDTFDate?
  let severity: String?
  let what: Part?
  let was: Part?
  let now: Part?
  let why: Part?
  let supports: [Support<Resolved>]

  /// A text of it, or that there is none to give.
  enum Part {
    case text(LinkedText)
    case absent(Absence)

    init?(_ value: FieldValue<Resolved>?) {
      switch value {
      case .markdown(let text)?: self = .text(text)
      default:
        guard let absence = value?.absence else { return nil }
        self = .absent(absence)
      }
    }
  }

  var isRetraction: Bool { severity == "retraction" }
}

/// Every correction of the dossier, and those that are collected. Made once, so that no page looks at those of others.
struct CorrectionIndex: Sendable {
  /// Those of pages that robots may read, the newest first; those of one day in the order of the records.
  let newestFirst: [Correction]
  private let byRecord: Grouping<Correction>
  /// The anchor of the correction that shows a text.
  private let anchors: [ObjectIdentifier: String]

  init(_ model: SiteModel) {
    let all = model.ids.flatMap { Self.corrections(of: $0, in: model) }
    byRecord = Grouping(
      all.map { (key: Int($0.record.index), value: $0) }, count: model.records.count)
    anchors = Dictionary(
      all.flatMap { correction in
        [correction.what, correction.was, correction.now, correction.why].compactMap { part in
          guard case .text(let text)? = part else { return nil }
          return (ObjectIdentifier(text), correction.anchor)
        }
      }, uniquingKeysWith: { first, _ in first })
    let gathered = all.filter { model[$0.record].visibility.isGathered }
    newestFirst = gathered.enumerated().sorted { a, b in
      Recency.isNewer(a.element.date?.recency, than: b.element.date?.recency)
        ?? (a.offset < b.offset)
    }.map(\.element)
  }

  /// In the order written.
  subscript(id: RecordID) -> ArraySlice<Correction> { byRecord[Int(id.index)] }

  /// The anchor of the correction that shows a text; nil of one that is not shown.
  func anchor(of text: LinkedText) -> String? { anchors[ObjectIdentifier(text)] }

  private static func corrections(of id: RecordID, in model: SiteModel) -> [Correction] {
    let facts = model[id].standing(CommonField.corrections)
    guard !facts.isEmpty,
      case .group(let fields) = model.kind(of: id).fields[CommonField.corrections].type
    else { return [] }
    var days: [String: Int] = [:]
    return facts.compactMap { fact in
      guard case .group(let entries) = fact.value else { return nil }
      let entry = GroupReader(entries: entries, fields: fields)
      func part(_ name: String) -> Correction.Part? { Correction.Part(entry.first(name)?.value) }
      var date: EDTFDate?
      if case .date(let day)? = entry.first("date")?.value { date = day }
      // By its day and not by its place, since a later correction may be written above it.
      let day = date.map { $0.description.map { $0.isLetter || $0.isNumber ? $0 : "-" } } ?? []
      let name = "_correction-" + (day.isEmpty ? "undated" : String(day))
      days[name, default: 0] += 1
      let number = days[name] ?? 1
      return Correction(
        record: id, anchor: number == 1 ? name : "\(name)_\(number)", date: date,
        severity: entry.text("severity"), what: part("what"), was: part("was"), now: part("now"),
        why: part("why"),
        supports: (fact.support.map { [$0] } ?? []) + entry.innerSupports)
    }
  }
}
