internal import JSON5

/// Where a setting is kept in the options.
typealias OptionPath<Value> = any WritableKeyPath<ServeOptions, Value> & Sendable

/// One thing that an administrator decides: everything that is known of it, in one place.
package struct Setting: Sendable {
  /// What settings are about; their order is that of help, man page and file.
  enum Section: String, CaseIterable {
    case listening = "Listening"
    case statements = "Statements"
    case proxies = "Reverse proxies"
    case tls = "TLS"
    case watching = "Logs and metrics"
    case deadlines = "Timeouts"
    case requests = "Request limits"
    case clients = "Client limits"
    case connections = "Connection and memory limits"
  }

  let section: Section
  /// The dotted path in the file, such as `tls.profile`.
  package let key: String
  /// Such as `--tls-profile`.
  package let flag: String
  /// What it does, in a sentence or two.
  let about: String
  /// Why the default is what it is.
  let reason: String
  /// Whether SIGHUP takes a new value up; else it takes a restart.
  package let reloads: Bool

  /// What is allowed, in words.
  let allowed: String
  let placeholder: String
  let choices: [String]
  let isList: Bool
  let isPath: Bool

  private let parse: @Sendable ([String], inout ServeOptions) throws(InvalidValue) -> Void
  private let decode: @Sendable (JSON5, inout ServeOptions) throws(InvalidValue) -> Void
  private let showValue: @Sendable (ServeOptions) -> String

  /// A setting that is kept at `path` of the options; its default is what stands there.
  init<Value: Sendable>(
    _ section: Section, _ key: String, _ path: OptionPath<Value>,
    _ form: ValueFormat<Value>, flag: String? = nil, reloads: Bool = false, about: String,
    reason: String
  ) {
    self.section = section
    self.key = key
    self.flag = flag ?? "--" + Self.words(key).joined(separator: "-")
    self.about = about
    self.reason = reason
    self.reloads = reloads
    allowed = form.allowed
    placeholder = form.placeholder
    choices = form.choices
    isList = form.isList
    isPath = form.isPath
    parse = { (texts: [String], options: inout ServeOptions) throws(InvalidValue) in
      options[keyPath: path] = try form.parse(texts)
    }
    decode = { (value: JSON5, options: inout ServeOptions) throws(InvalidValue) in
      options[keyPath: path] = try form.decode(value)
    }
    showValue = { form.show($0[keyPath: path]) }
  }

  /// The environment variable, such as `SIGNATORY_TLS_PROFILE`.
  var variable: String {
    "SIGNATORY_" + Self.words(key).joined(separator: "_").uppercased()
  }

  /// The group in the file that it stands in; empty for none.
  var group: String { key.contains(".") ? String(key.prefix { $0 != "." }) : "" }

  /// Its name in that group.
  var name: String { key.split(separator: ".").last.map(String.init) ?? key }

  /// The value that `options` hold, as JSON5.
  package func show(_ options: ServeOptions) -> String { showValue(options) }

  /// The default, as JSON5.
  var defaultText: String { show(ServeOptions()) }

  /// Takes the texts of a flag, in the order given.
  func take(flags texts: [String], into options: inout ServeOptions) throws(InvalidValue) {
    try parse(texts, &options)
  }

  /// Takes the text of a variable; the elements of a list are parted by spaces.
  func take(variable text: String, into options: inout ServeOptions) throws(InvalidValue) {
    let texts = isList ? text.split(separator: " ").map(String.init) : [text]
    try parse(texts, &options)
  }

  /// Takes a value of the file; paths are meant from `folder`.
  func take(_ value: JSON5, from folder: String, into options: inout ServeOptions)
    throws(InvalidValue)
  {
    try decode(isPath ? value.resolved(in: folder) : value, &options)
  }

  /// The words of a key: `tls.baseURL` has `tls`, `base` and `url`.
  private static func words(_ key: String) -> [String] {
    var words = [""]
    var wasSmall = false
    for character in key {
      if character == "." || (character.isUppercase && wasSmall) { words.append("") }
      if character != "." { words[words.count - 1] += character.lowercased() }
      wasSmall = character.isLowercase
    }
    return words
  }
}

extension JSON5 {
  /// A relative path, or a list of them, as it is meant from `folder`.
  fileprivate func resolved(in folder: String) -> JSON5 {
    var value = self
    switch content {
    case .string(let path) where !path.isEmpty && !path.hasPrefix("/") && folder != ".":
      value.content = .string(folder == "/" ? "/\(path)" : "\(folder)/\(path)")
    case .array(let elements):
      value.content = .array(elements.map { $0.resolved(in: folder) })
    default: break
    }
    return value
  }
}
