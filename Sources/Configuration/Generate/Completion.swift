/// What shells complete on the command line.
enum Completion {
  private typealias Flag = CommandOutline.Flag

  /// Those of `serve`.
  private static var flags: [Flag] {
    [
      Flag(name: "--help", about: "Show help"),
      Flag(name: "--config", about: "Configuration file", placeholder: "FILE", isPath: true),
      Flag(name: "--check-config", about: "Check everything that a start needs, and exit"),
      Flag(name: "--print-config", about: "Print the effective settings, and exit"),
    ]
      + Settings.all.map {
        Flag(
          name: $0.flag, about: $0.summary, placeholder: $0.placeholder, choices: $0.choices,
          isPath: $0.isPath, isRepeated: $0.isList)
      }
  }

  private static let commandNames = CommandList.all.map(\.name).joined(separator: " ")
  private static let kinds = CommandList.kinds.joined(separator: " ")
  private static let fileCommands = CommandList.ofFiles.map(\.name)

  static var bash: String {
    let all = flags + CommandList.ofFiles.flatMap(\.flags)
    let paths = all.filter(\.isPath).map(\.name).joined(separator: "|")
    let others = all.filter { $0.placeholder != nil && !$0.isPath && $0.choices.isEmpty }
    let commands = CommandList.ofFiles.map { command in
      "          \(command.name)) words+=' \(command.flags.map(\.name).joined(separator: " "))' ;;"
    }
    let choices = all.filter { !$0.choices.isEmpty }.map {
      "    \($0.name)) words='\($0.choices.joined(separator: " "))' ;;"
    }
    return """
      # bash completion for signatory
      _signatory() {
        local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
        local command=${COMP_WORDS[1]} words=
        compopt +o default 2>/dev/null
        case $previous in
          \(paths)) compopt -o default; COMPREPLY=(); return ;;
      \(choices.map { "    " + $0.dropFirst(4) }.joined(separator: "\n"))
          \(others.map(\.name).joined(separator: "|"))) COMPREPLY=(); return ;;
          *)
            case $command in
              \(fileCommands.joined(separator: " | ")))
                [[ $current == -* ]] || { compopt -o default; COMPREPLY=(); return; }
                words=--help
                case $command in
      \(commands.map { "          " + $0.dropFirst(4) }.joined(separator: "\n"))
                esac ;;
              generate) words='\(kinds)' ;;
              *)
                words='\(flags.map(\.name).joined(separator: " "))'
                [ "$COMP_CWORD" -gt 1 ] || words+=' --version \(commandNames)' ;;
            esac ;;
        esac
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
      }
      complete -F _signatory signatory

      """
  }

  static var zsh: String {
    let specifications = flags.map { "    " + specification($0) }
    let commands = CommandList.all.map { "      '\($0.name):\($0.about)'" }
    let files = CommandList.ofFiles.map { command in
      let own = command.flags.map { " " + specification($0) }.joined()
      return "    \(command.name)) _arguments --help\(own) '*:file:_files' ;;"
    }
    return """
      #compdef signatory
      _signatory() {
        local -a commands=(
      \(commands.joined(separator: "\n"))
        )
        local -a flags=(
      \(specifications.joined(separator: "\n"))
        )
        if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
          _describe command commands
          return
        fi
        case $words[2] in
      \(files.map { "    " + $0.dropFirst(4) }.joined(separator: "\n"))
          generate) _arguments '2:kind:(\(kinds))' ;;
          *) _arguments '--version[Show the version]' $flags ;;
        esac
      }
      _signatory "$@"

      """
  }

  /// A flag as zsh's `_arguments` takes it.
  private static func specification(_ flag: Flag) -> String {
    let value = flag.placeholder.map { placeholder in
      let action = flag.isPath ? "_files" : "(\(flag.choices.joined(separator: " ")))"
      return ":\(placeholder.filter(\.isLetter)):" + (action == "()" ? "" : action)
    }
    let about = flag.about.filter { !"[]:'".contains($0) }
    return "'\(flag.isRepeated ? "*" : "")\(flag.name)[\(about)]\(value ?? "")'"
  }

  static var fish: String {
    let none = "not __fish_seen_subcommand_from \(commandNames)"
    let others = CommandList.all.map(\.name).filter { $0 != "serve" }.joined(separator: " ")
    let serve = "not __fish_seen_subcommand_from \(others)"
    var lines = ["# fish completion for signatory", "complete -c signatory -f"]
    lines += CommandList.all.map {
      "complete -c signatory -n '\(none)' -a \($0.name) -d '\($0.about)'"
    }
    lines.append("complete -c signatory -n '\(none)' -l version -d 'Show the version'")
    func line(_ condition: String, _ flag: Flag) -> String {
      let name = flag.name.dropFirst(2)
      let about = flag.about.filter { $0 != "'" }
      var line = "complete -c signatory -n '\(condition)' -l \(name) -d '\(about)'"
      if flag.placeholder != nil { line += flag.isPath ? " -r -F" : " -x" }
      if !flag.choices.isEmpty { line += " -a '\(flag.choices.joined(separator: " "))'" }
      return line
    }
    lines += flags.map { line(serve, $0) }
    let files = fileCommands.joined(separator: " ")
    lines.append("complete -c signatory -n '__fish_seen_subcommand_from \(files)' -F")
    lines += CommandList.ofFiles.flatMap { command in
      command.flags.map { line("__fish_seen_subcommand_from \(command.name)", $0) }
    }
    lines += [
      "complete -c signatory -n '__fish_seen_subcommand_from generate' -x -a '\(kinds)'", "",
    ]
    return lines.joined(separator: "\n")
  }
}

extension Setting {
  /// What it is, without the details that follow the first colon or full stop.
  fileprivate var summary: String {
    let first = about.split(separator: ": ").first.map(String.init) ?? about
    let sentence = first.split(separator: ". ").first.map(String.init) ?? first
    return sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
  }
}
