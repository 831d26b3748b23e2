internal import Bytes
internal import HTTP
internal import Statements

/// The parameters of one request, each known to the route, well-formed, and given once.
struct Query: Sendable {
  /// In the order given: the text, decoded, and what it means.
  private let pairs: [Pair]

  private struct Pair {
    var name: String
    var text: String
    var value: ParameterValue
  }

  /// Reads what follows `?`.
  ///
  /// - Throws: a 400 that names every parameter that is unknown, malformed or repeated, and what is
  ///   allowed instead.
  init(_ raw: Span<UInt8>, allowing parameters: [Parameter]) throws(Problem) {
    var pairs: [Pair] = []
    var faults: [Problem.Fault] = []
    var start = 0
    while start < raw.count {
      var end = start
      while end < raw.count, raw[end] != 0x26 { end += 1 }
      let piece = raw.extracting(start..<end)
      start = end + 1
      if piece.isEmpty { continue }
      guard let (name, text) = Self.pair(piece) else {
        let shown = String(decoding: [UInt8](copying: piece), as: UTF8.self)
        faults.append(
          Problem.Fault(parameter: shown, detail: "Must be percent-encoded UTF-8."))
        continue
      }
      do throws(Problem.Fault) {
        let value = try Self.value(of: name, text, after: pairs, allowing: parameters)
        pairs.append(Pair(name: name, text: text, value: value))
      } catch {
        faults.append(error)
      }
    }
    for parameter in parameters where parameter.isRequired {
      let isGiven = pairs.contains { $0.name == parameter.name }
      if isGiven || faults.contains(where: { $0.parameter == parameter.name }) { continue }
      faults.append(Problem.Fault(parameter: parameter.name, detail: "Must be given."))
    }
    if !faults.isEmpty {
      let names = faults.map(\.parameter).joined(separator: ", ")
      throw Problem(
        .badRequest, "The query has parameters that cannot be used: \(names).", faults: faults)
    }
    self.pairs = pairs
  }

  private func value(_ name: String) -> ParameterValue? { pairs.first { $0.name == name }?.value }

  /// Whether a parameter is given.
  func has(_ name: String) -> Bool { value(name) != nil }

  /// The value of a parameter that is a text, a name or a language tag; `nil` where none is given.
  subscript(name: String) -> String? {
    if case .text(let text) = value(name) { text } else { nil }
  }

  func integer(_ name: String) -> Int? {
    if case .integer(let number) = value(name) { number } else { nil }
  }

  func names(_ name: String) -> [String]? {
    if case .names(let names) = value(name) { names } else { nil }
  }

  func date(_ name: String) -> CalendarDate? {
    if case .date(let date) = value(name) { date } else { nil }
  }

  func country(_ name: String) -> CountryCode? {
    if case .country(let code) = value(name) { code } else { nil }
  }

  func cursor(_ name: String) -> Cursor? {
    if case .cursor(let cursor) = value(name) { cursor } else { nil }
  }

  /// The query with some parameters replaced or left out, beginning with `?` unless empty.
  func text(replacing replacements: [(name: String, value: String?)]) -> String {
    var texts = pairs.map { ($0.name, $0.text) }
    texts.removeAll { name, _ in replacements.contains { $0.name == name } }
    for case (let name, let value?) in replacements { texts.append((name, value)) }
    var output: [UInt8] = []
    for (name, value) in texts {
      output.append(output.isEmpty ? 0x3F : 0x26)
      PercentEncoding.append(name.utf8.span, to: &output)
      output.append(0x3D)
      PercentEncoding.append(value.utf8.span, to: &output)
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func pair(_ piece: Span<UInt8>) -> (name: String, value: String)? {
    var split = 0
    while split < piece.count, piece[split] != 0x3D { split += 1 }
    let value = piece.extracting(min(split + 1, piece.count)..<piece.count)
    guard let name = text(piece.extracting(0..<split)), let value = text(value) else { return nil }
    return (name, value)
  }

  private static func text(_ encoded: Span<UInt8>) -> String? {
    PercentEncoding.decode(encoded, plusIsSpace: true).flatMap {
      String(validating: $0, as: UTF8.self)
    }
  }

  private static func value(
    of name: String, _ text: String, after pairs: [Pair], allowing parameters: [Parameter]
  ) throws(Problem.Fault) -> ParameterValue {
    let detail: String
    if let parameter = parameters.first(where: { $0.name == name }) {
      if pairs.contains(where: { $0.name == name }) {
        detail = "Must be given once."
      } else if let value = parameter.value(of: text) {
        return value
      } else {
        detail = "Must be \(parameter.allowed)."
      }
    } else if parameters.isEmpty {
      detail = "Unknown; no parameters are allowed here."
    } else {
      detail = "Unknown; allowed are " + parameters.map(\.name).joined(separator: ", ") + "."
    }
    throw Problem.Fault(parameter: name, detail: detail)
  }
}
