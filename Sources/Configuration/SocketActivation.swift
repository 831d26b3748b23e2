internal import EventLoop
internal import Glibc
internal import Host
package import Server

/// Sockets that systemd has opened for this process and hands over (sd_listen_fds(3)). Since
/// systemd keeps them open too, a restart refuses no connection: those made meanwhile wait.
package enum SocketActivation {
  /// A socket handed over, and what is spoken there.
  package struct Socket: Equatable, Sendable {
    package var number: Int32
    package var endpoint: Endpoint
  }

  /// The first descriptor handed over.
  private static let firstDescriptor: Int32 = 3
  private static let socketsMax = 64

  /// The sockets handed over, each with what is spoken there; empty where there are none.
  ///
  /// A socket's name (`FileDescriptorName=`) says that: `,tls`, `,proxy` and `,redirect` may follow
  /// a first word that means nothing, as they follow an address of `--listen`.
  static func sockets(
    _ environment: [String: String], process: Int32 = getpid()
  ) throws(Failure) -> [Socket] {
    guard let text = environment["LISTEN_FDS"], environment["LISTEN_PID"] == "\(process)" else {
      return []
    }
    guard let count = Int32(text), 0...Int32(socketsMax) ~= count else {
      throw Failure(
        code: .usage, message: "LISTEN_FDS “\(text)” is not a number from 0 to \(socketsMax)")
    }
    let names = (environment["LISTEN_FDNAMES"] ?? "")
      .split(separator: ":", omittingEmptySubsequences: false)
    var sockets: [Socket] = []
    for index in 0..<count {
      let name = Int(index) < names.count ? String(names[Int(index)]) : ""
      sockets.append(
        Socket(number: firstDescriptor + index, endpoint: try endpoint(named: name)))
    }
    return sockets
  }

  /// Its address is the socket's, and known when that is taken over.
  private static func endpoint(named name: String) throws(Failure) -> Endpoint {
    var endpoint = Endpoint(.unix(path: ""))
    for word in name.split(separator: ",", omittingEmptySubsequences: false).dropFirst() {
      guard let option = EndpointOption(rawValue: String(word)), !option.takesValue else {
        throw Failure(
          code: .usage,
          message: "a socket handed over is named “\(name)”; behind the first word only ,tls, "
            + ",proxy and ,redirect may follow (FileDescriptorName= of the socket unit)")
      }
      option.turnOn(&endpoint)
    }
    return endpoint
  }
}
