import Glibc
import Testing

@testable import EventLoop

@Suite struct ListenerTests {
  @Test("Port 0 gets one real port, shared by the sockets of all loops")
  func pickedPort() throws {
    let listeners = try Listener.open(.internet(host: "127.0.0.1", port: 0), loops: 3)
    #expect(listeners.count == 3)
    #expect(Set(listeners.map(\.address.description)).count == 1)
    guard case .internet(_, let port) = listeners[0].address else {
      Issue.record("no internet address")
      return
    }
    #expect(port > 0)
  }

  @Test("IPv6 and every address are listened on")
  func otherAddresses() throws {
    #expect(
      try Listener.open(.internet(host: "::1", port: 0), loops: 1)[0].address.description
        .hasPrefix("[::1]:"))
    #expect(throws: Never.self) { try Listener.open(.internet(host: "", port: 0), loops: 2) }
  }

  @Test("A Unix socket left behind is replaced, one in use and other files are not")
  func unixSocket() throws {
    let path = "/tmp/signatory-listener-\(getpid()).sock"
    defer { unsafe _ = unlink(path) }
    do {
      let first = try Listener.open(.unix(path: path), loops: 2)
      #expect(throws: Listener.OpenError.self) { try Listener.open(.unix(path: path), loops: 1) }
      _ = first
    }
    #expect(throws: Never.self) { try Listener.open(.unix(path: path), loops: 1) }
    unsafe _ = unlink(path)
    let file = unsafe creat(path, 0o600)
    _ = close(file)
    do {
      _ = try Listener.open(.unix(path: path), loops: 1)
      Issue.record("a file that is no socket was replaced")
    } catch {
      #expect(
        "\(error)" == "cannot listen on unix:\(path): there is a file that is no socket; remove "
          + "it, or name another path")
    }
  }

  @Test("A host that does not resolve is an error that says so")
  func unresolved() {
    #expect(throws: Listener.OpenError.self) {
      try Listener.open(.internet(host: "no-such-host.invalid", port: 1), loops: 1)
    }
  }
}
