import YAML

extension YAML.Problem {
  /// As a diagnostic of the file that it stands in.
  func diagnostic(in file: FileID) -> Diagnostic {
    let code: Diagnostic.Code =
      switch kind {
      case .syntax: .yamlSyntax
      case .tag: .yamlTag
      case .nonScalarKey: .yamlKey
      case .duplicateKey: .duplicateKey
      case .tab: .yamlTab
      case .anchor, .alias: .yamlAlias
      case .tooDeep: .yamlDepth
      case .invalidEncoding: .invalidUTF8
      case .controlCharacter: .controlCharacter
      }
    return Diagnostic(
      code, message, at: Location(file, range),
      notes: related.map { [Diagnostic.Note($0.message, at: Location(file, $0.range))] } ?? [],
      help: help)
  }
}
