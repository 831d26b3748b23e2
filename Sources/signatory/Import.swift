internal import Host
internal import Loading

/// `signatory import`: Markdown of a text in another format.
enum ImportCommand {
  static func run(_ path: String, output: String?) throws(Failure) {
    if let output, output != "-", Directory.state(of: output) != nil {
      // What an editor has made of an earlier import is not undone.
      throw Failure(
        code: .usage, message: "--output \(output): the file is there already; name another one")
    }
    let bytes = try FileContent(path: path).bytes
    let text = try Importer.markdown(of: bytes, name: path)
    if let warning = Importer.warning(of: bytes) { StandardError.write("\(path): \(warning)\n") }
    guard let output, output != "-" else { return try StandardOutput.write(text) }
    try FileWriting.replace(output, with: text)
  }
}
