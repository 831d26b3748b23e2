/// The head of a request as it was received so far (RFC 9112, sections 2 to 6; RFC 9110, 5 to 10).
extension ConnectionModel {
  /// One line of a message from a place on. A line ends at LF; where no CR stands before the LF,
  /// its end is faulty (RFC 9112, 2.2: a recipient may take a bare LF; this model refuses it).
  struct Line: Sendable {
    /// Without CR LF, and without a last CR where the LF has not come.
    let text: [UInt8]
    let isWhole: Bool
    /// Whether nothing more can come of it, though perhaps its LF.
    let isOver: Bool
    let hasFaultyEnd: Bool
    /// The place behind it.
    let next: Int

    /// Nil where no byte of the line has come.
    init?(_ bytes: [UInt8], from start: Int) {
      guard start < bytes.count else { return nil }
      var body = Array(bytes[start...].prefix(while: { $0 != 0x0A }))
      isWhole = start + body.count < bytes.count
      next = start + body.count + (isWhole ? 1 : 0)
      let endsInCR = body.last == 0x0D
      isOver = isWhole || endsInCR
      hasFaultyEnd = isWhole && !endsInCR
      if endsInCR { body.removeLast() }
      text = body
    }
  }

  struct Head: Sendable {
    /// The bytes of it with its last empty line, once all have come.
    private(set) var length: Int?
    /// Only CRLF, or part of one, has come.
    private(set) var isOnlyEmptyLines = false
    /// More empty lines than are skipped have come: what follows them is no request line any more.
    private(set) var hasTooManyEmptyLines = false
    /// So long that no bounded server may wait for its end.
    private(set) var isOverflow = false

    /// Faults after which nobody can know where the next request begins: the connection closes.
    var hard: Set<Int> = []
    /// Faults that are refused, with the framing still known.
    var firm: Set<Int> = []
    /// Faults that a server may refuse or overlook.
    var loose: Set<Int> = []
    var isFaulty: Bool { !(hard.isEmpty && firm.isEmpty && loose.isEmpty) }

    /// The method, as soon as a token and a space begin the request line.
    private(set) var method: String?
    /// The request line came whole and its three parts were understood, wanted or not.
    private(set) var isLineUnderstood = false
    private(set) var target: [UInt8] = []
    private(set) var major = 1
    private(set) var minor = 1
    /// Whether a version was read, of any number.
    private(set) var hasVersion = false
    private(set) var fields: [Field] = []
    /// The field lines with their CRLFs.
    private(set) var sectionBytes = 0
    /// What the target names, where it is in absolute form.
    private var targetAuthority: String?

    // What `+Fields` finds in the fields.
    var framing = Framing.none
    var expectsContinue = false
    var connection: [String] = []
    var host: String?

    /// An absolute target's authority beats Host (RFC 9112, 3.2.2).
    var authority: String? { targetAuthority ?? host }
    var awaitsContent: Bool { framing != .none && framing != .length(0) }
    /// A method that is nobody's here: refused by the reader or by the application (RFC 9110, 9.1).
    var isOfForeignMethod: Bool { method.map { !Self.knownMethods.contains($0) } ?? false }

    static let knownMethods: Set<String> = [
      "GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH", "TRACE",
    ]

    init(_ bytes: [UInt8], limits: Limits) {
      let start = skipEmptyLines(bytes, limits)
      guard !isOnlyEmptyLines, let line = Line(bytes, from: start) else { return }
      readRequestLine(line, limits)
      var place = line.next
      while let line = Line(bytes, from: place) {
        place = line.next
        if line.hasFaultyEnd { hard.insert(400) }
        if line.text.isEmpty {
          if line.isWhole { length = place }
          break
        }
        sectionBytes += line.text.count + 2
        if !Self.isFieldLine(line) { hard.insert(400) }
        // Broken lines count too: the limit may be met before they are looked at.
        if line.isOver { fields.append(Field(line.text) ?? Field()) }
      }
      judgeSize(limits, bytes.count - start)
      judgeFields(limits)
    }

    /// RFC 9112, 2.2: a server should ignore at least one empty line before a request line.
    private mutating func skipEmptyLines(_ bytes: [UInt8], _ limits: Limits) -> Int {
      var place = 0
      var count = 0
      while bytes.count - place >= 2, bytes[place] == 0x0D, bytes[place + 1] == 0x0A {
        place += 2
        count += 1
      }
      if count > limits.emptyLinesMax {
        hard.insert(400)
        hasTooManyEmptyLines = true
        isOverflow = true
      }
      let rest = bytes[place...]
      // One more begins: a server may refuse it at its first byte.
      if count >= limits.emptyLinesMax, rest.first == 0x0D {
        hard.insert(400)
        hasTooManyEmptyLines = true
      }
      isOnlyEmptyLines = rest.isEmpty || rest.elementsEqual([0x0D])
      return place
    }

    /// request-line = method SP request-target SP HTTP-version (RFC 9112, 3).
    private mutating func readRequestLine(_ line: Line, _ limits: Limits) {
      let text = line.text
      let parts = text.split(separator: 0x20, omittingEmptySubsequences: false).map(Array.init)
      let name = parts.first ?? []
      var isMalformed = line.hasFaultyEnd || text.contains(where: isControl) || text.contains(9)
      if !name.allSatisfy(isTokenByte) { isMalformed = true }
      if parts.count > 1 {
        if name.isEmpty { isMalformed = true }
        if !name.isEmpty && name.allSatisfy(isTokenByte) { method = string(of: name) }
        if parts.count > 2 && parts[1].isEmpty { isMalformed = true }
      }
      if parts.count > 3 || (line.isWhole && parts.count < 3) { isMalformed = true }
      if line.isWhole && (parts.last ?? []).isEmpty { isMalformed = true }
      if isMalformed { hard.insert(400) }
      if parts.count == 3 { readVersion(parts[2], isWhole: line.isWhole) }

      let isTooLong = text.count > limits.requestLineBytesMax
      if isTooLong {
        hard.insert(414)
        if name.count >= limits.requestLineBytesMax { hard.formUnion([400, 501]) }
      } else if line.isWhole && text.count + 2 >= limits.requestLineBytesMax {
        loose.insert(414)
      }
      isLineUnderstood =
        !isMalformed && (isTooLong ? !hard.contains(400) : line.isWhole && hasVersion)
      guard isLineUnderstood, line.isWhole, parts.count == 3 else { return }
      target = parts[1]
      if let fault = judgeTarget() {
        if fault.isFirm { firm.formUnion(fault.statuses) } else { loose.formUnion(fault.statuses) }
      }
    }

    /// HTTP-version = "HTTP/" DIGIT "." DIGIT (RFC 9112, 2.3). Another major version is 505
    /// (RFC 9110, 15.6.6), with and without its minor; anything else is no version: 400.
    private mutating func readVersion(_ version: [UInt8], isWhole: Bool) {
      let digits = version.dropFirst(5)
      let begins = Array("HTTP/".utf8)
      guard version.starts(with: begins) else {
        if isWhole || !begins.starts(with: version) { hard.insert(400) }
        return
      }
      guard let first = digits.first else {
        if isWhole { hard.insert(400) }
        return
      }
      let rest = Array(digits.dropFirst())
      let minorDigit = rest.count == 2 && rest[0] == 0x2E ? rest[1] : nil
      let isDigitDotDigit = isDigit(first) && minorDigit.map(isDigit) ?? false
      let isBare = isDigit(first) && rest.isEmpty
      guard isWhole else {
        let mayBecomeOne = isDigit(first) && (rest.isEmpty || rest == [0x2E] || isDigitDotDigit)
        if !mayBecomeOne { hard.insert(400) }
        if isDigit(first) && first != 0x31 { hard.formUnion(first == 0x30 ? [400, 505] : [505]) }
        return
      }
      guard isDigitDotDigit || (isBare && first != 0x31) else {
        hard.insert(400)
        return
      }
      hasVersion = true
      major = Int(first) - 0x30
      // A higher minor version is read as 1.1 (RFC 9110, 2.5).
      minor = minorDigit == 0x30 ? 0 : 1
      if major == 0 { hard.formUnion([400, 505]) }
      if major > 1 { hard.insert(505) }
    }

    /// The four forms of a target (RFC 9112, 3.2).
    private mutating func judgeTarget() -> (statuses: Set<Int>, isFirm: Bool)? {
      if method == "CONNECT" { return nil }
      if target == [0x2A] { return method == "OPTIONS" ? nil : ([400, 404], true) }
      let isStrange = !isPlainTarget(target)
      if target.first == 0x2F { return isStrange ? ([400], false) : nil }
      let lower = lowercase(target)
      guard let scheme = ["http://", "https://"].first(where: { lower.hasPrefix($0) }) else {
        return lower.contains("://") ? ([400, 404, 421], false) : ([400], true)
      }
      let name = target.dropFirst(scheme.utf8.count)
        .prefix(while: { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 })
      targetAuthority = string(of: Array(name))
      switch judgeAuthority(Array(name)) {
      case .good: return isStrange ? ([400], false) : nil
      case .unclear: return ([400], false)
      // Userinfo is to be treated as an error, but is not required to be (RFC 9110, 4.2.4).
      case .bad: return ([400], !name.contains(0x40))
      }
    }

    /// 414 is the line's; 431 is the fields' (RFC 6585, 5). Whether a limit counts CRLFs is the
    /// server's: refused for sure is what every way of counting refuses.
    private mutating func judgeSize(_ limits: Limits, _ count: Int) {
      let lines = fields.count + 1
      if sectionBytes - 2 * lines > limits.headerSectionBytesMax {
        hard.insert(431)
      } else if sectionBytes + 2 >= limits.headerSectionBytesMax {
        loose.insert(431)
      }
      if fields.count > limits.fieldCountMax { hard.insert(431) }
      let most = limits.requestLineBytesMax + limits.headerSectionBytesMax
      if length == nil && count > most + 2 * limits.fieldCountMax + 8 { isOverflow = true }
    }

    /// field-line = field-name ":" OWS field-value OWS (RFC 9112, 5). A space before the colon
    /// (5.1), a folded line (5.2) and control characters (RFC 9110, 5.5) are refused.
    /// A line that has not come whole is right as long as it can become right.
    static func isFieldLine(_ line: Line) -> Bool {
      let name = line.text.prefix(while: { $0 != 0x3A })
      let hasColon = name.count < line.text.count
      if !name.allSatisfy(isTokenByte) || (line.isWhole && !hasColon) { return false }
      if hasColon && name.isEmpty { return false }
      return !line.text.contains(where: isControl)
    }

    /// A target without so many slashes and what stands before each.
    private static func path(of target: [UInt8], slashes: Int) -> [UInt8] {
      var rest = target[...]
      for _ in 0..<slashes { rest = rest.drop(while: { $0 != 0x2F }).dropFirst() }
      return slashes == 0 ? target : Array(rest.drop(while: { $0 != 0x2F }))
    }

    /// What the application answers to a head that was accepted.
    func answer(_ limits: Limits) -> Answer {
      var answer = Answer(
        statuses: [], method: method, authority: authority, hasContent: method != "HEAD",
        closes: .mustNot)
      // The path of an absolute target stands behind its authority.
      let slash = target.first == 0x68 && targetAuthority != nil ? 2 : 0
      let path = string(of: Self.path(of: target, slashes: slash))
      let known = limits.paths[path]
      switch method {
      case "GET", "HEAD":
        let hasConditions = fields.contains {
          $0.name.hasPrefix("if-") || $0.name.hasPrefix("accept") || $0.name == "range"
        }
        answer.application = known == nil || hasConditions
        if let known, !hasConditions { answer.statuses = [known] }
      case "OPTIONS": answer.application = true
      case "POST", "PUT", "DELETE", "PATCH", "TRACE":
        answer.statuses = known == nil ? [404, 405] : [405]
      case "CONNECT": answer.statuses = [400, 405, 501]
      default: answer.statuses = known == nil ? [404, 405, 501] : [405, 501]
      }
      return answer
    }
  }
}
