/// How one kind of thing is shown: its members, in order. JSON, CSV and the API's description are
/// all made from it.
struct Shape<Subject>: Sendable {
  let name: String
  let about: String
  let fields: [Field<Subject>]

  init(_ name: String, _ about: String, _ fields: [Field<Subject>]) {
    self.name = name
    self.about = about
    self.fields = fields
  }

  /// Writes the thing with all members, or with only those that are `selected`.
  func write(
    _ subject: Subject, _ scope: RenderContext, _ writer: inout ValueWriter,
    selected: Set<String>? = nil
  ) {
    writer.beginObject()
    for field in fields where selected?.contains(field.name) ?? true {
      writer.beginMember(field.name)
      field.write(subject, scope, &writer)
      writer.endMember(columnCount: field.columns.count)
    }
    writer.endObject()
  }

  /// The columns of a table of such things, with nested members as `organization.id`.
  func columns(_ selected: Set<String>? = nil) -> [String] {
    fields.filter { selected?.contains($0.name) ?? true }.flatMap(\.columns)
  }
}

/// One member of a shape.
struct Field<Subject>: Sendable {
  typealias Write = @Sendable (Subject, RenderContext, inout ValueWriter) -> Void

  let name: String
  let about: String
  let schema: Schema
  /// The columns that it makes in a table.
  let columns: [String]
  /// Writes the value, and nothing else.
  let write: Write

  init(_ name: String, _ schema: Schema, _ about: String, _ write: @escaping Write) {
    self.init(name, schema, about, columns: [name], write)
  }

  private init(
    _ name: String, _ schema: Schema, _ about: String, columns: [String], _ write: @escaping Write
  ) {
    self.name = name
    self.about = about
    self.schema = schema
    self.columns = columns
    self.write = write
  }

  /// A member whose value is made of things of that shape.
  private init<Inner>(
    _ name: String, _ schema: Schema, of shape: Shape<Inner>, _ about: String,
    _ write: @escaping Write
  ) {
    self.init(name, schema, about, columns: shape.columns().map { "\(name).\($0)" }, write)
  }
}

extension Field {
  static func constant(_ name: String, _ value: String, _ about: String) -> Field {
    Field(name, .constant(value), about) { _, _, writer in writer.string(value) }
  }

  static func text(
    _ name: String, _ about: String, _ value: @escaping @Sendable (Subject, RenderContext) -> String
  ) -> Field {
    Field(name, .string, about) { subject, scope, writer in writer.string(value(subject, scope)) }
  }

  /// Text that may be unknown.
  static func optionalText(
    _ name: String, _ about: String, schema: Schema = .string,
    _ value: @escaping @Sendable (Subject, RenderContext) -> String?
  ) -> Field {
    Field(name, .nullable(schema), about) { subject, scope, writer in
      writer.string(orNull: value(subject, scope))
    }
  }

  static func number(
    _ name: String, _ about: String, minimum: Int = 0,
    _ value: @escaping @Sendable (Subject, RenderContext) -> Int
  ) -> Field {
    Field(name, .integer(minimum: minimum), about) { subject, scope, writer in
      writer.number(value(subject, scope))
    }
  }

  /// A number that may be unknown.
  static func optionalNumber(
    _ name: String, _ about: String,
    _ value: @escaping @Sendable (Subject, RenderContext) -> Int?
  ) -> Field {
    Field(name, .nullable(.integer(minimum: 0)), about) { subject, scope, writer in
      if let value = value(subject, scope) { writer.number(value) } else { writer.null() }
    }
  }

  static func url(
    _ about: String, _ value: @escaping @Sendable (Subject, RenderContext) -> [UInt8]
  ) -> Field {
    Field("url", .formatted("uri-reference"), about) { subject, scope, writer in
      writer.string(value(subject, scope).span)
    }
  }

  /// A member that is itself a thing, and always there.
  static func certainThing<Inner>(
    _ name: String, _ shape: Shape<Inner>, _ about: String,
    _ value: @escaping @Sendable (Subject, RenderContext) -> Inner
  ) -> Field {
    Field(name, .shape(shape.name), of: shape, about) { subject, scope, writer in
      shape.write(value(subject, scope), scope, &writer)
    }
  }

  /// A member that is itself a thing, or unknown.
  static func thing<Inner>(
    _ name: String, _ shape: Shape<Inner>, _ about: String,
    _ value: @escaping @Sendable (Subject, RenderContext) -> Inner?
  ) -> Field {
    Field(name, .nullable(.shape(shape.name)), of: shape, about) { subject, scope, writer in
      if let inner = value(subject, scope) {
        shape.write(inner, scope, &writer)
      } else {
        writer.null()
      }
    }
  }

  /// A member that is a list of things.
  static func things<Inner>(
    _ name: String, _ shape: Shape<Inner>, _ about: String,
    _ values: @escaping @Sendable (Subject, RenderContext) -> [Inner]
  ) -> Field {
    Field(name, .array(.shape(shape.name)), of: shape, about) { subject, scope, writer in
      writer.beginArray()
      for inner in values(subject, scope) { shape.write(inner, scope, &writer) }
      writer.endArray()
    }
  }
}
