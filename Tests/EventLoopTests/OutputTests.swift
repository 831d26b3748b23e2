import Testing

@testable import EventLoop

@Suite struct OutputTests {
  private static func bytes(of backlog: Backlog) -> [UInt8] {
    var bytes: [UInt8] = []
    backlog.withPieces { piece in for index in piece.indices { bytes.append(piece[index]) } }
    return bytes
  }

  @Test("Small and large pieces reach the backlog in the order they were appended")
  func order() {
    let large = [UInt8](repeating: 2, count: Output.sharedBytesMin)
    var output = Output()
    output.append([1, 1])
    output.append(large)
    output.append([3])
    output.append(large)
    let count = output.count
    #expect(count == 3 + 2 * large.count)
    var backlog = Backlog()
    output.move(to: &backlog)
    #expect(Self.bytes(of: backlog) == [1, 1] + large + [3] + large)
    let isEmpty = output.isEmpty
    #expect(isEmpty)
  }

  @Test("Dropping what was sent leaves exactly the rest, wherever the cut falls")
  func drop() {
    let pieces: [[UInt8]] = [[1, 2, 3], [4], [5, 6]]
    let all = pieces.flatMap(\.self)
    for first in 0...all.count {
      for second in 0...(all.count - first) {
        var backlog = Backlog()
        for piece in pieces { backlog.append(copied: piece.span) }
        backlog.drop(first)
        backlog.drop(second)
        #expect(Self.bytes(of: backlog) == Array(all[(first + second)...]))
        #expect(backlog.count == all.count - first - second)
      }
    }
  }

  @Test("No more pieces are offered at once than one call gathers")
  func manyPieces() {
    var backlog = Backlog()
    for _ in 0..<(3 * Backlog.piecesMax) { backlog.append(shared: [9]) }
    #expect(Self.bytes(of: backlog).count == Backlog.piecesMax)
    backlog.drop(Backlog.piecesMax)
    #expect(backlog.count == 2 * Backlog.piecesMax)
  }
}
