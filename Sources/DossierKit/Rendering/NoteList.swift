import Mustache

/// The footnotes and annotations of a page, numbered by first use.
struct NoteList {
  /// What a note says; two marks with the same are two references to one note.
  enum Key: Hashable {
    /// By the text on the page that holds it, and its place among the footnotes of that text.
    case footnote(text: Int, index: Int)
    /// By its place among those of the page's record.
    case annotation(Int)
  }

  private(set) var keys: [Key] = []
  private var numbers: [Key: Int] = [:]
  /// How often each note is referred to, and under which ids.
  private(set) var marks: [[String]] = []
  /// The texts on the page that have footnotes.
  private(set) var texts: [LinkedText] = []
  /// The HTML of each note whose text has been made.
  private(set) var html: [[UInt8]?] = []
  /// Whether each note opens in the text, behind its first mark.
  private(set) var opens: [Bool] = []
  /// What the note holds whose text is being made.
  var tree = ValueTree()
  /// What is left of the margin beside the page's own text.
  var margin = MarginRoom()

  /// The note's number, and the id of this reference to it: `_r3`, or `_r3-2`.
  mutating func mark(_ key: Key) -> (number: Int, id: String, isFirst: Bool) {
    let index = index(of: key)
    let occurrence = marks[index].count + 1
    let id = numbered("_r", index + 1, occurrence)
    marks[index].append(id)
    return (index + 1, id, occurrence == 1)
  }

  mutating func set(_ html: [UInt8], of index: Int) { self.html[index] = html }

  mutating func setOpening(_ index: Int) { opens[index] = true }

  private mutating func index(of key: Key) -> Int {
    if let known = numbers[key] { return known }
    numbers[key] = keys.count
    keys.append(key)
    marks.append([])
    html.append(nil)
    opens.append(false)
    return keys.count - 1
  }

  /// A number for a text whose footnotes may come up.
  mutating func add(_ text: LinkedText) -> Int {
    texts.append(text)
    return texts.count - 1
  }
}

/// `_c3`, or of a later occurrence `_c3-2`. Interpolation takes several times as long, and a page has many of these.
func numbered(_ name: String, _ number: Int, _ occurrence: Int) -> String {
  let id = name + String(number)
  return occurrence == 1 ? id : id + "-" + String(occurrence)
}
