/// Cuts the sentence around a place to a length that is read at a glance.
struct Excerpt {
  /// Bytes.
  static let longest = 320

  private let text: [UInt8]
  private let sentences: Sentences

  init(_ text: [UInt8]) {
    self.text = text
    sentences = Sentences(text)
  }

  /// The part of the text to show for a place in it.
  func around(_ place: Range<Int>) -> Range<Int> {
    let sentence = sentences.around(place)
    var lower = min(sentence.lowerBound, place.lowerBound)
    var upper = max(sentence.upperBound, place.upperBound)
    if upper - lower > Excerpt.longest {
      let room = max(0, Excerpt.longest - place.count)
      let before = place.lowerBound - lower
      let after = upper - place.upperBound
      // Half on each side, and what one side does not need goes to the other.
      let left = min(before, max(room / 2, room - after))
      let right = min(after, room - left)
      if left < before { lower = wordStart(from: place.lowerBound - left, to: place.lowerBound) }
      if right < after { upper = wordEnd(from: place.upperBound + right, to: place.upperBound) }
      if upper - lower > Excerpt.longest {
        upper = wordEnd(from: lower + Excerpt.longest, to: lower + Excerpt.longest / 2)
      }
    }
    while lower < upper, text[lower] == space { lower += 1 }
    while lower < upper, text[upper - 1] == space { upper -= 1 }
    return lower..<upper
  }

  private let space = UInt8(ascii: " ")

  /// The first start of a word at `index` or behind it; where no space is near, that of a character.
  private func wordStart(from index: Int, to limit: Int) -> Int {
    if let gap = text[index..<min(limit, index + Excerpt.reach)].firstIndex(of: space) {
      return gap
    }
    return text[index..<limit].firstIndex { $0 & 0xC0 != 0x80 } ?? limit
  }

  /// The last end of a word at `index` or before it; where no space is near, that of a character.
  private func wordEnd(from index: Int, to limit: Int) -> Int {
    if text[index] == space { return index }
    if let gap = text[max(limit, index - Excerpt.reach)..<index].lastIndex(of: space) { return gap }
    var end = index
    while end > limit, text[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }

  /// How far a space is looked for; longer words, and Chinese, are cut between characters.
  private static let reach = 40
}
