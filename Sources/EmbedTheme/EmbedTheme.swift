import Foundation

/// Writes `DefaultTheme.swift`: the files of a folder as string literals, by path below that folder.
///
/// Arguments: the folder, the file to write, then the files to embed. Run by `EmbedThemePlugin`.
@main struct EmbedTheme {
  static func main() throws {
    let arguments = CommandLine.arguments
    let (root, output, files) = (arguments[1] + "/", arguments[2], arguments[3...].sorted())
    // Raw literals with more number signs than any theme file has in a row need no escaping.
    let hashes = String(repeating: "#", count: 8)
    var source = "/// The files of `templates/`, by path, as they were when dossier was built.\n"
    source += "let defaultThemeFiles: [(path: String, text: String)] = [\n"
    for file in files {
      let text = try String(contentsOfFile: file, encoding: .utf8)
      source += "(\"\(file.dropFirst(root.count))\", \(hashes)\"\"\"\n\(text)\n\"\"\"\(hashes)),\n"
    }
    try (source + "]\n").write(toFile: output, atomically: true, encoding: .utf8)
  }
}
