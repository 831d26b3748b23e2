import EventLoop
import Glibc
import Server
import Testing

@Suite struct HTTP1HandlerTests {
  @Test("A request gets the responder's answer, and the connection stays open for another")
  func keepAlive() async throws {
    try await Harness.run { harness in
      let client = try Client(harness.address)
      for target in ["/one", "/two"] {
        try client.send("GET \(target) HTTP/1.1\r\nHost: a\r\n\r\n")
        let answer = try client.receiveAnswers(1)[0]
        #expect(answer.status == 200)
        #expect(answer.text == target)
        #expect(answer.fields["date"]?.hasSuffix(" GMT") == true)
        #expect(answer.fields["connection"] == nil)
      }
    }
  }

  @Test("Pipelined requests are answered in their order, more of them than one output holds")
  func pipelining() async throws {
    try await Harness.run { harness in
      let client = try Client(harness.address)
      let requests = (0..<600).map { "GET /bytes/\(1000 + $0) HTTP/1.1\r\nHost: a\r\n\r\n" }
      try client.send(requests.joined())
      let answers = try client.receiveAnswers(600)
      #expect(answers.map(\.content.count) == Array(1000..<1600))
    }
  }

  @Test("A request cut in two at any byte is answered as if it came whole")
  func everySplit() async throws {
    try await Harness.run { harness in
      let request = Array("GET /cut HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nbody".utf8)
      for cut in 1..<request.count {
        let client = try Client(harness.address)
        try client.send(Array(request[..<cut]))
        try client.send(Array(request[cut...]))
        #expect(try client.receiveAnswers(1)[0].text == "/cut")
      }
    }
  }

  @Test("HEAD gets the length of the content and none of it")
  func head() async throws {
    try await Harness.run { harness in
      let client = try Client(harness.address)
      try client.send("HEAD /bytes/70000 HTTP/1.1\r\nHost: a\r\n\r\n")
      try client.send("GET /next HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
      let all = String(decoding: try client.receiveAll(), as: UTF8.self)
      #expect(all.contains("Content-Length: 70000\r\n"))
      #expect(all.hasSuffix("/next"))
      #expect(all.utf8.count < 500)
    }
  }

  @Test("A reader that stops halfway gets all of a large answer when it goes on")
  func backPressure() async throws {
    try await Harness.run { harness in
      let client = try Client(harness.address, receiveBuffer: 65_536)
      let count = 8_000_000
      try client.send("GET /bytes/\(count) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
      let other = try Client(harness.address)
      try other.send("GET /meanwhile HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(try other.receiveAnswers(1)[0].text == "/meanwhile")
      let answer = try client.receiveAnswers(1)[0]
      #expect(answer.content.count == count)
      #expect(answer.content[250...252] == [250, 0, 1])
      #expect(answer.content.last == UInt8((count - 1) % 251))
    }
  }

  @Test("A client that vanishes while its answer is sent costs nothing")
  func vanishing() async throws {
    try await Harness.run { harness in
      for _ in 0..<20 {
        let client = try Client(harness.address, receiveBuffer: 4096)
        try client.send("GET /bytes/8000000 HTTP/1.1\r\nHost: a\r\n\r\n")
        _ = try client.receive(atMost: 100)
        client.resetOnClose()
      }
      try await harness.expectConnections(0)
    }
  }

  @Test("A client that ends its side after the request still gets the answer")
  func halfClose() async throws {
    try await Harness.run { harness in
      let client = try Client(harness.address)
      try client.send("GET /bytes/3000000 HTTP/1.1\r\nHost: a\r\n\r\n")
      client.endSending()
      #expect(try client.receiveAll().count > 3_000_000)
    }
  }

  @Test("A connection that ends within a request is told so")
  func truncatedRequest() async throws {
    try await Harness.run { harness in
      for part in ["GET /", "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab"] {
        let client = try Client(harness.address)
        try client.send(part)
        client.endSending()
        let all = String(decoding: try client.receiveAll(), as: UTF8.self)
        #expect(all.hasPrefix("HTTP/1.1 400 Bad Request\r\n"))
        #expect(all.contains("Connection: close\r\n"))
      }
    }
  }

  @Test("The answer to a bad request arrives although the client is still sending")
  func refusalIsDelivered() async throws {
    try await Harness.run { harness in
      let client = try Client(harness.address)
      let junk = String(repeating: "x", count: 200_000)
      try client.send("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 9000000\r\n\r\n\(junk)")
      client.endSending()
      let all = String(decoding: try client.receiveAll(), as: UTF8.self)
      #expect(all.hasPrefix("HTTP/1.1 413 Content Too Large\r\n"))
    }
  }

  @Test("A client that says that it sends nothing more is not waited for")
  func lastRequest() async throws {
    try await Harness.run(limits: { $0.loop.lingerTimeoutMilliseconds = 600_000 }) { harness in
      let client = try Client(harness.address)
      try client.send("GET /last HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
      #expect(String(decoding: try client.receiveAll(), as: UTF8.self).hasSuffix("/last"))
      try await harness.expectConnections(0)
    }
  }

  @Test("A client that sends more than it said reads the answer all the same")
  func moreThanLastRequest() async throws {
    try await Harness.run { harness in
      let client = try Client(harness.address)
      try client.send("GET /last HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\nGET /more")
      try client.send(" HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(String(decoding: try client.receiveAll(), as: UTF8.self).hasSuffix("/last"))
    }
  }

  @Test("Content that a client waits to send is asked for")
  func expectContinue() async throws {
    try await Harness.run { harness in
      let client = try Client(harness.address)
      try client.send(
        "GET /e HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n")
      #expect(try client.receiveAnswers(1)[0].status == 100)
      try client.send("ok")
      #expect(try client.receiveAnswers(1)[0].text == "/e")
    }
  }

  @Test("HTTP/1.0 closes after the answer unless asked to keep the connection")
  func http10() async throws {
    try await Harness.run { harness in
      let client = try Client(harness.address)
      try client.send("GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
      #expect(try client.receiveAnswers(1)[0].fields["connection"] == "keep-alive")
      try client.send("GET /b HTTP/1.0\r\n\r\n")
      #expect(String(decoding: try client.receiveAll(), as: UTF8.self).hasSuffix("/b"))
    }
  }
}
