/// A value of YAML: scalars as they are spelled, once quotes, folds and escapes are gone.
indirect enum YAMLValue: Equatable {
  case scalar(String)
  case list([YAMLValue])
  case mapping([String: YAMLValue])
  /// An alias of another value, which is not followed: values of hostile files grow by that.
  case alias

  /// Whether a scalar is one of YAML's words for true, or for false; `nil` for any other value.
  var boolean: Bool? {
    switch text?.lowercased() {
    case "true", "yes", "on": true
    case "false", "no", "off": false
    default: nil
    }
  }

  /// The words of a scalar that says something.
  var text: String? {
    guard case .scalar(let text) = self else { return nil }
    let trimmed = text.utf8.isEmpty ? text : Display.string(Array(text.utf8), 0..<text.utf8.count)
    return trimmed.isEmpty || trimmed == "null" || trimmed == "~" ? nil : trimmed
  }
}
