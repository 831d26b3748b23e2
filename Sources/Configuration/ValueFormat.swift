internal import Bytes
internal import JSON5

/// How a value of a setting is written: as text in a flag or the environment, and as JSON5 in the
/// file; and what is allowed.
struct ValueFormat<Value: Sendable>: Sendable {
  /// What is allowed, such as “a whole number from 1 to 256”.
  var allowed: String
  /// The word that stands for a value in a flag's description.
  var placeholder: String
  /// The values, where there are few.
  var choices: [String] = []
  var isList = false
  var isOptional = false
  var isPath = false
  /// Reads the text of a flag or variable; a list is given its elements.
  var parse: @Sendable ([String]) throws(InvalidValue) -> Value
  var decode: @Sendable (JSON5) throws(InvalidValue) -> Value
  /// The value as JSON5.
  package var show: @Sendable (Value) -> String
}

/// Why a value is refused: “… is not …”, to be read behind the value's name.
struct InvalidValue: Error, Equatable {
  /// Where the part of the value stands that is meant; `nil`: where the value stands.
  var place: Place?
  package var key = ""
  var reason: String

  init(_ reason: String) { self.reason = reason }

  /// A JSON5 value that is not what is allowed.
  init(_ value: JSON5, isNot allowed: String) {
    place = value.place
    reason = "\(value.description) is not \(allowed)"
  }

  fileprivate static func empty(_ noun: String, _ countMin: Int) -> InvalidValue {
    InvalidValue("is empty: name \(noun), \(countMin) or more")
  }
}

extension ValueFormat {
  /// A value that is written as a string in JSON5, and as the same text elsewhere.
  package static func text(
    _ allowed: String, as placeholder: String,
    parse: @escaping @Sendable (String) throws(InvalidValue) -> Value,
    show: @escaping @Sendable (Value) -> String
  ) -> ValueFormat {
    ValueFormat(
      allowed: allowed, placeholder: placeholder,
      parse: { (texts: [String]) throws(InvalidValue) in try parse(texts.last ?? "") },
      decode: { (value: JSON5) throws(InvalidValue) in
        guard case .string(let text) = value.content else {
          throw InvalidValue(value, isNot: allowed)
        }
        return try parse(text)
      },
      show: { JSON5.quoted(show($0)) })
  }

  /// This, or `null` in the file for what the default says.
  func orNull() -> ValueFormat<Value?> {
    ValueFormat<Value?>(
      allowed: "\(allowed), or null", placeholder: placeholder, choices: choices, isList: isList,
      isOptional: true, isPath: isPath,
      parse: { [parse] (texts: [String]) throws(InvalidValue) in try parse(texts) },
      decode: { [decode] (value: JSON5) throws(InvalidValue) in
        value.content == .null ? nil : try decode(value)
      },
      show: { [show] in $0.map(show) ?? "null" })
  }

  /// A list of these, of `countMin` or more.
  func list(of noun: String, countMin: Int = 0) -> ValueFormat<[Value]> {
    let allowed = "a list of \(noun)" + (countMin > 0 ? ", \(countMin) or more" : "")
    return ValueFormat<[Value]>(
      allowed: allowed, placeholder: placeholder, choices: choices, isList: true, isPath: isPath,
      parse: { [parse] (texts: [String]) throws(InvalidValue) in
        guard texts.count >= countMin else { throw InvalidValue.empty(noun, countMin) }
        var values: [Value] = []
        for text in texts { values.append(try parse([text])) }
        return values
      },
      decode: { [decode] (value: JSON5) throws(InvalidValue) in
        guard case .array(let elements) = value.content else {
          throw InvalidValue(value, isNot: allowed)
        }
        guard elements.count >= countMin else { throw InvalidValue.empty(noun, countMin) }
        var values: [Value] = []
        for (index, element) in elements.enumerated() {
          do throws(InvalidValue) {
            values.append(try decode(element))
          } catch {
            var mistake = error
            mistake.place = error.place ?? element.place
            mistake.key = "[\(index + 1)]" + error.key
            throw mistake
          }
        }
        return values
      },
      show: { [show] in "[" + $0.map(show).joined(separator: ", ") + "]" })
  }
}

extension ValueFormat where Value: FixedWidthInteger & Sendable {
  /// A whole number. What is stored is `scale` times what is written.
  static func integer(
    _ range: ClosedRange<Int>, as placeholder: String, scale: Value = 1
  ) -> ValueFormat {
    let allowed = "a whole number from \(range.lowerBound) to \(range.upperBound)"
    return ValueFormat(
      allowed: allowed, placeholder: placeholder,
      parse: { (texts: [String]) throws(InvalidValue) in
        let text = texts.last ?? ""
        guard let number = Int(text), range ~= number else {
          throw InvalidValue("“\(text)” is not \(allowed)")
        }
        return Value(number) * scale
      },
      decode: { (value: JSON5) throws(InvalidValue) in
        guard let number = value.integer, range ~= number else {
          throw InvalidValue(value, isNot: allowed)
        }
        return Value(number) * scale
      },
      show: { "\($0 / scale)" })
  }
}

extension ValueFormat<Bool> {
  static var boolean: ValueFormat {
    ValueFormat(
      allowed: "true or false", placeholder: "true|false", choices: ["true", "false"],
      parse: { (texts: [String]) throws(InvalidValue) in
        switch texts.last {
        case "true": return true
        case "false": return false
        case let text: throw InvalidValue("“\(text ?? "")” is not true or false")
        }
      },
      decode: { (value: JSON5) throws(InvalidValue) in
        guard case .boolean(let flag) = value.content else {
          throw InvalidValue(value, isNot: "true or false")
        }
        return flag
      },
      show: { "\($0)" })
  }
}

extension ValueFormat where Value: RawRepresentable<String> & CaseIterable {
  /// One of a few words.
  static var choice: ValueFormat {
    let names = Value.allCases.map(\.rawValue)
    let allowed = names.joined(separator: " or ")
    var form = text(
      allowed, as: names.joined(separator: "|"),
      parse: { (text: String) throws(InvalidValue) in
        guard let value = Value(rawValue: text) else {
          throw InvalidValue("“\(text)” is not \(allowed)")
        }
        return value
      },
      show: \.rawValue)
    form.choices = names
    return form
  }
}

extension ValueFormat<String> {
  /// A file or folder. In the configuration file it is meant from that file's folder.
  static func path(_ allowed: String, as placeholder: String) -> ValueFormat {
    var form = text(
      allowed, as: placeholder,
      parse: { (text: String) throws(InvalidValue) in
        guard !text.isEmpty else { throw InvalidValue("“” is not \(allowed)") }
        return text
      },
      show: { $0 })
    form.isPath = true
    return form
  }
}
