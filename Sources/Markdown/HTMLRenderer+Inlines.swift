extension HTMLRenderer {
  mutating func inline(
    _ event: Event, at index: Int, asking delegate: inout some HTMLDelegate
  ) {
    switch event.kind {
    case .text: text(event, asking: &delegate)
    case .replacement: replacement(event, asking: &delegate)
    case .softBreak: buffer.append(UInt8(ascii: "\n"))
    case .lineBreak: write("<br />\n")
    case .code:
      piece(event.range, asking: &delegate) {
        $0.write("<code>")
        $0.buffer.appendEscaped($0.document.bytes(event.literal))
        $0.write("</code>")
      }
    case .rawHTML:
      guard event.isShownAsText else {
        buffer.append(contentsOf: document.bytes(event.literal))
        return
      }
      piece(event.range, asking: &delegate) {
        $0.buffer.appendEscaped($0.document.bytes(event.literal))
      }
    case .emphasis: event.enters ? enter(.emphasis) : leave()
    case .strong: event.enters ? enter(.strong) : leave()
    case .strikethrough: event.enters ? enter(.strikethrough) : leave()
    case .link: link(event, at: index, asking: &delegate)
    case .wikiLink: wikiLink(event, at: index, asking: &delegate)
    case .citation: citation(event, at: index, asking: &delegate)
    case .annotation: annotation(event, at: index, asking: &delegate)
    case .footnoteReference: mark(.footnote(event.index), at: index, asking: &delegate)
    default: break
    }
  }

  // MARK: Links

  private mutating func link(
    _ event: Event, at index: Int, asking delegate: inout some HTMLDelegate
  ) {
    guard event.enters else {
      close(asking: &delegate)
      return
    }
    let link = document.links[event.index]
    let target: LinkTarget =
      link.isSafe ? delegate.destination(of: link, at: index, in: document) : .text
    reopen()
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
      close(asking: &delegate)
      return
    }
    let link = document.wikiLinks[event.index]
    let target = delegate.target(of: link, at: index, in: document)
    open(href: target.href, id: target.id, className: target.className)
    guard !link.hasText else { return }
    piece(event.range, asking: &delegate) {
      $0.buffer.appendEscaped(target.text?[...] ?? $0.document.bytes(link.target))
    }
  }

  private mutating func open(href: [UInt8]?, id: [UInt8]?, className: [UInt8]?) {
    reopen()
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

  private mutating func close(asking delegate: inout some HTMLDelegate) {
    switch closers.popLast() {
    case .anchor:
      anchorDepth -= 1
      write("</a>")
    case .span: write("</span>")
    default: break
    }
    openNotes(asking: &delegate)
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
    reopen()
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
    // What follows in a figure is the caption.
    if isFigure, end + 1 < document.events.count, document.events[end + 1].kind != .figure {
      write("\n<figcaption>")
      isInCaption = true
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

  private mutating func text(_ event: Event, asking delegate: inout some HTMLDelegate) {
    var place = event.lower
    if let overlay = openOverlay, overlays[overlay].range.upperBound <= place {
      closeOverlay(asking: &delegate)
    }
    while nextOverlay < overlays.count || openOverlay != nil {
      if let overlay = openOverlay {
        let end = overlays[overlay].range.upperBound
        guard end <= event.upper else { break }
        pieces(place..<end, asking: &delegate)
        closeOverlay(asking: &delegate)
        place = end
      } else {
        while nextOverlay < overlays.count, overlays[nextOverlay].range.lowerBound < place {
          nextOverlay += 1
        }
        guard nextOverlay < overlays.count, overlays[nextOverlay].range.lowerBound < event.upper
        else { break }
        pieces(place..<overlays[nextOverlay].range.lowerBound, asking: &delegate)
        place = overlays[nextOverlay].range.lowerBound
        beginOverlay()
      }
    }
    pieces(place..<event.upper, asking: &delegate)
  }

  private mutating func replacement(_ event: Event, asking delegate: inout some HTMLDelegate) {
    if let overlay = openOverlay {
      if overlays[overlay].range.upperBound <= event.lower { closeOverlay(asking: &delegate) }
    } else {
      skipOverlays(before: event.lower)
      if nextOverlay < overlays.count, overlays[nextOverlay].range.lowerBound < event.upper {
        beginOverlay()
      }
    }
    piece(event.range, asking: &delegate) {
      $0.buffer.appendEscaped($0.document.bytes(event.literal))
    }
    if let overlay = openOverlay, overlays[overlay].range.upperBound <= event.upper {
      closeOverlay(asking: &delegate)
    }
  }

  private mutating func beginOverlay() {
    let overlay = overlays[nextOverlay]
    nextOverlay += 1
    guard anchorDepth == 0, !overlay.range.isEmpty else { return }
    openOverlay = nextOverlay - 1
    open(href: overlay.href, id: overlay.id, className: overlay.className)
  }

  mutating func closeOverlay(asking delegate: inout some HTMLDelegate) {
    guard openOverlay != nil else { return }
    openOverlay = nil
    close(asking: &delegate)
  }
}
