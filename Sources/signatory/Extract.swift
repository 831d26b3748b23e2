internal import API
internal import Catalog
internal import Configuration
internal import Host
internal import Loading

/// `signatory extract`: what was understood of one text.
enum Extract {
  static func run(_ path: String) throws(Failure) {
    let source = try StatementLoader.source(path: path)
    let document = StatementDocument.json(
      source, settings: APISettings(version: ProgramVersion.text))
    try StandardOutput.write(document + [0x0A])
  }
}
