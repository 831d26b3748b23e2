import Bytes
import TLS
import TLSTesting
import Testing

@Suite struct SessionTests {
  let authority = TestAuthority()

  private func pair(_ wishes: TLSPeer.Wishes = .init()) throws -> Pair {
    var wishes = wishes
    wishes.host = wishes.host ?? "a.example"
    let context = try ServerContext.make([authority.issue(["a.example"])])
    return try Pair(context, TLSPeer(wishes, trusting: authority))
  }

  @Test("Bytes travel both ways, in TLS 1.2 and 1.3", arguments: [TLSPeer.tls12, TLSPeer.tls13])
  func bothWays(_ version: Int32) throws {
    var wishes = TLSPeer.Wishes()
    wishes.version = version
    let pair = try pair(wishes)
    pair.run()
    #expect(pair.server.phase == .open)
    #expect(pair.client.state == .open)
    pair.client.send(Array("ask".utf8))
    pair.run()
    #expect(pair.atServer == Array("ask".utf8))
    let answer = [UInt8](repeating: 7, count: 100_000)
    pair.sendFromServer(answer)
    #expect(pair.atClient == answer)
    #expect(pair.client.version == (version == TLSPeer.tls12 ? "TLSv1.2" : "TLSv1.3"))
  }

  @Test("Records may come in pieces of any size", arguments: [TLSPeer.tls12, TLSPeer.tls13])
  func pieces(_ version: Int32) throws {
    for size in [1, 2, 3, 5, 6, 7, 100, 1000] {
      var wishes = TLSPeer.Wishes()
      wishes.version = version
      let pair = try pair(wishes)
      pair.run(pieces: size)
      #expect(pair.server.phase == .open)
      pair.client.send([UInt8](repeating: 1, count: 20_000))
      pair.client.send([UInt8](repeating: 2, count: 10))
      pair.run(pieces: size)
      #expect(pair.atServer.count == 20_010)
      #expect(pair.atServer.last == 2)
    }
  }

  @Test("A record cut in two at any byte is read as if it came whole")
  func everySplit() throws {
    let pair = try pair()
    pair.run()
    pair.client.send([1])
    let length = pair.client.takeOutput()
    _ = pair.feed(length)
    for cut in 1..<length.count {
      pair.client.send([UInt8(cut)])
      let record = pair.client.takeOutput()
      _ = pair.feed(Array(record[..<cut]))
      #expect(pair.atServer.count == cut)
      _ = pair.feed(Array(record[cut...]))
      #expect(pair.atServer.last == UInt8(cut))
    }
  }

  @Test("The end that the client tells is told apart from bytes that only stop")
  func ends() throws {
    let pair = try pair()
    pair.run()
    pair.client.send([1, 2, 3])
    let record = pair.client.takeOutput()
    _ = pair.feed(Array(record.dropLast()))
    #expect(pair.server.phase == .open)
    _ = pair.feed(Array(record.suffix(1)))
    pair.client.end()
    _ = pair.feed(pair.client.takeOutput())
    #expect(pair.server.phase == .peerEnded)
    #expect(pair.atServer == [1, 2, 3])
    // The other way is still open.
    pair.sendFromServer([4])
    #expect(pair.atClient == [4])
    var output = ByteRun(capacity: 1_024)
    pair.server.end(&output)
    _ = pair.client.receive([UInt8](copying: output.span))
    #expect(pair.client.state == .ended)
  }

  @Test("What is no handshake fails with a reason and an alert, and nothing is read or sent after")
  func garbage() throws {
    let cases: [[UInt8]] = [
      Array("GET / HTTP/1.1\r\n\r\n".utf8),
      [22, 3, 1, 0, 5, 1, 0, 0, 1, 0],
      [22, 3, 1, 0xFF, 0xFF] + [UInt8](repeating: 0, count: 65_535),
      [22, 3, 1, 0x40, 0, 1, 0xFF, 0xFF, 0xFF] + [UInt8](repeating: 0, count: 0x4000 - 4),
      [23, 3, 3, 0, 1, 0],
      [UInt8](repeating: 0x80, count: 300),
    ]
    for bytes in cases {
      let pair = try pair()
      let output = pair.feed(bytes)
      guard case .failed(let error) = pair.server.phase else {
        Issue.record("not refused: \(bytes.prefix(6))")
        continue
      }
      #expect("\(error)".hasPrefix("SSL_do_handshake: "))
      #expect(!"\(error)".hasSuffix("no reason given"))
      #expect(output.isEmpty || output[0] == 21)
      _ = pair.feed([1])
      var sent = ByteRun(capacity: 64)
      let isSent = pair.server.send([UInt8]([1]).span, to: &sent)
      #expect(!isSent)
      let isEmpty = sent.isEmpty
      #expect(isEmpty)
    }
  }

  @Test("Half a handshake is no failure: more may come")
  func truncated() throws {
    let pair = try pair()
    _ = pair.client.receive([])
    let hello = pair.client.takeOutput()
    for count in 0..<hello.count {
      let pair = try self.pair()
      #expect(pair.feed(Array(hello[..<count])).isEmpty)
      #expect(pair.server.phase == .handshake)
    }
  }

  @Test("A flipped bit in a record ends the session")
  func tampered() throws {
    let pair = try pair()
    pair.run()
    pair.client.send([1, 2, 3])
    var record = pair.client.takeOutput()
    record[record.count - 1] ^= 1
    let alert = pair.feed(record)
    #expect(pair.atServer.isEmpty)
    #expect(!alert.isEmpty)
    guard case .failed = pair.server.phase else {
      Issue.record("taken")
      return
    }
  }
}
