extension Form {
  /// Ways to write a date that are common elsewhere; the first row that has an answer gives it.
  static let all: [Form] = [
    // Times, and sets of dates.
    Form("*tD:MM*", "* D:MM*", "*tD", "*tDz", says: "a date has no time", write: "*"),
    Form("{*..*}", says: everyOne, write: "*/* for the time throughout", advice: entries),
    Form("{*}", says: everyOne, advice: entries),
    Form("[*,*]", answer: Mistake.oneOfSeveral),
    Form(
      "[..]", says: "'[..]' needs a date on one side at least",
      advice: "write '[..2015]' for 2015 or earlier"),
    Form("[*..*]", answer: Mistake.inBrackets),
    Form("[*/*]", says: brackets, write: "*/* for throughout", "[*..*] for some day within"),
    Form("[*]", says: brackets, write: "*"),
    Form("[*") {
      $0.text.utf8.contains(.closeBracket)
        ? nil : Mistake("'[' is not closed", Mistake.readable($0.text + "]"))
    },

    // Digits left open, and qualifiers.
    Form("*", answer: Mistake.inOpenDigits),
    Form("YYYY-XX-XX", says: "'-XX' stands once", write: "Y for some day of the year"),
    Form("CXX~", says: lastDigit, write: "[C00..C99] for some day of these years"),
    // Not a mark left by somebody: `X` is EDTF's sign for a digit that is not known.
    Form("CXXX~", says: lastDigit, write: "[C000..C999] for some day of these years"),
    Form("CCCX-*", says: "a decade has no months", write: "CX"),
    Form("YYYY-MX", "YYYY-MX-*", says: "a month is left open as a whole", write: "Y-XX"),
    Form("YYYY-MM-DX", says: "a day is left open as a whole", write: "Y-M-XX"),
    Form("YYYY-XX-DD", says: "a day needs its month", write: "Y"),
    Form("*", answer: Mistake.inQualifiers),

    // Numbers in the order or with the signs of another country. With dots the day is first everywhere.
    Form("YYYYMMDD", "YYYY.M.D", "YYYY M D", says: hyphens, write: "Y-M-D"),
    Form("YYYY.M", "YYYY M", says: hyphens, write: "Y-M"),
    Form("YYYY-M-D", says: "month and day have two digits", write: "Y-M-D"),
    Form("YYYY-M", says: "month and day have two digits", write: "Y-M"),
    Form("YYYY/M/D", says: slash, write: "Y-M-D"),
    Form("CCZZ/MM") { match in
      // 2021/22: no month, so the end of a span of years.
      guard match[2] > "12", let years = match.filling("CZ/CM") else { return nil }
      let proposals = Mistake.readable(years)
      return proposals.isEmpty
        ? nil : Mistake("both ends of an interval are full dates", proposals)
    },
    Form("YYYY/M", says: slash, write: "Y-M"),
    Form("D.M.YYYY", "D. M. YYYY", "D.M. YYYY", says: yearFirst, write: "Y-M-D"),
    Form("D/M/YYYY", "D-M-YYYY", "D M YYYY", says: yearFirst, write: "Y-M-D", "Y-D-M"),
    Form("M.YYYY", "M/YYYY", "M-YYYY", "M YYYY", says: "the year comes first", write: "Y-M"),
    Form(
      "D.M.YY", "D/M/YY", "D-M-YY", "D M YY", "Y", says: "a year has four digits",
      advice: "write the date like '2023-05-18'"),

    // Words.
    Form("CCC0'?s", "the CCC0'?s", says: "a decade is written with 'X'", write: "CX"),
    Form(
      "*Y ?b.? ?c.?", "*Y ?b.? ?c.? ?e.?", says: "years run from 0001 to 9999",
      advice: "older dates are not supported"),
    Form(
      "a.?d.? ?Y", "Y ?a.?d.?", "Y ?c.?e.?",
      says: "a year has four digits and nothing beside it", write: "Y"),
    Form("today", "yesterday", "tomorrow", "now", "present") {
      Mistake(
        "'\($0.text)' would mean another day tomorrow",
        advice: "write the date like '2023-05-18'")
    },
    Form(
      "circa*", "approximately*", "approx*", "about*", "around*", "ca*", "c.*", "c *",
      says: words, write: "*~"),
    Form("probably*", "possibly*", "perhaps*", "maybe*", says: words, write: "*?"),
    Form("from * to *", "from * until *", "from * and *", says: words, write: "*/*"),
    Form("between * and *", "between * to *", says: words, write: "[*..*]"),
    Form(
      "since*", "from*", says: words, write: "*/.. for what goes on", "*/ for what has ended"),
    Form(
      "until*", "till*", "up to*", says: words,
      write: "../* for what went on till then", "/* for a start that is not known"),
    Form("by*", says: words, write: "[..*]"),
    Form("before*") {
      Mistake.neighbour(of: $0, by: -1).map { Mistake(words, Mistake.readable("[..\($0)]")) }
    },
    Form("after*") {
      Mistake.neighbour(of: $0, by: 1).map { Mistake(words, Mistake.readable("[\($0)..]")) }
    },
    Form("*", answer: Mistake.inNames),

    // Two dates.
    Form(
      "YYYY ?- ?ZZZZ", says: "'/' stands between the ends of an interval",
      write: "Y/Z for throughout", "[Y..Z] for some day within"),
    Form("*/*/*", says: "an interval has two ends, with one '/' between them", advice: entries),
    Form("*/*", answer: Mistake.inInterval),
    Form("..*", says: dots, write: "../* for throughout", "[..*] for some day within"),
    Form("*..", says: dots, write: "*/.. for throughout", "[*..] for some day within"),
    Form("*..*", says: dots, write: "*/* for throughout", "[*..*] for some day within"),
  ]

  private static let entries = "several dates are several entries"
  private static let everyOne = "'{…}', which means each of several dates, is not supported"
  private static let brackets = "'[…]' holds two dates with '..' between them"
  private static let lastDigit = "only the last digit of a year can be left open"
  private static let hyphens = "hyphens stand between year, month and day"
  private static let slash =
    "'/' stands between the ends of an interval, not between year and month"
  private static let yearFirst = "the year comes first, with hyphens: year-month-day"
  private static let words = "words do not qualify a date, signs do"
  private static let dots = "'..' between dates needs brackets or a slash"
}
