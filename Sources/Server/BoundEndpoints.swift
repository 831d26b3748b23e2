package import EventLoop

/// Endpoints whose sockets are open: connections wait there until a server takes them.
package struct BoundEndpoints: Sendable {
  /// Where they are, with the ports that the system picked.
  package private(set) var endpoints: [Endpoint] = []
  /// For each endpoint, the socket of each loop.
  private(set) var sockets: [[Listener]] = []

  /// Opens sockets for `loops` loops on each endpoint; all of them, or none.
  package init(_ listen: [Endpoint], loops: Int) throws(Listener.OpenError) {
    for endpoint in listen {
      do {
        add(try Listener.open(endpoint.address, loops: loops, endpoint.access), endpoint)
      } catch {
        close()
        throw error
      }
    }
  }

  /// Sockets that whoever started the process has opened, and keeps: the addresses are theirs.
  package init(
    inherited: [(number: Int32, endpoint: Endpoint)], loops: Int
  ) throws(Listener.OpenError) {
    for (number, endpoint) in inherited {
      let listener = try Listener.inherit(number)
      add(Array(repeating: listener, count: loops), endpoint)
    }
  }

  private mutating func add(_ listeners: [Listener], _ endpoint: Endpoint) {
    guard let first = listeners.first else { return }
    var endpoint = endpoint
    endpoint.address = first.address
    endpoints.append(endpoint)
    sockets.append(listeners)
  }

  /// Removes the files of Unix sockets, where no server comes to do it.
  package func close() {
    for listener in sockets.compactMap(\.first) { listener.removeFile() }
  }
}
