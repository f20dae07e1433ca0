import EDTF
import YAML

// With what other tools keep something back, and nothing here does.
extension KeySynonyms {
  /// The way out where a key looks as if it kept something back, and does not; nil if it was to say something else.
  ///
  /// - Parameter now: Days that have come keep nothing back anywhere; nil: any may be to come.
  static func visibility(
    _ key: String, _ value: Node, among known: [String], at now: Instant? = nil
  ) -> String? {
    let key = key.lowercased()
    let text = value.text?.trimmed ?? ""
    let word = text.lowercased()
    let isOfRecord = known.contains("visibility")
    if known == SiteSettings.keys { return switches.contains(key) ? inSettings : nil }
    let draft =
      isOfRecord
      ? "write 'visibility: draft'"
      : known.contains("status")
        ? "write 'status: draft'" : "write it of what this belongs to, as 'status: draft'"
    if hiding.contains(key) || showing.contains(key) {
      if (hiding.contains(key) ? negations : affirmations).contains(word) { return deletion }
      if key == "published", word.count > 1, word.contains(where: \.isNumber) {
        return date(text).flatMap { _ in embargo(text, isOfRecord, now) }
      }
      if key == "unlisted", isOfRecord { return "write 'visibility: noindex'" }
      let isNote = !word.isEmpty && !negations.contains(word) && !affirmations.contains(word)
      return isNote && notes.contains(key) && known.contains("internal")
        ? "write 'internal' for a note to colleagues; to keep all of it back, \(draft)" : draft
    }
    guard isOfRecord else {
      return key == "visibility" || key == "embargo"
        || known.contains("status")
          && (key == "status" || nearest(to: key, among: ["status"]) != nil)
        ? draft : nil
    }
    switch key {
    case "status":
      if ["public", "publish", "published"].contains(word) { return deletion }
      if known.contains("url_status"), ["live", "unfit", "usurped"].contains(word) {
        return "write 'url_status: \(word)'"
      }
      return known.contains("url_status") && deadWords.contains(word)
        ? "write 'url_status: dead', or 'visibility: draft' to keep the source back" : draft
    case "state": return hiding.contains(word) || word == "pending" ? draft : nil
    case "noindex", "redacted":
      return negations.contains(word) ? deletion : "write 'visibility: \(key)'"
    case "publishdate", "publish_date": return embargo(text, isOfRecord, now)
    case "expirydate", "expiry_date":
      return "nothing expires by itself: write 'visibility: draft' when its day has come"
    case "build", "_build", "render":
      let render = key == "render" ? word : value["render"]?.text?.lowercased() ?? ""
      return render == "never" || negations.contains(render) ? draft : nil
    default: break
    }
    if key.hasPrefix("embargo") || nearest(to: key, among: ["embargo"]) != nil {
      return negations.contains(word) ? deletion : embargo(until: text)
    }
    // Under whatever key: who writes that word relies on it.
    return word == "draft" || key == "visibility"
      || nearest(to: key, among: ["visibility", "visible"]) != nil ? draft : nil
  }

  /// Whether a folder is called as if nobody saw what is in it.
  static func isHiding(folder: Substring) -> Bool {
    let name = folder.lowercased()
    return hiding.contains(String(name.drop { $0 == "_" }))
  }

  private static let hiding: Set = [
    "draft", "drafts", "unpublished", "private", "hidden", "confidential", "secret", "unlisted",
    "wip", "withheld", "withhold", "anonymous", "do_not_publish", "donotpublish",
    "off_the_record",
  ]
  private static let showing: Set = ["published", "publish", "public", "visible"]
  private static let switches = hiding.union(showing).union(["visibility", "embargo", "noindex"])
  /// Those of ``hiding`` that may be a note as well.
  private static let notes: Set = ["private", "confidential", "secret"]
  private static let affirmations: Set = ["true", "yes", "on", "1"]
  private static let negations: Set = ["false", "no", "off", "0"]
  private static let deadWords: Set = ["dead", "deleted", "removed", "gone", "offline"]
  private static let deletion =
    "delete the line: it is published unless 'visibility' says otherwise"
  private static let inSettings =
    "write 'visibility: draft' in the files that are drafts; '--drafts' shows them"

  // MARK: Days that are to come

  private static func embargo(
    _ text: String, _ isOfRecord: Bool, _ now: Instant?
  ) -> String? {
    guard isOfRecord, !text.isEmpty else { return nil }
    if let now, let instant = date(text)?.instant, instant <= now { return nil }
    return embargo(until: text)
  }

  private static func embargo(until text: String) -> String {
    guard let date = date(text) else {
      return "write 'embargo: …' with the time until which it is kept back, YYYY-MM-DDThh:mm:ssZ"
    }
    return "write 'embargo: \(date.text)'"
      + (date.isCompleted ? ", with the hour and the offset that you mean" : "")
  }

  /// A moment, written as `embargo` takes it.
  private static func date(_ text: String) -> (text: String, instant: Instant, isCompleted: Bool)? {
    let text = text.replacing(" ", with: "T")
    for end in ["", "Z", ":00Z", "T00:00:00Z"] {
      if let instant = try? Instant(text + end) { return (text + end, instant, !end.isEmpty) }
    }
    return nil
  }
}
