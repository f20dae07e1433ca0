import Testing

@testable import DossierKit

@Suite("When something held") struct WhenTests {
  private func page(_ fields: String) async throws -> String {
    let pages = try await MarkedDossier(
      official(fields) + [
        "content/sources/wire.yaml": "title: The wire",
        "content/sources/daily.yaml": "title: Daily",
      ]
    ).pagesWithWarnings()
    return try #require(pages["officials/milian/index.html"])
  }

  @Test(
    "is told in words that claim no more than the sources",
    arguments: [
      ("start: 2019, state: current", "from 2019 current"),
      ("start: 2019", "from 2019 end not stated"),
      ("start: 2019, end: 2022", "from 2019 until 2022"),
      ("start: 2019, end: unknown", "from 2019 end not known"),
      ("start: 2019, state: ended", "from 2019 ended"),
      ("state: unknown", "not known whether it ended"),
      ("seen: 2023-05-18", "last seen on 18 May 2023"),
      ("seen: 2023-05-18, cite: wire", "last seen in The wire on 18 May 2023"),
      (
        "seen: {value: 2023-05-18, cite: daily}, cite: wire", "last seen in Daily on 18 May 2023"
      ),
      (
        "seen: 2022-08/2023-05-18, cite: wire",
        "first seen in August 2022, last seen in The wire on 18 May 2023"
      ),
      ("seen: 2023-05-18, state: current, cite: wire", "current seen on 18 May 2023"),
      ("seen: 2021, end: 2022", "until 2022 seen in 2021"),
      ("seen: '[2021-05..2021-09]'", "last seen on some day from May to September 2021"),
      ("seen: 2015/.., cite: wire", "seen in The wire since 2015"),
      ("seen: 2015/, cite: wire", "seen in The wire from 2015, end not known"),
      ("seen: ../2019, cite: wire", "last seen in The wire in 2019"),
      ("seen: /2019", "last seen in 2019"),
      ("state: none", "no state end not stated"),
      (
        "start: [{value: 2020, cite: daily}, {value: 2019, cite: wire}], end: 2022",
        "disputed: sources differ from 2019 or from 2020 until 2022"
      ),
      (
        "start: [{value: 2019, status: disputed}, {value: unknown, status: disputed}], end: 2022",
        "disputed: sources differ from 2019 disputed start not known disputed until 2022"
      ),
      (
        "start: 2019, end: [{value: 2021, cite: wire}, {value: none, cite: daily}]",
        "from 2019 disputed: sources differ until 2021 no end"
      ),
      (
        "start: 2019, state: [{value: ended, status: disputed}, {value: current, status: disputed}]",
        "from 2019 disputed: sources differ ended disputed current disputed"
      ),
      ("seen: 2023-05-18, cite: [wire, daily]", "last seen in Daily and The wire on 18 May 2023"),
      (
        "seen: {value: 2023-05-18, cite: [wire, {source: daily, supports: contradicts}]}",
        "last seen in The wire on 18 May 2023 contradicts"
      ),
      (
        "seen: 2023-05-18, cite: wire, state: {value: current, confidence: doubtful}",
        "current doubtful last seen in The wire on 18 May 2023"
      ),
      ("start: 2019, end: 2021, status: disputed", "from 2019 until 2021"),
      (
        "start: [{value: 2018, status: rejected, note: Wrong.}, {value: 2019}], end: 2021",
        "from 2019 until 2021 1 rejectedfrom 2018 rejectedWrong."
      ),
    ])
  func isToldInWords(_ dates: String, _ words: String) async throws {
    let page = try await page("posts: [{title: Head, \(dates)}]")
    let table = try #require(page.firstMatch(of: /<tbody>(.*?)<\/tbody>/.dotMatchesNewlines()))
    // What the entry rests on stands behind it, in a cell of another class.
    let cell = try #require(table.1.matches(of: /<td>(.*?)<\/td>/.dotMatchesNewlines()).last)
    let cellHTML = cell.1.replacing(/<span class="cell-label">.*?<\/span>/, with: "")
      .replacing(/<sup.*?<\/sup>/, with: "").replacing("</div>", with: " </div>")
    let shown = ShownPage.words(cellHTML[...])
    #expect(shown == words)
    if !dates.contains("current") { #expect(!table.1.contains("current<")) }
    if !dates.contains("state") { #expect(!page.contains(">State<")) }
  }

  private func bars(_ fields: String) async throws -> [String] {
    try await page(fields).matches(of: /<svg class="bar".*?<\/svg>/.dotMatchesNewlines()).map {
      $0.0.matches(of: /fill="([^"]*)"/).map { match in
        match.1 == "currentColor"
          ? "solid" : String(match.1.drop { $0 != "_" }.dropLast().split(separator: "_").last ?? "")
      }.joined(separator: " ")
    }
  }

  @Test(
    "is drawn solid where certain, hatched where possible, faded where open",
    arguments: [
      ("start: 2010-01-01, end: 2012-01-01", "solid"),
      ("start: 2010, end: 2012", "hatch solid hatch"),
      ("start: 2010-01-01", "solid after"),
      ("end: 2012-01-01", "before solid"),
      ("seen: 2011-01-01", "before solid after"),
      ("start: 2010-01-01, state: current", "solid"),
      ("start: 2010-01-01, state: {value: current, confidence: doubtful}", "solid hatch"),
      ("start: 2010-01-01, state: {value: current, status: disputed}", "solid hatch"),
      (
        "start: 2010-01-01, state: [{value: current, status: disputed}, {value: ended, status: disputed}]",
        "solid hatch"
      ),
      (
        "start: 2010-01-01, state: [{value: ended, status: disputed}, {value: current, status: disputed}]",
        "solid hatch"
      ),
      ("start: 2010-01-01, state: current, status: disputed", "hatch hatch"),
      ("start: 2010-01-01, end: 2012-01-01, confidence: doubtful", "hatch"),
      ("start: 2010-01-01, end: {value: 2012-01-01, confidence: possible}", "solid hatch"),
      ("start: {value: 2010-01-01, status: disputed}, end: 2012-01-01", "hatch solid"),
      ("start: '[2010-01-01..2010-09-01]', end: 2012-01-01", "hatch solid"),
      ("start: 2010-01-01?, end: 2012-01-01", "hatch solid"), ("start: 2010~", "hatch after"),
      ("seen: 2010%", "before hatch after"),
      ("start: [{value: 2008-01-01}, {value: 2010-01-01}], end: 2012-01-01", "hatch solid"),
      ("start: [{value: 2010-01-01}, {value: 2008-01-01}], end: 2012-01-01", "hatch solid"),
      (
        "start: 2008-01-01, end: [{value: 2012-01-01}, {value: 2010-01-01, status: disputed}]",
        "solid hatch"
      ),
      (
        "start: [{value: 2008-01-01}, {value: '[..2010-01-01]'}], end: 2012-01-01",
        "before hatch solid"
      ),
      (
        "start: [{value: 2008-01-01}, {value: 2010-01-01}], end: [{value: 2009-01-01}, {value: 2012-01-01}]",
        "hatch"
      ),
      (
        "start: [{value: 2008-01-01, status: rejected, note: N.}, {value: 2010-01-01}], end: 2012-01-01",
        "solid"
      ),
    ])
  func isDrawn(_ dates: String, _ parts: String) async throws {
    let bars = try await bars(
      "posts:\n- {title: A, \(dates)}\n- {title: B, start: 2001-01-01, end: 2020-01-01}")
    #expect(bars == [parts, "solid"])
  }

  @Test("is not drawn of one row alone, nor hidden from those who listen")
  func isNotDrawnOfOne() async throws {
    #expect(try await bars("posts: [{title: A, start: 2010}, {title: B}]") == [])
    let page = try await page("posts: [{title: A, start: 2010}, {title: B, start: 2012}]")
    for match in page.matches(of: /<svg[^>]*>/) {
      #expect(match.0.contains("aria-hidden=\"true\""))
    }
    #expect(page.matches(of: /id="_f_posts_hatch"/).count == 1)
    #expect(!page.contains("style="))
  }
}
