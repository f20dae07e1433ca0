import Testing

@testable import DossierKit

@Suite("Templates that nothing uses") struct UnusedTemplateTests {
  @Test("are named, with the name that may be meant", arguments: rows)
  func areNamed(_ row: Row) async throws { try await row.check() }

  private static let site = "title: T\nkinds: {vessel: {plural: vessels, fields: {imo: text}}}"

  private static let rows = [
    Row(
      "a plural", ["templates/officials.mustache": "1️⃣x"], .unusedTemplate, "'officials'",
      help: "did you mean 'official.mustache'?"),
    Row(
      "a partial", ["templates/partials/notse.mustache": "1️⃣x"], .unusedTemplate,
      help: "did you mean 'partials/notes.mustache'?"),
    Row(
      "like no other", ["templates/zzzzzzzz.mustache": "1️⃣x"], .unusedTemplate, help: "include it"),
    Row(
      "one of a kind of the author's",
      ["content/site.yaml": site, "templates/vesel.mustache": "1️⃣x"],
      .unusedTemplate, help: "did you mean 'vessel.mustache'?"),
    Row(
      "not what a page or another template uses",
      [
        "content/site.yaml": site, "templates/vessel.mustache": "{{>partials/mine}}",
        "templates/partials/mine.mustache": "{{#site.title}}{{>partials/deeper}}{{/site.title}}",
        "templates/partials/deeper.mustache": "x",
      ]),
    Row(
      "not where the kind may be one that could not be read",
      ["content/site.yaml": "title: T\nkinds: 1️⃣[", "templates/vessel.mustache": "x"], .yamlSyntax),
  ]
}
