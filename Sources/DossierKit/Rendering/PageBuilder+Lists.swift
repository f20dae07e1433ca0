import EDTF

// Lists of pages: the first page, kinds and tags.
extension PageBuilder {
  func homeView() -> HomeView {
    let articles = model.schema.kinds.firstIndex { $0.role == .article }
    let all = model.articles
    return HomeView(
      articles: all.prefix(10).map { entry($0) },
      articlesURL: articles.flatMap {
        all.isEmpty ? nil : hrefs.page(Addresses.address(of: model.schema.kinds[$0]))
      },
      hasMoreArticles: all.count > 10, kinds: kindLinks(), tags: allTags(),
      tagsURL: plan.tags.tags.isEmpty ? nil : hrefs.page(Addresses.tags))
  }

  func tagsView() -> TagsView { TagsView(tags: allTags()) }

  private func allTags() -> [LinkView] {
    plan.tags.tags.map {
      LinkView(
        label: $0.label, url: hrefs.page(Addresses.address(ofTag: $0.slug)),
        count: $0.records.count)
    }
  }

  /// The lists of articles, of the kinds of entities in the order of the schema, and of claims.
  func kindLinks() -> [LinkView] {
    var links = model.kinds.enumerated().compactMap { index, range -> LinkView? in
      let kind = model.schema.kinds[index]
      // Nothing tells how many were removed.
      let count = range.count { model.records[$0].visibility != .redacted }
      guard kind.role != .page, count > 0 else { return nil }
      return LinkView(
        label: kind.label.many, url: hrefs.page(Addresses.address(of: kind)), count: count)
    }
    if plan.claims.hasLists {
      links.append(
        LinkView(
          label: "Claims", url: hrefs.page(Addresses.claims),
          count: plan.claims.list(ClaimFilter()).count))
    }
    return links
  }

  /// What is written, by year, newest first; what is named, by name.
  func indexView(of kindID: KindID) -> IndexView {
    let kind = model.schema.kinds[kindID]
    let ids = model.kinds[kindID].map { RecordID($0) }.filter {
      model[$0].visibility != .redacted
    }
    let groups: [EntryGroupView]
    if isDated(kindID) {
      groups = grouped(model.newestFirst(ids)) { id in
        guard let date = model.date(of: id) else { return "Undated" }
        if let year = date.year { return String(year) }
        return date.end.latest.map { "\($0.year) or earlier" } ?? "Undated"
      }
    } else {
      let named = byName(ids)
      // A handful needs no headings.
      groups = grouped(named) { id in
        named.count > 40 ? initial(of: model[id].name) : ""
      }
    }
    return IndexView(title: kind.label.many, count: ids.count, groups: groups)
  }

  func indexView(of tag: TagIndex.Tag) -> IndexView {
    let ids = tag.records.filter { model[$0].visibility != .redacted }
    // Of each kind, in the order in which its own list has them.
    let ordered = model.kinds.enumerated().flatMap { kind, range in
      let ids = ids.filter { range.contains(Int($0.index)) }
      return isDated(kind) ? model.newestFirst(ids) : byName(ids)
    }
    let groups = grouped(ordered) { model.kind(of: $0).label.many }
    return IndexView(title: tag.label, count: ids.count, groups: groups)
  }

  private func grouped(_ ids: [RecordID], by label: (RecordID) -> String) -> [EntryGroupView] {
    var groups: [(label: String, ids: [RecordID])] = []
    for id in ids {
      let name = label(id)
      if groups.last?.label == name {
        groups[groups.count - 1].ids.append(id)
      } else {
        groups.append((name, [id]))
      }
    }
    return groups.map { group in
      EntryGroupView(
        label: groups.count > 1 && !group.label.isEmpty ? group.label : nil,
        entries: group.ids.map { entry($0) })
    }
  }

  private func initial(of name: String) -> String {
    decomposed(name).first { $0.isLetter || $0.isNumber }.map {
      composed(String($0)).uppercased()
    } ?? "#"
  }

  /// By name as a reader looks for it: without regard to case and accents.
  private func isDated(_ kind: KindID) -> Bool {
    model.schema.kinds[kind].fields.index(of: "date") != nil
  }

  private func byName(_ ids: [RecordID]) -> [RecordID] {
    ids.map { (key: foldedName(model[$0].name), id: $0) }
      .sorted { ($0.key, $0.id) < ($1.key, $1.id) }.map(\.id)
  }

  func entry(_ id: RecordID) -> EntryView {
    let record = model[id]
    let date = plan.date(of: id)
    return EntryView(
      title: record.name, url: hrefs.page(plan.addresses[id]),
      detail: text(CommonField.disambiguation, of: record),
      summary: plainSummary(of: id), date: date?.words, datetime: date?.datetime,
      isDraft: record.visibility == .draft)
  }
}
