import EventLoop
import Glibc
import Server
import ServerTesting
import Testing

@Suite struct DrainTests {
  private func server(
    _ address: ListenAddress = .internet(host: "127.0.0.1", port: 0), loops: Int = 1,
    limits: ServerLimits = ServerLimits()
  ) throws -> HTTPServer<EchoResponder> {
    let configuration = ServerConfiguration(loops: loops, limits: limits) { _ in }
    return try HTTPServer(listen: [Endpoint(address)], configuration) { EchoResponder() }
  }

  @Test("A draining server finishes the answer in flight, says that it is the last, and ends")
  func answersInFlight() async throws {
    try await blocking {
      let server = try server()
      let client = try Client(server.endpoints[0].address, receiveBuffer: 65_536)
      try client.send("GET /bytes/5000000 HTTP/1.1\r\nHost: a\r\n\r\n")
      let first = try client.receive(atMost: 1000)
      let idle = try Client(server.endpoints[0].address)
      try idle.send("GET /one HTTP/1.1\r\nHost: a\r\n\r\n")
      _ = try idle.receiveAnswers(1)
      async let drained = Harness.drain(server, within: 30_000)
      // The idle connection had its last answer before: it is closed without another.
      #expect(try idle.receiveAll().isEmpty)
      #expect(throws: ClientError.system(ECONNREFUSED)) {
        _ = try Client(server.endpoints[0].address)
      }
      let rest = try client.receiveAll()
      #expect(first.count + rest.count > 5_000_000)
      #expect(await drained == 0)
      #expect(throws: ClientError.system(ECONNREFUSED)) {
        _ = try Client(server.endpoints[0].address)
      }
    }
  }

  @Test("A request that reaches a draining server on an idle connection is answered with close")
  func lastRequest() async throws {
    try await blocking {
      var limits = ServerLimits()
      // Longer than a machine with much to do lets this test wait: the second request ends it.
      limits.drainGraceMilliseconds = 60_000
      let server = try server(limits: limits)
      let client = try Client(server.endpoints[0].address)
      try client.send("GET /one HTTP/1.1\r\nHost: a\r\n\r\n")
      _ = try client.receiveAnswers(1)
      async let drained = Harness.drain(server, within: 90_000)
      // The drain has begun when connections are refused.
      while (try? Client(server.endpoints[0].address)) != nil {
        try await Task.sleep(for: .milliseconds(5))
      }
      try client.send("GET /two HTTP/1.1\r\nHost: a\r\n\r\n")
      let answer = String(decoding: try client.receiveAll(), as: UTF8.self)
      #expect(answer.contains("Connection: close\r\n"))
      #expect(answer.hasSuffix("/two"))
      #expect(await drained == 0)
    }
  }

  @Test("What is not finished by the deadline is cut, and counted")
  func deadline() async throws {
    try await blocking {
      let server = try server()
      let client = try Client(server.endpoints[0].address, receiveBuffer: 4096)
      try client.send("GET /bytes/9000000 HTTP/1.1\r\nHost: a\r\n\r\n")
      _ = try client.receive(atMost: 1)
      #expect(await Harness.drain(server, within: 100) == 1)
    }
  }

  @Test("An address in use is refused with its name and the reason, also when loops share it")
  func addressInUse() async throws {
    for loops in [1, 2] {
      let first = try server(loops: loops)
      do {
        _ = try server(first.endpoints[0].address, loops: loops)
        Issue.record("the second server started")
      } catch let error as HTTPServer<EchoResponder>.StartError {
        #expect(
          "\(error)" == "cannot listen on \(first.endpoints[0].address): Address already in use")
      }
      await Harness.drain(first, within: 0)
    }
  }
}
