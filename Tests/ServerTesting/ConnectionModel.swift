/// What one HTTP/1.1 client must be sent, and when: a model of one connection, alone.
///
/// A test feeds it the events of the connection in order, and asks for `answers`, `possible`
/// and `stage`. It knows nothing of any server's code and of any other connection. It is slow
/// on purpose: at each event it reads the bytes of the current request again from their start.
///
/// Reading order: this file (events → stage and answers), `+Head` (RFC 9112 sections 2 to 5),
/// `+Content` (sections 6 to 8), `+Compare` (a client's view of the bytes that a server sent),
/// `+Scripts` (interleavings and fuzz scripts). `README.md` lists the judgements.
package struct ConnectionModel: Sendable {
  /// What happens on a connection.
  package enum Event: Equatable, Sendable {
    /// The client's bytes arrive, cut anywhere.
    case bytes([UInt8])
    /// The client's FIN arrives. It sends nothing after it, and still reads.
    case end
    /// So many seconds pass. Zero and negative values are no time.
    case time(Int)
  }

  /// The limits and deadlines of the server under test, in bytes and seconds.
  struct Limits: Sendable {
    /// The request line without its CRLF.
    var requestLineBytesMax = 512
    /// The field lines, each with its CRLF, without the empty line after them.
    var headerSectionBytesMax = 1_024
    var fieldCountMax = 16
    var requestContentBytesMax = 256
    /// From the first byte of a head, empty lines before it included, to its last. Never renewed.
    var headDeadlineSeconds = 10
    /// From the last byte of the head to the last of the content.
    var contentDeadlineSeconds = 14
    /// Whether each arrival of content bytes starts the content deadline anew.
    var contentDeadlineRenews = false
    /// From the last byte of an answer to the first of the next request.
    var idleDeadlineSeconds = 30
    /// From the accept to the first byte; nil: the idle deadline.
    var firstByteDeadlineSeconds: Int?
    /// After so many requests the connection closes; nil: no bound.
    var requestsMax: Int?
    /// Empty lines (CRLF) skipped before each request line; one more is 400.
    var emptyLinesMax = 1
    /// Paths that exist, and what GET of each answers without conditions and negotiation.
    var paths: [String: Int] = ["/": 200, "/v1": 200, "/healthz": 200]

    /// With every number between 0 and 2^40, so that sums cannot overflow.
    var bounded: Limits {
      func bound(_ value: Int) -> Int { min(max(value, 0), 1 << 40) }
      var result = self
      result.requestLineBytesMax = bound(requestLineBytesMax)
      result.headerSectionBytesMax = bound(headerSectionBytesMax)
      result.fieldCountMax = bound(fieldCountMax)
      result.requestContentBytesMax = bound(requestContentBytesMax)
      result.headDeadlineSeconds = bound(headDeadlineSeconds)
      result.contentDeadlineSeconds = bound(contentDeadlineSeconds)
      result.idleDeadlineSeconds = bound(idleDeadlineSeconds)
      result.firstByteDeadlineSeconds = firstByteDeadlineSeconds.map(bound)
      result.emptyLinesMax = bound(emptyLinesMax)
      return result
    }
  }

  /// Whether the connection closes after an answer.
  enum Closing: Equatable, Sendable {
    case must, mustNot
    /// The RFC leaves the choice: read it from the answer and tell the model by `decide(closed:)`.
    case may
  }

  /// Whether `100 Continue` precedes an answer.
  enum Continue: Equatable, Sendable { case must, mustNot, may }

  /// One final answer that the client must be sent.
  struct Answer: Equatable, Sendable {
    /// The statuses allowed, in order. One: the status is fixed.
    var statuses: [Int]
    /// Whether any status of an application is allowed besides (200 to 599 but `wireStatuses`).
    var application = false
    /// The method, nil where none was legible.
    var method: String?
    /// Whom the request addresses: the target's authority, else the Host field (RFC 9112, 3.3).
    var authority: String?
    /// Whether content follows the head. Never for HEAD; 204 and 304 have none in any case.
    var hasContent: Bool
    /// A request line that begins with `HEAD ` and was not understood: content or none, both do.
    var contentIsOpen = false
    var closes: Closing
    var continues = Continue.mustNot
    /// Whether silence and a close do as well.
    var isOptional = false

    /// Statuses that only the reading of a message gives, never the application.
    static let wireStatuses: Set<Int> = [408, 413, 414, 417, 431, 501, 505]

    func allows(_ status: Int) -> Bool {
      if statuses.contains(status) { return true }
      return application && (200...599).contains(status) && !Self.wireStatuses.contains(status)
    }
  }

  /// Where the connection stands. Deadlines are seconds since the accept.
  enum Stage: Equatable, Sendable {
    case idle(deadline: Int)
    case head(deadline: Int)
    case content(deadline: Int)
    /// The last answer was free to close or not: nothing is known until `decide(closed:)`.
    case undecided
    case closed
  }

  let limits: Limits
  /// What must have been sent by now, in order.
  private(set) var answers: [Answer] = []
  /// What may have been sent after `answers`, by a server that refuses before the head is whole.
  /// It never comes besides the next of `answers`: it *is* that one, early.
  private(set) var possible: Answer?
  /// The statuses that the current request may have been refused with before its head was whole.
  private var early: Set<Int> = []
  /// Whether `100 Continue` is due now, for the content that is awaited.
  private(set) var continueNow = Continue.mustNot
  private(set) var stage: Stage
  /// Seconds since the accept.
  private(set) var now = 0

  /// The bytes of the current request that are not yet done with.
  private var buffer: [UInt8] = []
  /// The head of the request whose content is read.
  private var head: Head?
  private var history: [Event] = []
  private var decisions: [Bool] = []
  private var decisionsUsed = 0

  init(limits: Limits = Limits()) {
    let limits = limits.bounded
    self.limits = limits
    stage = .idle(deadline: limits.firstByteDeadlineSeconds ?? limits.idleDeadlineSeconds)
  }

  /// The deadline of the stage, nil where there is none.
  var deadline: Int? {
    switch stage {
    case .idle(let deadline), .head(let deadline), .content(let deadline): deadline
    case .undecided, .closed: nil
    }
  }

  /// Takes one event.
  mutating func feed(_ event: Event) {
    history.append(event)
    apply(event)
  }

  /// Says what the server chose for the last answer, whose `closes` is `.may`, and reads on.
  mutating func decide(closed: Bool) {
    guard stage == .undecided else { return }
    var again = ConnectionModel(limits: limits)
    again.decisions = decisions + [closed]
    for event in history { again.feed(event) }
    self = again
  }

  // MARK: Events

  private mutating func apply(_ event: Event) {
    switch event {
    case .time(let seconds): pass(seconds)
    case .end: finish()
    case .bytes(let bytes): take(bytes)
    }
  }

  private mutating func take(_ bytes: [UInt8]) {
    guard !bytes.isEmpty, stage != .closed, stage != .undecided else { return }
    buffer += bytes
    if case .idle = stage { stage = .head(deadline: now + limits.headDeadlineSeconds) }
    if case .content = stage, limits.contentDeadlineRenews {
      stage = .content(deadline: now + limits.contentDeadlineSeconds)
    }
    var goesOn = true
    while goesOn {
      switch stage {
      case .head: goesOn = readHead()
      case .content: goesOn = readContent()
      case .idle, .undecided, .closed: goesOn = false
      }
    }
  }

  /// A deadline reached: idle, a silent close; in a request, 408 (RFC 9110, 15.5.9).
  private mutating func pass(_ seconds: Int) {
    guard seconds > 0, stage != .closed else { return }
    let (sum, overflow) = now.addingReportingOverflow(seconds)
    now = overflow ? Int.max / 2 : min(sum, Int.max / 2)
    guard let deadline, now >= deadline else { return }
    switch stage {
    case .head:
      let head = Head(buffer, limits: limits)
      end(with: refusal(of: head, and: early.union([408])), optional: head.isOnlyEmptyLines)
    case .content: cut(by: 408)
    case .idle: stage = .closed
    case .undecided, .closed: break
    }
  }

  /// The client's FIN: inside a head, 400 or a silent close; inside content, 400
  /// (RFC 9112, section 8). All whole requests before it are answered already.
  private mutating func finish() {
    switch stage {
    case .head:
      let head = Head(buffer, limits: limits)
      end(with: refusal(of: head, and: early.union([400])), optional: true)
    case .content: cut(by: 400)
    case .idle: stage = .closed
    case .undecided, .closed: break
    }
  }

  /// Content that does not come whole.
  private mutating func cut(by status: Int) {
    guard let head else { return }
    let content = Content(buffer, head: head, limits: limits)
    let foreign = head.isOfForeignMethod ? Set(head.answer(limits).statuses) : []
    let seen = content.loose.union(content.early).union(foreign)
    end(with: refusal(of: head, and: seen.union([status])))
  }

  // MARK: Stages

  /// Reads the head again from its start. True: the stage changed, and there may be more to read.
  private mutating func readHead() -> Bool {
    let head = Head(buffer, limits: limits)
    guard let length = head.length else {
      if head.isOverflow {
        end(with: refusal(of: head, and: early))
      } else {
        possible = earlyRefusal(of: head)
        early.formUnion(possible?.statuses ?? [])
        possible?.statuses = early.sorted()
      }
      return false
    }
    possible = nil
    buffer = Array(buffer.dropFirst(length))
    if !head.hard.isEmpty || !head.firm.isEmpty {
      var answer = refusal(of: head, and: early)
      // RFC 9112, 9.3: a server that does not read the content of a request must close.
      if head.hard.isEmpty && !head.awaitsContent { answer.closes = closing(head, choice: true) }
      send(answer)
      return true
    }
    self.head = head
    if head.expectsContinue { continueNow = head.awaitsContent && buffer.isEmpty ? .must : .may }
    if continueNow == .must && (head.isOfForeignMethod || !head.loose.isEmpty) {
      continueNow = .may
    }
    stage = .content(deadline: now + limits.contentDeadlineSeconds)
    return true
  }

  /// Ways in which a head can go on that leave it as good as it is.
  private static let continuations: [[UInt8]] = {
    let host = "\r\nHost: a\r\n\r\n"
    var texts: [String] = ["\r\n\r\n", "\n\r\n", "a\r\n\r\n", ": a\r\n\r\n"]
    texts += [host, String(host.dropFirst())]
    let version = "HTTP/1.1"
    for count in 1...version.count { texts.append(version.suffix(count) + host) }
    for start in [" ", "/ ", " / "] { texts.append(start + version + host) }
    return texts.map { Array($0.utf8) }
  }()

  /// What a head may be refused with before it is whole: nothing that can follow mends it. A server
  /// that does not wait for what follows may call any fault a bad request (RFC 9110, 15.5.1).
  private func earlyRefusal(of head: Head) -> Answer? {
    var statuses: Set<Int> = [400]
    for continuation in Self.continuations where !head.isFaulty {
      let whole = Head(buffer + continuation, limits: limits)
      if whole.length != nil, !whole.isFaulty { return nil }
      statuses.formUnion(whole.hard.union(whole.firm).union(whole.loose))
    }
    return refusal(of: head, and: statuses)
  }

  /// Reads the content again from its start.
  private mutating func readContent() -> Bool {
    guard let head else { return false }
    let content = Content(buffer, head: head, limits: limits)
    if !content.hard.isEmpty {
      end(with: refusal(of: head, and: content.hard.union(content.loose)))
      return false
    }
    let loose = head.loose.union(content.loose)
    var answer = head.answer(limits)
    answer.statuses = Set(answer.statuses).union(loose).sorted()
    answer.continues = continueNow
    let isChoice = !loose.isEmpty || head.isOfForeignMethod
    answer.closes = closing(head, choice: isChoice)
    guard let length = content.length else {
      let early = content.early.union(loose).union(head.isOfForeignMethod ? answer.statuses : [])
      possible = early.isEmpty ? nil : refusal(of: head, and: early)
      return false
    }
    buffer = Array(buffer.dropFirst(length))
    send(answer)
    return true
  }

  /// Persistence (RFC 9112, 9.3). HTTP/1.0 with `keep-alive` leaves the server a choice.
  private func closing(_ head: Head, choice: Bool) -> Closing {
    if let most = limits.requestsMax, answers.count + 1 >= most { return .must }
    if head.connection.contains("close") { return .must }
    if head.minor == 0 { return head.connection.contains("keep-alive") ? .may : .must }
    return choice ? .may : .mustNot
  }

  /// A refusal that closes, with every status that the faults seen so far allow.
  private func refusal(of head: Head, and more: Set<Int> = []) -> Answer {
    var statuses = head.hard.union(head.firm).union(head.loose).union(more)
    if head.isOfForeignMethod { statuses.formUnion(head.isFaulty ? [405, 501] : []) }
    let isHEAD = head.method == "HEAD"
    return Answer(
      statuses: statuses.sorted(), method: head.method, authority: head.authority,
      hasContent: !isHEAD,
      contentIsOpen: isHEAD && (!head.isLineUnderstood || head.hasTooManyEmptyLines),
      closes: .must, continues: continueNow)
  }

  private mutating func end(with answer: Answer, optional: Bool = false) {
    var answer = answer
    answer.isOptional = optional
    send(answer)
  }

  /// Records an answer, and moves to what follows it.
  private mutating func send(_ answer: Answer) {
    answers.append(answer)
    possible = nil
    early = []
    continueNow = .mustNot
    head = nil
    var closes = answer.closes == .must
    if answer.closes == .may {
      guard decisionsUsed < decisions.count else {
        stage = .undecided
        return
      }
      closes = decisions[decisionsUsed]
      decisionsUsed += 1
    }
    if closes {
      stage = .closed
      buffer = []
    } else if buffer.isEmpty {
      stage = .idle(deadline: now + limits.idleDeadlineSeconds)
    } else {
      stage = .head(deadline: now + limits.headDeadlineSeconds)
    }
  }
}
