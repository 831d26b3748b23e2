/// The content of a request as it was received so far (RFC 9112, sections 6 to 8).
extension ConnectionModel {
  /// How the end of content is found (RFC 9112, 6.3).
  enum Framing: Equatable, Sendable {
    case none
    case length(Int)
    case chunked
  }

  struct Content: Sendable {
    /// The bytes of it, once all have come.
    private(set) var length: Int?
    /// Faults that every server refuses.
    private(set) var hard: Set<Int> = []
    /// Faults of a part that has not come whole: a server refuses them now or when it has.
    private(set) var early: Set<Int> = []
    /// Faults that a server may refuse or overlook.
    private(set) var loose: Set<Int> = []

    private let bytes: [UInt8]
    private let limits: Limits

    init(_ bytes: [UInt8], head: Head, limits: Limits) {
      self.bytes = bytes
      self.limits = limits
      switch head.framing {
      case .none: length = 0
      case .length(let count): length = bytes.count >= count ? count : nil
      case .chunked: readChunks(head)
      }
    }

    /// chunked-body = *chunk last-chunk trailer-section CRLF (RFC 9112, 7.1).
    private mutating func readChunks(_ head: Head) {
      var place = 0
      var total = 0
      while true {
        guard let line = Line(bytes, from: place) else { return }
        guard let size = readSize(line) else {
          if !line.isWhole {
            noteSize(ofPart: line, after: total)
            waitWithFaults()
          }
          return
        }
        place = line.next
        if size == 0 { return readTrailers(from: place, head) }
        total = min(total, limits.requestContentBytesMax) + size
        if total > limits.requestContentBytesMax {
          hard.insert(413)
          return
        }
        guard bytes.count - place >= size else { return }
        place += size
        // chunk-data CRLF
        for expected in [UInt8(13), 10] {
          guard place < bytes.count else { return }
          guard bytes[place] == expected else {
            hard.insert(400)
            return
          }
          place += 1
        }
      }
    }

    /// chunk-size [ chunk-ext ]: the size, or nil where the line is refused or not whole.
    private mutating func readSize(_ line: Line) -> Int? {
      let text = line.text
      let digits = text.prefix(while: { hexValue($0) != nil })
      let rest = Array(text.dropFirst(digits.count))
      let isWrong = digits.isEmpty && (line.isWhole || !rest.isEmpty)
      if isWrong || line.hasFaultyEnd || rest.contains(where: isControl) { hard.insert(400) }
      if let first = rest.first, first != 0x3B, first != 0x20, first != 0x09 { hard.insert(400) }
      // A bound on the line is the server's own (RFC 9112, 7.1.1 asks for one, names none).
      if text.count > 64 { loose.formUnion([400, 413, 431]) }
      if digits.count > 15 { loose.formUnion([400, 413]) }
      guard hard.isEmpty, line.isWhole else { return nil }
      if !Self.isExtension(rest) { loose.insert(400) }
      let significant = digits.drop(while: { $0 == 0x30 })
      guard significant.count <= 15 else {
        hard.formUnion([400, 413])
        return nil
      }
      let size = significant.reduce(0) { $0 * 16 + (hexValue($1) ?? 0) }
      // Bounded, so that sums of sizes cannot overflow.
      return min(size, limits.requestContentBytesMax + 1)
    }

    /// A size that is too large already only grows by what is still to come of its line.
    private mutating func noteSize(ofPart line: Line, after total: Int) {
      let significant = line.text.prefix(while: { hexValue($0) != nil }).drop(while: { $0 == 0x30 })
      let size = significant.prefix(15).reduce(0) { $0 * 16 + (hexValue($1) ?? 0) }
      if size > limits.requestContentBytesMax - min(total, limits.requestContentBytesMax) {
        early.formUnion(significant.count > 15 ? [400, 413] : [413])
      }
    }

    private mutating func waitWithFaults() {
      early.formUnion(hard)
      hard = []
    }

    /// chunk-ext = *( BWS ";" BWS chunk-ext-name [ BWS "=" BWS chunk-ext-val ] ).
    private static func isExtension(_ bytes: [UInt8]) -> Bool {
      var rest = bytes[...]
      func skipSpace() { rest = rest.drop(while: { $0 == 0x20 || $0 == 0x09 }) }
      func skipToken() -> Bool {
        let token = rest.prefix(while: isTokenByte)
        rest = rest.dropFirst(token.count)
        return !token.isEmpty
      }
      func skipQuoted() -> Bool {
        rest = rest.dropFirst()
        while let byte = rest.first {
          rest = rest.dropFirst(byte == 0x5C ? 2 : 1)
          if byte == 0x22 { return true }
        }
        return false
      }
      while !rest.isEmpty {
        skipSpace()
        guard rest.first == 0x3B else { return false }
        rest = rest.dropFirst()
        skipSpace()
        guard skipToken() else { return false }
        let before = rest
        skipSpace()
        guard rest.first == 0x3D else {
          rest = before
          continue
        }
        rest = rest.dropFirst()
        skipSpace()
        guard rest.first == 0x22 ? skipQuoted() : skipToken() else { return false }
      }
      return true
    }

    /// trailer-section = *( field-line CRLF ), and the empty line (RFC 9112, 7.1.2).
    private mutating func readTrailers(from start: Int, _ head: Head) {
      var place = start
      var count = 0
      while let line = Line(bytes, from: place) {
        if line.hasFaultyEnd { hard.insert(400) }
        if line.isWhole && line.text.isEmpty {
          length = line.next
          break
        }
        if !Head.isFieldLine(line) { hard.insert(400) }
        if line.isWhole { count += 1 }
        if let name = Head.Field(line.text)?.name, Self.notTrailers.contains(name) {
          loose.insert(400)
        }
        place = line.next
        if !line.isWhole { break }
      }
      // Whether trailers have the limits of the header section for themselves, or share them with
      // it, is the server's choice; so is the status.
      let size = place - start
      let most = limits.headerSectionBytesMax
      let isOver = count > limits.fieldCountMax || size - 2 * count - 2 > most
      if length == nil && !isOver { waitWithFaults() }
      if isOver {
        hard.formUnion([400, 413, 431])
      } else if head.fields.count + count > limits.fieldCountMax
        || head.sectionBytes + size + 4 >= most
      {
        loose.formUnion([400, 413, 431])
      }
    }

    /// Fields that must not be trailers (RFC 9110, 6.5.1): ignored, or refused.
    private static let notTrailers: Set<String> = [
      "transfer-encoding", "content-length", "host", "expect", "connection", "trailer", "te",
      "content-encoding", "content-type", "content-range", "authorization", "range",
    ]
  }
}
