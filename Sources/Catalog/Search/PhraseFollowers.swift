/// The words of a phrase after its first one. Their postings, and their places in a document, are
/// walked through together with those of the first word, since all of them ascend.
struct PhraseFollowers {
  /// Walks through the postings of one word.
  private struct Cursor {
    var posting: Int
    let end: Int
    /// What is left of the present posting's places.
    var places: Range<Int> = 0..<0
  }

  private var cursors: [Cursor] = []
  /// For each word of the phrase the cursors of the words that it may be.
  private var steps: [Range<Int>] = []

  /// For each word the ranks of those that it may be.
  init(_ words: ArraySlice<Range<Int>>, _ index: SearchIndex) {
    for ranks in words {
      steps.append(cursors.count..<cursors.count + ranks.count)
      for rank in ranks {
        let range = index.postings(of: index.vocabulary.word(rank))
        cursors.append(Cursor(posting: range.lowerBound, end: range.upperBound))
      }
    }
  }

  /// Whether all words stand after a place of `first`, a posting of the phrase's first word in
  /// `document`. Documents must ascend from call to call.
  mutating func follow(_ first: Int, in document: Int32, _ index: SearchIndex) -> Bool {
    if !advance(to: document, index) { return false }
    let places = index.places.span
    for place in index.places(of: first) {
      if isFollowed(Int(places[place]), places) { return true }
    }
    return false
  }

  /// Brings all cursors to a document; false where a word is not in it.
  private mutating func advance(to document: Int32, _ index: SearchIndex) -> Bool {
    let postings = index.postings.span
    for step in steps {
      var isHere = false
      for number in step {
        var cursor = cursors[number]
        while cursor.posting < cursor.end, postings[cursor.posting].document < document {
          cursor.posting += 1
        }
        let isAtIt = cursor.posting < cursor.end && postings[cursor.posting].document == document
        cursor.places = isAtIt ? index.places(of: cursor.posting) : 0..<0
        cursors[number] = cursor
        isHere = isHere || isAtIt
      }
      if !isHere { return false }
    }
    return true
  }

  /// Whether each word stands as many places after `place` as it does in the phrase.
  private mutating func isFollowed(_ place: Int, _ places: Span<UInt16>) -> Bool {
    for (number, step) in steps.enumerated() {
      let wanted = place + number + 1
      var isHere = false
      for cursor in step {
        var rest = cursors[cursor].places
        while let next = rest.first, Int(places[next]) < wanted { rest = rest.dropFirst() }
        cursors[cursor].places = rest
        isHere = isHere || rest.first.map { Int(places[$0]) == wanted } ?? false
      }
      if !isHere { return false }
    }
    return true
  }
}
