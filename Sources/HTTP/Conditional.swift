internal import Bytes

/// Conditional requests (RFC 9110 §13) for GET and HEAD.
package enum Conditional {
  package enum Outcome: Equatable, Sendable {
    case proceed, notModified, preconditionFailed
  }

  /// What the conditions in `request` make of the representation with the strong entity tag `tag`
  /// that was last changed at `lastModified`, in the order of §13.2.2. `If-Range` plays no part,
  /// since `Range` is ignored. No allocation.
  package static func evaluate(
    _ request: borrowing Request, tag: Span<UInt8>, lastModified: Int64?
  ) -> Outcome {
    var has = Presence()
    for line in request.head.fields { has.note(line.name) }
    if !has.any { return .proceed }
    if has.ifMatch {
      if !matches(request, .ifMatch, tag, .strong) { return .preconditionFailed }
    } else if has.ifUnmodifiedSince, let lastModified,
      let date = request.first(.ifUnmodifiedSince).flatMapDate(), lastModified > date
    {
      return .preconditionFailed
    }
    if has.ifNoneMatch {
      return matches(request, .ifNoneMatch, tag, .weak) ? .notModified : .proceed
    }
    if has.ifModifiedSince, let lastModified,
      let date = request.first(.ifModifiedSince).flatMapDate(), lastModified <= date
    {
      return .notModified
    }
    return .proceed
  }

  private static func matches(
    _ request: borrowing Request, _ name: FieldName, _ tag: Span<UInt8>,
    _ comparison: EntityTag.Comparison
  ) -> Bool {
    for line in request.head.fields where line.name == name {
      let value = request.bytes.extracting(line.value.offsets)
      if EntityTag.list(value, contains: tag, by: comparison) { return true }
    }
    return false
  }
}

/// Which of the conditional fields a request has.
private struct Presence {
  var ifMatch = false
  var ifNoneMatch = false
  var ifModifiedSince = false
  var ifUnmodifiedSince = false

  var any: Bool { ifMatch || ifNoneMatch || ifModifiedSince || ifUnmodifiedSince }

  mutating func note(_ name: FieldName) {
    switch name {
    case .ifMatch: ifMatch = true
    case .ifNoneMatch: ifNoneMatch = true
    case .ifModifiedSince: ifModifiedSince = true
    case .ifUnmodifiedSince: ifUnmodifiedSince = true
    default: break
    }
  }
}

extension Optional where Wrapped == Span<UInt8> {
  fileprivate func flatMapDate() -> Int64? {
    guard let self else { return nil }
    return HTTPDate.parse(self)
  }
}
