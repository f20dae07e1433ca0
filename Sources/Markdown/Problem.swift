/// Something in a text that its author should know of. Whoever reports it finds the words.
package struct Problem: Sendable, Equatable {
  package enum Kind: Sendable {
    /// `<!--`, `%%` or `[//]:` that begins no comment, or one that does not end: what follows would be shown.
    case openComment
    /// `&#x202E;` and the like: what changes the order in which words are shown.
    case directionControl
    /// Raw HTML, which is shown as text.
    case rawHTML
    /// A link or image address that is neither http, https, mailto nor relative.
    case unsafeLink
    /// `[^n]` without `[^n]: …`
    case undefinedFootnote
    /// `[^n]: …` that nothing refers to.
    case unusedFootnote
    /// A second `[^n]: …`; the first counts.
    case duplicateFootnote
    /// `[[]]`, `[[#claim]]`, `[[|text]]`, `[[!]]`
    case emptyWikiLink
    /// Lists, quotes or emphasis nested beyond ``Document/nestingLimit``; what is deeper is
    /// flattened.
    case nestingTooDeep
    /// More than libcmark can take; nothing was parsed.
    case textTooLong
  }

  package let kind: Kind
  /// Where, in bytes of ``Document/source``.
  package let range: Range<Int>
  /// What is wrong: the address, the label, the tag. At most 80 bytes of it, cut between
  /// characters.
  package let text: String
}
