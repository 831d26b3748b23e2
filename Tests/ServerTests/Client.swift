import EventLoop
import Glibc
import TLSTesting

/// A blocking client for tests. Every call gives up after a minute.
final class Client {
  private let descriptor: Int32
  /// Received, but not part of an answer handed out yet.
  private var unread: ArraySlice<UInt8> = []
  /// Plain bytes that came with the end of the handshake.
  private var early: [UInt8] = []
  /// Where TLS is spoken.
  let peer: TLSPeer? = Transport.isSecure ? TLSPeer(Transport.wishes) : nil

  init(_ address: ListenAddress, receiveBuffer: Int32? = nil) throws {
    guard case .internet(let host, let port) = address else { throw ClientError.address }
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw ClientError.system(errno) }
    if var size = receiveBuffer {
      unsafe setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(4))
    }
    var limit = timeval(tv_sec: 60, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    unsafe setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, size)
    unsafe setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, size)
    var one: Int32 = 1
    unsafe setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(4))
    var peer = sockaddr_in()
    peer.sin_family = sa_family_t(AF_INET)
    peer.sin_port = port.bigEndian
    unsafe peer.sin_addr.s_addr = inet_addr(host)
    let number = descriptor
    let code = unsafe withUnsafePointer(to: &peer) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe connect(number, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard code == 0 else { throw ClientError.system(errno) }
  }

  deinit { _ = close(descriptor) }

  func send(_ text: String) throws {
    try send(Array(text.utf8))
  }

  func send(_ bytes: [UInt8]) throws {
    guard let peer else { return try sendRaw(bytes) }
    try shakeHands(peer)
    peer.send(bytes)
    try sendRaw(peer.takeOutput())
  }

  /// Sends bytes as they are, past TLS.
  func sendRaw(_ bytes: [UInt8]) throws {
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes[sent...].withUnsafeBytes { buffer in
        unsafe Glibc.send(descriptor, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL))
      }
      guard count >= 0 else { throw ClientError.system(errno) }
      sent += count
    }
  }

  /// Ends the sending side.
  func endSending() {
    if let peer {
      peer.end()
      try? sendRaw(peer.takeOutput())
    }
    cutSending()
  }

  /// Ends the sending side of the transport, whatever TLS has to say.
  func cutSending() { _ = shutdown(descriptor, Int32(SHUT_WR)) }

  /// Makes the close of this client a reset.
  func resetOnClose() {
    var option = linger(l_onoff: 1, l_linger: 0)
    unsafe setsockopt(
      descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
  }

  /// Some bytes; empty at the end of input.
  func receive(atMost limit: Int = 65_536) throws -> [UInt8] {
    guard let peer else { return try receiveRaw(atMost: limit) }
    try shakeHands(peer)
    while true {
      var plain: [UInt8] = []
      swap(&plain, &early)
      if plain.isEmpty, peer.state != .ended { plain = try exchange(peer, atMost: limit) }
      if !plain.isEmpty || peer.state == .ended { return plain }
    }
  }

  /// Goes through the handshake, unless it is done.
  func shakeHands(_ peer: TLSPeer) throws {
    guard peer.state == .handshake else { return }
    _ = peer.receive([])
    try sendRaw(peer.takeOutput())
    while peer.state == .handshake { early += try exchange(peer, atMost: 65_536) }
  }

  private func exchange(_ peer: TLSPeer, atMost limit: Int) throws -> [UInt8] {
    let bytes = try receiveRaw(atMost: limit)
    let plain = peer.receive(bytes)
    try? sendRaw(peer.takeOutput())
    if case .failed(let reason) = peer.state { throw ClientError.secure(reason) }
    // The transport may end only after the peer has said so.
    if bytes.isEmpty, peer.state != .ended { throw ClientError.cut }
    return plain
  }

  func receiveRaw(atMost limit: Int = 65_536) throws -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: limit)
    let count = unsafe buffer.withUnsafeMutableBytes { bytes in
      unsafe recv(descriptor, bytes.baseAddress, bytes.count, 0)
    }
    guard count >= 0 else { throw ClientError.system(errno) }
    return Array(buffer[..<count])
  }

  /// Everything up to the end of input.
  func receiveAll() throws -> [UInt8] {
    var all: [UInt8] = []
    while true {
      let some = try receive()
      if some.isEmpty { return all }
      all += some
    }
  }

  /// The next answers, each with the content that its Content-Length tells.
  func receiveAnswers(_ count: Int) throws -> [Answer] {
    var answers: [Answer] = []
    while answers.count < count {
      var answer = try receiveHead()
      let length = Int(answer.fields["content-length"] ?? "0") ?? 0
      while unread.count < length { try receiveMore() }
      answer.content = Array(unread[..<(unread.startIndex + length)])
      unread = unread.dropFirst(length)
      answers.append(answer)
    }
    return answers
  }

  private func receiveHead() throws -> Answer {
    while true {
      if let end = Self.headEnd(unread) {
        let head = String(decoding: unread[..<end], as: UTF8.self)
        unread = unread[(end + 4)...]
        return Answer(head: head)
      }
      try receiveMore()
    }
  }

  private func receiveMore() throws {
    let some = try receive(atMost: 1_048_576)
    guard !some.isEmpty else { throw ClientError.ended }
    unread += some
  }

  private static func headEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
    for index in bytes.indices.dropLast(3) where bytes[index] == 13 && bytes[index + 2] == 13 {
      return index
    }
    return nil
  }
}

enum ClientError: Error, Equatable {
  case address
  case system(Int32)
  case ended
  /// TLS failed, and why.
  case secure(String)
  /// The transport ended before TLS did.
  case cut
}

/// An answer as the client reads it.
struct Answer {
  var status: Int
  var fields: [String: String] = [:]
  var content: [UInt8] = []

  var text: String { String(decoding: content, as: UTF8.self) }

  init(head: String) {
    let lines = head.split(separator: "\r\n")
    let words = (lines.first ?? "").split(separator: " ")
    status = words.count > 1 ? Int(words[1]) ?? 0 : 0
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      fields[line[..<colon].lowercased()] =
        String(line[line.index(after: colon)...].drop { $0 == " " })
    }
  }
}
