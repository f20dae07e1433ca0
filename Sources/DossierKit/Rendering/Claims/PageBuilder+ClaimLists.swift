// The lists of all claims: one for each status, each confidence, and both together.
extension PageBuilder {
  mutating func claimsView(_ filter: ClaimFilter, part: Int) -> ClaimsView {
    let all = plan.claims.list(filter)
    let parts = ClaimIndex.pages(of: all.count)
    let shown = all.dropFirst(part * ClaimIndex.pageLength).prefix(ClaimIndex.pageLength)
    let claims = shown.map { claimView($0) }
    func page(_ label: String, _ part: Int) -> LinkView? {
      guard (0..<parts).contains(part) else { return nil }
      return LinkView(label: label, url: hrefs.page(Addresses.address(of: filter, part: part)))
    }
    return ClaimsView(
      title: ClaimsView.title(filter), count: all.count,
      total: plan.claims.list(ClaimFilter()).count,
      filters: filterViews(filter), claims: claims,
      part: parts > 1 ? "Page \(part + 1) of \(parts)" : nil, previous: page("Previous", part - 1),
      next: page("Next", part + 1), citations: citationViews())
  }

  /// Ways from one list to the others: each changes one of the two, and keeps the other.
  private func filterViews(_ current: ClaimFilter) -> [ClaimFilterView] {
    func link(_ label: String, _ filter: ClaimFilter) -> LinkView {
      let count = plan.claims.list(filter).count
      return LinkView(
        label: label, url: count == 0 ? nil : hrefs.page(Addresses.address(of: filter, part: 0)),
        count: count, isCurrent: filter == current)
    }
    func changed(_ change: (inout ClaimFilter) -> Void) -> ClaimFilter {
      var filter = current
      change(&filter)
      return filter
    }
    let statuses = ClaimFilter.statuses.filter {
      !plan.claims.list(ClaimFilter(status: $0)).isEmpty
    }
    let certainties = ClaimFilter.Certainty.allCases.filter {
      !plan.claims.list(ClaimFilter(certainty: $0)).isEmpty
    }
    return [
      ClaimFilterView(
        id: "_status", label: "Status",
        options: [link("any", changed { $0.status = nil })]
          + statuses.map { status in link(status.claimLabel, changed { $0.status = status }) }),
      ClaimFilterView(
        id: "_confidence", label: "Confidence",
        options: [link("any", changed { $0.certainty = nil })]
          + certainties.map { certainty in
            link(certainty.label, changed { $0.certainty = certainty })
          }),
    ]
  }
}
