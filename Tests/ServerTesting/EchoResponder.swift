import Bytes
package import HTTP

/// A responder whose answers tell what it was asked: the target, as many bytes as it names, or
/// whether the peer is a trusted proxy.
package final class EchoResponder: Responder {
  package init() {}

  package func respond(to request: borrowing Request) -> Response {
    switch request.method {
    case .get, .head: break
    case .options: return Response(status: .noContent, fields: [])
    case .other: return refuse(.notImplemented, detail: "unknown")
    default: return refuse(.methodNotAllowed, detail: "not here")
    }
    let target = [UInt8](copying: request.target)
    let fields = Array("Content-Type: text/plain\r\n".utf8)
    let text = String(decoding: target, as: UTF8.self)
    if text.hasPrefix("/bytes/"), let count = Int(text.dropFirst(7)) {
      let content = Self.numbers(count)
      return Response(status: .ok, fields: fields, content: content)
    }
    if text == "/trusted" {
      return Response(
        status: .ok, fields: fields, content: Array("\(request.isFromTrustedProxy)".utf8))
    }
    return Response(status: .ok, fields: fields, content: target)
  }

  /// `count` bytes that count up to 250, over and over.
  private static func numbers(_ count: Int) -> [UInt8] {
    let turn = [UInt8](0...250)
    var content: [UInt8] = []
    for _ in 0..<(count / 251) { content.append(contentsOf: turn) }
    content.append(contentsOf: turn[..<(count % 251)])
    return content
  }

  package func refuse(_ status: Status, detail: StaticString) -> Response {
    Response(
      status: status, fields: Array("Content-Type: text/plain\r\n".utf8),
      content: Array(detail.description.utf8))
  }
}
