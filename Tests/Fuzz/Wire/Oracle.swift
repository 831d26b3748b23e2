import Bytes
import HTTP
import HTTP1

/// What is true of every head that may be accepted, told in the plainest way and without the
/// parser.
enum Oracle {
  /// `bytes` hold the head from `start` on.
  static func check(_ head: RequestHead, _ bytes: [UInt8], _ start: Int) {
    let bytes = [UInt8](bytes[start...])
    checkTarget(head, bytes)
    checkLines(head, bytes)
    checkFraming(head, bytes)
  }

  private static func checkTarget(_ head: RequestHead, _ bytes: [UInt8]) {
    let target = bytes[head.target.offsets]
    precondition(target.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x23 })
    switch head.form {
    case .origin:
      precondition(bytes[Int(head.path.start)] == 0x2F)
      var again = [UInt8](bytes[head.path.offsets])
      if let query = head.query { again += [0x3F] + bytes[query.offsets] }
      precondition(again.elementsEqual(target))
    case .absolute: precondition(!head.authority.isEmpty)
    case .asterisk: precondition(head.method == .options && target.elementsEqual([0x2A]))
    case .authority: precondition(head.method == .connect && head.authority == head.target)
    }
  }

  /// Each line ends in CR and LF, and neither stands anywhere else.
  private static func checkLines(_ head: RequestHead, _ bytes: [UInt8]) {
    for line in head.fields {
      let name = bytes[line.nameBytes.offsets]
      let value = bytes[line.value.offsets]
      precondition(!name.isEmpty && name.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x3A })
      precondition(value.allSatisfy { $0 == 9 || $0 >= 0x20 && $0 != 0x7F })
      precondition(value.first != 0x20 && value.first != 9)
      precondition(value.last != 0x20 && value.last != 9)
      precondition(bytes[Int(line.nameBytes.end)] == 0x3A)
      precondition(bytes[Int(line.nameBytes.start) - 1] == 0x0A)
      precondition(bytes[Int(line.nameBytes.start) - 2] == 0x0D)
    }
  }

  private static func checkFraming(_ head: RequestHead, _ bytes: [UInt8]) {
    func values(_ name: FieldName) -> [String] {
      head.fields.filter { $0.name == name }
        .map { String(decoding: bytes[$0.value.offsets], as: UTF8.self).lowercased() }
    }
    let hosts = values(.host)
    precondition(hosts.count == 1 || hosts.isEmpty && head.version == .http10)
    for host in hosts { precondition(!host.contains { "@/?#\\ \t".contains($0) }) }
    let lengths = values(.contentLength)
    let codings = values(.transferEncoding)
    precondition(lengths.isEmpty || codings.isEmpty)
    precondition(codings.isEmpty || head.version == .http11)
    for length in lengths {
      precondition(length.utf8.allSatisfy { ASCII.isDigit($0) || " \t,".utf8.contains($0) })
    }
    for coding in codings {
      precondition(
        coding.split(whereSeparator: { " \t,".contains($0) }).allSatisfy { $0 == "chunked" })
    }
  }
}

extension Limits {
  /// Limits that the fuzzer can reach.
  static var small: Limits {
    var limits = Limits()
    limits.requestHeadBytesMax = 96
    limits.requestTargetBytesMax = 12
    limits.methodBytesMax = 8
    limits.fieldLinesMax = 4
    limits.requestContentBytesMax = 20
    limits.chunkLineBytesMax = 12
    limits.trailerBytesMax = 16
    limits.leadingEmptyLinesMax = 2
    limits.requestsPerConnectionMax = 3
    return limits
  }
}
