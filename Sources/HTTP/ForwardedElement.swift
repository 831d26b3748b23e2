internal import Bytes

/// One element of a `Forwarded` value (RFC 7239 §4): where its `for`, `proto` and `host` stand,
/// without quotes.
///
/// Any visible characters but separators are taken for a token, as proxies write `host=a:8080`.
struct ForwardedElement {
  /// Whom the proxy's request came from.
  private(set) var node: Range<Int>?
  private(set) var scheme: Range<Int>?
  private(set) var host: Range<Int>?

  private init() {}

  /// The last element of a list; `nil` where the list is malformed anywhere, so that nothing which
  /// a client has put before it can change where it begins. O(count).
  init?(lastOf value: Span<UInt8>) {
    var last = ForwardedElement()
    guard Self.forEach(value, { last = $0 }) else { return nil }
    self = last
  }

  /// Calls `body` with each element of a list, in order, up to where it is malformed; false where
  /// it is. O(count).
  static func forEach(_ value: Span<UInt8>, _ body: (ForwardedElement) -> Void) -> Bool {
    var element = ForwardedElement()
    var index = 0
    while true {
      skipBlanks(value, &index)
      if !element.takePair(value, &index) { return false }
      skipBlanks(value, &index)
      guard index < value.count else { break }
      switch value[index] {
      case 0x3B: break
      case 0x2C:
        body(element)
        element = ForwardedElement()
      default: return false
      }
      index += 1
    }
    body(element)
    return true
  }

  /// Takes `name=value`, or nothing where there is no name; false where it is malformed.
  private mutating func takePair(_ value: Span<UInt8>, _ index: inout Int) -> Bool {
    let start = index
    Self.skipToken(value, &index)
    if index == start { return true }
    let name = value.extracting(start..<index)
    guard index < value.count, value[index] == 0x3D else { return false }
    index += 1
    guard let content = Self.takeValue(value, &index) else { return false }
    if name.equalsIgnoringCase("proto") {
      if scheme != nil { return false }
      scheme = content
    } else if name.equalsIgnoringCase("host") {
      if host != nil { return false }
      host = content
    } else if name.equalsIgnoringCase("for") {
      if node != nil { return false }
      node = content
    }
    return true
  }

  /// A token or a quoted string. What is escaped in it stays so, which no host or scheme needs.
  private static func takeValue(_ value: Span<UInt8>, _ index: inout Int) -> Range<Int>? {
    guard index < value.count, value[index] == 0x22 else {
      let start = index
      skipToken(value, &index)
      return start == index ? nil : start..<index
    }
    index += 1
    let start = index
    while index < value.count, value[index] != 0x22 {
      index += value[index] == 0x5C ? 2 : 1
    }
    guard index < value.count else { return nil }
    index += 1
    return start..<index - 1
  }

  private static func skipToken(_ value: Span<UInt8>, _ index: inout Int) {
    while index < value.count, isToken(value[index]) { index += 1 }
  }

  private static func skipBlanks(_ value: Span<UInt8>, _ index: inout Int) {
    while index < value.count, value[index] == ASCII.space || value[index] == ASCII.tab {
      index += 1
    }
  }

  /// Visible, and none of `" , ; =`.
  private static func isToken(_ byte: UInt8) -> Bool {
    0x21...0x7E ~= byte && byte != 0x22 && byte != 0x2C && byte != 0x3B && byte != 0x3D
  }
}
