internal import Markup
internal import Bytes
internal import Catalog
internal import Statements

/// Short forms, by which one thing refers to another.
enum References {
  static var outlines: [ShapeOutline] {
    [party.outline, statement.outline, member.outline, membership.outline]
  }

  static let party = Shape<PartyReference>(
    "Reference", "A reference to a person or an organization.",
    [
      Field("id", .string, "Stable id, derived from the name.") { party, scope, writer in
        writer.string(scope.id(party))
      },
      .text("name", "The name.") { $1.name($0) },
      .url("Where to read more.") { $1.url($0) },
    ])

  /// The subject is a statement's index.
  static let statement = Shape<Int>(
    "StatementReference", "A statement, in short.",
    [
      .text("id", "Stable id.") { $1.statement($0).id },
      .optionalText("title", "The title.") { $1.title($0) },
      .url("Where to read more.") { $1.url(.statements, Array($1.statement($0).id.utf8)) },
    ])

  /// The subject is a member of an organization.
  static let member = Shape<Membership>(
    "Member", "A person who holds a role in an organization.",
    [
      Field("id", .string, "Stable id, derived from the name.") { member, scope, writer in
        writer.string(scope.snapshot.people.ids.key(Int(member.other)))
      },
      .text("name", "The name.") { member, scope in
        scope.name(PartyReference(kind: .person, index: member.other))
      },
      .optionalText("role", "The role, as stated.") { member, scope in
        member.role.map { scope.snapshot.text(of: $0).string(in: $0.range) }
      },
    ])

  /// The subject is what a person belongs to.
  static let membership = Shape<Membership>(
    "Membership", "An organization in which a person holds a role.",
    [
      .thing("organization", party, "The organization.") { membership, _ in
        PartyReference(kind: .organization, index: membership.other)
      },
      .optionalText("role", "The role, as stated.") { membership, scope in
        membership.role.map { scope.snapshot.text(of: $0).string(in: $0.range) }
      },
    ])
}
