internal import CIconv

/// The encoding that a page names for itself, where it is no UTF-8.
enum Charset {
  /// A page may name its encoding in its first so many bytes.
  private static let headBytes = 2_048

  /// The page in UTF-8, and what it was in. Bytes that mean nothing there become U+FFFD. `nil`
  /// where the page names no encoding, or one that browsers do not read. O(count).
  static func decoded(_ page: [UInt8]) -> (utf8: [UInt8], name: String)? {
    guard page.count <= MarkupLimits.fileBytesMax,
      let (name, encoding) = encoding(of: page),
      let converter = unsafe iconv_open("UTF-8", encoding),
      unsafe converter != iconv_t(bitPattern: -1)
    else { return nil }
    defer { _ = unsafe iconv_close(converter) }
    return unsafe (convert(page, converter), name)
  }

  /// `charset=windows-1251`, or a mark of byte order at the start: as the page calls it, and as the
  /// system does.
  private static func encoding(of page: [UInt8]) -> (name: String, system: String)? {
    if page.starts(with: [0xFF, 0xFE]) || page.starts(with: [0xFE, 0xFF]) {
      return ("utf-16", "utf-16")
    }
    let head = page.prefix(headBytes).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    let key = Array("charset=".utf8)
    for start in head.indices.dropLast(key.count) where head[start] == key[0] {
      guard head[start..<start + key.count].elementsEqual(key) else { continue }
      let value = head[(start + key.count)...].drop { $0 == 0x22 || $0 == 0x27 || $0 == 0x20 }
        .prefix { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2D || $0 == 0x5F }
      guard (2...40).contains(value.count) else { return nil }
      let name = String(decoding: value, as: UTF8.self)
      return encoding(labelled: name).map { (name, $0) }
    }
    return nil
  }

  private static let numbered = Set(
    (0...8).map { "windows-125\($0)" } + (2...16).map { "iso-8859-\($0)" })

  /// The encoding that browsers take for a label (WHATWG Encoding, 4.2), by the system's name.
  ///
  /// UTF-7, EBCDIC and others that hide markup from who reads the bytes are not among them, nor is
  /// UTF-16, which no page can name in ASCII, nor ISO-2022-JP, whose bytes are all of UTF-8.
  private static func encoding(labelled name: String) -> String? {
    switch name {
    case "iso-8859-1", "iso8859-1", "latin1", "ascii", "us-ascii": "windows-1252"
    case "iso-8859-9", "latin5": "windows-1254"
    case "iso-8859-11", "tis-620": "windows-874"
    case "gb2312", "gbk": "gb18030"
    case "shift_jis", "shift-jis", "sjis", "windows-31j": "cp932"
    case "x-mac-cyrillic": "mac-cyrillic"
    case "windows-874", "koi8-r", "koi8-u", "ibm866", "macintosh", "big5", "big5-hkscs",
      "gb18030", "euc-jp", "euc-kr":
      name
    case _ where numbered.contains(name): name
    default: nil
    }
  }

  @unsafe private static func convert(_ page: [UInt8], _ converter: iconv_t) -> [UInt8] {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(page.count + page.count / 2)
    var chunk = [CChar](repeating: 0, count: 65_536)
    var input = page.map { CChar(bitPattern: $0) }
    var done = 0
    while done < input.count {
      var left = input.count - done
      var room = chunk.count
      let fault = unsafe input.withUnsafeMutableBufferPointer { input in
        unsafe chunk.withUnsafeMutableBufferPointer { chunk in
          var from = unsafe input.baseAddress.map { unsafe $0 + done }
          var to = chunk.baseAddress
          return unsafe ciconv_convert(converter, &from, &left, &to, &room)
        }
      }
      utf8 += chunk.prefix(chunk.count - room).map { UInt8(bitPattern: $0) }
      let isStuck = input.count - left <= done
      done = max(done, input.count - left)
      // What is no character, or is cut off at the end.
      if fault != 0 && fault != ciconv_is_full || isStuck, done < input.count {
        utf8 += "\u{FFFD}".utf8
        done += 1
      }
    }
    return utf8
  }
}
