import Markdown

// Links within texts: to records by id or name, to files by path, to sources.
extension Resolver {
  /// - Parameter annotations: The keys of those that are published, of a record's body.
  mutating func resolve(
    _ text: MarkdownText, within record: ParsedRecord? = nil, _ annotations: Set<String> = []
  ) -> LinkedText {
    let document = text.document
    report(document.problems, in: text)
    checkAnnotations(in: text, of: record)
    checkCitations(in: text)
    checkSupport(in: text)
    guard
      !document.links.isEmpty || !document.wikiLinks.isEmpty || !document.citationItems.isEmpty
        || !document.annotations.isEmpty
    else {
      return LinkedText(
        document: document, links: [], wikiLinks: [], citations: [], origin: text)
    }
    let ranges = LinkRanges(document)
    checkTypedMarks(
      beside: text,
      links: ranges.links.indices.map { ranges.captions.contains($0) ? nil : ranges.links[$0] })
    let citations = document.citationItems.map {
      let source = resolve($0, in: text)
      return document.isUnseen($0.sourceRange.lowerBound) ? nil : source
    }
    // What is on no page is checked as everything is, and then leads nowhere.
    return LinkedText(
      document: document.omitting {
        document.citations[$0].items.allSatisfy { citations[$0] == nil }
      } annotation: {
        !annotations.contains(
          String(decoding: document.bytes(document.annotations[$0].key), as: UTF8.self))
      },
      links: document.links.enumerated().map { index, link in
        let place = ranges.links[index]
        let destination = resolve(
          link, isImage: ranges.images.contains(index), at: place, in: text)
        return document.isUnseen(place.lowerBound) ? .plain : destination
      },
      wikiLinks: document.wikiLinks.map {
        let destination = resolve($0, in: text)
        return document.isUnseen($0.targetRange.lowerBound) ? .plain : destination
      },
      citations: citations, origin: text)
  }

  /// `[[id]]`, `[[id#claim]]` or `[[Name]]`.
  private mutating func resolve(_ link: WikiLink, in text: MarkdownText) -> LinkDestination {
    let target = String(decoding: text.document.bytes(link.target), as: UTF8.self)
    let location = location(link.targetRange, in: text)
    let entry: RecordIndex.Entry?
    var id = target
    if let byID = directory[target] {
      entry = byID
    } else {
      let bearers = directory.bearers(of: target)
      if bearers.count > 1 {
        let ids = bearers.map { directory.records[$0].id }.sorted()
        report(
          Diagnostic(
            .ambiguousName, "'\(target)' is the name of \(ids.quotedList)", at: location,
            help: "write '[[\(ids[0])|\(target)]]' or another of them"))
        return .plain
      }
      entry = bearers.first.map { directory.entry($0) }
      if let bearer = bearers.first { id = directory.records[bearer].id }
    }
    switch entry {
    case .published(let record):
      let claim = link.claim.map { String(decoding: text.document.bytes($0), as: UTF8.self) }
      if let claim {
        let place = self.location(link.claimRange, in: text)
        guard isPublishedClaim(claim, of: WrittenReference(id: id, location: place)) else {
          // The claim is held back; the entity is not.
          return .record(record, claim: nil, fragment: nil)
        }
      }
      return .record(record, claim: claim, fragment: nil)
    case .redacted:
      return link.hasText ? .plain : .removed
    case .unpublished:
      if !link.hasText, !isDraft {
        report(
          Diagnostic(
            .unpublishedReference, "'\(target)' is not published, and the link has no other words",
            at: location, help: "write '[[\(target)|the words to show]]', or publish it"))
      }
      return .plain
    case nil where directory.isUnread(target): return .plain
    // What is no id is a name, and may be one that could not be read.
    case nil where !isIdentifier(target) && directory.hasUnreadNames: return .plain
    case nil:
      let help = meant(by: link, target, in: text)
      report(
        Diagnostic(
          .danglingReference, "'[[\(target)]]' leads to nothing that a file declares", at: location,
          help: help), wanting: help == nil ? .name(target) : nil)
      return .plain
    }
  }

  /// How a path or a picture within `[[ ]]` is written; nil of what is neither.
  private func meant(by link: WikiLink, _ target: String, in text: MarkdownText) -> String? {
    let words = link.hasText ? "|…" : ""
    if !target.hasPrefix("@"), let meant = MeantReference(target, in: directory),
      meant.place == nil
    {
      return "write '[[\(meant.id)\(words)]]'"
    }
    let file = target.hasPrefix("media/") ? String(target.dropFirst(6)) : target
    guard media.contains(file) else { return nil }
    let start = Int(link.targetRange.lowerBound)
    let isShown = text.document.source[..<start].suffix(3).first == UInt8(ascii: "!")
    return isShown
      ? "write '![what it shows](media/\(file))'" : "write '[words](media/\(file))'"
  }

  private mutating func resolve(_ item: CitationItem, in text: MarkdownText) -> RecordID? {
    let id = String(decoding: text.document.bytes(item.source), as: UTF8.self)
    let location = location(item.sourceRange, in: text)
    if id.isEmpty {
      report(
        Diagnostic(
          .citationWithoutSource, "the citation names a place in a source, and not the source",
          at: location, help: "write the source's id behind '@'"))
      return nil
    }
    guard isIdentifier(id) else {
      report(
        Diagnostic(
          .danglingReference, "'@\(id)' is not the id of a source", at: location,
          help: MeantReference(id, in: directory).map { "write '@\($0.id)'" }
            ?? proposedIdentifier(for: id).map { "write an id such as '@\($0)'" }))
      return nil
    }
    return resolve(WrittenReference(id: id, location: location), named: "@\(id)", to: ["source"])
  }

  private mutating func resolve(
    _ link: Link, isImage: Bool, at range: Range<UInt32>, in text: MarkdownText
  ) -> LinkDestination {
    let written = String(decoding: text.document.bytes(link.destination), as: UTF8.self)
    guard link.isSafe else { return .plain }
    let place = location(range, in: text)
    if written.holdsPassword {
      report(.passwordInAddress(at: place))
      return .plain
    }
    // The page's own anchors, and addresses elsewhere, are left as they are.
    if written.isEmpty || written.hasPrefix("#") || written.hasPrefix("?") || written.hasScheme {
      if written.hasPrefix("#"), let record {
        if directory.isHeldBack(String(written.dropFirst()).percentDecoded, in: record.id) {
          return .plain
        }
        checkAnchor(written.dropFirst(), of: record, beside: text.document, at: place)
      }
      return isImage ? elsewhere(written, at: range, in: text) : .address(written)
    }
    let parts = written.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = String(parts[0]).percentDecoded
    let fragment = parts.count == 2 ? String(parts[1]) : nil
    // As in the repository, from the file that holds the text; or from `content/`, as `media/x.jpg` is written.
    let from = sources.files[Int(place.file)].path
    let candidates = [normalized(path, from: from), normalized(path, from: "content/x")]
    for candidate in candidates.compactMap({ $0 }) {
      if candidate.hasPrefix("content/media/") {
        let file = String(candidate.dropFirst("content/media/".count))
        if media.contains(file) {
          checkIsPublished(file, at: place)
          return .media(file)
        }
      } else if !isImage, let id = recordsByPath[candidate] {
        switch directory[id] {
        case .published(let index):
          if let fragment, let target = directory.record(id) {
            if directory.isHeldBack(fragment.percentDecoded, in: id) {
              return .record(index, claim: nil, fragment: nil)
            }
            checkAnchor(fragment[...], of: target, at: place)
          }
          return .record(index, claim: nil, fragment: fragment)
        case .redacted, .unpublished, nil: return .plain
        }
      }
    }
    // The file is there, and its id could not be read.
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if directory.isUnread(String(name[..<(name.lastIndex(of: ".") ?? name.endIndex)])) {
      return .plain
    }
    if media.contains(path) {
      report(.missingMedia(path, beside: from, isImage: isImage, at: place))
    } else if isImage || path.contains("media/") {
      let file = path.hasPrefix("media/") ? String(path.dropFirst(6)) : path
      report(.missingMedia(file, at: place), wanting: .mediaInText(file))
    } else {
      report(
        Diagnostic(
          .brokenLink, "there is no file '\(path)' to link to", at: place,
          help: written.hasPrefix("^")
            ? "write '[words]{\(written)}' to annotate them"
            : "link to a file by its path from here, or write '[[id]]'"),
        wanting: written.hasPrefix("^") ? nil : .file(name))
    }
    return .plain
  }

  /// Pages show no image of another host, whose owner would learn who reads them.
  private mutating func elsewhere(
    _ address: String, at range: Range<UInt32>, in text: MarkdownText
  ) -> LinkDestination {
    report(
      Diagnostic(
        .foreignImage, "the image '\(address)' lies on another host", at: location(range, in: text),
        help: "put the file into 'content/media/', so that no reader is sent elsewhere"))
    return .plain
  }

  func location(_ range: Range<UInt32>, in text: MarkdownText) -> Location {
    text.location(of: Int(range.lowerBound)..<Int(range.upperBound), in: sources.files)
  }
}

extension Diagnostic {
  /// A file that is there, named in a text as fields name it.
  fileprivate static func missingMedia(
    _ path: String, beside file: String, isImage: Bool, at place: Location
  ) -> Diagnostic {
    Diagnostic(
      isImage ? .missingMedia : .brokenLink, "there is no file '\(path)' beside '\(file)'",
      at: place, help: "write 'media/\(path)'")
  }
}

extension [String] {
  /// `'a', 'b' and 'c'`
  var quotedList: String {
    let quoted = map { "'\($0)'" }
    guard quoted.count > 1, let last = quoted.last else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension String {
  /// Whether it begins with a scheme, as `https:` and `mailto:` are.
  fileprivate var hasScheme: Bool {
    guard let colon = utf8.firstIndex(of: 0x3A), utf8.first?.isASCIILetter == true else {
      return false
    }
    return utf8[..<colon].allSatisfy {
      $0.isASCIILetterOrDigit || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E
    }
  }

  /// With `%20` and its like as the bytes that they stand for; as it is if that is not UTF-8.
  var percentDecoded: String {
    guard utf8.contains(0x25) else { return self }
    var bytes: [UInt8] = []
    var rest = utf8[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == 0x25, digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? self
  }
}

/// A relative path, taken from the folder of a file; nil if it leads out of the dossier.
private func normalized(_ path: String, from file: String) -> String? {
  var parts = path.hasPrefix("/") ? [] : file.split(separator: "/").dropLast().map(String.init)
  for part in path.split(separator: "/") {
    switch part {
    case ".": continue
    case "..":
      guard !parts.isEmpty else { return nil }
      parts.removeLast()
    default: parts.append(String(part))
    }
  }
  return parts.joined(separator: "/")
}
