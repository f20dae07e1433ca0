import CCMark
import Foundation

/// What libcmark itself makes of a text: the promise that our HTML is held to.
enum LibcmarkReference {
  static func html(_ markdown: [UInt8]) -> [UInt8] {
    // SAFETY: libcmark copies the bytes, of which there is at least one; the string that it returns
    // is ours to read up to its zero and to free.
    unsafe (markdown + [10]).withUnsafeBytes { bytes -> [UInt8] in
      guard let start = unsafe bytes.bindMemory(to: CChar.self).baseAddress,
        let html = unsafe cmark_markdown_to_html(start, markdown.count, CMARK_OPT_UNSAFE)
      else { return [] }
      defer { unsafe free(html) }
      return unsafe Array(UnsafeRawBufferPointer(start: html, count: strlen(html)))
    }
  }
}
