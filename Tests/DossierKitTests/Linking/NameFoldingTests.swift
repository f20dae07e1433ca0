import Testing

@testable import DossierKit

@Suite struct NameFoldingTests {
  @Test(
    "finds two spellings equal",
    arguments: [
      ("Mónica Milián", "monica milian"), ("BELARUS", "Belarus"), ("Straße", "STRASSE"),
      ("STRAẞE", "strasse"), ("Søren Kierkegård", "Soren Kierkegard"), ("Wałęsa", "Walesa"),
      ("Đilas", "Dilas"), ("Æsop", "aesop"), ("Œuvre", "oeuvre"), ("İstanbul", "istanbul"),
      ("Diyarbakır", "Diyarbakir"), ("Nguyễn", "Nguyen"), ("Þórr", "thorr"),
      ("Ёлкин", "Елкин"), ("ЛУКАШЕНКО", "Лукашенко"), ("Лукаше\u{301}нко", "Лукашенко"),
      ("Алексе\u{300}й", "Алексей"), ("ΑΘΗΝΑΣ", "Αθηνας"), ("Օհան", "օհան"),
      ("Díaz‐Canel", "Diaz-Canel"), ("Díaz–Canel", "Díaz‑Canel"), ("Díaz\u{AD}Canel", "DíazCanel"),
      ("O’Higgins", "O'Higgins"), ("Oʼhiggins", "O`Higgins"), ("“Zapad”", "«Zapad»"),
      ("  Grito   de\u{A0}Baire ", "Grito de Baire"), ("Rheinmetall Inc.", "Rheinmetall Inc"),
      ("\u{FEFF}Minsk\u{200B}", "Minsk"), ("(Minsk)", "Minsk"), ("北京", "北京"),
      ("\u{1EAF}", "a"), ("ｶ", "ｶ"), ("ガ", "カ\u{3099}"), ("각", "\u{1100}\u{1161}\u{11A8}"),
    ])
  func findsEqual(_ a: String, _ b: String) {
    #expect(foldedName(a) == foldedName(b))
    #expect(!foldedName(a).isEmpty)
  }

  @Test(
    "tells two spellings apart",
    arguments: [
      ("Кий", "Кии"), ("Быкаў", "Быкау"), ("Їжак", "Іжак"), ("Ѓорче", "Горче"),
      ("Díaz-Canel", "Díaz Canel"), ("Díaz-Canel", "DíazCanel"), ("U.S.", "us"), ("C++", "C"),
      ("C#", "C"), ("O'Higgins", "OHiggins"), ("Αθήνα", "Αθηνα"), ("東京", "京東"), ("か", "が"),
      ("Su-30", "Su-35"), ("A—B", "A-B"), ("Minsk", "Mінsk"),
    ])
  func tellsApart(_ a: String, _ b: String) {
    #expect(foldedName(a) != foldedName(b))
  }

  @Test(
    "is the same for composed and decomposed spellings",
    arguments: [
      "Mónica Milián Gómez", "Быкаў Йосиф Ёлкин", "Їжакевич", "Ѓорче Петров Ќ", "Nguyễn Thị Ậ",
      "Ørsted Åse", "Αθήνα", "ガギグ", "한국어", "क़लम", "Ǆenan", "ṩ", "Čapek–Šrámek",
    ])
  func ignoresTheForm(_ name: String) {
    #expect(foldedName(decomposed(name)) == foldedName(composed(name)))
    #expect(foldedName(foldedName(name)) == foldedName(name))
  }

  @Test("is empty without letters and digits", arguments: ["", " ", "...", "—", "++", "\u{301}"])
  func isEmpty(_ name: String) {
    #expect(foldedName(name).isEmpty)
  }

  @Test func foldsEveryLetterOfTheTableTheSameAloneAndComposed() {
    for value in (0x41...0x58F as ClosedRange<UInt32>) {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { continue }
      let letter = String(scalar)
      #expect(foldedName(letter) == foldedName(decomposed(letter)), "U+\(String(value, radix: 16))")
      #expect(foldedName("x" + letter + "y") == foldedName(decomposed("x" + letter + "y")))
    }
  }
}
