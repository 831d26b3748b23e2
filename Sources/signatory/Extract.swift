internal import API
internal import Catalog

/// `signatory extract`: what was understood of one text.
enum Extract {
  static func run(_ path: String) throws(Failure) {
    let source = try Library.source(path: path)
    let document = StatementDocument.json(source, settings: APISettings(version: Version.text))
    try StandardOutput.write(document + [0x0A])
  }
}
