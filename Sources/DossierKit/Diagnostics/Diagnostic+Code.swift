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
    case yamlTag = "yaml-tag"
    case yamlKey = "yaml-key"
    case yamlDepth = "yaml-depth"
    case controlCharacter = "control-character"
    case directionControl = "direction-control"
    case hiddenText = "hidden-text"
    case splitValue = "split-value"
    case commaList = "comma-list"
    case brokenList = "broken-list"
    case frontMatter = "front-matter"
    case unclosedFrontMatter = "unclosed-front-matter"
    case emptyFile = "empty-file"
    case noFields = "no-fields"
    case bodyTwice = "body-twice"
    case unknownKey = "unknown-key"
    case unclearVisibility = "unclear-visibility"
    case undatedRemoval = "undated-removal"
    case unpublishedSupport = "unpublished-support"
    case heldBackFile = "held-back-file"
    case heldBackMark = "held-back-mark"
    case wrongShape = "wrong-shape"
    case missingField = "missing-field"
    case missingName = "missing-name"

    // Facts
    case factWithoutValue = "fact-without-value"
    case severalValues = "several-values"
    case rejectedWithoutNote = "rejected-without-note"
    case citationWithoutSource = "citation-without-source"
    case claimAboutNobody = "claim-about-nobody"
    case emptyAnnotation = "empty-annotation"
    case speakerWithoutClaim = "speaker-without-claim"

    // Values
    case invalidID = "invalid-id"
    case duplicateID = "duplicate-id"
    case missingID = "missing-id"
    case duplicateEntryID = "duplicate-entry-id"
    case invalidDate = "invalid-date"
    case spanAsBound = "span-as-bound"
    case notADay = "not-a-day"
    case invalidTime = "invalid-time"
    case invalidLanguage = "invalid-language"
    case invalidNumber = "invalid-number"
    case invalidFlag = "invalid-flag"
    case invalidAddress = "invalid-address"
    case invalidPosition = "invalid-position"
    case invalidFileName = "invalid-file-name"
    case unknownValue = "unknown-value"
    case emptyName = "empty-name"
    case emptyTag = "empty-tag"
    case longName = "long-name"
    case longDisambiguation = "long-disambiguation"
    case missingMedia = "missing-media"
    case invalidHash = "invalid-hash"
    case snapshotMissing = "snapshot-missing"
    case snapshotChanged = "snapshot-changed"
    case snapshotUnhashed = "snapshot-unhashed"

    // The dossier's own kinds
    case invalidKind = "invalid-kind"
    case unknownKind = "unknown-kind"
    case invalidField = "invalid-field"
    case unknownFieldType = "unknown-field-type"
    case invalidRelation = "invalid-relation"

    // References
    case danglingReference = "dangling-reference"
    case wrongKind = "wrong-kind"
    case linkForID = "link-for-id"
    case unknownEntry = "unknown-entry"
    case unknownClaim = "unknown-claim"
    case invalidClaim = "invalid-claim"
    case unknownRelation = "unknown-relation"
    case wrongRelationEnd = "wrong-relation-end"
    case undatedRelation = "undated-relation"
    case referenceCycle = "reference-cycle"
    case ambiguousName = "ambiguous-name"
    case unpublishedReference = "unpublished-reference"
    case ambiguousMention = "ambiguous-mention"
    case pinnedTwice = "pinned-twice"

    // Markdown
    case rawHTML = "raw-html"
    case openComment = "open-comment"
    case unsafeLink = "unsafe-link"
    case brokenLink = "broken-link"
    case brokenAnchor = "broken-anchor"
    case foreignImage = "foreign-image"
    case emptyLink = "empty-link"
    case brokenCitation = "broken-citation"
    case literalCitation = "literal-citation"
    case misplacedMark = "misplaced-mark"
    case foreignMarkup = "foreign-markup"
    case unfinishedMarkup = "unfinished-markup"
    case unintendedCode = "unintended-code"
    case markdownLimit = "markdown-limit"
    case duplicateNote = "duplicate-note"
    case unknownNote = "unknown-note"
    case unusedNote = "unused-note"
    case unknownAnnotation = "unknown-annotation"
    case unusedAnnotation = "unused-annotation"
    case quoteNotFound = "quote-not-found"
    case quoteAmbiguous = "quote-ambiguous"

    // Pages and templates
    case addressConflict = "address-conflict"
    case template = "template"
    case unusedTemplate = "unused-template"
    case outputInContent = "output-in-content"
    case foreignFile = "foreign-file"
    case leftAlone = "left-alone"
    case changedFile = "changed-file"
    case overwrittenFile = "overwritten-file"

    // Lints: what can be read and yet is not fit to print
    case unsourcedStatement = "unsourced-statement"
    case reversedDates = "reversed-dates"
    case outsideLife = "outside-life"
    case postNotHeld = "post-not-held"
    case endedYetCurrent = "ended-yet-current"
    case futureDate = "future-date"
    case emptyCorrection = "empty-correction"
    case citedTooEarly = "cited-too-early"
    case competingValues = "competing-values"
    case falseCorroboration = "false-corroboration"
    case uncitedAttribution = "uncited-attribution"
    case unarchivedSource = "unarchived-source"
    case unusedSource = "unused-source"
    case orphanEntity = "orphan-entity"
    case duplicateIdentifier = "duplicate-identifier"
    case possibleDuplicate = "possible-duplicate"
    case selfRelation = "self-relation"
    case redactedName = "redacted-name"
    case missingAlt = "missing-alt"
    case unusedMedia = "unused-media"
    case unrecordedSnapshot = "unrecorded-snapshot"

    // What files say of lints
    case notIgnorable = "not-ignorable"
    case unusedIgnore = "unused-ignore"
  }
}

extension Diagnostic.Code {
  /// Whether it stops a build.
  package var severity: Diagnostic.Severity {
    switch self {
    case .directionControl, .hiddenText, .commaList, .brokenList, .selfRelation, .redactedName,
      .unusedMedia,
      .unexpectedFile, .unknownFolder, .unknownKey,
      .ambiguousMention, .pinnedTwice,
      .rawHTML, .brokenAnchor, .literalCitation, .misplacedMark, .foreignMarkup,
      .unfinishedMarkup, .unintendedCode,
      .unusedNote, .competingValues,
      .falseCorroboration, .uncitedAttribution,
      .unarchivedSource, .unusedSource, .orphanEntity, .possibleDuplicate, .unrecordedSnapshot,
      .unusedIgnore, .snapshotUnhashed, .undatedRemoval, .changedFile, .overwrittenFile,
      .unusedTemplate,
      .unpublishedSupport, .missingAlt, .endedYetCurrent, .futureDate, .emptyCorrection:
      .warning
    case .leftAlone: .note
    default: .error
    }
  }

  /// Whether it judges what was read without fault, so that an author may know better: `lint: {ignore: …}`
  /// silences it in one file.
  package var isLint: Bool {
    switch self {
    case .rejectedWithoutNote, .unsourcedStatement, .reversedDates, .outsideLife, .postNotHeld,
      .endedYetCurrent, .futureDate, .emptyCorrection,
      .citedTooEarly, .competingValues, .falseCorroboration, .uncitedAttribution, .unarchivedSource,
      .unusedSource, .orphanEntity, .duplicateIdentifier, .possibleDuplicate, .selfRelation,
      .redactedName, .missingAlt, .unusedMedia,
      .unrecordedSnapshot:
      true
    default: false
    }
  }
}
