/// Writes one HTML document whose tags always match and whose texts are always escaped.
package struct HTMLWriter {
  package typealias Attributes = KeyValuePairs<StaticString, String>

  package private(set) var bytes: [UInt8] = []

  package init(reservingCapacity capacity: Int) {
    bytes.reserveCapacity(capacity)
    bytes.append("<!doctype html>\n")
  }

  package mutating func element(
    _ name: StaticString, _ attributes: Attributes = [:], _ content: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    content(&self)
    bytes.append("</")
    bytes.append(name)
    bytes.append(0x3E)
  }

  package mutating func element(
    _ name: StaticString, _ attributes: Attributes, _ text: String
  ) {
    element(name, attributes) { $0.text(text) }
  }

  package mutating func element(_ name: StaticString, _ text: String) { element(name, [:], text) }

  /// An element that has no content and no end tag, as `meta`.
  package mutating func void(_ name: StaticString, _ attributes: Attributes) {
    open(name, attributes)
  }

  package mutating func text(_ text: String) {
    for byte in text.utf8 { append(escaped: byte) }
  }

  /// A style element; `sheet` is ours, and must not hold `</`.
  package mutating func style(_ sheet: StaticString) {
    element("style") { $0.bytes.append(sheet) }
  }

  /// A script element; `source` is ours, and must not hold `</`.
  package mutating func script(_ source: StaticString) {
    element("script") { $0.bytes.append(source) }
  }

  private mutating func open(_ name: StaticString, _ attributes: Attributes) {
    bytes.append(0x3C)
    bytes.append(name)
    for (key, value) in attributes {
      bytes.append(ASCII.space)
      bytes.append(key)
      bytes.append("=\"")
      text(value)
      bytes.append(0x22)
    }
    bytes.append(0x3E)
  }

  private mutating func append(escaped byte: UInt8) {
    switch byte {
    case 0x22: bytes.append("&quot;")
    case 0x26: bytes.append("&amp;")
    case 0x27: bytes.append("&#39;")
    case 0x3C: bytes.append("&lt;")
    case 0x3E: bytes.append("&gt;")
    default: bytes.append(byte)
    }
  }
}
