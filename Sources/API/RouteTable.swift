internal import HTTP

/// Everything that is answered. This one table dispatches requests and makes the API's description.
enum RouteTable {
  /// In the order in which they are tried: fixed words before variables.
  static let routes: [Route] = {
    var routes =
      ServiceRoutes.routes(describing: { RouteTable.routes }) + StatementRoutes.routes
      + OrganizationRoutes.routes
      + PeopleRoutes.routes + QuoteRoutes.routes + SearchRoutes.routes
    for index in routes.indices { routes[index].id = RouteID(place: index + 1) }
    return routes
  }()

  /// The route that `path` fits, with the values of its variables.
  static func find(_ path: RequestPath) -> (route: Route, values: [[UInt8]])? {
    for route in routes {
      if let values = route.match(path.segments) { return (route, values) }
    }
    return nil
  }

  /// What is thrown where no route fits.
  static let noRoute = Problem(
    .notFound, "There is nothing at this path. Start at \(path: "/v1").")
}
