import Markdown
import Testing

@testable import DossierKit

/// The rules of mentions, each with an article in which `{target|name}` is a link that was found.
@Suite struct MentionTests {
  /// Somebody of every kind of name.
  static let files = [
    "content/countries/belarus.yaml":
      "name: Belarus\nnames: [Republic of Belarus, {text: BLR, type: abbreviation}]\ndemonyms: [Belarusian]",
    "content/countries/cuba.yaml": "name: Cuba\nnames: [{text: Kuba, type: misspelling}]",
    "content/countries/usa.yaml":
      "name: United States\nnames: [{text: US, type: abbreviation}, {text: Amerika, type: weak}]",
    "content/countries/ivory-coast.yaml": "name: Côte d'Ivoire",
    "content/officials/raul-castro.yaml": "name: Raúl Castro\nnames: [Castro]",
    "content/officials/fidel-castro.yaml": "name: Fidel Castro\nnames: [Castro]",
    "content/officials/milian.yaml": "name: Mónica Milián Gómez\nnames: [Milián, Milián Gómez]",
    "content/officials/diaz-canel.yaml": "name: Miguel Díaz-Canel\nnames: [Díaz-Canel]",
    "content/officials/diaz.yaml": "name: Julio Díaz\nnames: [Díaz]",
    "content/officials/ruiz.yaml": "name: Ana Ruiz\nnames: [{text: Ana Ruiz, link: auto}]",
    "content/places/york.yaml": "name: New York",
    "content/officials/young.yaml": "name: Andrew Young\nnames: [Young]",
    "content/organizations/belta.yaml": "name: BelTA",
    "content/places/minsk.yaml":
      "name: Minsk\nnames: [{text: Minsk, link: auto}, Минск, {text: 明斯克, link: auto}]",
    "content/officials/golovko.yaml": "name: Сергей Ёлкин\nnames: [Ёлкин]",
    "content/sources/wire.yaml": "title: Belarus wire report",
    "content/events/milex.yaml": "name: MILEX 2023",
  ]

  @Test(
    "finds names",
    arguments: [
      // By whole words, the longest first.
      ("Belarus is not Belarusian.", "{belarus|Belarus} is not Belarusian."),
      ("The Republic of Belarus.", "The {belarus|Republic of Belarus}."),
      ("Republic of Cuba", "Republic of {cuba|Cuba}"),
      ("BELARUS and belarus", "{belarus|BELARUS} and {belarus|belarus}"),
      ("MILEX 2023, MILEX 20235", "{milex|MILEX 2023}, MILEX 20235"),
      ("Monica Milian Gomez", "{milian|Monica Milian Gomez}"),
      ("Mo\u{301}nica Milia\u{301}n Gómez x", "{milian|Mo\u{301}nica Milia\u{301}n Gómez} x"),
      ("Mónica\nMilián\nGómez", "{milian|Mónica\nMilián\nGómez}"),
      ("Mónica Milián\\\nGómez", "Mónica Milián\\\nGómez"),
      ("M&oacute;nica Milián Gómez", "{milian|M&oacute;nica Milián Gómez}"),
      // The possessive stays outside, and so do elisions.
      ("Belarus's and Belarus’s army", "{belarus|Belarus}'s and {belarus|Belarus}’s army"),
      ("Belarus' army, 'Belarus'", "{belarus|Belarus}' army, '{belarus|Belarus}'"),
      ("l'Belarus, O'Belarus", "l'{belarus|Belarus}, O'Belarus"),
      ("Belarus'ka", "Belarus'ka"),
      ("Cote d’Ivoire", "{ivory-coast|Cote d’Ivoire}"),
      // A hyphen parts words, unless a longer name holds it.
      ("Minsk-based, pro-Minsk", "{minsk|Minsk}-based, pro-{minsk|Minsk}"),
      ("Cuba–Belarus talks", "{cuba|Cuba}–{belarus|Belarus} talks"),
      (
        "Belarus-Russia and United States-Cuba",
        "{belarus|Belarus}-Russia and {usa|United States}-{cuba|Cuba}"
      ),
      ("New York-London, Minsk-Moscow", "{york|New York}-London, {minsk|Minsk}-Moscow"),
      // A person's name that a hyphen prolongs is somebody else's, unless its author wants it always.
      ("Andrew Young-Smith, Lloyd-Andrew Young", "Andrew Young-Smith, Lloyd-Andrew Young"),
      (
        "Andrew Young-style, Andrew Young - Smith",
        "{young|Andrew Young}-style, {young|Andrew Young} - Smith"
      ),
      ("Ana Ruiz-Smith", "{ruiz|Ana Ruiz}-Smith"),
      ("Miguel Diaz‑Canel", "{diaz-canel|Miguel Diaz‑Canel}"),
      ("Miguel Díaz Canel", "Miguel Díaz Canel"),
      // Parts of addresses are no names.
      ("See belarus.by, info@belarus, @belarus", "See belarus.by, info@belarus, @belarus"),
      ("End.Belarus or В.Belarus", "End.Belarus or В.{belarus|Belarus}"),
      // Never in headings, code, links, images, or what is marked as no link.
      ("# Belarus\n\nCuba", "# Belarus\n\n{cuba|Cuba}"),
      ("`Belarus` [Belarus](https://example.org)", "`Belarus` [Belarus](https://example.org)"),
      ("[[!Belarus]] <https://belarus.by/Cuba>", "[[!Belarus]] <https://belarus.by/Cuba>"),
      ("A\n\n    Belarus\n\nCuba", "A\n\n    Belarus\n\n{cuba|Cuba}"),
      // Not across the edge of emphasis, but within it.
      ("*Republic of* Belarus", "*Republic of* {belarus|Belarus}"),
      ("**Republic of Belarus**", "**{belarus|Republic of Belarus}**"),
      ("*Belarus*ian, Belarus*ian*", "*Belarus*ian, Belarus*ian*"),
      ("*Belarus*'s", "*{belarus|Belarus}*'s"),
      ("> Belarus\n\n- Cuba", "> {belarus|Belarus}\n\n- {cuba|Cuba}"),
      ("T\n\n| a |\n|---|\n| Cuba |", "T\n\n| a |\n|---|\n| {cuba|Cuba} |"),
      // Misspellings, weak names and titles of sources are none.
      ("Kuba, Amerika, Belarus wire report", "Kuba, Amerika, {belarus|Belarus} wire report"),
      ("In 明斯克市 today", "In {minsk|明斯克}市 today"),
    ])
  func findsNames(_ body: String, _ expected: String) async throws {
    let dossier = try await LinkedDossier(body, Self.files)
    #expect(try dossier.text().trimmed == expected.trimmed)
    #expect(dossier.diagnostics.isEmpty, "\(dossier.diagnostics)")
  }

  @Test(
    "links a short name after a full mention of the only one who bears it",
    arguments: [
      ("Castro said.", "Castro said."),
      ("Castro, Raúl Castro, Castro", "Castro, {raul-castro|Raúl Castro}, {raul-castro|Castro}"),
      ("[[fidel-castro]] and Castro", "[[fidel-castro]] and {fidel-castro|Castro}"),
      (
        "[F](../officials/fidel-castro.yaml), Castro",
        "[F](../officials/fidel-castro.yaml), {fidel-castro|Castro}"
      ),
      ("Castro, [[fidel-castro]]", "Castro, [[fidel-castro]]"),
      ("BelTA, [[belta]], BelTA", "BelTA, [[belta]], {belta|BelTA}"),
      ("Republic of Belarus, BLR, blr", "{belarus|Republic of Belarus}, {belarus|BLR}, blr"),
      ("United States: tell us, US", "{usa|United States}: tell us, {usa|US}"),
      ("Andrew Young, a young man, YOUNG", "{young|Andrew Young}, a young man, {young|YOUNG}"),
      (
        "Julio Díaz, Díaz, Díaz-Balart, Díaz-led",
        "{diaz|Julio Díaz}, {diaz|Díaz}, Díaz-Balart, {diaz|Díaz}-led"
      ),
      ("Сергей Елкин. ЕЛКИН", "{golovko|Сергей Елкин}. {golovko|ЕЛКИН}"),
      ("Mónica Milián Gómez. Milián Gómez", "{milian|Mónica Milián Gómez}. {milian|Milián Gómez}"),
      // A note's text is part of the article.
      (
        "Raúl Castro.[^1]\n\n[^1]: Castro",
        "{raul-castro|Raúl Castro}.[^1]\n\n[^1]: {raul-castro|Castro}"
      ),
    ])
  func settlesContext(_ body: String, _ expected: String) async throws {
    let dossier = try await LinkedDossier(body, Self.files)
    #expect(try dossier.text().trimmed == expected.trimmed)
    #expect(dossier.diagnostics.isEmpty, "\(dossier.diagnostics)")
  }

  @Test(
    "obeys the article's own rules",
    arguments: [
      (
        "pin: {Milian: milian}", "Milián spoke; MILIAN did, milian not",
        "{milian|Milián} spoke; {milian|MILIAN} did, milian not"
      ),
      (
        "pin: {the general: milian}", "The general, Milián", "{milian|The general}, {milian|Milián}"
      ),
      (
        "pin: {Castro: fidel-castro}", "Raúl Castro, Castro",
        "{raul-castro|Raúl Castro}, {fidel-castro|Castro}"
      ),
      ("never: [Cuba]", "Cuba, Republic of Belarus", "Cuba, {belarus|Republic of Belarus}"),
      ("never: [Belarus Today]", "Belarus Today, Belarus", "Belarus Today, {belarus|Belarus}"),
      (
        "never: [Castro]", "Raúl Castro, Fidel Castro, Castro",
        "{raul-castro|Raúl Castro}, {fidel-castro|Fidel Castro}, Castro"
      ),
    ])
  func obeysRules(_ rules: String, _ body: String, _ expected: String) async throws {
    let dossier = try await LinkedDossier(
      body, frontMatter: "mentions: {\(rules)}", Self.files)
    #expect(try dossier.text().trimmed == expected.trimmed)
    #expect(dossier.diagnostics.isEmpty, "\(dossier.diagnostics)")
  }

  @Test(
    "links as often as the settings say",
    arguments: [
      ("first", "{cuba|Cuba}, (cuba|Cuba), [[belarus]], (belarus|Belarus)"),
      ("all", "{cuba|Cuba}, {cuba|Cuba}, [[belarus]], {belarus|Belarus}"),
      ("off", "(cuba|Cuba), (cuba|Cuba), [[belarus]], (belarus|Belarus)"),
    ])
  func obeysSettings(_ mode: String, _ expected: String) async throws {
    let dossier = try await LinkedDossier(
      "Cuba, Cuba, [[belarus]], Belarus", site: "title: T\nmentions: \(mode)", Self.files)
    #expect(try dossier.text() == expected)
    #expect(try dossier.mentions().map(\.number) == [1, 2, 1, 2])
  }

  @Test func findsNoNameOnItsOwnPage() async throws {
    var files = Self.files
    files["content/officials/raul-castro.yaml"] =
      "name: Raúl Castro\nnames: [Castro]\nbody: Castro led Cuba with Fidel Castro. Castro retired. [[raul-castro]]"
    let dossier = try await LinkedDossier("", files)
    #expect(
      try dossier.text(of: "raul-castro")
        == "Castro led {cuba|Cuba} with {fidel-castro|Fidel Castro}. Castro retired. [[raul-castro]]"
    )
    #expect(dossier.diagnostics.isEmpty, "\(dossier.diagnostics)")
    #expect(try dossier.backlinks(of: "raul-castro") == [])
  }

  @Test func recordsLinksCitationsAndAnnotations() async throws {
    let dossier = try await LinkedDossier(
      "[[belarus|There]]{^n} [@wire, p. 3; @wire] [Cuba came]{^c} [again]{^d}.",
      frontMatter: """
        annotations:
          n: A note.
          c: {claim: milian#told, about: [cuba, milian]}
          d: {about: [talks], text: Itself.}
        """,
      Self.files.merging([
        "content/officials/milian.yaml":
          "name: Mónica Milián Gómez\nclaims: [{id: told, text: So.}]"
      ]) { $1 })
    #expect(dossier.diagnostics.isEmpty, "\(dossier.diagnostics)")
    let source = try #require(dossier.model[dossier.id("talks")].body).document.source
    let mentions = try dossier.mentions().map { mention in
      "\(mention.kind) \(dossier.model[mention.target].id) \(mention.number) \(mention.isLink) \(mention.isFound) "
        + String(
          decoding: source[Int(mention.range.lowerBound)..<Int(mention.range.upperBound)],
          as: UTF8.self)
    }
    #expect(
      mentions == [
        "mentions belarus 1 true false [[belarus|There]]",
        "cites wire 1 false false [@wire, p. 3; @wire]",
        "cites wire 2 false false [@wire, p. 3; @wire]",
        "annotates milian 1 false false Cuba came",
        "annotates cuba 1 false false Cuba came",
        "mentions cuba 2 true true Cuba",
      ])
  }

  @Test func forgetsWhatIsRedacted() async throws {
    var files = Self.files
    files["content/countries/cuba.yaml"] = "name: Cuba\nvisibility: redacted\nupdated: 2023-05-01"
    files["content/sources/wire.yaml"] = "title: W\nvisibility: redacted\nupdated: 2023-05-01"
    let dossier = try await LinkedDossier("Cuba, [[cuba|it]] [@wire], Belarus", files)
    #expect(try dossier.text() == "Cuba, [[cuba|it]] [@wire], {belarus|Belarus}")
    #expect(try dossier.backlinks(of: "cuba") == [])
    #expect(try dossier.backlinks(of: "wire") == [])
  }
}

extension String {
  fileprivate var trimmed: String {
    split(separator: "\n", omittingEmptySubsequences: true).joined(separator: "\n")
      .drop { $0 == " " }.description
  }
}
