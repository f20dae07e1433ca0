extension Diagnostic {
  /// What kind of mistake a diagnostic names. The raw value is what authors see and may search for.
  package enum Code: String, Sendable, CaseIterable {
    // Files
    case invalidUTF8 = "invalid-utf8"
    case unexpectedFile = "unexpected-file"
    case unknownFolder = "unknown-folder"
    case linkLeavesContent = "link-leaves-content"
    case fileTooLarge = "file-too-large"

    // YAML and front matter
    case yamlSyntax = "yaml-syntax"
    case duplicateKey = "duplicate-key"
    case yamlTab = "yaml-tab"
    case yamlAlias = "yaml-alias"
    case yamlDepth = "yaml-depth"
    case hiddenText = "hidden-text"
    case frontMatter = "front-matter"
    case unknownKey = "unknown-key"
    case unclearVisibility = "unclear-visibility"
    case wrongShape = "wrong-shape"
    case missingField = "missing-field"

    // Values
    case invalidID = "invalid-id"
    case duplicateID = "duplicate-id"
    case invalidDate = "invalid-date"
    case invalidValue = "invalid-value"
    case unknownValue = "unknown-value"
    case emptyName = "empty-name"
    case missingMedia = "missing-media"
    case snapshotMissing = "snapshot-missing"
    case snapshotChanged = "snapshot-changed"
    case snapshotUnhashed = "snapshot-unhashed"

    // The dossier's own kinds
    case invalidKind = "invalid-kind"
    case unknownKind = "unknown-kind"

    // References
    case danglingReference = "dangling-reference"
    case wrongKind = "wrong-kind"
    case ambiguousName = "ambiguous-name"
    case unpublishedReference = "unpublished-reference"
    case ambiguousMention = "ambiguous-mention"

    // Markdown
    case rawHTML = "raw-html"
    case openComment = "open-comment"
    case unsafeLink = "unsafe-link"
    case brokenLink = "broken-link"
    case invalidMarkup = "invalid-markup"
    case unknownNote = "unknown-note"
    case unusedNote = "unused-note"

    // Pages and templates
    case addressConflict = "address-conflict"
    case template = "template"
    case outputInContent = "output-in-content"
    case foreignFile = "foreign-file"
  }
}

extension Diagnostic.Code {
  /// Whether it stops a build.
  package var severity: Diagnostic.Severity {
    switch self {
    case .hiddenText, .unexpectedFile, .unknownFolder, .unknownKey, .ambiguousMention, .rawHTML,
      .unusedNote, .snapshotUnhashed:
      .warning
    default: .error
    }
  }
}
