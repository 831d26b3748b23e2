internal import Bytes
internal import HTTP

/// The parameters of one request, each known to the route, well-formed, and given once.
struct Query: Sendable {
  /// In the order given, decoded.
  let pairs: [(name: String, value: String)]

  /// Reads what follows `?`.
  ///
  /// - Throws: a 400 that names every parameter that is unknown, malformed or repeated, and what is
  ///   allowed instead.
  init(_ raw: Span<UInt8>, allowing parameters: [Parameter]) throws(Problem) {
    var pairs: [(name: String, value: String)] = []
    var faults: [Problem.Fault] = []
    var start = 0
    while start < raw.count {
      var end = start
      while end < raw.count, raw[end] != 0x26 { end += 1 }
      let piece = raw.extracting(start..<end)
      start = end + 1
      if piece.isEmpty { continue }
      guard let pair = Self.pair(piece) else {
        let shown = String(decoding: [UInt8](copying: piece), as: UTF8.self)
        faults.append(
          Problem.Fault(parameter: shown, detail: "Must be percent-encoded UTF-8."))
        continue
      }
      if let detail = Self.complaint(about: pair, after: pairs, allowing: parameters) {
        faults.append(Problem.Fault(parameter: pair.name, detail: detail))
      } else {
        pairs.append(pair)
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

  /// The value of a parameter; `nil` where it is not given.
  subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

  func integer(_ name: String) -> Int? { self[name].flatMap(Parameter.integer) }

  /// The query with some parameters replaced or left out, beginning with `?` unless empty.
  func text(replacing replacements: [(name: String, value: String?)]) -> String {
    var pairs = pairs.filter { pair in !replacements.contains { $0.name == pair.name } }
    for case (let name, let value?) in replacements { pairs.append((name, value)) }
    var output: [UInt8] = []
    for (name, value) in pairs {
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

  private static func complaint(
    about pair: (name: String, value: String), after pairs: [(name: String, value: String)],
    allowing parameters: [Parameter]
  ) -> String? {
    guard let parameter = parameters.first(where: { $0.name == pair.name }) else {
      if parameters.isEmpty { return "Unknown; no parameters are allowed here." }
      return "Unknown; allowed are " + parameters.map(\.name).joined(separator: ", ") + "."
    }
    if pairs.contains(where: { $0.name == pair.name }) { return "Must be given once." }
    return parameter.complaint(about: pair.value)
  }
}
