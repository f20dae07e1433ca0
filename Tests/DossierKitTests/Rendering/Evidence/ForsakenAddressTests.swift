import Testing

@testable import DossierKit

@Suite("Addresses that a source calls unfit or usurped") struct ForsakenAddressTests {
  /// The source of one address, and the address in every place that takes one.
  private func dossier(_ fate: String, of url: String, linked address: String) -> MarkedDossier {
    MarkedDossier(
      article(
        "See [here](\(address)), <\(address)>, [there][x], *[it](<\(address)>)* [@trap].[^n]\n\n"
          + "[^n]: [Once more](\(address))\n\n[x]: \(address)",
        "annotations: {q: {on: {exact: See}, text: '[There](\(address))'}}\n"
          + "summary: '[There](\(address))'\n"
          + "corrections: [{date: 2023-05-21, what: '[There](\(address))'}]")
        + official(
          """
          links: [{url: "\(address)", title: Old}, "\(address)"]
          identifiers: {trap: "\(address)"}
          born: {value: 1970, cite: [trap, other], note: '[There](\(address))'}
          claims: [{id: c, text: '[There](\(address))', cite: trap}]
          """)
        + [
          "content/site.yaml": """
          title: T
          url: https://site.example/
          kinds:
            vessel:
              plural: vessels
              fields:
                site: {type: url}
                calls: {type: group, fields: {site: {type: url}}}
          """,
          "content/vessels/a.yaml": "name: A\nsite: \(address)\ncalls: {site: \(address)}",
          "content/sources/trap.yaml": """
          title: The trap
          url: \(url)
          url_status: \(fate)
          archives: [{url: "https://archive.example/trap"}, {url: "\(address)"}]
          """,
          "content/sources/other.yaml": "title: Other\nurl: \(address)",
        ])
  }

  private func linked(_ dossier: MarkedDossier, to host: String) async throws -> [String] {
    let pages = try await dossier.pagesWithWarnings()
    let source = try #require(pages["sources/trap/index.html"])
    #expect(source.contains("href=\"https://archive.example/trap\""))
    return pages.filter { _, text in
      text.matches(of: /(?:href|src|cite)="([^"]*)"/).contains { $0.1.contains(host) }
    }.keys.sorted()
  }

  @Test(
    "are no links, however they are written",
    arguments: [
      "http://trap.example/page", "https://trap.example/page/", "HTTPS://www.Trap.Example/page",
      "https://trap.example:443/page", "http://trap.example:80/page#top",
      "https://trap.example./page", "https://reader@trap.example/page",
      "https://trap.example/p%61ge", "https://trap.example/x/../page",
      "https://trap.example/./x/%2e%2E/page/.", "https://trap。example/page",
      "https://trap.ex\u{AD}ample/page", "https://ｔｒａｐ．ｅｘａｍｐｌｅ/page",
    ], ["unfit", "usurped"])
  func areNoLinks(_ address: String, _ fate: String) async throws {
    let dossier = dossier(fate, of: "https://www.trap.example/page/", linked: address)
    #expect(try await linked(dossier, to: "rap.").isEmpty)
    let pages = try await dossier.pagesWithWarnings()
    #expect(try #require(pages["sources/trap/index.html"]).contains(fate))
  }

  @Test(
    "take their host with them where it has been taken over",
    arguments: [
      "https://trap.example/", "http://www.trap.example/other?a=b", "https://trap.example:8080/x",
      "https://TRAP.example", "https://sub.trap.example/", "https://a.b.trap.example:8080/x",
    ])
  func takeTheirHost(_ address: String) async throws {
    let trap = "https://trap.example/page"
    #expect(
      try await linked(dossier("usurped", of: trap, linked: address), to: "rap.").isEmpty)
    // What is unfit is one page.
    let unfit = try await linked(
      dossier("unfit", of: trap, linked: address), to: address.replacing("&", with: "&amp;"))
    #expect(unfit.contains("articles/talks/index.html") && unfit.contains("vessels/a/index.html"))
  }

  @Test(
    "are the same in letters and in ASCII",
    arguments: [
      ("https://bücher.example/page", "https://xn--bcher-kva.example/page"),
      ("https://XN--Bcher-kva.example/page", "https://BÜCHER.example/page"),
      ("https://xn--bcher-kva.example/page", "https://bu\u{308}cher.example/page"),
    ])
  func areTheSameInASCII(_ address: String, _ other: String) {
    var forsaken = ForsakenAddresses()
    forsaken.add(address, isHost: false)
    #expect(forsaken.contains(other))
    #expect(!forsaken.contains("https://bucher.example/page"))
    forsaken.add(address, isHost: true)
    #expect(forsaken.contains("https://sub.bücher.example"))
  }

  @Test(
    "leave others alone",
    arguments: [
      "https://example.org/trap.example/page", "https://nottrap.example/page",
      "https://trap.example.org/page", "https://example/page", "https://rap.example/page",
      "https://archive.example/https://trap.example/page",
    ])
  func leaveOthersAlone(_ address: String) async throws {
    let dossier = dossier("usurped", of: "https://trap.example/page", linked: address)
    #expect(try await linked(dossier, to: address).contains("sources/other/index.html"))
  }

  @Test("are told by the word that warns most, and by no address that was a slip")
  func areToldByTheWorstWord() async throws {
    var dossier = dossier("dead", of: "https://trap.example/a", linked: "https://trap.example/b")
    dossier.files["content/sources/trap.yaml"] = Array(
      """
      title: The trap
      url: [{value: "https://trap.example/a"}, {value: "https://slip.example/a", status: rejected, note: No.}]
      url_status: [{value: usurped, status: disputed}, {value: unfit, status: disputed}]
      archives: [{url: "https://archive.example/trap"}]
      links: ["https://slip.example/a", "https://slip.example/b"]
      """.utf8)
    let pages = try await dossier.pagesWithWarnings()
    for (path, text) in pages {
      #expect(!text.contains("=\"https://trap.example"), "\(path)")
      #expect(!text.contains("=\"https://slip.example/a"), "\(path)")
    }
    #expect(try #require(pages["sources/trap/index.html"]).contains("=\"https://slip.example/b"))
  }
}
