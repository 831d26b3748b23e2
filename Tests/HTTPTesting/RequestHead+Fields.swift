import Bytes
package import HTTP

extension RequestHead {
  /// Adds field lines, whose values go behind what `bytes` hold already.
  package func add(_ fields: [(FieldName, String)], to bytes: inout [UInt8]) {
    for (name, value) in fields {
      let start = bytes.count
      bytes.append(contentsOf: value.utf8)
      parts.add(FieldLine(name: name, nameBytes: .empty, value: ByteRange(start..<bytes.count)))
    }
  }
}
