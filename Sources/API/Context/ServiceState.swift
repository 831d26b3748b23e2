internal import Catalog

/// What `/readyz` tells beside the snapshot.
struct ServiceState: Sendable {
  /// What is amiss beside the texts.
  var problems: [SourceProblem] = []
  /// Whether the server has been told to stop.
  var isStopping = false
}
