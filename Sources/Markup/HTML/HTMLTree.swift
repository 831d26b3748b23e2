internal import Bytes
internal import CGumbo

/// Takes a tree of HTML in the order of its text.
protocol HTMLVisitor {
  /// Whether what is in the element counts.
  mutating func start(_ element: HTMLElement) -> Bool
  /// The end of an element that counts.
  mutating func end(_ role: HTMLRole)
  /// Text with its entities decoded, and where it stands in the source.
  mutating func text(_ bytes: ArraySlice<UInt8>, at offset: Int)
}

/// The only caller of gumbo. Its nodes point into the source, and live while `visit` runs.
enum HTMLTree {
  /// Parses valid UTF-8, and has the tree visited. O(count) for what `HTMLNesting` lets through.
  static func visit(_ html: [UInt8], _ visitor: inout some HTMLVisitor) {
    var options = unsafe kGumboDefaultOptions
    unsafe options.max_errors = 0
    unsafe html.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return }
      unsafe start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { characters in
        guard
          let output = unsafe gumbo_parse_with_options(&options, characters, bytes.count)
        else { return }
        unsafe walk(output.pointee.root, html, from: characters, &visitor)
        unsafe gumbo_destroy_output(&options, output)
      }
    }
  }

  private typealias Node = UnsafeMutablePointer<GumboNode>

  /// Without recursion: trees of hostile pages are deep.
  private static func walk(
    _ root: Node, _ html: [UInt8], from start: UnsafePointer<CChar>,
    _ visitor: inout some HTMLVisitor
  ) {
    /// Elements that were entered, and how many of their children were visited.
    var open: [(node: Node, role: HTMLRole, next: Int)] = unsafe []
    var node: Node? = unsafe root
    while true {
      if let at = unsafe node, let element = unsafe element(at) {
        if visitor.start(element) { unsafe open.append((at, element.role, 0)) }
      } else if let at = unsafe node {
        unsafe text(at, html, from: start, &visitor)
      }
      guard let last = unsafe open.indices.last else { return }
      unsafe node = child(open[last].node, open[last].next)
      unsafe open[last].next += 1
      if unsafe node == nil { visitor.end(unsafe open.removeLast().role) }
    }
  }

  private static func child(_ node: Node, _ index: Int) -> Node? {
    let children = unsafe node.pointee.v.element.children
    guard index < Int(unsafe children.length) else { return nil }
    return unsafe children.data[index]?.assumingMemoryBound(to: GumboNode.self)
  }

  /// `nil` of a node that is none.
  private static func element(_ node: Node) -> HTMLElement? {
    let type = unsafe node.pointee.type
    guard type == GUMBO_NODE_ELEMENT || type == GUMBO_NODE_TEMPLATE else { return nil }
    let tag = unsafe node.pointee.v.element.tag
    let name = unsafe String(cString: gumbo_normalized_tagname(tag))
    var element = HTMLElement(name: name, role: HTMLRole(name))
    let attributes = unsafe node.pointee.v.element.attributes
    for index in 0..<Int(unsafe attributes.length) {
      guard
        let attribute = unsafe attributes.data[index]?
          .assumingMemoryBound(to: GumboAttribute.self).pointee
      else { continue }
      let name = unsafe String(cString: attribute.name).lowercased()
      unsafe element.attributes[name] = String(cString: attribute.value)
    }
    if element.role == .row { element.isLayout = unsafe isLayout(node) }
    return element
  }

  /// Whether a cell of the row has a list, a table, a heading or several blocks in it.
  private static func isLayout(_ row: Node) -> Bool {
    var index = 0
    while let cell = unsafe child(row, index) {
      index += 1
      guard unsafe cell.pointee.type == GUMBO_NODE_ELEMENT else { continue }
      var blocks = 0
      var inner = 0
      while let node = unsafe child(cell, inner) {
        inner += 1
        guard unsafe node.pointee.type == GUMBO_NODE_ELEMENT else { continue }
        let tag = unsafe node.pointee.v.element.tag
        switch HTMLRole(unsafe String(cString: gumbo_normalized_tagname(tag))) {
        case .heading, .list, .table, .quote: return true
        case .block: blocks += 1
        default: break
        }
      }
      if blocks > 2 { return true }
    }
    return false
  }

  // MARK: Text

  private static func text(
    _ node: Node, _ html: [UInt8], from start: UnsafePointer<CChar>,
    _ visitor: inout some HTMLVisitor
  ) {
    let type = unsafe node.pointee.type
    guard type == GUMBO_NODE_TEXT || type == GUMBO_NODE_WHITESPACE || type == GUMBO_NODE_CDATA
    else { return }
    let text = unsafe node.pointee.v.text
    guard let characters = unsafe text.text else { return }
    let decoded = unsafe Array(String(cString: characters).utf8)
    guard let source = unsafe text.original_text.data, unsafe source >= start else {
      visitor.text(decoded[...], at: 0)
      return
    }
    let offset = unsafe source - start
    let range = offset..<min(offset + (unsafe text.original_text.length), html.count)
    if decoded.count == range.count {
      visitor.text(decoded[...], at: offset)
    } else {
      align(decoded, html, range, &visitor)
    }
  }

  /// Hands on text in which entities were decoded and line ends changed, in parts that stand in the
  /// source as they are.
  private static func align(
    _ decoded: [UInt8], _ html: [UInt8], _ range: Range<Int>, _ visitor: inout some HTMLVisitor
  ) {
    var source = range.lowerBound
    var index = 0
    while index < decoded.count {
      var end = index
      while end < decoded.count, source + end - index < range.upperBound,
        decoded[end] == html[source + end - index], decoded[end] != 0x26
      {
        end += 1
      }
      if end > index {
        visitor.text(decoded[index..<end], at: source)
        source += end - index
        index = end
        continue
      }
      // One character that stands otherwise there: an entity, or a line end.
      end = min(index + Scalars.decode(decoded, at: index).length, decoded.count)
      visitor.text(decoded[index..<end], at: min(source, html.count))
      index = end
      source = afterCharacter(html, source, range.upperBound)
    }
  }

  /// The end of the entity or line end at `start`.
  private static func afterCharacter(_ html: [UInt8], _ start: Int, _ end: Int) -> Int {
    guard start < end else { return end }
    var index = start + 1
    switch html[start] {
    case 0x0D: return index < end && html[index] == 0x0A ? index + 1 : index
    case 0x26:
      while index < end, isOfEntity(html[index]) { index += 1 }
      return index < end && html[index] == 0x3B ? index + 1 : index
    default: return index
    }
  }

  private static func isOfEntity(_ byte: UInt8) -> Bool {
    byte == 0x23 || ASCII.isLetter(byte) || ASCII.isDigit(byte)
  }
}
