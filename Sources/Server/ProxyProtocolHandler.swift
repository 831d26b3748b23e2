internal import Bytes
internal import EventLoop

/// A connection that a proxy passes on, and says first whose it is (`ProxyHeader`); what follows is
/// handled as that peer's. Without a header in time, or with a malformed one, it is closed: nobody
/// is there who could read an answer.
final class ProxyProtocolHandler: StreamHandler {
  /// Makes the handler for the connection of a peer, with its first deadline.
  typealias HandlerMaker = (PeerAddress) -> (any StreamHandler, deadline: UInt64)

  private let proxy: PeerAddress
  private let makeHandler: HandlerMaker
  private var inner: (any StreamHandler)?
  private var isRefused = false
  /// Bytes of a header in part.
  private var kept: [UInt8] = []

  init(of proxy: PeerAddress, makeHandler: @escaping HandlerMaker) {
    self.proxy = proxy
    self.makeHandler = makeHandler
  }

  func opened(_ stream: Stream, isRefused: Bool, into output: inout Output) -> Directive {
    self.isRefused = isRefused
    return .keep
  }

  func receive(_ bytes: Span<UInt8>, on stream: Stream, into output: inout Output) -> Directive {
    if let inner { return inner.receive(bytes, on: stream, into: &output) }
    kept.append(bytes)
    var all: [UInt8] = []
    swap(&all, &kept)
    do throws(ProxyHeader.Malformed) {
      guard let header = try ProxyHeader.read(all.span) else {
        swap(&all, &kept)
        return .keep
      }
      return begin(header, all.span.extracting(header.count...), stream, &output)
    } catch {
      return .abort
    }
  }

  private func begin(
    _ header: ProxyHeader, _ rest: Span<UInt8>, _ stream: Stream, _ output: inout Output
  ) -> Directive {
    let peer =
      switch header.source {
      case .proxy: proxy
      case .peer(let address): address
      }
    let (handler, deadline) = makeHandler(peer)
    inner = handler
    stream.deadline = deadline
    let directive = handler.opened(stream, isRefused: isRefused, into: &output)
    guard directive == .keep, !rest.isEmpty else { return directive }
    return handler.receive(rest, on: stream, into: &output)
  }

  func resume(_ stream: Stream, into output: inout Output) -> Directive {
    inner?.resume(stream, into: &output) ?? .keep
  }

  func inputEnded(on stream: Stream, into output: inout Output) -> Directive {
    inner?.inputEnded(on: stream, into: &output) ?? .abort
  }

  func expired(_ stream: Stream, into output: inout Output) -> Directive {
    inner?.expired(stream, into: &output) ?? .abort
  }

  func drain(_ stream: Stream, into output: inout Output) -> Directive {
    inner?.drain(stream, into: &output) ?? .keep
  }

  func closed() { inner?.closed() }
}

/// A connection that nobody may make: closed before a byte of it is read.
final class RejectingHandler: StreamHandler {
  func opened(_ stream: Stream, isRefused: Bool, into output: inout Output) -> Directive { .abort }
  func receive(_ bytes: Span<UInt8>, on stream: Stream, into output: inout Output) -> Directive {
    .abort
  }
  func resume(_ stream: Stream, into output: inout Output) -> Directive { .abort }
  func inputEnded(on stream: Stream, into output: inout Output) -> Directive { .abort }
  func expired(_ stream: Stream, into output: inout Output) -> Directive { .abort }
  func drain(_ stream: Stream, into output: inout Output) -> Directive { .abort }
  func closed() {}
}
