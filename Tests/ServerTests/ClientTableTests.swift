import EventLoop
import HTTP
import Testing

@testable import Server

@Suite struct ClientTableTests {
  private let one = ClientKey(PeerAddress.internet(0xFFFF_C000_0201))
  private let other = ClientKey(PeerAddress.internet(0xFFFF_C000_0202))

  private func table(_ change: (inout ClientLimits) -> Void) -> ClientTable {
    var limits = ClientLimits()
    change(&limits)
    return ClientTable(limits)
  }

  @Test("A burst is let through, then one request for each share of a second")
  func bucket() {
    let table = table {
      $0.clientRequestsPerSecondMax = 10
      $0.clientRequestsBurst = 3
    }
    #expect((0..<5).map { _ in table.take(one, at: 1_000) } == [true, true, true, false, false])
    #expect(table.take(other, at: 1_000))
    #expect(!table.take(one, at: 1_099))
    #expect(table.take(one, at: 1_100))
    #expect(!table.take(one, at: 1_100))
    #expect((0..<4).map { _ in table.take(one, at: 9_000) } == [true, true, true, false])
  }

  @Test("What is refused is not charged, so a client that keeps asking keeps its pace")
  func refusalsAreFree() {
    let table = table {
      $0.clientRequestsPerSecondMax = 2
      $0.clientRequestsBurst = 1
    }
    let taken = (0..<1_000).filter { table.take(one, at: UInt64($0) * 10) }.count
    #expect(taken == 20)
  }

  @Test("Connections count until they close")
  func connections() {
    let table = table { $0.clientConnectionsMax = 2 }
    #expect(table.open(one) == .counted)
    #expect(table.open(one) == .counted)
    #expect(table.open(one) == .refused)
    #expect(table.open(other) == .counted)
    table.close(one)
    table.close(one)
    #expect(table.open(one) == .counted)
    #expect(table.open(one) == .refused)
    #expect(table.open(one) == .refused)
    #expect(table.open(one) == .cut)
    for _ in 0..<4 { table.close(one) }
    #expect(table.open(one) == .counted)
  }

  @Test("A full set lets go of a full bucket, never of a connection, and locks nobody out")
  func eviction() {
    let table = table {
      $0.clientsMax = ClientTable.setSize
      $0.clientConnectionsMax = 1
      $0.clientRequestsPerSecondMax = 1
      $0.clientRequestsBurst = 1
    }
    let clients = (1...20).map { ClientKey(PeerAddress.internet(0xFFFF_C000_0300 + $0)) }
    for client in clients[..<7] { #expect(table.open(client) == .counted) }
    #expect(table.take(one, at: 1_000))
    #expect(!table.take(one, at: 1_000))
    // The last place goes from one without a connection to the next.
    #expect(table.take(other, at: 2_000))
    #expect(!table.take(other, at: 2_000))
    #expect(table.open(clients[7]) == .counted)
    #expect(table.open(clients[8]) == .uncounted)
    #expect(table.take(one, at: 2_000))
    #expect(table.take(one, at: 2_000))
    #expect(table.open(clients[0]) == .refused)
  }

  @Test("Of a full set the fullest bucket goes, wherever it is, and no other")
  func evictsTheFullest() {
    let clients = (1...9).map { ClientKey(PeerAddress.internet(0xFFFF_C000_0400 + $0)) }
    let newcomer = clients[8]
    for fullest in 0..<8 {
      for holder in [nil, (fullest + 3) % 8] as [Int?] {
        let table = table {
          $0.clientsMax = ClientTable.setSize
          $0.clientConnectionsMax = 4
          $0.clientRequestsPerSecondMax = 1
          $0.clientRequestsBurst = 1
        }
        // Who asked first is the fullest; who holds a connection stays, however full.
        let rank = { (index: Int) in UInt64((index - fullest + 8) % 8) }
        for index in 0..<8 {
          let time = index == holder ? 900 : 1_000 + 10 * rank(index)
          #expect(table.take(clients[index], at: time))
          if index == holder { #expect(table.open(clients[index]) == .counted) }
        }
        #expect(table.take(newcomer, at: 1_100))
        for index in 0..<8 where index != fullest {
          #expect(!table.take(clients[index], at: 1_101), "\(index) was let go of for \(fullest)")
        }
        #expect(!table.take(newcomer, at: 1_101))
        #expect(table.take(clients[fullest], at: 1_101))
      }
    }
  }

  @Test("IPv6 counts by /64, a mapped IPv4 address as itself, Unix sockets apart")
  func keys() {
    let network: UInt128 = 0x2001_0DB8_0000_0001 << 64
    #expect(ClientKey(network | 1) == ClientKey(network | 0xFFFF_0000_0000_0001))
    #expect(ClientKey(network) != ClientKey(network + 1 << 64))
    let addresses: [UInt128] = [0, 0xFFFF_0000_0000, 0xFFFF_7F00_0001, 0xFFFF_7F00_0002, network]
    var keys = addresses.map { ClientKey($0).bits } + [ClientKey(PeerAddress.unix).bits]
    keys.removeAll { $0 == 0 }
    #expect(Set(keys).count == addresses.count + 1)
  }
}
