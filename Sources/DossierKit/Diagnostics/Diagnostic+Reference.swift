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
      "The YAML cannot be read. The most frequent reason is a text with a colon or a leading bracket, which needs quotes. The entry that it stands in, from its key to the next, is passed over; all others are read and checked."
    case .commaList:
      "A field that takes a list has one text with commas in it, as `tags: a, b`: that is one entry. Put it in quotes if it is one; write `[a, b]` if it is two."
    case .brokenList:
      "What was to be a list is a text to YAML: a `-` has no space behind it, or is indented further than the `-` above, whose text then goes on with it. Line them up, each with a space behind it; a text that is meant to hold such a line stands in quotes."
    case .duplicateKey: "A key stands twice in one mapping. Both places are shown; delete one."
    case .yamlTab: "A tab stands in the indentation of YAML. Use spaces."
    case .yamlAlias:
      "YAML's `&anchors` and `*aliases` are not used here, since a reader of the file has to see what it says. Write the value out. A text that begins with one of these signs needs quotes."
    case .yamlTag:
      "YAML's `!tags` are not used here: the field decides what a value is. A text that begins with `!` needs quotes."
    case .yamlKey:
      "A key of YAML that is a list or a mapping. A text that begins with `[` or `{` needs quotes, also before a colon."
    case .controlCharacter:
      "A character that no text may hold, invisible and mostly pasted by accident. Delete it."
    case .directionControl:
      "A character that no reader sees and that changes the order in which words are shown: an override, an embedding or an isolate of text direction, or the end of one. With it, a name can pass for another. Delete it; Arabic, Hebrew and the like need none."
    case .yamlDepth:
      "Lists and mappings are nested more than 32 deep. Nothing that dossier reads needs that."
    case .hiddenText:
      "A `#` directly before a word, behind a value without quotes: YAML takes it and what follows for a comment, so that `title: The No. #1 port` says \"The No.\""
    case .splitValue:
      "Within `{ }` a comma ends a value, so that `{translation: We got it, and cheaply}` has a translation \"We got it\" and a key \"and cheaply\" that nobody declares. Put the whole value in quotes."
    case .frontMatter:
      "A Markdown file does not begin with front matter: a line `---`, its fields, and another line `---`."
    case .unclosedFrontMatter: "The front matter of a Markdown file has no second line of `---`."
    case .emptyFile: "A file says nothing. Give it at least a name, or delete it."
    case .noFields:
      "A file, or a document in it, is a text or a list, and not the fields of one thing."
    case .bodyTwice:
      "`body:` stands in the front matter of a file that has a text below. One of the two is it."
    case .unknownKey:
      "A key that its kind does not declare, so its value is shown nowhere. Mostly a misspelling. What readers may see of data of your own goes below `extra:`, which the page shows; what is said of people goes into `claims`, with its source; what they may not, below `internal:`."
    case .unclearVisibility:
      "A key that looks as if it were to keep something from being published, and does not: `draft: true`, `Visibility:`, `embargo_until:`, `unlisted: true`. Or a folder such as `articles/drafts/`, which means nothing: a file in it says `visibility` or `embargo` itself. An error, so that nothing goes out over it. Write `visibility: draft` of a whole page, `status: draft` of a fact or an entry."
    case .undatedRemoval:
      "A page that is `redacted` leaves its id, a date and a neutral sentence, and `updated` gives that date: the day on which it was taken down. Without it a reader cannot tell what was there when. No other date of the page is shown, since each tells something of what was taken down."
    case .unpublishedSupport:
      "Everything that a statement cites is held back, so that readers see the statement and no source. Cite a source that is published, or hold the statement back as well. Or the claim of an annotated passage is held back, so that its words stand there as the dossier's own."
    case .heldBackMark:
      "A mark that is shown as it was typed names something that is not published: `{^key}` of an annotation that is kept back, `@id` of a source or `[[id` of a page that is a draft. A citation, an annotation or a link that stands where it is read as one is left out; this would tell of it. So is an id that is typed without a mark, if it is joined by hyphens: `(quill-interview, tape 3)`."
    case .heldBackFile:
      "A page shows or links a file that is a snapshot of a source that is not published, and so would publish it. Leave it out until the source is published, or name a file that may be seen."
    case .wrongShape:
      "A list stands where one value is wanted, a text where a mapping is, and so on. The message says which."
    case .missingField: "A key that has to be there is not, or is empty."
    case .missingName:
      "Every record has a `name`; articles, pages and sources have a `title`. One that is a draft or rejected does not count."
    case .factWithoutValue: "A fact has what supports it and no `value:`."
    case .severalValues:
      "A list of bare values stands where one value does. If sources differ, each of them is a fact that says so: `- {value: …, cite: …, status: disputed}`."
    case .rejectedWithoutNote:
      "What is rejected is kept and shown, struck out, so its `note` has to say why it is wrong."
    case .citationWithoutSource:
      "A citation says where in a source something stands, and not in which: `cite: \"#p. 3\"`, `{at: p. 3}`, `[@, p. 3]`."
    case .claimAboutNobody:
      "An annotation is a claim, or a claim is kept with a text, and does not say about whom: add `about: [id]`, or point an annotation at a claim that is kept with an entity: `claim: id#claim`."
    case .emptyAnnotation:
      "An annotation has neither a text nor anything else that its note could show: a claim, a quotation, sources."
    case .speakerWithoutClaim:
      "An annotation says who said something, and is a note, which is the dossier's own word. Add `type: claim`, so that it shows whose it is. Of a claim that is kept elsewhere, the speaker stands with that."
    case .missingID:
      "A file holds several documents, and one of them has no `id`. The file's name can be the id of one alone."
    case .duplicateEntryID:
      "Two posts, or two claims, of one entity have one `id`. What points at it could mean either."
    case .invalidID:
      "An id has lower-case letters, digits and hyphens between them, 64 at most. It is part of the address for as long as the page lives."
    case .duplicateID:
      "Two files, or two documents of one, have one id. Ids are unique across the whole dossier, so that `[[minsk]]` needs no prefix."
    case .invalidDate:
      "A date is not written in the profile of EDTF that the content model describes, or is no day of any calendar. The message names the supported way to write it."
    case .spanAsBound:
      "`start` and `end` are one date each, and so are `born`, `died`, `founded` and `dissolved`. A span goes into `start` and `end`; a day that is not known better than a span is written `[a..b]`."
    case .notADay:
      "An article's `date` is a full day, since it decides where the article stands among others."
    case .invalidTime:
      "A time is not RFC 3339 with an offset from UTC, such as `2024-03-01T09:00:00+01:00`. Only `embargo` and `captured` have one."
    case .invalidLanguage:
      "A language is not given as a tag of BCP 47, such as `en`, `es` or `sr-Latn`."
    case .invalidNumber:
      "A number has something beside digits. Its unit is declared with the field."
    case .invalidFlag: "A field that is `true` or `yes`, `false` or `no` says something else."
    case .invalidAddress:
      "An address does not begin with `https://`, `http://` or `mailto:`, or leads to no folder where it has to."
    case .invalidPosition:
      "A position is `{lat, lon, precision}`: degrees north and east of at most 90 and 180, and a distance in metres."
    case .invalidFileName:
      "A file is named by its path below `content/media/`, and by no way out of it."
    case .unknownValue:
      "A field that takes one of a few values has another. The nearest is named. Or a field says `n/a`, `TBD`, `?` or `--`: write `unknown` or `none`, or leave it out."
    case .emptyName:
      "A name has neither letters nor digits, so nobody could find it in a text."
    case .emptyTag:
      "A tag has neither letters nor digits, so there is no address to find it under."
    case .longName: "A name has so many words that no text is searched for it."
    case .longDisambiguation:
      "`disambiguation` stands beside a name and has 90 characters at most. The rest belongs in `summary`."
    case .missingMedia: "A file that a page is to show is not below `content/media/`."
    case .invalidHash:
      "A snapshot's `sha256` is not 64 hexadecimal digits, as `sha256sum` prints them."
    case .snapshotMissing:
      "A snapshot names a file that is not below `content/media/`."
    case .snapshotChanged:
      "A snapshot's file has another hash than its `sha256`: it is not the file that was captured. Bring it back from the repository's history."
    case .snapshotUnhashed:
      "A snapshot has no `sha256`, so that nobody would notice if its file changed. The hash to write is named."
    case .invalidKind:
      "A kind in `content/site.yaml` is declared in a way that cannot be used, or has the name or the folder of another."
    case .invalidField: "A field of a kind is declared in a way that cannot be used."
    case .unknownFieldType:
      "A field is declared with a type that there is not. The nearest is named."
    case .invalidRelation: "A relation is declared in a way that cannot be used."
    case .unknownKind: "A field or relation refers to a kind that nobody declares."
    case .danglingReference:
      "A reference leads to an id that no file declares. The nearest id is named."
    case .wrongKind:
      "A reference leads to something of a kind that the field does not take, such as an event where a country is wanted."
    case .linkForID:
      "A field takes an id, and has `[[id]]`, which is for texts."
    case .unknownEntry:
      "`as:` names a post that the official does not have. The nearest is named."
    case .unknownClaim:
      "A link or an annotation leads to a claim that the entity does not have. The nearest is named."
    case .invalidClaim:
      "An annotation's `claim` is the id of an entity, `#`, and the id of the claim."
    case .unknownRelation: "A relation is of a type that nobody declares. The nearest is named."
    case .wrongRelationEnd:
      "A relation leads from or to something of a kind that its type does not take."
    case .undatedRelation: "A relation has a date, and its type is declared without `dated: true`."
    case .referenceCycle:
      "References that cannot lead in a circle do: a source that is based on itself, an event that is part of itself, a place within itself. Each circle is named once, with its members."
    case .ambiguousName:
      "`[[Name]]` is borne by several. Write the id of one of them, and the name behind a `|`."
    case .unpublishedReference:
      "`[[id]]` leads to something that is not published, and has no words of its own to show instead. Write `[[id|words]]`; the words stay, and the link appears when the page does."
    case .ambiguousMention:
      "One form of a name belongs to two entities, so a text that uses it links to neither. Set `link: never` on one of them, or pin the form in the articles that use it."
    case .pinnedTwice:
      "An article pins one form of a name to two entities, so it links to neither. Case and accents make no difference."
    case .rawHTML:
      "HTML in a text is shown as text: a page can hold no markup of its authors, and so no script."
    case .openComment:
      "A `<!--` that Markdown does not read as a comment: it is not closed, or stands behind other words of its line and holds `--` or an empty line. Its words would be published, so this is an error. So are `%%`, which hides words in other tools and not here, and `[//]: # (words)` or `[comment]: # (words)` where it is no link definition of its own, as directly below a line of text. So is a comment where none can be: in a title, a caption, an address, or a field without markup; what nearly is one, such as `‹!—` or `<!- `; one that is indented by four spaces and so is code; and a line of a text that begins with `internal:`, `visibility:` or `embargo:`, which keep nothing back there."
    case .unsafeLink:
      "A link whose address is neither `http`, `https`, `mailto` nor a path, or holds a user's name and password."
    case .foreignImage:
      "An image lies on another host, whose owner would learn who reads the page. Put the file below `content/media/`."
    case .brokenLink:
      "A link to a file that is not there. Paths are taken from the file that links."
    case .brokenAnchor:
      "A link leads to a place that its page does not have: `#words` is the heading of these words, in small letters and with hyphens. What holds an underscore is a place of dossier's own, or of your theme's, and is not checked."
    case .emptyLink: "`[[]]` names nothing."
    case .brokenCitation:
      "What looks like a citation of a source and is none would be published as it was typed: `[@gazette, p. 3` without its bracket, `[@ gazette]`, `(@gazette)`. Or two sources stand in one: write `[@gazette, p. 9; @wire, item 7]`, with `;` and `@` between them. Where the sign itself is meant, put a backslash before the `@`."
    case .duplicateNote: "A footnote has two texts, and the second would never be read."
    case .literalCitation:
      "A text names a source behind an `@` as other programs cite, `[see @gazette]` or `@gazette`, and here that is text: write `see [@gazette]`. Where it is no citation, write `\\@`."
    case .misplacedMark:
      "The words of a link, or those for a picture, hold the mark of a citation, a footnote or an annotation, which would be a link within a link: it belongs behind them, or into the caption of a picture. Or a `{^key}` stands behind nothing that it could annotate, such as a citation, another note or a space: it belongs directly behind `[words]`, a link, emphasis or code."
    case .foreignMarkup:
      "Something is markup in other programs and is shown here as it was typed: `^[a note]`, `==marked words==`, `> [!quote]`, which is no kind of alert, `[words]{n1}`, `{{< figure >}}`, `[TOC]`, `- [ ] a task`, or `•` for a list. The help says what to write instead; with a backslash before it, the sign is meant."
    case .unfinishedMarkup:
      "Markup that has begun does not end, and is shown as it was typed: `**words`, `[[id]`. A backslash before the sign says that it is meant."
    case .unintendedCode:
      "A text is shown as code, in which links, citations and names mean nothing: its first line, or one with marks in it, is indented by four spaces or a tab, or the line of three backticks above it has no second."
    case .markdownLimit: "A text is nested beyond all measure, or too long to be read."
    case .unknownNote:
      "A text refers to a footnote that has no text, or the text has no colon: `[^n]: …`."
    case .unusedNote:
      "Nothing on the page refers to a footnote, so nobody sees it, and nothing in it counts."
    case .unknownAnnotation:
      "A span of a text bears the key of an annotation that the front matter does not have. The nearest is named."
    case .unusedAnnotation:
      "An annotation in the front matter belongs to no span: no `{^key}` in the text names it. With `on: {exact: …}` it needs none."
    case .quoteNotFound:
      "The words that an annotation quotes under `on:` are not in the text, or not between its `prefix` and `suffix`. They count as a page shows them: across emphasis and links, without notes, within one paragraph."
    case .quoteAmbiguous:
      "The words that an annotation quotes under `on:` stand in the text more than once. Add `prefix` or `suffix`."
    case .addressConflict:
      "Two pages want one address, or a page wants one that dossier uses itself: give one of them another id. Or two different tags do, such as `C` and `C++`: of a tag, the address has the first letters and digits alone."
    case .template:
      "A template names what does not exist, or puts a value where it could do harm. The reference of templates lists what there is."
    case .unusedTemplate:
      "A file in `templates/` has a name that no page and no other template asks for, so it changes nothing. The nearest name is named."
    case .outputInContent:
      "The output folder lies within `content/` or holds it. Name a folder of its own with `--output`."
    case .foreignFile:
      "Where a page is to go, a file stands that dossier did not write. It is left alone; move it, or name another folder with `--output`."
    case .leftAlone:
      "Something stands in the output folder that dossier did not write and that is in nobody's way. It stays, and is published with the site if the folder is. Hidden files and those that hosts ask for, such as `CNAME`, are not named."
    case .changedFile:
      "A page is to be removed, and its file is not as dossier wrote it: somebody has made it their own. It is left alone, and from then on is none of dossier's files. Delete it if it should be gone."
    case .overwrittenFile:
      "Pages in the output folder are not as dossier wrote them: somebody has changed them there. They are written anew, as what is published is made from `content/` and `templates/` alone; with `--strict` nothing is written. A tool that works on the pages is given a copy of the folder."
    case .unsourcedStatement:
      "A field that is marked `sensitive: challenge` says something of a living person and names no source. Cite one on the value, on its entry or on the whole record; or say `deceased: true`."
    case .reversedDates:
      "Something certainly ends before it begins. Both dates are shown."
    case .outsideLife:
      "A post, a rank or a presence at an event certainly lies before the birth or after the death of the person."
    case .postNotHeld:
      "Somebody takes part in an event, or is invited or listed, as the holder of a post that was certainly not held on that day."
    case .endedYetCurrent:
      "Something is `state: current` and has an `end` that certainly lies in the past. Where sources differ, mark them `status: disputed`."
    case .futureDate:
      "A correction is dated to a day that is yet to come, or somebody is said to have been asked for a reply on one."
    case .emptyCorrection:
      "A correction has none of `what`, `was`, `now` and `why`, so that readers are told of it and not what it is."
    case .citedTooEarly:
      "A source is cited for what nobody can have known when it was published: a birth, a death, what was seen, who was at an event and what came of it. A source that announces something is cited with `supports: inferred` or `supports: context`."
    case .competingValues:
      "A field of one value has two that are both accepted. Mark them `status: disputed`, so that they are shown as rivals, or one of them `status: rejected` with a note."
    case .falseCorroboration:
      "Several sources are cited for one thing, in a field or between the brackets of one citation in a text, and all of them go back to one, by `based_on`. That is one source, told several times. Cite one of the copies, or better what they go back to; find a source that stands on its own feet; or keep all of them, and say under `lint: {ignore: …}` why."
    case .uncitedAttribution:
      "A text says that something is reported, and nothing in its paragraph says where: no citation, footnote, annotation or link."
    case .unarchivedSource:
      "A source has an address and no copy. Addresses die: give it `archives` or `snapshots` while it can be read."
    case .unusedSource:
      "Nothing rests on a source: no fact or text cites it, no article names it, no other source is based on it."
    case .orphanEntity:
      "No text mentions an entity, and nothing refers to it."
    case .duplicateIdentifier:
      "Two records have one identifier, so they are the same thing, or one of the identifiers is wrong."
    case .possibleDuplicate:
      "Two entities of one kind have a name in the same words, in whatever order. Make one of them, or say with `different_from` that they are two."
    case .redactedName:
      "A name of somebody or something that is `visibility: redacted` stands in what readers see: dossier takes away links to it, and leaves the words. Take it out. Each page is named once, with its first places."
    case .missingAlt:
      "A picture has no words for those who do not see it, or for whom it does not load: say what it shows, under `alt`, or in a text between the brackets of `![what it shows](media/a.jpg)`. A caption says something else."
    case .unusedMedia:
      "A file below `content/media/` is published, and no record names it. If it is not to be published, move it away; if others link to it, say so under `lint` in `content/site.yaml`."
    case .selfRelation:
      "A relation leads from a record to itself. One of its ends is wrong."
    case .unrecordedSnapshot:
      "A file below `content/media/snapshots/` stands under the `snapshots` of no source, so nobody learns what it is a copy of."
    case .notIgnorable:
      "Under `lint: {ignore: …}` stands a code that is no lint. What cannot be read cannot be overlooked."
    case .unusedIgnore:
      "A file asks for a lint to be silent, and the lint has nothing to say there. Delete the entry, so that it does not hide what comes later."
    }
  }

  /// The article of the documentation that lists every diagnostic.
  package static var reference: String {
    var text = """
      # Diagnostics

      What dossier says when something is wrong with the content, by code, and what to do.

      <!-- Printed from the code; a test compares. -->

      An **error** stops the build, and nothing is written: the last good site stands. A **warning** does
      not, unless `--strict` is given. A **note** never does. A **lint** judges what could be read; a file silences it with a
      reason, see <doc:Linting>.

      | code | | meaning and way out |
      |---|---|---|

      """
    for code in allCases.sorted(by: { $0.rawValue < $1.rawValue }) {
      let explanation = code.explanation.replacing("|", with: "\\|")
      let severity = code.severity.rawValue + (code.isLint ? ", lint" : "")
      text += "| `\(code.rawValue)` | \(severity) | \(explanation) |\n"
    }
    return text
  }
}
