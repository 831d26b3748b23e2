internal import CYAML

/// The only caller of libyaml.
struct YAMLParser {
  /// How deep values may nest.
  private static let depthMax = 16

  struct Fault: Error {
    var reason: String
    /// From 0.
    var line: Int
  }

  /// The first document in `text`.
  static func value(_ text: ArraySlice<UInt8>) throws(Fault) -> YAMLValue {
    var parser = unsafe yaml_parser_t()
    guard unsafe yaml_parser_initialize(&parser) == 1 else {
      throw Fault(reason: "no memory", line: 0)
    }
    defer { unsafe yaml_parser_delete(&parser) }
    let bytes = Array(text)
    let result = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      unsafe yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      return Result { () throws(Fault) in try unsafe read(&parser) }
    }
    return try result.get()
  }

  /// A collection that is open: its values, and of a mapping the key that waits for its value.
  private struct Collection {
    var isMapping: Bool
    var values: [YAMLValue] = []
    var members: [String: YAMLValue] = [:]
    var key: String?

    mutating func take(_ value: YAMLValue) {
      guard isMapping else { return values.append(value) }
      if let key {
        members[key] = value
        self.key = nil
      } else if case .scalar(let name) = value {
        key = name
      } else {
        key = ""
      }
    }

    var value: YAMLValue { isMapping ? .mapping(members) : .list(values) }
  }

  private static func read(_ parser: inout yaml_parser_t) throws(Fault) -> YAMLValue {
    var open: [Collection] = []
    while true {
      var event = unsafe yaml_event_t()
      guard unsafe yaml_parser_parse(&parser, &event) == 1 else {
        let reason = unsafe parser.problem.map { unsafe String(cString: $0) } ?? "no YAML"
        throw Fault(reason: reason, line: Int(clamping: unsafe parser.problem_mark.line))
      }
      defer { unsafe yaml_event_delete(&event) }
      let line = Int(clamping: unsafe event.start_mark.line)
      var done: YAMLValue?
      switch unsafe event.type {
      case YAML_SCALAR_EVENT:
        let scalar = unsafe event.data.scalar
        done = .scalar(
          unsafe String(
            decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length),
            as: UTF8.self))
      case YAML_ALIAS_EVENT: done = .alias
      case YAML_SEQUENCE_START_EVENT: open.append(Collection(isMapping: false))
      case YAML_MAPPING_START_EVENT: open.append(Collection(isMapping: true))
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: done = open.popLast()?.value
      case YAML_STREAM_END_EVENT: return .scalar("")
      default: break
      }
      guard open.count <= depthMax else { throw Fault(reason: "too many levels", line: line) }
      guard let done else { continue }
      guard !open.isEmpty else { return done }
      open[open.count - 1].take(done)
    }
  }
}
