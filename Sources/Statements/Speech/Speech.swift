internal import Markup

/// The seventh stage: which of the marked spans are direct speech, and whose.
///
/// A span is speech when words beside it in the sentence name a speaker with a verb of speaking, or
/// when it is a paragraph of its own. Such a paragraph takes the speaker of the line above that
/// ends with a colon, of the line below that signs it, or of the quotation in the paragraph before.
/// Scare quotes, titles, slogans and quoted documents have none of these and are no quotations.
struct Speech {
  let utf8: [UInt8]
  let blocks: [Block]
  let singles: Bool
  private(set) var utterances: [Utterance] = []
  var faults: [MarkFault] = []
  /// Who speaks in the paragraphs that follow, until something else stands between.
  private var context: Attribution?
  private var previousBlock: Int?
  /// Who was last said to have spoken, in words without marks, since the last quotation.
  private var mention: Attribution?
  /// The last line that signs a quotation above it.
  private var takenSignature: Int?
  /// Whether `context` is a line above that signs what follows.
  private var isSignedAbove = false

  /// Paragraphs that a quotation may run through without closing.
  static let paragraphsMax = 16

  init(_ utf8: [UInt8], _ blocks: [Block]) {
    self.utf8 = utf8
    self.blocks = blocks
    singles = !blocks.contains { block in Self.isText(block) && Mark.hasDouble(utf8, block.range) }
    var index = 0
    while index < blocks.count { index = read(index) }
  }

  static func isText(_ block: Block) -> Bool { block.kind == .paragraph || block.kind == .item }

  /// Reads the block at `index`; returns the index of the next to read.
  private mutating func read(_ index: Int) -> Int {
    let block = blocks[index]
    switch block.kind {
    case .attribution:
      readAttribution(index)
      return index + 1
    case .paragraph, .item: break
    case .rule, .footer, .navigation: return index + 1
    default:
      context = nil
      previousBlock = nil
      return index + 1
    }
    let spans = QuotationMarks.spans(
      utf8, block.range, singles: singles || Mark.isWrappedInSingles(utf8, block.range))
    guard !spans.isEmpty else {
      if let (told, next) = blockQuote(index) {
        append(told)
        return next
      }
      if let told = unopened(index) ?? dashed(index) {
        append(told)
        remember(index)
        return index + 1
      }
      endContext(index)
      return index + 1
    }
    if let last = spans.last, !last.isClosed { return readOpen(index, spans) }
    readClosed(index, spans)
    return index + 1
  }

  /// Paragraphs of a block quote, without marks, that the line below signs; and what follows them.
  private mutating func blockQuote(_ index: Int) -> (Utterance, Int)? {
    var next = index
    while next < blocks.count, blocks[next].isQuoted, blocks[next].kind == .paragraph { next += 1 }
    guard next > index, next < blocks.count, blocks[next].kind == .attribution, isSignature(next),
      let found = Attribution.signature(utf8, Int(blocks[next].start)..<Int(blocks[next].end))
    else { return nil }
    takenSignature = next
    return (utterance(index, (index..<next).map { blocks[$0].range }, found), next)
  }

  /// A line that names a speaker: of what follows, unless it signs what stands above.
  private mutating func readAttribution(_ index: Int) {
    let range = Int(blocks[index].start)..<Int(blocks[index].end)
    previousBlock = nil
    if !isSignature(index) {
      context = Attribution.before(utf8, blocks[index].range)
      isSignedAbove = false
    } else if takenSignature == index {
      context = nil
    } else {
      context = Attribution.signature(utf8, range)
      isSignedAbove = true
    }
  }

  /// A paragraph without speech: a colon at its end may introduce some.
  private mutating func endContext(_ index: Int) {
    previousBlock = nil
    context = nil
    let range = blocks[index].range
    mention = reported(range) ?? mention
    let last = Scalars.decode(utf8, before: range.upperBound).value
    guard last == 0x3A || last == 0xFF1A else { return }
    context = Attribution.before(utf8, lastSentence(range))
  }

  /// Who is said to have said something without marks: `Jane Doe said the plan …`.
  private func reported(_ range: Range<Int>) -> Attribution? {
    let words = Word.all(utf8, range, limit: 24)[...]
    guard
      let verb = words.indices.dropFirst().first(where: { Lexicon.speechVerbs.contains(words[$0]) }
      ), let found = SpeakerPhrase.beforeVerb(utf8, words[..<verb]), found.name != nil,
      found.kind == .person, !found.isPronoun
    else { return nil }
    return found
  }

  // MARK: - A paragraph whose marks pair

  /// Returns where the last attribution ends, when the next words may go on with that quotation.
  /// `end` is where the words end that may belong to them: the paragraph, or a mark that stays
  /// open.
  @discardableResult mutating func readClosed(
    _ index: Int, _ spans: [QuotedSpan], upTo end: Int? = nil
  ) -> Int? {
    let range = blocks[index].range.lowerBound..<(end ?? blocks[index].range.upperBound)
    var found: [Utterance] = []
    var goesOnAfter: Int?
    for (number, span) in spans.enumerated() {
      let next = number + 1 < spans.count ? spans[number + 1].outer.lowerBound : range.upperBound
      let before = number > 0 ? spans[number - 1].outer.upperBound : range.lowerBound
      if let end = goesOnAfter, goesOn(span, after: end), var last = found.last,
        !isByAnother(span, to: next, than: last)
      {
        last.segments.append(span.content)
        found[found.count - 1] = last
        goesOnAfter = repeatedEnd(span, to: next) ?? span.outer.upperBound
        continue
      }
      goesOnAfter = nil
      if let told = interrupted(index, span) {
        found.append(told)
        continue
      }
      guard var utterance = beside(index, span, before: before, next: next) ?? alone(index, span)
      else { continue }
      if let attribution = utterance.attribution, attribution.upperBound <= next,
        attribution.lowerBound >= span.outer.upperBound
      {
        goesOnAfter = tailEnd(attribution, to: next)
      }
      if found.isEmpty, utterance.speaker == nil, utterance.isPronoun { utterance.block = index }
      found.append(utterance)
    }
    guard !found.isEmpty else {
      endContext(index)
      return nil
    }
    for utterance in found { append(utterance) }
    remember(index)
    return goesOnAfter
  }

  /// The last quotation goes on in these words.
  mutating func extend(by segments: [Range<Int>]) {
    guard let last = utterances.indices.last else { return }
    utterances[last].segments += segments
  }

  /// Whether a span goes on with the quotation whose attribution ends at `end`: nothing stands
  /// between but a pause, or it is more than the name of something.
  private func goesOn(_ span: QuotedSpan, after end: Int) -> Bool {
    let between = end..<span.outer.lowerBound
    guard QuotationMarks.isNothing(utf8, between) else { return false }
    var pause = span.outer.lowerBound
    while pause > end - 1, pause > 0, utf8[pause - 1] <= 0x20 { pause -= 1 }
    let last = pause > 0 ? Scalars.decode(utf8, before: pause).value : 0x20
    return !(Scalars.isLetter(last) || Scalars.isDigit(last)) || isIntroduced(span)
      || Sentence.isEnded(utf8, span.content)
  }

  /// Whether the words after the span name another speaker than the one before.
  private func isByAnother(_ span: QuotedSpan, to next: Int, than last: Utterance) -> Bool {
    guard !leadsNext(span, to: next) else { return false }
    let end = Sentence.end(utf8, from: span.outer.upperBound, to: next)
    guard let told = last.speaker, let found = Attribution.after(utf8, span.outer.upperBound..<end),
      let name = found.name
    else { return false }
    let names = Word.all(utf8, told, limit: 12).map(\.hash)
    return !Word.all(utf8, name, limit: 12).contains { names.contains($0.hash) }
  }

  /// The end of the words behind the span that name the speaker once more; `nil` without such.
  private func repeatedEnd(_ span: QuotedSpan, to next: Int) -> Int? {
    guard !leadsNext(span, to: next) else { return nil }
    let end = Sentence.end(utf8, from: span.outer.upperBound, to: next)
    guard let again = Attribution.after(utf8, span.outer.upperBound..<end) else { return nil }
    return tailEnd(again.range, to: next)
  }

  /// The end of the words that only add to an attribution: `…, adding:`.
  private func tailEnd(_ attribution: Range<Int>, to end: Int) -> Int {
    let start = attribution.upperBound
    if let word = Word.all(utf8, start..<end, limit: 1).first, Lexicon.speechVerbs.contains(word) {
      return word.end
    }
    // `…, she said in a statement.` has told all when its sentence ends at the next mark.
    let sentence = Sentence.end(utf8, from: attribution.lowerBound, to: end)
    return QuotationMarks.isNothing(utf8, sentence..<end) ? sentence : start
  }

  /// Speech by the words beside it in its sentence.
  private func beside(_ index: Int, _ span: QuotedSpan, before: Int, next: Int) -> Utterance? {
    let range = blocks[index].range
    let startsParagraph = span.outer.lowerBound <= range.lowerBound
    if !leadsNext(span, to: next), endsLikeSpeech(span, to: next) || startsParagraph {
      let end = Sentence.end(utf8, from: span.outer.upperBound, to: next)
      if let found = Attribution.after(utf8, span.outer.upperBound..<end), !found.isDocument,
        isSpeech(found)
      {
        return utterance(index, [span.content], found)
      }
      if startsParagraph, next == range.upperBound,
        let found = Attribution.signature(utf8, span.outer.upperBound..<range.upperBound)
      {
        return utterance(index, [span.content], found)
      }
    }
    let start = sentenceStart(before: span.outer.lowerBound, from: before)
    guard !QuotationMarks.isNothing(utf8, start..<span.outer.lowerBound) else {
      return afterReport(index, span, from: before)
    }
    let words = start..<span.outer.lowerBound
    if let found = Attribution.around(utf8, words, span.outer.upperBound..<next) {
      return utterance(index, [span.content], found)
    }
    if let found = Attribution.before(utf8, words) {
      return !found.isDocument && isSpeech(found) && isIntroduced(span)
        ? utterance(index, [span.content], found) : nil
    }
    return ending(index, span, words)
  }

  /// `Jane Doe welcomed the plan. “…”`: sentences of their own behind one that tells what somebody
  /// has said.
  private func afterReport(_ index: Int, _ span: QuotedSpan, from before: Int) -> Utterance? {
    guard before < span.outer.lowerBound, Sentence.isEnded(utf8, span.content),
      Word.all(utf8, span.content, limit: 8).count > 7
    else { return nil }
    let told = Display.trim(utf8, before..<span.outer.lowerBound)
    let start = sentenceStart(before: told.upperBound, from: told.lowerBound)
    return reported(start..<told.upperBound).map { utterance(index, [span.content], $0) }
  }

  /// A paragraph of its own, marks around all of it.
  private mutating func alone(_ index: Int, _ span: QuotedSpan) -> Utterance? {
    let range = blocks[index].range
    guard QuotationMarks.isNothing(utf8, range.lowerBound..<span.outer.lowerBound),
      QuotationMarks.isNothing(utf8, span.outer.upperBound..<range.upperBound),
      Word.all(utf8, span.content, limit: 4).count > 3 || Sentence.isEnded(utf8, span.content)
    else { return nil }
    return standing(index, [span.content])
  }

  /// A quotation that stands by itself: its speaker is told below, above, or was told before.
  mutating func standing(_ index: Int, _ segments: [Range<Int>], last: Int? = nil) -> Utterance? {
    let next = (last ?? index) + 1
    if next < blocks.count, blocks[next].kind == .attribution, isSignature(next),
      context == nil || (previousBlock != nil && !isSignedAbove) || isDashed(next),
      let found = Attribution.signature(utf8, Int(blocks[next].start)..<Int(blocks[next].end))
    {
      takenSignature = next
      return utterance(index, segments, found)
    }
    if let context {
      guard !context.isDocument else { return nil }
      var told = utterance(index, segments, context)
      told.isContinued = previousBlock != nil
      if told.isContinued { told.attribution = nil }
      return told
    }
    guard !isDocument(index, segments[0]) else { return nil }
    return Utterance(segments: segments, block: index)
  }

  /// Whether the quoted paragraph is a document: the heading above names one, or it is signed.
  private func isDocument(_ index: Int, _ words: Range<Int>) -> Bool {
    if Lexicon.undersigned.isFound(in: Word.all(utf8, words, limit: 12)[...]) { return true }
    guard index > 0 else { return false }
    let above = blocks[index - 1]
    guard above.kind == .heading || above.kind == .paragraph else { return false }
    let look = Look(utf8, above)
    return above.kind == .heading
      ? look.isFound(.documents) : look.endsColon && look.isFound(.documents)
  }

  private func isSignature(_ index: Int) -> Bool {
    let look = Look(utf8, blocks[index])
    return !look.endsColon && !look.begins(.attributable)
  }

  func utterance(_ index: Int, _ segments: [Range<Int>], _ given: Attribution) -> Utterance {
    var found = given
    if given.isPronoun, let mention {
      found = mention
      found.range = given.range
    }
    found.told.role = found.told.role ?? rank(before: found)
    return Utterance(
      segments: segments, speaker: found.name, kind: found.kind, told: found.told,
      attribution: found.range, block: index, isPronoun: found.isPronoun)
  }

  func isSpeech(_ found: Attribution) -> Bool {
    found.name != nil || found.isPronoun || found.isSomebody || !found.told.isEmpty
  }

  /// A person quoted under a line that names only an organization speaks for it.
  mutating func append(_ utterance: Utterance) {
    var utterance = utterance
    if let context, context.name == nil, !utterance.isPronoun, utterance.kind == .person {
      utterance.told.fill(from: Apposition(affiliation: context.told.affiliation))
    }
    utterances.append(utterance)
    mention = nil
  }

  /// The next paragraph may go on with the speaker of the last quotation, unless a line above
  /// them says whose they all are.
  mutating func remember(_ index: Int) {
    previousBlock = index
    guard let last = utterances.last else { return }
    if let context, context.name == nil, context.told.affiliation != nil { return }
    context = Attribution(
      range: last.attribution ?? 0..<0, name: last.speaker, kind: last.kind,
      isPronoun: last.isPronoun, told: last.told)
    if last.speaker == nil, last.told.affiliation == nil, !last.isPronoun { context = nil }
  }
}
