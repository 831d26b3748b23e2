internal import Corrections
internal import Host
internal import Loading
internal import Logging
internal import Statements

/// `signatory correct`: a file of corrections to edit.
enum Correct {
  static func run(_ path: String) throws(Failure) {
    let statement = Reading(try StatementLoader.document(path: path)).statement
    let name = Directory.name(of: path)
    try StandardOutput.write(CorrectionsFile.template(of: statement, name: name))
    let place = LoadedCorrections.path(ofTextAt: path)
    guard path != "-", let state = Directory.state(of: place), state.size > 0 else { return }
    StandardError.write("\(place) is there already; this is what was read without it\n")
  }
}
