/// The commands of the program.
package enum CommandList {
  /// The name of each, with what it does in a few words.
  package static let all = [
    ("serve", "serve statements until stopped"),
    ("extract", "parse one text and print it as JSON"),
    ("check", "report what an editor should review"),
    ("generate", "print a configuration file, man page or completions"),
  ]
}
