import Testing

@testable import DossierKit

/// One dossier with a word of its own in every place that is not published; none is anywhere in the output.
///
/// The same dossier with everything published shows each of those that a page could show, so that none of
/// them is planted where nobody would look.
@Suite("A canary in every place that is not published") struct CanaryTests {
  @Test("is nowhere in the output", arguments: [false, true])
  func isNowhere(isPortable: Bool) async throws {
    let output = try await Self.output(of: Self.dossier, isPortable: isPortable)
    #expect(output.count > 20)
    for (path, bytes) in output {
      let text = String(decoding: bytes, as: UTF8.self).lowercased()
      for canary in Self.canaries.map(\.word) + ["zq"] {
        #expect(!path.lowercased().contains(canary), "in the name '\(path)'")
        #expect(!text.contains(canary), "'\(canary)' in \(path)")
      }
    }
  }

  @Test("is counted nonetheless: what goes back to it is one source")
  func isCounted() async throws {
    let output = try await Self.output(of: Self.dossier)
    let page = String(decoding: try #require(output["places/minsk/index.html"]), as: UTF8.self)
    #expect(page.contains(">3 sources of one origin<"))
  }

  @Test("would be there if it were published", arguments: canaries)
  func wouldBeThere(_ canary: Canary) async throws {
    let output = try await Self.published.value
    let places = output.filter {
      $0.key.lowercased().contains(canary.word) || $0.value.contains(canary.word)
    }
    guard let isShown = canary.isShown else { return }
    #expect(!places.isEmpty == isShown, "\(canary.word): \(places.keys.sorted())")
  }

  @Test("are all in the dossier")
  func areAllPlanted() {
    let sources = Self.dossier.files.map {
      $0.key + String(decoding: $0.value, as: UTF8.self).lowercased()
    }
    for canary in Self.canaries {
      #expect(sources.contains { $0.contains(canary.word) }, "\(canary.word)")
    }
  }

  private static func output(
    of dossier: MarkedDossier, isPortable: Bool = false
  ) async throws -> [String: [UInt8]] {
    let fileSystem = dossier.fileSystem
    let report = try await dossier.build(on: fileSystem) { $0.portable = isPortable }
    let errors = report.diagnostics.filter { $0.severity == .error }
    try #require(errors.isEmpty, "\(errors.map { ($0.code.rawValue, $0.message) })")
    return try fileSystem.files(below: dossier.output)
  }

  /// The dossier with everything published, built once.
  private static let published = Task {
    var dossier = CanaryTests.dossier
    for (path, bytes) in dossier.files {
      var text = String(decoding: bytes, as: UTF8.self)
      for (kept, open) in [
        ("status: draft", "status: accepted"), ("visibility: draft", "visibility: public"),
        ("visibility: redacted", "visibility: public"), ("embargo: 2099", "embargo: 2009"),
        ("sensitive: private", "sensitive: none"),
      ] {
        text = text.replacing(kept, with: open)
      }
      dossier.files[path] = Array(text.utf8)
    }
    return try await output(of: dossier)
      .mapValues { String(decoding: $0, as: UTF8.self).lowercased() }
  }

  struct Canary: Sendable, CustomTestStringConvertible {
    let place: String
    let word: String
    /// Whether a page shows it if everything is published, as none does of comments and notes to colleagues;
    /// nil where that is a matter of taste.
    let isShown: Bool?
    var testDescription: String { place }
  }

  private static func shown(_ place: String, _ words: String...) -> [Canary] {
    words.map { Canary(place: "\(place) (\($0))", word: $0, isShown: true) }
  }

  private static func never(_ place: String, _ words: String...) -> [Canary] {
    words.map { Canary(place: "\(place) (\($0))", word: $0, isShown: false) }
  }

  private static let canaries: [Canary] = [
    shown(
      "a draft fact of each type", "zqtext", "zqmarkdown", "1847", "1846", "zqurl", "7734771",
      "zqenum", "12.34567", "zqfile", "zqgroup", "zqmany", "zqmap", "zqsummary"),
    shown(
      "the label of a draft fact", "zqltext", "zqlmarkdown", "zqldate", "zqldatetime", "zqlref",
      "zqlurl", "zqllang", "zqlnumber", "zqlbool", "zqlenum", "zqlgeo", "zqlfile", "zqlgroup",
      "zqlmany"),
    shown("what supports a draft fact", "zqnote", "zqasstated", "zqlocator"),
    [Canary(place: "the quotation of a draft fact (zqquote)", word: "zqquote", isShown: nil)],
    shown("the other side of a draft fact", "zqinverse"),
    shown("the entries of groups that are drafts", "zqpost", "zqname", "zqrelation", "zqlink"),
    shown("a draft claim, and links to it", "zqclaim"),
    shown("a field that is private", "zqprivate", "zqlprivate", "zqinner", "zqlinner"),
    never("an internal note", "zqinternalrecord", "zqinternalfact", "zqinternalgroup"),
    never("a comment", "zqcommentyaml", "zqcommentfront", "zqcommentblock", "zqcommentline"),
    never("a comment in the settings", "zqcommentsite"),
    never("why a lint is silent", "zqreason"),
    shown(
      "a draft", "zqdraftperson", "zqdraftname", "zqdraftalias", "zqdraftbody", "zqdrafttag",
      "zqdraftformer", "zqdraftmedia", "zqmediabytes"),
    shown("a file that a draft names beside its fields", "zqdraftfile", "zqdraft named"),
    shown("a draft page", "zqdraftpage"),
    shown("an article under an embargo", "zqembargo", "zqembargotext"),
    shown("an entry about what is not published", "zqparticipant", "zqrelated", "zqstation"),
    shown("the key of a draft post", "zqpostkey"),
    shown("a source that is not published", "zqsource", "zqsourcetitle", "zqcited"),
    shown(
      "a source between others", "zqbanned", "zqbannedtitle", "zqremoved", "zqremovedtitle"),
    shown("a draft annotation, and one about a draft", "zqannotation", "zqabout"),
    shown(
      "what was removed", "zqgonename", "zqgonealias", "zqgonesummary", "1848", "zqgonetitle",
      "zqgonetag", "zqgonebody", "zqgoneclaim", "zqgoneformer", "zqgoneextra", "zqgonecorrection",
      "zqgonereply", "zqgoneidentifier", "zqgonelink", "zqgoneimage", "zqgonedisambiguation"),
  ].flatMap { $0 }

  private static let dossier = MarkedDossier(
    [
      "content/site.yaml": """
      # zqcommentsite
      title: Test
      url: https://test.example/
      kinds:
        thing:
          plural: things
          fields:
            f_text: {type: text, label: Zqltext}
            f_markdown: {type: markdown, label: Zqlmarkdown}
            f_date: {type: date, label: Zqldate}
            f_datetime: {type: datetime, label: Zqldatetime}
            f_ref: {type: ref, to: [official], label: Zqlref, inverse: Zqinverse}
            f_url: {type: url, label: Zqlurl}
            f_lang: {type: lang, label: Zqllang}
            f_number: {type: number, label: Zqlnumber}
            f_bool: {type: bool, label: Zqlbool}
            f_enum: {type: enum, values: [Zqenum], label: Zqlenum}
            f_geo: {type: geo, label: Zqlgeo}
            f_file: {type: file, label: Zqlfile}
            f_group: {type: group, label: Zqlgroup, fields: {a: text, b: text}}
            f_many: {type: text, many: true, label: Zqlmany}
            f_private: {type: text, sensitive: private, label: Zqlprivate}
            f_mixed:
              type: group
              fields: {open: text, closed: {type: text, sensitive: private, label: Zqlinner}}
      """,
      "content/things/one.yaml": """
      name: Thing One # zqcommentyaml
      internal: zqinternalrecord
      summary: {value: Zqsummary, status: draft}
      identifiers: {value: {other: Zqmap}, status: draft}
      f_text: {value: Zqtext, status: draft, note: Zqnote, as_stated: Zqasstated, internal: zqinternalfact}
      f_markdown:
        value: Some *Zqmarkdown* text
        status: draft
        cite: {source: wire, at: Zqlocator, quote: Zqquote}
      f_date: {value: 1847-03-09, status: draft}
      f_datetime: {value: "1846-03-09T10:00:00Z", status: draft}
      f_ref: {value: ana, status: draft}
      f_url: {value: "https://zqurl.example/", status: draft}
      f_lang: {value: be, status: draft}
      f_number: {value: 7734771, status: draft}
      f_bool: {value: true, status: draft}
      f_enum: {value: Zqenum, status: draft}
      f_geo: {value: {lat: 12.34567, lon: 3}, status: draft}
      f_file: {value: zqfile.svg, status: draft}
      f_group: {a: Zqgroup, status: draft}
      f_many: [{value: Zqmany, status: draft}]
      f_private: Zqprivate
      f_mixed: {open: Seen, closed: Zqinner, internal: zqinternalgroup}
      names: [{text: Zqname, status: draft}]
      lint: {ignore: [{code: orphan-entity, reason: Zqreason}]}
      links: [{url: "https://zqlink.example/", status: draft}]
      relations:
      - {type: trains, to: ana, status: draft, note: Zqrelation}
      - {type: trains, to: zqdraftperson, note: Zqrelated}
      cite: zqsource
      """,
      "content/sources/wire.yaml": "title: The wire",
      "content/sources/zqsource.yaml": "title: Zqsourcetitle\nvisibility: draft",
      "content/officials/ana.yaml": """
      name: Ana Public
      birth_place: {value: minsk, cite: {source: zqsource, at: Zqcited}}
      posts:
      - {id: open, title: Clerk}
      - {title: Zqpost, status: draft}
      - {id: zqpostkey, title: Chief, status: draft}
      - {title: Zqstation, predecessor: zqdraftperson}
      claims:
      - {id: zqclaim, text: Zqclaim was said, status: draft, cite: wire}
      body: |
        She wrote of it <!-- zqcommentline --> twice.

        <!--
        zqcommentblock
        -->
      """,
      // Both go back to what is not published, and so are one.
      "content/sources/paper.yaml": "title: The paper\nbased_on: zqsource",
      "content/sources/daily.yaml": "title: The daily\nbased_on: [zqsource, zqremoved]",
      "content/sources/weekly.yaml": "title: The weekly\nbased_on: zqbanned",
      "content/sources/zqbanned.yaml": """
      title: Zqbannedtitle
      based_on: zqsource
      embargo: 2099-01-01T00:00:00Z
      """,
      "content/sources/zqremoved.yaml": """
      title: Zqremovedtitle
      based_on: zqsource
      visibility: draft
      """,
      "content/places/minsk.yaml": "name: {value: Minsk, cite: [paper, daily, weekly]}",
      "content/officials/zqdraftperson.yaml": """
      name: Zqdraftname Person
      names: [Zqdraftalias Person]
      visibility: draft
      tags: [zqdrafttag, shared]
      formerly: [zqdraftformer]
      images: [zqdraftmedia.svg]
      birth_place: minsk
      body: Zqdraftbody of Ana Public.
      # Scans are in zqdraftfile.pdf.
      internal: {see: ["zqdraft named.pdf"]}
      """,
      "content/officials/gone.yaml": """
      name: Zqgonename Person
      names: [Zqgonealias Person]
      disambiguation: Zqgonedisambiguation
      summary: Zqgonesummary
      born: 1848-02-03
      posts: [{title: Zqgonetitle}]
      tags: [zqgonetag]
      body: Zqgonebody of Ana Public.
      claims: [{id: c, text: Zqgoneclaim, about: ana, cite: wire}]
      formerly: [zqgoneformer]
      extra: {a: Zqgoneextra}
      corrections: [{date: 2020-01-01, what: Zqgonecorrection}]
      reply: {status: received, text: Zqgonereply}
      identifiers: {other: Zqgoneidentifier}
      links: ["https://zqgonelink.example/"]
      images: [zqgoneimage.svg]
      visibility: redacted
      """,
      "content/pages/zqdraftpage.md": "---\ntitle: P\nvisibility: draft\n---\nAna Public.\n",
      "content/articles/zqembargo.md":
        "---\ntitle: E\ndate: 2023-01-01\nembargo: 2099-01-01T00:00:00Z\n---\nZqembargotext of Ana Public.\n",
      "content/events/fair.yaml": """
      name: The Fair
      date: 2023-05-20
      participants:
      - {who: ana, role: Speaker, as: zqpostkey}
      - {who: zqdraftperson, role: Zqparticipant}
      - {who: gone, role: Guest}
      """,
      "content/articles/talks.md": """
      ---
      # zqcommentfront
      title: Talks
      date: 2023-05-21
      sources: [wire, zqsource]
      about: [ana, zqdraftperson]
      tags: [shared]
      mentions: {pin: {Somebody Else: zqdraftperson}}
      annotations:
        n1: {text: Zqannotation, status: draft}
        n2: {text: Zqabout, about: [zqdraftperson]}
        n3: {text: Seen by all, cite: zqsource}
        n4: {claim: ana#zqclaim}
      ---
      Ana Public met [[zqdraftperson|somebody]] and Somebody Else [@zqsource, p. 3; @wire]. It was
      [said]{^n1} and [done]{^n2} and [seen]{^n3} and [told]{^n4}; see [[ana#zqclaim|this]],
      [that](../officials/ana.yaml#_claims_zqclaim), [his](../officials/ana.yaml#_posts_zqpostkey) and
      [[gone|her]]. <!-- zqcommentline -->
      """,
    ],
    bytes: [
      "content/media/zqfile.svg": Array("<svg/>".utf8),
      "content/media/zqdraftmedia.svg": Array("zqmediabytes".utf8),
      "content/media/zqdraftfile.pdf": Array("a".utf8),
      "content/media/zqdraft named.pdf": Array("a".utf8),
      "content/media/zqgoneimage.svg": Array("<svg/>".utf8),
    ])
}
