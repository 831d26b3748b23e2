import TLSTesting
import Testing

@testable import TLS

@Suite struct TicketKeysTests {
  let authority = TestAuthority()

  private func connect(
    _ context: ServerContext, _ version: Int32, with ticket: TLSPeer.Ticket? = nil
  ) throws -> TLSPeer {
    var wishes = TLSPeer.Wishes()
    wishes.version = version
    wishes.ticket = ticket
    let pair = try Pair(context, TLSPeer(wishes))
    pair.run()
    #expect(pair.client.state == .open)
    // A session that is not ended in good order may not be resumed.
    pair.client.end()
    return pair.client
  }

  @Test(
    "A ticket is taken by any context with the same keys, and by none with others",
    arguments: [TLSPeer.tls12, TLSPeer.tls13])
  func sharing(_ version: Int32) throws {
    let issued = [authority.issue(["a.example"])]
    let keys = try TicketKeys()
    let first = try ServerContext.make(issued, tickets: keys)
    let ticket = try connect(first, version).ticket
    #expect(try connect(first, version, with: ticket).isResumed)
    let again = try ServerContext.make(issued, tickets: keys)
    #expect(try connect(again, version, with: ticket).isResumed)
    let stranger = try ServerContext.make(issued)
    #expect(try !connect(stranger, version, with: ticket).isResumed)
  }

  @Test(
    "A ticket outlives two rotations of the keys, not three",
    arguments: [TLSPeer.tls12, TLSPeer.tls13])
  func rotation(_ version: Int32) throws {
    let keys = try TicketKeys()
    let context = try ServerContext.make([authority.issue(["a.example"])], tickets: keys)
    let ticket = try connect(context, version).ticket
    for _ in 0..<2 {
      try keys.rotate()
      #expect(try connect(context, version, with: ticket).isResumed)
    }
    try keys.rotate()
    #expect(try !connect(context, version, with: ticket).isResumed)
  }

  @Test(
    "Of tickets of three keys each finds its own, in every order, until its key goes",
    arguments: [TLSPeer.tls12, TLSPeer.tls13])
  func several(_ version: Int32) throws {
    let keys = try TicketKeys()
    let context = try ServerContext.make([authority.issue(["a.example"])], tickets: keys)
    var tickets: [TLSPeer.Ticket?] = []
    for generation in 0..<3 {
      if generation > 0 { try keys.rotate() }
      tickets.append(try connect(context, version).ticket)
    }
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      for number in order {
        #expect(try connect(context, version, with: tickets[number]).isResumed, "\(number)")
      }
    }
    for gone in 0..<3 {
      try keys.rotate()
      for (number, ticket) in tickets.enumerated().reversed() {
        #expect(try connect(context, version, with: ticket).isResumed == (number > gone))
      }
    }
  }

  @Test("Of the keys that are kept only the newest is told to be the newest")
  func newest() throws {
    let keys = try TicketKeys()
    var names: [[UInt8]] = []
    for count in 1...TicketKeys.keysMax {
      if count > 1 { try keys.rotate() }
      names.append(try #require(keys.newest).name)
      for (index, name) in names.enumerated() {
        #expect(isNewest(name, of: keys) == (index == count - 1), "\(index) of \(count)")
      }
    }
    try keys.rotate()
    #expect(isNewest(names[0], of: keys) == nil)
  }

  /// `nil` where there is no such key.
  private func isNewest(_ name: [UInt8], of keys: TicketKeys) -> Bool? {
    guard let (key, isNewest) = keys.find(name.span), key.name == name else { return nil }
    return isNewest
  }
}
