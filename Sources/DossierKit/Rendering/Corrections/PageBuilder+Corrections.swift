import EDTF

// What was changed after publication: on the page itself, and collected.
extension PageBuilder {
  mutating func correctionViews(of id: RecordID) -> [CorrectionView] {
    plan.corrections[id].map { correctionView($0) }
  }

  /// The newest that corrects a fact, which the head of the page tells of.
  func newestOfFact(_ views: [CorrectionView], of id: RecordID) -> CorrectionView? {
    zip(plan.corrections[id], views).filter { $0.0.severity == "fact" }.max {
      Recency.isNewer($1.0.date?.recency, than: $0.0.date?.recency) ?? false
    }?.1
  }

  private mutating func correctionView(_ correction: Correction) -> CorrectionView {
    let isHome = correction.record == subject
    func part(_ part: Correction.Part?) -> [UInt8]? {
      switch part {
      case .text(let text)?: isHome ? html(text) : quoted(text)
      case .absent(let absence)?: Array(absence.words.utf8)
      case nil: nil
      }
    }
    return CorrectionView(
      id: isHome ? correction.anchor : nil,
      url: isHome
        ? "#" + correction.anchor : href(to: correction.record, fragment: correction.anchor),
      date: correction.date?.words ?? "Date not known", datetime: correction.date?.machineText,
      severity: correction.severity, isRetraction: correction.isRetraction,
      what: part(correction.what), was: part(correction.was), now: part(correction.now),
      why: part(correction.why), support: support(correction.supports))
  }

  /// All corrections, the newest day first.
  mutating func correctionsView() -> CorrectionsView {
    var groups: [(date: String, datetime: String?, entries: [CorrectionEntryView])] = []
    for correction in plan.corrections.newestFirst {
      let view = correctionView(correction)
      let entry = CorrectionEntryView(
        title: label(of: correction.record), kind: model.kind(of: correction.record).label.one,
        isDraft: model[correction.record].visibility == .draft, correction: view)
      if groups.last?.date == view.date {
        groups[groups.count - 1].entries.append(entry)
      } else {
        groups.append((view.date, view.datetime, [entry]))
      }
    }
    return CorrectionsView(
      count: plan.corrections.newestFirst.count,
      groups: groups.map {
        CorrectionGroupView(date: $0.date, datetime: $0.datetime, entries: $0.entries)
      }, citations: citationViews())
  }
}
