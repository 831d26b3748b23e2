/// A value of YAML: scalars as they are spelled, once quotes, folds and escapes are gone.
indirect enum YAMLValue: Equatable {
  case scalar(String)
  case list([YAMLValue])
  case mapping([String: YAMLValue])
  /// An alias of another value, which is not followed: values of hostile files grow by that.
  case alias

  /// The words of a scalar that says something.
  var text: String? {
    guard case .scalar(let text) = self else { return nil }
    let trimmed = text.utf8.isEmpty ? text : Display.string(Array(text.utf8), 0..<text.utf8.count)
    return trimmed.isEmpty || trimmed == "null" || trimmed == "~" ? nil : trimmed
  }
}
