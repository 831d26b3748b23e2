/// Markup in a plain file, which readers would see as it is written.
enum ForeignMarkup {
  /// So much of it shows that the file has the wrong ending.
  private static let hitsMin = 3

  /// What an editor should look at: that the name of the file has another ending than its text.
  static func find(_ utf8: [UInt8], _ places: PlaceMap) -> [Diagnostic] {
    for (name, marks) in [("HTML: name it `.html`", html), ("Markdown: name it `.md`", markdown)] {
      var hits = 0
      var first: Int?
      for index in utf8.indices where marks.contains(where: { starts(utf8, index, $0) }) {
        hits += 1
        first = first ?? index
        if hits == hitsMin { break }
      }
      if hits == hitsMin, let first {
        return [
          Diagnostic(
            severity: .warning,
            place: places.place(ofByte: utf8[first] == 0x0A ? first + 1 : first),
            message: "this looks like \(name), or readers see the markup")
        ]
      }
    }
    return []
  }

  private static let html = ["</p>", "<br", "</a>", "</div>", "</li>", "</strong>"].map {
    Array($0.utf8)
  }
  private static let markdown = ["](http", "](/", "\n## ", "\n### "].map { Array($0.utf8) }

  private static func starts(_ utf8: [UInt8], _ index: Int, _ mark: [UInt8]) -> Bool {
    utf8[index] == mark[0] && index + mark.count <= utf8.count
      && utf8[index..<index + mark.count].elementsEqual(mark)
  }
}
