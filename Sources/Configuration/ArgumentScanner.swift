internal import Bytes
package import Host

/// Walks through arguments; `--flag=value` is read as `--flag value`.
package struct ArgumentScanner {
  private var rest: ArraySlice<String>
  private var attachedValue: String?

  package init(_ arguments: [String]) {
    rest = arguments[...]
  }

  /// The first argument where it is a command and no flag.
  package mutating func takeCommand() -> String? {
    guard let first = rest.first, !first.hasPrefix("-") else { return nil }
    return rest.removeFirst()
  }

  package mutating func take() -> String? {
    guard let first = rest.popFirst() else { return nil }
    guard first.hasPrefix("--"), let equals = first.firstIndex(of: "=") else { return first }
    attachedValue = String(first[first.index(after: equals)...])
    return String(first[..<equals])
  }

  package mutating func takeValue(of flag: String) throws(Failure) -> String {
    if let value = attachedValue {
      attachedValue = nil
      return value
    }
    guard let value = rest.popFirst() else {
      throw Failure(code: .usage, message: "\(flag) needs a value. See signatory --help.")
    }
    return value
  }

  package func unknown(_ argument: String, in command: String?, known: [String] = []) -> Failure {
    let what = argument.hasPrefix("-") ? "flag" : "argument"
    let nearest = Suggestion.name(to: argument, among: known).map { "; did you mean \($0)?" } ?? "."
    let help = (command.map { "signatory \($0)" } ?? "signatory") + " --help"
    return Failure(
      code: .usage, message: "there is no \(what) “\(argument)” here\(nearest) See \(help).")
  }
}
