import HTTP
import Testing

@Suite struct ResponseTests {
  private func fields(_ status: Status, _ content: [UInt8]) -> String {
    let response = Response(
      status: status, fields: Array("Vary: Accept\r\n".utf8), content: content)
    return String(decoding: response.fields, as: UTF8.self)
  }

  @Test("an answer tells how many bytes its content has")
  func length() {
    #expect(fields(.ok, [1, 2, 3]) == "Vary: Accept\r\nContent-Length: 3\r\n")
    #expect(fields(.notFound, []) == "Vary: Accept\r\nContent-Length: 0\r\n")
  }
}
