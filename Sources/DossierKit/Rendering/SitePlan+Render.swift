import EDTF
import Mustache

extension SitePlan {
  /// Makes the bytes of a page. Pages do not depend on each other, and may be made in any order.
  func render(_ page: PlannedPage, with theme: Theme, in buffer: inout PageBuffer) {
    let address =
      page.path.string.hasSuffix("index.html")
      ? String(page.path.string.dropLast("index.html".count)) : ""
    switch page.content {
    case .feed: Feed(self, theme).write(into: &buffer.bytes)
    case .correctionFeed: CorrectionFeed(self, theme).write(into: &buffer.bytes)
    case .sitemap(let part): Sitemap(self).write(part: part, into: &buffer.bytes)
    case .sitemapIndex: Sitemap(self).writeIndex(into: &buffer.bytes)
    case .robots: Sitemap(self).writeRobots(into: &buffer.bytes)
    case .home:
      let builder = PageBuilder(plan: self, theme: theme, subject: nil, address: address)
      let meta = PageMeta(title: nil, description: model.settings.description)
      render(theme.home, builder, meta, address, builder.homeView(), in: &buffer)
    case .kind(let kind):
      let builder = PageBuilder(plan: self, theme: theme, subject: nil, address: address)
      let view = builder.indexView(of: kind)
      var meta = PageMeta(
        title: view.title, description: "\(view.title): \(model.settings.title)", kind: kind)
      meta.isHidden = !Sitemap.lists(page, of: model, tags)
      render(theme.index, builder, meta, address, view, in: &buffer)
    case .tags:
      let builder = PageBuilder(plan: self, theme: theme, subject: nil, address: address)
      var meta = PageMeta(title: "Tags", description: "Tags: \(model.settings.title)")
      meta.isHidden = !Sitemap.lists(page, of: model, tags)
      render(theme.tags, builder, meta, address, builder.tagsView(), in: &buffer)
    case .tag(let index):
      let builder = PageBuilder(plan: self, theme: theme, subject: nil, address: address)
      let view = builder.indexView(of: tags.tags[index])
      var meta = PageMeta(
        title: view.title, description: "\(view.title): \(model.settings.title)")
      meta.isHidden = !Sitemap.lists(page, of: model, tags)
      render(theme.index, builder, meta, address, view, in: &buffer)
    case .claims(let filter, let part):
      var builder = PageBuilder(plan: self, theme: theme, subject: nil, address: address)
      let view = builder.claimsView(filter, part: part)
      let title = part == 0 ? view.title : "\(view.title), page \(part + 1)"
      let meta = PageMeta(
        title: title, description: "\(title): what others say, in \(model.settings.title)")
      render(theme.claims, builder, meta, address, view, in: &buffer)
    case .corrections:
      var builder = PageBuilder(plan: self, theme: theme, subject: nil, address: address)
      let view = builder.correctionsView()
      let meta = PageMeta(
        title: "Corrections", description: "Corrections: \(model.settings.title)")
      render(theme.corrections, builder, meta, address, view, in: &buffer)
    case .record(let id): renderRecord(id, address, theme, in: &buffer)
    case .redirect(let id):
      let builder = PageBuilder(plan: self, theme: theme, subject: nil, address: address)
      let view = RedirectView(
        url: hrefOrHome(of: id, builder), title: builder.label(of: id))
      var meta = PageMeta(title: view.title, description: "")
      meta.isHidden = true
      meta.canonical = addresses[id]
      render(theme.redirect, builder, meta, address, view, in: &buffer)
    case .notFound:
      let links = PageLinks(absolute: rootPath, isPortable: options.isPortable)
      let builder = PageBuilder(plan: self, theme: theme, hrefs: links)
      var meta = PageMeta(title: "Page not found", description: "")
      meta.isHidden = true
      let view = NotFoundView(kinds: builder.kindLinks())
      render(theme.notFound, builder, meta, nil, view, in: &buffer)
    }
  }

  private func renderRecord(
    _ id: RecordID, _ address: String, _ theme: Theme, in buffer: inout PageBuffer
  ) {
    var builder = PageBuilder(plan: self, theme: theme, subject: id, address: address)
    let record = model[id]
    let kind = model.kind(of: id)
    if record.visibility == .redacted {
      var meta = PageMeta(title: "Removed", description: "")
      meta.isHidden = true
      var removed: EDTFDate?
      if case .date(let date)? = record.standing(CommonField.updated).first?.value {
        removed = date
      }
      let view = TombstoneView(
        id: record.id, date: removed?.words, datetime: removed?.machineText)
      return render(theme.tombstone, builder, meta, address, view, in: &buffer)
    }
    let view = builder.recordView(id)
    var meta = PageMeta(
      title: record.name, description: description(of: id, builder),
      kind: kind.role == .page ? nil : record.kind)
    meta.isHidden = record.visibility != .public
    meta.isDraft = record.visibility == .draft
    meta.language = language(of: id)
    meta.edited = record.location.file
    let placed = PlacedRecord(view, fieldCount: kind.fields.count, in: &buffer.tree)
    let value = theme.recordFields[record.kind].place(placed, in: &buffer.tree)
    render(theme.records[record.kind], builder, meta, address, value, in: &buffer)
  }

  private func render(
    _ template: Template, _ builder: PageBuilder, _ meta: PageMeta, _ address: String?,
    _ view: some TemplateObject, in buffer: inout PageBuffer
  ) {
    let content = view.place(in: &buffer.tree)
    render(template, builder, meta, address, content, in: &buffer)
  }

  private func render(
    _ template: Template, _ builder: PageBuilder, _ meta: PageMeta, _ address: String?,
    _ content: Value, in buffer: inout PageBuffer
  ) {
    let canonical = (meta.canonical ?? address).flatMap { address in
      options.baseURL.map { $0 + address.percentEncoded }
    }
    let page = PageView(
      title: meta.title ?? "", description: meta.description,
      language: meta.language ?? model.settings.language, canonical: canonical,
      edit: meta.edited.flatMap { file in
        model.settings.repository.map { $0 + model.paths[Int(file)].percentEncoded }
      }, isHidden: meta.isHidden, isDraft: meta.isDraft)
    let site = builder.siteView(current: meta.kind, address: address)
    let members = [site.place(in: &buffer.tree), page.place(in: &buffer.tree), content]
    template.render(buffer.tree.object(members), of: buffer.tree, into: &buffer.bytes)
  }

  /// A sentence about a record, for previews: its summary, or else its name and kind.
  private func description(of id: RecordID, _ builder: PageBuilder) -> String {
    builder.plainSummary(of: id) ?? "\(model[id].name): \(model.settings.title)"
  }

  private func language(of id: RecordID) -> String? {
    // Of what is written, `lang` is the text's; of a source, that of what it describes.
    guard model.kind(of: id).role != .entity,
      let field = model.kind(of: id).fields.index(of: "lang"),
      case .text(let tag)? = model[id].facts(field).first?.value
    else { return nil }
    return tag
  }

  private func hrefOrHome(of id: RecordID, _ builder: PageBuilder) -> String {
    builder.href(to: id) ?? builder.hrefs.page(addresses[id])
  }

  /// The path that the dossier stands below on its server.
  private var rootPath: String {
    guard let url = options.baseURL, let scheme = url.firstRange(of: "://") else { return "/" }
    let rest = url[scheme.upperBound...]
    return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/"
  }
}

/// What pages are made in, one after the other, so that none has to find room of its own.
struct PageBuffer {
  /// What the page shows.
  var tree = ValueTree()
  /// The page.
  var bytes: [UInt8] = []

  mutating func removeAll() {
    tree.removeAll()
    bytes.removeAll(keepingCapacity: true)
  }
}

/// What the head of a page says.
private struct PageMeta {
  /// Nil of the first page, which bears the dossier's own.
  let title: String?
  let description: String
  /// The kind that the page belongs to.
  var kind: KindID? = nil
  var language: String? = nil
  var isHidden = false
  var isDraft = false
  /// Its canonical address, if that is not its own.
  var canonical: String? = nil
  /// The file that it is made from.
  var edited: FileID? = nil

  init(title: String?, description: String, kind: KindID? = nil) {
    self.title = title
    self.description = description
    self.kind = kind
  }
}

extension PageBuilder {
  func siteView(current: KindID?, address: String?) -> SiteView {
    let settings = model.settings
    var navigation: [LinkView] = []
    var footer: [LinkView] = []
    for (index, range) in model.kinds.enumerated() where !range.isEmpty {
      let kind = model.schema.kinds[index]
      if kind.role == .page {
        let pages = range.lazy.map { RecordID($0) }.filter { model[$0].visibility == .public }
        footer += pages.prefix(SiteView.footerLimit).map { id in
          LinkView(
            label: label(of: id), url: href(to: id), isCurrent: plan.addresses[id] == address)
        }
        if range.count > SiteView.footerLimit {
          footer.append(
            LinkView(
              label: "All \(kind.label.many.lowercased())",
              url: hrefs.page(Addresses.address(of: kind)), isCurrent: index == current))
        }
      } else {
        navigation.append(
          LinkView(
            label: kind.label.many, url: hrefs.page(Addresses.address(of: kind)),
            isCurrent: index == current))
      }
    }
    if plan.claims.hasLists {
      navigation.append(
        LinkView(
          label: "Claims", url: hrefs.page(Addresses.claims),
          isCurrent: address?.hasPrefix(Addresses.claims) == true))
    }
    if !plan.corrections.newestFirst.isEmpty {
      footer.append(
        LinkView(
          label: "Corrections", url: hrefs.page(Addresses.corrections),
          isCurrent: address == Addresses.corrections))
    }
    return SiteView(
      title: settings.title, description: settings.description, language: settings.language,
      home: hrefs.page(""), stylesheet: hrefs.file("assets/style.css"),
      feed: plan.options.baseURL == nil ? nil : hrefs.file("feed.xml"),
      correctionFeed: plan.tellsOfCorrections ? hrefs.file(CorrectionFeed.path) : nil,
      navigation: navigation,
      footer: footer)
  }
}
