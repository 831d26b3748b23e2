internal import Bytes

extension Schema {
  /// Writes the members of the JSON Schema object.
  func write(into writer: inout JSONWriter) {
    switch self {
    case .string: writer.member("type", "string")
    case .formatted(let format):
      writer.member("type", "string")
      writer.member("format", format)
    case .integer(let minimum):
      writer.member("type", "integer")
      writer.key("minimum")
      writer.number(minimum)
    case .boolean: writer.member("type", "boolean")
    case .constant(let value): writer.member("const", value)
    case .choice(let values):
      writer.member("type", "string")
      writer.key("enum")
      writer.array { array in for value in values { array.string(value) } }
    case .shape(let name): writer.member("$ref", "#/components/schemas/\(name)")
    case .array(let element):
      writer.member("type", "array")
      writer.key("items")
      writer.object { element.write(into: &$0) }
    case .nullable(let inner):
      writer.key("anyOf")
      writer.array { choices in
        choices.object { inner.write(into: &$0) }
        choices.object { $0.member("type", "null") }
      }
    }
  }
}

extension Parameter.Kind {
  /// Writes the members of the JSON Schema object of a value.
  func write(into writer: inout JSONWriter) {
    switch self {
    case .integer(let range):
      Schema.integer(minimum: range.lowerBound).write(into: &writer)
      writer.key("maximum")
      writer.number(range.upperBound)
    case .date: Schema.formatted("date").write(into: &writer)
    case .country: Self.write(pattern: "^[A-Za-z]{2}$", into: &writer)
    case .language:
      Self.write(pattern: "^[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*$", into: &writer)
      writer.key("maxLength")
      writer.number(LanguageTag.bytesMax)
    case .cursor: Self.write(pattern: Cursor.pattern, into: &writer)
    case .choice(let values): Schema.choice(values).write(into: &writer)
    case .choices(let values):
      Schema.array(.choice(values)).write(into: &writer)
      writer.key("minItems")
      writer.number(1)
    case .text:
      Schema.string.write(into: &writer)
      writer.key("minLength")
      writer.number(1)
    }
  }

  private static func write(pattern: String, into writer: inout JSONWriter) {
    Schema.string.write(into: &writer)
    writer.member("pattern", pattern)
  }
}

extension JSONWriter {
  mutating func object(_ members: (inout JSONWriter) -> Void) {
    beginObject()
    members(&self)
    endObject()
  }

  mutating func array(_ elements: (inout JSONWriter) -> Void) {
    beginArray()
    elements(&self)
    endArray()
  }

  mutating func member(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  mutating func reference(_ name: String, to target: String) {
    key(name)
    object { $0.member("$ref", target) }
  }

  mutating func property(_ name: String, _ schema: Schema) {
    key(name)
    object { schema.write(into: &$0) }
  }

  mutating func required(_ names: [String]) {
    key("required")
    array { array in for name in names { array.string(name) } }
  }

  /// Writes a media type object with nothing but a schema.
  mutating func schema(for mediaType: String, _ members: (inout JSONWriter) -> Void) {
    key(mediaType)
    object { content in
      content.key("schema")
      content.object(members)
    }
  }
}
