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
    let names = request.names
    if !names.areConditional { return .proceed }
    if names.contains(.ifMatch) {
      if !matches(request, .ifMatch, tag, .strong) { return .preconditionFailed }
    } else if names.contains(.ifUnmodifiedSince), let lastModified,
      let date = request.first(.ifUnmodifiedSince).flatMapDate(), lastModified > date
    {
      return .preconditionFailed
    }
    if names.contains(.ifNoneMatch) {
      return matches(request, .ifNoneMatch, tag, .weak) ? .notModified : .proceed
    }
    if names.contains(.ifModifiedSince), let lastModified,
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

extension Optional where Wrapped == Span<UInt8> {
  fileprivate func flatMapDate() -> Int64? {
    guard let self else { return nil }
    return HTTPDate.parse(self)
  }
}
