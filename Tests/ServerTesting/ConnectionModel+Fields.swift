/// What the fields of a head say about its message: Host, framing, expectation, persistence.
extension ConnectionModel.Head {
  struct Field: Sendable {
    /// In lower case.
    var name = ""
    var value: [UInt8] = []

    init() {}

    /// Nil where there is no colon.
    init?(_ line: [UInt8]) {
      guard let colon = line.firstIndex(of: 0x3A) else { return nil }
      name = ConnectionModel.lowercase(Array(line[..<colon]))
      value = ConnectionModel.trim(line[(colon + 1)...])
    }
  }

  mutating func judgeFields(_ limits: ConnectionModel.Limits) {
    connection = members("connection").filter { !$0.isEmpty }
    judgeHost()
    judgeFraming(limits)
    judgeExpectation()
  }

  private func values(_ name: String) -> [[UInt8]] {
    fields.filter { $0.name == name }.map(\.value)
  }

  /// The members of a list, of all lines of its name (RFC 9110, 5.6.1), in lower case.
  private func members(_ name: String) -> [String] {
    values(name).flatMap { value in
      value.split(separator: 0x2C, omittingEmptySubsequences: false).map {
        ConnectionModel.lowercase(ConnectionModel.trim($0))
      }
    }
  }

  /// RFC 9112, 3.2: no Host in HTTP/1.1, two, or a wrong one: 400. An empty one is refused too,
  /// by choice of the server under test.
  private mutating func judgeHost() {
    let hosts = values("host")
    if hosts.count > 1 { firm.insert(400) }
    guard let value = hosts.first else {
      if length != nil && major == 1 && minor == 1 && hasVersion { firm.insert(400) }
      return
    }
    host = ConnectionModel.string(of: value)
    switch ConnectionModel.judgeAuthority(value) {
    case .good: break
    case .unclear: loose.insert(400)
    case .bad: firm.insert(400)
    }
  }

  /// RFC 9112, 6.1 to 6.3.
  private mutating func judgeFraming(_ limits: ConnectionModel.Limits) {
    let lengths = values("content-length")
    let hasCoding = fields.contains { $0.name == "transfer-encoding" }
    if hasCoding { judgeCodings() }
    guard let value = lengths.first else { return }
    // Two lengths, equal or not, in two lines or one; both kinds of framing: request smuggling.
    if lengths.count > 1 || hasCoding { hard.insert(400) }
    guard !value.isEmpty, value.allSatisfy(ConnectionModel.isDigit) else {
      hard.insert(400)
      return
    }
    let significant = value.drop(while: { $0 == 0x30 })
    if value.count > 18 { loose.formUnion([400, 413]) }
    guard significant.count <= 18 else {
      hard.formUnion([400, 413])
      return
    }
    let count = significant.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    if count > limits.requestContentBytesMax { hard.insert(413) }
    if !hasCoding { framing = .length(count) }
  }

  /// `chunked` alone is known here. RFC 9112, 6.1: an unknown coding is 501; 6.3: where `chunked`
  /// is not the last one, 400. Where both hold, either does.
  private mutating func judgeCodings() {
    let all = members("transfer-encoding")
    let codings = all.filter { !$0.isEmpty }
    framing = .chunked
    // A message of HTTP/1.0 with a coding has faulty framing (6.1).
    if hasVersion && major == 1 && minor == 0 { hard.insert(400) }
    if codings != all { loose.formUnion([400, 501]) }
    if codings == ["chunked"] { return }
    let isChunkedLast = codings.last == "chunked"
    let chunkedCount = codings.count { $0 == "chunked" }
    if codings.isEmpty || !isChunkedLast || chunkedCount > 1 { hard.insert(400) }
    if codings.isEmpty || chunkedCount < codings.count { hard.insert(501) }
  }

  /// RFC 9110, 10.1.1.
  private mutating func judgeExpectation() {
    guard fields.contains(where: { $0.name == "expect" }) else { return }
    let all = members("expect")
    let isContinue = all.allSatisfy { $0 == "100-continue" }
    if minor == 0 {
      // A 100-continue of HTTP/1.0 is ignored; of another expectation nothing is said.
      if !isContinue { loose.insert(417) }
    } else if isContinue {
      expectsContinue = true
      if all.count > 1 { loose.insert(417) }
    } else if all.allSatisfy({ $0.isEmpty || $0 == "100-continue" }) {
      expectsContinue = all.contains("100-continue")
      loose.insert(417)
    } else {
      firm.insert(417)
    }
  }
}
