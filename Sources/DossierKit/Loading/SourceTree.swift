/// The files of a dossier as they were read: everything that the later stages know of the disk.
public struct SourceTree: Sendable {
  /// Text files: content, the author's templates, and the default templates that none replaces; sorted by path.
  package let files: [SourceFile]
  /// What is copied as it is: `content/media/` and `templates/assets/`; sorted by output path.
  package let assets: [AssetFile]
  /// Files that are left out, and that a diagnostic speaks of. Their ids follow those of ``files``.
  package let leftOut: [SourceFile]

  package init(files: [SourceFile], assets: [AssetFile] = [], leftOut: [SourceFile] = []) {
    self.files = files
    self.assets = assets
    self.leftOut = leftOut
  }

  /// The file that a ``Location`` names, read or left out.
  package subscript(id: FileID) -> SourceFile {
    let index = Int(id)
    return index < files.count ? files[index] : leftOut[index - files.count]
  }
}

/// A text file, whole in memory.
package struct SourceFile: Sendable {
  /// Path below the dossier's folder, with `/` between its parts: `content/articles/talks.md`.
  package let path: String
  package let bytes: [UInt8]
  /// True of a template that comes with dossier and that no file of the author's replaces.
  package let isBuiltIn: Bool

  package init(path: String, bytes: [UInt8], isBuiltIn: Bool = false) {
    self.path = path
    self.bytes = bytes
    self.isBuiltIn = isBuiltIn
  }
}

extension SourceFile {
  /// Its name without folders.
  var name: String { path.split(separator: "/").last.map(String.init) ?? "" }

  /// Its name without folders and ending.
  var stem: String {
    String(name[..<(name.lastIndex(of: ".") ?? name.endIndex)])
  }
}

/// The index of a file in ``SourceTree/files``.
package typealias FileID = UInt32

extension DiagnosticLog {
  /// By the path of the file, then the place; what has no place comes first. Equal places keep their order.
  package func sorted(in sources: SourceTree) -> [Diagnostic] {
    entries.enumerated().sorted { a, b in
      let paths = (path(of: a.element, in: sources), path(of: b.element, in: sources))
      // Files that are left out have the last ids, but not the last paths.
      guard paths.0.elementsEqual(paths.1) else {
        return paths.0.lexicographicallyPrecedes(paths.1)
      }
      switch (a.element.location, b.element.location) {
      case (let x?, let y?) where x != y: return x < y
      default: return a.offset < b.offset
      }
    }.map(\.element)
  }

  private func path(of diagnostic: Diagnostic, in sources: SourceTree) -> String.UTF8View {
    diagnostic.location.map { sources[$0.file].path.utf8 } ?? "".utf8
  }
}
