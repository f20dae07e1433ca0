/// Why a text is no date of the supported profile, and how to write it instead.
package struct EDTFError: Error, Sendable, Hashable {
  /// One line in lower case without a full stop, as a diagnostic shows it.
  package let message: String
  /// The part that is wrong, in UTF-8 bytes of the text.
  package let range: Range<Int>
  /// The way out, worded to follow "help: ".
  package let help: String?
}
