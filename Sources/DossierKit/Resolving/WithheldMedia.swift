import Markdown

/// Media files that only unpublished matter shows: they stay behind, as their names would tell of it.
///
/// A file that nothing names is published: it lies in `content/media/` for links from elsewhere.
enum WithheldMedia {
  /// Those of `media`, paths below `content/media/`, that are withheld, and those that nothing names.
  static func files(
    of media: Set<String>, named written: [ParsedRecord], published: [ResolvedRecord]
  ) -> (withheld: Set<String>, unnamed: Set<String>) {
    guard !media.isEmpty else { return ([], []) }
    var withheld: Set<String> = []
    for record in written {
      withheld.formUnion(record.privateFiles)
      for (_, value) in record.extra { withheld.formUnion(candidates(Array(value.utf8)[...])) }
      collect(record.fields + [FieldEntry(field: -1, facts: record.nameFacts)]) {
        withheld.insert($0)
      } text: { document in
        for link in document.document.links {
          withheld.formUnion(candidates(document.document.bytes(link.destination)))
        }
      }
      let notes = record.annotations.flatMap { [$0.text, $0.support?.note] }
      for text in ([record.body] + notes).compactMap(\.self) {
        for link in text.document.links {
          withheld.formUnion(candidates(text.document.bytes(link.destination)))
        }
      }
    }
    let unnamed = media.subtracting(withheld)
    withheld.formIntersection(media)
    for record in published {
      collect(record.fields + [FieldEntry(field: -1, facts: record.nameFacts)]) {
        withheld.remove($0)
      } text: {
        remove($0, from: &withheld)
      }
      if let body = record.body { remove(body, from: &withheld) }
      for note in record.annotations {
        for text in [note.text, note.support?.note] {
          if let text { remove(text, from: &withheld) }
        }
      }
    }
    return (withheld, unnamed)
  }

  private static func remove(_ text: LinkedText, from files: inout Set<String>) {
    for case .media(let path) in text.links { files.remove(path) }
  }

  /// What an address may mean below `content/media/`: every tail that begins behind a part named `media`.
  private static func candidates(_ address: ArraySlice<UInt8>) -> [String] {
    let path = String(decoding: address.prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self)
      .percentDecoded
    let parts = path.split(separator: "/")
    return parts.indices.filter { parts[$0] == "media" }
      .map { parts[($0 + 1)...].joined(separator: "/") }
  }

  private static func collect<S: Stage>(
    _ entries: [FieldEntry<S>], _ file: (String) -> Void, text: (S.Text) -> Void
  ) {
    for entry in entries {
      for fact in entry.facts {
        switch fact.value {
        // Any text may be the name of a file; whether it is one is known where files are.
        case .text(let path): file(path)
        case .markdown(let markdown): text(markdown)
        case .group(let inner): collect(inner, file, text: text)
        default: break
        }
        if let note = fact.support?.note { text(note) }
      }
    }
  }
}

extension SiteModel {
  /// Whether a file stays behind.
  func withholds(_ asset: AssetFile) -> Bool {
    let path = asset.outputPath.string
    return path.hasPrefix("media/") && withheldMedia.contains(String(path.dropFirst(6)))
  }
}
