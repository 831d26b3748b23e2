internal import Bytes

/// A table that spreadsheets open: RFC 4180, in UTF-8 with a byte order mark, no cell a formula.
struct CSVTable {
  private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

  init(columns: [String]) {
    append(columns.map { Array($0.utf8) })
  }

  /// Appends a row.
  mutating func append(_ cells: [[UInt8]]) {
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
