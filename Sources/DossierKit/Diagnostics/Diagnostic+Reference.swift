extension Diagnostic.Code {
  /// What it means and what to do, for the list of diagnostics. Markdown; sentences.
  package var explanation: String {
    switch self {
    case .invalidUTF8:
      "A text is not UTF-8, or holds characters that no text may hold. The message says at which byte. Save the file as UTF-8; an editor that asks for an encoding means this."
    case .unexpectedFile:
      "A file outside `content/media/` is neither `.md` nor `.yaml`, so nothing reads it. Move it into `content/media/`, or begin its name with a dot if it is only for you."
    case .unknownFolder:
      "A file stands in no folder of a kind, so nothing is made of it. The first folder below `content/` decides what a file is; declare kinds of your own in `content/site.yaml`."
    case .linkLeavesContent:
      "A symbolic link leads out of `content/`, or to nothing. What is published has to be in the repository: put the file itself there."
    case .fileTooLarge:
      "A text file is larger than dossier reads. It may be a document for `content/media/`."
    case .yamlSyntax:
      "The YAML cannot be read. The most frequent reason is a text with a colon or a leading bracket, which needs quotes."
    case .duplicateKey: "A key stands twice in one mapping. Both places are shown; delete one."
    case .yamlTab: "A tab stands in the indentation of YAML. Use spaces."
    case .yamlAlias:
      "YAML's `&anchors` and `*aliases` are not used here, since a reader of the file has to see what it says. Write the value out. A text that begins with one of these signs needs quotes."
    case .yamlDepth:
      "Lists and mappings are nested more than 32 deep. Nothing that dossier reads needs that."
    case .hiddenText:
      "A `#` directly before a word, behind a value without quotes: YAML takes it and what follows for a comment, so that `title: The No. #1 port` says \"The No.\""
    case .frontMatter:
      "A Markdown file does not begin with front matter between two lines of `---`, or the second line is missing."
    case .unknownKey:
      "A key that its kind does not declare, so its value is shown nowhere. Mostly a misspelling. Free data goes below `extra:`."
    case .unclearVisibility:
      "A key that looks as if it were to keep something from being published, and does not: `draft: true`, `Visibility:`, `embargo_until:`. An error, so that nothing goes out over it. Write `visibility: draft` of a whole page, `status: draft` of a fact or an entry."
    case .wrongShape:
      "A list stands where one value is wanted, a text where a mapping is, and so on. The message says which."
    case .missingField: "A key that has to be there is not, or is empty."
    case .invalidID:
      "An id has lower-case letters, digits and hyphens between them, 64 at most. It is part of the address for as long as the page lives."
    case .duplicateID:
      "Two files, or two documents of one, have one id. Ids are unique across the whole dossier, so that `[[minsk]]` needs no prefix."
    case .invalidDate:
      "A date is not written in the profile of EDTF that <doc:ContentModel> describes, or is no day of any calendar. The message names the supported way to write it."
    case .invalidValue:
      "A value is not what its field holds: a number with letters, a language without a tag, a position beyond the poles."
    case .unknownValue: "A field that takes one of a few values has another. The nearest is named."
    case .emptyName:
      "A name has neither letters nor digits, so nobody could find it in a text."
    case .missingMedia: "A file that a page is to show is not below `content/media/`."
    case .snapshotMissing:
      "A snapshot names a file that is not below `content/media/`."
    case .snapshotChanged:
      "A snapshot's file has another hash than its `sha256`: it is not the file that was captured. Bring it back from the repository's history."
    case .snapshotUnhashed:
      "A snapshot has no `sha256`, so that nobody would notice if its file changed. The hash to write is named."
    case .invalidKind:
      "A kind, field or relation in `content/site.yaml` is declared in a way that cannot be used."
    case .unknownKind: "A field or relation refers to a kind that nobody declares."
    case .danglingReference:
      "A reference leads to an id that no file declares. The nearest id is named."
    case .wrongKind:
      "A reference leads to something of a kind that the field does not take, such as an event where a country is wanted."
    case .ambiguousName:
      "`[[Name]]` is borne by several. Write the id of one of them, and the name behind a `|`."
    case .unpublishedReference:
      "`[[id]]` leads to something that is not published, and has no words of its own to show instead. Write `[[id|words]]`; the words stay, and the link appears when the page does."
    case .ambiguousMention:
      "One form of a name belongs to two entities, so a text that uses it links to neither. Set `link: never` on one of them, or pin the form in the articles that use it."
    case .rawHTML:
      "HTML in a text is shown as text: a page can hold no markup of its authors, and so no script."
    case .openComment:
      "A `<!--` that Markdown does not read as a comment: it is not closed, or holds `--` or an empty line. Its words would be published, so this is an error. So is `%%`, which hides words in other tools and not here."
    case .unsafeLink:
      "A link whose address is neither `http`, `https`, `mailto` nor a path, or an image that lies on another host, whose owner would learn who reads the page."
    case .brokenLink:
      "A link to a file that is not there. Paths are taken from the file that links."
    case .invalidMarkup:
      "A link without a target, a footnote with two texts, or nesting beyond all measure."
    case .unknownNote:
      "A text refers to a footnote or an annotation that nothing says anything of."
    case .unusedNote: "A footnote or an annotation that no text refers to."
    case .addressConflict:
      "Two pages want one address, or a page wants one that dossier uses itself. Give one of them another id."
    case .template:
      "A template names what does not exist, or puts a value where it could do harm. <doc:Templates> lists what there is."
    case .outputInContent:
      "The output folder lies within `content/` or holds it. Name a folder of its own with `--output`."
    case .foreignFile:
      "Where a page is to go, a file stands that dossier did not write. It is left alone; move it, or name another folder with `--output`."
    }
  }

  /// The article of the documentation that lists every diagnostic.
  package static var reference: String {
    var text = """
      # Diagnostics

      What dossier says when something is wrong with the content, by code, and what to do.

      <!-- Printed from the code; a test compares. -->

      An **error** stops the build, and nothing is written: the last good site stands. A **warning** does
      not, unless `--strict` is given.

      | code | | meaning and way out |
      |---|---|---|

      """
    for code in allCases.sorted(by: { $0.rawValue < $1.rawValue }) {
      let explanation = code.explanation.replacing("|", with: "\\|")
      text += "| `\(code.rawValue)` | \(code.severity.rawValue) | \(explanation) |\n"
    }
    return text
  }
}
