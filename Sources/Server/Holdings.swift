/// What connections take now, and give back when they go.
package struct Holdings: Equatable, Sendable {
  package var connections = 0
  /// Output that waits for peers to take it.
  package var backlogBytes = 0
  /// Requests that are half read.
  package var keptBytes = 0
  /// Connections that are counted as a client's, where that is limited.
  package var countedConnections = 0

  package init() {}

  init(connections: Int, backlogBytes: Int, keptBytes: Int) {
    self.connections = connections
    self.backlogBytes = backlogBytes
    self.keptBytes = keptBytes
  }

  mutating func add(_ other: Holdings) {
    connections += other.connections
    backlogBytes += other.backlogBytes
    keptBytes += other.keptBytes
    countedConnections += other.countedConnections
  }
}
