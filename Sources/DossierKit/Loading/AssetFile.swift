/// A file that is copied to the output as it is.
package struct AssetFile: Sendable {
  package enum Origin: Sendable {
    /// Comes with dossier.
    case builtIn([UInt8])
    /// Stands on the disk at this path, free of links.
    case disk(String)
  }

  /// `media/x.jpg` or `assets/style.css`.
  package let outputPath: OutputPath
  package let origin: Origin
  /// Bytes.
  package let size: Int64
  /// Nanoseconds since 1970; 0 for what comes with dossier.
  package let modified: Int64

  package init(outputPath: OutputPath, origin: Origin, size: Int64, modified: Int64) {
    self.outputPath = outputPath
    self.origin = origin
    self.size = size
    self.modified = modified
  }
}
