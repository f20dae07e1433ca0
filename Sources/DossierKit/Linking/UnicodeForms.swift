// The standard library normalises text to compare strings; it offers the forms under this name.
@_spi(_Unicode) import Swift

/// The text in Unicode normalisation form D: letters and marks apart.
func decomposed(_ text: String) -> String {
  var result = ""
  result.unicodeScalars.append(contentsOf: text._nfd)
  return result
}

/// The text in Unicode normalisation form C: letters and marks as one where there is one.
func composed(_ text: String) -> String {
  var result = ""
  result.unicodeScalars.append(contentsOf: text._nfc)
  return result
}
