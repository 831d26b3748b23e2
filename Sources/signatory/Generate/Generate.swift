/// `signatory generate`: what a package needs beside the binary, made from the table of settings.
enum Generate {
  enum Kind: String, CaseIterable {
    case config, man, bash, zsh, fish
  }

  /// The commands, with what each does, in a few words.
  static let commands = [
    ("serve", "serve statements until stopped"),
    ("extract", "print one statement as JSON"),
    ("check", "tell what an editor should look at"),
    ("generate", "print configuration file, man page or completions"),
  ]

  static func text(_ kind: Kind) -> String {
    switch kind {
    case .config: ExampleFile.text
    case .man: ManPage.text
    case .bash: Completion.bash
    case .zsh: Completion.zsh
    case .fish: Completion.fish
    }
  }
}
