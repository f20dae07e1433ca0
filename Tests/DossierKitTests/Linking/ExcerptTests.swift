import Markdown
import Testing

@testable import DossierKit

@Suite struct ExcerptTests {
  @Test(
    "cuts the sentence around a mention",
    arguments: [
      ("One. Cuba came. Two.", "Cuba came."),
      ("Who? “Cuba came.” Two.", "“Cuba came.”"),
      ("Col. Gen. Xu saw Dr. No in Cuba. Two.", "Col. Gen. Xu saw Dr. No in Cuba."),
      ("The U.S. Army met J. R. Smith of Cuba! Then", "The U.S. Army met J. R. Smith of Cuba!"),
      ("It cost 3.5 pesos in Cuba... Then", "It cost 3.5 pesos in Cuba..."),
      ("Ask no. Cuba is No. 5 on 3 Jan. 2020 e.g. Xi. So", "Cuba is No. 5 on 3 Jan. 2020 e.g. Xi."),
      ("Yes…\nCuba did so.[^1] No\n\n[^1]: x", "Cuba did so."),
      ("1. First. Cuba\n", "Cuba"),
      ("Was. *Cuba was.* Is.", "Cuba was."),
      ("Was. **Now** Cuba is. Is.", "Now** Cuba is."),
      ("[[x|Was. Is.]] Cuba. Two.", "Cuba."),
      ("So. [[x|Was. Is]] Cuba. Two.", "[[x|Was. Is]] Cuba."),
      ("古巴。Cuba！好", "Cuba！"),
      ("- Cuba\n- Two", "Cuba"),
      ("> Old Cuba\n> is here.\n> Now.", "Old Cuba\n> is here."),
      ("| Cuba came. Yes | b |\n|-|-|", "Cuba came."),
    ])
  func cutsTheSentence(_ body: String, _ expected: String) async throws {
    let dossier = try await LinkedDossier(
      body, ["content/countries/cuba.yaml": "name: Cuba", "content/places/x.yaml": "name: Xo"])
    #expect(try dossier.backlinks(of: "cuba") == ["talks: " + expected])
  }

  @Test(
    "keeps a citation with the sentence that it supports",
    arguments: [
      ("Was. Is.[@wire] Then. [[cuba]] is [@wire]. End", ["Is.[@wire]", "[[cuba]] is [@wire]."]),
      ("Was. Is. [@wire] Then.", ["Is. [@wire]"]),
      ("Was. Is.\n[@wire] Then.", ["Is.\n[@wire]"]),
      ("是。[@wire]好", ["是。[@wire]"]),
      ("Was. He met her [@wire]", ["He met her [@wire]"]),
      ("Was. He met her[@wire]", ["He met her[@wire]"]),
      ("Was. He met *her* [@wire]  \nin Minsk", ["He met *her* [@wire]  \nin Minsk"]),
      ("Was. Is. [@wire]", ["Is. [@wire]"]),
      ("He met her [@other] [@wire]", ["He met her [@other] [@wire]"]),
      ("Met [@other][@wire] [@other]\n", ["Met [@other][@wire]"]),
      ("Was. Met. [@other] [@wire] Then.", ["Met. [@other] [@wire]"]),
      ("Met [@other; @wire]", ["Met [@other; @wire]"]),
      ("Met[^n] [@wire]\n\n[^n]: Was. Saw [@wire]", ["Met[^n] [@wire]", "Saw [@wire]"]),
      ("- Was. Met [@wire]\n- Saw", ["Met [@wire]"]),
      ("> Was. Met [@wire]\n\nSaw", ["Met [@wire]"]),
      ("# Was. Met [@wire]\n\nSaw", ["Met [@wire]"]),
      ("| a | b |\n|-|-|\n| Was. Met [@wire] | c |", ["Met [@wire]"]),
      ("[@wire] Met her. Saw", ["[@wire] Met her."]),
      ("Saw.\n\n[@wire]", ["[@wire]"]),
    ])
  func keepsCitations(_ body: String, _ expected: [String]) async throws {
    let dossier = try await LinkedDossier(
      body,
      [
        "content/countries/cuba.yaml": "name: Cuba", "content/sources/wire.yaml": "title: W",
        "content/sources/other.yaml": "title: O",
      ])
    #expect(try dossier.backlinks(of: "wire") == expected.map { "talks: " + $0 })
  }

  @Test(
    "cuts what is too long between words, around the mention",
    arguments: [0, 20, 100, 400], ["wórd ", "слово ", "字"])
  func cutsLongSentences(_ before: Int, _ word: String) async throws {
    let filler = { String(repeating: word, count: $0) }
    let dossier = try await LinkedDossier(
      filler(before) + " Cuba, " + filler(400), ["content/countries/cuba.yaml": "name: Cuba"])
    let excerpt = try #require(try dossier.backlinks(of: "cuba").first)
    #expect(excerpt.contains("Cuba"))
    let count = excerpt.dropFirst(7).unicodeScalars.count
    #expect((300...320).contains(count), "\(count)")
    if word.hasSuffix(" ") {
      let words = excerpt.dropFirst(7).split(separator: " ")
      #expect(words.allSatisfy { $0 + " " == word || $0 == "Cuba," })
    }
  }

  @Test(
    "marks each end at which it is cut",
    arguments: [
      (0, 0, "", ""), (0, 60, "", "слово…"), (60, 0, "…слово", ""), (60, 60, "…слово", "слово…"),
    ])
  func marksCuts(_ before: Int, _ after: Int, _ front: String, _ back: String) async throws {
    let filler = { String(repeating: "слово ", count: $0) }
    let pages = try await MarkedDossier([
      "content/site.yaml": "title: T", "content/countries/cuba.yaml": "name: Cuba",
      "content/articles/talks.md":
        "---\ntitle: T\ndate: 2023-05-20\n---\nOne. \(filler(before))[[cuba]] \(filler(after))end. Two.",
    ]).pages()
    let page = try #require(pages["countries/cuba/index.html"])
    let excerpt = try #require(page.firstMatch(of: />([^<>]*)<mark>Cuba<\/mark>([^<>]*)</))
    #expect(
      excerpt.1.hasPrefix(front) && excerpt.1.hasPrefix("…") == !front.isEmpty, "\(excerpt.0)")
    #expect(excerpt.2.hasSuffix(back) && excerpt.2.hasSuffix("…") == !back.isEmpty, "\(excerpt.0)")
  }

  @Test func cutsALongSpanOnce() async throws {
    let pages = try await MarkedDossier([
      "content/site.yaml": "title: T", "content/countries/cuba.yaml": "name: Cuba",
      "content/articles/talks.md":
        "---\ntitle: T\ndate: 2023-05-20\nannotations: {n: {text: A, about: cuba}}\n---\nSo [\(String(repeating: "слово ", count: 90))end]{^n} it is.",
    ]).pages()
    let page = try #require(pages["countries/cuba/index.html"])
    let excerpt = try #require(page.firstMatch(of: />…<mark>([^<>]*)<\/mark>…</))
    #expect((280...320).contains(excerpt.1.unicodeScalars.count), "\(excerpt.1)")
  }

  @Test func neverCutsThroughAWikiLink() async throws {
    let link = "[[cuba|\(String(repeating: "word ", count: 90))]]"
    let dossier = try await LinkedDossier(
      "\(link) Belarus \(link)",
      [
        "content/countries/cuba.yaml": "name: Cuba",
        "content/countries/belarus.yaml": "name: Belarus",
      ])
    let excerpt = try #require(try dossier.backlinks(of: "belarus").first)
    #expect(excerpt.hasPrefix("talks: [[") || excerpt.hasPrefix("talks: Bel"), "\(excerpt)")
    #expect(excerpt.hasSuffix("]]") || excerpt.hasSuffix("Belarus"), "\(excerpt)")
  }

  @Test func knowsTheEventThatAnExcerptBeginsIn() async throws {
    let dossier = try await LinkedDossier(
      "*Was.* " + String(repeating: "A *b* [[cuba]] c [[cuba|d]]. ", count: 50),
      ["content/countries/cuba.yaml": "name: Cuba"])
    let document = try #require(dossier.model[try dossier.id("talks")].body).document
    let mentions = try dossier.mentions()
    #expect(mentions.count == 100)
    for mention in mentions {
      let event = document.events[Int(mention.event)]
      #expect(event.kind == .text && event.range.contains(mention.excerpt.lowerBound))
      #expect(document.events[Int(mention.block)].kind == .paragraph)
    }
  }

  @Test func leadsToTheAnnotationThatMentions() async throws {
    let dossier = try await LinkedDossier(
      "[One [two]{^a}]{^b} [three]{^b} [four]{^a}",
      frontMatter: """
        annotations:
          a: {text: A, about: cuba}
          b: B
        """,
      ["content/countries/cuba.yaml": "name: Cuba"])
    let document = try #require(dossier.model[try dossier.id("talks")].body).document
    let mentions = try dossier.mentions()
    #expect(mentions.count == 2)
    for mention in mentions {
      let index = Int(try #require(mention.annotation))
      #expect(document.annotations[index].span == mention.range)
    }
  }

  @Test(
    "shows the row around a cell, unless it is longer than anyone reads",
    arguments: [(2, "x · x · <mark>Cuba</mark>"), (400, "<mark>Cuba</mark>")])
  func showsRows(_ cells: Int, _ expected: String) async throws {
    let row = { (cell: String, last: String) in
      "|" + String(repeating: " \(cell) |", count: cells) + " \(last) |"
    }
    let pages = try await MarkedDossier([
      "content/site.yaml": "title: T", "content/countries/cuba.yaml": "name: Cuba",
      "content/articles/talks.md":
        "---\ntitle: T\ndate: 2023-05-20\n---\n\(row("h", "h"))\n\(row("-", "-"))\n\(row("x", "Cuba"))",
    ]).pages()
    let page = try #require(pages["countries/cuba/index.html"])
    #expect(page.contains(">\(expected)<"), "\(page)")
  }

  @Test("shows of a bracket with many citations the one that is meant")
  func showsTheCitationThatIsMeant() async throws {
    let count = 2_000
    let items = (1...count).map { "@wire, p. \($0)" }.joined(separator: "; ")
    let pages = try await MarkedDossier(
      article("They signed [\(items)].") + ["content/sources/wire.yaml": "title: W"]
    ).pages()
    let page = try #require(pages["sources/wire/index.html"])
    #expect(page.contains("They signed <mark>[p. 7]</mark>."))
    #expect(page.utf8.count < 1_000 * count)
    // Each leads to its own spot.
    let article = try #require(pages["articles/talks/index.html"])
    for number in [1, 2, count] {
      #expect(article.contains("id=\"wire_\(number)\""))
      #expect(page.contains("articles/talks/#wire_\(number)\""))
    }
  }
}
