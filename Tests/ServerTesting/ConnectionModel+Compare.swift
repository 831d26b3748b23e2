/// A client's view: the bytes that a server sent, held against what the model says.
extension ConnectionModel {
  /// One response as a client reads it off the wire.
  private struct Response {
    var status = 0
    var closes = false
    var contentLength: Int?
    var isChunked = false
    /// The place behind its head.
    var next = 0
  }

  /// The first thing wrong with all that one connection was sent so far, or nil.
  /// `closed`: the server has sent its FIN or reset the connection. Call it when the server has
  /// nothing more to do for the events fed. Where the server had a choice to close, it reads the
  /// choice off the `HTTP1Handler` field and goes on by `decide(closed:)`.
  mutating func disagreement(received: [UInt8], closed: Bool) -> String? {
    var place = 0
    var index = 0
    while index < answers.count {
      let answer = answers[index]
      let isLast = index == answers.count - 1
      if place == received.count && answer.isOptional && isLast { break }
      let name = "answer \(index + 1) (\(answer.method ?? "?"), \(answer.statuses))"
      var response = Response()
      if let wrong = Self.read(answer, received, &place, &response) { return "\(name): \(wrong)" }
      if answer.closes == .must && !response.closes { return "\(name): no Connection: close" }
      if answer.closes == .mustNot && response.closes { return "\(name): closes without a reason" }
      if stage == .undecided && isLast { decide(closed: response.closes) }
      index += 1
    }
    return rest(received, from: place, closed: closed)
  }

  /// What stands behind the last answer: nothing, `100 Continue`, or an early refusal.
  private func rest(_ received: [UInt8], from start: Int, closed: Bool) -> String? {
    var place = start
    var response = Response()
    var hasContinue = false
    while let next = Self.interim(received, from: place) {
      place = next
      if hasContinue || continueNow == .mustNot { return "a 100 Continue that nobody asked for" }
      hasContinue = true
    }
    if place < received.count {
      guard let possible else { return "\(received.count - place) bytes that nobody asked for" }
      if let wrong = Self.read(possible, received, &place, &response, interim: hasContinue) {
        return "early refusal: \(wrong)"
      }
      return place == received.count ? nil : "bytes behind an early refusal"
    }
    if continueNow == .must && !hasContinue { return "no 100 Continue" }
    if stage == .closed && !closed { return "open after its last answer" }
    if stage != .closed && closed { return "closed in stage \(stage)" }
    return nil
  }

  /// Reads one answer with what precedes it. Nil: it is right, and `place` stands behind it.
  private static func read(
    _ answer: Answer, _ bytes: [UInt8], _ place: inout Int, _ response: inout Response,
    interim hadContinue: Bool = false
  ) -> String? {
    var continues = hadContinue ? 1 : 0
    while let next = interim(bytes, from: place) {
      place = next
      continues += 1
    }
    if continues > 1 { return "100 Continue twice" }
    if continues == 1 && answer.continues == .mustNot { return "an unasked 100 Continue" }
    if continues == 0 && answer.continues == .must { return "no 100 Continue before it" }
    if place == bytes.count { return "missing" }
    guard let found = parse(bytes, from: place) else { return "no response head at \(place)" }
    response = found
    if !answer.allows(found.status) { return "status \(found.status)" }
    place = found.next
    if found.status == 204 || found.status == 304 { return nil }
    guard found.contentLength != nil || found.isChunked else { return "content without framing" }
    let left = bytes.count - place
    if !answer.hasContent && !answer.contentIsOpen {
      return left > 0 && answer.closes == .must ? "\(left) bytes behind an answer to HEAD" : nil
    }
    if answer.contentIsOpen && left == 0 { return nil }
    guard let length = contentBytes(of: found, bytes) else { return "content cut short" }
    place += length
    return nil
  }

  /// The bytes that the content of a response takes, framing included; nil: not all are there.
  private static func contentBytes(of response: Response, _ bytes: [UInt8]) -> Int? {
    let left = bytes.count - response.next
    guard response.isChunked else {
      let length = response.contentLength ?? 0
      return length <= left ? length : nil
    }
    var reader = bytes[response.next...]
    while let line = Line(Array(reader), from: 0) {
      let digits = line.text.prefix(while: { hexValue($0) != nil })
      guard line.isWhole, !digits.isEmpty, digits.count < 9 else { return nil }
      let size = digits.reduce(0) { $0 * 16 + (hexValue($1) ?? 0) }
      guard reader.count >= line.next + size + 2 else { return nil }
      reader = reader.dropFirst(line.next + size + 2)
      if size == 0 { return left - reader.count }
    }
    return nil
  }

  /// The place behind a `100 Continue` at a place, nil where none stands there.
  private static func interim(_ bytes: [UInt8], from start: Int) -> Int? {
    guard let response = parse(bytes, from: start), response.status == 100 else { return nil }
    return response.next
  }

  private static func parse(_ bytes: [UInt8], from start: Int) -> Response? {
    guard let line = Line(bytes, from: start), line.isWhole, !line.hasFaultyEnd else { return nil }
    let parts = line.text.split(separator: 0x20, maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count >= 2, parts[0].elementsEqual("HTTP/1.1".utf8), parts[1].count == 3,
      let status = Int(string(of: Array(parts[1]))), (100...599).contains(status)
    else { return nil }
    var response = Response()
    response.status = status
    response.next = line.next
    while let line = Line(bytes, from: response.next), line.isWhole, !line.hasFaultyEnd {
      response.next = line.next
      if line.text.isEmpty { return response }
      guard let field = Head.Field(line.text) else { return nil }
      let value = lowercase(field.value)
      switch field.name {
      case "connection":
        let options = value.split(separator: ",").map { trim(Array($0.utf8)[...]) }
        if options.contains(Array("close".utf8)) { response.closes = true }
      case "content-length":
        guard response.contentLength == nil, let count = Int(value), count >= 0 else { return nil }
        response.contentLength = count
      case "transfer-encoding": response.isChunked = value == "chunked"
      default: break
      }
    }
    return nil
  }
}
