internal import Bytes

/// A failed request, told as problem details (RFC 9457): thrown where it is found, shown by
/// `render`.
///
/// `type` is always `about:blank`: the status code says what kind of problem it is, and `title` is
/// its reason phrase (§4.2.1).
package struct Problem: Error, Equatable, Sendable {
  /// One thing that is wrong with one parameter of the request.
  package struct Fault: Error, Equatable {
    package var parameter: String
    package var detail: String

    package init(parameter: String, detail: String) {
      self.parameter = parameter
      self.detail = detail
    }
  }

  /// A sentence in which paths of ours are marked, since where we are mounted is known only when it
  /// is shown.
  package struct Detail: Equatable, Sendable, ExpressibleByStringInterpolation {
    private var pieces: [(text: String, isPath: Bool)] = []

    package init(_ text: String) { pieces = [(text, false)] }
    package init(stringLiteral text: String) { self.init(text) }
    package init(stringInterpolation: Interpolation) { pieces = stringInterpolation.pieces }

    /// The sentence with `prefix` before each path.
    package func text(under prefix: String) -> String {
      pieces.reduce(into: "") { $0 += ($1.isPath ? prefix : "") + $1.text }
    }

    package static func == (first: Detail, second: Detail) -> Bool {
      first.pieces.elementsEqual(second.pieces, by: ==)
    }

    package struct Interpolation: StringInterpolationProtocol {
      fileprivate var pieces: [(text: String, isPath: Bool)] = []

      package init(literalCapacity: Int, interpolationCount: Int) {}
      package mutating func appendLiteral(_ text: String) { pieces.append((text, false)) }
      package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
        pieces.append((value.description, false))
      }
      /// A path of ours, from its first slash.
      package mutating func appendInterpolation(path: String) { pieces.append((path, true)) }
    }
  }

  package var status: Status
  package var detail: Detail
  package var faults: [Fault]

  package init(_ status: Status, _ detail: Detail, faults: [Fault] = []) {
    self.status = status
    self.detail = detail
    self.faults = faults
  }

  package static let mediaType: StaticString = "application/problem+json"

  /// The JSON document: `type title status detail instance`, and `errors` where there are any.
  /// `instance` is the request's path; it and all others begin with `prefix`.
  package func render(instance: Span<UInt8>, under prefix: String = "") -> [UInt8] {
    var writer = JSONWriter(reservingCapacity: 256)
    writer.beginObject()
    writer.key("type")
    writer.string("about:blank")
    writer.key("title")
    writer.string(String(describing: status.reason))
    writer.key("status")
    writer.number(Int(status.rawValue))
    writer.key("detail")
    writer.string(detail.text(under: prefix))
    writer.key("instance")
    if instance.isEmpty {
      writer.null()
    } else {
      let path = Array(prefix.utf8) + [UInt8](copying: instance)
      writer.string(path.span)
    }
    if !faults.isEmpty {
      writer.key("errors")
      writer.beginArray()
      for fault in faults {
        writer.beginObject()
        writer.key("parameter")
        writer.string(fault.parameter)
        writer.key("detail")
        writer.string(fault.detail)
        writer.endObject()
      }
      writer.endArray()
    }
    writer.endObject()
    return writer.bytes
  }
}
