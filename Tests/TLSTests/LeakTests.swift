import Glibc
import TLS
import TLSTesting
import Testing

/// Says little by itself: AddressSanitizer's leak check, at the end of the process, is what fails.
@Suite struct LeakTests {
  /// `SECURE_HANDSHAKES=10000` makes it as long as the figures in the docs were taken.
  private let handshakes = unsafe getenv("SECURE_HANDSHAKES").flatMap {
    Int(unsafe String(cString: $0))
  }

  @Test("Handshakes, whole and broken off anywhere, on either version, leave nothing behind")
  func brokenOff() throws {
    let authority = TestAuthority()
    let context = try ServerContext.make([authority.issue(["a.example"])])
    var whole = 0
    for index in 0..<(handshakes ?? 200) {
      var wishes = TLSPeer.Wishes()
      wishes.version = index.isMultiple(of: 2) ? TLSPeer.tls12 : TLSPeer.tls13
      let pair = try Pair(context, TLSPeer(wishes))
      switch index / 2 % 4 {
      case 0:
        pair.run()
        pair.sendFromServer([1, 2, 3])
        whole += pair.server.phase == .open ? 1 : 0
      case 1:
        _ = pair.client.receive([])
        _ = pair.feed(pair.client.takeOutput())
      case 2:
        _ = pair.client.receive([])
        let hello = pair.client.takeOutput()
        _ = pair.feed(Array(hello.prefix(index % hello.count)))
      default:
        _ = pair.feed([22, 3, 1, 0, 5, 1, 0, 0, 1, UInt8(index % 256)])
      }
    }
    #expect(whole > 0)
  }
}
