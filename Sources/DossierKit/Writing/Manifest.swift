/// The memory of one output folder: every file that the last build left in it.
///
/// On the disk it is lines of text: a title with the version, the folder's path, then for each file its
/// fingerprint, size, time and path, sorted by path; last, the fingerprint of all lines before.
struct Manifest: Equatable {
  /// Absolute, free of links.
  let output: String
  /// Sorted by path.
  var records: [OutputRecord]

  private static let title = "dossier manifest 1"

  var bytes: [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(records.count * 112 + 256)
    text.append(line: Self.title)
    text.append(line: output.onOneLine)
    for record in records {
      text.appendHexadecimal(record.fingerprint)
      text.append(contentsOf: " \(record.size) \(record.modified) \(record.path.string)\n".utf8)
    }
    return text.sealed()
  }

  /// Nil if the bytes are damaged, of another version, or speak of another folder.
  init?(_ bytes: [UInt8], output: String) {
    guard var lines = LineReader(sealed: bytes), lines.next() == Self.title,
      lines.next() == output.onOneLine
    else { return nil }
    var records: [OutputRecord] = []
    while let line = lines.next() {
      guard let record = OutputRecord(line: line) else { return nil }
      records.append(record)
    }
    self.init(output: output, records: records)
  }

  init(output: String, records: [OutputRecord] = []) {
    self.output = output
    self.records = records
  }
}

/// The files that a build is about to make, written down before the first of them is made.
///
/// It stands while a build is under way. A build that finds one knows that the last was killed, and
/// that these files are dossier's own.
struct Journal: Equatable {
  /// Sorted.
  let paths: [OutputPath]

  private static let title = "dossier journal 1"

  init(paths: [OutputPath]) { self.paths = paths }

  /// Without paths if the bytes are damaged or of another version.
  init(_ bytes: [UInt8]) {
    var paths: [OutputPath] = []
    if var lines = LineReader(sealed: bytes), lines.next() == Self.title {
      while let path = lines.next().flatMap({ OutputPath($0) }) { paths.append(path) }
    }
    self.init(paths: paths)
  }

  var bytes: [UInt8] {
    var text: [UInt8] = []
    text.append(line: Self.title)
    for path in paths { text.append(line: path.string) }
    return text.sealed()
  }
}

extension OutputRecord {
  fileprivate init?(line: String) {
    let parts = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0].utf8.count == 32,
      let high = UInt64(parts[0].prefix(16), radix: 16),
      let low = UInt64(parts[0].suffix(16), radix: 16), let size = Int64(parts[1]),
      let modified = Int64(parts[2]), let path = OutputPath(String(parts[3]))
    else { return nil }
    self.init(
      path: path, fingerprint: Fingerprint(high: high, low: low), size: size, modified: modified)
  }
}

extension String {
  fileprivate var onOneLine: String {
    guard utf8.contains(where: { $0 == 0x0A || $0 == 0x5C }) else { return self }
    return String(
      decoding: utf8.flatMap { byte -> [UInt8] in
        switch byte {
        case 0x0A: Array("\\n".utf8)
        case 0x5C: Array("\\\\".utf8)
        default: [byte]
        }
      }, as: UTF8.self)
  }
}

extension [UInt8] {
  fileprivate mutating func append(line: String) {
    append(contentsOf: line.utf8)
    append(0x0A)
  }

  /// With a last line that holds the fingerprint of all lines before.
  fileprivate func sealed() -> [UInt8] {
    var result = self
    result.appendHexadecimal(Fingerprint(self))
    result.append(0x0A)
    return result
  }
}

/// The lines of a sealed text, one after another.
private struct LineReader {
  private let text: String
  private var rest: Substring.UTF8View

  /// Nil if the seal is missing or broken.
  init?(sealed bytes: [UInt8]) {
    let body = Array(bytes.dropLast(33))
    guard body.sealed() == bytes, let text = String(validating: body, as: UTF8.self) else {
      return nil
    }
    self.text = text
    rest = self.text[...].utf8
  }

  /// Nil at the end.
  mutating func next() -> String? {
    guard let end = rest.firstIndex(of: 0x0A) else { return nil }
    defer { rest = rest[rest.index(after: end)...] }
    return String(rest[..<end])
  }
}
