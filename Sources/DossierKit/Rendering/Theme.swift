import Mustache

/// The templates of a site, compiled: one for each type of page, and for each kind one of its own or the general one.
package final class Theme: Sendable {
  let home: Template
  let index: Template
  let tags: Template
  let claims: Template
  let corrections: Template
  let tombstone: Template
  let redirect: Template
  let notFound: Template
  /// What a note says that is an annotation: a part of the texts of a page.
  let annotation: Template
  /// By ``KindID``.
  let records: [Template]
  /// What the templates of a kind's records may name, by ``KindID``.
  let recordFields: [Fields<PlacedRecord>]

  /// Nil if anything is wrong with a template, which the log is then told.
  init?(_ sources: SourceTree, _ schema: Schema, into log: inout DiagnosticLog) {
    let prefix = "templates/"
    var files: [String: FileID] = [:]
    var templates: [TemplateLibrary.File] = []
    for (id, file) in sources.files.enumerated()
    where file.path.hasPrefix(prefix) && file.path.hasSuffix(".mustache") {
      let path = String(file.path.dropFirst(prefix.count))
      files[path] = FileID(id)
      templates.append(TemplateLibrary.File(path: path, bytes: file.bytes))
    }
    let library = TemplateLibrary(templates)
    var problems = library.problems
    let names = Set(files.keys)

    func compile(_ name: String, _ member: String, _ summary: String, _ shape: Shape) -> Template? {
      library.compile(
        name, for: Self.shape(member: member, summary, shape), problems: &problems)
    }
    let home = compile("home", "home", "What the first page shows", HomeView.shape)
    let index = compile("index", "index", "The pages of a kind or a tag", IndexView.shape)
    let tags = compile("tags", "tags", "All tags", TagsView.shape)
    let claims = compile(
      "claims", "claims", "All claims, or some of them", ClaimsView.shape)
    let corrections = compile(
      "corrections", "corrections", "All corrections", CorrectionsView.shape)
    let tombstone = compile(
      "tombstone", "tombstone", "What is left of a removed page", TombstoneView.shape)
    let redirect = compile("redirect", "redirect", "Where the page is now", RedirectView.shape)
    let notFound = compile(
      "not-found", "not-found", "For addresses that lead nowhere", NotFoundView.shape)
    // Made before the page is, and so with nothing but itself.
    let annotation = library.compile(
      "partials/annotation", for: Self.annotationShape, problems: &problems)
    var records: [Template] = []
    for kind in schema.kinds {
      let name = names.contains("\(kind.name).mustache") ? kind.name : kind.role.rawValue
      let template = compile(
        name, "record", "What the page is about", RecordView.shape(of: kind))
      if let template { records.append(template) }
    }
    Self.checkUse(of: sources, files, library, schema, into: &log)
    for problem in problems { log.append(.template(problem, in: files[problem.file])) }
    guard let home, let index, let tags, let claims, let corrections, let tombstone, let redirect,
      let notFound, let annotation,
      records.count == schema.kinds.count, problems.isEmpty
    else { return nil }
    self.home = home
    self.index = index
    self.tags = tags
    self.claims = claims
    self.corrections = corrections
    self.tombstone = tombstone
    self.redirect = redirect
    self.notFound = notFound
    self.annotation = annotation
    self.records = records
    recordFields = schema.kinds.map { PlacedRecord.fields(of: $0) }
  }

  /// Files that are not in the schema: what each page that is of no kind is made from.
  private static let pages = [
    "home", "index", "tags", "claims", "corrections", "tombstone", "redirect", "not-found",
    "partials/annotation",
  ]

  /// A file under a name that nothing uses changes nothing, and nothing of it is checked.
  private static func checkUse(
    of sources: SourceTree, _ files: [String: FileID], _ library: TemplateLibrary,
    _ schema: Schema, into log: inout DiagnosticLog
  ) {
    // A kind of that name may be declared in what could not be read.
    guard !schema.unread.mayHold("kinds") else { return }
    let own = pages + schema.kinds.map(\.name) + schema.kinds.map(\.role.rawValue)
    let used = library.reached(from: own)
    for (path, file) in files.sorted(by: { $0.key < $1.key }) where !sources[file].isBuiltIn {
      let name = TemplateLibrary.name(of: path)
      guard !used.contains(name) else { continue }
      let near = nearest(to: name, among: (Set(own).union(used)).sorted())
      log.append(
        Diagnostic(
          .unusedTemplate, "nothing uses the template '\(name)'", at: Location(file, 0..<0),
          help: near.map { "did you mean '\($0).mustache'?" }
            ?? "name it after a type of page or a kind, include it in another, or delete it"))
    }
  }

  private static let annotationShape = Shape.object(
    ObjectShape("note on a text") { _ in
      [ObjectShape.Member("annotation", "What an annotation says", AnnotationView.shape)]
    })

  /// What a template may name: the site, the page, and what the page is about.
  static func shape(member: String, _ summary: String, _ shape: Shape) -> Shape {
    .object(
      ObjectShape("\(member) page") { _ in
        [
          ObjectShape.Member("site", "The dossier as a whole", SiteView.shape),
          ObjectShape.Member("page", "The page as a whole", PageView.shape),
          ObjectShape.Member(member, summary, shape),
        ]
      })
  }
}

extension RecordView {
  static func shape(of kind: Kind) -> Shape {
    .object(ObjectShape("record of \(kind.name)") { _ in PlacedRecord.fields(of: kind).members })
  }
}

extension Diagnostic {
  fileprivate static func template(_ problem: Mustache.Problem, in file: FileID?) -> Diagnostic {
    guard let file else { return Diagnostic(.template, problem.message, at: nil) }
    return Diagnostic(
      .template, problem.message, at: Location(file, problem.range),
      notes: problem.note.map { [Note($0.message, at: Location(file, $0.range))] } ?? [],
      help: problem.help)
  }
}
