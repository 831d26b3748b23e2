internal import Bytes
internal import HTTP

/// The description of the API (OpenAPI 3.1), made from the route table and the shapes, so that it
/// says what the program does.
enum OpenAPI {
  static func document(_ settings: APISettings, _ routes: [Route]) -> [UInt8] {
    var writer = JSONWriter(reservingCapacity: 64 << 10)
    writer.object { writer in
      writer.member("openapi", "3.1.1")
      writer.key("info")
      writer.object { info in
        info.member("title", "Signatory")
        info.member(
          "description",
          "Joint statements: texts, signatories, quotations and speakers.")
        info.member("version", settings.version)
      }
      writer.key("servers")
      writer.array { $0.object { $0.member("url", settings.baseURL ?? "/") } }
      writer.key("paths")
      writer.object { paths in
        for route in routes {
          paths.key(route.template)
          write(route, among: routes, into: &paths)
        }
      }
      writer.key("components")
      writer.object { components in
        components.key("schemas")
        components.object { writeSchemas(into: &$0) }
        components.key("responses")
        components.object { writeResponses(into: &$0) }
      }
    }
    return writer.bytes
  }

  // MARK: Paths

  private static func write(
    _ route: Route, among routes: [Route], into writer: inout JSONWriter
  ) {
    writer.object { item in
      for method in ["get", "head", "options"] {
        item.key(method)
        item.object { operation in
          operation.key("tags")
          operation.array { $0.string(route.tag) }
          operation.member("operationId", route.operationID(method))
          operation.member("summary", method == "options" ? "What is allowed" : route.summary)
          operation.key("parameters")
          operation.array { writeParameters(of: route, method, into: &$0) }
          operation.key("responses")
          operation.object { responses in
            if method == "options" {
              responses.reference("204", to: "#/components/responses/Allowed")
            } else {
              writeResponses(of: route, among: routes, method, into: &responses)
            }
          }
        }
      }
    }
  }

  private static func writeParameters(
    of route: Route, _ method: String, into parameters: inout JSONWriter
  ) {
    for variable in route.variables {
      let isNumber = variable == "n" && method != "options"
      write(variable: variable, isNumber: isNumber, into: &parameters)
    }
    if method == "options" { return }
    for parameter in route.parameters { write(parameter, into: &parameters) }
  }

  private static func write(
    variable: String, isNumber: Bool, into parameters: inout JSONWriter
  ) {
    parameters.object { parameter in
      parameter.member("name", variable)
      parameter.member("in", "path")
      parameter.key("required")
      parameter.bool(true)
      parameter.key("schema")
      parameter.object { schema in
        if isNumber {
          Schema.integer(minimum: 1).write(into: &schema)
        } else {
          Parameter.Kind.text.write(into: &schema)
        }
      }
    }
  }

  private static func write(_ parameter: Parameter, into writer: inout JSONWriter) {
    writer.object { object in
      object.member("name", parameter.name)
      object.member("in", "query")
      object.member("description", parameter.about)
      if parameter.isRequired {
        object.key("required")
        object.bool(true)
      }
      if case .choices = parameter.kind {
        object.member("style", "form")
        object.key("explode")
        object.bool(false)
      }
      if let example = parameter.example { object.member("example", example) }
      object.key("schema")
      object.object { parameter.kind.write(into: &$0) }
    }
  }

  private static func writeResponses(
    of route: Route, among routes: [Route], _ method: String, into responses: inout JSONWriter
  ) {
    for status in route.statuses {
      let code = String(status.rawValue)
      switch status {
      case .ok:
        responses.key(code)
        responses.object { writeSuccess(of: route, among: routes, method, into: &$0) }
      case .notModified: responses.reference(code, to: "#/components/responses/NotModified")
      case .permanentRedirect: responses.reference(code, to: "#/components/responses/Moved")
      default: responses.reference(code, to: "#/components/responses/Problem")
      }
    }
    responses.reference("default", to: "#/components/responses/Problem")
  }

  private static func writeSuccess(
    of route: Route, among routes: [Route], _ method: String, into response: inout JSONWriter
  ) {
    response.member("description", route.summary)
    writeHeaders(route.fields, into: &response)
    if method == "get" {
      response.key("content")
      response.object { writeContent(of: route.answer, into: &$0) }
      writeLinks(of: route, among: routes, into: &response)
    }
  }

  /// Where the ids on a page lead: to the operations that take them.
  private static func writeLinks(
    of route: Route, among routes: [Route], into response: inout JSONWriter
  ) {
    guard case .page = route.answer else { return }
    let followers = routes.filter {
      $0.template.hasPrefix(route.template + "/{id}") && $0.variables == ["id"]
    }
    if followers.isEmpty { return }
    response.key("links")
    response.object { links in
      for follower in followers {
        links.key(follower.operationID("get"))
        links.object { link in
          link.member("operationId", follower.operationID("get"))
          link.key("parameters")
          link.object { $0.member("id", "$response.body#/items/0/id") }
        }
      }
    }
  }

  static func writeHeaders(_ fields: [Route.FieldNote], into response: inout JSONWriter) {
    response.key("headers")
    response.object { headers in
      for field in fields {
        headers.key(field.name)
        headers.object { header in
          header.member("description", field.about)
          header.key("schema")
          header.object { $0.member("type", "string") }
        }
      }
    }
  }
}
