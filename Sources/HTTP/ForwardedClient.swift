package import Bytes

/// Who asked, as the proxies in front of us tell: `Forwarded` (RFC 7239), or `X-Forwarded-For`.
///
/// Each proxy adds behind what is there the address that its request came from. So the last one
/// that is not a trusted proxy's is the client's; what stands before it may be the client's
/// invention.
package enum ForwardedClient: Equatable, Sendable {
  /// No such field: the peer asks for itself.
  case none
  /// All that are told are trusted proxies.
  case proxy
  case address(IPAddress)
  /// There are fields, but they are malformed, hide the address, or tell different ones.
  case unknown
}

extension Request {
  /// The client that trusted proxies tell of. O(bytes of these fields), no allocation.
  ///
  /// A proxy that knows one kind of field may pass on a client's of the other kind: where both are
  /// there, they must agree.
  package func forwardedClient(isTrusted: (IPAddress) -> Bool) -> ForwardedClient {
    let standard = standardClient(isTrusted)
    let customary = customaryClient(isTrusted)
    if standard == .none { return customary }
    if customary == .none || customary == standard { return standard }
    return .unknown
  }

  private func standardClient(_ isTrusted: (IPAddress) -> Bool) -> ForwardedClient {
    var client = ForwardedClient.none
    for line in head.fields where line.name == .forwarded {
      let value = bytes.extracting(line.value.offsets)
      let isWhole = ForwardedElement.forEach(value) { element in
        let node = element.node.flatMap { IPAddress(node: value.extracting($0)) }
        client.pass(node, isTrusted)
      }
      if !isWhole { client = .unknown }
    }
    return client
  }

  private func customaryClient(_ isTrusted: (IPAddress) -> Bool) -> ForwardedClient {
    var client = ForwardedClient.none
    for line in head.fields where line.name == .xForwardedFor {
      let value = bytes.extracting(line.value.offsets)
      var start = 0
      while start <= value.count {
        var end = start
        while end < value.count, value[end] != 0x2C { end += 1 }
        client.pass(IPAddress(node: value.extracting(value.trimmed(start..<end))), isTrusted)
        start = end + 1
      }
    }
    return client
  }
}

extension ForwardedClient {
  /// Takes in the next node on the way, from the client's end on; `nil` where it is no address.
  fileprivate mutating func pass(_ node: IPAddress?, _ isTrusted: (IPAddress) -> Bool) {
    guard let node else {
      self = .unknown
      return
    }
    if !isTrusted(node) {
      self = .address(node)
    } else if self == .none {
      self = .proxy
    }
  }
}
