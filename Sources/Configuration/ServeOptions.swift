internal import EventLoop
internal import HTTP1
package import Logging
package import Server

/// What `serve` is to do. The values here are the defaults; `Settings` says what each means.
package struct ServeOptions: Equatable, Sendable {
  package var listen = [Endpoint(.internet(host: "127.0.0.1", port: 8080))]
  /// Sockets that were handed over: where there are any, they take the place of `listen`.
  package var sockets: [SocketActivation.Socket] = []
  /// The user to become once sockets are bound and keys are read; `nil`: the one that started it.
  package var user: String?
  /// `nil`: one for each core that the process may run on.
  package var loops: Int?
  /// The folder of statement texts; `nil`: the statement built in.
  package var statements: String?
  /// How long a file that changed is left alone before it is read.
  package var restMilliseconds: UInt64 = 200
  package var tls = TLSOptions()
  package var security = HTTPSPolicy()
  package var proxy = ProxyOptions()
  package var limits = ServerLimits()
  /// How long a stop may take before connections are cut.
  package var shutdownTimeoutMilliseconds: UInt64 = 10_000
  /// How long a server that is to stop goes on accepting before that time begins.
  package var drainDelayMilliseconds: UInt64 = 0
  /// How many answers, and how many bytes of them, the process keeps ready.
  package var cachedResponsesMax = 8_192
  package var cachedResponseBytesMax = 33_554_432
  /// Where metrics and health are served, apart from the API; `nil`: nowhere.
  package var adminListen: Endpoint?
  package var log = LogOptions()
  /// Descriptors that may be open at once; `nil`: as many as the system allows.
  package var descriptorsMax: Int?

  /// What is spoken where, whoever opens the sockets. Addresses that sockets handed over take the
  /// place of must make sense too, so that a check says what a service says.
  package var endpoints: [Endpoint] { listen + sockets.map(\.endpoint) }

  package var speaksTLS: Bool {
    (endpoints + [adminListen].compactMap { $0 }).contains { $0.isSecure }
  }

  /// Settings that do not fit together: the key of one of them, and what is wrong.
  package func conflicts() -> [(key: String, reason: String)] {
    var conflicts: [(key: String, reason: String)] = []
    if tls.certificates.count != tls.keys.count {
      conflicts.append(
        (
          "tls.keys",
          "each --tls-certificate needs its --tls-key, in the same order: there are "
            + "\(tls.certificates.count) certificates and \(tls.keys.count) keys"
        ))
    }
    let isSecure = speaksTLS
    if isSecure, tls.certificates.isEmpty {
      conflicts.append(
        (
          adminListen?.isSecure == true && !endpoints.contains { $0.isSecure }
            ? "adminListen" : "listen",
          "an address ends in ,tls, but there is no certificate: give --tls-certificate and "
            + "--tls-key; Scripts/dev-certificate makes a pair to try"
        ))
    }
    if endpoints.contains(where: { $0.isRedirecting && $0.isSecure }) {
      conflicts.append(("listen", "an address speaks TLS or redirects to it, not both"))
    }
    if endpoints.contains(where: \.isRedirecting), !isSecure, proxy.secureBaseURL == nil {
      conflicts.append(
        (
          "listen",
          "an address ends in ,redirect, but there is none with ,tls to lead to, and no "
            + "--base-url with https://"
        ))
    }
    if proxy.trustedProxies.isEmpty, endpoints.contains(where: \.isProxied) {
      conflicts.append(
        (
          "listen",
          "an address ends in ,proxy, but nobody may speak the PROXY protocol: name the proxies "
            + "by --trusted-proxy"
        ))
    }
    if limits.wire.requestTargetBytesMax >= limits.wire.requestHeadBytesMax {
      conflicts.append(
        (
          "requestTargetBytesMax",
          "\(limits.wire.requestTargetBytesMax) is not below requestHeadBytesMax, which is "
            + "\(limits.wire.requestHeadBytesMax): a target is part of its head"
        ))
    }
    return conflicts
  }
}
