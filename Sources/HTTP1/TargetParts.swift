package import Bytes
package import HTTP

/// A request target and the places of its parts (RFC 9112 §3.2).
package struct TargetParts: Sendable {
  package var form = TargetForm.origin
  package var whole = ByteRange.empty
  package var path = ByteRange.empty
  package var query: ByteRange?
  package var authority = ByteRange.empty

  package init() {}

  /// Finds the form and the parts of `whole`, which does not begin with a slash and holds nothing but
  /// characters of a URI. Returns whether it has a form that `method` allows.
  package mutating func classify(_ bytes: Span<UInt8>, _ method: Method) -> Bool {
    let text = bytes.extracting(whole.offsets)
    if method == .connect {
      form = .authority
      authority = whole
      return Authority.isValid(text, portRequired: true)
    }
    if text.equals("*") {
      form = .asterisk
      return method == .options
    }
    form = .absolute
    return takeAbsolute(text)
  }

  /// `http` or `https`, an authority that is not empty, and a path that may be (RFC 9110 §4.2).
  private mutating func takeAbsolute(_ text: Span<UInt8>) -> Bool {
    guard let start = authorityStart(text) else { return false }
    var authorityEnd = start
    while authorityEnd < text.count, text[authorityEnd] != 0x2F, text[authorityEnd] != 0x3F {
      authorityEnd += 1
    }
    guard Authority.isValid(text.extracting(start..<authorityEnd)) else { return false }
    var pathEnd = authorityEnd
    while pathEnd < text.count, text[pathEnd] != 0x3F {
      guard text[pathEnd] == 0x25 || Grammar.path.contains(text[pathEnd]) else { return false }
      pathEnd += 1
    }
    authority = place(start..<authorityEnd)
    path = place(authorityEnd..<pathEnd)
    if pathEnd < text.count { query = place((pathEnd + 1)..<text.count) }
    return true
  }

  private func authorityStart(_ text: Span<UInt8>) -> Int? {
    if text.count >= 7, text.extracting(0..<7).equalsIgnoringCase("http://") { return 7 }
    if text.count >= 8, text.extracting(0..<8).equalsIgnoringCase("https://") { return 8 }
    return nil
  }

  /// A range of offsets into the target, as one into the head.
  private func place(_ offsets: Range<Int>) -> ByteRange {
    let start = Int(whole.start)
    return ByteRange((start + offsets.lowerBound)..<(start + offsets.upperBound))
  }
}
