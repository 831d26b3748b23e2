internal import Bytes

extension JSON5 {
  /// Reads a document. Beyond the grammar it refuses a key that is given twice, and more than
  /// `JSON5Reader.depthMax` levels.
  package init(_ bytes: [UInt8]) throws(DocumentError) {
    var reader = try JSON5Reader(bytes)
    self = try reader.document()
  }
}

/// A recursive-descent reader of bounded depth over the scalars of a document.
struct JSON5Reader {
  static let depthMax = 32

  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var line = 1
  private var lineStart = 0
  /// The keys and list positions that lead to the value being read.
  private var path: [String] = []

  /// Decodes UTF-8; a byte order mark is space.
  init(_ bytes: [UInt8]) throws(JSON5.DocumentError) {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(bytes.count)
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    decoding: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): scalars.append(scalar)
      case .emptyInput: break decoding
      case .error:
        self.scalars = scalars
        while peek != nil { advance() }
        throw problem("the text is not UTF-8 here")
      }
    }
    self.scalars = scalars
  }

  mutating func document() throws(JSON5.DocumentError) -> JSON5 {
    try skipSpace()
    let value = try value()
    try skipSpace()
    if peek != nil { throw unexpected("the end, since the value is complete") }
    return value
  }

  // MARK: Values

  private mutating func value() throws(JSON5.DocumentError) -> JSON5 {
    let place = place
    let content: JSON5.Payload
    switch peek {
    case "{": content = .object(try members())
    case "[": content = .array(try elements())
    case "\"", "'": content = .string(try string())
    case "+", "-", ".", "I", "N": content = .number(try number())
    case "t", "f", "n": content = try word()
    case let scalar? where Self.isDigit(scalar): content = .number(try number())
    default: throw unexpected("a value")
    }
    return JSON5(content: content, place: place)
  }

  /// Steps into an object or list.
  private mutating func open() throws(JSON5.DocumentError) {
    guard path.count < Self.depthMax else {
      throw problem("too deep; at most \(Self.depthMax) levels are allowed")
    }
    advance()
  }

  private mutating func members() throws(JSON5.DocumentError) -> [JSON5.Member] {
    try open()
    var members: [JSON5.Member] = []
    var places: [String: Place] = [:]
    while true {
      try skipSpace()
      if skip("}") { return members }
      let place = place
      let key = try key()
      path.append(path.isEmpty ? key : ".\(key)")
      defer { path.removeLast() }
      if let first = places[key] {
        throw problem("is given twice, at first in line \(first.line)", at: place)
      }
      places[key] = place
      try skipSpace()
      guard skip(":") else { throw unexpected("“:” and a value") }
      try skipSpace()
      members.append(JSON5.Member(key: key, place: place, value: try value()))
      try skipSpace()
      guard skip(",") || peek == "}" else { throw unexpected("“,” or “}”") }
    }
  }

  private mutating func elements() throws(JSON5.DocumentError) -> [JSON5] {
    try open()
    var elements: [JSON5] = []
    while true {
      try skipSpace()
      if skip("]") { return elements }
      path.append("[\(elements.count + 1)]")
      defer { path.removeLast() }
      elements.append(try value())
      try skipSpace()
      guard skip(",") || peek == "]" else { throw unexpected("“,” or “]”") }
    }
  }

  private mutating func key() throws(JSON5.DocumentError) -> String {
    if peek == "\"" || peek == "'" { return try string() }
    var key = ""
    while let scalar = peek, Self.isPartOfWord(scalar) {
      key.unicodeScalars.append(scalar)
      advance()
    }
    guard let first = key.unicodeScalars.first, !Self.isDigit(first) else {
      throw unexpected("a key or “}”")
    }
    return key
  }

  private mutating func word() throws(JSON5.DocumentError) -> JSON5.Payload {
    for (word, content) in [
      ("true", JSON5.Payload.boolean(true)), ("false", .boolean(false)), ("null", .null),
    ] where skip(word) { return content }
    throw unexpected("a value")
  }

  private mutating func number() throws(JSON5.DocumentError) -> String {
    let start = index
    if peek == "+" || peek == "-" { advance() }
    if skip("Infinity") || skip("NaN") { return text(from: start) }
    if skip("0x") || skip("0X") {
      guard skipDigits(\.isASCIIHexDigit) > 0 else { throw unexpected("a hexadecimal digit") }
      return try whole(start)
    }
    let leading = peek
    let digits = skipDigits(Self.isDigit)
    if leading == "0", digits > 1 { throw problem("a number does not begin with 0") }
    let decimals = skip(".") ? skipDigits(Self.isDigit) : 0
    guard digits + decimals > 0 else { throw unexpected("a digit") }
    if skip("e") || skip("E") {
      if peek == "+" || peek == "-" { advance() }
      guard skipDigits(Self.isDigit) > 0 else { throw unexpected("a digit") }
    }
    return try whole(start)
  }

  /// The number from `start` to here, where no letter clings to it.
  private func whole(_ start: Int) throws(JSON5.DocumentError) -> String {
    if let next = peek, Self.isPartOfWord(next) { throw unexpected("the end of the number") }
    return text(from: start)
  }

  // MARK: Strings

  private mutating func string() throws(JSON5.DocumentError) -> String {
    let quote = peek
    let start = place
    advance()
    var text = String.UnicodeScalarView()
    while let scalar = peek {
      switch scalar {
      case quote:
        advance()
        return String(text)
      case "\n", "\r":
        throw problem("a string ends within its line; end it with \(quote.map { "\($0)" } ?? "")")
      case "\\":
        advance()
        if let escaped = try escape() { text.append(escaped) }
      default:
        text.append(scalar)
        advance()
      }
    }
    throw problem("this string has no end", at: start)
  }

  /// What an escape stands for; `nil` for a line break, which is left out.
  private mutating func escape() throws(JSON5.DocumentError) -> Unicode.Scalar? {
    guard let letter = peek else { throw unexpected("the rest of an escape") }
    switch letter {
    case "\r":
      advance()
      _ = skip("\n")
      return nil
    case "\n", "\u{2028}", "\u{2029}":
      advance()
      return nil
    case "u": return try unicodeEscape()
    case "x":
      advance()
      return Unicode.Scalar(UInt8(truncatingIfNeeded: try hexadecimal(digits: 2)))
    case "0":
      advance()
      if let next = peek, Self.isDigit(next) { throw unexpected("no digit after \\0") }
      return "\0"
    case "1"..."9": throw unexpected("an escape, which is no digit")
    default:
      advance()
      let controls: [Unicode.Scalar: Unicode.Scalar] = [
        "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t", "v": "\u{B}",
      ]
      return controls[letter] ?? letter
    }
  }

  /// `uXXXX`, or two of them that are a surrogate pair.
  private mutating func unicodeEscape() throws(JSON5.DocumentError) -> Unicode.Scalar {
    let start = place
    advance()
    let first = try hexadecimal(digits: 4)
    if let scalar = Unicode.Scalar(first) { return scalar }
    if first < 0xDC00, skip("\\u") {
      let second = try hexadecimal(digits: 4)
      if 0xDC00...0xDFFF ~= second,
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      {
        return scalar
      }
    }
    throw problem("half of a surrogate pair is no character", at: start)
  }

  private mutating func hexadecimal(digits: Int) throws(JSON5.DocumentError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let scalar = peek, let digit = Character(scalar).hexDigitValue, scalar.isASCII else {
        throw unexpected("a hexadecimal digit")
      }
      value = value << 4 | UInt32(truncatingIfNeeded: digit)
      advance()
    }
    return value
  }
}

// MARK: Scalars

extension JSON5Reader {
  private var peek: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private var place: Place { Place(line: line, column: index - lineStart + 1) }

  private mutating func advance() {
    let scalar = scalars[index]
    index += 1
    let endsLine =
      scalar == "\n" || (scalar == "\r" && peek != "\n") || scalar == "\u{2028}"
      || scalar == "\u{2029}"
    if endsLine {
      line += 1
      lineStart = index
    }
  }

  /// Steps over `word` if it comes next.
  private mutating func skip(_ word: String) -> Bool {
    let word = word.unicodeScalars
    guard scalars[index...].starts(with: word) else { return false }
    for _ in word { advance() }
    return true
  }

  private mutating func skipDigits(_ isDigit: (Unicode.Scalar) -> Bool) -> Int {
    let start = index
    while let scalar = peek, isDigit(scalar) { advance() }
    return index - start
  }

  /// Steps over white space and comments.
  private mutating func skipSpace() throws(JSON5.DocumentError) {
    while let scalar = peek {
      if scalar == "\u{FEFF}" || scalar.properties.isWhitespace {
        advance()
      } else if skip("//") {
        let line = line
        while peek != nil, self.line == line { advance() }
      } else if scalar == "/", index + 1 < scalars.count, scalars[index + 1] == "*" {
        let start = place
        advance()
        advance()
        while !skip("*/") {
          guard peek != nil else { throw problem("this comment has no end", at: start) }
          advance()
        }
      } else {
        return
      }
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { "0"..."9" ~= scalar }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "$": true
    default: !scalar.isASCII && scalar.properties.isAlphabetic
    }
  }

  private func text(from start: Int) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[start..<index])
    return String(text)
  }

  private func problem(_ reason: String, at place: Place? = nil) -> JSON5.DocumentError {
    JSON5.DocumentError(place: place ?? self.place, key: path.joined(), reason: reason)
  }

  private func unexpected(_ wanted: String) -> JSON5.DocumentError {
    guard let scalar = peek else {
      return problem("the document ends too early; expected is \(wanted)")
    }
    return problem("“\(scalar)” is not allowed here; expected is \(wanted)")
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIIHexDigit: Bool { isASCII && Character(self).isHexDigit }
}
