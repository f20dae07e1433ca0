import Markdown

/// A passage of a record's body that an annotation is anchored to by its words.
struct Passage {
  /// Its place among ``Record/annotations``.
  let annotation: Int
  let range: Range<UInt32>
  /// Counted on from the annotations that the text itself marks, so that each has an anchor of its own.
  let number: Int
}

extension Record where S == Resolved {
  /// Sorted by place; what holds others stands before them.
  var passages: [Passage] {
    var passages: [Passage] = []
    var number = body?.document.annotations.count ?? 0
    for (index, annotation) in annotations.enumerated() {
      guard let range = annotation.passage else { continue }
      passages.append(Passage(annotation: index, range: range, number: number))
      number += 1
    }
    return passages.sorted {
      ($0.range.lowerBound, $1.range.upperBound, $0.number)
        < ($1.range.lowerBound, $0.range.upperBound, $1.number)
    }
  }
}
