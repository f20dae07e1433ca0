import Markdown
import Testing

@testable import DossierKit

@Suite struct LinkGraphTests {
  @Test func ordersBacklinksByTheirTexts() async throws {
    func article(_ date: String) -> String { "---\ntitle: T\ndate: \(date)\n---\nCuba. Cuba!" }
    let dossier = try await LinkedDossier(
      MarkedDossier([
        "content/countries/cuba.yaml": "name: Cuba\nbody: Cuba here",
        "content/articles/b.md": article("2023-05-20"),
        "content/articles/a.md": article("2023-05-20"),
        "content/articles/c.md": article("2023-05-21"),
        "content/pages/z.md": "---\ntitle: Z\n---\nOn Cuba",
        "content/places/havana.yaml": "name: Havana\nbody: In Cuba",
        "content/events/fair.yaml": "name: Fair\nbody: At Cuba's",
      ]))
    #expect(
      try dossier.backlinks(of: "cuba") == [
        "c: Cuba.", "c: Cuba!", "a: Cuba.", "a: Cuba!", "b: Cuba.", "b: Cuba!", "z: On Cuba",
        "fair: At Cuba's", "havana: In Cuba",
      ])
    #expect(dossier.links.backlinks.count == 9)
  }

  @Test func isTheSameWithOneWorkerAndWithMany() async throws {
    let dossier = MarkedDossier(Generated.files(seed: 7, articles: 150))
    let one = try await LinkedDossier(dossier, jobs: 1)
    let many = try await LinkedDossier(dossier, jobs: 7)
    #expect(one.links.mentions == many.links.mentions)
    #expect(one.diagnostics == many.diagnostics)
    #expect(one.links.mentions.joined().count > 500)
  }

  @Test("finds only what a target is called, at exact places", arguments: [1, 2, 3] as [UInt64])
  func findsOnlyNames(seed: UInt64) async throws {
    let dossier = try await LinkedDossier(
      MarkedDossier(Generated.files(seed: seed, articles: 40)))
    var names: [RecordID: Set<String>] = [:]
    for id in dossier.model.ids {
      let record = dossier.model[id]
      names[id] = Set(([record.name] + record.nameForms.map(\.text)).map(foldedName))
    }
    for (index, mentions) in dossier.links.mentions.enumerated() {
      guard let source = dossier.model.records[index].body?.document.source else { continue }
      var end: UInt32 = 0
      for mention in mentions where mention.isFound {
        #expect(mention.range.lowerBound >= end)
        end = mention.range.upperBound
        let bytes = source[Int(mention.range.lowerBound)..<Int(mention.range.upperBound)]
        let name = try #require(String(validating: bytes, as: UTF8.self))
        let shown = name.split(separator: "&nbsp;").joined(separator: " ")
        #expect(names[mention.target]?.contains(foldedName(shown)) == true, "'\(name)'")
        #expect(
          mention.excerpt.lowerBound <= mention.range.lowerBound
            && mention.excerpt.upperBound >= mention.range.upperBound)
      }
    }
  }

  @Test("ends with hostile names and texts", .timeLimit(.minutes(1)))
  func endsWithHostileInput() async throws {
    let long = (0..<99).map { _ in "a" }.joined(separator: " ")
    let names = (0..<3000).map { "{text: a a a a b\($0), link: auto}" }.joined(separator: ", ")
    let dossier = try await LinkedDossier(
      String(repeating: "a ", count: 30_000) + "\n\n" + String(repeating: "Cuba. ", count: 5_000),
      [
        "content/places/p.yaml": "name: \(long) b\nnames: [\(names)]",
        "content/countries/cuba.yaml": "name: Cuba",
      ])
    #expect(try dossier.mentions().count == 5_000)
  }
}

/// Dossiers of arbitrary words, many of them names or nearly so.
private enum Generated {
  static func files(seed: UInt64, articles: Int) -> [String: String] {
    var random = SplitMix(seed: seed)
    let words = [
      "Ana", "José", "Jose\u{301}", "de", "la", "Cruz", "Díaz-Canel", "Díaz", "Canel", "O’Higgins",
      "Быкаў", "Ёлкин", "Елкин", "Minsk", "MINSK", "US", "us", "北京", "市", "the", "said", "a",
    ]
    let joints = [
      " ", " ", " ", "-", "’s ", "'", ". ", ", ", "\n", "*", " **", "** ", "&nbsp;", "`",
    ]
    func text(_ count: Int) -> String {
      (0..<count).reduce("") { text, _ in
        text + words[random.below(words.count)] + joints[random.below(joints.count)]
      }
    }
    var files = ["content/site.yaml": "title: T\nmentions: \(["all", "first"][random.below(2)])"]
    for index in 0..<60 {
      let name = (0...random.below(3)).map { _ in words[random.below(words.count)] }
        .joined(separator: " ")
      let mode = ["", ", link: auto", ", link: context"][random.below(3)]
      files["content/places/p\(index).yaml"] = """
        name: "\(name)"
        names: [{text: "\(words[random.below(words.count)]) \(words[random.below(words.count)])"\(mode)}]
        """
    }
    for index in 0..<articles {
      files["content/articles/a\(index).md"] =
        "---\ntitle: T\ndate: 2023-05-\(10 + random.below(20))\n---\n[[p\(random.below(60))]] \(text(120))\n\n\(text(40))\n"
    }
    return files
  }
}

extension SplitMix {
  fileprivate mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
