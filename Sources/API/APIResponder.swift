internal import Bytes
package import Catalog
package import HTTP

/// Answers the requests of one event loop from the snapshot it was given last.
package final class APIResponder: Responder {
  private let settings: APISettings
  private var state = ServiceState()
  /// Under the base URL of the settings, or none.
  private var site: Site
  private var forwardedSites = ForwardedSites()
  private let options: Response

  package init(snapshot: Snapshot, settings: APISettings) {
    self.settings = settings
    site = Site(RenderContext(snapshot: snapshot, settings: settings))
    options = Preflight.response
  }

  /// Answers from `snapshot` from now on.
  package func adopt(_ snapshot: Snapshot) {
    site = Site(RenderContext(snapshot: snapshot, settings: settings))
    forwardedSites = ForwardedSites()
  }

  /// Tells in `/readyz` of `problems` beside those of the snapshot from now on.
  package func tell(_ problems: [SourceProblem]) {
    state.problems = problems
  }

  /// Tells in `/readyz`, from now on, that the server is to stop.
  package func stop() {
    state.isStopping = true
  }

  /// The answers that are kept, under all origins, and their bytes.
  var held: (answers: Int, bytes: Int) {
    let held = ([site] + forwardedSites.sites).map(\.cache.held)
    return (held.reduce(0) { $0 + $1.answers }, held.reduce(0) { $0 + $1.bytes })
  }

  package static let routes = ["none"] + RouteTable.routes.map(\.template)

  package func respond(to request: borrowing Request) -> Response {
    switch request.method {
    case .get, .head: get(request)
    case .options: options(request)
    case .other:
      failure(Problem(.notImplemented, "The method is unknown."), request)
    default: notAllowed(request)
    }
  }

  package func refuse(_ status: Status, detail: StaticString) -> Response {
    ProblemResponse.response(
      Problem(status, Problem.Detail(String(describing: detail))), instance: Span(), under: "")
  }

  /// From the cache where it is there, else made and kept.
  private func get(_ request: borrowing Request) -> Response {
    let target = request.pathAndQuery
    let site = site(for: request)
    if let known = site.cache.find(target),
      let place = known.place(for: request),
      let representation = known[place]
    {
      return answer(request, representation, site)
    }
    var route: RouteID = .none
    do throws(Problem) {
      return answer(request, try make(request, target, site, &route), site)
    } catch {
      return failure(error, request, site, route)
    }
  }

  /// A configured base URL beats what a proxy tells.
  private func site(for request: borrowing Request) -> Site {
    guard request.isFromTrustedProxy, settings.baseURL == nil,
      let origin = request.forwardedOrigin()
    else { return site }
    // From here on its room for answers is shared with those under other origins.
    if forwardedSites.count == 0 { site = Site(site.scope, share: 2) }
    return forwardedSites.site(origin, in: request.bytes, from: site.scope)
  }

  /// The representation in the coding that the request likes best, by its conditions.
  private func answer(
    _ request: borrowing Request, _ representation: Representation, _ site: Site
  ) -> Response {
    guard let rendering = representation.rendering(ContentNegotiation.codings(request))
    else {
      return failure(.codingNotAcceptable, request, site, representation.route)
    }
    if let response = rendering.response(to: request) { return response }
    return failure(
      Problem(.preconditionFailed, "A precondition failed: the representation is a different one."),
      request, site, representation.route)
  }

  private func failure(
    _ problem: Problem, _ request: borrowing Request, _ site: Site? = nil, _ route: RouteID = .none
  ) -> Response {
    let scope = (site ?? self.site(for: request)).scope
    return ProblemResponse.response(
      problem, instance: request.path, under: scope.settings.basePath, route: route)
  }

  private func make(
    _ request: borrowing Request, _ target: Span<UInt8>, _ site: Site,
    _ id: inout RouteID
  ) throws(Problem) -> Representation {
    let path = try RequestPath(request.path)
    guard let (route, values) = RouteTable.find(path) else {
      if let redirect = try withoutTrailingSlash(path, request, site.scope) {
        return Representation(redirect)
      }
      throw RouteTable.noRoute
    }
    id = route.id
    let query = try Query(request.queryOrEmpty, allowing: route.parameters)
    let resource =
      site.cache.find(target)
      ?? Resource(offers: route.offers(query), isFixed: query.has("format"))
    guard let place = resource.place(for: request) else {
      throw .notAcceptable(resource.offers)
    }
    let shown = String(decoding: [UInt8](copying: request.path), as: UTF8.self)
    var scope = site.scope
    scope.state = state
    let call = RequestContext(
      scope: scope, values: values, query: query, path: shown.isEmpty ? "/" : shown,
      isTable: resource.offers[place].isTable)
    let made = Representation(try route.handler(call), route: route.id)
    if made.isReusable, made.bytes < site.cache.bytesMax / 2 {
      resource[place] = made
      site.cache.insert(resource, for: target)
    }
    return made
  }

  /// A path with a slash too many at its end leads to the one without it, if that is a path of
  /// ours.
  private func withoutTrailingSlash(
    _ path: RequestPath, _ request: borrowing Request, _ scope: RenderContext
  ) throws(Problem) -> ResponseContent? {
    guard path.segments.count > 1, path.segments.last?.isEmpty == true else { return nil }
    let shorter = request.path.extracting(0..<request.path.count - 1)
    guard RouteTable.find(try RequestPath(shorter)) != nil else { return nil }
    var target = [UInt8](copying: shorter)
    if let query = request.query {
      target.append(0x3F)
      target.append(query)
    }
    return .redirect(to: scope.url(String(decoding: target, as: UTF8.self)))
  }

  /// The answer to a preflight, whatever its path, so that pages can read our errors too; the
  /// allowed methods of a path, or of the server for `*`.
  private func options(_ request: borrowing Request) -> Response {
    if request.head.form == .asterisk || request.first(.accessControlRequestMethod) != nil {
      return options
    }
    return isRoute(request) ? options : failure(RouteTable.noRoute, request)
  }

  private func notAllowed(_ request: borrowing Request) -> Response {
    guard isRoute(request) else { return failure(RouteTable.noRoute, request) }
    return failure(
      Problem(.methodNotAllowed, "Only GET, HEAD and OPTIONS are allowed."), request)
  }

  private func isRoute(_ request: borrowing Request) -> Bool {
    guard let path = try? RequestPath(request.path) else { return false }
    return RouteTable.find(path) != nil
  }
}

extension Request {
  /// What follows `?`; nothing where there is no `?`.
  fileprivate var queryOrEmpty: Span<UInt8> {
    @_lifetime(copy self) get { bytes.extracting((head.query ?? .empty).offsets) }
  }

  /// The path and the query as sent, without the scheme and authority of an absolute-form target.
  fileprivate var pathAndQuery: Span<UInt8> {
    @_lifetime(copy self) get {
      let end = head.query?.end ?? head.path.end
      return bytes.extracting(Int(head.path.start)..<Int(max(end, head.path.start)))
    }
  }
}
