import Bytes
import HTTP

/// The forms of a target that does not begin with a slash (RFC 9112 §3.2).
extension HeadParts {
  /// Finds the form and the parts of the target, which holds nothing but characters of a URI.
  /// Returns whether it has a form that the method allows.
  mutating func classifyTarget(_ bytes: Span<UInt8>) -> Bool {
    let text = bytes.extracting(target.offsets)
    path = .empty
    if method == .connect {
      form = .authority
      authority = target
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
    let start = Int(target.start)
    return ByteRange((start + offsets.lowerBound)..<(start + offsets.upperBound))
  }
}
