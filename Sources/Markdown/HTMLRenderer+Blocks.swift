extension HTMLRenderer {
  mutating func block(
    _ event: Event, asking delegate: inout some HTMLDelegate
  ) {
    switch event.kind {
    case .paragraph: if !event.isTight { paragraph(event) }
    case .heading: heading(event, asking: &delegate)
    case .blockQuote: container("blockquote", event)
    case .bulletList: container("ul", event)
    case .orderedList: orderedList(event)
    case .item: tag("li", event)
    case .thematicBreak:
      newLine()
      write("<hr />\n")
    case .codeBlock: codeBlock(event)
    case .htmlBlock: htmlBlock(event)
    case .alert: alert(event)
    case .figure: figure(event)
    case .table, .tableHead, .tableBody, .tableRow, .tableCell: table(event)
    default: break
    }
  }

  private mutating func paragraph(_ event: Event) {
    if event.enters {
      newLine()
      paragraphStart = buffer.count
      tag("p", event)
    } else if paragraphStart != nil {
      paragraphStart = nil
      tag("p", event)
    } else {
      write("</div>\n")
    }
  }

  /// An element whose content begins behind its tag.
  private mutating func tag(_ name: String, _ event: Event) {
    if event.enters {
      newLine()
      write("<")
      write(name)
      write(">")
    } else {
      write("</")
      write(name)
      write(">\n")
    }
  }

  /// An element whose content begins on a line of its own.
  private mutating func container(_ name: String, _ event: Event) {
    newLine()
    write(event.enters ? "<" : "</")
    write(name)
    write(">\n")
  }

  private mutating func heading(_ event: Event, asking delegate: inout some HTMLDelegate) {
    if event.enters { newLine() }
    write(event.enters ? "<h" : "</h")
    write(min(event.headingLevel + headingOffset, 6))
    isInHeading = event.enters
    guard event.enters else {
      write(">\n")
      openNotes(asking: &delegate)
      return
    }
    if !event.literal.isEmpty {
      write(" id=\"")
      buffer.appendEscaped(document.bytes(event.literal))
      write("\"")
    }
    write(">")
  }

  private mutating func figure(_ event: Event) {
    if event.leaves, isInCaption {
      write("</figcaption>")
      isInCaption = false
    }
    container("figure", event)
  }

  private mutating func orderedList(_ event: Event) {
    guard event.enters, event.listStart != 1 else {
      container("ol", event)
      return
    }
    newLine()
    write("<ol start=\"")
    write(event.listStart)
    write("\">\n")
  }

  private mutating func codeBlock(_ event: Event) {
    newLine()
    let info = document.bytes(document.infoStrings[event.index])
    let language = info.prefix { !$0.isSpace }
    if info.isEmpty {
      write("<pre><code>")
    } else {
      write("<pre><code class=\"language-")
      buffer.appendEscaped(language)
      write("\">")
    }
    buffer.appendEscaped(document.bytes(event.literal))
    write("</code></pre>\n")
  }

  private mutating func htmlBlock(_ event: Event) {
    newLine()
    let html = document.bytes(event.literal)
    if event.isShownAsText {
      write("<p>")
      buffer.appendEscaped(html.last == UInt8(ascii: "\n") ? html.dropLast() : html)
      write("</p>")
    } else {
      buffer.append(contentsOf: html)
    }
    newLine()
  }

  private mutating func alert(_ event: Event) {
    newLine()
    guard event.enters else {
      write("</div>\n")
      return
    }
    let (name, title): (String, String) =
      switch event.alertType {
      case .note: ("note", "Note")
      case .tip: ("tip", "Tip")
      case .important: ("important", "Important")
      case .warning: ("warning", "Warning")
      case .caution: ("caution", "Caution")
      }
    write("<div class=\"alert ")
    write(name)
    write("\" role=\"note\">\n<p class=\"alert-title\">")
    write(title)
    write("</p>\n")
  }

  /// A wide table scrolls by itself, also by keyboard; the page does not.
  private mutating func table(_ event: Event) {
    switch event.kind {
    case .table:
      newLine()
      guard event.enters else { return write("</table>\n</div>\n") }
      tables += 1
      write("<div class=\"scroll\" role=\"region\" aria-label=\"Table ")
      write(tables)
      write("\" tabindex=\"0\">\n<table>\n")
    case .tableHead: container("thead", event)
    case .tableBody: container("tbody", event)
    case .tableRow: container("tr", event)
    default: cell(event)
    }
  }

  private mutating func cell(_ event: Event) {
    guard event.enters else {
      write(event.isHeader ? "</th>\n" : "</td>\n")
      return
    }
    newLine()
    write(event.isHeader ? "<th scope=\"col\"" : "<td")
    switch event.alignment {
    case .none: break
    case .left: write(" class=\"left\"")
    case .center: write(" class=\"center\"")
    case .right: write(" class=\"right\"")
    }
    write(">")
  }
}
