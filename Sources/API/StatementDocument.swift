internal import Bytes
package import Catalog

/// One statement as a JSON document of its own.
package enum StatementDocument {
  /// The whole statement, in the very shape that `/v1/statements/{id}` has.
  package static func json(_ source: StatementSource, settings: APISettings) -> [UInt8] {
    let scope = RenderContext(snapshot: Snapshot([source]), settings: settings)
    var writer = ValueWriter(reservingCapacity: 16 << 10)
    Shape<Int>.wholeStatement.write(0, scope, &writer)
    return writer.bytes
  }
}
