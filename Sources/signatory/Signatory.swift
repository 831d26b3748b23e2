/// signatory: the command line, loading, signals, wiring and exit codes.
@main
struct Signatory {
  static func main() {}
}
