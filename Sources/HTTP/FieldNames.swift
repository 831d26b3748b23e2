internal import Bytes

/// Which of the known fields a request has.
package struct FieldNames: Sendable {
  private var bits: UInt32 = 0

  package init() {}

  package mutating func insert(_ name: FieldName) { bits |= 1 << UInt32(name.rawValue) }

  package func contains(_ name: FieldName) -> Bool { bits & 1 << UInt32(name.rawValue) != 0 }

  /// Whether there is any field that makes a request conditional (RFC 9110 §13.1).
  package var areConditional: Bool { bits & Self.conditional.bits != 0 }

  private static let conditional: FieldNames = {
    var names = FieldNames()
    names.insert(.ifMatch)
    names.insert(.ifNoneMatch)
    names.insert(.ifModifiedSince)
    names.insert(.ifUnmodifiedSince)
    return names
  }()
}
