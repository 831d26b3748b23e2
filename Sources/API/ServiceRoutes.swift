internal import Bytes
internal import Catalog
internal import HTTP

/// What is about the service itself.
enum ServiceRoutes {
  static let routes = [
    Route("/", "Leads to /v1", .one("Service")) { call in
      .redirect(to: call.scope.url("/v1"))
    },
    Route("/v1", "What is served: counts, revision, links", .one("Service")) { call in
      var content = one(.service, call)
      content.lastModified = call.scope.snapshot.modified
      return content
    },
    Route("/healthz", "Whether the process answers", .one("Health")) { call in
      status("ok")
    },
    Route("/readyz", "Whether statements are being served", .one("Health")) { call in
      status("ready")
    },
    Route("/version", "The program's version and the texts' revision", .one("Version")) { call in
      one(.version, call)
    },
  ]

  private static func one(_ shape: Shape<Void>, _ call: Call) -> Content {
    var writer = JSONWriter()
    shape.write((), call.scope, &writer)
    return Content(writer.bytes)
  }

  private static func status(_ status: String) -> Content {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("status")
    writer.string(status)
    writer.endObject()
    var content = Content(writer.bytes)
    content.caching = .never
    return content
  }
}
