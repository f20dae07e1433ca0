import Mustache

/// The article of the documentation that lists what templates may name, printed from the shapes that they are checked against.
package enum TemplateReference {
  package static var text: String {
    let schema = SchemaReader.builtInSchema
    var writer = Writer()
    for page in pages(schema) { writer.page(page) }
    writer.objects()
    return introduction + writer.text
  }

  private static let introduction = """
    # Templates

    What each template may name.

    <!-- Printed from the code; a test compares. -->

    A page's template is rendered with `site`, `page` and one more object, named in its heading below;
    `partials/annotation`, which makes the texts of notes before there is a page, with that object alone.
    A name that is not in these lists is an error, with its line and the nearest name that is. How to
    replace a template is told in <doc:Theming>.

    """

  private static func pages(_ schema: Schema) -> [(file: String, member: String, shape: Shape)] {
    var pages: [(String, String, Shape)] = [
      ("home", "home", HomeView.shape), ("index", "index", IndexView.shape),
      ("tags", "tags", TagsView.shape), ("claims", "claims", ClaimsView.shape),
      ("corrections", "corrections", CorrectionsView.shape),
      ("tombstone", "tombstone", TombstoneView.shape),
      ("redirect", "redirect", RedirectView.shape),
      ("not-found", "not-found", NotFoundView.shape),
    ]
    for name in ["article", "page", "official", "country", "event"] {
      guard let kind = schema.kind(named: name) else { continue }
      pages.append((name, "record", RecordView.shape(of: schema.kinds[kind])))
    }
    pages.append(("partials/annotation", "annotation", AnnotationView.shape))
    return pages
  }

  /// Lists objects in the order in which they come up, each once.
  private struct Writer {
    var text = ""
    private var queue: [ObjectShape] = []
    private var known: Set<String> = []

    mutating func page(_ page: (file: String, member: String, shape: Shape)) {
      text += "\n## \(page.file).mustache\n\n`\(page.member)` has:\n\n"
      guard case .object(let object) = page.shape else { return }
      members(of: object)
    }

    mutating func objects() {
      add(SiteView.shape)
      add(PageView.shape)
      text += "\n## Objects\n"
      var next = 0
      while next < queue.count {
        text += "\n### \(queue[next].name)\n\n"
        members(of: queue[next])
        next += 1
      }
    }

    private mutating func members(of object: ObjectShape) {
      text += "| name | holds | |\n|---|---|---|\n"
      for member in object.members {
        text += "| `\(member.name)` | \(describe(member.shape)) | \(member.summary) |\n"
      }
    }

    private mutating func describe(_ shape: Shape) -> String {
      switch shape {
      case .text: return "text"
      case .html: return "html"
      case .url: return "url"
      case .flag: return "flag"
      case .list(let element): return "list of \(describe(element))"
      case .object(let object):
        add(shape)
        return object.name
      }
    }

    private mutating func add(_ shape: Shape) {
      guard case .object(let object) = shape, known.insert(object.name).inserted else { return }
      queue.append(object)
    }
  }
}
