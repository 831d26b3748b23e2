internal import Bytes
internal import Statements

/// What a snapshot is made of, before what is derived from it.
struct SnapshotParts: Sendable {
  var statements: [StatementEntry] = []
  var quotations: [QuotationEntry] = []
  var organizations: PartyTable
  var people: PartyTable
  var parties: Grouping<PartyReference>
  var quotationStarts: [Int32] = []
  var columns: StatementColumns
  var revision = ""
  var statementIDs = ByteTable()
  var aliases = ByteTable()
  var aliasTargets: [Int32] = []
  var quotationIDs = ByteTable()
  var countries: Grouping<CountryCode>
}
