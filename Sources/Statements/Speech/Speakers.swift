internal import Markup

/// The eighth stage: speakers that are named by a pronoun or a surname alone, found in full.
struct Speakers {
  private let utf8: [UInt8]
  private var known: [Known] = []
  private var index: [UInt64: Range<Int>]?
  /// Full names by their first words; `nil` where several persons share one.
  private var firsts: [UInt64: Range<Int>?] = [:]
  private let blocks: [Block]

  private struct Known {
    var name: Range<Int>
    var kind: PartyKind
    var told: Apposition
    var words: [UInt64]

    /// Whether the words are the last ones of the name, or all.
    func ends(with other: [UInt64]) -> Bool {
      words.count >= other.count && words.suffix(other.count).elementsEqual(other)
    }
  }

  /// Speakers kept to look a surname up among.
  private static let knownMax = 64

  /// Resolves the speakers of all utterances, in order.
  static func resolved(_ utf8: [UInt8], _ blocks: [Block], _ utterances: [Utterance]) -> [Utterance]
  {
    var speakers = Speakers(utf8: utf8, blocks: blocks)
    var resolved: [Utterance] = []
    resolved.reserveCapacity(utterances.count)
    for utterance in utterances {
      resolved.append(speakers.resolve(utterance, after: resolved.last))
    }
    return resolved
  }

  private init(utf8: [UInt8], blocks: [Block]) {
    self.utf8 = utf8
    self.blocks = blocks
  }

  private mutating func resolve(_ given: Utterance, after last: Utterance?) -> Utterance {
    var utterance = given
    if given.isPronoun {
      if let last {
        utterance.speaker = last.speaker
        utterance.kind = last.kind
        utterance.told = last.told
      }
      return utterance
    }
    guard let name = given.speaker else { return utterance }
    let words = Word.all(utf8, name, limit: 12).map(\.hash)
    guard let surname = words.last else { return utterance }
    let isShort = words.count == 1
    if let found = known.last(where: { $0.ends(with: words) }) {
      fill(&utterance, from: found)
    } else if isShort, given.kind == .person, let full = fullName(surname, besides: name) {
      utterance.speaker = full
      utterance.told.fill(from: told(full))
    } else if utterance.told.isEmpty, given.kind == .person {
      utterance.told = told(name)
    }
    keep(utterance)
    return utterance
  }

  private func fill(_ utterance: inout Utterance, from found: Known) {
    utterance.speaker = found.name
    utterance.kind = found.kind
    if utterance.told.isEmpty { utterance.told = found.told }
  }

  private mutating func keep(_ utterance: Utterance) {
    guard let name = utterance.speaker else { return }
    let entry = Known(
      name: name, kind: utterance.kind, told: utterance.told,
      words: Word.all(utf8, name, limit: 12).map(\.hash))
    known.append(entry)
    if known.count > Self.knownMax { known.removeFirst() }
  }

  /// What is said of a person where the name stands: before it or behind it.
  private func told(_ name: Range<Int>) -> Apposition {
    let end = min(utf8.count, name.upperBound + 300)
    let sentence = Sentence.end(utf8, from: name.upperBound, to: lineEnd(name.upperBound, end))
    guard name.upperBound < sentence, utf8[name.upperBound] == 0x2C else { return before(name) }
    let words = Word.all(utf8, name.upperBound..<sentence, limit: 40)
    let told = words[...].drop { $0.shape == .symbol }
    let apposition = Apposition(utf8, told)
    return apposition.role == nil ? Apposition() : apposition
  }

  /// `Test Society Chair Jane Doe`: what stands before the name in its sentence.
  private func before(_ name: Range<Int>) -> Apposition {
    var start = max(0, name.lowerBound - 100)
    while start < name.lowerBound, utf8[start] & 0xC0 == 0x80 { start += 1 }
    let words = Word.all(utf8, start..<name.upperBound, limit: 30)
    let behind = words.lastIndex { $0.trail != .none && $0.end < name.lowerBound }
    let titled = words[(behind.map { $0 + 1 } ?? 0)...].drop { !$0.isNamelike }
    guard titled.count < 9, let found = SpeakerPhrase.beforeVerb(utf8, titled), found.name == name
    else { return Apposition() }
    return found.told
  }

  private func lineEnd(_ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, utf8[index] != 0x0A, utf8[index] != 0x0D { index += 1 }
    return index
  }

  /// The first place of a full name that ends with the surname.
  private mutating func fullName(_ surname: UInt64, besides name: Range<Int>) -> Range<Int>? {
    let index = self.index ?? makeIndex()
    self.index = index
    let found = index[surname] ?? (firsts[surname] ?? nil)
    return found.flatMap { $0.lowerBound == name.lowerBound ? nil : $0 }
  }

  /// Full names in the paragraphs and lists by their last words. O(text), made once.
  private mutating func makeIndex() -> [UInt64: Range<Int>] {
    var index: [UInt64: Range<Int>] = [:]
    for block in blocks {
      switch block.kind {
      case .paragraph, .item, .signatory, .attribution, .title: break
      default: continue
      }
      var start = Int(block.body)
      while start < Int(block.end) {
        let words = Word.all(utf8, start..<Int(block.end), limit: 2000)
        guard let last = words.last else { break }
        add(words, to: &index)
        start = last.end
      }
    }
    return index
  }

  /// A given name stands for the one person who bears it.
  private mutating func note(first: UInt64, _ name: Range<Int>) {
    guard let known = firsts[first] else {
      firsts[first] = .some(name)
      return
    }
    if let known, Display.string(utf8, known) != Display.string(utf8, name) {
      firsts[first] = .some(nil)
    }
  }

  private mutating func add(_ words: [Word], to index: inout [UInt64: Range<Int>]) {
    var position = 0
    while position < words.count {
      guard words[position].isNamelike, let run = PersonName.run(utf8, words[position...].prefix(8))
      else {
        position += 1
        continue
      }
      if PersonName.isPlausible(utf8, words[run]), let span = Apposition.span(words[run]) {
        let key = words[run.upperBound - 1].hash
        if index[key] == nil { index[key] = span }
        note(first: words[run.lowerBound].hash, span)
        position = max(run.upperBound, position + 1)
      } else {
        position += 1
      }
    }
  }
}
