/// A shape without what writes it: what it is called, and what its members are.
struct ShapeOutline: Sendable {
  let name: String
  let about: String
  let members: [Member]

  struct Member: Sendable {
    let name: String
    let schema: Schema
    let about: String
  }
}

extension Shape {
  var outline: ShapeOutline {
    ShapeOutline(
      name: name, about: about,
      members: fields.map {
        ShapeOutline.Member(name: $0.name, schema: $0.schema, about: $0.about)
      })
  }
}
