extension HTMLRenderer {
  mutating func inline(
    _ event: Event, at index: Int, asking delegate: inout some HTMLDelegate
  ) {
    switch event.kind {
    case .text: text(event)
    case .replacement: replacement(event)
    case .softBreak: buffer.append(UInt8(ascii: "\n"))
    case .lineBreak: write("<br />\n")
    case .code:
      write("<code>")
      buffer.appendEscaped(document.bytes(event.literal))
      write("</code>")
    case .rawHTML:
      if event.isShownAsText {
        buffer.appendEscaped(document.bytes(event.literal))
      } else {
        buffer.append(contentsOf: document.bytes(event.literal))
      }
    case .emphasis: write(event.enters ? "<em>" : "</em>")
    case .strong: write(event.enters ? "<strong>" : "</strong>")
    case .strikethrough: write(event.enters ? "<del>" : "</del>")
    case .link: link(event, at: index, asking: &delegate)
    case .wikiLink: wikiLink(event, at: index, asking: &delegate)
    case .citation:
      for item in document.citations[event.index].items {
        mark(.citation(item), at: index, asking: &delegate)
      }
    case .annotation:
      write(event.enters ? "<span class=\"annotation\">" : "</span>")
      if event.leaves { mark(.annotation(event.index), at: index, asking: &delegate) }
    case .footnoteReference: mark(.footnote(event.index), at: index, asking: &delegate)
    default: break
    }
  }

  // MARK: Links

  private mutating func link(
    _ event: Event, at index: Int, asking delegate: inout some HTMLDelegate
  ) {
    guard event.enters else {
      close()
      return
    }
    let link = document.links[event.index]
    let target: LinkTarget =
      link.isSafe ? delegate.destination(of: link, at: index, in: document) : .text
    guard target != .text else {
      closers.append(.none)
      return
    }
    write("<a href=\"")
    address(target, link)
    if !link.title.isEmpty {
      write("\" title=\"")
      buffer.appendEscaped(document.bytes(link.title))
    }
    write("\"")
    if case .href(_, let id) = target { attribute("id", id) }
    write(">")
    anchorDepth += 1
    closers.append(.anchor)
  }

  private mutating func address(_ target: LinkTarget, _ link: Link) {
    if case .href(let address, _) = target {
      buffer.appendEscapedAddress(address[...])
    } else {
      buffer.appendEscapedAddress(document.bytes(link.destination))
    }
  }

  private mutating func wikiLink(
    _ event: Event, at index: Int, asking delegate: inout some HTMLDelegate
  ) {
    guard event.enters else {
      close()
      return
    }
    let link = document.wikiLinks[event.index]
    let target = delegate.target(of: link, at: index, in: document)
    open(href: target.href, id: target.id, className: target.className)
    if !link.hasText {
      if let text = target.text {
        buffer.appendEscaped(text[...])
      } else {
        buffer.appendEscaped(document.bytes(link.target))
      }
    }
  }

  private mutating func open(href: [UInt8]?, id: [UInt8]?, className: [UInt8]?) {
    if let href {
      write("<a href=\"")
      buffer.appendEscapedAddress(href[...])
      write("\"")
      anchorDepth += 1
      closers.append(.anchor)
    } else if id != nil || className != nil {
      write("<span")
      closers.append(.span)
    } else {
      closers.append(.none)
      return
    }
    attribute("id", id)
    attribute("class", className)
    write(">")
  }

  private mutating func close() {
    switch closers.popLast() {
    case .anchor:
      anchorDepth -= 1
      write("</a>")
    case .span: write("</span>")
    default: break
    }
  }

  // MARK: Notes

  private mutating func mark(
    _ note: NoteReference, at index: Int, asking delegate: inout some HTMLDelegate
  ) {
    guard let mark = delegate.mark(of: note, at: index, in: document) else { return }
    // A mark stands close to its word, however its author set it off.
    while buffer.count > start,
      buffer.last == UInt8(ascii: " ") || buffer.last == UInt8(ascii: "\n")
    {
      buffer.removeLast()
    }
    if case .citation = note {
      write("<sup class=\"cite\"><a href=\"#_s")
      write(mark.number)
      write("\"")
      attribute("id", mark.id)
      write(">[")
      write(mark.number)
      write("]</a></sup>")
    } else {
      write("<sup class=\"note\"><a href=\"#_n")
      write(mark.number)
      write("\"")
      attribute("id", mark.id)
      write(">")
      write(mark.number)
      write("</a></sup>")
    }
  }

  // MARK: Images

  /// Writes an image with all that is inside it as its alternative text; returns where it is left.
  mutating func image(
    _ event: Event, at index: Int, asking delegate: inout some HTMLDelegate
  ) -> Int {
    let image = document.links[event.index]
    let target: LinkTarget =
      image.isSafe ? delegate.destination(ofImage: image, at: index, in: document) : .text
    let isFigure = index > 0 && document.events[index - 1].kind == .figure
    if target != .text {
      write("<img src=\"")
      address(target, image)
      write("\" alt=\"")
    }
    let end = alternativeText(from: index)
    if target != .text {
      if !image.title.isEmpty, !isFigure {
        write("\" title=\"")
        buffer.appendEscaped(document.bytes(image.title))
      }
      write("\" />")
    }
    if isFigure, !image.title.isEmpty {
      write("\n<figcaption>")
      buffer.appendEscaped(document.bytes(image.title))
      write("</figcaption>")
    }
    return end
  }

  private mutating func alternativeText(from start: Int) -> Int {
    var depth = 0
    for index in start..<document.events.count {
      let event = document.events[index]
      switch event.kind {
      case .image:
        depth += event.enters ? 1 : -1
        if depth == 0 { return index }
      case .text, .replacement, .code, .rawHTML: buffer.appendEscaped(document.bytes(of: event))
      case .softBreak, .lineBreak: buffer.append(UInt8(ascii: " "))
      default: break
      }
    }
    return document.events.count
  }

  // MARK: Names found in the text

  mutating func skipOverlays(before place: UInt32) {
    // Binary search: a page may show a small part of a long text.
    var lower = nextOverlay
    var upper = overlays.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if overlays[middle].range.lowerBound < place { lower = middle + 1 } else { upper = middle }
    }
    nextOverlay = lower
  }

  private mutating func text(_ event: Event) {
    var place = event.lower
    if let overlay = openOverlay, overlays[overlay].range.upperBound <= place { closeOverlay() }
    while nextOverlay < overlays.count || openOverlay != nil {
      if let overlay = openOverlay {
        let end = overlays[overlay].range.upperBound
        guard end <= event.upper else { break }
        escape(place..<end)
        closeOverlay()
        place = end
      } else {
        while nextOverlay < overlays.count, overlays[nextOverlay].range.lowerBound < place {
          nextOverlay += 1
        }
        guard nextOverlay < overlays.count, overlays[nextOverlay].range.lowerBound < event.upper
        else { break }
        escape(place..<overlays[nextOverlay].range.lowerBound)
        place = overlays[nextOverlay].range.lowerBound
        beginOverlay()
      }
    }
    escape(place..<event.upper)
  }

  private mutating func escape(_ range: Range<UInt32>) {
    buffer.appendEscaped(document.source[Int(range.lowerBound)..<Int(range.upperBound)])
  }

  private mutating func replacement(_ event: Event) {
    if let overlay = openOverlay {
      if overlays[overlay].range.upperBound <= event.lower { closeOverlay() }
    } else {
      skipOverlays(before: event.lower)
      if nextOverlay < overlays.count, overlays[nextOverlay].range.lowerBound < event.upper {
        beginOverlay()
      }
    }
    buffer.appendEscaped(document.bytes(event.literal))
    if let overlay = openOverlay, overlays[overlay].range.upperBound <= event.upper {
      closeOverlay()
    }
  }

  private mutating func beginOverlay() {
    let overlay = overlays[nextOverlay]
    nextOverlay += 1
    guard anchorDepth == 0, !overlay.range.isEmpty else { return }
    openOverlay = nextOverlay - 1
    open(href: overlay.href, id: overlay.id, className: overlay.className)
  }

  mutating func closeOverlay() {
    guard openOverlay != nil else { return }
    openOverlay = nil
    close()
  }
}
