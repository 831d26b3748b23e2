import Bytes
import HTTP
import Testing

@Suite struct RequestTests {
  private func first(_ name: FieldName, in request: borrowing Request) -> [UInt8]? {
    guard let value = request.first(name) else { return nil }
    return [UInt8](copying: value)
  }

  private func query(of request: borrowing Request) -> [UInt8]? {
    guard let query = request.query else { return nil }
    return [UInt8](copying: query)
  }

  @Test("a request shows the parts of its head as the bytes they stand for")
  func parts() {
    let bytes = [UInt8]("GET /a?b h c d".utf8)
    let head = RequestHead()
    head.method = .get
    head.target = ByteRange(4..<8)
    head.path = ByteRange(4..<6)
    for line in [
      FieldLine(name: .host, nameBytes: .empty, value: ByteRange(9..<10)),
      FieldLine(name: .ifNoneMatch, nameBytes: .empty, value: ByteRange(11..<12)),
      FieldLine(name: .ifNoneMatch, nameBytes: .empty, value: ByteRange(13..<14)),
    ] {
      head.parts.add(line)
    }
    let request = Request(head: head, bytes: bytes.span)
    let method = request.method
    #expect(method == .get)
    let target = [UInt8](copying: request.target)
    #expect(target == [UInt8]("/a?b".utf8))
    let path = [UInt8](copying: request.path)
    #expect(path == [UInt8]("/a".utf8))
    let none = query(of: request)
    #expect(none == nil)
    var values: [[UInt8]] = []
    request.forEach(.ifNoneMatch) { values.append([UInt8](copying: $0)) }
    #expect(values == [[0x63], [0x64]])
    let validator = first(.ifNoneMatch, in: request)
    #expect(validator == [0x63])
    let range = first(.range, in: request)
    #expect(range == nil)
    head.query = ByteRange(7..<8)
    let asked = Request(head: head, bytes: bytes.span)
    let asking = query(of: asked)
    #expect(asking == [0x62])
  }
}
