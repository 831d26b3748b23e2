internal import API
internal import Bytes
internal import Catalog
internal import HTTP
internal import Loading
internal import Metrics

/// Answers on the admin listener: `/metrics`, and `/healthz` and `/readyz` as the API does. These
/// paths are no part of the API and of its description.
final class AdminResponder: Responder {
  private let page: MetricsPage
  private let api: APIResponder
  private static let offers: [MediaType] = [.metrics, .openMetrics]

  init(_ page: MetricsPage, _ api: APIResponder) {
    self.page = page
    self.api = api
  }

  /// The readiness of `snapshot`, and of `problems` beside it, is told from now on.
  func adopt(_ snapshot: Snapshot) { api.adopt(snapshot) }
  func tell(_ problems: [SourceProblem]) { api.tell(problems) }

  /// The server is to stop: it is not ready from now on.
  func stop() { api.stop() }

  func respond(to request: borrowing Request) -> Response {
    if request.path.equals("/healthz") || request.path.equals("/readyz") {
      return api.respond(to: request)
    }
    guard request.path.equals("/metrics") else {
      return api.refuse(
        .notFound, detail: "There is nothing at this path. There are /metrics, /readyz, /healthz.")
    }
    guard request.method == .get || request.method == .head else {
      return api.refuse(.methodNotAllowed, detail: "Only GET and HEAD are allowed.")
        .adding(Array("Allow: GET, HEAD\r\n".utf8))
    }
    return metrics(request)
  }

  func refuse(_ status: Status, detail: StaticString) -> Response {
    api.refuse(status, detail: detail)
  }

  private func metrics(_ request: borrowing Request) -> Response {
    let place = ContentNegotiation.mediaType(request, offers: Self.offers) ?? 0
    let format: Exposition.Format = place == 0 ? .prometheus : .openMetrics
    var fields: [UInt8] = []
    fields.append("Content-Type: ")
    fields.append(Self.offers[place].field)
    fields.append("\r\nCache-Control: no-store\r\nVary: Accept\r\n")
    return Response(status: .ok, fields: fields, content: page.text(format))
  }
}
