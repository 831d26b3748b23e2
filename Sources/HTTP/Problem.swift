internal import Bytes

/// A failed request, told as problem details (RFC 9457): thrown where it is found, shown by
/// `render`.
///
/// `type` is always `about:blank`: the status code says what kind of problem it is, and `title` is
/// its reason phrase (§4.2.1).
package struct Problem: Error, Equatable, Sendable {
  /// One thing that is wrong with one parameter of the request.
  package struct Fault: Equatable, Sendable {
    package var parameter: String
    package var detail: String

    package init(parameter: String, detail: String) {
      self.parameter = parameter
      self.detail = detail
    }
  }

  package var status: Status
  package var detail: String
  package var faults: [Fault]

  package init(_ status: Status, _ detail: String, faults: [Fault] = []) {
    self.status = status
    self.detail = detail
    self.faults = faults
  }

  package static let mediaType: StaticString = "application/problem+json"

  /// The JSON document: `type title status detail instance`, and `errors` where there are any.
  /// `instance` is the request's path.
  package func render(instance: Span<UInt8>) -> [UInt8] {
    var writer = JSONWriter(reservingCapacity: 256)
    writer.beginObject()
    writer.key("type")
    writer.string("about:blank")
    writer.key("title")
    writer.string(String(describing: status.reason))
    writer.key("status")
    writer.number(Int(status.rawValue))
    writer.key("detail")
    writer.string(detail)
    writer.key("instance")
    if instance.isEmpty { writer.null() } else { writer.string(instance) }
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
