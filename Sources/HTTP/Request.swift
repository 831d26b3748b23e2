package import Bytes

/// The version in a request line. Any 1.x above 1.1 is handled as 1.1 (RFC 9110 §2.5).
package enum Version: UInt8, Sendable {
  case http10, http11
}

/// The form of a request target (RFC 9112 §3.2).
package enum TargetForm: UInt8, Sendable {
  case origin, absolute, authority, asterisk
}

/// One field line: the name, and where name and value stand in the bytes of the head.
/// The value is without the white space around it.
package struct FieldLine: Equatable, Sendable {
  package var name: FieldName
  package var nameBytes: ByteRange
  package var value: ByteRange

  package init(name: FieldName, nameBytes: ByteRange, value: ByteRange) {
    self.name = name
    self.nameBytes = nameBytes
    self.value = value
  }
}

/// Where the parts of a request head stand in its bytes.
package struct HeadParts: Sendable {
  package var method = Method.get
  package var methodBytes = ByteRange.empty
  package var version = Version.http11
  package var form = TargetForm.origin
  /// The target as sent.
  package var target = ByteRange.empty
  /// The path of an origin- or absolute-form target, still percent-encoded. It begins with a slash,
  /// but for an absolute-form target without a path: there it is empty, and means `/`.
  package var path = ByteRange.empty
  /// What follows the first `?`, without it; `nil` where there is none.
  package var query: ByteRange?
  /// The authority that the request is for: of an absolute-form target, else of `Host`.
  package var authority = ByteRange.empty
  package private(set) var fields: [FieldLine] = []
  /// The known fields that have a line with a value.
  package private(set) var names = FieldNames()

  package init() {}

  /// Makes room for so many field lines.
  package mutating func reserveFields(_ count: Int) { fields.reserveCapacity(count) }

  package mutating func add(_ line: FieldLine) {
    fields.append(line)
    if !line.value.isEmpty { names.insert(line.name) }
  }

  /// Forgets the field lines, and keeps the room for them.
  package mutating func removeFields() {
    while fields.popLast() != nil {}
    names = FieldNames()
  }
}

/// The parts of one head, made by a parser and changed by it for the next head.
package final class RequestHead {
  package var parts = HeadParts()

  package init() {}

  package var method: Method {
    get { parts.method }
    set { parts.method = newValue }
  }

  package var methodBytes: ByteRange {
    get { parts.methodBytes }
    set { parts.methodBytes = newValue }
  }

  package var version: Version {
    get { parts.version }
    set { parts.version = newValue }
  }

  package var form: TargetForm {
    get { parts.form }
    set { parts.form = newValue }
  }

  package var target: ByteRange {
    get { parts.target }
    set { parts.target = newValue }
  }

  package var path: ByteRange {
    get { parts.path }
    set { parts.path = newValue }
  }

  package var query: ByteRange? {
    get { parts.query }
    set { parts.query = newValue }
  }

  package var authority: ByteRange {
    get { parts.authority }
    set { parts.authority = newValue }
  }

  package var fields: [FieldLine] { parts.fields }
}

/// Two heads are the same where they are one.
extension RequestHead: Equatable {
  package static func == (first: RequestHead, second: RequestHead) -> Bool { first === second }
}

/// A request as a view of the bytes it was read from. It cannot outlive them.
package struct Request: ~Copyable, ~Escapable {
  package let head: RequestHead
  /// The bytes that all ranges of `head` refer to.
  package let bytes: Span<UInt8>
  /// Whether it came over a proxy whose word on the client is taken.
  package let isFromTrustedProxy: Bool

  @_lifetime(copy bytes)
  package init(head: RequestHead, bytes: Span<UInt8>, isFromTrustedProxy: Bool = false) {
    self.head = head
    self.bytes = bytes
    self.isFromTrustedProxy = isFromTrustedProxy
  }

  package var method: Method { head.method }

  /// The known fields that have a line with a value.
  package var names: FieldNames { head.parts.names }

  package var target: Span<UInt8> {
    @_lifetime(copy self) get { bytes.extracting(head.target.offsets) }
  }

  package var path: Span<UInt8> {
    @_lifetime(copy self) get { bytes.extracting(head.path.offsets) }
  }

  package var query: Span<UInt8>? {
    @_lifetime(copy self) get {
      guard let query = head.query else { return nil }
      return bytes.extracting(query.offsets)
    }
  }

  /// The value of the first line of that name. O(lines).
  @_lifetime(copy self)
  package func first(_ name: FieldName) -> Span<UInt8>? {
    for line in head.fields where line.name == name {
      return bytes.extracting(line.value.offsets)
    }
    return nil
  }

  /// Calls `body` with the value of every line of that name, in order. O(lines).
  package func forEach(_ name: FieldName, _ body: (Span<UInt8>) -> Void) {
    for line in head.fields where line.name == name {
      body(bytes.extracting(line.value.offsets))
    }
  }
}
