/// Cuts the sentence around a place to a length that is read at a glance.
struct Excerpt {
  /// Characters, as Unicode counts them, so that a sentence is as long in every script.
  static let longest = 320

  /// The ends at which more of the sentence is left out.
  struct Cuts: OptionSet, Hashable, Sendable {
    let rawValue: UInt8
    static let front = Cuts(rawValue: 1 << 0)
    static let back = Cuts(rawValue: 1 << 1)
  }

  private let text: [UInt8]
  private let sentences: Sentences

  init(_ text: [UInt8]) {
    self.text = text
    sentences = Sentences(text)
  }

  /// The part of the text to show for a place in it.
  func around(_ place: Range<Int>) -> (range: Range<Int>, cuts: Cuts) {
    let sentence = sentences.around(place)
    var lower = min(sentence.lowerBound, place.lowerBound)
    var upper = max(sentence.upperBound, place.upperBound)
    var cuts: Cuts = []
    // No more is ever counted than can be shown, however long the sentence.
    let most = Excerpt.longest + 1
    let inner = text.scalars(from: place.lowerBound, before: place.upperBound, atMost: most).count
    let before = text.scalars(backFrom: place.lowerBound, to: lower, atMost: most).count
    let after = text.scalars(from: place.upperBound, before: upper, atMost: most).count
    if before + inner + after > Excerpt.longest {
      let room = max(0, Excerpt.longest - inner)
      // Half on each side, and what one side does not need goes to the other.
      let left = min(before, max(room / 2, room - after))
      let right = min(after, room - left)
      if left < before {
        let start = text.scalars(backFrom: place.lowerBound, to: lower, atMost: left).end
        lower = wordStart(from: start, to: place.lowerBound)
        cuts.insert(.front)
      }
      if right < after {
        let end = text.scalars(from: place.upperBound, before: upper, atMost: right).end
        upper = wordEnd(from: end, to: place.upperBound)
        cuts.insert(.back)
      }
      if inner > Excerpt.longest {
        let half = text.scalars(from: lower, before: upper, atMost: Excerpt.longest / 2).end
        let end = text.scalars(from: half, before: upper, atMost: Excerpt.longest / 2).end
        upper = wordEnd(from: end, to: half)
        cuts.insert(.back)
      }
    }
    while lower < upper, text[lower] == space { lower += 1 }
    while lower < upper, text[upper - 1] == space { upper -= 1 }
    return (lower..<upper, cuts)
  }

  private let space = UInt8(ascii: " ")

  /// The first start of a word at `index` or behind it; where no space is near, that of a character.
  private func wordStart(from index: Int, to limit: Int) -> Int {
    let end = text.scalars(from: index, before: limit, atMost: Excerpt.reach).end
    return text[index..<end].firstIndex(of: space) ?? index
  }

  /// The last end of a word at `index` or before it; where no space is near, that of a character.
  private func wordEnd(from index: Int, to limit: Int) -> Int {
    if index < text.count, text[index] == space { return index }
    let start = text.scalars(backFrom: index, to: limit, atMost: Excerpt.reach).end
    return text[start..<index].lastIndex(of: space) ?? index
  }

  /// How far a space is looked for; longer words, and Chinese, are cut between characters.
  private static let reach = 40
}

extension [UInt8] {
  /// How many characters follow a place, and where the last of them ends.
  fileprivate func scalars(
    from start: Int, before limit: Int, atMost most: Int
  ) -> (count: Int, end: Int) {
    var count = 0
    var index = start
    while count < most, index < limit {
      index += 1
      while index < limit, self[index] & 0xC0 == 0x80 { index += 1 }
      count += 1
    }
    return (count, index)
  }

  /// How many characters come before a place, and where the first of them begins.
  fileprivate func scalars(
    backFrom start: Int, to limit: Int, atMost most: Int
  ) -> (count: Int, end: Int) {
    var count = 0
    var index = start
    while count < most, index > limit {
      index -= 1
      while index > limit, self[index] & 0xC0 == 0x80 { index -= 1 }
      count += 1
    }
    return (count, index)
  }
}
