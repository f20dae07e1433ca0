import Foundation
import Testing

@testable import Markdown

@Suite("CommonMark, with the extensions off")
struct CommonMarkTests {
  @Test(
    "renders every example of the specification as libcmark does",
    .enabled(if: SpecExample.path != nil, "COMMONMARK_SPEC names no file: skipped"))
  func rendersTheSpecification() throws {
    let examples = try SpecExample.all()
    #expect(examples.count > 600)
    var unlikeTheSpecification: [Int] = []
    for example in examples {
      let document = Document(example.markdown, extensions: [])
      let libcmark = String(
        decoding: LibcmarkReference.html(Array(example.markdown.utf8)), as: UTF8.self)
      #expect(document.html == libcmark, "example \(example.number)")
      #expect(document.misplacements == [], "example \(example.number)")
      if document.html != example.html { unlikeTheSpecification.append(example.number) }
    }
    // The file is of a later version than libcmark 0.30.2; what changed in between is few.
    #expect(unlikeTheSpecification.count < 12, "\(unlikeTheSpecification)")
  }

  @Test(
    "finds every place in every example, also with the extensions on",
    .enabled(if: SpecExample.path != nil, "COMMONMARK_SPEC names no file: skipped"))
  func placesTheSpecification() throws {
    for example in try SpecExample.all() {
      let document = Document(example.markdown)
      #expect(document.misplacements == [], "example \(example.number)")
      // Text without a place of its own is text that was not found.
      let lost = document.events.filter { $0.kind == .replacement && $0.range.isEmpty }
      #expect(lost.isEmpty, "example \(example.number): \(example.markdown)")
    }
  }
}

/// An example of the CommonMark specification: 32 backticks and `example`, the text, a dot, its
/// HTML.
struct SpecExample {
  let number: Int
  let markdown: String
  let html: String

  static var path: String? { ProcessInfo.processInfo.environment["COMMONMARK_SPEC"] }

  static func all() throws -> [SpecExample] {
    let path = try #require(path)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let fence = String(repeating: "`", count: 32)
    var examples: [SpecExample] = []
    var markdown: String?
    var html: String?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let shown = line.replacingOccurrences(of: "→", with: "\t") + "\n"
      if line == fence + " example" {
        markdown = ""
      } else if line == fence, let source = markdown, let result = html {
        examples.append(SpecExample(number: examples.count + 1, markdown: source, html: result))
        (markdown, html) = (nil, nil)
      } else if html != nil {
        html?.append(shown)
      } else if markdown != nil, line == "." {
        html = ""
      } else {
        markdown?.append(shown)
      }
    }
    return examples
  }
}
