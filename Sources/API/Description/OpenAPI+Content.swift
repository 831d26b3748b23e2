internal import Bytes
internal import HTTP

/// What answers hold, and the parts that operations share.
extension OpenAPI {
  static func writeContent(of answer: Route.Answer, into content: inout JSONWriter) {
    switch answer {
    case .one(let shape):
      content.schema(for: "application/json") { $0.member("$ref", "#/components/schemas/\(shape)") }
    case .page(let shape):
      content.schema(for: "application/json") { write(pageOf: shape, into: &$0) }
      content.schema(for: "text/csv") { $0.member("type", "string") }
    case .plainText:
      content.schema(for: "text/plain") { $0.member("type", "string") }
    case .html:
      content.schema(for: "text/html") { $0.member("type", "string") }
    case .description:
      content.schema(for: "application/json") { $0.member("type", "object") }
    case .linkset:
      content.schema(for: "application/linkset+json") { $0.member("type", "object") }
    case .redirect: break
    }
  }

  private static func write(pageOf shape: String, into schema: inout JSONWriter) {
    schema.member("type", "object")
    schema.key("properties")
    schema.object { properties in
      properties.key("items")
      properties.object { items in
        items.member("type", "array")
        items.key("items")
        items.object { $0.member("$ref", "#/components/schemas/\(shape)Selection") }
      }
      for name in ["total", "limit"] {
        properties.key(name)
        properties.object { Schema.integer(minimum: 0).write(into: &$0) }
      }
      properties.key("self")
      properties.object { Schema.formatted("uri-reference").write(into: &$0) }
      for name in ["next", "prev"] {
        properties.key(name)
        properties.object { Schema.nullable(.formatted("uri-reference")).write(into: &$0) }
      }
      properties.reference("facets", to: "#/components/schemas/Facets")
    }
    schema.required(["items", "total", "limit", "self", "next", "prev"])
  }

  static func writeSchemas(into schemas: inout JSONWriter) {
    for outline in ShapeIndex.all {
      schemas.key(outline.name)
      schemas.object { write(outline, isWhole: true, into: &$0) }
    }
    for outline in ShapeIndex.listed {
      schemas.key(outline.name + "Selection")
      schemas.object { write(outline, isWhole: false, into: &$0) }
    }
    schemas.key("Facets")
    schemas.object { facets in
      facets.member("description", "For each facet, the count of each value in the whole list.")
      facets.member("type", "object")
      facets.key("additionalProperties")
      facets.object { values in
        values.member("type", "array")
        values.key("items")
        values.object { value in
          value.member("type", "object")
          value.key("properties")
          value.object { properties in
            properties.property("value", .string)
            properties.property("count", .integer(minimum: 1))
          }
          value.required(["value", "count"])
        }
      }
    }
    schemas.key("Problem")
    schemas.object { writeProblem(into: &$0) }
  }

  /// A shape, with all its members, or with those that `fields` selects.
  private static func write(
    _ outline: ShapeOutline, isWhole: Bool, into schema: inout JSONWriter
  ) {
    schema.member("description", outline.about)
    schema.member("type", "object")
    schema.key("properties")
    schema.object { properties in
      for member in outline.members {
        properties.key(member.name)
        properties.object { property in
          property.member("description", member.about)
          member.schema.write(into: &property)
        }
      }
    }
    if isWhole { schema.required(outline.members.map(\.name)) }
    schema.key("additionalProperties")
    schema.bool(false)
  }

  private static func writeProblem(into schema: inout JSONWriter) {
    schema.member("description", "What went wrong (RFC 9457).")
    schema.member("type", "object")
    schema.key("properties")
    schema.object { properties in
      properties.property("type", .formatted("uri-reference"))
      properties.property("title", .string)
      properties.property("status", .integer(minimum: 400))
      properties.property("detail", .string)
      properties.property("instance", .nullable(.string))
      properties.key("errors")
      properties.object { errors in
        errors.member("type", "array")
        errors.key("items")
        errors.object { fault in
          fault.member("type", "object")
          fault.key("properties")
          fault.object { members in
            members.property("parameter", .string)
            members.property("detail", .string)
          }
          fault.required(["parameter", "detail"])
        }
      }
    }
    schema.required(["type", "title", "status", "detail", "instance"])
  }

  static func writeResponses(into responses: inout JSONWriter) {
    for (name, about, fields) in [
      ("NotModified", "The client's copy is still current.", Route.fieldsNotModified),
      ("Moved", "The resource is at the URL in Location.", Route.fieldsOfRedirect),
      ("Allowed", "The allowed methods, for CORS too.", Route.fieldsOfOptions),
    ] {
      responses.key(name)
      responses.object { response in
        response.member("description", about)
        writeHeaders(fields, into: &response)
      }
    }
    responses.key("Problem")
    responses.object { response in
      response.member(
        "description",
        """
        The request cannot be answered: 400 parameters, 404 nothing there, 405 method, 406 nothing \
        acceptable, 408 too slow, 412 precondition, 413, 414, 431 too long, 417 expectation, 429 \
        too many, 500 and 503 our fault, 501 unknown method, 505 version.
        """)
      writeHeaders(Route.fieldsOfProblem, into: &response)
      response.key("content")
      response.object { content in
        content.schema(for: "application/problem+json") {
          $0.member("$ref", "#/components/schemas/Problem")
        }
      }
    }
  }
}
