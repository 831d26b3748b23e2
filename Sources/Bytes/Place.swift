/// A place in a file, as editors count: lines and columns from 1, columns in code points.
package struct Place: Hashable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Turns byte offsets into places in one pass, when they are asked for in ascending order.
package struct PlaceCursor {
  private var offset: Int
  private var line = 1
  private var column = 1

  /// `offset` is where line 1, column 1 is: behind a byte order mark.
  package init(from offset: Int = 0) {
    self.offset = offset
  }

  /// The place of a byte offset not before the last one asked for. O(distance).
  package mutating func place(of target: Int, in utf8: [UInt8]) -> Place {
    while offset < target, offset < utf8.count {
      let byte = utf8[offset]
      let endsLine =
        byte == 0x0A || (byte == 0x0D && !(offset + 1 < utf8.count && utf8[offset + 1] == 0x0A))
      if endsLine {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      offset += 1
    }
    return Place(line: line, column: column)
  }
}
