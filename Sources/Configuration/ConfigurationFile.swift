internal import Bytes
internal import Host
internal import JSON5

/// The configuration file: a JSON5 object of settings, some of them in groups.
struct ConfigurationFile {
  /// More is no configuration, in bytes.
  static let bytesMax = 1_048_576

  let path: String
  private let document: JSON5

  /// Relative paths in the file are meant from here.
  var folder: String { Directory.parent(of: path) }

  init(path: String) throws(Failure) {
    self.path = path
    let bytes: [UInt8]
    do throws(Failure) {
      bytes = try FileContent(path: path).bytes
    } catch {
      throw Failure(code: .usage, message: error.message)
    }
    guard bytes.count <= Self.bytesMax else {
      throw Failure(
        code: .usage, message: "\(path) is larger than \(Self.bytesMax) bytes: no configuration")
    }
    do throws(JSON5.DocumentError) {
      document = try JSON5(bytes)
    } catch {
      throw Self.failure(path, [error])
    }
  }

  /// Hands each setting in the file to `take`; throws for all that is wrong, together.
  func read(_ take: (Setting, JSON5) throws(InvalidValue) -> Void) throws(Failure) {
    var problems: [JSON5.DocumentError] = []
    read(document, at: "", &problems, take)
    guard problems.isEmpty else { throw Self.failure(path, problems) }
  }

  private func read(
    _ group: JSON5, at path: String, _ problems: inout [JSON5.DocumentError],
    _ take: (Setting, JSON5) throws(InvalidValue) -> Void
  ) {
    guard case .object(let members) = group.content else {
      let reason = "\(group.description) is not an object of settings"
      problems.append(JSON5.DocumentError(place: group.place, key: path, reason: reason))
      return
    }
    for member in members {
      let key = path.isEmpty ? member.key : "\(path).\(member.key)"
      if let setting = Settings.named(key: key) {
        do throws(InvalidValue) {
          try take(setting, member.value)
        } catch {
          let place = error.place ?? member.value.place
          problems.append(
            JSON5.DocumentError(place: place, key: key + error.key, reason: error.reason))
        }
      } else if !Settings.keys(in: key).isEmpty {
        read(member.value, at: key, &problems, take)
      } else {
        let advice = Suggestion.advice(for: member.key, among: Settings.keys(in: path))
        problems.append(
          JSON5.DocumentError(
            place: member.place, key: key, reason: "there is no such key; \(advice)"))
      }
    }
  }

  static func failure(_ path: String, _ problems: [JSON5.DocumentError]) -> Failure {
    let noun = problems.count == 1 ? "1 error" : "\(problems.count) errors"
    return Failure(
      code: .usage, message: "\(path) has \(noun)",
      findings: problems.map { "\(path):\($0.line)" })
  }
}
