// The standard library normalises text to compare strings; it offers the forms under this name.
@_spi(_Unicode) import Swift

extension StringProtocol {
  /// The text in Unicode normalisation form C: letters and marks as one where there is one.
  var composed: String {
    var result = ""
    result.unicodeScalars.append(contentsOf: String(self)._nfc)
    return result
  }
}
