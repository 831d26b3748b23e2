/// The version of this program (semver.org).
package enum ProgramVersion {
  package static let text = "0.1.0"
}
