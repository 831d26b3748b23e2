/// What site generators write into Markdown and no parser of it knows: it is blanked, so that all
/// else stays where it is.
enum MarkdownExtensions {
  /// The longest of them: an opening that nothing closes is text.
  private static let bytesMax = 1_000

  /// `{{< figure … >}}`, `{{% … %}}`, `{{ site.url }}`, `{% include … %}`, `{: .class}`, and
  /// `{#id}` or `{.class}` at the end of a line.
  static func blank(_ markdown: inout [UInt8]) {
    var index = 0
    while let open = markdown[index...].firstIndex(of: 0x7B), open + 1 < markdown.count {
      index = open + 1
      guard let end = end(of: open, in: markdown) else { continue }
      for offset in open..<end where markdown[offset] != 0x0A && markdown[offset] != 0x0D {
        markdown[offset] = 0x20
      }
      index = end
    }
  }

  private static func end(of open: Int, in markdown: [UInt8]) -> Int? {
    let rest = markdown[(open + 1)..<min(open + bytesMax, markdown.count)]
    switch rest.first {
    case 0x7B: return after("}}", in: rest)
    case 0x25: return after("%}", in: rest)
    case 0x3A, 0x23, 0x2E:
      guard let close = rest.firstIndex(of: 0x7D), !rest[..<close].contains(0x0A) else {
        return nil
      }
      let behind = markdown[(close + 1)...].first { $0 != 0x20 && $0 != 0x09 }
      return behind == nil || behind == 0x0A || behind == 0x0D || rest.first == 0x3A
        ? close + 1 : nil
    default: return nil
    }
  }

  private static func after(_ mark: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let mark = Array(mark.utf8)
    guard bytes.count >= mark.count else { return nil }
    return (bytes.startIndex...(bytes.endIndex - mark.count)).first {
      bytes[$0] == mark[0] && bytes[$0 + 1] == mark[1]
    }.map { $0 + 2 }
  }
}
