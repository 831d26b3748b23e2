import Bytes
import HTTP
import Testing

@testable import HTTP1

@Suite struct ResponseHeadTests {
  private func head(
    _ status: Status, fields: String = "", option: ConnectionOption = .none
  ) -> String {
    var output = ByteRun(capacity: 256)
    ResponseHead.append(
      status, option, date: [UInt8]("Sun, 06 Nov 1994 08:49:37 GMT".utf8), to: &output)
    output.append([UInt8](fields.utf8))
    output.appendLineEnd()
    return String(decoding: [UInt8](copying: output.span), as: UTF8.self)
  }

  @Test("a head is status line, date, fields and an empty line")
  func whole() {
    #expect(
      head(.ok, fields: "ETag: \"a\"\r\nVary: Accept\r\n")
        == "HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
        + "ETag: \"a\"\r\nVary: Accept\r\n\r\n")
  }

  @Test("what becomes of the connection is said where the version does not say it")
  func option() {
    #expect(!head(.ok).contains("Connection"))
    #expect(head(.ok, option: .close).contains("\r\nConnection: close\r\n"))
    #expect(head(.ok, option: .keepAlive).contains("\r\nConnection: keep-alive\r\n"))
  }

  @Test("a status that never has content has no length", arguments: Status.allCases)
  func length(status: Status) {
    let forbidden = [Status.continue, .noContent, .notModified].contains(status)
    let response = Response(status: status, fields: [], content: [1, 2, 3])
    let fields = String(decoding: response.fields, as: UTF8.self)
    #expect(head(status, fields: fields).contains("\r\nContent-Length: 3\r\n") == !forbidden)
    #expect(head(status, fields: fields).contains("Content-Length") == !forbidden)
  }

  @Test("every status line is the code and its reason, and every answer has a date")
  func statusLine() {
    for status in Status.allCases {
      #expect(
        head(status)
          .hasPrefix("HTTP/1.1 \(status.rawValue) \(status.reason)\r\nDate: Sun, 06 Nov 1994"))
    }
  }

  @Test("an answer is appended to what waits already")
  func appends() {
    var output = ByteRun(capacity: 16)
    output.append("before")
    ResponseHead.append(
      .noContent, .close, date: [], to: &output)
    let bytes = [UInt8](copying: output.span)
    #expect(
      bytes == latin1("beforeHTTP/1.1 204 No Content\r\nDate: \r\nConnection: close\r\n"))
  }

  @Test("the interim answer is a whole head")
  func interim() {
    #expect(ResponseHead.interim.description == "HTTP/1.1 100 Continue\r\n\r\n")
  }
}
