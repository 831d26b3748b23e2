internal import Markup

/// How the lines of a list stand to each other.
extension ListCollector {
  /// How the lines of an unmarked list stand.
  func lineMode(_ first: Int) -> Mode {
    let size = groupSize(first)
    if size == 1 {
      let next = first + 1
      return next < blocks.count && blocks[next].gap > 0 ? .apart : .close
    }
    let following = first + size
    guard (2...5).contains(size), isPersonGroup(first) else { return .close }
    let isSecondGroup =
      following >= blocks.count || groupSize(following) == 1 || isNameGroup(following)
      || isHeadingOfOther(page.look(following)) || page.look(following).begins(.listEnds)
    return isSecondGroup ? .groups : .close
  }

  /// Unmarked lines from `index` with no blank line between them.
  func groupSize(_ index: Int) -> Int {
    var next = index + 1
    while next < blocks.count, blocks[next].gap == 0, !blocks[next].isMarked, next - index < 100 {
      next += 1
    }
    return next - index
  }

  /// A person on one line, with nothing or more about that person behind the name.
  func isPersonLine(_ index: Int) -> Bool {
    let words = page.look(index).words
    return PersonName.isWhole(utf8, words)
      || (PersonName.begins(utf8, words) && Lexicon.roles.isFound(in: words[...]))
  }

  /// A name alone on a line, and two to five lines in all.
  func isNameGroup(_ index: Int) -> Bool {
    (2...5).contains(groupSize(index)) && PersonName.isWhole(utf8, page.look(index).words)
  }

  /// A name alone on a line, then what that person is.
  func isPersonGroup(_ index: Int) -> Bool {
    guard index + 1 < blocks.count, groupSize(index) > 1 else { return false }
    let name = page.look(index)
    guard PersonName.isWhole(utf8, name.words) else { return false }
    let below = page.look(index + 1)
    guard !PersonName.isCertain(utf8, below.words[...]) else { return false }
    return below.isFound(.roles) || PersonName.isCertain(utf8, name.words[...])
      || (index..<index + groupSize(index)).contains { page.look($0).isContact(utf8) }
      || (isNameOverBody(index) && isNameOverBody(index + groupSize(index)))
  }

  /// A name that can be a person's, and a line with a word of organizations below it.
  func isNameOverBody(_ index: Int) -> Bool {
    guard index + 1 < blocks.count, blocks[index + 1].gap == 0 else { return false }
    return PersonName.isWhole(utf8, page.look(index).words)
      && page.look(index + 1).isFound(.organizations)
  }

  static let linesBelowMax = 3

  /// Whether one to three unmarked lines stand below this marked name and the two after it.
  func hasLineBelow(_ first: Int) -> Bool {
    var item = first
    for _ in 0..<3 {
      guard item < blocks.count, blocks[item].isMarked,
        let next = blocks[(item + 1)...].firstIndex(where: \.isMarked),
        (2...Self.linesBelowMax + 1).contains(next - item),
        (item + 1..<next).allSatisfy({ blocks[$0].marker != .hash && !isCountry($0) })
      else { return false }
      item = next
    }
    return true
  }

  func isCountry(_ index: Int) -> Bool {
    blocks[index].end - blocks[index].body < 60
      && Countries.whole(utf8, EntryCells.clean(utf8, blocks[index].range)) != nil
  }
}
