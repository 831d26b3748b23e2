internal import Bytes
internal import Catalog
internal import HTTP

/// What is about the service itself.
enum ServiceRoutes {
  /// The routes; those of them that describe the API describe what `all` returns.
  static func routes(describing all: @escaping @Sendable () -> [Route]) -> [Route] {
    descriptions(of: all) + state
  }

  private static func descriptions(of all: @escaping @Sendable () -> [Route]) -> [Route] {
    [
      Route("/", "Redirects to the overview", .redirect) { call in
        .redirect(to: call.scope.url("/v1"))
      },
      Route("/v1", "Overview: counts, revision, links", .one("Service")) { call in
        var content = one(.service, call)
        content.lastModified = call.scope.snapshot.modified
        content.links = [
          "<\(call.scope.url("/openapi.json"))>; rel=\"service-desc\"; type=\"application/json\"",
          "<\(call.scope.url("/docs"))>; rel=\"service-doc\"; type=\"text/html\"",
          "<\(call.scope.url("/.well-known/api-catalog"))>; rel=\"api-catalog\"",
        ]
        return content
      },
      Route("/openapi.json", "This description of the API (OpenAPI 3.1)", .description) { call in
        ResponseContent(OpenAPI.document(call.scope.settings, all()))
      },
      Route("/.well-known/api-catalog", "API catalog (RFC 9727)", .linkset) {
        call in
        linkset(call.scope)
      },
      Route("/docs", "This documentation", .html) { call in
        Docs.content(call.scope, all())
      },
    ]
  }

  private static let state = [
    Route("/healthz", "Whether the process responds", .one("Health")) { call in
      now(.health, call)
    },
    Route("/readyz", "Whether statements are served, and problems", .one("Readiness")) {
      call in
      var content = now(.readiness, call)
      content.isSameForAll = false
      if call.scope.state.isStopping { content.status = .serviceUnavailable }
      return content
    },
    Route("/version", "Version of the program and revision of the texts", .one("Version")) { call in
      one(.version, call)
    },
  ]

  private static func one(_ shape: Shape<Void>, _ call: RequestContext) -> ResponseContent {
    var writer = ValueWriter()
    shape.write((), call.scope, &writer)
    return ResponseContent(writer.bytes)
  }

  private static func linkset(_ scope: RenderContext) -> ResponseContent {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("linkset")
    writer.beginArray()
    writer.beginObject()
    writer.key("anchor")
    writer.string(scope.url("/v1"))
    for (relation, path, type) in [
      ("service-desc", "/openapi.json", "application/json"),
      ("service-doc", "/docs", "text/html"), ("status", "/healthz", "application/json"),
    ] {
      writer.key(relation)
      writer.beginArray()
      writer.beginObject()
      writer.key("href")
      writer.string(scope.url(path))
      writer.key("type")
      writer.string(type)
      writer.endObject()
      writer.endArray()
    }
    writer.endObject()
    writer.endArray()
    writer.endObject()
    var content = ResponseContent(writer.bytes)
    content.mediaType = .linkset
    let url = scope.url("/.well-known/api-catalog")
    content.links = ["<\(url)>; rel=\"api-catalog\""]
    return content
  }

  /// What is true at the moment only.
  private static func now(_ shape: Shape<Void>, _ call: RequestContext) -> ResponseContent {
    var content = one(shape, call)
    content.caching = .never
    return content
  }
}
