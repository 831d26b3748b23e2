package import Bytes

/// Tells where in its file a byte of a text stands: runs of the text that are runs of the file.
package struct PlaceMap: Sendable {
  /// From `text` on, up to the next run, the text is the file from `file` on.
  struct Run: Sendable {
    var text: Int
    var file: Int
  }

  private let file: [UInt8]
  private let runs: [Run]
  /// Where the file begins for whoever counts its columns: behind a byte order mark.
  private let start: Int

  /// `runs` ascend by `text`, and the first begins at the text's first byte.
  init(_ file: [UInt8], _ runs: [Run]) {
    self.file = file
    self.runs = runs
    start = UTF8Text.markLength(file)
  }

  /// The line and column, from 1, of the byte at `offset`: lines count the front matter, columns
  /// count code points. O(offset).
  package func place(ofByte offset: Int) -> Place { places(ofBytes: [offset])[0] }

  /// The places of many bytes, in the order in which they are given. O(last offset + offsets) where
  /// they ascend.
  package func places(ofBytes offsets: [Int]) -> [Place] {
    var cursor = PlaceCursor(from: start)
    var last = 0
    return offsets.map { offset in
      let target = fileOffset(ofByte: offset)
      if target < last { cursor = PlaceCursor(from: start) }
      last = target
      return cursor.place(of: target, in: file)
    }
  }

  /// Calls `body` with the parts of `range` that are each one run of the file, and where in the
  /// file each begins. O(log runs + parts).
  func eachRun(_ range: Range<Int>, _ body: (Range<Int>, _ file: Int) -> Void) {
    var start = range.lowerBound
    var run = runIndex(ofByte: start) + 1
    while start < range.upperBound {
      let end =
        run < runs.count ? min(max(runs[run].text, start), range.upperBound) : range.upperBound
      if end > start { body(start..<end, fileOffset(ofByte: start)) }
      start = end
      run += 1
    }
  }

  /// O(log runs).
  func fileOffset(ofByte offset: Int) -> Int {
    let run = runIndex(ofByte: offset)
    guard run >= 0 else { return start }
    return min(runs[run].file + offset - runs[run].text, file.count)
  }

  /// The run that a byte is in; -1 before the first.
  private func runIndex(ofByte offset: Int) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].text <= offset { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }
}
