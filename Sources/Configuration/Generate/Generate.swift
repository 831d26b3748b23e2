/// `signatory generate`: what a package needs beside the binary, made from the table of settings.
package enum Generate {
  package static func text(_ file: GeneratedFile) -> String {
    switch file {
    case .config: ExampleFile.text
    case .man: ManPage.text
    case .bash: Completion.bash
    case .zsh: Completion.zsh
    case .fish: Completion.fish
    }
  }
}
