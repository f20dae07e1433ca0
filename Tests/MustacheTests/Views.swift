import Testing

@testable import Mustache

/// A page as the tests have it, with a field of every sort.
struct PageView: TemplateObject {
  var title = "A & B"
  var summary: String?
  var isDraft = false
  var home = "../"
  var body: [UInt8] = Array("<p>text</p>".utf8)
  var tags: [String] = []
  var quotes: [QuoteView] = []
  var place: PlaceView?

  static let fields: Fields<Self> = [
    .text("title", "the page's title") { $0.title },
    .text("summary", "what it is about, in a sentence") { $0.summary },
    .flag("isDraft", "the page is not published yet") { $0.isDraft },
    .url("home", "where the site begins") { $0.home },
    .html("body", "the text of the page") { $0.body },
    .list("tags", "words that the page is filed under") { $0.tags },
    .list("quotes", "what the page quotes") { $0.quotes },
    .object("place", "where it happened") { $0.place },
  ]
}

struct QuoteView: TemplateObject {
  var text = "so"
  var source = "../source/"
  var speaker: SpeakerView?

  static let fields: Fields<Self> = [
    .text("text", "the words") { $0.text },
    .url("source", "where they stand") { $0.source },
    .object("speaker", "whose they are") { $0.speaker },
  ]
}

struct SpeakerView: TemplateObject {
  var name: String

  static let fields: Fields<Self> = [.text("name", "as it is written") { $0.name }]
}

/// A shape that contains itself.
struct PlaceView: TemplateObject {
  var name: String
  var places: [PlaceView] = []

  static let fields: Fields<Self> = [
    .text("name", "as it is written") { $0.name },
    .list("places", "the places in it") { $0.places },
  ]
}

/// A library of files by name.
func library(_ files: [String: String]) -> TemplateLibrary {
  TemplateLibrary(
    files.sorted { $0.key < $1.key }.map {
      TemplateLibrary.File(path: "\($0.key).mustache", bytes: Array($0.value.utf8))
    })
}

/// The page that `template` makes of `view`, which must compile.
func render(
  _ template: String, with partials: [String: String] = [:], _ view: PageView = PageView()
) throws -> String {
  let library = library(partials.merging(["page": template]) { $1 })
  var problems = library.problems
  let compiled = library.compile("page", for: PageView.shape, problems: &problems)
  #expect(problems.map(\.message) == [])
  var output: [UInt8] = []
  try #require(compiled).render(view, into: &output)
  return String(decoding: output, as: UTF8.self)
}

/// What is wrong with a page: `kind file «the place» message (help)`, in order.
func problems(_ template: String, with partials: [String: String] = [:]) -> [String] {
  let files = partials.merging(["page": template]) { $1 }
  let library = library(files)
  var problems = library.problems
  let compiled = library.compile("page", for: PageView.shape, problems: &problems)
  #expect((compiled == nil) == !problems.isEmpty)
  return problems.sorted().map { problem in
    let bytes = Array((files[String(problem.file.dropLast(".mustache".count))] ?? "").utf8)
    let place = String(decoding: bytes[problem.range], as: UTF8.self)
    let help = problem.help.map { " (\($0))" } ?? ""
    let note = problem.note.map {
      " [\(String(decoding: bytes[$0.range], as: UTF8.self)): \($0.message)]"
    }
    return "\(problem.kind) \(problem.file) «\(place)» \(problem.message)\(help)\(note ?? "")"
  }
}
