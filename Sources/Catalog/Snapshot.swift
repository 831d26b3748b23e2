package import Markup
package import Bytes
package import Statements

/// Everything that is served, as of one moment: immutable, and shared between threads without
/// locks.
///
/// Things refer to each other by index. Statements are ordered from new to old, then by id; those
/// without a date come last. Organizations and people are ordered by id, quotations by statement
/// and then by place.
package final class Snapshot: Sendable {
  package let statements: [StatementEntry]
  package let quotations: [QuotationEntry]
  package let organizations: PartyTable
  package let people: PartyTable
  package let columns: StatementColumns
  /// The organization or person of each signatory, by statement.
  private let parties: Grouping<PartyReference>
  /// The first quotation of each statement, and the number of all.
  private let quotationStarts: [Int32]
  /// A digest of all texts and of what was said about them, in 16 hexadecimal digits.
  package let revision: String
  /// When anything was last changed, in seconds since 1970; `nil` where nobody knows.
  package let modified: Int64?
  /// What could not be taken in.
  package let problems: [SourceProblem]

  /// Key number and statement index are the same.
  package let statementIDs: ByteTable
  /// Other ids of statements, and the statements they lead to.
  let aliases: ByteTable
  let aliasTargets: [Int32]
  /// Key number and quotation index are the same.
  package let quotationIDs: ByteTable
  /// Codes of the countries of each statement's signatories.
  package let countries: Grouping<CountryCode>
  package let orders: Orders
  package let search: SearchIndex

  /// Makes a snapshot of `sources`, in whatever order they come. Names that are declared to
  /// be one party's are; `modified` tells when the collection itself last changed, as when a text
  /// was taken out of it.
  package convenience init(
    _ sources: [StatementSource], declarations: Declarations = Declarations(),
    modified: Int64? = nil, problems: [SourceProblem] = [],
    concurrently: Concurrently = { count, body in for task in 0..<count { body(task) } }
  ) {
    let (parts, texts) = SnapshotBuilder.build(sources, declarations, concurrently)
    guard let parts else { preconditionFailure("not all tasks were run") }
    self.init(parts, texts, collectionModified: modified, problems: problems)
  }

  init(
    _ parts: SnapshotParts, _ texts: [WordCollector], collectionModified: Int64?,
    problems: [SourceProblem]
  ) {
    statements = parts.statements
    quotations = parts.quotations
    organizations = parts.organizations
    people = parts.people
    parties = parts.parties
    columns = parts.columns
    quotationStarts = parts.quotationStarts
    revision = parts.revision
    statementIDs = parts.statementIDs
    aliases = parts.aliases
    aliasTargets = parts.aliasTargets
    quotationIDs = parts.quotationIDs
    countries = parts.countries
    orders = Orders(parts)
    search = SearchIndex(parts, texts: texts)
    let dates = statements.compactMap(\.modified) + [collectionModified].compactMap(\.self)
    modified = dates.max()
    self.problems = problems
  }

  // MARK: Lookup

  /// The statement that used to have this id.
  package func statement(alias: Span<UInt8>) -> Int? {
    aliases.find(alias).map { Int(aliasTargets[$0]) }
  }

  // MARK: Parts

  /// A statement's quotations, as indexes.
  package func quotations(ofStatement index: Int) -> Range<Int> {
    Int(quotationStarts[index])..<Int(quotationStarts[index + 1])
  }

  /// What the text says of a quotation.
  package func quotation(_ index: Int) -> Quotation {
    let statement = Int(quotations[index].statement)
    return statements[statement].statement.quotations[index - Int(quotationStarts[statement])]
  }

  /// The words of a quotation, its segments joined by a space.
  package func words(ofQuotation index: Int) -> [UInt8] {
    let text = statements[Int(quotations[index].statement)].statement.text
    return QuotationID.words(of: quotation(index), in: text)
  }

  /// The organization or person that signed at `position`, counted from 0.
  package func party(ofStatement index: Int, at position: Int) -> PartyReference {
    let signatories = parties[index]
    return signatories[signatories.startIndex + position]
  }

  /// The organizations and people that signed, in order.
  package func parties(ofStatement index: Int) -> ArraySlice<PartyReference> { parties[index] }

  package func parties(_ kind: PartyKind) -> PartyTable {
    kind == .organization ? organizations : people
  }

  package func text(of place: TextPlace) -> SourceText {
    statements[Int(place.statement)].statement.text
  }
}
