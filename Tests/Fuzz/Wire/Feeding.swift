import Bytes
import HTTP
import HTTP1

/// What a reader says of a connection's bytes, with all places counted from its first byte.
struct Feeding: Equatable {
  private var said: [Int] = []

  /// Feeds `bytes` in pieces. `cut` gets the count of bytes left, and tells that of the next piece.
  /// With `apart` each piece is presented in an array of its own, so that reading beyond it is
  /// found.
  init(
    _ bytes: [UInt8], _ limits: Limits, _ parsers: HeadParsers, apart: Bool, cut: (Int) -> Int
  ) {
    said.reserveCapacity(64)
    var reader = RequestReader()
    var start = 0
    var end = 0
    var inRequest = false
    while true {
      end += cut(bytes.count - end)
      pieces: while inRequest || start < end {
        let presented = apart ? [UInt8](bytes[start..<end]) : []
        let span = apart ? presented.span : bytes.span.extracting(start..<end)
        switch reader.next(span, limits: limits, parsers: parsers) {
        case .head(let head, let count):
          take(head, start, reader)
          if end == bytes.count { Oracle.check(head, bytes, start) }
          start += count
          said.append(start)
          inRequest = true
        case .end(let count):
          start += count
          said += [start, reader.isIdle ? 1 : 0]
          inRequest = false
        case .more(let count):
          start += count
          break pieces
        case .refused(let error):
          said += [-1, Int(error.reason.rawValue), start + error.offset]
          return
        }
      }
      if end == bytes.count { break }
    }
    said.append(reader.isIdle ? 1 : 0)
    reader.release(to: parsers)
  }

  private mutating func take(
    _ head: RequestHead, _ start: Int, _ reader: RequestReader
  ) {
    said += [
      Int(head.method.rawValue), Int(head.version.rawValue), Int(head.form.rawValue),
      reader.persists ? 1 : 0, reader.awaitsContinue ? 1 : 0,
      Int(reader.connectionOption.rawValue),
    ]
    for range in [head.methodBytes, head.target, head.path, head.authority] {
      take(range, start)
    }
    take(head.query ?? .empty, start)
    for line in head.fields {
      said.append(Int(line.name.rawValue))
      take(line.nameBytes, start)
      take(line.value, start)
    }
  }

  private mutating func take(_ range: ByteRange, _ start: Int) {
    said += range.isEmpty ? [0, 0] : [start + Int(range.start), start + Int(range.end)]
  }
}
