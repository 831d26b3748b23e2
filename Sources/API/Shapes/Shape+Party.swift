internal import Markup
internal import Bytes
internal import Catalog
internal import Statements

extension Shape {
  static var organization: Shape<PartyReference> { PartyShapes.organization }
  /// An organization with its statements and people.
  static var wholeOrganization: Shape<PartyReference> { PartyShapes.wholeOrganization }
  static var person: Shape<PartyReference> { PartyShapes.person }
}

enum PartyShapes {
  static var outlines: [ShapeOutline] {
    [organization, wholeOrganization, person].map(\.outline) + [country.outline]
  }

  static let organization = Shape<PartyReference>(
    "Organization",
    "An organization that signed a statement, spoke in one, or is a speaker's affiliation.",
    identity("Organization") + [
      .thing("country", country, "Its country.") { party, scope in
        scope.snapshot.organizations.countries[Int(party.index)]
      },
      .number("statementCount", "Number of statements that it signed.") { party, scope in
        scope.snapshot.organizations.statements[Int(party.index)].count
      },
      .number("quoteCount", "Number of quotations of it and of its people.") { party, scope in
        scope.snapshot.organizations.quotations[Int(party.index)].count
      },
    ])

  static let wholeOrganization = Shape<PartyReference>(
    "WholeOrganization", "An organization with its statements and people.",
    organization.fields + [
      .things("statements", References.statement, "The statements it signed.") { party, scope in
        scope.snapshot.organizations.statements[Int(party.index)].map { Int($0) }
      },
      .things("people", References.member, "People with a role in it.") { party, scope in
        Array(scope.snapshot.organizations.memberships[Int(party.index)])
      },
    ])

  static let person = Shape<PartyReference>(
    "Person", "A person who speaks in a statement or signed one.",
    identity("Person") + [
      .things("memberships", References.membership, "The person's roles.") {
        party, scope in
        Array(scope.snapshot.people.memberships[Int(party.index)])
      },
      .number("quoteCount", "Number of the person's quotations.") { party, scope in
        scope.snapshot.people.quotations[Int(party.index)].count
      },
      .number("statementCount", "Number of statements that the person signed or speaks in.") {
        party, scope in
        scope.snapshot.people.statements[Int(party.index)].count
      },
    ])

  static let country = Shape<PartyCountry>(
    "Country", "A country.",
    [
      .text("code", "ISO 3166-1 alpha-2 code.") { country, _ in "\(country.code)" },
      .text("name", "The usual English name.") { country, _ in country.code.englishName },
      Field("inferred", .boolean, "Whether it was inferred from the name.") {
        country, _, writer in
        writer.bool(country.isInferred)
      },
    ])

  private static func identity(_ type: String) -> [Field<PartyReference>] {
    [
      Field("id", .string, "Stable id, derived from the name.") { party, scope, writer in
        writer.string(scope.id(party))
      },
      .constant("type", type, "What this is."),
      .url("URL of the full item.") { $1.url($0) },
      .text("name", "The most frequent form of the name.") { $1.name($0) },
      Field("otherNames", .array(.string), "Other forms of the name that texts use.") {
        party, scope, writer in
        writer.beginArray()
        for name in scope.otherNames(party) { writer.string(name) }
        writer.endArray()
      },
      Field("sameAs", .array(.string), "Pages elsewhere about the same, as an editor declares.") {
        party, scope, writer in
        writer.beginArray()
        for url in scope.declaration(party)?.sameAs ?? [] { writer.string(url) }
        writer.endArray()
      },
    ]
  }
}

extension RenderContext {
  /// The names of a party as shown, without the first, each once.
  fileprivate func otherNames(_ party: PartyReference) -> [String] {
    var seen: Set<String> = [name(party)]
    let written = names(party).map { snapshot.text(of: $0).string(in: $0.range) }
    return ((declaration(party)?.otherNames ?? []) + written)
      .filter { seen.insert($0).inserted }
  }
}
