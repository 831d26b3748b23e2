internal import Bytes

/// A table that spreadsheets open: RFC 4180, in UTF-8 with a byte order mark, no cell a formula.
///
/// Each row is a JSON object, laid out flat: the column `organization.id` holds the member `id` of
/// the member `organization`; several values of one column are joined by `; `.
struct CSVTable {
  private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
  private let columns: [String]

  init(columns: [String]) {
    self.columns = columns
    appendRow(columns.map { Array($0.utf8) })
  }

  /// Appends a row for an object that `JSONWriter` wrote.
  mutating func append(_ object: [UInt8]) {
    var leaves = JSONLeaves(object)
    let values = leaves.read()
    appendRow(
      columns.map { column in
        Array(values.filter { $0.path == column }.map(\.value).joined(separator: [0x3B, 0x20]))
      })
  }

  private mutating func appendRow(_ cells: [[UInt8]]) {
    for (place, cell) in cells.enumerated() {
      if place > 0 { bytes.append(0x2C) }
      appendCell(cell)
    }
    bytes.append(ASCII.carriageReturn)
    bytes.append(ASCII.lineFeed)
  }

  private mutating func appendCell(_ cell: [UInt8]) {
    let isFormula = Self.beginsFormula(cell.first)
    let isQuoted = cell.contains { byte in
      byte == 0x22 || byte == 0x2C || byte == ASCII.carriageReturn || byte == ASCII.lineFeed
    }
    if isQuoted { bytes.append(0x22) }
    if isFormula { bytes.append(0x27) }
    for byte in cell {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    if isQuoted { bytes.append(0x22) }
  }

  /// What makes a spreadsheet calculate: `= + - @`, tab and carriage return.
  private static func beginsFormula(_ byte: UInt8?) -> Bool {
    switch byte {
    case 0x3D, 0x2B, 0x2D, 0x40, ASCII.tab, ASCII.carriageReturn: true
    default: false
    }
  }
}
