/// The footnotes and annotations of a page, numbered by first use.
struct NoteList {
  /// What a note says; two marks with the same are two references to one note.
  enum Key: Hashable {
    /// By the text on the page that holds it, and its place among the footnotes of that text.
    case footnote(text: Int, index: Int)
    case annotation(String)
  }

  private(set) var keys: [Key] = []
  private var numbers: [Key: Int] = [:]
  /// How often each note is referred to, and under which ids.
  private(set) var marks: [[String]] = []
  /// The texts on the page that have footnotes.
  private(set) var texts: [LinkedText] = []

  /// The note's number, and the id of this reference to it: `_r3`, `_r3-2`, or one that it is given.
  mutating func mark(_ key: Key, id: String? = nil) -> (number: Int, id: String) {
    let index = index(of: key)
    let occurrence = marks[index].count + 1
    let own = occurrence == 1 ? "_r\(index + 1)" : "_r\(index + 1)-\(occurrence)"
    marks[index].append(id ?? own)
    return (index + 1, id ?? own)
  }

  private mutating func index(of key: Key) -> Int {
    if let known = numbers[key] { return known }
    numbers[key] = keys.count
    keys.append(key)
    marks.append([])
    return keys.count - 1
  }

  /// Lists a note that no place on the page refers to.
  mutating func list(_ key: Key) { _ = index(of: key) }

  /// A number for a text whose footnotes may come up.
  mutating func add(_ text: LinkedText) -> Int {
    texts.append(text)
    return texts.count - 1
  }
}
