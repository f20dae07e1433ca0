// The list of sources at the end of a page.
extension PageBuilder {
  /// The sources that have come up so far.
  func citationViews() -> [CitationView] {
    citations.sources.enumerated().map { index, source in
      let marks = citations.marks[index]
      return CitationView(
        number: index + 1, title: label(of: source), url: href(to: source),
        details: details(of: source),
        backlinks: marks.enumerated().map { position, mark in
          CitationBacklinkView(
            label: marks.count == 1 ? "↩" : "↩" + String(position + 1), url: "#" + mark.id,
            locator: mark.locator, bearing: mark.bearing.word,
            quote: mark.quotation.map { QuoteView($0) })
        })
    }
  }

  private func details(of source: RecordID) -> SourceDetailsView? {
    guard let entry = plan.bibliography[source] else { return nil }
    let publisher: LinkView? =
      switch entry.publisher {
      case .record(let id): link(to: id)
      case .name(let name): LinkView(label: name, url: nil)
      case nil: nil
      }
    return SourceDetailsView(
      authors: entry.authors, publisher: publisher, published: entry.published?.words,
      publishedDatetime: entry.published?.datetime, accessed: entry.accessed?.words,
      language: foreignLanguage(entry.language),
      archives: entry.archives.map { archive in
        ArchiveView(
          url: followed(archive.address), text: archive.address, date: archive.date?.words,
          service: archive.service)
      },
      snapshots: entry.snapshots.map { snapshot in
        ArchiveView(
          url: hrefs.file("media/" + snapshot.address), text: snapshot.address,
          date: snapshot.date?.words, service: nil)
      },
      address: entry.address.map {
        AddressView(text: $0, url: followed($0), fate: entry.fate?.rawValue)
      })
  }

  /// An address that a reader may follow; nil of one that a source of the dossier calls unfit or usurped.
  func followed(_ address: String) -> String? {
    plan.bibliography.forsaken.contains(address) ? nil : address
  }
}
