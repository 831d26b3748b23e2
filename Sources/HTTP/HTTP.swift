/// HTTP: the semantics of RFC 9110 and 9111, free of any wire format: methods, status codes, field
/// names, media types, content negotiation, conditional requests, dates, problem details.
///
/// A `Request` is a view of bytes that somebody else owns; a `Response` is rendered bytes. How
/// either is framed on a connection is told in `HTTP1`; what is answered is told in `API`.

/// Answers requests. One responder belongs to one event loop and is called on its thread only.
package protocol Responder: AnyObject, SendableMetatype {
  /// The templates of its routes, as `/v1/things/{id}`, by `RouteID`. The first one is none.
  static var routes: [String] { get }

  /// The answer to a well-formed request whose content has been read.
  func respond(to request: borrowing Request) -> Response

  /// The answer to what could not be read as a request, or cannot be served now.
  func refuse(_ status: Status, detail: StaticString) -> Response
}

extension Responder {
  package static var routes: [String] { ["none"] }
}
