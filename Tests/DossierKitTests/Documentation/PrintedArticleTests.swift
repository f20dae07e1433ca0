import Foundation
import Testing

@testable import DossierKit

/// Articles that are printed from the code say what the code does.
///
/// With `RECORD=1` in the environment they are written anew, and the test fails once, so that they are looked at.
@Suite("Printed articles") struct PrintedArticleTests {
  @Test(
    "are what the code prints",
    arguments: [
      ("Diagnostics.md", Diagnostic.Code.reference), ("Templates.md", TemplateReference.text),
    ])
  func areWhatTheCodePrints(_ file: String, _ printed: String) throws {
    let catalog = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/DossierKit/DossierKit.docc")
    let article = catalog.appending(path: file)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try FileManager.default.createDirectory(at: catalog, withIntermediateDirectories: true)
      try printed.write(to: article, atomically: true, encoding: .utf8)
      Issue.record("\(file) was written anew; look at it, and run the tests again")
      return
    }
    #expect(try String(contentsOf: article, encoding: .utf8) == printed)
  }
}
