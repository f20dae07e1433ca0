import EDTF
import Markdown

// Backlinks: where others mention a record, and whom a text mentions.
extension PageBuilder {
  /// Every mention of a record, grouped by the page that makes it, newest first.
  func mentionGroups(of id: RecordID) -> [MentionGroupView] {
    var groups: [MentionGroupView] = []
    var excerpts: [ExcerptView] = []
    let backlinks = plan.links.backlinks[id]
    // What cites a source has a list of its own.
    let isSource = isSource(id)
    for (position, backlink) in zip(backlinks.indices, backlinks) {
      if !isSource || mention(of: backlink).kind != .cites { excerpts.append(excerpt(backlink)) }
      let next = backlinks.index(after: position)
      if next == backlinks.endIndex || backlinks[next].source != backlink.source {
        if excerpts.isEmpty { continue }
        let date =
          model.kind(of: backlink.source).role == .article ? plan.date(of: backlink.source) : nil
        groups.append(
          MentionGroupView(
            title: label(of: backlink.source), url: href(to: backlink.source),
            kind: model.kind(of: backlink.source).label.one, date: date?.words,
            datetime: date?.datetime,
            isDraft: model[backlink.source].visibility == .draft, excerpts: excerpts))
        excerpts = []
      }
    }
    return groups
  }

  /// The sentence around a mention, cut from the text that it stands in; `…` where it goes on.
  func excerpt(_ backlink: BacklinkIndex.Entry) -> ExcerptView {
    let mention = mention(of: backlink)
    var html: [UInt8] = []
    if let text = text(of: mention, in: backlink.source) {
      let row = text.document.row(around: mention)
      let (range, event) = row ?? (mention.excerpt, Int(mention.event))
      let cuts = row == nil ? mention.excerptCuts : []
      html.reserveCapacity(range.count + 48)
      if cuts.contains(.front) { html.append(contentsOf: "…".utf8) }
      text.document.appendExcerpt(
        of: range, marking: mention.range, startingAt: event, into: &html,
        shownText: { shownText(of: $0, in: text) },
        citing: mention.citation.map { Int($0) })
      if cuts.contains(.back) { html.append(contentsOf: "…".utf8) }
    }
    return ExcerptView(
      html: html,
      url: href(to: backlink.source, fragment: fragment(of: mention, in: backlink.source)),
      relation: mention.kind.label)
  }

  private func mention(of backlink: BacklinkIndex.Entry) -> Mention {
    plan.links.mentions[Int(backlink.source.index)][Int(backlink.mention)]
  }

  func text(of mention: Mention, in source: RecordID) -> LinkedText? {
    let side = plan.links.sideText(of: mention, in: source)
    return side.map(\.text) ?? model[source].body
  }

  /// The spot in the page; of a text beside the body, the fact that it belongs to.
  private func fragment(of mention: Mention, in source: RecordID) -> String? {
    if let side = plan.links.sideText(of: mention, in: source) {
      return anchor(of: side.place, in: source)
    }
    guard let index = mention.annotation else {
      return mention.anchor(of: model[mention.target].id)
    }
    return Mention.anchor(ofAnnotation: Int(index))
  }

  /// Whom and what a record's text mentions, by kind, each once, with a link to the page and how often.
  ///
  /// What it only cites stands in the list of sources.
  func mentioned(in id: RecordID) -> [LinkGroupView] {
    var targets = plan.links.mentions[Int(id.index)].filter { $0.kind != .cites }.map(\.target)
    // Of a kind, the ids stand together.
    targets.sort()
    var byKind: [(kind: KindID, records: [(id: RecordID, count: Int)])] = []
    for target in targets {
      let kind = model[target].kind
      if byKind.last?.kind != kind { byKind.append((kind, [])) }
      let (group, last) = (byKind.count - 1, byKind[byKind.count - 1].records.count - 1)
      if last >= 0, byKind[group].records[last].id == target {
        byKind[group].records[last].count += 1
      } else {
        byKind[group].records.append((target, 1))
      }
    }
    return byKind.map { kind, records in
      let kind = model.schema.kinds[kind]
      return LinkGroupView(
        label: kind.label.many,
        url: kind.role == .page ? nil : hrefs.page(Addresses.address(of: kind)),
        links: records.sorted { (model[$0.id].name, $0.id) < (model[$1.id].name, $1.id) }.map {
          LinkView(label: label(of: $0.id), url: href(to: $0.id), count: $0.count)
        })
    }
  }
}

extension Document {
  /// The longest row that is shown whole; of a longer one a cell says enough. In bytes.
  private static let longestRow = 640

  /// The row of a table that holds a mention, since a cell alone says little; nil elsewhere.
  fileprivate func row(around mention: Mention) -> (Range<UInt32>, event: Int)? {
    var index = Int(mention.block)
    let cell = events[index]
    guard cell.kind == .tableCell else { return nil }
    // No further back than such a row may reach.
    while index > 0, events[index].kind != .tableRow,
      events[index].lower + UInt32(Document.longestRow) > cell.lower
    {
      index -= 1
    }
    let row = events[index]
    guard row.kind == .tableRow, row.upper >= cell.upper,
      row.range.count <= Document.longestRow
    else { return nil }
    return (row.range, index)
  }
}

extension Mention.Kind {
  /// Nil of a plain mention, which needs no word.
  fileprivate var label: String? {
    switch self {
    case .mentions: nil
    case .cites: "cites"
    case .annotates: "annotates"
    }
  }
}
