/// The commands of the program.
package enum CommandList {
  /// The name of each, with what it does in a few words.
  package static let all = [
    ("serve", "serve statements until stopped"),
    ("extract", "print one statement as JSON"),
    ("check", "tell what an editor should look at"),
    ("generate", "print configuration file, man page or completions"),
  ]
}
